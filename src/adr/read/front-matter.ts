import type { Yaml } from 'mdast';
import { isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import type { MetadataEntryForm } from '../style/house-style.ts';
import type { AdrWarning } from './found.ts';
import type { Metadata, MetadataEntry } from './metadata.ts';
import { fieldOf } from './metadata-field.ts';
import { placeOf } from './source.ts';

/** Longer front matter, in UTF-16 units, is not read, and more errors than that are not told. */
const longest = 20_000;
const errorsTold = 5;

/** Reads YAML front matter, as far as it can be read; what is wrong with it becomes a warning. */
export function readFrontMatter(node: Yaml): Metadata & { readonly warnings: readonly AdrWarning[] } {
  if (node.value.length > longest) return tooLong;
  const yaml = parseDocument(node.value, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  const start = placeOf(node).start + '---\n'.length;
  const lineOf = (offset: number) => placeOf(node).line + 1 + (node.value.slice(0, offset).match(/\n/g)?.length ?? 0);
  const warnings = yaml.errors.slice(0, errorsTold).map((error) => ({
    line: lineOf(error.pos[0]),
    message: `The front matter is not valid YAML: ${error.message.split('\n')[0]}.`,
    advice: 'Correct it there; a value with “: ” or “#” in it needs quotes.',
    isError: true,
  }));
  const pairs = isMap(yaml.contents) ? yaml.contents.items : [];
  const entries: MetadataEntry[] = [];
  const forms: MetadataEntryForm[] = [];
  for (const pair of pairs) {
    const read = readPair(pair, node.value);
    if (read === undefined) continue;
    const { key, written, from, to, names, shape } = read;
    const field = fieldOf(key);
    const value = {
      value: written,
      foundIn: 'front matter',
      line: lineOf(from),
      start: start + from,
      end: start + to,
    } as const;
    entries.push({ field, key, value, names });
    forms.push({ field, key, lead: node.value.slice(read.keyFrom, from), names: shape });
  }
  return { entries, form: { layout: 'front matter', entries: forms, lineEnd: '' }, first: 0, length: 1, warnings };
}

const tooLong: ReturnType<typeof readFrontMatter> = {
  entries: [],
  form: { layout: 'front matter', entries: [], lineEnd: '' },
  first: 0,
  length: 1,
  warnings: [
    {
      line: 1,
      message: 'The front matter is too long to be read.',
      advice: `Keep it below ${longest.toLocaleString('en')} characters.`,
      isError: true,
    },
  ],
};

interface ReadPair {
  readonly key: string;
  readonly keyFrom: number;
  /** The value as its reader takes it, and where it stands with its quotes. */
  readonly written: string;
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[] | undefined;
  readonly shape: string;
}

function readPair(pair: Pair, yaml: string): ReadPair | undefined {
  const { key, value } = pair;
  if (!isScalar(key) || !key.range) return undefined;
  const name = String(key.value);
  const keyFrom = key.range[0];
  if (isSeq(value) && value.range) {
    const names = value.items.map((item) => (isScalar(item) ? String(item.value ?? '') : ''));
    const from = value.flow === true ? value.range[0] : yaml.indexOf('\n', key.range[1]);
    const indent = /\n([ \t]*)-/.exec(yaml.slice(from))?.[1] ?? '';
    const shape = value.flow === true ? 'flow' : `block${indent}`;
    const to = value.flow === true ? value.range[1] : value.range[1] - (yaml[value.range[1] - 1] === '\n' ? 1 : 0);
    return { key: name, keyFrom, written: names.join(', '), from, to, names, shape };
  }
  if (isScalar(value) && value.range) {
    const quotes: Readonly<Record<string, string>> = { QUOTE_DOUBLE: 'double', QUOTE_SINGLE: 'single' };
    const written = value.value === null ? '' : String(value.value);
    const shape = quotes[value.type ?? ''] ?? ', ';
    const plain = shape === ', ' ? yaml.slice(value.range[0], value.range[1]) : written;
    return { key: name, keyFrom, written: plain, from: value.range[0], to: value.range[1], names: undefined, shape };
  }
  return {
    key: name,
    keyFrom,
    written: '',
    from: key.range[1] + 1,
    to: key.range[1] + 1,
    names: undefined,
    shape: ', ',
  };
}

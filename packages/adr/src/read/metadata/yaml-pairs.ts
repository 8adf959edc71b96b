import { isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';
import type { ValueShape } from '../../style/house-style.ts';

/** An entry of a YAML map. Offsets count UTF-16 units of the YAML. */
export interface YamlPair {
  readonly key: string;
  readonly keyFrom: number;
  /** The value as YAML understands it. */
  readonly written: string;
  /** The range of the value, including its quotes. */
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[] | undefined;
  readonly shape: ValueShape;
  /** The entries of a map on lines of its own. */
  readonly inner?: readonly YamlPair[];
}

/** Parses YAML. The caller handles the errors. */
export function parseYaml(text: string) {
  return parseDocument(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
}

/**
 * Reads the entries of a map. If the map is invalid YAML, reads each entry by itself, and a broken one as a plain line.
 * Lines such as `tag:shop`, which are a text in YAML, are meant as entries.
 */
export function readPairs(text: string, { errors, contents }: ReturnType<typeof parseYaml>): YamlPair[] {
  if (errors.length > 0) return keyedTextsIn(text).flatMap(readKeyedText);
  if (isScalar(contents)) return readLooseLines(text);
  return isMap(contents) ? contents.items.flatMap((pair) => readPair(pair, text) ?? []) : [];
}

const loose = /^(?<lead>(?<key>[A-Za-z_][\w -]{0,40}):)(?!\/\/)(?<value>\S.*)$/gm;

function readLooseLines(text: string): YamlPair[] {
  return [...text.matchAll(loose)].map(({ groups, index }) => {
    const { lead = '', key = '', value = '' } = groups ?? {};
    const written = value.trimEnd();
    const from = index + lead.length;
    return {
      key: key.trim(),
      keyFrom: index,
      written,
      from,
      to: from + written.length,
      names: undefined,
      shape: plain,
    };
  });
}

/** A line with a key, and the lines up to the next key. */
interface KeyedText {
  readonly start: number;
  readonly text: string;
}

const keyed = /^(?<lead>(?<key>\w[\w ./()-]{0,60}):(?:[ \t]+|$))(?<value>.*)$/m;

function keyedTextsIn(text: string): KeyedText[] {
  const starts = [...text.matchAll(new RegExp(keyed, 'gm'))].map(({ index }) => index);
  return starts.map((start, index) => ({ start, text: text.slice(start, starts[index + 1]) }));
}

function readKeyedText({ start, text }: KeyedText): YamlPair[] {
  const yaml = parseYaml(text);
  const pairs = yaml.errors.length === 0 ? readPairs(text, yaml) : (readHandles(text) ?? readLine(text));
  return pairs.map((pair) => movedBy(start, pair));
}

function movedBy(start: number, pair: YamlPair): YamlPair {
  const { keyFrom, from, to, inner = [] } = pair;
  const moved = inner.map((one) => movedBy(start, one));
  return { ...pair, keyFrom: start + keyFrom, from: start + from, to: start + to, inner: moved };
}

/** “@”, with which no plain value may begin, at the beginning of one: `deciders: @ana`. */
const handleStart = /(?<=^[^"'\n]{0,80}(?:[:-][ \t]{1,8}|\[[ \t]{0,8})|, ?)@(?=\w)/gm;

/** Reads an entry that is invalid YAML only because some of its values begin with “@”. */
function readHandles(text: string): YamlPair[] | undefined {
  const masked = text.replaceAll(handleStart, 'x');
  const yaml = masked === text ? undefined : parseYaml(masked);
  return yaml === undefined || yaml.errors.length > 0 ? undefined : readPairs(text, yaml);
}

/** Reads an entry that is invalid YAML. Drops an opening quote or bracket that is never closed. */
function readLine(text: string): YamlPair[] {
  const { lead = '', key = '', value = '' } = keyed.exec(text)?.groups ?? {};
  const written = value.trim();
  const to = lead.length + written.length;
  const words = written.replace(/^(?!\[[^\][]{1,300}\]\()["'[]/, '');
  return [{ key: key.trim(), keyFrom: 0, written: words, from: lead.length, to, names: undefined, shape: plain }];
}

function readPair(pair: Pair, yaml: string): YamlPair | undefined {
  const { key, value } = pair;
  if (!isScalar(key) || !key.range) return undefined;
  const name = String(key.value);
  const keyFrom = key.range[0];
  if (isSeq(value) && value.range) {
    const names = value.items.map((item) => nameIn(item, yaml));
    const from = value.flow === true ? value.range[0] : yaml.indexOf('\n', key.range[1]);
    const indent = /\n([ \t]*)-/.exec(yaml.slice(from))?.[1] ?? '';
    const [first] = value.items;
    const shape = { list: value.flow === true ? 'flow' : 'block', indent, quote: quoteOf(first, yaml) } as const;
    const to = value.flow === true ? value.range[1] : value.range[1] - (yaml[value.range[1] - 1] === '\n' ? 1 : 0);
    return { key: name, keyFrom, written: names.join(', '), from, to, names, shape };
  }
  if (isScalar(value) && value.range) {
    const [from, end] = value.range;
    const to = end - (value.type?.startsWith('BLOCK') === true && yaml[end - 1] === '\n' ? 1 : 0);
    const quote = quoteOf(value, yaml);
    const written = quote === '' ? yaml.slice(from, to) : String(value.value ?? '').trimEnd();
    const indent = isBlock(quote) ? (/\n(?<indent> +)/.exec(yaml.slice(from, to))?.groups?.indent ?? '  ') : '';
    return { key: name, keyFrom, written, from, to, names: undefined, shape: { ...plain, quote, indent } };
  }
  if (isMap(value) && value.range) {
    const [from, end] = value.range;
    const to = end - (yaml[end - 1] === '\n' ? 1 : 0);
    const inner = value.flow === true ? [] : value.items.flatMap((one) => readPair(one, yaml) ?? []);
    return {
      key: name,
      keyFrom,
      written: yaml.slice(from, to),
      from,
      to,
      names: undefined,
      shape: { ...plain, list: 'map' },
      inner,
    };
  }
  return {
    key: name,
    keyFrom,
    written: '',
    from: key.range[1] + 1,
    to: key.range[1] + 1,
    names: undefined,
    shape: plain,
  };
}

/** A name in a list: a text, or a map such as `name: Ana`. */
function nameIn(item: unknown, yaml: string): string {
  const name = isMap(item) ? (item.get('name') ?? item.items[0]?.value) : item;
  if (isScalar(name) && name.type === 'PLAIN' && name.range && yaml[name.range[0]] === '@') {
    return yaml.slice(name.range[0], name.range[1]);
  }
  const value = isScalar(name) ? name.value : name;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

const plain: ValueShape = { list: 'none', indent: '', quote: '' };

function quoteOf(node: unknown, yaml: string): ValueShape['quote'] {
  if (!isScalar(node)) return '';
  const isStripped = yaml[(node.range?.[0] ?? 0) + 1] === '-';
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return '"';
    case 'QUOTE_SINGLE':
      return "'";
    case 'BLOCK_LITERAL':
      return isStripped ? '|-' : '|';
    case 'BLOCK_FOLDED':
      return isStripped ? '>-' : '>';
    default:
      return '';
  }
}

/** Whether a text in YAML is on lines of its own. */
export function isBlock(quote: ValueShape['quote']): boolean {
  return /^[|>]/.test(quote);
}

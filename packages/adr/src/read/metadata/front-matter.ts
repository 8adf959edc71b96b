import type { Yaml } from 'mdast';
import type { AdrLanguage } from '../../language/adr-language.ts';
import type { MetadataEntryForm } from '../../style/house-style.ts';
import { placeOf, type Source, startOfFrontMatter } from '../source/source.ts';
import type { AdrWarning } from '../warning.ts';
import { type Metadata, type MetadataEntry, plainEntry, plainForm } from './entry/entry.ts';
import { fieldOfEntry, formOfRevisit } from './metadata-field.ts';
import { meaningOfStatus, readStatus } from './status.ts';
import { parseYaml, readPairs, type YamlPair } from './yaml-pairs.ts';

/** The longest front matter that is read, in UTF-16 units. */
export const longestFrontMatter = 20_000;

/** The most YAML errors that become warnings. */
const errorsTold = 5;

/** Reads as much of the YAML front matter as possible. Errors in it become warnings. */
export function readFrontMatter(source: Source, node: Yaml): Metadata & { readonly warnings: readonly AdrWarning[] } {
  if (node.value.length > longestFrontMatter) return tooLong;
  const yaml = parseYaml(node.value);
  const start = startOfFrontMatter(source, node);
  const lineOf = (offset: number) => placeOf(node).line + 1 + (node.value.slice(0, offset).match(/\n/g)?.length ?? 0);
  const warnings = yaml.errors.slice(0, errorsTold).map((error): AdrWarning => {
    const [said = ''] = error.message.split('\n');
    return { code: 'front matter not YAML', said, line: lineOf(error.pos[0]), isError: true };
  });
  const entries: MetadataEntry[] = [];
  const forms: MetadataEntryForm[] = [];
  const pairs = withEntriesOfMap(node.value, readPairs(node.value, yaml), source.language);
  const hasOwnStatus = pairs.some(({ key, written }) => isOwnStatus(key) && written !== '');
  for (const { key, keyFrom, written, from, to, names, shape } of pairs) {
    const named =
      shape.list === 'map' && written === '' ? undefined : fieldOfEntry(key, written, source.language, names);
    const field = named === 'status' && hasOwnStatus && !isOwnStatus(key) ? undefined : named;
    const value = {
      value: written,
      foundIn: 'front matter',
      line: lineOf(from),
      start: start + from,
      end: start + to,
    } as const;
    entries.push({ field, key, value, names });
    const lead = node.value.slice(keyFrom, from);
    forms.push({
      ...plainEntry,
      field,
      key,
      lead,
      shape,
      ...formOfRevisit(field, key, written, source.language),
      unanswered: written === '' ? node.value.slice(from, to) : undefined,
    });
  }
  return { entries, form: { ...noForm, entries: forms }, first: 0, length: 1, warnings };
}

/**
 * The entries with those of a map that has a known status, if nothing else is called one: “adr:” above “  status:
 * accepted”. What is left of the map is its key.
 */
function withEntriesOfMap(yaml: string, pairs: readonly YamlPair[], language: AdrLanguage | undefined): YamlPair[] {
  const isStatus = ({ key, written }: YamlPair) => fieldOfEntry(key, written, language) === 'status';
  const saysStatus = (pair: YamlPair) => isStatus(pair) && meaningOfStatus(readStatus(pair.written).word) !== undefined;
  const map = pairs.some(isStatus) ? undefined : pairs.find(({ inner }) => inner?.some(saysStatus) === true);
  if (map?.inner === undefined) return [...pairs];
  const end = yaml.indexOf(':', map.keyFrom + map.key.length) + 1;
  const inner = map.inner.map((pair) => ({ ...pair, keyFrom: yaml.lastIndexOf('\n', pair.keyFrom) + 1 }));
  return pairs.flatMap((pair) => (pair === map ? [{ ...pair, written: '', from: end, to: end }, ...inner] : [pair]));
}

/** A key for the status of the decision, where “status” is that of the file as a text: “adr_status”. */
const isOwnStatus = (key: string) => /^(?:adr|decision)[-_ ]?status$/i.test(key);

const noForm = { ...plainForm, layout: 'front matter', entries: [] } as const;

const tooLong: ReturnType<typeof readFrontMatter> = {
  entries: [],
  form: noForm,
  first: 0,
  length: 1,
  warnings: [{ code: 'front matter too long', most: longestFrontMatter, line: 1, isError: true }],
};

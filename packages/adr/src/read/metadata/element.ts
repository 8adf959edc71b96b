import type { RootContent } from 'mdast';
import { placeOf, type Source } from '../source/source.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { fieldOf } from './metadata-field.ts';
import { meaningOfStatus } from './status.ts';

const onlyTags = /^\s*(?:<\/?[a-z][^<>]{0,400}>\s*){1,6}$/i;
const attributes = /\s:?(?<name>[a-z][\w-]{0,40})=["'](?<value>[^"'<>\n]{1,60})["']/gi;

/** Elements without a text are no status themselves, but one of their attributes may be: `<adr-status status="accepted">`. */
export function withoutElement(entry: MetadataEntry): MetadataEntry[] {
  const { value, field } = entry;
  if (field !== 'status' || !onlyTags.test(value.value)) return [entry];
  const found = [...value.value.matchAll(attributes)].map(({ groups, 0: written, index }) => {
    const { name = '', value: word = '' } = groups ?? {};
    const start = value.start + index + written.length - 1 - word.length;
    return { name, place: { ...value, value: word, foundIn: 'attribute', start, end: start + word.length } as const };
  });
  const known = found.filter(({ place }) => meaningOfStatus(place.value) !== undefined);
  const said = known.find(isNamed) ?? known[0] ?? found.find(isNamed);
  return said === undefined ? [] : [{ ...entry, value: said.place }];
}

const isNamed = ({ name }: { readonly name: string }) => fieldOf(name) === 'status';

/** The statuses in elements that stand alone around the title, or below the heading for the status. */
export function elementsWithStatus(source: Source, nodes: readonly RootContent[]): MetadataEntry[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'html' && node.type !== 'paragraph') return [];
    const { start, end, line } = placeOf(node);
    const value = { value: source.text.slice(start, end), foundIn: 'text', line, start, end } as const;
    if (!onlyTags.test(value.value)) return [];
    return withoutElement({ field: 'status', key: 'status', value, names: undefined });
  });
}

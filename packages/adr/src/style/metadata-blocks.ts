import type { RootContent } from 'mdast';
import type { AdrDocument } from '../read/document.ts';
import type { Metadata } from '../read/metadata/entry/entry.ts';

/** The blocks whose lines are entries rather than text. */
export function blocksOfMetadata({ outline, metadata, closing, sections }: AdrDocument): RootContent[] {
  const inPlace = (nodes: readonly RootContent[], place: Metadata | undefined) =>
    place === undefined ? [] : nodes.slice(place.first, place.first + place.length);
  const own = sections.filter(({ part }) => part === 'status' || part === 'date' || part === 'people');
  return [
    ...inPlace(outline.preamble, metadata),
    ...inPlace(outline.closing, closing),
    ...own.flatMap(({ segment }) => segment.nodes),
  ];
}

import { foldHeading } from '../content/part-of-heading.ts';

/** The places outside all sections where an ADR may have text. */
export type OuterPlace = 'preface' | 'metadata' | 'introduction' | 'closing';

/** The headings under which a proposal shows text that has no heading in the file. */
export const reservedHeadings: Readonly<Record<OuterPlace, string>> = {
  preface: 'Before the title',
  metadata: 'Metadata',
  introduction: 'Opening remark',
  closing: 'Closing remark',
};

const places: readonly OuterPlace[] = ['preface', 'metadata', 'introduction', 'closing'];
const placeByHeading = new Map(places.map((place) => [foldHeading(reservedHeadings[place]), place]));
// What a section with metadata is called in a proposal in German.
placeByHeading.set('metadaten', 'metadata');

/** Whether a section's place is outside all sections. */
export function isReservedPlace(place: string): place is OuterPlace {
  return Object.hasOwn(reservedHeadings, place);
}

/** The place that a heading is reserved for. */
export function placeOfHeading(heading: string): OuterPlace | undefined {
  return placeByHeading.get(foldHeading(heading));
}

import { foldHeading } from '../content/part.ts';

/** What an ADR may have outside all sections. */
export type Place = 'preface' | 'metadata' | 'introduction' | 'closing';

/** The headings of sections that stand for what has no heading in the file. */
export const reservedHeadings: Readonly<Record<Place, string>> = {
  preface: 'Before the title',
  metadata: 'Metadata',
  introduction: 'Opening remark',
  closing: 'Closing remark',
};

const places: readonly Place[] = ['preface', 'metadata', 'introduction', 'closing'];
const placeByHeading = new Map(places.map((place) => [foldHeading(reservedHeadings[place]), place]));

/** Whether a place of a section is one of these. */
export function isReservedPlace(place: string): place is Place {
  return Object.hasOwn(reservedHeadings, place);
}

/** The place that a section stands for, by its heading. */
export function placeOfHeading(heading: string): Place | undefined {
  return placeByHeading.get(foldHeading(heading));
}

import { type AdrPart, partsInOrder } from '../content/part.ts';
import type { HouseStyle, MetadataEntryForm, MetadataForm, SectionForm } from './house-style.ts';

/** Whether two forms are the same section. */
export const isAlike = (one: SectionForm, other: SectionForm) =>
  one.part === other.part && one.heading === other.heading && one.depth === other.depth;

/**
 * The parts that an ADR leaves out if it has nothing for them: all below the context, apart from the outcome. That all of
 * the others are missing is a habit.
 */
const optionalParts: readonly AdrPart[] = partsInOrder
  .slice(partsInOrder.indexOf('context') + 1)
  .filter((part) => part !== 'outcome');

/** Whether a style has a part. */
const has = ({ sections }: HouseStyle, part: AdrPart) => sections.some((section) => section.part === part);

/** Whether a file had something that would have gone into this part, in whatever section it put that. */
function showsHabit(style: HouseStyle, part: AdrPart): boolean {
  if (has(style, part)) return true;
  if (part === 'options') return has(style, 'option-details');
  if (part === 'option-details') return style.sections.some(({ options }) => options?.points !== undefined);
  const isKind = part.endsWith('-consequences') || part === 'mitigations';
  return isKind && style.sections.some((section) => section.part === 'consequences' && section.points !== undefined);
}

/** Whether at least half of the files that had something for this part gave it a section. */
function isUsual(part: AdrPart, styles: readonly HouseStyle[]): boolean {
  const shown = styles.filter((style) => showsHabit(style, part));
  return shown.filter((style) => has(style, part)).length * 2 >= shown.length;
}

/**
 * Whether a style has the same sections as a house, as far as both have a part, in the same order. Only then can one
 * tell where the others belong.
 */
function agrees({ sections }: HouseStyle, house: readonly SectionForm[]): boolean {
  const shared = sections.filter(({ part }) => part !== undefined && house.some((known) => known.part === part));
  const places = shared.map((section) => house.findIndex((known) => isAlike(known, section)));
  return places.length > 0 && places.every((place, index) => place > (places[index - 1] ?? -1));
}

/**
 * Adds the sections that a house has only in some of its files, because the others had nothing for them. Each goes
 * after the section that it followed there.
 */
export function addOptionalSections(house: readonly SectionForm[], styles: readonly HouseStyle[]): SectionForm[] {
  const sections = [...house];
  for (const style of styles) {
    if (!agrees(style, sections)) continue;
    for (const [index, section] of style.sections.entries()) {
      const { part } = section;
      if (part === undefined || !optionalParts.includes(part) || !isUsual(part, styles)) continue;
      if (sections.some((known) => known.part === part)) continue;
      const place = placeFor(section, style.sections.slice(0, index), style.sections.slice(index + 1), sections);
      if (place !== undefined) sections.splice(place, 0, section);
    }
  }
  return sections;
}

function placeFor(
  section: SectionForm,
  before: readonly SectionForm[],
  after: readonly SectionForm[],
  sections: readonly SectionForm[],
): number | undefined {
  const find = (wanted: SectionForm) => sections.findIndex((known) => isAlike(known, wanted));
  const last = before.map(find).findLast((place) => place !== -1);
  const next = after.map(find).find((place) => place !== -1);
  if (last === undefined) return next;
  let place = last + 1;
  // What is below the section that it followed stays with that one.
  while ((sections[place]?.depth ?? 0) > Math.max(section.depth, sections[last]?.depth ?? 0)) place += 1;
  return next !== undefined && place > next ? undefined : place;
}

/** The people and labels that an ADR leaves out if it has none. */
const optionalFields: readonly MetadataEntryForm['field'][] = ['consulted', 'informed', 'tags'];

/** Adds the fields that a house has only in some of its files, because the others had nothing for them. */
export function addOptionalFields(
  form: MetadataForm | undefined,
  others: readonly (MetadataForm | undefined)[],
): MetadataForm | undefined {
  if (form === undefined || form.layout === 'table') return form;
  const entries = [...form.entries];
  for (const other of others) {
    if (other === undefined || other.layout !== form.layout) continue;
    for (const [index, entry] of other.entries.entries()) {
      const isNew = optionalFields.includes(entry.field) && !entries.some(({ field }) => field === entry.field);
      const keys = other.entries.slice(0, index).map(({ key }) => key);
      const before = entries.findLastIndex(({ key }) => keys.includes(key));
      if (isNew && before !== -1) entries.splice(before + 1, 0, entry);
    }
  }
  return { ...form, entries };
}

import { type AdrPart, partsInOrder } from '../content/part.ts';
import type { SectionForm } from './house-style.ts';
import { commonForm } from './section-form.ts';
import { commonValue, shareOf } from './vote.ts';

/** The sections of one file, in its order. */
export type FileSections = readonly SectionForm[];

/** Whether two forms are the same section. */
export const isAlike = (one: SectionForm, other: SectionForm) =>
  one.part === other.part && one.heading === other.heading && one.depth === other.depth;

/** A heading that a template has only to be replaced: “{section}”, “[title]”, “…”. */
const placeholder = /^(?:\{.*\}|\\?\[.*\]|\\?<.*>|…|\.{3})$/;

/** The sections of a template, without placeholders, and without instructions such as “<!-- optional -->” in headings. */
export function withoutInstructions(sections: FileSections): SectionForm[] {
  return sections
    .map((section) => ({ ...section, heading: section.heading.replaceAll(/(?<!\s)\s*<!--[\s\S]{0,1000}?-->/g, '') }))
    .filter(({ heading }) => !placeholder.test(heading));
}

/**
 * The sections that most files have, and those that only some have because the others had nothing for them. They are in
 * the order of the file that is most like the others, the latest of several.
 */
export function commonSections(files: readonly FileSections[]): SectionForm[] {
  const likeness = files.map((sections) => likenessOf(sections, files));
  const best = files[likeness.lastIndexOf(Math.max(...likeness))] ?? [];
  const isUsual = (form: SectionForm) =>
    shareOf(files, (sections) => sections.some((other) => isAlike(form, other))) >= 0.5;
  const usual = best.filter((section) => section.part !== undefined || isUsual(section));
  const named = usual.map((section) => withUsualHeading(section, files));
  return addOptionalSections(named, files).map((section) => commonForm(section, files));
}

/** How many sections a file shares with the others, minus those that only this file has. */
function likenessOf(sections: FileSections, files: readonly FileSections[]): number {
  return sections.reduce(
    (sum, section) => sum + shareOf(files, (others) => others.some((other) => isAlike(section, other))) - 0.5,
    0,
  );
}

/** A section with the heading that most files have for its part. */
export function withUsualHeading(section: SectionForm, files: readonly FileSections[]): SectionForm {
  const { part } = section;
  if (part === undefined) return section;
  const usual = commonValue(files, (sections) => {
    const same = sections.find((form) => form.part === part);
    return same && { heading: same.heading, depth: same.depth };
  });
  // At another level, it would be in another place, too.
  return usual?.depth === section.depth ? { ...section, heading: usual.heading } : section;
}

/**
 * The parts that an ADR leaves out if it has nothing for them: all below the context, apart from the outcome. That all of
 * the others are missing is a habit.
 */
const optionalParts: readonly AdrPart[] = partsInOrder
  .slice(partsInOrder.indexOf('context') + 1)
  .filter((part) => part !== 'outcome');

/** Whether a file has a section for a part. */
const has = (sections: FileSections, part: AdrPart) => sections.some((section) => section.part === part);

/** Whether a file had something that would have gone into this part, in whatever section it put that. */
function showsHabit(sections: FileSections, part: AdrPart): boolean {
  if (has(sections, part)) return true;
  if (part === 'options') return has(sections, 'option-details');
  if (part === 'option-details') return sections.some(({ options }) => options?.points !== undefined);
  const isKind = part.endsWith('-consequences') || part === 'mitigations';
  return isKind && sections.some((section) => section.part === 'consequences' && section.points !== undefined);
}

/** Whether at least half of the files that had something for this part gave it a section. */
function isUsual(part: AdrPart, files: readonly FileSections[]): boolean {
  const shown = files.filter((sections) => showsHabit(sections, part));
  return shareOf(shown, (sections) => has(sections, part)) >= 0.5;
}

/**
 * Whether a file has the same sections as a house, as far as both have a part, in the same order. Only then can one tell
 * where the others belong.
 */
function agrees(sections: FileSections, house: FileSections): boolean {
  const shared = sections.filter(({ part }) => part !== undefined && house.some((known) => known.part === part));
  const places = shared.map((section) => house.findIndex((known) => isAlike(known, section)));
  return places.length > 0 && places.every((place, index) => place > (places[index - 1] ?? -1));
}

/** Adds the sections that a house has only in some of its files. Each goes after the section that it followed there. */
export function addOptionalSections(house: FileSections, files: readonly FileSections[]): SectionForm[] {
  const sections = [...house];
  // The latest shows best where the house has them now.
  for (const file of files.toReversed()) {
    if (!agrees(file, sections)) continue;
    for (const [index, section] of file.entries()) {
      const { part } = section;
      if (part === undefined || !optionalParts.includes(part) || !isUsual(part, files)) continue;
      if (has(sections, part)) continue;
      const place = placeFor(section, file.slice(0, index), file.slice(index + 1), sections);
      if (place !== undefined) sections.splice(place, 0, withUsualHeading(section, files));
    }
  }
  return sections;
}

function placeFor(
  section: SectionForm,
  before: FileSections,
  after: FileSections,
  sections: FileSections,
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

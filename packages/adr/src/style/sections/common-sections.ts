import { type AdrPart, partsInOrder } from '../../content/part.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { fieldOf } from '../../read/metadata/metadata-field.ts';
import { contextHome } from '../asked-entries.ts';
import type { SectionForm } from '../house-style.ts';
import { commonValue, shareOf } from '../vote.ts';
import { commonForm, type FileSection } from './section-form.ts';
import { inUsualOrder } from './section-order.ts';

/** The sections of one file, in its order. */
export type FileSections = readonly FileSection[];

/** Whether two forms are the same section. */
export const isAlike = (one: SectionForm, other: SectionForm) =>
  one.part === other.part && one.heading === other.heading && one.depth === other.depth;

/** A heading that a template has only to be replaced: “{section}”, “[title]”, “…”. */
const placeholder = /^(?:\{.*\}|\\?\[.*\]|\\?<.*>|…|\.{3})$/;
/** A heading with a gap: “Option 1: [name]”. */
const withGap = /\{[^{}]+\}|\[[^[\]]+\](?!\()|<[^<>]+>/;

/** What a template says of a section behind its heading: “(optional)”. */
const remark = /(?<!\s)\s*[(（[](?<words>[^()（）[\]\n]{1,40})[)）\]]$/u;
const optional = wordTable((words) => [[true, words.optional]] as const);

/** A heading without a remark that nobody has to fill it in. */
function withoutRemark(heading: string): string {
  const { 0: written = '', groups } = remark.exec(heading) ?? {};
  const isOptional = optional.find(foldWord(groups?.words?.trim() ?? '')) === true;
  return isOptional ? heading.slice(0, heading.length - written.length) : heading;
}

/**
 * The sections of a template, without placeholders, among which is one for the title, and without instructions such as
 * “<!-- optional -->” in headings.
 */
export function withoutInstructions(sections: FileSections): FileSection[] {
  const isTitle = ({ part, heading }: FileSection) => part === undefined && fieldOf(heading) === 'title';
  return sections
    .map((section) => {
      const bare = section.heading.replaceAll(/(?<!\s)\s*<!--[\s\S]{0,1000}?-->/g, '');
      return { ...section, heading: withoutRemark(bare) };
    })
    .filter((section) => {
      const { heading, part } = section;
      return !placeholder.test(heading) && (part !== undefined || !withGap.test(heading)) && !isTitle(section);
    });
}

/**
 * The sections that most files have, and those that only some have because the others had nothing for them. Their order is
 * that of the file that is most like the others, the latest of several, unless most files have two of them the other way.
 */
export function commonSections(files: readonly FileSections[]): SectionForm[] {
  const likeness = files.map((sections) => likenessOf(sections, files));
  const best = files[likeness.lastIndexOf(Math.max(...likeness))] ?? [];
  const isUsual = (form: SectionForm) =>
    shareOf(files, (sections) => sections.some((other) => isAlike(form, other))) >= 0.5;
  const usual = best.filter((section) => section.part !== undefined || isUsual(section));
  const named = usual.map((section) => withUsualHeading(section, files));
  return addOptionalSections(inUsualOrder(named, files), files).map((section) => commonForm(section, files));
}

const withoutColon = (heading: string) => heading.replace(/\s?[:：]$/, '');

/**
 * Sections in which those for good and bad consequences both end with a colon, or neither does: each may have its heading
 * from another file. The one that also has the other form in some file takes that.
 */
function withLikeColons(sections: readonly SectionForm[], files: readonly FileSections[]): SectionForm[] {
  const kinds = sections.filter(({ part }) => part?.endsWith('-consequences'));
  const bare = kinds.filter(({ heading }) => heading === withoutColon(heading));
  if (bare.length === 0 || bare.length === kinds.length) return [...sections];
  const headings = files.flat().map(({ heading }) => heading);
  const others = kinds.filter((kind) => !bare.includes(kind));
  const isBareToo = others.every(({ heading }) => headings.includes(withoutColon(heading)));
  const withColon = (heading: string) => headings.find((other) => other !== heading && withoutColon(other) === heading);
  return sections.map((section) => {
    const { heading } = section;
    if (isBareToo && others.includes(section)) return { ...section, heading: withoutColon(heading) };
    return !isBareToo && bare.includes(section) ? { ...section, heading: withColon(heading) ?? heading } : section;
  });
}

/** How many sections a file shares with the others, minus those that only this file has; then, how usual its order is. */
function likenessOf(sections: FileSections, files: readonly FileSections[]): number {
  return sections.reduce((sum, section, index) => {
    const before = sections[index - 1];
    const both = files.filter((file) => before && placeIn(file, before) !== -1 && placeIn(file, section) !== -1);
    const isSameOrder = (file: FileSections) => before !== undefined && placeIn(file, before) < placeIn(file, section);
    const order = both.length === 0 ? 0 : shareOf(both, isSameOrder) - 0.5;
    return sum + shareOf(files, (others) => placeIn(others, section) !== -1) - 0.5 + order / 100;
  }, 0);
}

function placeIn(file: readonly SectionForm[], section: SectionForm): number {
  return file.findIndex((other) => isAlike(section, other));
}

/** A section with the heading that most files have for its part. */
export function withUsualHeading<Section extends SectionForm>(
  section: Section,
  files: readonly FileSections[],
): Section {
  const { part } = section;
  if (part === undefined) return section;
  const usual = commonValue(files, (sections) => {
    const same = sections.find((form) => form.part === part);
    return same && { heading: same.heading, depth: same.depth };
  });
  // At another level, it would be in another place, too.
  return usual?.depth === section.depth ? { ...section, heading: usual.heading } : section;
}

/** The parts that an ADR leaves out if it has nothing for them: all below the context, apart from the outcome. */
const optionalParts: readonly AdrPart[] = partsInOrder
  .slice(partsInOrder.indexOf('context') + 1)
  .filter((part) => part !== 'outcome');

/** Whether a file has a section for a part. */
const has = (sections: FileSections, part: AdrPart | undefined) => sections.some((section) => section.part === part);

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
function agrees(sections: FileSections, house: readonly SectionForm[]): boolean {
  const shared = sections.filter(({ part }) => part !== undefined && house.some((known) => known.part === part));
  const places = shared.map((section) => house.findIndex((known) => isAlike(known, section)));
  return places.length > 0 && places.every((place, index) => place > (places[index - 1] ?? -1));
}

/** Consequences of which both kinds have a section, or neither, whichever ADRs had something for only one of them. */
const counterparts: Readonly<Partial<Record<AdrPart, AdrPart>>> = {
  'good-consequences': 'bad-consequences',
  'bad-consequences': 'good-consequences',
};

/** From how many files on a single one shows no habit. */
const manyFiles = 6;

/** How many of the latest files show by one of them what a house calls the context, if it has had no section for it. */
const latest = 3;

/**
 * The parts that a house may have a section for besides the usual ones. That all parts but those which an ADR leaves out if
 * it has nothing for them are missing is a habit; but the context has to go somewhere.
 */
function partsToAdd(house: readonly SectionForm[], files: readonly FileSections[]): readonly AdrPart[] {
  const needsContext = contextHome(house.map((section) => commonForm(section, files))) === undefined;
  const isCalled = files.slice(-latest).some((sections) => has(sections, 'context'));
  const inMost = saidParts.filter((part) => shareOf(files, (sections) => has(sections, part)) >= 0.5);
  return [...inMost, ...(needsContext && isCalled ? (['context'] as const) : []), ...optionalParts];
}

/** What every ADR says somewhere: in a section where most have one for it, even if the file that is most like them has none. */
const saidParts: readonly AdrPart[] = ['status', 'date', 'people', 'context', 'outcome'];

/** Adds the sections that a house has only in some of its files, each where most of these have it. */
export function addOptionalSections(house: readonly SectionForm[], files: readonly FileSections[]): SectionForm[] {
  const sections = [...house];
  const alike = files.filter((file) => agrees(file, house));
  const fewest = files.length < manyFiles ? 1 : 2;
  // With alternatives to the consequences in other ADRs, none shows the order of both: that of MADR is the usual one.
  const apart = files.filter(
    (file) => !file.some(({ part }) => part !== undefined && house.some((known) => known.part === part)),
  );
  for (const part of partsToAdd(house, files)) {
    const isApart = part === 'options' && !has(alike.flat(), part);
    const other = sections.find((known) => known.part !== undefined && known.part === counterparts[part]);
    const both = other === undefined ? [] : files.filter((file) => has(file, part) && has(file, counterparts[part]));
    const isSaid = saidParts.includes(part) && shareOf(files, (file) => has(file, part)) >= 0.5;
    const form =
      usualSection(part, both) ??
      usualSection(part, isApart ? apart : alike) ??
      (isSaid ? usualSection(part, files) : undefined);
    const shown = files.filter((file) => form !== undefined && placeIn(file, form) !== -1);
    if (
      form === undefined ||
      shown.length < (both.length > 0 || rareParts.includes(part) ? 1 : fewest) ||
      sections.some((known) => known.part === part) ||
      !(both.length > 0 || isUsual(part, files))
    )
      continue;
    // Where the files call the other kind something else, they don't show its place here.
    const isBeside = other !== undefined && both.length > 0 && !shown.some((file) => placeIn(file, other) !== -1);
    const besides = isBeside ? sections.indexOf(other) + (part === 'bad-consequences' ? 1 : 0) : undefined;
    const isUnplaced = isApart || (both.length === 0 && !has(alike.flat(), part));
    const usual = isUnplaced ? placeInMadr(form, sections) : placeFor(form, sections, both.length > 0 ? both : alike);
    const place = besides ?? usual;
    if (place !== undefined) sections.splice(place, 0, form);
  }
  return withLikeColons(sections, files);
}

/** The place before the first section that MADR has behind this one. */
function placeInMadr({ part }: SectionForm, sections: readonly SectionForm[]): number {
  const order = (one: AdrPart | undefined) => (one === undefined ? -1 : partsInOrder.indexOf(one));
  const at = sections.findIndex((other) => order(other.part) > order(part));
  return at === -1 ? sections.length : at;
}

/**
 * Adds sections of their own that nearly every ADR has, such as a license or “Rollout”, and the log, to those that a house
 * has from its template.
 */
export function addSteadySections(house: readonly SectionForm[], files: readonly FileSections[]): SectionForm[] {
  const sections = [...house];
  const recentOnes = files.slice(-latest).flat();
  for (const form of recentOnes) {
    if ((form.part ?? 'log') !== 'log' || sections.some((known) => isAlike(known, form))) continue;
    if (!commonForm(form, files).isSteady) continue;
    const place = placeFor(form, sections, files);
    if (place !== undefined) sections.splice(place, 0, form);
  }
  return sections;
}

/** Parts that one ADR of many shows a place for: most have nothing for them, and the others no other place. */
const rareParts: readonly AdrPart[] = ['context', 'options'];

/** The latest section of a part that has the usual heading and level. */
function usualSection(part: AdrPart, files: readonly FileSections[]): SectionForm | undefined {
  const found = files.flatMap((file) => file.find((form) => form.part === part) ?? []);
  const usual = commonValue(found, ({ heading, depth }) => ({ heading, depth }));
  return found.findLast(({ heading, depth }) => heading === usual?.heading && depth === usual.depth);
}

/**
 * The place in which a section is behind all that it follows in most files, and before all that follow it there, at its
 * level, and below the section that it is part of; undefined if the house lacks that one.
 */
function placeFor(
  section: SectionForm,
  sections: readonly SectionForm[],
  files: readonly FileSections[],
): number | undefined {
  const shown = files.filter((file) => file.some((form) => isAlike(form, section)));
  const above = commonValue(shown, (file) => ({ part: parentOf(section, file)?.part }))?.part;
  const from = above === undefined ? -1 : sections.findIndex(({ part }) => part === above);
  if (above !== undefined && from === -1) return undefined;
  const end = sections.findIndex(({ depth }, at) => at > from && from !== -1 && depth <= (sections[from]?.depth ?? 0));
  const follows = sections.map((known) => {
    const both = shown.filter((file) => placeIn(file, known) !== -1);
    return both.length === 0 ? 0 : shareOf(both, (file) => placeIn(file, known) < placeIn(file, section)) - 0.5;
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const places = [...sections.keys(), sections.length].filter((at) => {
    const isWithin = at > from && (end === -1 || at <= end);
    return isWithin && (at === sections.length || (sections[at]?.depth ?? 0) <= section.depth);
  });
  const fit = (at: number) => sum(follows.slice(0, at)) - sum(follows.slice(at));
  return places.toSorted((one, other) => fit(other) - fit(one) || one - other)[0];
}

/** The section that another one is part of. */
function parentOf(section: SectionForm, file: FileSections): SectionForm | undefined {
  const at = file.findIndex((form) => isAlike(form, section));
  return file.slice(0, at).findLast(({ depth }) => depth < section.depth);
}

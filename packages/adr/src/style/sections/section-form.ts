import { toString as textOf } from 'mdast-util-to-string';
import type { Markdown } from '../../content/content.ts';
import { type AdrPart, tailParts } from '../../content/part.ts';
import type { AdrDocument, AdrSection } from '../../read/document.ts';
import { partInHeading } from '../../read/metadata/section-entries.ts';
import { findBoxes } from '../../read/metadata/status-boxes.ts';
import { namesUnchosen } from '../../read/options/option-words.ts';
import { headingAsWritten, isLineHeading, placeOf } from '../../read/source/source.ts';
import { namedIn } from '../../text/named-in.ts';
import { madrPoints } from '../../write/points.ts';
import type { OptionsForm, PointsForm, RevisitDateForm, SectionForm } from '../house-style.ts';
import { commonValue, shareOf } from '../vote.ts';
import { commonPoints } from './common-points.ts';
import { commonLog, logFormIn } from './log-form.ts';
import { optionColumnsIn } from './option-columns.ts';
import { standingIn } from './standing-section.ts';
import { commonTightness, latestTightness, tightnessIn, tightnessOf } from './tightness.ts';

/** How one file writes a section, and what it says there. */
export interface FileSection extends SectionForm {
  readonly text: Markdown;
  /** The list that is nearly all of it. */
  readonly list?: Pick<PointsForm, 'isOrdered' | 'isLoose'> | undefined;
  /** It says what one of its options is. */
  readonly isDescribed?: boolean;
}

/** How one file writes its sections, in their order. */
export function sectionsIn(document: AdrDocument): FileSection[] {
  const sections = document.sections.map((section) => sectionFormIn(document, section));
  return sections.map((section) => (isBesideAll(section, sections) ? { ...section, part: undefined } : section));
}

/** Whether a section such as “Risks” is beside one that has all consequences, good and bad: then it is about something else. */
function isBesideAll({ part, depth }: FileSection, sections: readonly FileSection[]): boolean {
  if (part !== 'bad-consequences' || sections.some((other) => other.part === 'good-consequences')) return false;
  return sections.some((other) => other.part === 'consequences' && other.depth === depth && other.text.trim() !== '');
}

function sectionFormIn(document: AdrDocument, section: AdrSection): FileSection {
  const { part, depth, options, points, outcome, metadata, revisit, segment } = section;
  const columns = options && optionColumnsIn(document.source, segment.nodes);
  const entry = partInHeading(document.source, section);
  // A column may count the options instead of their names.
  const isCounted = columns?.some(({ holds }) => holds === 'counter') === true;
  const asTable = columns && ({ layout: 'table', columns, ...(isCounted ? { counter: '' } : {}) } as const);
  return {
    part: part ?? entry?.part,
    heading: entry?.lead ?? headingAsWritten(document.source, segment.heading),
    isEntry: entry && true,
    depth,
    isLine: isLineHeading(document.source, segment.heading),
    points: points?.form,
    options: options && {
      ...options.form,
      ...asTable,
      ...numberedLike(section),
      listsChosen: listsChosen(document, section),
      tight: tightnessIn(segment.nodes),
    },
    outcome,
    log: part === 'log' ? logFormIn(document.source, section.segment.nodes) : undefined,
    metadata: metadata?.form,
    fact: revisit?.fact,
    revisitDate: revisit?.form,
    tight: tightnessOf(segment.heading, segment.nodes[0]),
    isListed: part === 'status' && segment.nodes[0]?.type === 'list',
    boxes: part === 'status' ? boxesOfSection(document, section) : undefined,
    isSteady: false,
    isUsual: false,
    standing: undefined,
    text: section.markdown,
    list: listIn(section),
    isDescribed: options?.options.some(({ description }) => description !== '') === true,
  };
}

/** “3.1 ” in front of options whose headings have the number of their section. */
function numberedLike({ segment, options }: AdrSection): { readonly counter?: string } {
  const number = /^(?<number>\d{1,2})(?:[.、]|\s)/.exec(textOf(segment.heading))?.groups?.number;
  if (number === undefined || options?.form.layout !== 'sections' || options.form.counter !== '') return {};
  const below = segment.nodes.filter((node) => node.type === 'heading' && node.depth === segment.heading.depth + 1);
  const counters = below.map((node) => /^(?<section>\d{1,2})\.\d{1,2}[ \u3000]/.exec(textOf(node)));
  const areNumbered = counters.length > 0 && counters.every((found) => found?.groups?.section === number);
  return areNumbered ? { counter: counters[0]?.[0] ?? '' } : {};
}

function boxesOfSection({ source }: AdrDocument, { segment: { nodes } }: AdrSection): SectionForm['boxes'] {
  const first = nodes.find(({ type }) => type !== 'html');
  return first && findBoxes(source, placeOf(first))?.form;
}

/**
 * Whether new ADRs list the chosen option in this section. If none is known to be chosen, a heading such as
 * “Alternatives” says that they don't, and so do options behind a decision that names none of them.
 */
function listsChosen({ chosen, outcome, sections }: AdrDocument, section: AdrSection): boolean {
  const { options, name } = section;
  if (chosen === undefined) {
    const isBehind = sections.slice(0, sections.indexOf(section)).some(({ part }) => part === 'outcome');
    const titles = options?.options.map(({ title }) => title) ?? [];
    const isNamed = namedIn(outcome?.value.text.split('\n\n')[0] ?? '', titles).length > 0;
    return !namesUnchosen(name) && (isNamed || !isBehind);
  }
  const names = [chosen.title, chosen.otherTitle];
  return options?.options.some(({ title }) => names.includes(title)) ?? true;
}

/** The share of files from which on nearly every one has a section, and from which on most of them do. */
const steady = 0.85;
const usual = 0.5;

/** The share of files that keep a habit which some of the latest ones don't show. */
const kept = 0.9;
const latest = 3;

/** The fewest files that show what they have in common. */
const fewest = 3;

/** The parts that may have nothing to say. All others say what was decided, by whom and why. */
const mayBeEmpty: readonly (AdrPart | undefined)[] = [
  undefined,
  'confirmation',
  'mitigations',
  'neutral-consequences',
  ...tailParts,
];

/**
 * A section with the forms that most files have in a section of this part. Files show only what they have content for. `adrs`
 * are those of them that show which sections an ADR has, and are no template.
 */
export function commonForm(
  { text: _, list: __, isDescribed: ___, ...section }: SectionForm & Partial<FileSection>,
  files: readonly (readonly FileSection[])[],
  adrs: readonly (readonly FileSection[])[] = files,
): SectionForm {
  const { part, heading, depth } = section;
  const isSame = (form: SectionForm) =>
    part === undefined ? form.heading === heading && form.depth === depth : form.part === part;
  const same = files.flatMap((forms) => forms.find(isSame) ?? []);
  const share = shareOf(adrs, (forms) => forms.some(isSame));
  const have = adrs.map((forms) => forms.some(isSame));
  const isNew = part === undefined && hasBegun(have);
  const isSteady = adrs.length >= fewest && (share >= steady || isKept(have) || isNew);
  const mayStand = isSteady && mayBeEmpty.includes(part);
  const habits = {
    isSteady,
    isUsual: shareOf(telling(part, files), (forms) => forms.some(isSame)) >= usual,
    isBare: isSteady && same.filter(({ text }) => text.trim() === '').length * 2 > same.length,
    ...(mayStand ? standingIn(same.map(({ text }) => text)) : { standing: undefined }),
  };
  if (part === undefined) {
    const shown = same.filter(({ text }) => text.trim() !== '');
    const { fact } = commonValue(shown, (one) => ({ fact: one.fact })) ?? section;
    return { ...section, ...habits, fact, revisitDate: commonRevisitDate(same) };
  }
  return {
    ...section,
    ...habits,
    points:
      part === 'consequences' ? consequencePoints(same) : commonPoints(same.flatMap(({ points }) => points ?? [])),
    options: commonOptions(same),
    outcome: commonOutcome(same),
    log: commonLog(same.map(({ log }) => log)),
    tight: { ...commonTightness(same.map(({ tight }) => tight)), ...latestTightness(files) },
    isListed: commonValue(same, (form) => form.isListed) ?? false,
    boxes: commonValue(same, ({ boxes }) => ({ boxes }))?.boxes,
  };
}

/** How most of several files write the day to look again. Words around it that only one has are about that one. */
function commonRevisitDate(sections: readonly FileSection[]): RevisitDateForm | undefined {
  const shown = sections.flatMap(({ revisitDate }) => revisitDate ?? []);
  const usual = commonValue(shown, (form) => form);
  const isShared = shown.filter((form) => JSON.stringify(form) === JSON.stringify(usual)).length > 1;
  return usual && (isShared ? usual : { ...usual, before: '', after: '' });
}

/** So many files show that one without a habit is unusual. */
const several = 5;

/** Whether all files but a few have something, and one of the latest does: two unusual ones end no habit. */
function isKept(have: readonly boolean[]): boolean {
  const count = have.filter(Boolean).length;
  const isUsual = count >= have.length * kept || (have.length >= several && count === have.length - 1);
  return isUsual && have.slice(-latest).includes(true);
}

/** Whether all of the latest files have something, whatever the house did before. */
function hasBegun(have: readonly boolean[]): boolean {
  return have.length >= several && have.slice(-several).every(Boolean);
}

/** The longest decision that gives no reason, in UTF-16 units. */
const longestBareDecision = 120;

/** The files that have something for a part: a decision without a reason shows no habit of giving reasons. */
function telling(part: AdrPart | undefined, files: readonly (readonly FileSection[])[]) {
  if (part !== 'rationale') return files;
  const hasReason = ({ part: own, text }: FileSection) =>
    own === 'rationale' || (own === 'outcome' && text.length > longestBareDecision);
  return files.filter((forms) => forms.some(hasReason));
}

/** The labels of consequences, if most files that tell any in this section label them, or none where most list them without. */
function consequencePoints(sections: readonly FileSection[]): PointsForm | undefined {
  const telling = sections.filter(({ text }) => /\p{L}/u.test(text));
  const areLabelled = shareOf(telling, ({ points }) => points !== undefined) >= usual;
  if (areLabelled) return commonPoints(telling.flatMap(({ points }) => points ?? []));
  const lists = telling.flatMap(({ points, list }) => (points === undefined && list !== undefined ? [list] : []));
  const list = commonValue(lists, (one) => one);
  return list === undefined || lists.length * 2 <= telling.length ? undefined : { ...unlabelledPoints, ...list };
}

/** Points that are only told, one item for each. */
const unlabelledPoints: PointsForm = { ...madrPoints('en'), leads: { pro: '', con: '', neutral: '' } };

/** The list that a section consists of, perhaps below a few words; undefined if it has more to say. */
function listIn({ segment: { nodes } }: AdrSection): FileSection['list'] {
  const blocks = nodes.filter(({ type }) => type !== 'html' && type !== 'definition');
  const list = blocks.at(-1);
  return list?.type === 'list' && blocks.length <= 2
    ? { isOrdered: list.ordered === true, isLoose: list.spread === true }
    : undefined;
}

/** The share of files that say what was chosen in a sentence of the house: none of them says it as others would. */
const said = 0.25;

/** The usual sentence for what was chosen, if there is one in more than a few files. */
function commonOutcome(sections: readonly FileSection[]): SectionForm['outcome'] {
  const isSaid = shareOf(sections, ({ outcome }) => outcome !== undefined) >= said;
  return isSaid ? commonValue(sections, ({ outcome }) => outcome) : undefined;
}

/** The usual layout, and how those files do the rest. */
function commonOptions(sections: readonly FileSection[]): OptionsForm | undefined {
  const forms = sections.flatMap(({ options }) => options ?? []);
  const layout = commonValue(forms, (form) => form.layout);
  const same = forms.filter((form) => form.layout === layout);
  const last = same.at(-1);
  if (last === undefined) return undefined;
  const common = <Value>(value: (form: OptionsForm) => Value) => commonValue(same, value) ?? value(last);
  // Options of which nothing is said don't show where a house says it.
  const described = sections.flatMap(({ options, isDescribed }) =>
    options !== undefined && options.layout === layout && isDescribed === true ? [options] : [],
  );
  const leadOf = ({ descriptionLead: lead }: OptionsForm) => ({ lead });
  const { open, close, counter } = common((form) => ({ open: form.open, close: form.close, counter: form.counter }));
  return {
    layout: last.layout,
    columns: common((form) => form.columns),
    isOrdered: common((form) => form.isOrdered),
    isLoose: common((form) => form.isLoose),
    hasLooseItems: common((form) => form.hasLooseItems),
    open,
    close,
    counter,
    chosenMark: common((form) => form.chosenMark),
    descriptionLead: (commonValue(described, leadOf) ?? leadOf(last)).lead,
    isDescribed: described.length > 0,
    listsChosen: commonValue(forms, (form) => form.listsChosen) ?? last.listsChosen,
    tight: commonTightness(same.flatMap(({ tight }) => tight ?? [])),
    // Options without points say nothing about how the house writes points.
    points: commonPoints(same.flatMap(({ points }) => points ?? [])),
  };
}

import type { AdrPart } from '@gavel/adr/content/part.ts';
import { adrPathOf } from '@gavel/adr/name/adr-path.ts';
import { nextNumber, numberIn } from '@gavel/adr/name/file-name.ts';
import { countsByArea } from '@gavel/adr/name/sort-files.ts';
import { askedEntries } from '@gavel/adr/style/asked-entries.ts';
import { houseFileName, houseFolder } from '@gavel/adr/style/file-name-form.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import type { ArchiveFile } from '@gavel/adr/style/learn-style.ts';
import type { Reader } from '../../src/workflow/ports/archive/reader.ts';
import { writeInStyle } from '../../src/workflow/publish/adr-text.ts';
import { compareBlocks } from './blocks.ts';
import { areInUsualOrder, areNearlyAll, carriersOf, caseOf, recent } from './compare-forms.ts';
import { allMostCommon, compare, type Finding, listed, mostCommon } from './finding.ts';
import { haveSameForm } from './observe/dates.ts';
import { entriesIn, formOfEntry } from './observe/entries.ts';
import { type Observed, observe } from './observe/observe.ts';
import { slice } from './observe/outline.ts';
import { accepting, carriedOut, statusWord } from './observe/status-keys.ts';
import { areWrappedAlike, type Wrap, widthIn } from './observe/wrap.ts';
import { sampleDecision, textsOfSample } from './sample-decision.ts';

/** How many of these show what it has come to do. */
const newestOnes = 5;

/** Writes the sample decision as a house's next ADR, on the way that publishing takes. */
export async function writeSample(reader: Reader, adrs: readonly ArchiveFile[], style: HouseStyle): Promise<Observed> {
  const record = sampleDecision(style.language ?? 'en', askedEntries(style));
  const { fileName: form } = style;
  const names = adrs.map(({ name }) => name);
  const isByArea = countsByArea(names.map((file) => ({ file, number: numberIn(file) })));
  const folder = houseFolder(form, record.date, {});
  const counted = names.filter((name) => !isByArea || adrPathOf(name).area === folder);
  const number = form.scheme === 'number' ? nextNumber(counted, []) : undefined;
  const { text } = await writeInStyle({ reader }, record, style, number);
  return observe(text, houseFileName(form, number, record.title, record.date));
}

/** Compares the sample decision with the ADRs of its house: nothing that none of them has, nothing missing that all have. */
export function compareSample(fresh: Observed, all: readonly Observed[]): Finding[] {
  const others = all.slice(-recent);
  const [last] = others.slice(-1);
  if (last === undefined) return [];
  const file = fresh.name;
  // A house without a habit has no form that a new ADR could miss.
  const usual = <Value>(
    feature: string,
    value: (one: Observed) => Value | undefined,
    areSame: (one: Value, other: Value) => boolean = Object.is,
    show?: (value: Value) => string,
    isRequired = false,
  ): Finding[] => {
    const shown = others.map(value).filter((one) => one !== undefined);
    const gavel = value(fresh);
    const [best, newest] = [mostAlike(shown, areSame), mostAlike(shown.slice(-newestOnes), areSame)];
    if (best === undefined || newest === undefined) return [];
    // What nearly every ADR shows has to be shown, too.
    const isExpected = isRequired && areNearlyAll(shown.length, others.length);
    if (gavel === undefined && !isExpected) return [];
    if (gavel === undefined)
      return compare({ feature, file, house: best, gavel, others: shown, ...(show && { show }) });
    // A house that has changed its habit goes on with the new one.
    const house = areSame(newest, gavel) ? newest : best;
    const found = compare({ feature, file, house, gavel, others: shown, areSame, ...(show && { show }) });
    return found.map((one) => (one.isSame ? { ...one, isOutlier: false } : one));
  };
  // The sample has pros and cons. ADRs without any don't show where a house has them, unless none of its ADRs has some.
  const hasDetails = (one: Observed) => one.options.has('option-details');
  const isDetailed = hasDetails(fresh) && all.some(hasDetails);
  // A section that none of them has is counted among the sections.
  const known = new Set(all.flatMap(({ options }) => [...options.keys()]));
  const showsLikeSample = (one: Observed) => one.options.size > 0 && (!isDetailed || hasDetails(one));
  // A number with as many digits as the house fills up with zeros has none before it.
  const filled = (form: string) => form.replace('1', '0'.repeat(String(fresh.document.number?.value ?? 1).length));
  const areLikeHeadings = (one: string, other: string) => filled(one) === filled(other);
  // Who breaks lines by hand never has the same width, so one between those of the newest is as good as any.
  const widths = others.slice(-newestOnes).flatMap(({ wrap }) => widthIn(wrap) ?? []);
  const isUsualWidth = (wrap: Wrap) => {
    const width = widthIn(wrap) ?? 0;
    return width >= Math.min(...widths) && width <= Math.max(...widths);
  };
  return [
    ...compareNewSections(fresh, all, others),
    ...compareNewEntries(fresh, all, others),
    ...(all.some(hasHeading) || hasHeading(fresh) ? usual('new: heading', headingForm, areLikeHeadings) : []),
    ...compareNewStatus(fresh, all),
    ...usual('new: date form', ({ date }) => date, haveSameForm, undefined, true),
    ...usual(
      'new: option layout',
      (one) => (showsLikeSample(one) ? carriersOf(one, known) : undefined),
      undefined,
      undefined,
      true,
    ),
    ...compareOwnWords(fresh, all),
    ...compareBlocks(fresh, all),
    ...usual('new: list marker', ({ bullet }) => bullet),
    ...usual<NonNullable<Wrap>>(
      'new: wrapping',
      ({ wrap }) => wrap,
      (one, other) => areWrappedAlike(one, other) || [one, other].every(isUsualWidth),
      (wrap) => (typeof wrap === 'number' ? `at ${wrap} characters` : wrap),
    ),
  ];
}

/** The value that most of the others are like. */
function mostAlike<Value>(values: readonly Value[], areSame: (one: Value, other: Value) => boolean): Value | undefined {
  const count = (value: Value) => values.filter((other) => areSame(value, other)).length;
  return values.toSorted((one, other) => count(other) - count(one))[0];
}

/** Two numbers of the same form have other digits. A house may have its titles in the front matter alone. */
const headingForm = ({ headingForm: form }: Observed) => form ?? '(no heading)';

const hasHeading = ({ heading }: Observed) => heading !== undefined;

function compareNewSections(fresh: Observed, all: readonly Observed[], others: readonly Observed[]): Finding[] {
  const own = fresh.sections.map(({ heading }) => heading);
  const parts = new Set<AdrPart | undefined>(all.flatMap(({ sections }) => sections.map(({ part }) => part)));
  const added = fresh.sections.filter(({ heading }) => !all.some(({ headings }) => headings.has(heading)));
  // What the decision says has to go somewhere, also in a house that has no place for it.
  const [unplaced, foreign] = [
    added.filter(({ part }) => !parts.has(part)),
    added.filter(({ part }) => parts.has(part)),
  ];
  const known = others.map(({ sections }) => sections.map(({ heading }) => heading));
  const required = [...new Set(known.flat())].filter((heading) => isInNearlyAll(heading, known));
  const missing = required.filter((heading) => !own.includes(heading));
  const isOrdered = [known, known.slice(-newestOnes)].some((files) => areInUsualOrder(own, files));
  const names = (some: typeof added) => some.map(({ heading }) => heading);
  const found = { file: fresh.name, isOutlier: false };
  return [
    {
      ...found,
      feature: 'new: sections',
      isSame: foreign.length === 0 && missing.length === 0 && isOrdered,
      gavel:
        foreign.length === 0 && missing.length === 0 && !isOrdered
          ? `in order: ${listed(own)}`
          : `adds ${listed(names(foreign))}`,
      house: `has in nearly every ADR ${listed(missing)}`,
    },
    {
      ...found,
      feature: '  none that the house has no place for',
      isSame: unplaced.length === 0,
      gavel: `adds ${listed(names(unplaced))}`,
      house: 'has no section of this kind',
    },
  ];
}

function isInNearlyAll(item: string, known: readonly (readonly string[])[]): boolean {
  return areNearlyAll(known.filter((items) => items.includes(item)).length, known.length);
}

function compareNewEntries(fresh: Observed, all: readonly Observed[], others: readonly Observed[]): Finding[] {
  const own = fresh.entries.map(formOfEntry);
  const everywhere = new Set(all.flatMap(({ entries }) => entries.map(formOfEntry)));
  const known = others.map(({ entries }) => entries.map(formOfEntry));
  const missing = [...new Set(known.flat())].filter((form) => isInNearlyAll(form, known) && !own.includes(form));
  const added = own.filter((form) => !everywhere.has(form));
  if (own.length + known.flat().length === 0) return [];
  // Two tables below each other may both say who and when: the first place of each tells the order.
  const order = [...new Set(own)];
  const isOrdered = [known, known.slice(-newestOnes)].some((files) => areInUsualOrder(order, files));
  return [
    {
      feature: 'new: metadata',
      file: fresh.name,
      isSame: added.length === 0 && missing.length === 0 && isOrdered,
      isOutlier: false,
      gavel:
        added.length === 0 && missing.length === 0 && !isOrdered ? `in order: ${listed(own)}` : `adds ${listed(added)}`,
      house: `has in nearly every ADR ${listed(missing)}`,
    },
  ];
}

function compareNewStatus(fresh: Observed, all: readonly Observed[]): Finding[] {
  const words = all.flatMap(({ status }) => (status === undefined || status === '' ? [] : [statusWord(status)]));
  const ofAcceptance = words.filter((word) => accepting.test(word));
  // Nobody has carried out yet what was just decided: a house that has a word for that, too, says “Accepted” first.
  const decided = ofAcceptance.filter((word) => !carriedOut.test(word));
  const accepted = decided.length > 0 ? decided : ofAcceptance;
  const [usual] = allMostCommon(accepted);
  const common = [...allMostCommon(accepted), ...allMostCommon(accepted.slice(-newestOnes))];
  const shape = mostCommon(words.map(caseOf));
  const recentOnes = all.slice(-recent);
  const isShown = ({ statuses }: Observed) => statuses > 0;
  const isUsual = recentOnes.filter(isShown).length * 2 > recentOnes.length && all.slice(-newestOnes).some(isShown);
  if (words.length === 0 || (fresh.status === undefined && !isUsual)) return [];
  const gavel = fresh.status === undefined ? '(nothing)' : statusWord(fresh.status);
  return [
    {
      feature: 'new: status words',
      file: fresh.name,
      isSame: usual === undefined ? caseOf(gavel) === shape : common.includes(gavel),
      isOutlier: usual === undefined,
      gavel,
      house: usual ?? `like ${listed([...new Set(words)], 3)}`,
    },
  ];
}

/** Whether the lines that Gavel words itself are in any ADR of the house: labels, leads, sentences, names behind points. */
function compareOwnWords(fresh: Observed, all: readonly Observed[]): Finding[] {
  const texts = textsOfSample();
  const { text: written, nodes, title, underTitle } = fresh.outline;
  const corpus = all.map(({ outline }) => outline.text.replaceAll(/\s+/g, ' ').toLowerCase());
  // Metadata and headings of sections have rows of their own.
  const told = nodes.slice(title === undefined ? 0 : nodes.indexOf(title) + 1).filter((node) => {
    const own = slice(written, [node]);
    const isEntry = underTitle.includes(node) && entriesIn(own, '').length > 0;
    return (
      !isEntry &&
      !fresh.sections.some(({ heading, isMetadata, body }) => heading === own || (isMetadata && body.includes(own)))
    );
  });
  const lines = told.flatMap((node) => slice(written, [node]).split(/\n(?=\s*(?:[-*+]|\d+[.)]|#+|\|)\s|\n)/));
  const foreign = lines.flatMap((line) => {
    const masked = texts.reduce(
      (rest, text) => rest.replaceAll(looseText(text), '\u0000'),
      line.replaceAll(/\s+/g, ' '),
    );
    return masked
      .split('\u0000')
      .map((piece) => piece.replace(/^[\s#]*(?:[-*+] |\d+[.)] )?/, '').trim())
      .filter((piece) => /\p{L}{2}/u.test(piece) && !corpus.some((text) => text.includes(piece.toLowerCase())));
  });
  return [
    {
      feature: '  no words of its own',
      file: fresh.name,
      isSame: foreign.length === 0,
      isOutlier: false,
      gavel: listed([...new Set(foreign)]),
      house: '(in no ADR)',
    },
  ];
}

/** A text whose first letter may be of either case, and without its last full stop. */
function looseText(text: string): RegExp {
  const escaped = text
    .replace(/\.$/, '')
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+');
  return new RegExp(escaped, 'gi');
}

import type { AdrPart } from '@gavel/adr/content/part.ts';
import { compare, type Finding, listed, mostCommon } from './finding.ts';
import { haveSameForm } from './observe/dates.ts';
import { formOfEntry } from './observe/entries.ts';
import type { Observed } from './observe/observe.ts';
import { skeletonOf } from './observe/skeleton.ts';
import { accepting, statusWord } from './observe/status-keys.ts';
import { areWrappedAlike, type Wrap } from './observe/wrap.ts';

/** How many of the latest ADRs show what a house has given up. */
const latest = 4;

/** Compares the heading, letter by letter, or that there is none. The others show only its form. */
export function compareHeadings(last: Observed, others: readonly Observed[], gavel: string | undefined): Finding[] {
  if (last.heading === undefined && gavel === undefined) return [];
  const alike = others.filter(({ headingForm }) => headingForm === last.headingForm);
  return [
    {
      feature: 'heading',
      file: last.name,
      isSame: gavel === last.heading,
      // A house whose latest ADRs have another form has given this one up, for all that anybody can tell.
      isOutlier: alike.length * 2 < others.length || !others.slice(-latest).some((other) => alike.includes(other)),
      gavel: gavel ?? '(nothing)',
      house: last.heading ?? '(nothing)',
    },
  ];
}

/**
 * Compares an ADR with what Gavel makes of its content. `marks` is where list markers and line breaks are read, which a
 * text that was written before keeps.
 */
export function compareForms(
  last: Observed,
  others: readonly Observed[],
  again: Observed,
  marks: Pick<Observed, 'bullet' | 'wrap'>,
): Finding[] {
  const file = last.name;
  const common = { file };
  return [
    ...compareSections(last, others, again),
    ...compareEntries(last, others, again),
    ...compareStatus(last, others, again),
    ...compareDates(last, others, again),
    ...compareOptions(last, others, again),
    ...compare({
      ...common,
      feature: 'list marker',
      house: last.bullet,
      gavel: marks.bullet,
      others: others.map(({ bullet }) => bullet),
    }),
    ...compare<NonNullable<Wrap>>({
      ...common,
      feature: 'wrapping',
      house: last.wrap,
      gavel: marks.wrap,
      others: others.map(({ wrap }) => wrap),
      areSame: areWrappedAlike,
      show: (wrap) => (typeof wrap === 'number' ? `at ${wrap} characters` : wrap),
    }),
  ];
}

/** Compares the dates. Where most of the others have none, nobody can learn where one goes. */
function compareDates(last: Observed, others: readonly Observed[], again: Observed): Finding[] {
  const found = compare({
    feature: 'date form',
    file: last.name,
    house: last.date,
    gavel: again.date,
    others: others.map(({ date }) => date),
    areSame: haveSameForm,
  });
  const dated = others.filter(({ date }) => date !== undefined);
  const isUnusual = dated.length * 2 <= others.length;
  return found.map((one) => ({ ...one, isOutlier: one.isOutlier || isUnusual }));
}

const headingsOf = ({ sections }: Observed) => sections.map(({ heading }) => heading);

function compareSections(last: Observed, others: readonly Observed[], again: Observed): Finding[] {
  const [house, gavel] = [headingsOf(last), headingsOf(again)];
  if (house.length === 0) return [];
  const isUnusual = last.sections.some(({ part, heading }) => {
    const same = others.flatMap(({ sections }) =>
      sections.filter((section) => part !== undefined && section.part === part),
    );
    return same.length > 0 && same.filter((section) => section.heading === heading).length * 2 <= same.length;
  });
  // Where no other file has two parts, nobody can learn which comes first.
  const parts = last.sections.filter(({ part }) => part !== undefined);
  const isUnseen = parts.slice(1).some(({ part }, index) => {
    const has = (wanted: typeof part) => (other: Observed) => other.sections.some((section) => section.part === wanted);
    return !others.some((other) => has(part)(other) && has(parts[index]?.part)(other));
  });
  return [
    {
      feature: 'sections',
      file: last.name,
      isSame: house.length === gavel.length && house.every((heading, index) => heading === gavel[index]),
      isOutlier:
        isUnusual || isUnseen || hasStatusElsewhere(last, others) || !areInUsualOrder(house, others.map(headingsOf)),
      ...describeDifference(house, gavel),
    },
  ];
}

/** Whether most of the others state their status in another place: under the title, or in a section. */
function hasStatusElsewhere({ statusPlace: place }: Observed, others: readonly Observed[]): boolean {
  const shown = others.filter(({ statusPlace }) => statusPlace !== undefined);
  return place !== undefined && shown.filter(({ statusPlace }) => statusPlace === place).length * 2 < shown.length;
}

/** Whether each of two neighbors comes first in most of the other files that have both. */
export function areInUsualOrder(items: readonly string[], others: readonly (readonly string[])[]): boolean {
  return items.slice(1).every((item, index) => {
    const before = items[index] ?? '';
    const both = others.filter((other) => other.includes(before) && other.includes(item));
    return both.filter((other) => other.indexOf(before) < other.indexOf(item)).length * 2 >= both.length;
  });
}

/** The items that only one side has; if both have the same ones, all of them in their order. */
function describeDifference(house: readonly string[], gavel: readonly string[]): Pick<Finding, 'gavel' | 'house'> {
  const [added, lost] = [without(gavel, house), without(house, gavel)];
  if (added.length + lost.length > 0) return { gavel: listed(added), house: listed(lost) };
  const first = house.findIndex((item, index) => gavel[index] !== item);
  return { gavel: `in order: ${listed(gavel.slice(first))}`, house: `in order: ${listed(house.slice(first))}` };
}

function without(items: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return items.filter((item) => {
    const at = left.indexOf(item);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

/** The share of files from which on something counts as being in every ADR of a house; few have all but one. */
const nearlyAll = 0.9;
const few = 5;

/** Whether so many of all files are nearly every one. */
export function areNearlyAll(count: number, all: number): boolean {
  return count >= all * nearlyAll || (all >= few && count === all - 1);
}

function compareEntries(last: Observed, others: readonly Observed[], again: Observed): Finding[] {
  const [house, gavel] = [last.entries.map(formOfEntry), again.entries.map(formOfEntry)];
  if (house.length + gavel.length === 0) return [];
  const known = others.map(({ entries }) => entries.map(formOfEntry));
  const having = (form: string) => known.filter((forms) => forms.includes(form)).length;
  const isUnusual = house.some((form) => having(form) * 2 <= known.length);
  const lacks = [...new Set(known.flat())].some(
    (form) => areNearlyAll(having(form), known.length) && !house.includes(form),
  );
  const isElsewhere = hasStatusElsewhere(last, others);
  const isSame = house.length === gavel.length && house.every((form, index) => form === gavel[index]);
  const layout = ({ entries }: Observed) =>
    entries.map(({ isApart, lineEnd }) => `${isApart ? '¶' : '·'}${lineEnd}`).join(' ');
  const isLaidOut = layout(last) === layout(again);
  const isOutlier =
    isUnusual ||
    lacks ||
    isElsewhere ||
    !areInUsualOrder(house, known) ||
    (isSame && !isLaidOut && isBrokenOtherwise(last, others));
  const values = ({ entries }: Observed) => entries.map(({ key, value }) => `${key}: ${value}`);
  const difference =
    isSame && !isLaidOut
      ? { gavel: `lines ${layout(again)}`, house: `lines ${layout(last)}` }
      : describeDifference(house, gavel);
  return [
    { feature: 'metadata', file: last.name, isSame: isSame && isLaidOut, isOutlier, ...difference },
    {
      feature: '  values in them',
      file: last.name,
      isSame: without(values(last), values(again)).length === 0,
      isOutlier,
      gavel: listed(without(values(again), values(last))),
      house: listed(without(values(last), values(again))),
    },
  ];
}

/** Whether most of the others divide their entries otherwise: by hard breaks, or by blank lines. */
function isBrokenOtherwise(last: Observed, others: readonly Observed[]): boolean {
  const joint = ({ entries }: Observed) =>
    mostCommon(entries.slice(1).map(({ isApart }, index) => `${isApart ? '¶' : '·'}${entries[index]?.lineEnd}`));
  const shown = others.map(joint).filter((one) => one !== undefined);
  return shown.filter((one) => one === joint(last)).length * 2 <= shown.length;
}

/** How many of the most recent ADRs show what a house does today. */
export const recent = 20;

function compareStatus(last: Observed, others: readonly Observed[], again: Observed): Finding[] {
  const { status } = last;
  if (status === undefined || status === '') return [];
  const words = others.flatMap((other) => (other.status === undefined ? [] : [statusWord(other.status)]));
  const word = statusWord(status);
  const same = words.filter((other) => other.toLowerCase() === word.toLowerCase());
  // Where a house has changed its word, or has two, nobody can know which of them comes next.
  const usual = mostCommon(words.slice(-recent).filter((other) => accepting.test(other)));
  return [
    {
      feature: 'status words',
      file: last.name,
      isSame: again.status === status,
      // A word that no other file has can only be written in the form of the others.
      isOutlier:
        isPlaceholder(status) ||
        // Where most have none, nobody can learn where one goes.
        words.length * 2 <= others.length ||
        // A house that says “Accepted” has no use for a second word for it.
        (accepting.test(word) && usual !== undefined && usual.toLowerCase() !== word.toLowerCase()) ||
        (same.length > 0
          ? same.filter((other) => other === word).length * 2 < same.length
          : words.filter((other) => caseOf(other) === caseOf(word)).length * 2 < words.length),
      gavel: again.status ?? '(nothing)',
      house: status,
    },
  ];
}

/** Whether a status is still as in a template: `[accepted]`. */
const isPlaceholder = (status: string) => /^\[[^\]]*\](?!\()/.test(status);

/** The marks around a word, and whether it has capitals. */
export function caseOf(word: string): string {
  const letters = word.replaceAll(/[^\p{L}]/gu, '');
  const shape = letters === letters.toUpperCase() ? 'AA' : /^\p{Lu}/u.test(letters) ? 'Aa' : 'aa';
  return word.replace(/\p{L}[\s\S]*\p{L}/u, shape);
}

function compareOptions(last: Observed, others: readonly Observed[], again: Observed): Finding[] {
  const labels = repeatedLabels([last, ...others]);
  // Which marker lists have is compared for itself.
  const marked = (line: string) => line.replace(/^(?<indent> *)[*+] /, '$<indent>- ');
  const shapes = (file: Observed) =>
    [...file.options].map(
      ([part, nodes]) => `${part}: ${skeletonOf(file.document.source.text, nodes, labels).map(marked).join(' / ')}`,
    );
  const [house, gavel] = [shapes(last), shapes(again)];
  if (house.length === 0) return [];
  const carriers = carriersOf(last);
  const shown = others.filter(({ options }) => options.size > 0);
  const alike = shown.filter((other) => carriersOf(other) === carriers);
  return [
    {
      feature: 'option layout',
      file: last.name,
      isSame: house.join('\n') === gavel.join('\n'),
      // Where no other file has options, nobody can learn how they are laid out.
      isOutlier: alike.length * 2 <= shown.length,
      gavel: without(gavel, house).join(' ⏎ ') || '(nothing)',
      house: without(house, gavel).join(' ⏎ ') || '(nothing)',
    },
  ];
}

/** Labels that at least two files of a house have. */
function repeatedLabels(files: readonly Observed[]): Set<string> {
  const all = files.flatMap(({ labels }) => [...labels]);
  return new Set(all.filter((label, index) => all.indexOf(label) !== index));
}

/**
 * What has the titles of the options in each section about them: headings, list items, paragraphs or a table. `parts` are
 * the sections that are looked at; unset, all of them.
 */
export function carriersOf({ options, document }: Observed, parts?: ReadonlySet<AdrPart>): string {
  const carriers = [...options].flatMap(([part, nodes]) => {
    if (parts?.has(part) === false) return [];
    const shape = skeletonOf(document.source.text, nodes, new Set());
    // Bold paragraphs with a list below each are titles; a single one announces the list.
    const isBold = shape.filter((line) => line.startsWith('**')).length > 1;
    const carrier =
      shape.find((line) => line.startsWith('#')) ??
      (isBold ? shape.find((line) => line.startsWith('**')) : undefined) ??
      shape.find((line) => /^(?:[-*+]|1[.)]) /.test(line)) ??
      shape.find((line) => line.startsWith('**')) ??
      shape[0];
    // Which marker lists have is compared for itself.
    return [`${part}: ${carrier?.replace(/^[-*+] /, '- ')}`];
  });
  return carriers.join(', ');
}

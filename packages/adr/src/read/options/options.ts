import type { RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrOption, Markdown, Point } from '../../content/content.ts';
import type { OptionsForm } from '../../style/house-style.ts';
import { rejection } from '../choice/choice-words.ts';
import { leftOutIn, rejects } from '../points/point-words.ts';
import { type FoundPoints, readLines, readPoints } from '../points/points.ts';
import { blocksAsWritten, type Source } from '../source/source.ts';
import { isCounted, isOnlyCounter, withoutNumbers } from './counter.ts';
import { linkTarget } from './description.ts';
import { isTitle } from './is-title.ts';
import type { Layout, RawOption } from './layout.ts';
import { findInner, findLayout } from './layouts.ts';
import { mergeOptions, type NamedOption } from './merge-options.ts';
import {
  cutAtComma,
  cutAtWideComma,
  isWideSentence,
  longestUncut,
  type OptionTitle,
  readOptionTitle,
} from './option-title.ts';
import { isSameOption } from './same-option.ts';
import { pointsInRows } from './table.ts';
import { saysChosen } from './verdict-marks.ts';

/** The options found in a section, and the form they are written in. */
export interface FoundOptions {
  readonly options: readonly AdrOption[];
  /** The options again, with what the text calls them. */
  readonly named: readonly NamedOption[];
  /** Options in lists below those: if these are questions, their answers. */
  readonly inner: readonly (readonly NamedOption[])[];
  readonly form: OptionsForm;
  /** The text before the first option. */
  readonly before: Markdown;
  /** The text after the last option. */
  readonly after: Markdown;
}

/** The most options that are read. Each is compared with all others. */
const mostOptions = 200;

/** Reads options from sections, paragraphs, a list, or tables. */
export function readOptions(source: Source, nodes: readonly RootContent[]): FoundOptions | undefined {
  const layout = findLayout(source, nodes);
  const found = layout && readLayout(source, layout);
  if (layout === undefined || found === undefined) return undefined;
  return { ...withListed(source, found, layout), inner: readLayouts(source, findInner(source, layout)) };
}

/** The options of several layouts, in a group for each. */
export function readLayouts(source: Source, layouts: readonly Layout[]): readonly (readonly NamedOption[])[] {
  return layouts.flatMap((each) => {
    const named = readLayout(source, each)?.named;
    return named === undefined ? [] : [named];
  });
}

/**
 * Adds the options that only a list above the headings names, if the headings are about others of them. The only heading
 * may be about something else.
 */
function withListed(source: Source, found: FoundOptions, { form, before, raw }: Layout): FoundOptions {
  const [only, ...others] = raw;
  const list =
    form.layout === 'sections' ? before.find((node) => node.type === 'list' && node.children.length > 1) : undefined;
  const layout = list && findLayout(source, [list]);
  const read = layout && readLayout(source, layout);
  const listed = read?.named ?? [];
  const isListed = ({ option }: NamedOption) => listed.some((one) => isSameOption(one.option.title, option.title));
  const alike = found.named.filter(isListed);
  if (
    read !== undefined &&
    listed.length > 1 &&
    alike.length === 0 &&
    others.length === 0 &&
    !isCounted(only?.name ?? '')
  ) {
    return read;
  }
  if (listed.length < 2 || alike.length * 2 < found.named.length) return found;
  const merged = mergeOptions(listed, listed.length === found.named.length ? found.named : alike);
  // “Option 4: Java” is one, although the list ends with the third one.
  const isNext = alike.length === listed.length && raw.every(({ name }) => isCounted(name));
  const named = isNext ? [...merged, ...found.named.filter((one) => !alike.includes(one))] : merged;
  return { ...found, named, options: named.map(({ option }) => option) };
}

/** Reads the options of a layout. */
export function readLayout(
  source: Source,
  { raw: written, form, mayHaveDescription, before, after }: Layout,
): FoundOptions | undefined {
  if (written.length > mostOptions) return undefined;
  const names = withoutNumbers(written.map(({ name }) => name));
  const told = written.map((option, at) =>
    withLines(source, withoutQuestion({ ...option, name: withoutBrackets(names[at] ?? option.name) })),
  );
  const arePhrases = isSentence(told);
  const all = arePhrases ? told.map((option) => ({ ...option, name: option.name.replace(/[;.]$/, '') })) : told;
  const allTitles = tellApart(all, readTitles(all, { mayHaveDescription, arePhrases }));
  const hasTitle = (_: unknown, index: number) => isTitle(allTitles[index]?.title ?? '');
  const [raw, titles] = [all.filter(hasTitle), allTitles.filter(hasTitle)];
  if (raw.length === 0) return undefined;
  const read = raw.map((option, index) => {
    const title = titles[index] ?? readOptionTitle(option.name, false);
    const points = joinPoints(option.lines, readPoints(source, option.nodes));
    const whole = title.descriptionLead === undefined ? undefined : readOptionTitle(option.name, false);
    return {
      title,
      points,
      option: toOption(source, title, points, option),
      whole: whole && toOption(source, whole, points, option),
    };
  });
  const [first] = titles;
  const isOneBold = titles.filter(({ open }) => open.length > 1).length === 1;
  return {
    options: read.map(({ option }) => option),
    inner: [],
    named: read.map(({ option, whole, title, points }, index) => ({
      option,
      whole,
      key: title.key || (raw[index]?.key ?? ''),
      isBold: isOneBold && title.open.length > 1,
      isRejected:
        raw[index]?.isRejected === true ||
        rejects(points?.form.leads.verdict ?? '') ||
        isRefused(raw[index]?.nodes ?? []),
    })),
    form: {
      columns: [],
      isOrdered: false,
      isLoose: false,
      hasLooseItems: false,
      ...marksOf(first),
      chosenMark: titles.find(({ isChosen }) => isChosen)?.chosenMark ?? '',
      descriptionLead: titles.find(hasLead)?.descriptionLead,
      listsChosen: true,
      points: mergeForms(read.flatMap(({ points }) => points?.form ?? [])),
      ...form,
    },
    before: blocksAsWritten(source, before),
    after: blocksAsWritten(source, after),
  };
}

/** Whether a mark is between a title and its description, and not only a blank in the same phrase. */
const hasLead = ({ close, descriptionLead }: OptionTitle) =>
  descriptionLead !== undefined && (descriptionLead !== ' ' || /[:.：。]/.test(close));

/** Whether a paragraph about an option begins with the word that it was rejected. */
function isRefused(nodes: readonly RootContent[]): boolean {
  return nodes.some(
    (node) => node.type === 'paragraph' && rejection.exec(textOf(node).slice(0, longestRefusal))?.index === 0,
  );
}

/** How much of a paragraph is looked at for that word, in UTF-16 units. */
const longestRefusal = 40;

/** A name without the brackets that are left of a template: “[Option 1: Java]”. */
function withoutBrackets(name: string): string {
  const inner = /^\[(?<inner>[^[\]]{2,200})\]$/.exec(name.trim())?.groups?.inner;
  return inner === undefined || isOnlyCounter(inner) || !/\p{Lu}|\d/u.test(inner) ? name : inner;
}

/** An option by what “Why not Java?” leaves out. */
function withoutQuestion(option: RawOption): RawOption {
  const name = leftOutIn(option.name);
  return name === undefined ? option : { ...option, name, isRejected: true };
}

/** Takes the lines with pros and cons off the name of an option. */
function withLines(source: Source, option: RawOption): RawOption & { readonly lines?: FoundPoints } {
  const lines = readLines(source, option.name);
  return lines === undefined ? option : { ...option, name: option.name.slice(0, lines.from - 1).trimEnd(), lines };
}

function joinPoints(lines: FoundPoints | undefined, own: FoundPoints | undefined): FoundPoints | undefined {
  if (lines === undefined) return own;
  return own === undefined ? lines : { ...own, points: [...lines.points, ...own.points], form: lines.form };
}

/** What is around the title of an option. A counter may be inside the bold marks. */
function marksOf(title: OptionTitle | undefined): Pick<OptionsForm, 'open' | 'close' | 'counter'> {
  const { open = '', close = '', counter = '', isCounterBold = false } = title ?? {};
  return isCounterBold ? { open: '', close, counter: open + counter } : { open, close, counter };
}

/** Whether the items of a list are parts of one sentence, with semicolons between them. */
function isSentence(raw: readonly RawOption[]): boolean {
  return raw.length > 1 && raw.slice(0, -1).every(({ name }) => /(?<!&#?\w{1,9});$/.test(name));
}

/**
 * Reads the titles of options. Descriptions follow plain titles only if that is so for most of them, or if the titles are
 * parts of one sentence: otherwise a colon or a dash belongs to the title.
 */
function readTitles(
  raw: readonly RawOption[],
  { mayHaveDescription, arePhrases }: { readonly mayHaveDescription: boolean; readonly arePhrases: boolean },
): OptionTitle[] {
  const cut = raw.map(({ name }) => readOptionTitle(name, mayHaveDescription));
  const all = cut.map(({ title }) => title);
  const isTwice = ({ title }: OptionTitle) => all.indexOf(title) !== all.lastIndexOf(title);
  // Where “, but” begins what tells two options apart, it is no remark.
  const titles = cut.map((one, at) =>
    isTwice(one) ? readOptionTitle(raw[at]?.name ?? '', mayHaveDescription, { hasAsides: false }) : one,
  );
  if (arePhrases) return titles.map((title) => (title.open === '' ? cutAtComma(title) : title));
  if (mayHaveDescription && raw.length > 1 && raw.every(({ name }) => name.endsWith('。'))) {
    const whole = raw.map(({ name }) => readOptionTitle(name, false));
    if (whole.every(isWideSentence)) return whole.map(cutAtWideComma);
  }
  const plain = titles.filter(({ open }) => open === '');
  const isUsual = plain.filter(({ description }) => description !== undefined).length * 2 > plain.length;
  const readLong = (at: number) => readOptionTitle(raw[at]?.name ?? '', mayHaveDescription, { mayBeLong: true });
  return isUsual
    ? titles.map((title, at) => (title.open === '' && isLong(title) ? cutAtComma(readLong(at)) : title))
    : titles.map((title, at) => (title.open === '' ? readOptionTitle(raw[at]?.name ?? '', false) : title));
}

/** Titles with the rest of their sentence where they would be the same without: “Use this: `a`”, “Use this: `b`”. */
function tellApart(raw: readonly RawOption[], titles: readonly OptionTitle[]): readonly OptionTitle[] {
  const counts = Map.groupBy(titles, ({ title }) => title);
  return titles.map((written, at) => {
    const { title, open, description } = written;
    if (open !== '' || description === undefined || counts.get(title)?.length === 1) return written;
    const whole = readOptionTitle(raw[at]?.name ?? '', false);
    const more = title.length + shortestLead;
    const length = whole.title.slice(more).search(/[.。](?=\s|$)|\n/);
    if (length === -1) return whole;
    const end = more + length;
    return { ...written, title: whole.title.slice(0, end), description: whole.title.slice(end + 1).trim() };
  });
}

/** What is between a title and what follows it has no fewer UTF-16 units. */
const shortestLead = 2;

const isLong = ({ title, description }: OptionTitle) =>
  description === undefined && title.replaceAll(linkTarget, ']').length > longestUncut;

function toOption(
  source: Source,
  title: OptionTitle,
  points: FoundPoints | undefined,
  { nodes, description, points: ownPoints, isChosen }: RawOption,
): AdrOption {
  const described = points?.described === undefined ? nodes : nodes.slice(0, points.described);
  return {
    title: title.title,
    notes: title.notes,
    otherTitle: undefined,
    description: [
      title.description ?? '',
      description ?? '',
      withoutEnd(blocksAsWritten(source, described), points?.cut),
    ]
      .filter((text) => text !== '')
      .join('\n\n'),
    points: [...(ownPoints ?? []), ...(points?.points ?? pointsInRows(source, nodes))],
    isChosen: title.isChosen || isChosen === true || points?.points.some(isChoice) === true,
  };
}

/** “Verdict: ✅ chosen” */
const isChoice = ({ kind, text }: Point) => kind === 'verdict' && saysChosen(text);

function withoutEnd(text: Markdown, cut = 0): Markdown {
  return cut === 0 ? text : text.slice(0, -cut).trimEnd();
}

/** The form of the first option, with the additional leads that other options use. */
function mergeForms(forms: readonly FoundPoints['form'][]): FoundPoints['form'] | undefined {
  const [first] = forms;
  if (first === undefined) return undefined;
  return {
    ...first,
    leads: Object.assign({}, ...forms.toReversed().map((form) => form.leads)),
    itemLeads: Object.assign({}, ...forms.toReversed().map((form) => form.itemLeads)),
    // An option with one kind alone doesn't show which comes first.
    order: [
      ...new Set(forms.toSorted((one, other) => other.order.length - one.order.length).flatMap(({ order }) => order)),
    ],
  };
}

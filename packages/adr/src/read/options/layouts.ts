import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { counters, rejection } from '../choice/choice-words.ts';
import { kindOfWords } from '../points/point-words.ts';
import { readPoints } from '../points/points.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { isCounted, readCounter, unnumberedLead } from './counter.ts';
import type { Layout, RawOption } from './layout.ts';
import { findList, holdsPoints } from './lists.ts';
import { readOptionTitle } from './option-title.ts';
import { announcesByName, asks } from './option-words.ts';
import { findLabels, findOnlyParagraph, findParagraphs, findSentence } from './paragraphs.ts';
import { optionsInProse } from './prose.ts';
import { namesOptions, readTable, weighsOptions } from './table.ts';
import { withoutChosenMark } from './verdict-marks.ts';

type FindLayout = (source: Source, nodes: readonly RootContent[]) => Layout | undefined;

/** The layouts in which options may be written. The first one found counts. */
const layouts: readonly FindLayout[] = [
  findSections,
  findParagraphs,
  findList,
  findTables,
  findLabels,
  findOnlyParagraph,
  findSentence,
  findProse,
];

/** Finds options in sections, bold paragraphs, a list, a table, paragraphs with labels, or the only sentence. */
export function findLayout(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  for (const find of layouts) {
    const layout = find(source, nodes);
    if (layout !== undefined && layout.raw.length > 0) return layout;
  }
  return undefined;
}

function findSections(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const headings = nodes.filter((node) => node.type === 'heading');
  if (headings.length === 0) return undefined;
  const depth = Math.min(...headings.map((heading) => heading.depth));
  const names = new Set<RootContent>(optionHeadings(source, headings, depth));
  const { before, raw } = splitAt(source, nodes, (node) => names.has(node));
  if (raw.every((option) => holdsTable(source, option))) return undefined;
  const last = nodes.findLastIndex((node) => names.has(node));
  const end = nodes.findIndex(
    (node, at) => at > last && node.type === 'heading' && node.depth <= depth && endsOptions(source, node),
  );
  if (last === -1 || end === -1)
    return { raw, form: { layout: 'sections' }, mayHaveDescription: false, before, after: [] };
  const after = nodes.slice(end);
  const shorter = raw.map((option) => ({ ...option, nodes: option.nodes.filter((node) => !after.includes(node)) }));
  return { raw: shorter, form: { layout: 'sections' }, mayHaveDescription: false, before, after };
}

/** Whether what is below a heading begins with a table, and says nothing for or against what the heading names. */
function holdsTable(source: Source, { name, nodes }: RawOption): boolean {
  return nodes[0]?.type === 'table' && !isCounted(name) && readPoints(source, nodes) === undefined;
}

/** The headings that are options: those with counters if there are several, or else all of the highest level. */
function optionHeadings(source: Source, headings: readonly Heading[], depth: number): readonly Heading[] {
  const counted = headings.filter((heading) => isCounted(wordsAsWritten(source, heading)));
  if (counted.length > 1) return counted;
  const highest = headings.filter((heading) => heading.depth === depth);
  // “2. Validation” is no confirmation between “1. Forms” and “3. Storage”, and “4. Chosen option: Files” is one more.
  const isNext = (heading: Heading, at: number) =>
    [String(at + 1), String.fromCharCode(97 + at)].includes(keyOf(source, heading));
  const areCounted = highest.length > 2 && highest.every(isNext);
  const isMeant = (heading: Heading) => areCounted && mayCount(source, heading);
  const all = highest.filter((heading) => isMeant(heading) || !isOther(source, heading));
  const numbered = all.filter((heading) => keyOf(source, heading) !== '');
  return numbered.length > 1 && numbered.length * 2 > all.length ? numbered : all;
}

/** Whether a heading between counted ones is an option, whatever else its words mean. */
function mayCount(source: Source, heading: Heading): boolean {
  const part = partOfHeading(textOf(heading), undefined, source.language);
  const words = wordsAsWritten(source, heading);
  const { written } = readCounter(words);
  return part === 'confirmation' || part === 'outcome' || withoutChosenMark(words.slice(written.length)).isMarked;
}

const keyOf = (source: Source, heading: Heading) => readCounter(wordsAsWritten(source, heading)).key;

/** Whether a heading among options is none of them: “Pros”, “Comparison”, “Decision”, “Decision: Java”. */
function isOther(source: Source, heading: RootContent): boolean {
  const text = textOf(heading);
  const label = /^([^:：]{2,40})[:：]/.exec(text)?.[1] ?? '';
  return (
    kindOfWords(text, source.language) !== undefined ||
    // “Why option A?”
    (asks(text) && !isCounted(text) && counters.test(text)) ||
    partOfHeading(text, undefined, source.language) !== undefined ||
    announcesByName(text) ||
    (unnumberedLead(text) === undefined && partOfHeading(label, undefined, source.language) === 'outcome')
  );
}

/** Whether a heading behind options is about something else. “Cons” belongs to the last of them, whatever its level is. */
function endsOptions(source: Source, heading: RootContent): boolean {
  return kindOfWords(textOf(heading), source.language) === undefined && isOther(source, heading);
}

/** Splits blocks at the names of options. Each option gets the blocks after its name. */
function splitAt(source: Source, nodes: readonly RootContent[], isName: (node: RootContent) => boolean) {
  const first = nodes.findIndex(isName);
  const raw: { name: string; nodes: RootContent[] }[] = [];
  for (const node of first === -1 ? [] : nodes.slice(first)) {
    if (isName(node)) raw.push({ name: wordsAsWritten(source, node), nodes: [] });
    else raw.at(-1)?.nodes.push(node);
  }
  return { before: first === -1 ? nodes : nodes.slice(0, first), raw };
}

/** Finds options in tables. The tables themselves stay in the text. */
function findTables(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const all = nodes.filter((node) => node.type === 'table');
  const named = all.filter((table) => namesOptions(source, table));
  const raw = (named.length > 0 ? named : all.slice(0, 1)).flatMap((table) =>
    readTable(source, table).map((option) => ({ ...option, nodes: [] })),
  );
  return { raw, form: { layout: 'list' }, mayHaveDescription: false, before: [], after: nodes };
}

/** Finds options that sentences name, in a section without any other layout. */
function findProse(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  if (nodes.some(({ type }) => type === 'heading')) return undefined;
  const raw = optionsInProse(source, nodes).map((option) => ({ ...option, nodes: [] }));
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: false, before: [], after: [] };
}

/**
 * The options in the headings below those of several questions: each has two or more, none is below another, too, and
 * hardly any could be about something else.
 */
export function findHeadedInside(source: Source, { raw, form }: Layout): readonly Layout[] {
  const inner = form.layout === 'sections' ? raw.map(({ nodes }) => highestHeadings(nodes)) : [];
  const all = inner.flat();
  const names = new Set(all.map((heading) => textOf(heading).toLowerCase()));
  const others = all.filter((heading) => isOther(source, heading));
  const areAnswers = inner.every(({ length }) => length > 1) && names.size === all.length;
  if (all.length === 0 || !areAnswers || others.length * mostOthers > all.length) return [];
  const isName = new Set<RootContent>(all);
  return raw.map(({ nodes }) => {
    const { before, raw: answers } = splitAt(source, nodes, (node) => isName.has(node));
    return { raw: answers, form: { layout: 'sections' }, mayHaveDescription: false, before, after: [] };
  });
}

/** One of how many answers may be called like another part of an ADR. */
const mostOthers = 6;

function highestHeadings(nodes: readonly RootContent[]): readonly Heading[] {
  const headings = nodes.filter((node) => node.type === 'heading');
  const depth = Math.min(...headings.map((heading) => heading.depth));
  return headings.filter((heading) => heading.depth === depth);
}

/**
 * The options in the lists of several questions: each heading, or each item of a list, has a list of its own that holds
 * no points; or each heading has a table of its own that weighs some.
 */
export function findInner(source: Source, layout: Layout): readonly Layout[] {
  const headed = findHeadedInside(source, layout);
  if (headed.length > 1) return headed;
  const { raw, form } = layout;
  if (raw.length < 2 || (form.layout !== 'sections' && form.layout !== 'list')) return [];
  if (raw.every(({ name }) => isCounted(name))) return [];
  const inner = raw.map(({ nodes }) => {
    const tables = nodes.filter((node) => node.type === 'table');
    const [table, ...others] = tables;
    const isTold = table !== undefined && others.length === 0 && weighsOptions(source, table);
    if (isTold && form.layout === 'sections') return findTables(source, [table]);
    const lists = nodes.filter((node) => node.type !== 'paragraph');
    const [list] = lists;
    const isPlain = list?.type === 'list' && list.children.length > 1 && !holdsPoints(source, list);
    const before = list === undefined ? undefined : nodes[nodes.indexOf(list) - 1];
    // “It was not chosen for two reasons:”
    if (before?.type === 'paragraph' && rejection.test(textOf(before))) return undefined;
    return lists.length === 1 && isPlain ? findList(source, [list]) : undefined;
  });
  const found = inner.filter((layout) => layout !== undefined);
  if (areAspects(found)) return [];
  const isEach =
    form.layout === 'sections' || raw.every(({ name }, at) => inner[at] !== undefined || !/[:：]$/.test(name));
  return isEach && found.length * 2 >= raw.length ? found : [];
}

/** Whether lists below several options say the same of each: “Description”, “Rejection reason”. */
function areAspects(layouts: readonly Layout[]): boolean {
  const titles = layouts.flatMap(({ raw }) => raw.map(({ name }) => readOptionTitle(name, true).title.toLowerCase()));
  return titles.length > 2 && new Set(titles).size * 2 <= titles.length;
}

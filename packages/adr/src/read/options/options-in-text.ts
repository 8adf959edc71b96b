import type { List, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrPart } from '../../content/part.ts';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { readPoints } from '../points/points.ts';
import type { Segment } from '../source/outline.ts';
import { placeOf, type Source, wordsAsWritten } from '../source/source.ts';
import { isCounted, isLettered, namedCounterOf, readCounter, unnumberedLead } from './counter.ts';
import { findLayout, type Layout } from './layouts.ts';
import { mergeOptions, type NamedOption } from './merge-options.ts';
import { announcesByWords, namesOurOptions, wasWeighed, weighs, weighsOptions } from './option-words.ts';
import { readLayout } from './options.ts';
import { countShared, stemsOf } from './same-option.ts';
import { weighsOptions as weighsInTable } from './table.ts';

/** The parts whose text never lists options. */
const otherParts: readonly (AdrPart | undefined)[] = [
  'status',
  'date',
  'people',
  'log',
  'consequences',
  'good-consequences',
  'bad-consequences',
  'neutral-consequences',
  'mitigations',
  'confirmation',
  'related',
  'references',
  'more-information',
];

/** Options in a text that is about something else, and whether its words leave no doubt that they are options. */
export interface FoundInText {
  readonly options: readonly NamedOption[];
  readonly isSure: boolean;
  /** What announces them; empty if nothing does. */
  readonly announcement: string;
  /** Whether they are headings with counters, and nothing else says that they are options. */
  readonly isHeaded?: boolean;
}

/** The options that one list after “Alternatives considered:” names; they may be described elsewhere. */
export function listedInText(source: Source, segments: readonly Segment[]): FoundInText | undefined {
  const [only, ...others] = segments
    .filter(({ part }) => !otherParts.includes(part))
    .flatMap(({ nodes }) => announced(source, nodes, announcesOptions))
    .map(({ layout, announcement }) => ({ options: read(source, layout), isSure: true, announcement }))
    .filter(({ options }) => options.length > 1);
  return others.length > 0 ? undefined : only;
}

/** Options that a file has in other sections than those about options, in a group for each question. */
export function optionsInText(
  source: Source,
  segments: readonly Segment[],
  preamble: readonly RootContent[],
): readonly FoundInText[] {
  for (const find of [inHeadings, withoutNumbers]) {
    const headed = read(source, find(source, source.nodes));
    if (headed.length > 1) return [{ options: headed, isSure: true, announcement: '', isHeaded: true }];
  }
  const own = segments.filter(({ part }) => !otherParts.includes(part));
  const outcome = own.findIndex(({ part }) => part === 'outcome');
  const texts = [preamble, ...own.map(({ nodes }) => nodes)];
  const before = texts.slice(0, outcome === -1 ? undefined : outcome + 1);
  for (const { find, isSure, isBefore } of ways) {
    const groups = (isBefore === true ? before : texts)
      .flatMap((nodes) => find(source, nodes))
      .map(({ layout, announcement }) => ({ options: read(source, layout), isSure, announcement }));
    const found = groups.filter(({ options }) => options.length > 1);
    if (found.length > 0) return joinDetails(found);
  }
  // Below the decision, such headings are its parts.
  const decided = new Set(segments.flatMap(({ part, nodes }) => (part === 'outcome' ? nodes : [])));
  const undecided = source.nodes.filter((node) => !decided.has(node));
  const lettered = read(source, inLetteredHeadings(source, undecided));
  return lettered.length > 1 ? [{ options: lettered, isSure: false, announcement: '' }] : [];
}

/** Groups of options where the second one only says more about those of the first. */
function joinDetails(groups: readonly FoundInText[]): readonly FoundInText[] {
  const [first, second, ...others] = groups;
  if (first === undefined || second === undefined || first.options.length !== second.options.length) return groups;
  const stems = first.options.map(({ option }) => stemsOf(option.title));
  const alike = second.options.filter(({ option }) => {
    const own = stemsOf(option.title);
    return stems.some((each) => countShared(each, own) > 0);
  });
  if (alike.length !== second.options.length) return groups;
  return [{ ...first, options: mergeOptions(first.options, second.options) }, ...others];
}

/** Blocks that may be options, and what announces them. */
interface Announced {
  readonly layout: Layout;
  readonly announcement: string;
}

type Find = (source: Source, nodes: readonly RootContent[]) => readonly Announced[];

/** `isBefore`: only in the texts before the decision. */
interface Way {
  readonly find: Find;
  readonly isSure: boolean;
  readonly isBefore?: boolean;
}

const ways: readonly Way[] = [
  { find: (source, nodes) => announced(source, nodes, announcesOptions), isSure: true },
  { find: (source, nodes) => counted(source, nodes).map(withoutAnnouncement), isSure: true },
  { find: (source, nodes) => weighed(source, nodes).map(withoutAnnouncement), isSure: true },
  { find: (source, nodes) => inTables(source, nodes).map(withoutAnnouncement), isSure: true },
  { find: (source, nodes) => announced(source, nodes, mayAnnounceOptions), isSure: false },
  { find: (source, nodes) => announced(source, nodes, mayListOptions), isSure: false, isBefore: true },
  { find: (source, nodes) => countedInBold(source, nodes).map(withoutAnnouncement), isSure: false },
];

function withoutAnnouncement(layout: Layout): Announced {
  return { layout, announcement: '' };
}

function read(source: Source, layout: Layout | undefined): readonly NamedOption[] {
  return (layout && readLayout(source, layout)?.named) ?? [];
}

/** Finds headings with counters, such as “Option A: …”, of any level. The first with a counter counts. */
function inHeadings(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  return headed(source, nodes, (name) => {
    const counter = namedCounterOf(name);
    return counter === undefined || counter.written.length === name.length ? undefined : { key: counter.key, name };
  });
}

/** Finds headings such as “Option: Java”, with the same word. */
function withoutNumbers(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  let word: string | undefined;
  return headed(source, nodes, (name) => {
    const lead = unnumberedLead(name);
    if (lead === undefined || (word ?? lead.word) !== lead.word) return undefined;
    word = lead.word;
    return { key: name, name: name.slice(lead.written.length) };
  });
}

/** Finds headings such as “2a. Java” and “2b. Go”, without a word for options. */
function inLetteredHeadings(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  return headed(source, nodes, (name) => (isLettered(name) ? { key: readCounter(name).key, name } : undefined));
}

function headed(
  source: Source,
  nodes: readonly RootContent[],
  nameOf: (heading: string) => { readonly key: string; readonly name: string } | undefined,
): Layout | undefined {
  const keys = new Set<string>();
  const raw = nodes.flatMap((node, at) => {
    if (node.type !== 'heading') return [];
    const named = nameOf(wordsAsWritten(source, node));
    if (named === undefined || keys.has(named.key)) return [];
    keys.add(named.key);
    const end = endOf(source, nodes, { at, depth: node.depth, isOption: (name) => nameOf(name) !== undefined });
    return [{ name: named.name, nodes: nodes.slice(at + 1, end) }];
  });
  return { raw, form: { layout: 'sections' }, mayHaveDescription: false, before: [], after: [] };
}

/** Where the text of an option ends: at the next option, or at a heading of the same or a higher level. */
function endOf(
  source: Source,
  nodes: readonly RootContent[],
  {
    at,
    depth,
    isOption,
  }: { readonly at: number; readonly depth: number; readonly isOption: (name: string) => boolean },
): number {
  const end = nodes.findIndex(
    (node, index) =>
      index > at && node.type === 'heading' && (node.depth <= depth || isOption(wordsAsWritten(source, node))),
  );
  return end === -1 ? nodes.length : end;
}

/** The sentence with which a block announces options; undefined if it doesn't. */
type FindAnnouncement = (source: Source, node: RootContent, next?: RootContent) => string | undefined;

/** Finds lists, tables and paragraphs after “Alternatives considered:” or a sentence with the same words. */
function announced(source: Source, nodes: readonly RootContent[], find: FindAnnouncement): Announced[] {
  return nodes.flatMap((node, at) => {
    if (node.type === 'list') return announcedInItems(source, node, find);
    const announcement =
      node.type === 'paragraph' || node.type === 'heading' ? find(source, node, nodes[at + 1]) : undefined;
    if (announcement === undefined) return [];
    const rest = nodes.slice(at + 1);
    const [next] = rest;
    const end =
      next?.type === 'heading'
        ? rest.length
        : next?.type === 'paragraph'
          ? rest.findIndex(({ type }) => type !== 'paragraph')
          : 1;
    const layout = findLayout(source, rest.slice(0, end === -1 ? rest.length : end));
    return layout === undefined ? [] : [{ layout, announcement }];
  });
}

/** Finds the lists inside items such as “**Alternatives considered:**”. */
function announcedInItems(source: Source, { children }: List, find: FindAnnouncement): Announced[] {
  return children.flatMap(({ children: [line, ...rest] }) => {
    if (line?.type !== 'paragraph' || rest[0]?.type !== 'list') return [];
    const announcement = find(source, line);
    const layout = announcement === undefined ? undefined : findLayout(source, rest.slice(0, 1));
    return announcement === undefined || layout === undefined ? [] : [{ layout, announcement }];
  });
}

/** The longest sentence that can announce options, in UTF-16 units. */
const longestAnnouncement = 200;

/** The longest heading that can announce options, as written, in UTF-16 units. */
const longestHeading = 100;

const announcesOptions: FindAnnouncement = (source, node) => {
  const sentence = announcement(source, node);
  if (sentence === '') return undefined;
  const isHeading = partOfHeading(sentence, undefined, source.language) === 'options';
  return isHeading || (/[:：]$/.test(sentence) && announcesByWords(sentence)) ? sentence : undefined;
};

const mayAnnounceOptions: FindAnnouncement = (source, node, next) => {
  const sentence = announcement(source, node);
  // “There are several ways to do it.” above headings
  if (node.type === 'paragraph' && next?.type === 'heading' && weighsOptions(sentence)) return sentence;
  return /[:：]$/.test(sentence) && weighsOptions(sentence) ? sentence : undefined;
};

/** “These are the options we have:”, “The following libraries were evaluated” above a list, in a text before the decision. */
const mayListOptions: FindAnnouncement = (source, node, next) => {
  if (node.type !== 'paragraph' || next?.type !== 'list') return undefined;
  const sentence = lastSentence(source, node);
  return sentence !== '' && (wasWeighed(sentence) || (/[:：]$/.test(sentence) && namesOurOptions(sentence)))
    ? sentence
    : undefined;
};

/** The last sentence of a paragraph, if it is short. */
function lastSentence(source: Source, node: RootContent): string {
  const { start, end } = placeOf(node);
  const text = source.text.slice(Math.max(start, end - 2 * longestAnnouncement), end);
  const sentence =
    text
      .trim()
      .split(/(?<=[.!?])\s|。/)
      .at(-1) ?? '';
  return sentence.length > longestAnnouncement ? '' : sentence.replaceAll(/[*_`#]/g, '');
}

/** The last sentence of a paragraph if it ends with a colon, or else all of a short paragraph or heading. */
function announcement(source: Source, node: RootContent): string {
  const { start, end } = placeOf(node);
  const text = source.text.slice(Math.max(start, end - 2 * longestAnnouncement), end);
  const words = text
    .trimEnd()
    .replace(/[*_]{1,3}$/, '')
    .trimEnd();
  if (!/[:：]$/.test(words)) {
    // Without a colon, only a heading announces options, or a line that stands for one.
    return end - start > longestHeading ? '' : textOf(node);
  }
  const sentence = words.split(/(?<=[.!?])\s|。|(?: {2}|\\)\n/).at(-1) ?? '';
  return sentence.length > longestAnnouncement ? '' : sentence.replaceAll(/[*_`#]/g, '');
}

/** Finds paragraphs, and items of a list, that begin with “Option A:”. */
function counted(source: Source, nodes: readonly RootContent[]): Layout[] {
  const lists = nodes.filter((node) => node.type === 'list' && hasCounters(source, node));
  const paragraphs = nodes.filter((node) => node.type === 'paragraph' && isCounted(wordsAsWritten(source, node)));
  return [...lists.map((list) => [list]), paragraphs].flatMap((blocks) => findLayout(source, blocks) ?? []);
}

function hasCounters(source: Source, list: List): boolean {
  const keys = list.children.flatMap(({ children: [line] }) => {
    return line?.type === 'paragraph' ? (namedCounterOf(wordsAsWritten(source, line))?.key ?? []) : [];
  });
  return new Set(keys).size > 1;
}

/** Finds paragraphs that begin with a counter in bold, below a sentence about what was looked at: “**1) Java**”. */
function countedInBold(source: Source, nodes: readonly RootContent[]): Layout[] {
  const keys = nodes.map((node) => {
    const isBold = node.type === 'paragraph' && node.children[0]?.type === 'strong';
    return isBold ? readCounter(wordsAsWritten(source, node).replace(/^(?:\*\*|__)/, '')).key : '';
  });
  const first = keys.findIndex((key) => key === '1' || key === 'a');
  const before = nodes[first - 1];
  const isAnnounced = before?.type === 'paragraph' && weighs(announcement(source, before));
  const layout = isAnnounced ? findLayout(source, nodes.slice(first)) : undefined;
  const isCounted = keys.filter((key) => key !== '').length === layout?.raw.length;
  return isCounted && layout?.form.layout === 'paragraphs' ? [layout] : [];
}

/** Finds tables of options with columns for their pros or cons. */
function inTables(source: Source, nodes: readonly RootContent[]): Layout[] {
  const tables = nodes.filter((node) => node.type === 'table' && weighsInTable(source, node));
  return tables.flatMap((table) => findLayout(source, [table]) ?? []);
}

/** Finds headings that all have pros and cons under them. */
function weighed(source: Source, nodes: readonly RootContent[]): Layout[] {
  if (nodes.filter((node) => node.type === 'heading').length < 2) return [];
  const layout = findLayout(source, nodes);
  if (layout?.form.layout !== 'sections') return [];
  const isWeighed = layout.raw.every(({ nodes: own }) => {
    const kinds = readPoints(source, own)?.points.map(({ kind }) => kind) ?? [];
    return kinds.includes('pro') && kinds.includes('con');
  });
  return isWeighed ? [layout] : [];
}

import type { List, RootContent } from 'mdast';
import type { AdrPart } from '../../content/part.ts';
import { readPoints } from '../points/points.ts';
import type { Segment } from '../source/outline.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import {
  type Announced,
  announced,
  announcement,
  announcesInDense,
  announcesOptions,
  asksAboveList,
  type FindAnnouncement,
  headsOptions,
  mayAnnounceOptions,
  mayListOptions,
  namesSeveralOptions,
} from './announcement.ts';
import { behindLabels } from './behind-labels.ts';
import { countedInSentences } from './counted-in-sentences.ts';
import { isCounted, namedCounterOf, readCounter } from './counter.ts';
import { inHeadings, inLetteredHeadings, leftInHeadings, withoutNumbers } from './headed.ts';
import type { Layout } from './layout.ts';
import { findHeadedInside, findLayout } from './layouts.ts';
import { mergeOptions, type NamedOption } from './merge-options.ts';
import { namesUnchosen, weighs } from './option-words.ts';
import { readLayout, readLayouts } from './options.ts';
import { countShared, isSameOption, stemsOf } from './same-option.ts';
import { marksOption, weighsOptions as weighsInTable } from './table.ts';

/** The parts whose text lists no options, unless a line there says so by itself. */
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

/** The parts where a line may say that the whole ADR was rejected. */
const statusParts: readonly (AdrPart | undefined)[] = ['status', 'date', 'people', 'log'];

/** Options in a text that is about something else, and whether its words leave no doubt that they are options. */
export interface FoundInText {
  readonly options: readonly NamedOption[];
  /** Options in headings below those: if these are questions, their answers. */
  readonly inner?: readonly (readonly NamedOption[])[];
  readonly isSure: boolean;
  /** What announces them; empty if nothing does. */
  readonly announcement: string;
  /** Whether they are headings with counters, and nothing else says that they are options. */
  readonly isHeaded?: boolean;
  /** The options that a list of those that were not chosen leaves out. */
  readonly left?: ReadonlySet<NamedOption>;
}

const announcesSome: FindAnnouncement = (source, node) =>
  announcesOptions(source, node) ?? namesSeveralOptions(source, node);

/** The options that one list after “Alternatives considered:” names; they may be described elsewhere. */
export function listedInText(
  source: Source,
  segments: readonly Segment[],
  find: FindAnnouncement = announcesSome,
): FoundInText | undefined {
  const [only, ...others] = segments
    .filter(({ part }) => !otherParts.includes(part))
    .flatMap(({ nodes }) => announced(source, nodes, find))
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
  const all = segments.flatMap(({ part, nodes }) => (statusParts.includes(part) ? [] : [nodes]));
  for (const { find, isSure, where, fewest = 2 } of ways) {
    const groups = { own: texts, before, anywhere: [preamble, ...all] }[where ?? 'own']
      .flatMap((nodes) => find(source, nodes))
      .map(({ layout, announcement: said }) => {
        return {
          options: read(source, layout),
          inner: readLayouts(source, findHeadedInside(source, layout)),
          isSure,
          announcement: said,
        };
      });
    const found = groups.filter(({ options }) => options.length >= fewest);
    if (found.length > 0) return withFuller(source, before, joinDetails(found));
  }
  const left = leftInHeadings(source);
  if (left !== undefined) {
    return [{ options: read(source, left.layout), isSure: true, announcement: left.announcement }];
  }
  // Below the decision, such headings are its parts.
  const decided = new Set(segments.flatMap(({ part, nodes }) => (part === 'outcome' ? nodes : [])));
  const undecided = source.nodes.filter((node) => !decided.has(node));
  const lettered = read(source, inLetteredHeadings(source, undecided));
  return lettered.length > 1 ? [{ options: lettered, isSure: false, announcement: '' }] : [];
}

/** A group of those that were left out, with all of a longer list in front of the decision that has each of them. */
function withFuller(
  source: Source,
  texts: readonly (readonly RootContent[])[],
  groups: readonly FoundInText[],
): readonly FoundInText[] {
  const [only, ...others] = groups;
  if (only === undefined || others.length > 0 || !namesUnchosen(only.announcement)) return groups;
  const own = only.options;
  const isNamed = (one: NamedOption, among: readonly NamedOption[]) =>
    among.some(({ option }) => isSameOption(option.title, one.option.title));
  const lists = texts.flatMap((nodes) => nodes.filter((node) => node.type === 'list'));
  for (const list of lists.filter(({ children }) => children.length > own.length && own.length > 1)) {
    const listed = read(source, findLayout(source, [list]));
    if (listed.length <= own.length || !own.every((one) => isNamed(one, listed))) continue;
    const options = mergeOptions(listed, own);
    const left = new Set(options.filter((one) => !isNamed(one, own)));
    return [{ ...only, options, announcement: '', left }];
  }
  return groups;
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

type Find = (source: Source, nodes: readonly RootContent[]) => readonly Announced[];

/** How options are found: in the texts that may list some, only in those before the decision, or in all; two unless it says how many. */
interface Way {
  readonly find: Find;
  readonly isSure: boolean;
  readonly where?: 'before' | 'anywhere';
  readonly fewest?: number;
}

const ways: readonly Way[] = [
  { find: (source, nodes) => announced(source, nodes, announcesOptions), isSure: true },
  { find: (source, nodes) => announced(source, nodes, headsOptions), isSure: true, where: 'anywhere', fewest: 1 },
  { find: behindLabels, isSure: true, where: 'anywhere', fewest: 1 },
  { find: (source, nodes) => counted(source, nodes).map(withoutAnnouncement), isSure: true },
  { find: (source, nodes) => weighed(source, nodes).map(withoutAnnouncement), isSure: true },
  { find: (source, nodes) => inTables(source, nodes).map(withoutAnnouncement), isSure: true, where: 'anywhere' },
  { find: (source, nodes) => announced(source, nodes, namesSeveralOptions), isSure: true, where: 'before' },
  { find: (source, nodes) => announced(source, nodes, announcesInDense), isSure: true, where: 'before' },
  { find: countedInSentences, isSure: true, where: 'before' },
  { find: (source, nodes) => announced(source, nodes, mayAnnounceOptions), isSure: false },
  { find: (source, nodes) => announced(source, nodes, mayListOptions), isSure: false, where: 'before' },
  { find: (source, nodes) => announced(source, nodes, asksAboveList), isSure: false, where: 'before' },
  { find: (source, nodes) => countedInBold(source, nodes).map(withoutAnnouncement), isSure: false },
];

function withoutAnnouncement(layout: Layout): Announced {
  return { layout, announcement: '' };
}

function read(source: Source, layout: Layout | undefined): readonly NamedOption[] {
  return (layout && readLayout(source, layout)?.named) ?? [];
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

/** Finds tables of options with columns for their pros or cons, or with a mark at the chosen one. */
function inTables(source: Source, nodes: readonly RootContent[]): Layout[] {
  const tables = nodes.filter(
    (node) => node.type === 'table' && (weighsInTable(source, node) || marksOption(source, node)),
  );
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

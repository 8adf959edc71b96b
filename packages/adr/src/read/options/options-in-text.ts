import type { Heading, List, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrPart } from '../../content/part.ts';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { readPoints } from '../points/points.ts';
import type { Segment } from '../source/outline.ts';
import { placeOf, type Source, wordsAsWritten } from '../source/source.ts';
import { isCounted, namedCounterOf } from './counter.ts';
import { findLayout, type Layout } from './layouts.ts';
import type { NamedOption } from './merge-options.ts';
import { announcesByWords } from './option-words.ts';
import { readLayout } from './options.ts';

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

/** Options that a file has in other sections than those about options, in a group for each question. */
export function optionsInText(source: Source, segments: readonly Segment[]): (readonly NamedOption[])[] {
  const headed = read(source, inHeadings(source, source.nodes));
  if (headed.length > 1) return [headed];
  const texts = segments.filter(({ part }) => !otherParts.includes(part)).map(({ nodes }) => nodes);
  for (const find of [announced, counted, weighed]) {
    const groups = texts.flatMap((nodes) => find(source, nodes)).map((layout) => read(source, layout));
    const found = groups.filter((group) => group.length > 1);
    if (found.length > 0) return found;
  }
  return [];
}

function read(source: Source, layout: Layout | undefined): readonly NamedOption[] {
  return (layout && readLayout(source, layout)?.named) ?? [];
}

/** Finds headings with counters, such as “Option A: …”, of any level. The first with a counter counts. */
function inHeadings(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const keys = new Set<string>();
  const raw = nodes.flatMap((node, at) => {
    if (node.type !== 'heading') return [];
    const name = wordsAsWritten(source, node);
    const counter = namedCounterOf(name);
    if (counter === undefined || keys.has(counter.key) || counter.written.length === name.length) return [];
    keys.add(counter.key);
    return [{ name, nodes: nodes.slice(at + 1, endOf(source, nodes, at, node)) }];
  });
  return { raw, form: { layout: 'sections' }, mayHaveDescription: false, before: [], after: [] };
}

/** Where the text of an option ends: at the next option, or at a heading of the same or a higher level. */
function endOf(source: Source, nodes: readonly RootContent[], at: number, { depth }: Heading): number {
  const end = nodes.findIndex(
    (node, index) =>
      index > at && node.type === 'heading' && (node.depth <= depth || isCounted(wordsAsWritten(source, node))),
  );
  return end === -1 ? nodes.length : end;
}

/** Finds lists, tables and paragraphs after “Alternatives considered:” or a sentence with the same words. */
function announced(source: Source, nodes: readonly RootContent[]): Layout[] {
  return nodes.flatMap((node, at) => {
    const isText = node.type === 'paragraph' || node.type === 'heading';
    const { start, end: nodeEnd } = placeOf(node);
    // Reading the words of long paragraphs takes time.
    if (!isText || nodeEnd - start > 2 * longestAnnouncement || !announcesOptions(source, textOf(node))) return [];
    const rest = nodes.slice(at + 1);
    const [next] = rest;
    const end = next?.type === 'paragraph' ? rest.findIndex(({ type }) => type !== 'paragraph') : 1;
    const layout = findLayout(source, rest.slice(0, end === -1 ? rest.length : end));
    return layout === undefined ? [] : [layout];
  });
}

/** The longest sentence that can announce options, in UTF-16 units. */
const longestAnnouncement = 200;

function announcesOptions(source: Source, text: string): boolean {
  if (text.length > longestAnnouncement) return false;
  if (partOfHeading(text, undefined, source.language) === 'options') return true;
  return /[:：]\s*$/.test(text) && announcesByWords(text);
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

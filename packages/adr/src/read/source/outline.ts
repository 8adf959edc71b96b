import type { Heading, RootContent, Yaml } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { type Part, partOfHeading } from '../../content/part.ts';
import { placeOf, type Source } from './source.ts';

/** A heading with what stands under it: up to the next heading that opens a section. */
export interface Segment {
  readonly part: Part | undefined;
  readonly heading: Heading;
  readonly name: string;
  readonly nodes: readonly RootContent[];
}

/** A file cut where its sections begin. */
export interface Outline {
  readonly frontMatter: Yaml | undefined;
  /** What stands before the title. */
  readonly preface: readonly RootContent[];
  readonly title: Heading | undefined;
  /** What stands between the title and the first section. */
  readonly preamble: readonly RootContent[];
  readonly segments: readonly Segment[];
  /** What stands after a last rule, outside all sections; and what was not read of the file. */
  readonly closing: readonly RootContent[];
  /** A rule stands before each section of the highest level and before the closing. */
  readonly hasRules: boolean;
}

interface OpenSegment extends Segment {
  readonly nodes: RootContent[];
}

/** Cuts a file into front matter, title, sections and closing. Every node is in exactly one of them. */
export function outlineOf(source: Source): Outline {
  const unread = source.rest === '' ? [] : source.nodes.slice(-1);
  const read = source.nodes.slice(0, source.nodes.length - unread.length);
  const [first, ...others] = read;
  const frontMatter = first?.type === 'yaml' ? first : undefined;
  const nodes = frontMatter === undefined ? read : others;
  const titleAt = findTitle(nodes);
  const title = nodes[titleAt];
  const preface = nodes.slice(0, Math.max(titleAt, 0));
  const preamble: RootContent[] = [];
  const segments: OpenSegment[] = [];
  const opened: Opened = { segments, around: [], parts: new Set() };
  for (const node of nodes.slice(titleAt + 1)) {
    const segment = node.type === 'heading' ? openSegment(node, opened) : undefined;
    if (segment !== undefined) segments.push(segment);
    else (segments.at(-1)?.nodes ?? preamble).push(node);
  }
  const closing = [...takeClosing(source, segments), ...unread];
  const hasRules = dropRules(preamble, segments, closing);
  return {
    frontMatter,
    preface,
    title: title?.type === 'heading' ? title : undefined,
    preamble,
    segments,
    closing,
    hasRules,
  };
}

/** The first heading of level 1; without one, the first heading, unless it is that of a section. */
function findTitle(nodes: readonly RootContent[]): number {
  const highest = nodes.findIndex((node) => node.type === 'heading' && node.depth === 1);
  if (highest !== -1) return highest;
  const first = nodes.findIndex((node) => node.type === 'heading');
  const node = nodes[first];
  return node === undefined || partOfHeading(textOf(node), undefined) !== undefined ? -1 : first;
}

/** The segments so far, with those around the next heading and the parts that have their section already. */
interface Opened {
  readonly segments: OpenSegment[];
  around: readonly OpenSegment[];
  readonly parts: Set<Part | undefined>;
}

/** The segment that a heading opens; none if it belongs to the text of the one before. */
function openSegment(heading: Heading, opened: Opened): OpenSegment | undefined {
  const name = textOf(heading, { includeHtml: false }).trim();
  const current = opened.segments.at(-1);
  const around = opened.around.filter((segment) => segment.heading.depth < heading.depth);
  const within = around.at(-1);
  // A section without a part and without a text of its own, such as "Details", is but a frame.
  const isFrame =
    within !== undefined && within.part === undefined && within.nodes.length === 0 && within.heading.depth > 1;
  const named = partOfHeading(name, within === undefined || isFrame ? undefined : (within.part ?? 'own section'));
  if (current !== undefined && heading.depth > current.heading.depth && named === undefined) return undefined;
  // A second list of options holds their details, whatever it is called.
  const part = named === 'options' && opened.parts.has('options') ? 'option-details' : named;
  const segment = { part: opened.parts.has(part) ? undefined : part, heading, name, nodes: [] };
  opened.around = [...around, segment];
  if (part !== undefined) opened.parts.add(part);
  return segment;
}

/** Takes what follows a last rule, or a last labelled paragraph after a list, out of the last section. */
function takeClosing(source: Source, segments: readonly OpenSegment[]): RootContent[] {
  const nodes = segments.at(-1)?.nodes ?? [];
  const rule = nodes.findLastIndex((node) => node.type === 'thematicBreak');
  const last = nodes.at(-1);
  const before = nodes.at(-2);
  if (rule !== -1 && rule < nodes.length - 1 && nodes.slice(rule).every((node) => node.type !== 'heading')) {
    return nodes.splice(rule + 1);
  }
  const isRemark =
    last?.type === 'paragraph' &&
    before?.type === 'list' &&
    /^(\*\*|__)(?:decision|status|date|conclusion)\b/i.test(source.text.slice(placeOf(last).start));
  return isRemark ? nodes.splice(-1) : [];
}

/** Takes the rules out if they stand before every section of the highest level, and before the closing; else none. */
function dropRules(
  preamble: RootContent[],
  segments: readonly OpenSegment[],
  closing: readonly RootContent[],
): boolean {
  const highest = Math.min(...segments.map((segment) => segment.heading.depth));
  const before = segments.map((_, index) => segments[index - 1]?.nodes ?? preamble);
  const expected = new Set<RootContent[]>();
  for (const [index, segment] of segments.entries()) {
    const nodes = before[index];
    if (nodes !== undefined && segment.heading.depth === highest) expected.add(nodes);
  }
  const last = segments.at(-1)?.nodes;
  if (last !== undefined && closing.length > 0) expected.add(last);
  const all = [preamble, ...segments.map((segment) => segment.nodes)];
  const isRule = (node: RootContent | undefined) => node?.type === 'thematicBreak';
  const isRegular = expected.size > 1 && all.every((nodes) => isRule(nodes.at(-1)) === expected.has(nodes));
  if (isRegular) for (const nodes of expected) nodes.pop();
  return isRegular;
}

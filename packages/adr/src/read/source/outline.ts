import type { Heading, RootContent, Yaml } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrPart } from '../../content/part.ts';
import { foldHeading, isLateOutcome, partOfHeading } from '../../content/part-of-heading.ts';
import type { AdrLanguage } from '../../language/adr-language.ts';
import { isCounted } from '../options/counter.ts';
import { kindOfWords } from '../points/point-words.ts';
import { readTitle } from '../title-text.ts';
import { takeClosing } from './closing.ts';
import type { Source } from './source.ts';

/** A heading and the blocks under it, up to the next heading that starts a section. */
export interface Segment {
  readonly part: AdrPart | undefined;
  readonly heading: Heading;
  readonly name: string;
  readonly nodes: readonly RootContent[];
  /** The part that the heading names although an earlier section is that part. */
  readonly repeats: AdrPart | undefined;
}

/** A file split into its sections. */
export interface Outline {
  readonly frontMatter: Yaml | undefined;
  /** The blocks before the title. */
  readonly preface: readonly RootContent[];
  readonly title: Heading | undefined;
  /** The blocks between the title and the first section. */
  readonly preamble: readonly RootContent[];
  readonly segments: readonly Segment[];
  /** The blocks after the last rule, outside all sections, and the part of the file that was not read. */
  readonly closing: readonly RootContent[];
  /** Each section of the highest level, and the closing, follow a rule (`---`). */
  readonly hasRules: boolean;
  /** The closing follows a rule. */
  readonly hasClosingRule: boolean;
}

interface OpenSegment extends Segment {
  readonly nodes: RootContent[];
}

/** Splits a file into front matter, title, sections and closing. Every node is in exactly one of them. */
export function outlineOf(source: Source): Outline {
  const unread = source.rest === '' ? [] : source.nodes.slice(-1);
  const read = source.nodes.slice(0, source.nodes.length - unread.length);
  const frontMatter = read.find((node) => node.type === 'yaml');
  const nodes = frontMatter === undefined ? read : read.filter((node) => node !== frontMatter);
  const titleAt = findTitle(nodes, source.language, frontMatter);
  const title = nodes[titleAt];
  const preface = nodes.slice(0, Math.max(titleAt, 0));
  const preamble: RootContent[] = [];
  const segments: OpenSegment[] = [];
  const headings = nodes.slice(titleAt + 1).filter((node) => node.type === 'heading');
  const isOutcome = (node: Heading) => partOfHeading(textOf(node), undefined, source.language) === 'outcome';
  const outcomes = headings.filter(isOutcome);
  const hasOutcome = outcomes.length > 0;
  const only = outcomes.length === 1 ? outcomes[0] : undefined;
  const opened: Opened = { segments, around: [], parts: new Set(), language: source.language, hasOutcome, only };
  for (const node of nodes.slice(titleAt + 1)) {
    const segment = node.type === 'heading' ? openSegment(node, opened) : undefined;
    if (segment !== undefined) segments.push(segment);
    else (segments.at(-1)?.nodes ?? preamble).push(node);
  }
  const own = takeClosing(source, segments.at(-1));
  const closing = [...own, ...unread];
  const hasRules = dropRules(preamble, segments, closing);
  const isRuled = !hasRules && own.length > 0 && isRule(segments.at(-1)?.nodes.at(-1));
  if (isRuled) segments.at(-1)?.nodes.pop();
  return {
    frontMatter,
    preface,
    title: title?.type === 'heading' ? title : undefined,
    preamble,
    segments,
    closing,
    hasRules,
    hasClosingRule: hasRules || isRuled,
  };
}

/**
 * Finds the first heading of level 1, or else the first heading, unless that one starts a section. Where all sections are
 * of level 1, the first of them is no title. Where the front matter has the title, any but an only heading of level 1
 * has to say the same, perhaps behind its number.
 */
function findTitle(
  nodes: readonly RootContent[],
  language: AdrLanguage | undefined,
  frontMatter: Yaml | undefined,
): number {
  const isSection = (node: RootContent | undefined) =>
    node === undefined || partOfHeading(textOf(node), undefined, language) !== undefined;
  const isHighest = (node: RootContent) => node.type === 'heading' && node.depth === 1;
  const first = nodes.findIndex((node) => node.type === 'heading');
  const highest = nodes.findIndex(isHighest);
  const found = highest === -1 ? first : highest;
  const known = titleIn(frontMatter);
  const isKnown = known !== undefined && found !== -1 && saysTitle(textOf(nodes[found]), known);
  const isOnly = nodes.filter(isHighest).length === 1 && highest === first;
  if (known !== undefined && !isKnown && (!isOnly || isSection(nodes[found]))) return -1;
  if (highest === -1) return isSection(nodes[first]) ? -1 : first;
  // A section at the end, at the wrong level.
  if (highest !== first && isSection(nodes[first]) && isSection(nodes[highest])) return -1;
  const sections = nodes.filter((node) => isHighest(node) && isSection(node));
  return highest === first && nodes[first] === sections[0] && sections.length > 1 ? -1 : highest;
}

/** Whether a heading is a title, with or without a number in front of it: “ADR 7 — Use tea”. */
function saysTitle(heading: string, title: string): boolean {
  return [heading, readTitle(heading).title].some((text) => foldHeading(text) === foldHeading(title));
}

const titleLine = /^title:(?<value>.*)(?:\n(?<next>.*))?/m;

/** The title in the front matter, as far as it shows without reading YAML. */
function titleIn(frontMatter: Yaml | undefined): string | undefined {
  const { value = '', next = '' } = titleLine.exec(frontMatter?.value ?? '')?.groups ?? {};
  const written = /^[|>][-+]?$/.test(value.trim()) ? next.trim() : value.trim();
  const title = written.replace(/^["']/, '').replace(/["']$/, '');
  return title === '' ? undefined : title;
}

/** The segments so far, those that surround the next heading, and the parts that already have a section. */
interface Opened {
  readonly segments: OpenSegment[];
  around: readonly OpenSegment[];
  readonly parts: Set<AdrPart | undefined>;
  readonly language: AdrLanguage | undefined;
  /** A heading of the file says that the decision is below it. */
  readonly hasOutcome: boolean;
  /** The only such heading. */
  readonly only: Heading | undefined;
}

/** Opens the segment that a heading starts. Returns undefined if the heading belongs to the previous segment's text. */
function openSegment(heading: Heading, opened: Opened): OpenSegment | undefined {
  const name = textOf(heading, { includeHtml: false }).trim();
  const current = opened.segments.at(-1);
  if (current !== undefined && isOfOption(heading, current, opened.language)) return undefined;
  const around = opened.around.filter(
    ({ part, heading: { depth } }) => depth < heading.depth && !statements.includes(part),
  );
  const within = around.at(-1);
  // A section without a part and without text, such as "Details", only groups other sections, as "Summary" may do.
  const isFrame =
    within !== undefined &&
    (within.part === undefined || within.part === 'summary') &&
    within.nodes.length === 0 &&
    within.heading.depth > 1;
  const place = within === undefined || isFrame ? undefined : (within.part ?? 'own section');
  const isLate = place === undefined && !opened.hasOutcome && isLateOutcome(name, opened.language);
  // One level too deep, below the list of options.
  const isDeep = heading === opened.only && within?.part === 'options' && within.nodes.at(-1)?.type === 'list';
  // “### Status” below “## Architecture Decision Record”, before all other sections.
  const stated =
    place === 'own section' && !hasBody(opened) ? partOfHeading(name, undefined, opened.language) : undefined;
  const isStated = statements.includes(stated) ? stated : undefined;
  const named = partOfHeading(name, place, opened.language) ?? isStated ?? (isLate || isDeep ? 'outcome' : undefined);
  if (current !== undefined && heading.depth > current.heading.depth && named === undefined) return undefined;
  // A second section about options has their details, unless it has the same heading, for another question.
  const first = opened.segments.find((segment) => segment.part === 'options');
  const isDetails = named === 'options' && first !== undefined && foldHeading(first.name) !== foldHeading(name);
  const part = isDetails ? 'option-details' : named;
  const isTaken = opened.parts.has(part);
  const segment = { part: isTaken ? undefined : part, heading, name, nodes: [], repeats: isTaken ? part : undefined };
  opened.around = [...around, segment];
  if (part !== undefined) opened.parts.add(part);
  return segment;
}

/** Whether a section so far is more than a statement about the ADR. */
const hasBody = ({ parts }: Opened) => parts.values().some((part) => part !== undefined && !statements.includes(part));

/** The parts that other sections are never inside of. One whose heading is of a too high level ends before them. */
const statements: readonly (AdrPart | undefined)[] = ['status', 'date', 'people'];

/** Whether a heading for pros or cons belongs to the option above, although it is not below its heading: “### Option A”, “## Pros”. */
function isOfOption(heading: Heading, { part, nodes }: OpenSegment, language: AdrLanguage | undefined): boolean {
  if (part !== 'options' && part !== 'option-details') return false;
  const above = nodes.findLast((node) => node.type === 'heading');
  const weighs = (node: RootContent) => ['pro', 'con'].includes(kindOfWords(textOf(node), language) ?? '');
  return above !== undefined && weighs(heading) && (weighs(above) || isCounted(textOf(above)));
}

const isRule = (node: RootContent | undefined) => node?.type === 'thematicBreak';

/** Removes the rules if they are before every section of the highest level and before the closing. */
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
  const isRegular = expected.size > 1 && all.every((nodes) => isRule(nodes.at(-1)) === expected.has(nodes));
  if (isRegular) for (const nodes of expected) nodes.pop();
  return isRegular;
}

import type { List, ListItem, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Markdown, Point, PointKind } from '../../content/content.ts';
import type { PointsForm } from '../../style/house-style.ts';
import { blocksAsWritten, type Source, withoutBreak, wordsAsWritten } from '../source/source.ts';
import { type Labelled, labelOnly, splitLabel } from './label.ts';
import { linesOf } from './label-lines.ts';
import { withoutLazyLabels } from './lazy-labels.ts';
import { announcesSeveral, isNoPoint, kindOfLabel, kindOfWords, rejects, splitPoint } from './point-words.ts';
import { splitPoints } from './split-points.ts';

/** The points found in some blocks. `described`: how many blocks are before the first with a point, if any has one. */
export interface FoundPoints {
  readonly points: readonly Point[];
  readonly form: PointsForm;
  readonly described: number | undefined;
  /** How much of the last of them belongs to the points, in UTF-16 units: the label in its last line. */
  readonly cut?: number;
}

/** The points and their form, as far as the blocks have been read. */
interface PointCollector {
  readonly points: Point[];
  readonly leads: Partial<Record<PointKind, string>>;
  readonly itemLeads: Partial<Record<PointKind, string>>;
  readonly order: PointKind[];
  mode: PointsForm['mode'];
  place: PointsForm['place'];
  joint: string | undefined;
  isOrdered: boolean;
  isLoose: boolean;
  isTight?: boolean;
  lineEnd?: string;
}

/**
 * Reads pros, cons, neutral points and verdicts, or consequences, in any form that ADRs use. In a section of one kind
 * (`only`), such as "Negative", points need no label, and the label of another kind is part of the text. In any other
 * section, blocks without a label contain no points.
 */
export function readPoints(source: Source, blocks: readonly RootContent[], only?: PointKind): FoundPoints | undefined {
  const pieces = withoutLazyLabels(source, blocks);
  const nodes = pieces.map(({ node }) => node);
  const collected = collector();
  let described = -1;
  let cut = 0;
  let group: PointKind | undefined;
  for (const [index, node] of nodes.entries()) {
    const announced = announcedKind(source, node, only);
    const next = nodes[index + 1];
    if (announced !== undefined && next?.type === 'list') {
      // Several reasons why an option was rejected speak against it.
      group = announced.kind === 'verdict' && rejects(announced.lead) ? 'con' : announced.kind;
      // “Trade-offs” may be above both.
      if (only === undefined && holdsBoth(source, next)) {
        group = undefined;
        continue;
      }
      addLead(collected, announced.kind, announced.lead);
      collected.mode = 'group';
      collected.place = node.type === 'heading' ? 'heading' : 'paragraph';
      if (node.type === 'paragraph') collected.isTight ??= isRightUnder(next, node);
      if (described === -1) {
        described = announced.isLastLine ? index + 1 : index;
        cut = announced.isLastLine ? announced.lead.length : 0;
      }
    } else if (node.type === 'list') {
      if (group === undefined && only === undefined && !node.children.some((item) => reasonIn(source, item))) continue;
      readList(source, node, collected, group, only);
      group = undefined;
      if (described === -1) described = index;
    } else if (node.type === 'paragraph') {
      group = undefined;
      const isRead = readParagraph(source, wordsAsWritten(source, node), collected, only);
      if (isRead && described === -1) described = index;
    } else {
      group = undefined;
    }
  }
  if (collected.points.length === 0) return undefined;
  const { points, joint = ', ', ...form } = collected;
  const before = pieces[Math.max(described, 0)]?.of ?? blocks.length;
  return { points, form: { ...form, joint }, described: before, ...(cut === 0 ? {} : { cut }) };
}

/** Reads the points of the lines that a text ends with, and where they start: “Java\nPros: fast\nCons: old”. */
export function readLines(source: Source, text: string): (FoundPoints & { readonly from: number }) | undefined {
  const collected = collector();
  let from = text.indexOf('\n') + 1;
  while (from > 0 && !isWeighed(source, text.slice(from, from + longestLead))) from = text.indexOf('\n', from) + 1;
  if (from === 0 || !readParagraph(source, text.slice(from), collected, undefined)) return undefined;
  const { points, joint = ', ', ...form } = collected;
  return points.length === 0 ? undefined : { points, form: { ...form, joint }, described: undefined, from };
}

/** How much of a line is looked at for a label, in UTF-16 units. */
const longestLead = 120;

/** Whether a line begins with a label for pros or cons. */
function isWeighed(source: Source, line: string): boolean {
  const label = splitPoint(line, source.language);
  const kind = label === undefined ? undefined : kindOfLabel(label, source.language);
  return kind === 'pro' || kind === 'con';
}

function collector(): PointCollector {
  return {
    points: [],
    leads: {},
    itemLeads: {},
    order: [],
    mode: 'each',
    place: 'list',
    joint: undefined,
    isOrdered: false,
    isLoose: false,
  };
}

/**
 * The kind that a heading or paragraph announces, if it is only a label for the list after it, or a text whose last line
 * is one.
 */
function announcedKind(
  source: Source,
  node: RootContent,
  only: PointKind | undefined,
): { kind: PointKind; lead: string; isLastLine: boolean } | undefined {
  if (node.type !== 'heading' && node.type !== 'paragraph') return undefined;
  const text = textOf(node);
  const lineStart = text.lastIndexOf('\n') + 1;
  const line = text.slice(lineStart);
  const isLastLine = lineStart > 0;
  if (isLastLine && !/[:：]\s*$/.test(line)) return undefined;
  const kind = line.length < 60 ? kindOfWords(line, source.language) : undefined;
  if (kind === undefined || !fits(kind, only)) return undefined;
  const written = blocksAsWritten(source, [node]);
  return { kind, lead: isLastLine ? written.slice(written.lastIndexOf('\n') + 1) : written, isLastLine };
}

function isRightUnder(node: RootContent, before: RootContent): boolean {
  return node.position?.start.line === (before.position?.end.line ?? 0) + 1;
}

/** Whether the items of a list are groups of pros and of cons, or each begins with what it is and there are both. */
function holdsBoth(source: Source, list: List): boolean {
  const reasons = list.children.map((item) => reasonIn(source, item));
  const areAll = reasons.every((reason) => reason !== undefined);
  const kinds = reasons.map((reason) => (areAll || reason?.rest === '' ? reason?.kind : undefined));
  return kinds.includes('pro') && kinds.includes('con');
}

function fits(kind: PointKind, only: PointKind | undefined): boolean {
  return only === undefined || kind === only;
}

function addLead(collected: PointCollector, kind: PointKind, lead: string): void {
  collected.leads[kind] ??= lead;
  if (!collected.order.includes(kind)) collected.order.push(kind);
}

function reasonIn(
  source: Source,
  item: ListItem,
  only?: PointKind,
): (Labelled & { readonly kind: PointKind }) | undefined {
  const [line] = item.children;
  const words = line?.type === 'paragraph' ? wordsAsWritten(source, line) : '';
  const isAlone = item.children[1]?.type === 'list' && kindOfWords(words, source.language) !== undefined;
  const label = splitPoint(words, source.language) ?? (isAlone ? labelOnly(words) : undefined);
  const named =
    label && (kindOfLabel(label, source.language) ?? (isAlone ? kindOfWords(words, source.language) : undefined));
  // In a section of one kind, every sign stands for it that stands for no other: a warning for what gets worse.
  const isSign = label?.word === '' && (named === undefined || named === 'neutral');
  const kind = isSign ? (only ?? (warns(source, label) ? 'con' : named)) : named;
  if (label === undefined || kind === undefined || !fits(kind, only)) return undefined;
  // A label without a text after it, such as a single emoji, is the text.
  return label.rest.trim() === '' && item.children.length === 1 ? undefined : { ...label, kind };
}

/** Whether a warning sign stands for what speaks against something: in a file with a tick for the rest, and no cross. */
function warns({ text }: Source, { mark }: Labelled): boolean {
  return mark.startsWith('⚠') && text.includes('✅') && !/[❌✖✗✘👎➖🔴🚫]/u.test(text);
}

function readList(
  source: Source,
  list: List,
  collected: PointCollector,
  group: PointKind | undefined,
  only: PointKind | undefined,
): void {
  collected.isOrdered = list.ordered === true;
  collected.isLoose = list.spread === true;
  let before: PointKind | undefined;
  let grouped = '';
  const reasons = list.children.map((item) => reasonIn(source, item, only));
  for (const [at, item] of list.children.entries()) {
    const reason = reasons[at];
    const nested = item.children[1];
    if (group === undefined && reason === undefined && isOpenLabel(source, item)) continue;
    if (group === undefined && reason === undefined && grouped !== '' && isLabelled(source, item, grouped)) continue;
    if (group !== undefined || reason === undefined) {
      // An item without a label behind a group of points is one of them at the wrong level.
      const kind = group ?? only ?? before ?? 'neutral';
      const isMark = reason !== undefined && reason.word === '';
      if (group !== undefined && isMark) collected.itemLeads[kind] ??= reason.lead;
      if (group === undefined) addLead(collected, kind, '');
      collected.points.push({ kind, text: isMark ? withoutLead(source, item, reason) : itemAsWritten(source, item) });
    } else if (reason.rest === '' && nested?.type === 'list') {
      addLead(collected, reason.kind, reason.lead);
      collected.mode = 'group';
      const kind = reason.kind === 'verdict' && rejects(reason.label) ? 'con' : reason.kind;
      for (const inner of nested.children) collected.points.push({ kind, text: itemAsWritten(source, inner) });
      before = kind;
      grouped = emphasisOf(reason.lead);
    } else {
      addLead(collected, reason.kind, reason.lead);
      // With an item for each of them, as in “Pro: fast, small”, “Pro: cheap”, none says several.
      const isOneOfSeveral = reasons.some((other, place) => place !== at && other?.word === reason.word);
      pushInline(
        collected,
        { ...reason, isReason: reason.isReason || isOneOfSeveral },
        withoutLead(source, item, reason),
      );
    }
  }
}

const emphasisOf = (lead: string) => /^(?:\*\*|__|[*_])/.exec(lead)?.[0] ?? '';

/** Whether an item beside groups of points begins with a label like theirs, and says something else: “**Cost:** low”. */
function isLabelled(source: Source, { children: [line] }: ListItem, emphasis: string): boolean {
  const label = line?.type === 'paragraph' ? splitLabel(wordsAsWritten(source, line)) : undefined;
  return label !== undefined && /[:：]/.test(label.lead) && emphasisOf(label.lead) === emphasis;
}

/** Whether an item is nothing but a label of which nothing is said: “**Why not:**”. */
function isOpenLabel(source: Source, { children: [line, ...others] }: ListItem): boolean {
  const words = line?.type === 'paragraph' && others.length === 0 ? wordsAsWritten(source, line) : '';
  return openLabel.test(words);
}

const openLabel = /^(?<open>\*\*|__)[^*_]{1,100}(?:[:：]\k<open>|\k<open> ?[:：])$/;

/** Reads lines such as `**Pros:** a, b`, in a paragraph each or below each other. */
function readParagraph(source: Source, text: string, collected: PointCollector, only: PointKind | undefined): boolean {
  const reasons: (Labelled & { readonly kind: PointKind })[] = [];
  for (const line of linesOf(text, source.language)) {
    const label = splitPoint(line, source.language);
    const kind = label === undefined ? undefined : kindOfLabel(label, source.language);
    const last = reasons.at(-1);
    const goesOn = kind === undefined && !/^(?:\*\*|__)/.test(label?.lead ?? '');
    if (label !== undefined && kind !== undefined && fits(kind, only)) reasons.push({ ...label, kind });
    else if (last !== undefined && goesOn) reasons[reasons.length - 1] = { ...last, rest: `${last.rest}\n${line}` };
    else return false;
  }
  const lineEnd = reasons.length > 1 ? hardBreak.exec(text)?.[0] : undefined;
  if (lineEnd !== undefined) collected.lineEnd ??= lineEnd;
  // A note behind a list is no other form of its items.
  const isFirst = collected.points.length === 0;
  for (const reason of reasons) {
    if (reason.rest === '') continue;
    addLead(collected, reason.kind, reason.lead);
    if (isFirst) collected.place = 'paragraph';
    pushInline(collected, reason, withoutBreak(reason.rest));
  }
  return true;
}

/** What breaks a line of Markdown in two. */
const hardBreak = /(?: {2,9}|\\)(?=\n)/;

/** Adds points from one line. "Pros: a, b" has two; "Good, because a, b" and "✅ a, b" have one. */
function pushInline(collected: PointCollector, reason: Labelled & { readonly kind: PointKind }, text: string): void {
  const isList = announcesSeveral(reason) && !reason.isReason && reason.kind !== 'verdict';
  if (reason.kind !== 'verdict' && isNoPoint(text)) return;
  const { parts, joint } = isList && !text.includes('\n\n') ? splitPoints(text) : { parts: [text], joint: undefined };
  if (isList && collected.mode === 'each') collected.mode = 'joined';
  collected.joint ??= joint;
  for (const part of parts) collected.points.push({ kind: reason.kind, text: part });
}

/** A list item without its marker and its indentation. */
function itemAsWritten(source: Source, item: ListItem): Markdown {
  const checkbox = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : '';
  return checkbox + blocksAsWritten(source, item.children);
}

function withoutLead(source: Source, item: ListItem, reason: Labelled): Markdown {
  return itemAsWritten(source, item).slice(reason.lead.length);
}

import type { List, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { isDense } from '../../language/patterns.ts';
import { placeOf, type Source } from '../source/source.ts';
import type { Layout } from './layout.ts';
import { findLayout } from './layouts.ts';
import { announcesByWords, isAboutOptions, namesOurOptions, wasWeighed, weighsOptions } from './option-words.ts';

/** Blocks that may be options, and what announces them. */
export interface Announced {
  readonly layout: Layout;
  readonly announcement: string;
}

/** The sentence with which a block announces options; undefined if it doesn't. */
export type FindAnnouncement = (source: Source, node: RootContent, next?: RootContent) => string | undefined;

/** Finds lists, tables and paragraphs after “Alternatives considered:” or a sentence with the same words. */
export function announced(source: Source, nodes: readonly RootContent[], find: FindAnnouncement): Announced[] {
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
          : goesOn(rest)
            ? rest.findIndex(({ type }) => type === 'heading')
            : 1;
    const layout = findLayout(source, rest.slice(0, end === -1 ? rest.length : end));
    return layout === undefined ? [] : [{ layout, announcement }];
  });
}

/** Whether an ordered list of one item is counted on by another one behind the text about it. */
function goesOn([first, ...others]: readonly RootContent[]): boolean {
  const isFirst = first?.type === 'list' && first.ordered === true && first.children.length === 1;
  const next = isFirst ? others.find(({ type }) => type === 'list' || type === 'heading') : undefined;
  return next?.type === 'list' && next.start === 2;
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

/** “Rejected alternatives”: a heading for options, or a line that stands for one. */
export const headsOptions: FindAnnouncement = (source, node) => {
  const sentence = announcement(source, node);
  const isHeading = sentence !== '' && partOfHeading(sentence, undefined, source.language) === 'options';
  return isHeading ? sentence : undefined;
};

/** Such a heading, or a sentence with the same words and a colon. */
export const announcesOptions: FindAnnouncement = (source, node) => {
  const sentence = announcement(source, node);
  const isAnnounced = /[:：]$/.test(sentence) && announcesByWords(sentence);
  return headsOptions(source, node) ?? (isAnnounced ? sentence : undefined);
};

/** A sentence with a colon that is about several options: “Two approaches are possible:”. */
export const namesSeveralOptions: FindAnnouncement = (source, node) => {
  const sentence = announcement(source, node);
  return node.type === 'paragraph' && /[:：]$/.test(sentence) && isAboutOptions(sentence) ? sentence : undefined;
};

/** A sentence with a colon that is about several options, and says more than that, above options that are told again. */
export const namesKnownOptions: FindAnnouncement = (source, node) => {
  const sentence = announcement(source, node);
  return node.type === 'paragraph' && /[:：]$/.test(sentence) && isAboutOptions(sentence, true) ? sentence : undefined;
};

/** A sentence that says that people looked at several ways, above what may be these. */
export const mayAnnounceOptions: FindAnnouncement = (source, node, next) => {
  const sentence = announcement(source, node);
  // “There are several ways to do it.” above headings
  if (node.type === 'paragraph' && next?.type === 'heading' && weighsOptions(sentence)) return sentence;
  return /[:：]$/.test(sentence) && weighsOptions(sentence) ? sentence : undefined;
};

/** “These are the options we have:”, “The following libraries were evaluated” above a list, in a text before the decision. */
export const mayListOptions: FindAnnouncement = (source, node, next) => {
  if (node.type !== 'paragraph' || next?.type !== 'list') return undefined;
  const sentence = lastSentence(source, node);
  return sentence !== '' && (wasWeighed(sentence) || (/[:：]$/.test(sentence) && namesOurOptions(sentence)))
    ? sentence
    : undefined;
};

/**
 * A sentence without a colon that announces options in a language without blanks, above a list or table, in a text before
 * the decision: “候補は以下です。”
 */
export const announcesInDense: FindAnnouncement = (source, node, next) => {
  if (node.type !== 'paragraph' || (next?.type !== 'list' && next?.type !== 'table')) return undefined;
  const sentence = lastSentence(source, node);
  const isShort = isDense(sentence) && sentence.length <= longestDense && !/[:：?？]$/.test(sentence);
  return isShort && announcesByWords(sentence) ? sentence : undefined;
};

/** The longest such sentence, in UTF-16 units. */
const longestDense = 60;

/** A question above a list of short items, in a text before the decision: “Which kettle do we use?” */
export const asksAboveList: FindAnnouncement = (source, node, next) => {
  if (node.type !== 'paragraph' || next?.type !== 'list' || next.children.length < 2) return undefined;
  const sentence = lastSentence(source, node);
  const isShort = next.children.every((item) => {
    const text = textOf(item);
    return item.children.length === 1 && text.length <= longestAnswer && !/[.?!。？]$/.test(text);
  });
  return isShort && /[?？]$/.test(sentence) ? sentence : undefined;
};

/** The longest item of a list that answers a question, in UTF-16 units. */
const longestAnswer = 60;

/** The last sentence of a paragraph, if it is short. */
function lastSentence(source: Source, node: RootContent): string {
  const { start, end } = placeOf(node);
  const text = source.text.slice(Math.max(start, end - 2 * longestAnnouncement), end);
  const sentence =
    text
      .trim()
      .replace(/。$/, '')
      .split(/(?<=[.!?])\s|。/)
      .at(-1) ?? '';
  return sentence.length > longestAnnouncement ? '' : sentence.replaceAll(/[*_`#]/g, '');
}

/** The last sentence of a paragraph if it ends with a colon, or else all of a short paragraph or heading. */
export function announcement(source: Source, node: RootContent): string {
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

import type { List, RootContent } from 'mdast';
import { partOfHeading } from '../../content/part-of-heading.ts';
import type { AdrSection } from '../document.ts';
import { isForOptions, labelledLines } from '../options/behind-labels.ts';
import { unnumberedLead } from '../options/counter.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { leadsToChoice, readAnswer, readChoice } from './outcome.ts';

/** The answers that the headings and texts of some sections give. */
export function namedInSections(source: Source, sections: readonly AdrSection[]): string[] {
  const nodes = sections.flatMap(({ segment }) => [segment.heading, ...segment.nodes]);
  const isOption = (node: RootContent) =>
    node.type === 'heading' && unnumberedLead(wordsAsWritten(source, node)) !== undefined;
  // Of several headings “Solution: Java” and “Solution: Go”, none is the answer.
  const areOptions = nodes.filter(isOption).length > 1;
  return namedIn(source, areOptions ? nodes.filter((node) => !isOption(node)) : nodes);
}

/** The answers that headings and paragraphs give: “Decision: X”, “**Chosen option:** X”, or X below “Chosen option”. */
export function namedIn(source: Source, nodes: readonly RootContent[]): string[] {
  return nodes.flatMap((node, at) => {
    if (node.type === 'list') return namedInItems(source, node);
    if (node.type !== 'heading' && node.type !== 'paragraph') return [];
    const words = wordsAsWritten(source, node).slice(0, longestAnswer);
    const next = nodes[at + 1];
    if (node.type === 'heading' && next?.type === 'paragraph' && leadsToChoice(words)) {
      return [wordsAsWritten(source, next).slice(0, longestAnswer)];
    }
    // “Chosen options:” above a list of them
    if (next?.type === 'list' && leadsToChoice(words.split('\n', 1)[0] ?? '')) {
      const listed = namedBy(source, next);
      if (listed.length > 0) return [listed.join(', ')];
    }
    return labelledLines(words, source.language).flatMap((line) => readAnswer(line) ?? labelled(source, line) ?? []);
  });
}

/** The short texts of all items of a list. */
function namedBy(source: Source, { children }: List): string[] {
  const names = children.flatMap(({ children: [line, ...others] }) =>
    line?.type === 'paragraph' && others.length === 0 ? [wordsAsWritten(source, line)] : [],
  );
  return names.length === children.length && names.every((name) => name.length <= longestListed) ? names : [];
}

/** The longest name of a chosen option in such a list, in UTF-16 units. */
const longestListed = 80;

/** The answers in the items of a list: “Chosen option: X”, or X as the first item below one that is “Chosen option:”. */
function namedInItems(source: Source, { children }: List): string[] {
  const isWhole = children.some(({ children: [line] }) => {
    return line?.type === 'paragraph' && isForOptions(wordsAsWritten(source, line), source.language);
  });
  return children.flatMap(({ children: [line, inner] }) => {
    if (line?.type !== 'paragraph') return [];
    const words = wordsAsWritten(source, line).slice(0, longestAnswer);
    const [below] = inner?.type === 'list' ? (inner.children[0]?.children ?? []) : [];
    if (below?.type === 'paragraph' && leadsToChoice(words)) {
      return [wordsAsWritten(source, below).slice(0, longestAnswer)];
    }
    // Where another item has the options, the list says all of the ADR.
    return readChoice(words) ?? (isWhole ? labelled(source, words) : undefined) ?? [];
  });
}

/** How much of an answer is read, in UTF-16 units. */
export const longestAnswer = 600;

/** “**Storage**: tables”: a label, and what it says. */
export const answerBehindLabel =
  /^[*_]{0,2}(?<label>[^:：–—\n]{2,60}?)[*_]{0,2} ?(?:[:：]|[-–—] )[*_]{0,2} ?(?<answer>[^\n]{1,400})/u;

function labelled(source: Source, words: string): string | undefined {
  const { label: name, answer } = answerBehindLabel.exec(words)?.groups ?? {};
  return name !== undefined && partOfHeading(name, undefined, source.language) === 'outcome' ? answer : undefined;
}

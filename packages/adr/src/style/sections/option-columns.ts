import type { RootContent } from 'mdast';
import { foldWord } from '../../language/word-table.ts';
import { hasOptionWord } from '../../read/options/option-words.ts';
import { kindOfWords } from '../../read/points/point-words.ts';
import { type Source, wordsAsWritten } from '../../read/source/source.ts';
import type { OptionColumn } from '../house-style.ts';

const counters = ['#', '№', 'nr', 'nr.', 'no', 'no.', 'id'];

/**
 * The columns of the table that has the options of a section; undefined if something else has them, or if the table has
 * criteria in its first column.
 */
export function optionColumnsIn(source: Source, nodes: readonly RootContent[]): readonly OptionColumn[] | undefined {
  if (nodes.some(({ type }) => type === 'list' || type === 'heading')) return undefined;
  const table = nodes.find((node) => node.type === 'table');
  const headings = table?.children[0]?.children.map((cell) => wordsAsWritten(source, cell).trim()) ?? [];
  if (headings.length < 2 || headings.includes('')) return undefined;
  const isCounted = counters.includes(foldWord(headings[0] ?? ''));
  const columns = headings.map((heading, at): OptionColumn => {
    if (isCounted && at === 0) return { heading, holds: 'counter' };
    if (at === (isCounted ? 1 : 0)) return { heading, holds: 'title' };
    return { heading, holds: kindOfWords(heading, source.language) ?? 'description' };
  });
  // Columns that neither name options nor weigh them may be anything, such as the options themselves.
  const isUnderstood = columns.some(({ heading, holds }) => {
    return holds === 'title' ? hasOptionWord(heading) : holds !== 'counter' && holds !== 'description';
  });
  return isUnderstood ? columns : undefined;
}

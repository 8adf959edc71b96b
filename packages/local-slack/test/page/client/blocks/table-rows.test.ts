import { arrange, cellWords, pageOf, type Row } from '@gavel/local-slack/page/client/blocks/table-rows.ts';
import { describe, expect, it } from 'vitest';
import { raw, richText, times } from '../../../block-kit/samples.ts';

const number = (value: number) => ({ type: 'raw_number', value, text: `No. ${value}` });
const rows: readonly Row[] = [
  [raw('Zebra'), number(10)],
  [raw('apple'), number(9)],
  [richText({ type: 'link', url: 'https://example.com', text: 'Öl' }, { type: 'text', text: ' heat' }), number(100)],
];
const words = (found: readonly Row[]) => found.map(([first]) => first && cellWords(first));

describe('the rows of a data table', () => {
  it('stand in the order of the app until the reader sorts them', () => {
    expect(words(arrange(rows, undefined, ''))).toEqual(['Zebra', 'apple', 'Öl heat']);
  });

  it('are sorted by words, or by value in a column of numbers', () => {
    const by = (column: number, direction: 'ascending' | 'descending') =>
      words(arrange(rows, { column, direction }, ''));
    expect(by(0, 'ascending')).toEqual(['apple', 'Öl heat', 'Zebra']);
    expect(by(0, 'descending')).toEqual(['Zebra', 'Öl heat', 'apple']);
    expect(by(1, 'ascending')).toEqual(['apple', 'Zebra', 'Öl heat']);
  });

  it('are those with all words of a search, in any column', () => {
    expect(words(arrange(rows, undefined, 'HEAT 100'))).toEqual(['Öl heat']);
    expect(words(arrange(rows, undefined, 'heat apple'))).toEqual([]);
  });

  it('are shown page by page, and never beyond the last page', () => {
    const many = times(12, (index) => [raw(String(index))]);
    expect(pageOf(many, 5, 0)).toMatchObject({ first: 1, last: 5, total: 12 });
    expect(pageOf(many, 5, 2)).toMatchObject({ number: 2, first: 11, last: 12 });
    expect(pageOf(many, 5, 9)).toMatchObject({ number: 2, first: 11, last: 12 });
    expect(pageOf([], 5, 3)).toEqual({ rows: [], number: 0, first: 0, last: 0, total: 0 });
  });
});

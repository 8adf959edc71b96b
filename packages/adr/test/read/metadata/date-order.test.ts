import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { inHouseOrder, shownFirst } from '@gavel/adr/read/metadata/house-order.ts';
import { describe, expect, it } from 'vitest';

const entry = (date: string, words: string) =>
  readAdrEntry(`# Cups\n\nDate: ${date}\n\n## Status\n\nAccepted\n\n## Context\n\n${words}\n`, '0009-cups.md');

describe('a date with slashes that leaves the order open', () => {
  it.each([
    ['as in Britain', 'We organise the cups by colour.', '2025-04-03'],
    ['as in America', 'We organize the cups by color.', '2025-03-04'],
    ['as nothing shows', 'We put the cups in a row.', '2025-03-04'],
  ])('is read in the order of its English: %s', (_, words, expected) => {
    expect(entry('03/04/2025', words).date).toBe(expected);
  });

  it('is read as it has to be where its numbers show the order', () => {
    expect(entry('03/25/2025', 'We organise the cups by colour.').date).toBe('2025-03-25');
  });

  it('is read in the order of the other dates of its house', () => {
    const house = ['25/03/2025', '03/04/2025'].map((date) => entry(date, 'Cups.'));
    const shown = shownFirst(house.map(({ dateOrder }) => dateOrder));
    expect(house.map((one) => inHouseOrder(one, shown).date)).toEqual(['2025-03-25', '2025-04-03']);
    expect(inHouseOrder(entry('03/04/2025', 'Cups.'), undefined).date).toBe('2025-03-04');
  });
});

import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { describe, expect, it } from 'vitest';

const inStatus = (status: string) =>
  readAdrEntry(`# 9. Cups\n\n## Status\n\n${status}\n\n## Context\n\nC\n`, '0009-cups.md');
const atTop = (lines: string) => readAdrEntry(`# 9. Cups\n\n${lines}\n\n## Context\n\nC\n`, '0009-cups.md');

describe('a status', () => {
  it.each([
    ['Partially superseded by ADR-0012', 'superseded'],
    ['partially-superseded-by ADR-0012 (the red cups)', 'superseded'],
    ['Teilweise akzeptiert', 'accepted'],
    ['This ADR is accepted.', 'accepted'],
    ['The decision was superseded by ADR-0012.', 'superseded'],
    ['Dieses ADR wurde akzeptiert.', 'accepted'],
    ['~~Proposed~~\n\nAccepted', 'accepted'],
    ['Awaiting review', 'proposed'],
    ['No longer valid', 'deprecated'],
  ])('is read in “%s”', (written, expected) => {
    expect(inStatus(written).status).toBe(expected);
  });

  it.each(['A decision may be proposed if nobody has agreed to it yet.', 'We have accepted this.'])(
    'is not read in “%s”',
    (written) => {
      expect(inStatus(written).status).toBeUndefined();
    },
  );

  it('is that of the newest row in a table of its history', () => {
    const rows = ['| Accepted | 2025-03-05 | Bo |', '| Proposed | 2025-03-01 | Ana |'];
    const table = (all: readonly string[]) => ['| Status | Date | By |', '|---|---|---|', ...all].join('\n');
    for (const all of [rows, rows.toReversed()]) {
      const { status, date } = inStatus(table(all));
      expect([status, date]).toEqual(['accepted', '2025-03-05']);
    }
  });
});

it.each([
  [
    '**Status: accepted, used by every cup, and proven against the hardest\nplate in the kitchen.** X',
    'accepted',
    'accepted',
  ],
  ['**Status: accepted**, and built. It holds for cups.', 'accepted', 'accepted'],
  ['**Status: proposed.** It holds for cups.', 'proposed', 'proposed'],
])('a status may be in bold with its label, wherever that ends: %s', (written, word, meaning) => {
  const text = `# 9. Cups\n\n${written}\n\n## Context\n\nC\n`;
  expect(readAdr(text).statuses.map(({ value }) => value.word)).toEqual([word]);
  expect(atTop(written).status).toBe(meaning);
  const to = { number: 12, title: 'Mugs', file: '0012-mugs.md' };
  const amended = amendAdr(
    text,
    { link: 'superseded by', to, date: '2026-11-20' },
    learnStyle([{ name: '0009-cups.md', text }]),
  );
  expect(amended).toContain(written.replace(word, 'superseded by [12. Mugs](0012-mugs.md)'));
  expect(amended.match(/Status/g)).toHaveLength(1);
});

it('a status may have a sign in front that is put together of several', () => {
  expect(atTop('📆 **Updated**: 5 March 2025\n\n🙋🏽‍♀️ **Status** Accepted').status).toBe('accepted');
  expect(atTop('👩‍🔧 **Status:** Proposed').status).toBe('proposed');
});

describe('a date', () => {
  it.each([
    ['Accepted, 5 March 2025', '2025-03-05'],
    ['Accepted (the colors, to be chosen by the whole team later) · 2025-03-05', '2025-03-05'],
    ['Superseded by [A](0012-a.md) (2025-03-05)', '2025-03-05'],
    ['Accepted (the whole plan for cups in the kitchen, approved by Ana on 2025-03-05)', '2025-03-05'],
    ['Accepté (plan de la cuisine v1.0, tasses et thé, validé par Ana le 15/03/2025)', '2025-03-15'],
    ['Accepted (for all of the cups that we will have bought by 2025-03-05)', undefined],
    ['Superseded by [A](0012-a.md) — all of the old cups broke in the move (2025-03-05)', undefined],
  ])('is that of the status: %s', (written, expected) => {
    expect(inStatus(written).date).toBe(expected);
  });

  it('is read behind a label that is not known, where there is no other', () => {
    expect(atTop('- Status: accepted\n- Consolidated: 2025-03-05').date).toBe('2025-03-05');
    expect(atTop('- Status: accepted\n- Consolidated: 2025-03-05\n- Date: 2025-03-01').date).toBe('2025-03-01');
    expect(atTop('- Status: accepted\n- Next tasting: 2025-03-05').date).toBeUndefined();
  });
});

describe('deciders', () => {
  it.each([
    ['Patricia (broken cup reported by her)', ['Patricia']],
    ['Ana Lopez (cups, co-author; from the kitchen).', ['Ana Lopez']],
    ['the team (kitchen); Bo informed.', ['the team (kitchen)']],
    ['équipe (cuisine) ; direction informée.', ['équipe (cuisine)']],
    ['Ana, Bo (consulted)', ['Ana']],
    ['Ana; Küche informiert', ['Ana']],
    ['Ana (kitchen lead), Bo (review and washing)', ['Ana (kitchen lead)', 'Bo (review and washing)']],
  ])('are read without what is told of them: %s', (written, expected) => {
    expect(atTop(`- Status: accepted\n- Deciders: ${written}`).deciders).toEqual(expected);
  });

  it('are read behind a label that ends with the word for them', () => {
    expect(atTop('- Status: accepted\n- Design deciders: Ana, Bo').deciders).toEqual(['Ana', 'Bo']);
  });
});

it.each([
  ['Дата создания', '12.01.2020'],
  ['Erstellt am', '12.01.2020'],
  ['Fecha de creación', '2020-01-12'],
  ['Date de création', '2020-01-12'],
  ['Data de criação', '2020-01-12'],
])('the date is in the section “%s”', (heading, written) => {
  const text = `# T\n\n## ${heading}\n\n${written}\n\n## Kontext\n\nC\n`;
  expect(readAdrEntry(text, '0009-cups.md').date).toBe('2020-01-12');
});

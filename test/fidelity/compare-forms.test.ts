import { describe, expect, it } from 'vitest';
import { openReader } from '../../src/reader/reader.ts';
import { compareForms } from './compare-forms.ts';
import type { Finding } from './finding.ts';
import { houseOf } from './house.ts';
import { measureHouse } from './measure-house.ts';
import { compareSample } from './new-decision.ts';
import { observe } from './observe/observe.ts';

const parts = '## Context\n\nGuests are thirsty.\n\n## Decision\n\nWe serve tea.\n';

const adr = (n: number, head: string, body = parts) =>
  observe(`# Serve tea ${n}\n\n${head}\n\n${body}`, `000${n}-serve-tea-${n}.md`);

const times = <Value>(count: number, one: (n: number) => Value) =>
  Array.from({ length: count }, (_, index) => one(index + 1));

/** Whether Gavel's form is the house's, and whether the house's own last ADR differs from the others. */
const told = (findings: readonly Finding[], feature: string) =>
  findings.filter((one) => one.feature === feature).map(({ isSame, isOutlier }) => ({ isSame, isOutlier }));

describe('an ADR differs from its own house', () => {
  it('if it states its status in another place', () => {
    const below = (n: number) => adr(n, '', `## Status\n\nAccepted\n\n${parts}`);
    const others = times(6, below);
    const above = adr(7, '**Status:** Accepted');
    const found = compareForms(above, others, below(7), below(7));
    expect(told(found, 'sections')).toEqual([{ isSame: false, isOutlier: true }]);
    expect(told(found, 'metadata')).toEqual([{ isSame: false, isOutlier: true }]);
    const kept = compareForms(below(7), others, above, above);
    expect(told(kept, 'sections')).toEqual([{ isSame: false, isOutlier: false }]);
  });

  it('if its entries are divided otherwise than those of most', () => {
    const lines = (n: number, end: string) => adr(n, `**Status:** Accepted${end}\n**Date:** 2026-03-0${n}`);
    const [bare, broken] = [lines(7, ''), lines(7, '  ')];
    const others = times(6, (n) => lines(n, '  '));
    expect(told(compareForms(bare, others, broken, broken), 'metadata')).toEqual([{ isSame: false, isOutlier: true }]);
    expect(told(compareForms(broken, others, bare, bare), 'metadata')).toEqual([{ isSame: false, isOutlier: false }]);
  });

  it('if it lacks what all but one of a few have', () => {
    const dated = (n: number) => adr(n, `**Status:** Accepted\n**Date:** 2026-03-0${n}`);
    const bare = adr(7, '**Status:** Accepted');
    const others = [...times(5, dated), adr(6, '**Status:** Accepted')];
    expect(told(compareForms(bare, others, dated(7), dated(7)), 'metadata')).toEqual([
      { isSame: false, isOutlier: true },
    ]);
    expect(told(compareSample(bare, others), 'new: metadata')).toEqual([{ isSame: false, isOutlier: false }]);
  });
});

describe('a new ADR', () => {
  const status = (words: readonly string[], fresh: string) =>
    told(
      compareSample(
        adr(9, `**Status:** ${fresh}`),
        words.map((word, index) => adr(index + 1, `**Status:** ${word}`)),
      ),
      'new: status words',
    ).map(({ isSame }) => isSame);

  it('need not say that a decision was carried out, in a house that has a word for accepting it', () => {
    const words = ['Implemented', 'Accepted', 'Implemented', 'Implemented', 'Implemented', 'Proposed'];
    expect(status(words, 'Accepted')).toEqual([true]);
    expect(status(words, 'Implemented')).toEqual([false]);
    expect(
      status(
        words.filter((word) => word !== 'Accepted'),
        'Accepted',
      ),
    ).toEqual([false]);
  });

  it('has metadata in an order that a second table below the first does not change', () => {
    const tables = (n: number) =>
      adr(
        n,
        `| Field | Value |\n| --- | --- |\n| Date | 2026-03-0${n} |\n| Tags | tea |\n\n| Date | Info |\n| --- | --- |\n| 2026-03-0${n} | New |`,
      );
    expect(told(compareSample(tables(7), times(6, tables)), 'new: metadata')).toEqual([
      { isSame: true, isOutlier: false },
    ]);
  });

  it('has the status of ADRs that have no section', () => {
    const bare = (n: number) => adr(n, 'Status: Accepted.', 'We serve tea, since guests are thirsty.\n');
    const fresh = adr(7, 'Status: Accepted.');
    expect(told(compareSample(fresh, times(6, bare)), 'new: metadata')).toEqual([{ isSame: true, isOutlier: false }]);
  });

  it('may have any of the words that are equally common', () => {
    const words = ['Decided', 'Approved', 'Decided', 'Approved', 'Accepted'];
    expect(['Decided', 'Approved', 'Accepted'].map((word) => status(words, word))).toEqual([[true], [true], [false]]);
  });

  it('has no metadata in the names of its options', () => {
    const options = 'Considered options:\n\n- **Tea:** it is hot\n- **Milk:** it is cold';
    expect(adr(1, `**Status:** Accepted\n\n${options}`).entries.map(({ key }) => key)).toEqual(['status']);
  });

  it('has no zeros before a number that has as many digits as those of the others', () => {
    const numbered = (digits: string, file: string) => observe(`# ADR-${digits}: Serve tea\n\n${parts}`, file);
    const others = times(6, (n) => numbered(`00${n}`, `adr-00${n}-serve-tea.md`));
    const heading = (digits: string) =>
      told(compareSample(numbered(digits, `adr-${digits}-serve-tea.md`), others), 'new: heading');
    expect(heading('110')).toEqual([{ isSame: true, isOutlier: false }]);
    expect(heading('0110')).toEqual([{ isSame: false, isOutlier: false }]);
    expect(heading('10')).toEqual([{ isSame: false, isOutlier: false }]);
  });

  it('has the words before its title that the others have, in a house that does not number them', async () => {
    const files = ['tea', 'milk', 'juice', 'broth', 'cocoa', 'water'].map((drink) => ({
      name: `serve-${drink}.md`,
      text: `# ADR: Serve ${drink}\n\n${parts}`,
    }));
    const reader = openReader();
    const { findings } = await measureHouse(reader, houseOf('/tmp', files), true);
    await reader.stop();
    expect(told(findings, 'new: heading')).toEqual([{ isSame: true, isOutlier: false }]);
  });
});

import type { AdrContent } from '@gavel/adr/content/content.ts';
import { contentOf } from '@gavel/adr/content/content-of.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { askedEntries } from '@gavel/adr/style/asked-entries.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr, writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../bare-content.ts';

const decision: AdrContent = {
  ...bareContent,
  number: 6,
  title: 'Bake at night',
  bodies: { context: 'Ovens are free at night.' },
};

const guests = ['the baker', 'two millers', 'our neighbors', 'the owner', 'a guest'];
const guest = (n: number) => guests[n - 1] ?? '';

/** A house of five ADRs that have this under their titles. */
const house = (head: (n: number) => string) => {
  const files = guests.map((_, index) => ({
    name: `000${index + 1}-use-oven-${index + 1}.md`,
    text: `# Use oven ${index + 1}\n\n${head(index + 1)}\n\n## Context\n\nC\n\n## Decision\n\nD\n`,
  }));
  return { files, style: learnStyle(files) };
};

/** What the next ADR has between its title and its first section. */
const next = (head: (n: number) => string, extra: AdrContent['extra'] = []) => {
  const written = writeNewAdr({ ...decision, extra }, house(head).style);
  return written.slice('# Bake at night\n\n'.length, written.indexOf('\n\n## Context'));
};

describe('the head of a new ADR', () => {
  it('has the status and its date, in a house that goes on behind them with what only people know', () => {
    const head = (n: number) =>
      `**Status:** Accepted (2024-03-0${n}) — as ${guest(n)} wished after a night\nat the oven. It also says who cleans it, and ${guest(n)} agreed.`;
    expect(next(head)).toBe('**Status:** Accepted (2026-11-20)');
    const open = (n: number) =>
      `**Status:** Accepted (2024-03-0${n} — as ${guest(n)} wished after a night\nat the oven)`;
    expect(next(open)).toBe('**Status:** Accepted (2026-11-20)');
  });

  it('has the status in the emphasis that the house begins a paragraph with', () => {
    const head = (n: number) => `**Status: accepted.** Recorded when ${guest(n)} came,\nand read to all.`;
    expect(next(head)).toBe('**Status: accepted.**');
    const mixed = (n: number) => (n > 3 ? '**Status: accepted.**' : head(n));
    expect(next(mixed)).toBe('**Status: accepted.**');
    const written = writeNewAdr(decision, house(head).style);
    expect(readAdr(written).statuses[0]?.value.word).toBe('accepted');
  });

  it('has what each ADR says behind a label below its metadata, and the form asks for it', () => {
    const head = (n: number) =>
      `**Status:** Accepted\n\n**Made by:** ${guest(n)} in the old kitchen, with the big oven at the window,\nand with all the help of the others who were there that day and night`;
    const { style } = house(head);
    expect(askedEntries(style)).toEqual(['Made by']);
    expect(next(head)).toBe('**Status:** Accepted');
    expect(next(head, [{ key: 'Made by', value: 'Jo' }])).toBe('**Status:** Accepted\n\n**Made by:** Jo');
  });

  it('has the labels of a quotation above a list of metadata', () => {
    const head = (n: number) =>
      `> **Readers:** ${guest(n)}\n> **Purpose:** say why ${guest(n)} came\n\n- **Status:** Accepted\n- **Date:** 2024-03-0${n}`;
    expect(askedEntries(house(head).style)).toEqual(['Readers', 'Purpose']);
    const extra = [
      { key: 'Readers', value: 'all bakers' },
      { key: 'Purpose', value: 'say why' },
    ];
    expect(next(head, extra)).toBe(
      '> **Readers:** all bakers\n> **Purpose:** say why\n\n- **Status:** Accepted\n- **Date:** 2026-11-20',
    );
  });

  it('has a list of entries below a line with the date, and a line above such a list', () => {
    const below = (n: number) =>
      `Date: 2024-03-0${n}\n\n-   Deciders: ${guest(n)}\n-   Ticket: BAKE-${n * 7}\n-   Oven: ${guest(n)}’s`;
    expect(askedEntries(house(below).style)).toEqual(['Ticket', 'Oven']);
    const written = writeNewAdr({ ...decision, roles: { deciders: ['Jo'] } }, house(below).style);
    expect(written).toContain('\n\nDate: 2026-11-20\n\n-   Deciders: Jo\n\n## Context');
    const above = (n: number) => `Valid until: the ${n * 3}rd feast\n\n- Status: accepted\n- Date: 2024-03-0${n}`;
    expect(next(above, [{ key: 'Valid until', value: 'Easter' }])).toBe(
      'Valid until: Easter\n\n- Status: accepted\n- Date: 2026-11-20',
    );
  });

  it('has no label that only some ADRs have', () => {
    const head = (n: number) => `**Status:** Accepted\n\n${n > 3 ? `**Note:** ${guest(n)} was\nthere` : 'Bread.'}`;
    expect(askedEntries(house(head).style)).toEqual([]);
  });
});

it('an ADR that is written again has what is behind its labels once', () => {
  const head = (n: number) =>
    `**Status:** Accepted\n\n**Made by:** ${guest(n)} in the old kitchen, with the big oven at the window, and with\nothers`;
  const { files, style } = house(head);
  const [file] = files;
  const written = writeAdr(contentOf(readAdr(file?.text ?? '')), style);
  expect(written.match(/Made by/g)).toHaveLength(1);
});

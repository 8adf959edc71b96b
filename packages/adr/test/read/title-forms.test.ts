import { numberIn } from '@gavel/adr/name/file-name.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { describe, expect, it } from 'vitest';

const status = '\n\n## Status\n\nAccepted\n\n## Context\n\nC\n';

describe('the number and the title of an ADR', () => {
  it.each([
    ['behind a byte order mark inside the file', '> **Former:** 3\n\n\ufeff# ADR-7: Cups', '0007-cups.md'],
    ['behind a word for a number', '# Nr. 007: Cups', 'cups.md'],
    ['behind another word for a number', '# No. 7 - Cups', 'cups.md'],
    ['of a year', '# ADR-2026-007: Cups', '2026-007-cups.md'],
    ['behind what the house calls its records', '# Design Doc 7: Cups', '007-cups.md'],
    ['behind any words, if the file has it', '# Guild note 007: Cups', '007-cups.md'],
    ['behind words of any language', '# Архитектурная заметка 007 — Cups', '007-cups.md'],
  ])('are read %s', (_, heading, file) => {
    const { number, title } = readAdrEntry(heading + status, file);
    expect([number, title]).toEqual([7, 'Cups']);
  });

  it('are no number of something else', () => {
    expect(readAdrEntry(`# Use Python 7: the cups${status}`, '0007-python.md').title).toBe('Use Python 7: the cups');
    expect(readAdrEntry(`# Room 101: Cups${status}`, '0007-room.md').title).toBe('Room 101: Cups');
  });

  it.each(['ADR-000X: Cups', 'ADR-00NN — Cups', 'ADR-XXXX: Cups'])('are not filled in yet: “%s”', (heading) => {
    expect(readAdrEntry(`# ${heading}${status}`, 'cups.md').title).toBe('Cups');
  });

  it('are no year and no date', () => {
    expect(['2026-007-cups.md', 'adr-2026-007.md', '2026-11-20-cups.md', '2026-100-cups.md'].map(numberIn)).toEqual([
      7,
      7,
      undefined,
      2026,
    ]);
  });
});

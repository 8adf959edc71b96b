import { contentOf } from '@gavel/adr/content/content-of.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { styleOf } from '@gavel/adr/style/style-of.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';

const rest = '\n\n## Status\n\nAccepted\n\n## Context\n\nC\n';
const titleOf = (text: string) => readAdrEntry(text, 'tea.md').title;

describe('the title of an ADR', () => {
  it.each(['ADR-0007', '0007', 'Architecture Decision Record'])(
    'is below “Title” where “%s” is all above it',
    (heading) => {
      expect(titleOf(`# ${heading}\n\n## Title\n\nUse tea${rest}`)).toBe('Use tea');
      expect(titleOf(`# ${heading}\n\n- Title: Use tea${rest}`)).toBe('Use tea');
      expect(titleOf(`# Use tea\n\n## Title\n\nOf a page${rest}`)).toBe('Use tea');
      expect(titleOf(`# ${heading}${rest}`)).toBe(heading);
    },
  );

  it.each([
    'ADR-0007: Use tea',
    'ADR-0007-Use tea',
    'ADR 7 – Use tea',
    '[ADR-7] Use tea',
    '(7) Use tea',
    '#7 Use tea',
    '07 Use tea',
    '🍵 ADR-007: Use tea',
    'RFC-7: Use tea',
    'TDR-007 - Use tea',
    'ADR No. 7: Use tea',
    'ADR-SHOP-007: Use tea',
    'Architecture Decision Record 7: Use tea',
    'ADR: Use tea',
    'Architecture Decision Record: Use tea',
    'Decision: Use tea',
    'Entscheidung – Use tea',
  ])('is “Use tea” in “%s”', (heading) => {
    expect(titleOf(`# ${heading}${rest}`)).toBe('Use tea');
  });

  it.each([
    ['MVP-0007. Use tea', '0007-use-tea.md', 'Use tea'],
    ['ADR ADR-007: Use tea', 'ADR-007.md', 'Use tea'],
    ['0007-Use tea', '0007-use-tea.md', 'Use tea'],
    ['7 Use tea', '0007-use-tea.md', 'Use tea'],
    ['7 cups a day', '0007-cups-a-day.md', '7 cups a day'],
    ['7 Cups are enough', '0007-7-cups-are-enough.md', '7 Cups are enough'],
    ['UTF-8: why', '0008-utf-8-why.md', 'UTF-8: why'],
    ['MVP-0007. Use tea', '0008-use-tea.md', 'MVP-0007. Use tea'],
  ])('has no number that the file has: “%s” in %s', (heading, file, title) => {
    expect(readAdrEntry(`# ${heading}${rest}`, file).title).toBe(title);
  });

  it.each([
    'UTF-8: why',
    'S3 - where',
    '3 cups a day',
    'Decision records',
    'HTTP/2 - when',
    'ADR tools',
    'ADR 7-bit tea',
  ])('is all of “%s”', (heading) => {
    expect(titleOf(`# ${heading}${rest}`)).toBe(heading);
  });

  it.each([
    ['a heading of the second level', `## ADR 7: Use tea\n\n### Status\n\nAccepted\n`],
    ['a line without marks', `ADR: Use tea${rest}`],
    ['a line above the metadata', `ADR-007: Use tea\nDate: 2024-03-05${rest}`],
    ['an underlined heading', `ADR 7: Use tea\n==============${rest}`],
    ['a heading behind a table', `| Status | Accepted |\n|---|---|\n\n# Use tea\n\n## Context\n\nC\n`],
    [
      'the front matter, where all headings are sections',
      '---\ntitle: ADR 7 - Use tea\n---\n\n# Status\n\nA\n\n# Context\n\nC\n',
    ],
    [
      'the front matter, where the text begins with a section',
      '---\ntitle: Use tea\n---\n\n## Aim\n\nA\n\n## Alt A: Go\n\nC\n',
    ],
    [
      'the front matter, where one section is at the wrong level',
      '---\ntitle: |\n  7. Use tea\n---\n\n## Context\n\nA\n\n# Participants\n\n- Ana\n',
    ],
    ['a bold line', `**ADR 7: Use tea**${rest}`],
    ['a numbered line', '7. Use tea\n\nDate: 2024-03-05\n\n# Status\n\nAccepted\n\n# Context\n\nC\n'],
  ])('is read from %s', (_, text) => {
    expect(titleOf(text)).toBe('Use tea');
  });

  it('is the name of the file if the first line says something else', () => {
    for (const line of ['Tea is hot.', 'Status: done', 'Two\nlines']) expect(titleOf(`${line}${rest}`)).toBe('tea.md');
  });

  it.each([
    ['20260821-use-tea — Use tea', '20260821-use-tea.md'],
    ['ADR 2026-08-21: Use tea', 'log/adr-2026-08-21.md'],
    ['2026-08-21 - Use tea', '2026-08-21-use-tea.md'],
    ['ADR-20260821 Use tea', '20260821-tea.md'],
  ])('is behind what its file is called: %s', (heading, file) => {
    const text = `# ${heading}${rest}`;
    expect(readAdrEntry(text, file).title).toBe('Use tea');
    const document = readAdr(text, file);
    expect(writeAdr(contentOf({ ...document, date: undefined }), styleOf(document))).toContain('Use tea\n');
  });

  it('is what its file is called where its heading is no more than that', () => {
    const [text, file] = [`# 2026-08-21-use-tea${rest}`, '2026-08-21-use-tea.md'];
    const document = readAdr(text, file);
    expect(readAdrEntry(text, file).title).toBe('2026-08-21-use-tea');
    expect(writeAdr(contentOf(document), styleOf(document))).toBe(text);
  });

  it('has a day that is not that of its file', () => {
    expect(readAdrEntry(`# 2026-08-21 - Use tea${rest}`, '2026-09-01-use-tea.md').title).toBe('2026-08-21 - Use tea');
  });

  it('keeps what is in front of it, without a number too', () => {
    const document = readAdr(`# ADR: Use tea${rest}`);
    expect(writeAdr(contentOf(document), styleOf(document))).toBe(`# ADR: Use tea${rest}`);
  });

  it('is the heading that says what the front matter says, with the number in front of it', () => {
    const text = '---\ntitle: Use tea\n---\n\n## ADR 0007 — Use tea\n\n- Status: Decided\n\n## Context\n\nC\n';
    const document = readAdr(text);
    expect(document.title).toMatchObject({ value: 'Use tea', foundIn: 'heading' });
    expect(document.headingNumber?.value).toBe(7);
    expect(document.metadata?.entries.map(({ key }) => key)).toEqual(['Status']);
    expect(writeAdr(contentOf(document), styleOf(document))).toBe(text);
  });
});

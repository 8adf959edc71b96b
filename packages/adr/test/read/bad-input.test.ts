import { decodeFile, doubtsAboutName } from '@gavel/adr/doctor/file-doubts.ts';
import { isLossless } from '@gavel/adr/doctor/report.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../in-english.ts';

const good = '# Use tea\n\nStatus: accepted\n\n## Context\n\nWe are tired.\n';

const bad: Readonly<Record<string, readonly [text: string, line: number, warning: RegExp]>> = {
  'broken YAML': [`---\nstatus: accepted\ndate: [2024\n---\n${good}`, 3, /not valid YAML/],
  'two titles': [`${good}\n# Use coffee\n`, 9, /second heading of level 1: “Use coffee”/],
  'no title': ['Status: accepted\n\nWe drink tea.\n', 1, /no title/],
  'an empty file': ['', 1, /empty/],
  'nothing but blanks': [' \n\t\n', 1, /empty/],
  'bytes that are not UTF-8': [
    decodeFile(Uint8Array.from([...new TextEncoder().encode(good), 0xff, 0x0a])),
    8,
    /not UTF-8/,
  ],
  'a byte order mark': [`\ufeff${good}`, 1, /byte order mark/],
  'a control character': [`${good}\u0007\n`, 8, /control character/],
  'a comment without an end': [`${good}\n<!-- more\n`, 9, /never ends/],
  'no status': ['# Use tea\n', 1, /No status/],
  'an unknown status': ['# Use tea\n\nStatus: simmering\n', 3, /“simmering” is not one of/],
  'a date of no calendar': ['# Use tea\n\nStatus: draft\nDate: 2024-13-45\n', 4, /not a date/],
};

describe('readAdr for a bad file', () => {
  it.each(Object.entries(bad))('warns about %s with its line, and loses nothing', (_, [text, line, warning]) => {
    const document = readAdr(text, '0001-use-tea.md');
    const inLine = document.warnings.filter((one) => one.line === line);
    expect(inEnglish(inLine)).toContainEqual(expect.stringMatching(warning));
    expect(isLossless(document, text)).toBe(true);
  });

  it.each(['\r\n', '\r'])('reads line endings %j', (lineEnd) => {
    const text = good.replaceAll('\n', lineEnd);
    const document = readAdr(text);
    expect([document.title?.value, document.statuses[0]?.value.word]).toEqual(['Use tea', 'accepted']);
    expect(isLossless(document, text)).toBe(true);
  });

  it('reads a file of 5 MB', { timeout: 180_000 }, () => {
    const text = `${good}${'## More\n\n* one\n* two\n\n'.repeat(5)}${'A line of words.\n'.repeat(310_000)}`;
    const document = readAdr(text);
    const { title, warnings, sections } = document;
    expect([title?.value, sections.length]).toEqual(['Use tea', 6]);
    expect(inEnglish(warnings)).toEqual([
      expect.stringMatching(/^Only the first \d+ of 5,\d{3},\d{3} characters are read/),
    ]);
    expect(isLossless(document, text)).toBe(true);
  });

  it.each([
    ['a comment that never ends', '- <!--\n\n# '],
    ['a comment that never ends', '1. <!--```\n# '],
    ['a list right under the metadata', 'Status: accepted\n> - '],
    ['a list right under the metadata', 'Status: \n* - '],
    ['bold headings with a line below them', '\n---\n**a**\n---\n**a**\n---\n**a**'],
    ['bold headings with a double line below them', '\n=\n**a**\n=\n**a**\n=\n**a**'],
    ['two lists with markers of their own', '- Status: accepted\n* '],
    ['a title of two lines, the second set in', 'words\n\t#   \n---\n'],
    ['a heading of two lines, the second set in', '# T\n\nwords\n\t```\n---\n'],
    ['what is a table unless it stands right under a definition', '[a]: b.md\n\t| a |\n| - |\n---\n'],
    ['what is HTML unless it stands right there', '## Decision\n\n[a]: b.md\n<b>\nc\n---\n'],
    ['a byte order mark behind a blank line', '\n\ufeffwords'],
    ['several byte order marks', '\ufeff\ufeff\ufeff<!--'],
    ['the same of a heading', '# T\n\n[a]: b.md\n\t| a |\n| - |\n---\n'],
    ['a title that ends in a line separator', '# words\u2028'],
    ['a heading that ends in a blank of its own', '# T\n\n## words\u00a0\n'],
  ])('writes %s back: %j', (_, text) => {
    expect(isLossless(readAdr(text), text)).toBe(true);
  });

  it('recognizes tabs, comments and code', () => {
    const text =
      '# T\n\n<!-- Status: rejected -->\n\nStatus:\taccepted\n\n## Context\n\n```\n# No title\n## Decision\n```\n\n\tcode\n';
    const document = readAdr(text);
    expect(document.sections.map(({ name }) => name)).toEqual(['Context']);
    expect(document.statuses.map(({ value }) => value.word)).toEqual(['accepted']);
    expect(isLossless(document, text)).toBe(true);
  });

  it('never throws and never loses anything, whatever the text is', { timeout: 180_000 }, () => {
    const piece = fc.constantFrom(
      '# ',
      '## ',
      '### ',
      'ADR-001: ',
      '\n',
      '\n\n',
      '---\n',
      '- ',
      '* ',
      '1. ',
      '  ',
      '\t',
      '> ',
      '**',
      '_',
      '`',
      '```\n',
      '<!--',
      '-->',
      '<b>',
      '| a | b |\n| - | - |\n',
      'Status: ',
      '**Status**: ',
      'accepted',
      '  \n',
      'Context',
      'Options Considered',
      'Decision',
      'Consequences',
      'Positive',
      'Pros: a, b',
      '**Pros:**',
      'Good, because ',
      '✅ ',
      '[a](b.md)',
      '[a]: b.md\n',
      'Chosen option: "a", because b',
      '\\',
      '&amp;',
      'words',
      '\r\n',
      '\ufeff',
      '\u2028',
      '<div>\n',
      '[^a]: ',
      '\n    ',
      ': "',
      'date: [2024\n',
    );
    const pieces = fc.array(piece, { maxLength: 40 }).map((all) => all.join(''));
    const anyText = fc.oneof(
      { weight: 4, arbitrary: pieces },
      { weight: 1, arbitrary: fc.tuple(pieces, pieces).map(([yaml, rest]) => `---\n${yaml}\n---\n${rest}`) },
    );
    fc.assert(
      fc.property(anyText, (text) => {
        expect(isLossless(readAdr(text), text)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('doubtsAboutName', () => {
  it.each([
    ['a/../b.md', 'leads out of the folder'],
    ['a\u0007.md', 'nobody can see'],
    [`${'ü'.repeat(150)}.md`, '303 bytes'],
  ])('warns of %j', (name, message) => {
    expect(inEnglish(doubtsAboutName(name))).toEqual([expect.stringContaining(message)]);
  });

  it('has no doubt about a plain name', () => {
    expect(doubtsAboutName('docs/0001-use-tea.md')).toEqual([]);
  });
});

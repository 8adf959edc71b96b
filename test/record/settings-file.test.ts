import { applySettings } from '@gavel/adr/style/apply-settings.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { longestSettings, readSettingsFile } from '@gavel/adr/style/settings-file.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inEnglish } from '../../packages/adr/test/in-english.ts';
import { readArchiveRules } from '../../src/record/archive-rules.ts';
import { en } from '../../src/words/en/en.ts';
import { wordRuleDoubt } from '../../src/words/language.ts';

const useful = 'rule: two-thirds\nstyle:\n  bullet: "-"\n';

/** Settings that would be used, and something to read after them. */
const pad = (text: string) => `${useful}${text}`;

/** Nine aliases of nine aliases, and so on: a short text that means millions of values. */
const aliasBomb = [
  'a0: &a0 [x, x, x, x, x, x, x, x, x]',
  ...Array.from({ length: 8 }, (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index}, `.repeat(9)}x]`),
].join('\n');

describe('a .gavel.yml', () => {
  it.each([
    [
      '60,000 keys',
      pad(Array.from({ length: 60_000 }, (_, index) => `key${index}: 1\n`).join('')),
      '10,000 characters',
    ],
    ['100,000 brackets', pad(`more: ${'['.repeat(100_000)}`), '10,000 characters'],
    ['one character too many', pad('#').padEnd(longestSettings + 1, '-'), '10,000 characters'],
    ['lists in lists', pad(`more: ${'['.repeat(50)}${']'.repeat(50)}`), '10 levels'],
    ['4,000 lists in lists', pad(`more: ${'['.repeat(4_000)}${']'.repeat(4_000)}`), 'is not valid YAML|10 levels'],
    ['9,000 brackets', pad(`more: ${'['.repeat(9_000)}`), 'is not valid YAML'],
    ['maps in maps', pad(`more: ${'{a: '.repeat(1_500)}x${'}'.repeat(1_500)}`), 'is not valid YAML|10 levels'],
    ['aliases that become millions of values', pad(aliasBomb), 'is not valid YAML'],
    ['an alias of itself', pad('more: &more [*more]'), '10 levels'],
  ])('with %s is not used, and that is said once for votes and once for the style', (_, yaml, why) => {
    const { style, pinned, warnings } = applySettings(madrStyle, yaml);
    expect([style, pinned]).toEqual([madrStyle, []]);
    const [message = '', ...others] = new Set(inEnglish(warnings));
    expect([message, others]).toEqual([expect.stringMatching(why), []]);
    expect(warnings[0]).toMatchObject({ code: 'settings unusable', isError: true });
    const { rules, initialId, doubts } = readArchiveRules(yaml);
    expect([rules, initialId]).toEqual([[], undefined]);
    expect(doubts.map((doubt) => wordRuleDoubt(en, doubt))).toEqual([
      expect.stringMatching(`^It .*(?:${why}).*; votes go without it\\.$`),
    ]);
  });

  it.each([
    ['as long as allowed', pad('#').padEnd(longestSettings, '-')],
    ['with a text of 9,000 characters', pad(`more: "${'x'.repeat(9_000)}"`)],
    ['with merged keys', pad('base: &base { a: 1 }\nmore: { <<: *base, b: 2 }\n')],
    ['with a key merged from many', pad(`base: &base { a: 1 }\nmore:\n  <<: [${'*base, '.repeat(9)}*base]\n`)],
    ['with 400 keys', pad(Array.from({ length: 400 }, (_, index) => `key${index}: 1\n`).join(''))],
  ])('%s is used', (_, yaml) => {
    expect(applySettings(madrStyle, yaml)).toMatchObject({ pinned: ['bullet'], warnings: [] });
    expect(readArchiveRules(yaml)).toMatchObject({ initialId: 'two-thirds', doubts: [] });
  });

  it('with faults everywhere reports five of them', () => {
    expect(readSettingsFile('a: b: c\n'.repeat(500)).faults).toHaveLength(5);
  });

  it('never throws, and uses all or nothing, whatever it contains', () => {
    const piece = fc.constantFrom(
      'a: ',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '<<: ',
      '\n',
      '  ',
      '"',
      '? ',
      '!!x ',
      '|\n',
      '#',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const { all, faults } = readSettingsFile(pieces.join(''));
        if (faults.length > 0) expect(all).toEqual({});
      }),
    );
  });
});

describe('a pattern in .gavel.yml', () => {
  const pin = (setting: string) => applySettings(madrStyle, `style:\n  ${setting}\n`);

  it.each([
    [`heading: ${'N'.repeat(5_000)} TITLE`, '“heading” takes'],
    [`heading: ${'N'.repeat(11)} TITLE`, '“heading” takes'],
    [`heading: ${'N '.repeat(60)}TITLE`, '“heading” takes'],
    [`heading: "${'x'.repeat(100)} N TITLE"`, '“heading” takes'],
    ['heading: "NNN\\nTITLE"', '“heading” takes'],
    [`file: ${'N'.repeat(5_000)}-title.md`, '“file” takes'],
    [`file: ${'-'.repeat(101)}NNN-title.md`, '“file” takes'],
    ['file: ../NNN-title.md', '“file” takes'],
    ['file: NNN/title.md', '“file” takes'],
  ])('is refused when it is %s', (setting, message) => {
    const { style, warnings } = pin(setting);
    expect(style).toEqual(madrStyle);
    expect(inEnglish(warnings)).toEqual([expect.stringContaining(message)]);
  });

  it('has its number where most Ns are, even beside a word with an N', () => {
    expect(pin('heading: "DECISION-NNN: TITLE"').style.title).toMatchObject({
      before: 'DECISION-',
      width: 3,
      after: ': ',
    });
    expect(pin('file: DECISION-NNN-title.md').style.fileName).toMatchObject({ before: 'DECISION-', width: 3 });
    expect(pin('file: NOTE-YYYYMMDD-title.md').style.fileName).toMatchObject({ scheme: 'date', before: 'NOTE-' });
  });
});

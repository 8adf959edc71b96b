import { harmlessLine, harmlessSubject } from '@gavel/adr/text/harmless-line.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const texts: readonly (readonly [text: string, harmless: string])[] = [
  ['Ask @torvalds? closes #1 [skip ci]', 'Ask @ torvalds? closes # 1 (skip ci)'],
  ['@team/core and (@ben), a@b.example', '@ team/core and (@ ben), a@b.example'],
  ['cc/@ben, https://x.example/,@ben', 'cc/@ ben, https://x.example/,@ ben'],
  ['#https://1/issues/2 (https://a/b/issues/3)', '- # 1/issues/2 (a/b/issues/3)'],
  ['a@b.example@alice', 'a@b.example@ alice'],
  ['Use @types/node', 'Use @ types/node'],
  ['Fixes: team/shop#12, C#7 and AB#3', 'Fixes: team/shop# 12, C# 7 and AB# 3'],
  ['Resolves GH-26 and gl-3', 'Resolves GH 26 and gl 3'],
  ['Closing issues #1, #2 and #3', 'Closing issues # 1, # 2 and # 3'],
  ['Closes SHOP-12, implements issue shop-13', 'Closes “SHOP-12”, implements issue “shop-13”'],
  ['SHOP-12 #close #time 2w', 'SHOP-12 # close # time 2w'],
  ['fix https://github.com/team/shop/issues/1#x', 'fix github.com/team/shop/issues/1# x'],
  ['See https://gitlab.com/team/shop/-/merge_requests/7.', 'See gitlab.com/team/shop/-/merge_requests/7.'],
  ['Undo !12 of &3', 'Undo ! 12 of & 3'],
  [
    '[CI SKIP] [skip travis] [netlify skip] [no ci] [issue:12]',
    '(CI SKIP) (skip travis) (netlify skip) (no ci) (issue:12)',
  ],
  ['[[skip ci]]', '[(skip ci)]'],
  ['[skip\r\nci]', '(skip ci)'],
  ['***NO_CI*** or ****no_ci****', '*NO_CI* or *no_ci*'],
  ['Go --skip-ci', 'Go -- skip-ci'],
  ['skip-checks: true', '- skip-checks: true'],
  ['Co-authored-by: Ben <ben@example.org>', '- Co-authored-by: Ben <ben@example.org>'],
  ['# x', '- # x'],
  ['/close', '- /close'],
  ['a\0b\u202ec\u2066d', 'a bcd'],
];

const untouched: readonly string[] = [
  'Use Go (not C#, not F#)',
  'Spend $100! R&D at 50%: 3 of 4',
  'ben@example.org decides',
  '[RFC] Choose the language',
  'SHOP-12: close the gap, fix what is slow',
  'Accepted: 2 of 2 deciders voted.',
  '- Go: 2 votes (Alice, Ben)',
  'See https://example.org/guide#install and https://www.npmjs.com/package/@types/node',
  'Skip the cache',
  '日本語 ünïcode 👍🏽 שלום',
];

/** What hosts act on, as they document it: anywhere in a message, and for Ruby’s, Go’s or .NET’s idea of a letter. */
const hosts: Readonly<Record<string, RegExp>> = {
  'GitHub’s mention': /(?:^|[^A-Za-z0-9_/])@[a-z0-9]/iu,
  'GitLab’s mention': /(?<![a-z0-9_/])@[a-z0-9_]/iu,
  'GitHub’s reference': /(?:^|[^\w])(?:[\w.-]+\/)?(?:[\w.-]+)?#\d/iu,
  'GitHub’s keyword':
    /\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):? +(?:[\w./-]*#\d|gh-\d|https?:\/\/\S+\/(?:issues|pull)\/\d)/iu,
  'GitLab’s closing pattern':
    /(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?):? +(?:issues? +)?(?:[\w./-]*#\d|\[\w+:|gl-\d|https?:\/\/\S+\/issues\/\d|[A-Z][A-Z0-9_]+-\d)/iu,
  'GitLab’s merge request or epic': /(?<!\w)[!&]\d/iu,
  'GitLab’s long reference': /\[\w+:["\w]+\]/iu,
  'Jira’s command': /[A-Z][A-Z0-9_]+-\d+ (?:[^/]* )?#[a-z]/iu,
  'an issue’s address': /https?:\/\/\S+\/(?:issues|pull|merge_requests|work_items)\/\d/iu,
  'GitHub Actions': /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/iu,
  'GitLab CI': /\[(?:ci[ _-]skip|skip[ _-]ci)\]/iu,
  'Azure Pipelines':
    /\*{3}no_ci\*{3}|\[(?:skip (?:azurepipelines|azpipelines|azp)|(?:azurepipelines|azpipelines|azp) skip)\]/iu,
  'Travis, Netlify, AppVeyor, Cloudflare and JFrog':
    /\[(?:(?:skip|ci|cf-pages)[ -](?:ci|travis|travis-ci|netlify|appveyor|skip|cd)|(?:travis|netlify) skip|skipRun)\]/iu,
  Codeship: /--(?:skip-ci|ci-skip)\b/iu,
  'a trailer': /^(?:signed-off-by|co-authored-by|reviewed-by|gavel-decision|change-id|skip-checks) ?:/iu,
  'a comment or a quick action': /^[#/]/u,
  'a second line': /[\p{Cc}\u2028\u2029]/u,
  'a bidirectional control': /[\u202a-\u202e\u2066-\u2069]/u,
};

const pieces = [
  ...[
    'closes',
    'Fixed:',
    'resolving',
    'implements',
    'issues',
    'and',
    ',',
    '#1',
    'a/b#2',
    'AB#3',
    'GH-4',
    'SHOP-5',
    '#close',
    '!6',
    '&7',
  ],
  ...[
    '@ben',
    '@team/core',
    'a@b.example',
    '@1h',
    '@{a}',
    '[skip ci]',
    '[ci-skip]',
    '[no ci]',
    '[skip actions]',
    '[issue:8]',
    '[',
    ']',
  ],
  ...[
    '***NO_CI***',
    '*',
    '--skip-ci',
    'skip-checks: true',
    'Signed-off-by: x',
    'Gavel-Decision: y',
    'skip',
    'ci',
    'ſkip',
    '\u202e',
    '\0',
  ],
  ...[
    'https://github.com/a/b/issues/9',
    'https://x.example/',
    'http://',
    '/',
    '#',
    '@',
    '!',
    '-',
    ':',
    '1',
    'a',
    '_',
    '"',
    '(',
    '<',
    'é',
  ],
];
const anyText = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
    .chain((all) => fc.constantFrom('', ' ', '\n', '\t', '\u2028').map((glue) => all.join(glue))),
  fc.string({ unit: 'binary' }),
);

describe('harmlessLine', () => {
  it.each(texts)('gives %j a meaning only for people', (text, harmless) => {
    expect(harmlessLine(text)).toBe(harmless);
  });

  it.each(untouched)('leaves alone %j', (text) => {
    expect(harmlessLine(text)).toBe(text);
    expect(harmlessSubject(text)).toBe(text);
  });

  it.each(Object.entries(hosts))('has nothing for %s in it, whatever the text', (_, pattern) => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(harmlessLine(text)).not.toMatch(pattern);
        expect(harmlessSubject(text)).not.toMatch(pattern);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps every word in its place', () => {
    const words = (text: string) =>
      (
        text
          .toWellFormed()
          .replaceAll(/https?:\/\/|[\u202a-\u202e\u2066-\u2069\ufeff]/giu, '')
          .match(/[\p{L}\p{N}]/gu) ?? []
      ).join('');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(harmlessLine(text))).toEqual(words(text));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('harmlessSubject', () => {
  it('is cut at a word, and never within a character', () => {
    expect(harmlessSubject('word '.repeat(100))).toMatch(/^(?:word )+word…$/u);
    fc.assert(
      fc.property(anyText, fc.nat(300), (text, more) => {
        const subject = harmlessSubject(`${'x'.repeat(more)}${text}👍`.repeat(9));
        expect(subject.length).toBeLessThanOrEqual(250);
        expect(subject.isWellFormed()).toBe(true);
      }),
    );
  });
});

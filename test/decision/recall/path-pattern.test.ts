import fc from 'fast-check';
import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import '../../support/laws.ts';
import { readPathPattern, splitPath } from '@gavel/adr/paths/path-pattern.ts';

const governs = (pattern: string, path: string) => {
  const names = splitPath(path);
  return names === undefined ? false : readPathPattern(pattern)?.governs(names);
};

describe('a pattern of paths', () => {
  it.each([
    [
      'src/slack',
      ['src/slack', 'src/slack/app.ts', 'src/slack/card/card.ts'],
      ['src/slackbot.ts', 'src', 'x/src/slack'],
    ],
    ['src/slack/', ['src/slack/app.ts'], ['src/slackbot.ts']],
    ['/src/*.ts', ['src/main.ts'], ['src/slack/app.ts', 'main.ts']],
    ['./src//store/**', ['src/store/a/b.ts', 'src/store/x'], ['src/stores/x', 'src/store']],
    ['**/migrations/*.sql', ['migrations/1.sql', 'db/migrations/1.sql'], ['db/migrations/old/1.sql']],
    ['packages/*/src', ['packages/adr/src/read.ts'], ['packages/adr/test/read.ts', 'packages/a/b/src/x']],
    ['src/{slack,store/*}/*.ts', ['src/slack/a.ts', 'src/store/adr/a.ts'], ['src/store/a.ts']],
    ['Dockerfile', ['Dockerfile'], ['docker/Dockerfile']],
    ['*.{yml,yaml}', ['compose.yml', 'a.yaml'], ['.github/ci.yml', 'a.yxml']],
    ['.github/**', ['.github/workflows/ci.yml'], ['github/x']],
    ['src/[a-c]?/x', ['src/b1/x'], ['src/d1/x', 'src/b/x']],
    ['src/[!a]/x', ['src/b/x'], ['src/a/x']],
    ['@(src|lib)/?(deep/)x', ['src/x', 'lib/deep/x'], ['test/x']],
    ['@(a|bb)?ä/**', ['aaä/a', 'bb-ä/a'], ['ä/a', 'aä/a']],
    ['**@(a|bb)/**', ['a/x', 'xbb/x'], ['b/a/a']],
    ['größe/文/*.ts', ['größe/文/a.ts'], ['grosse/文/a.ts']],
    ['app/[slug]/**', ['app/[slug]/page.tsx', 'app/s/page.tsx'], ['app/about/page.tsx']],
    ['app/{id}/(group)/x', ['app/{id}/(group)/x'], ['app/id/group/x']],
    ['a\\*b', ['a*b'], ['acb']],
  ])('“%s” governs what it names', (pattern, governed, others) => {
    expect(governed.filter((path) => !governs(pattern, path))).toEqual([]);
    expect(others.filter((path) => governs(pattern, path))).toEqual([]);
  });

  it.each([
    '',
    '/',
    './',
    '!src/**',
    '../x',
    'src/../../x',
    '!(a)',
    '+(a|b)/x',
    'a'.repeat(201),
    `${'{a,b}'.repeat(30)}/x`,
  ])('is none if it is “%s”', (pattern) => {
    expect(readPathPattern(pattern)).toBeUndefined();
  });

  it.each(['**', '**/*', '**/**', '/**', '*/**', '{**,src}'])('says nothing if it is “%s”', (pattern) => {
    expect(readPathPattern(pattern)?.isEverything).toBe(true);
  });

  it.each(['*', 'src/**', '**/*.ts', '*/*/**'])('says something if it is “%s”', (pattern) => {
    expect(readPathPattern(pattern)?.isEverything).toBe(false);
  });

  it('governs nothing outside of the repository', () => {
    expect(
      ['', '/', '../src/x', 'src/../x', `src/${'x/'.repeat(3_000)}`].filter((path) => governs('**', path)),
    ).toEqual([]);
  });
});

const sign = fc.constantFrom('a', 'b', '.', '-', 'ä');
const name = fc.string({ unit: sign, minLength: 1, maxLength: 4 }).filter((one) => one !== '.' && one !== '..');
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));
const piece = fc.oneof(
  { weight: 4, arbitrary: name },
  fc.constantFrom('*', '?', '[ab]', '[a-b]', '{a,b-}', '{a,{b,ä}}', '@(a|bb)'),
);
const part = fc.oneof(
  fc.constant('**'),
  fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
);
const pattern = fc
  .array(part, { minLength: 1, maxLength: 4 })
  .filter((parts) => parts.every((one) => one !== '.' && one !== '..'))
  .map((parts) => parts.join('/'))
  // Behind a parenthesis, picomatch takes “?” for a quantifier of regular expressions, and “**” beside alternatives for
  // any number of folders. In a shell, and here, they are a part of one name there, as they are elsewhere.
  .filter((glob) => !/\)\?|\)\*\*|\*\*[@{]/.test(glob));

describe('the laws of patterns', () => {
  it('agree with picomatch, where a file is named and not the folder that it is in', () => {
    fc.assert(
      fc.property(pattern, path, (glob, file) => {
        const isBelow = picomatch([glob, `${glob}/**`], { dot: true, strictSlashes: true });
        const isNamed = !/[*?[]/.test(glob.slice(glob.lastIndexOf('/') + 1));
        const isMatched = isNamed ? isBelow(file) : picomatch.isMatch(file, glob, { dot: true, strictSlashes: true });
        expect(governs(glob, file)).toBe(isMatched);
      }),
      { numRuns: 3_000 },
    );
  });

  it('take whatever is typed, and answer', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 220 }),
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        (glob, file) => {
          expect([true, false, undefined]).toContain(governs(glob, file));
        },
      ),
    );
  });

  it('compare each sign a bounded number of times, where an expression would go back without end', () => {
    const stars = '*a'.repeat(99);
    const folders = `${'**/a/'.repeat(39)}b`;
    // An expression made of these would not be done in years.
    expect(governs(stars, `${'a'.repeat(4_000)}b`)).toBe(false);
    expect(governs(folders, 'a/'.repeat(2_000))).toBe(false);
  });
});

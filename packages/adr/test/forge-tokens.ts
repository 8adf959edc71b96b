import fc from 'fast-check';
import { anyCharacter } from './any-character.ts';

/** What hosts act on, as they document it: anywhere in a message, and for Ruby’s, Go’s or .NET’s idea of a letter. */
export const actedOnIn: Readonly<Record<string, RegExp>> = {
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
/** A text full of what git hosts act on. */
export const textForForges = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: anyCharacter, maxLength: 3 })), { maxLength: 12 })
    .chain((all) => fc.constantFrom('', ' ', '\n', '\t', '\u2028').map((glue) => all.join(glue))),
  fc.string({ unit: anyCharacter }),
);

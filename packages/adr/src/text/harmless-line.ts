/** Longest subject, in UTF-16 units: a title of the maximum length, with what surrounds it. */
const longestSubject = 250;

/** Words that close an issue when a reference follows (GitHub, GitLab, Bitbucket, Gitea, Linear). */
const closing =
  '(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?|complet(?:e[sd]?|ing))';

/** A person, a team, a group; and time spent, in Gitea (@1h). `a@b.example` doesn't count, but what follows it may. */
const mention = '@(?<=(?<![a-z0-9])@|@[\\w.-]*@)(?=[\\p{L}\\p{N}_{<"-])';

/** Something to look for, and how to write it so that only people understand it. */
type Rule = readonly [what: RegExp, instead: (found: string, ...groups: string[]) => string];

/** Jira through GitLab, and Linear: “Fixes SHOP-12”. */
const closesKey: Rule = [
  new RegExp(`(${closing}:? (?:issues? )?)([a-z][a-z0-9_]*-\\p{Nd}+)`, 'giu'),
  (_, word, key) => `${word}“${key}”`,
];

/** What git hosts, and the services that listen to them, act on in a commit message. */
const rules: readonly Rule[] = [
  // The full address of an issue, a pull request or the like is a reference to it. Without its scheme, people can still
  // find it.
  [/(?<!\S)\S*https?:\/\/\S*/giu, withoutSchemes],
  // GitHub, GitLab and every CI service: [skip ci] and similar. GitLab: [issue:12].
  [/\[[^[\]]*\]/gu, (found) => (/skip|no[ _-]?ci|\w:["\w]/iu.test(found) ? `(${found.slice(1, -1)})` : found)],
  // Azure Pipelines, Drone.
  [/(?<!\*)\*{2,}(?=no_ci)|(?<=no_ci)\*{2,}/giu, () => '*'],
  // Codeship.
  [/--(?=(?:skip-ci|ci-skip)\b)/giu, (sign) => `${sign} `],
  // GitHub: GH-12, GitLab: GL-12.
  [/\b(gh|gl)-(?=\p{Nd})/giu, (_, host) => `${host} `],
  closesKey,
  // An issue of GitHub, Gitea, Bitbucket or Azure Boards: #12, team/shop#12, AB#12. GitLab: !12 is a merge request, &12
  // an epic.
  [/[#!&](?=\p{Nd})/gu, (sign) => `${sign} `],
  // A command to Jira (“SHOP-12 #close”), and mentions.
  [
    new RegExp(`https?://\\S+|#(?=[\\p{L}_])|${mention}`, 'giu'),
    (found) => (found.length > 1 ? inUrl(found) : `${found} `),
  ],
];

/**
 * One line of a commit message that means something only to people, whatever text it is made from: git hosts notify
 * nobody, close nothing and skip no build because of it, and nothing in it is a trailer. A sign that would cause this
 * is set off by a space, or its brackets become round. No word is lost, nothing invisible is added, and copying it
 * gives what was read.
 */
export function harmlessLine(text: string): string {
  const line = text
    .toWellFormed()
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    // Bidirectional controls could reverse what follows; a byte order mark is invisible.
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim();
  const harmless = harmlessWords(line);
  return isActedOnAtStart(harmless) ? `- ${harmless}` : harmless;
}

/** The first line of a commit message, without anything that forges act on; cut if it is too long. */
export function harmlessSubject(text: string): string {
  const line = harmlessLine(text);
  if (line.length <= longestSubject) return line;
  const cut = line.slice(0, longestSubject - 1).replace(/\p{Cs}$/u, '');
  const end = cut.lastIndexOf(' ');
  return `${end > 0 ? cut.slice(0, end) : cut}…`;
}

/** What builds, checks or deploys a commit, unless its message says to skip it. */
const system = '(?:ci|cd|actions|checks|travis(?:-ci)?|netlify|appveyor|cf-pages|az[a-z]*)';

/**
 * Rules for text that Markdown doesn't read: GitLab looks for what to close in the source of a description, and a
 * description may become the message of a squashed commit.
 */
const sourceRules: readonly Rule[] = [
  [
    new RegExp(`\\[(?:skip[ _-]*${system}|${system}[ _-]*skip|no[ _-]?ci|skiprun)\\]`, 'giu'),
    (found) => `(${found.slice(1, -1)})`,
  ],
  closesKey,
  [
    new RegExp(
      `(${closing}:? +(?:issues? +)?)((?:[\\w./-]*(?:#|gl-|gh-)|\\[\\w+:|https?://\\S+/)[\\p{Nd}"\\w][\\w-]*)`,
      'giu',
    ),
    (_, word, what) => `${word}“${what}”`,
  ],
];

/** A piece of a text, with its blanks, that means something only to people: as `harmlessLine`, but in any place. */
export function harmlessWords(text: string): string {
  return applyAll(rules, text);
}

/** Code in a description, or the source of one, that closes nothing and skips no build. */
export function harmlessSource(source: string): string {
  return applyAll(sourceRules, source);
}

function applyAll(all: readonly Rule[], text: string): string {
  return all.reduce((words, [what, instead]) => words.replaceAll(what, instead), text);
}

const reference = /\/(?:issues?|pulls?|merge_requests|pull-requests|_?work_?items|epics|tracker|discussions)\b/giu;

/** Whether an address is that of an issue, a pull request or the like. Forges take it for a reference anywhere. */
export function isReference(address: string): boolean {
  return /^https?:/iu.test(address) && address.search(reference) !== -1;
}

/** Removes the scheme from every address in a word that leads to an issue or the like. */
function withoutSchemes(word: string): string {
  const end = [...word.matchAll(reference)].at(-1)?.index ?? 0;
  const plain = word
    .slice(0, end)
    .replaceAll(/(?<before>[^\s("'“])?https?:\/\//giu, (_, before) => (before === undefined ? '' : `${before} `));
  return plain + word.slice(end);
}

/**
 * Within an address, most of these signs are left alone as parts of the link: a fragment (#install), a path
 * (/@types/node).
 */
function inUrl(url: string): string {
  return url.replaceAll(/(?<![a-z0-9/])@(?=[\p{L}\p{N}_{<"-])/giu, '@ ');
}

/** A comment, when somebody edits the message; a quick action, when GitLab turns it into a description; a trailer. */
function isActedOnAtStart(line: string): boolean {
  const token = /^[\w-]+(?= ?:)/u.exec(line)?.[0] ?? '';
  // A key such as SHOP-12 is not the token of any known trailer.
  return /^[#/]/u.test(line) || /-(?!\d+$)/u.test(token);
}

import type { StatusText } from '../../content/content.ts';

/**
 * What the status of an ADR means, whatever word the file uses: a status of MADR 4, or one that ADR tools and teams use
 * in addition.
 */
export type Status = 'draft' | 'proposed' | 'accepted' | 'rejected' | 'deprecated' | 'superseded' | 'withdrawn';

const words: Readonly<Record<Status, string>> = {
  draft: 'draft | wip | work in progress | idea',
  proposed:
    'proposed | proposal | pending | in review | under review | open | rfc | in discussion | under discussion | review | committed to discuss',
  accepted:
    'accepted | approved | adopted | active | implemented | decided | ratified | accept | final | done | complete | completed | agreed | amended | in effect | current',
  rejected: 'rejected | declined | denied | refused | not accepted | reject',
  deprecated: 'deprecated | obsolete | retired | outdated | archived',
  superseded: 'superseded | superceded | supersceded | replaced | superseeded | supersede',
  withdrawn: 'withdrawn | abandoned | cancelled | canceled',
};

const statuses: readonly Status[] = [
  'draft',
  'proposed',
  'accepted',
  'rejected',
  'deprecated',
  'superseded',
  'withdrawn',
];
const statusByWord = new Map(
  statuses.flatMap((status) => words[status].split(' | ').map((word) => [word, status] as const)),
);
const anyWord = [...statusByWord.keys()].sort((one, other) => other.length - one.length).join('|');
const opening = '(?:[^\\p{L}\\p{N}{<[|]{0,12})';
const known = new RegExp(
  `^(?<word>${opening}(?:${anyWord})(?!\\p{L})(?:\\*\\*|__|[*_\`])?)(?<remainder>[\\s\\S]*)$`,
  'iu',
);

/** Splits a status into its word and the rest. An unknown status counts as one word. */
export function readStatus(written: string): StatusText {
  const groups = known.exec(written.trim())?.groups;
  const { word, remainder } = groups ?? {};
  return word === undefined || remainder === undefined ? { word: written.trim(), remainder: '' } : { word, remainder };
}

/** What a status word means, ignoring case, emphasis and emoji; undefined for an unknown word. */
export function meaningOfStatus(word: string): Status | undefined {
  return statusByWord.get(
    word
      .toLowerCase()
      .replaceAll(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, '')
      .replaceAll(/\s+/g, ' '),
  );
}

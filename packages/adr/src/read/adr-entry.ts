import { toString as textOf } from 'mdast-util-to-string';
import type { Status } from '../content/content.ts';
import { parseMarkdown } from '../markdown/markdown.ts';
import { plainExcerpt } from '../text/excerpt.ts';
import { isPlainLine } from '../text/plain-line.ts';
import { endsSentence } from '../text/sentence.ts';
import type { AdrDocument } from './document.ts';
import type { LinkKind } from './links/link.ts';
import { pageOf, targetOf } from './links/link-target.ts';
import { type DateOrder, firstDayOf } from './metadata/date.ts';
import { withoutAddress } from './metadata/names.ts';
import { standingElsewhere } from './metadata/standing.ts';
import { meaningOfStatus } from './metadata/status.ts';
import { cleanTag } from './metadata/tag.ts';
import { plainTitle, readAdr } from './read-adr.ts';
import { isUnfilled } from './unfilled.ts';
import type { StatedLink } from './warning.ts';

/** What an index stores about an ADR: enough to list it, find it, and show how it relates to others. */
export interface AdrEntry {
  /** The number in the file name, or else in the heading. */
  readonly number: number | undefined;
  /** Plain text. The file name, if the ADR has no title. */
  readonly title: string;
  /** What the status means; undefined for an unknown status. */
  readonly status: Status | undefined;
  /** The status as written in the file, in plain text. */
  readonly statusText: string;
  /** `YYYY-MM-DD`, or `YYYY-MM` if no day is said. */
  readonly date: string | undefined;
  /** How the numbers of a date with slashes were read: other files of the archive may show the order. */
  readonly dateOrder?: DateOrder;
  readonly deciders: readonly string[];
  /** What it is about, in lower case, without blanks: “data-base”. */
  readonly tags: readonly string[];
  /** The glob patterns of the paths that it governs, from the root of the repository. */
  readonly affects: readonly string[];
  /** `YYYY-MM-DD`: the day on which it is to be looked at again, or the first day of that month. */
  readonly revisitOn: string | undefined;
  /** What was decided, in plain text on one line: the chosen option, or else the first sentence that says it. */
  readonly outcome?: string | undefined;
  readonly dialect: string;
  /** The ADRs that it says it supersedes or amends, or is superseded or amended by. `file` is the path of the other. */
  readonly links: readonly { readonly kind: StatedLink; readonly file: string }[];
  readonly warnings: number;
  /** It is a template, and no ADR. */
  readonly isUnfilled?: true;
}

/** An entry as its file alone shows it. */
export interface ReadEntry extends AdrEntry {
  /** What it says of ADRs that it names by their numbers: only the archive shows which files these are. */
  readonly named: readonly { readonly kind: StatedLink; readonly number: number }[];
  /** What it says of pages, as sites show them: paths without an extension, which may begin anywhere. */
  readonly pages: readonly { readonly kind: StatedLink; readonly page: string }[];
}

/** Finds ADRs of an archive, as its files name them: `from` is the path of the file that does. */
export interface FindAdr {
  readonly byNumber: (from: string, number: number) => string | undefined;
  readonly byPage: (from: string, page: string) => string | undefined;
}

/** The version of reading. Raise it by one with each change of what `readAdrEntry` reads, so that indexes are read anew. */
export const readerVersion = 18;

/** Reads the index entry of one file, by its path in the archive. Never throws, whatever the text is. */
export function readAdrEntry(text: string, fileName: string): ReadEntry {
  const document = readAdr(text, fileName);
  const { number, headingNumber, date, roles, statuses, dialect, links, warnings } = document;
  const [status] = statuses;
  const standing = standingElsewhere(document, fileName);
  return {
    number: (number ?? headingNumber)?.value,
    title: plainTitle(document) || fileName,
    status: standing?.status ?? (status && meaningOfStatus(status.value.word)),
    statusText: standing === undefined ? statusIn(document) : plain(standing.text),
    date: date?.value,
    ...(document.dateOrder === undefined ? {} : { dateOrder: document.dateOrder }),
    deciders: (roles.deciders?.value ?? []).map((name) => plain(withoutAddress(name))),
    tags: [...new Set((roles.tags?.value ?? []).flatMap((tag) => cleanTag(plain(tag))))],
    affects: document.affects?.value ?? [],
    revisitOn: document.revisit.on && firstDayOf(document.revisit.on.value),
    outcome: outcomeIn(document),
    dialect,
    links: links.flatMap(({ kind, url }) => {
      const file = targetOf(fileName, { url });
      return !isStated(kind) || file === undefined || pageOf(url) !== undefined ? [] : [{ kind, file }];
    }),
    pages: links.flatMap(({ kind, url }) => {
      const page = isStated(kind) ? pageOf(url) : undefined;
      return !isStated(kind) || page === undefined ? [] : [{ kind, page }];
    }),
    named: links.flatMap(({ kind, number: named }) =>
      !isStated(kind) || named === undefined ? [] : [{ kind, number: named }],
    ),
    warnings: warnings.length,
    ...(isUnfilled(document) ? { isUnfilled: true } : {}),
  };
}

const isStated = (kind: LinkKind): kind is StatedLink => kind !== 'other' && kind !== 'relates';

/** The entry with links to the files of the ADRs that it names by their numbers or pages. `find` knows the archive. */
export function resolveEntry({ named, pages, ...entry }: ReadEntry, fileName: string, find: FindAdr): AdrEntry {
  const found = [
    ...pages.map(({ kind, page }) => ({ kind, file: find.byPage(fileName, page) })),
    ...named.map(({ kind, number }) => ({ kind, file: find.byNumber(fileName, number) })),
  ];
  const links = [...entry.links];
  for (const { kind, file } of found) {
    const isKnown = links.some((link) => link.kind === kind && link.file === file);
    if (file !== undefined && !isKnown) links.push({ kind, file });
  }
  return { ...entry, links };
}

/** The longest line about an outcome, in UTF-16 units. */
const longestOutcome = 300;

function outcomeIn({ chosen, outcome }: AdrDocument): string | undefined {
  const said = chosen?.title ?? outcome?.value.chosen ?? firstSentence(outcome?.value.text ?? '');
  return said === '' ? undefined : plainExcerpt(said, longestOutcome) || undefined;
}

/** The first sentence of the first paragraph that is no heading. */
function firstSentence(markdown: string): string {
  const paragraph = markdown.split(/\n\s*\n/).find((part) => part.trim() !== '' && !part.startsWith('#')) ?? '';
  const words = paragraph.slice(0, 2 * longestOutcome).split(/(?<=\S)\s+/);
  const end = words.findIndex((word, index) => endsSentence(word, words[index + 1] ?? ''));
  return words.slice(0, end === -1 ? undefined : end + 1).join(' ');
}

/** What ends a bold label with its value: “**Status: accepted.** It holds.” */
const endOfBold = /^(?<sign>[.,;:!]?)(?:\*\*|__)(?=\s|$)/;

function statusIn({ statuses: [status] }: AdrDocument): string {
  if (status === undefined) return '';
  const { word, remainder } = status.value;
  const isOpen = /^(?:\*\*|__)/.test(word);
  return plain(`${word}${isOpen ? remainder : remainder.replace(endOfBold, '$<sign>')}`.trim());
}

function plain(markdown: string): string {
  return isPlainLine(markdown) ? markdown : textOf(parseMarkdown(markdown));
}

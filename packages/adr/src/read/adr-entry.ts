import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../markdown/markdown.ts';
import type { AdrDocument } from './document.ts';
import { type LinkKind, linkedFile } from './links.ts';
import { meaningOfStatus, type Status } from './metadata/status.ts';
import { plainTitle, readAdr } from './read-adr.ts';

/** What an index keeps of an ADR: enough to list it, to find it, and to show its relations. */
export interface AdrEntry {
  /** From the file name, else from the heading. */
  readonly number: number | undefined;
  /** Plain text; the name of the file where the ADR has no title. */
  readonly title: string;
  /** What the status means; undefined for a status that we don't know. */
  readonly status: Status | undefined;
  /** The status as the file has it, in plain text. */
  readonly statusText: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly deciders: readonly string[];
  readonly dialect: string;
  /** What it says it supersedes, amends, or is superseded or amended by; the file as the link names it. */
  readonly links: readonly { readonly kind: Exclude<LinkKind, 'other'>; readonly file: string }[];
  readonly warnings: number;
}

/** Reads the entry of one file. Never throws, whatever the text. */
export function readAdrEntry(text: string, fileName: string): AdrEntry {
  const document = readAdr(text, fileName);
  const { number, headingNumber, date, roles, statuses, dialect, links, warnings } = document;
  const [status] = statuses;
  return {
    number: (number ?? headingNumber)?.value,
    title: plainTitle(document) || fileName,
    status: status && meaningOfStatus(status.value.word),
    statusText: statusIn(document),
    date: date?.value,
    deciders: (roles.deciders?.value ?? []).map(plain),
    dialect,
    links: links.flatMap(({ kind, url }) => {
      const file = linkedFile(url);
      return kind === 'other' || file === undefined ? [] : [{ kind, file }];
    }),
    warnings: warnings.length,
  };
}

function statusIn({ statuses: [status] }: AdrDocument): string {
  return status === undefined ? '' : plain(`${status.value.word}${status.value.remainder}`.trim());
}

function plain(markdown: string): string {
  return isPlain.test(markdown) ? markdown : textOf(parseMarkdown(markdown));
}

// Parsing is what costs time. One line that begins with a letter and holds no mark of Markdown is its own text.
const isPlain = /^\p{L}[^\\`*_[\]<>&~|\p{Cc}]*(?<! )$/u;

import type { Status, StatusText } from '../../content/content.ts';
import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf, wordToWrite } from '../../language/adr-words.ts';
import { oneOf } from '../../language/patterns.ts';
import { foldWord } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { folderOf } from '../../name/adr-path.ts';
import { statusOfFolder } from '../../name/sort-files.ts';
import type { AdrDocument } from '../document.ts';
import type { AdrLink } from '../links/link.ts';
import { foldLine, isInPart, statedFirst } from '../links/phrases.ts';
import { withoutReferences } from '../links/surroundings.ts';
import { isBehind, meaningOfStatus, readStatus } from './status.ts';

/** What an ADR's status is, and the words that say so, in plain text. */
export interface Standing {
  readonly status: Status;
  readonly text: string;
}

const ended: readonly (Status | undefined)[] = ['rejected', 'deprecated', 'superseded', 'withdrawn'];

/** How many lines at the beginning of a file may say that another ADR took its place. */
const linesAtTop = 30;

/** How many lines below a status may say so. */
const linesBelowStatus = 12;

/**
 * What else says the status of an ADR: its folder, or a line at its beginning that names the ADR in its place. Undefined
 * if its own status counts: a folder for ADRs that ended, such as “_superseded”, and such a line right below the status
 * say more than a status from before the end, and any other place counts only without a status (ADR 0069).
 */
export function standingElsewhere({ source, statuses, links }: AdrDocument, path: string): Standing | undefined {
  const [own] = statuses;
  const meaning = own && meaningOfStatus(own.value.word);
  if (ended.includes(meaning)) return undefined;
  const behind = own && links.some(({ kind }) => kind === 'superseded by') ? endBehind(own.value) : undefined;
  if (behind !== undefined) return behind;
  const near = own === undefined ? links : links.filter(({ line }) => isBelowStatus(source.text, own.line, line));
  const lines = near.flatMap((link) => lineInPlace(source.text, link) ?? []);
  const line = own === undefined ? lines[0] : lines.find(isWhole);
  if (line !== undefined) return { status: 'superseded', text: line };
  const folders = folderOf(path).split('/').slice(0, -1).toReversed();
  return folders.flatMap((name) => standingOfFolder(name, own !== undefined) ?? [])[0];
}

/** The words for a status that no other folder is called by: “proposed”, but not “open” or “review”. */
const clear = new Set(
  adrLanguages.flatMap((language) => {
    const { draft, proposed, accepted } = adrWords[language].statuses;
    return [draft, proposed, accepted].flatMap((words) => wordToWrite(words).split('/')).map(foldWord);
  }),
);

function standingOfFolder(name: string, isEndedOnly: boolean): Standing | undefined {
  const text = name.replaceAll(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, '').replaceAll(/[-_]/g, ' ');
  const status = text === '' ? undefined : statusOfFolder(text);
  if (status === undefined || ended.includes(status)) return status && { status, text };
  const isClear = clear.has(foldWord(text)) || clear.has(foldWord(text.replace(/s$/i, '')));
  return isEndedOnly || !isClear ? undefined : { status, text };
}

const nouns = adrLanguages.flatMap((language) => variantsOf(adrWords[language].headings.outcome).map(foldWord));
/** What a sentence begins with that is about the whole document: “This ADR has been”. */
const subject = new RegExp(`^(?:\\p{L}+ ){0,2}(?:adr|rfc|${oneOf(nouns)})(?: \\p{L}{1,5}){0,2} `, 'u');

/** The line of a link near the beginning of a file that says nothing but which ADR is in place of this one. */
function lineInPlace(text: string, { kind, line }: AdrLink): string | undefined {
  if (kind !== 'superseded by' || line > linesAtTop) return undefined;
  const written = text.split('\n', line)[line - 1] ?? '';
  const folded = foldLine(withoutReferences(written));
  return statedFirst(folded) === kind || statedFirst(folded.replace(subject, '')) === kind ? written : undefined;
}

/** What is between a status and what says that it holds no more: “ — **”, “ (”. */
const beforeEnd = /^[^\p{L}\p{N}[\]]{1,8}/u;
const endOfBracket = /\)\.?$/;

/** The standing of an ADR whose status goes on with the one in its place: “Accepted — superseded by ADR-0012”. */
function endBehind({ word, remainder }: StatusText): Standing | undefined {
  const before = beforeEnd.exec(remainder)?.[0] ?? '';
  const [line = ''] = remainder.slice(before.length).split('\n', 1);
  const said = before.includes('(') ? line.replace(endOfBracket, '') : line;
  const end = readStatus(said).word;
  const isEnd = before !== '' && meaningOfStatus(end) === 'superseded' && !isBehind(end);
  const isAll = isEnd && statedFirst(foldLine(withoutReferences(said))) === 'superseded by' && isWhole(said);
  return isAll ? { status: 'superseded', text: word + before + line } : undefined;
}

/** Whether a line belongs to the status above it: no heading is between them. */
function isBelowStatus(text: string, status: number, line: number): boolean {
  if (line <= status || line > status + linesBelowStatus) return false;
  return text
    .split('\n', line - 1)
    .slice(status)
    .every((between) => !/^#{1,6} /.test(between));
}

/** What follows the ADR in a line about all of this one: nothing, its title, a day, or another sentence. */
const wholeEnd = /(?:\]|\d|\.md[)`]?)[*_`)]{0,3}[ \\]{0,3}(?:$|[.,;:—–-]|\([^()]{0,40}\d{4}[^()]{0,40}\))/;

/** Whether a line says that all of this ADR was superseded, and not only a part. */
function isWhole(line: string): boolean {
  return !isInPart(line) && wholeEnd.test(line.replaceAll(/\]\([^()\s]{0,400}\)/g, ']').trimEnd());
}

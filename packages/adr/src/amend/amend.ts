import type { RootContent } from 'mdast';
import type { Status, StatusText } from '../content/content.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { aroundLink } from '../language/link-words.ts';
import { foldWord } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';
import type { AdrDocument, AdrSection } from '../read/document.ts';
import { linkedFile } from '../read/links/linked-file.ts';
import { readLinks } from '../read/links/links.ts';
import { foldLine, statedFirst } from '../read/links/phrases.ts';
import type { Located } from '../read/located.ts';
import { toBadge } from '../read/metadata/badge.ts';
import { placeOfDate, readDate, writeDate } from '../read/metadata/date.ts';
import { formerStatuses, meaningOfStatus } from '../read/metadata/status.ts';
import { readAdr } from '../read/read-adr.ts';
import { placeOf, startOfFrontMatter } from '../read/source/source.ts';
import type { StatedLink } from '../read/warning.ts';
import { formLike } from '../style/date-form.ts';
import type { HouseStyle } from '../style/house-style.ts';
import { styleOf } from '../style/style-of.ts';
import { isAbove, lastDatedLine, lastDatedParagraph, lineAt } from './dated-lines.ts';
import { applyEdits, type Edit, offsetInFile } from './edit.ts';
import { isMadr2, type LinkedAdr, linkTo, referenceTo } from './link-to.ts';
import { addMetadataLine } from './metadata-line.ts';
import { behindWord, inCaseOf, type NewStatus } from './new-status.ts';
import { addEntry, fillEntry } from './own-entry.ts';
import { holdsSeveralAdrs } from './several-adrs.ts';
import { editsOfBoxes } from './status-boxes.ts';

/** A change to an ADR: a new status, or a link to another ADR. `date` (`YYYY-MM-DD`) goes into change logs. */
export type Amendment =
  | { readonly status: Status; readonly date: string }
  | { readonly link: StatedLink; readonly to: LinkedAdr; readonly date: string };

/**
 * Changes the status of an ADR, or adds a link, in the dialect of the file. Everything else stays the same, including
 * line endings, trailing blanks, list markers and the final line feed. `file` must have been decoded without loss.
 * Words that it does not show are those of the house. A file with several ADRs stays as it is.
 */
export function amendAdr(file: string, amendment: Amendment, house?: HouseStyle): string {
  const document = readAdr(file);
  if (holdsSeveralAdrs(document)) return file;
  const edits =
    'status' in amendment ? editsOfStatus(document, amendment, house) : editsOfLink(document, amendment, house);
  return applyEdits(file, toFile(file, document, edits));
}

/** Turns edits of `Source.text` into edits of the file, with the file's line endings. */
export function toFile(file: string, { source }: AdrDocument, edits: readonly Edit[]): Edit[] {
  return edits.map(({ start, end, text }) => ({
    start: offsetInFile(file, start),
    end: offsetInFile(file, end),
    text: text.replaceAll('\n', source.lineEnding),
  }));
}

/** Adds a text at an offset. */
export function insertAt(offset: number, text: string): Edit {
  return { start: offset, end: offset, text };
}

function editsOfStatus(
  document: AdrDocument,
  { status, date }: Extract<Amendment, { status: Status }>,
  house: HouseStyle | undefined,
): Edit[] {
  const word = bareWord(styleOf(document).statusWords[status] ?? status);
  return replaceStatus(document, { status, word, written: word, link: '', date, dateForm: house?.dateForm });
}

/**
 * Replaces the word of the status wherever the file states it; what follows it stays. If the file has no status, adds it
 * to the metadata. A badge or an attribute only has a place for the word.
 */
function replaceStatus(document: AdrDocument, changed: NewStatus): Edit[] {
  const words = document.statuses.filter(isOnlyWord);
  const boxes = editsOfBoxes(document, changed);
  const statuses = document.statuses.filter(
    (found) => !isOnlyWord(found) && !boxes.some(({ place }) => place.start <= found.start && found.start < place.end),
  );
  const edits = [
    ...words.map(({ foundIn, start, end }) => {
      return { start, end, text: foundIn === 'badge' ? toBadge(changed.word) : changed.word };
    }),
    ...boxes.flatMap((one) => one.edits),
  ];
  const isSaid = changed.link === '' && words.some(({ foundIn }) => foundIn === 'attribute');
  if (statuses.length === 0 && document.statusBoxes.length === 0 && !isSaid)
    return [addStatus(document, changed.written), ...edits];
  const [first] = document.statuses;
  return [
    ...edits,
    ...statuses.map((found) => editOfStatus(document, found, inCaseOf(changed, found.value.word, first?.value.word))),
  ];
}

const isOnlyWord = ({ foundIn }: Located<unknown>) => foundIn === 'badge' || foundIn === 'attribute';

/** The change of one statement of the status. One that says it already gets another link. */
function editOfStatus(document: AdrDocument, found: Located<StatusText>, changed: NewStatus): Edit {
  const { foundIn, start, end, value } = found;
  const { status, link } = changed;
  const written = foundIn === 'code' ? (changed.withoutLink ?? changed.written) : changed.written;
  if (foundIn === 'log') return addToLog(document, found, changed);
  const text = document.source.text.slice(start, end);
  const at = text.indexOf(value.word);
  const core = at === -1 ? undefined : coreOf(value.word);
  const quote = foundIn === 'front matter' ? (/^["']/.exec(text)?.[0] ?? '') : '';
  const isClosed = quote === '' || (text.length > 1 && text.endsWith(quote));
  if (core === undefined || !isClosed) return { start, end, text: quote + escapeIn(quote, written) + quote };
  // A sentence that begins with no known status stays behind the new one.
  const isSentence = meaningOfStatus(value.word) === undefined && /\]\(|\s\S+\s/.test(value.word);
  if (isSentence) return insertAt(start + at + core.from, `${escapeIn(quote, written)}. `);
  const linkEnd = meaningOfStatus(value.word) === status ? endOfLinks(value) : undefined;
  if (linkEnd !== undefined && link !== '') {
    return insertAt(start + at + value.word.length + linkEnd, `${listComma(value.remainder)}${escapeIn(quote, link)}`);
  }
  // There is no link inside brackets or code: “[superseded] by …”.
  const marks = value.word.slice(core.to);
  const bracketed = /^[*_`]{0,4}\]|^[*_]{0,3}`/.test(marks) ? changed.word + marks + behindWord(changed) : undefined;
  const to = bracketed === undefined ? core.to : value.word.length;
  return { start: start + at + core.from, end: start + at + to, text: escapeIn(quote, bracketed ?? written) };
}

/**
 * Where the word for a status is between its marks, such as “**” or the brackets of a link, which stay. A sign such as an
 * emoji belongs to the word. Undefined if there are no letters.
 */
function coreOf(word: string): { readonly from: number; readonly to: number } | undefined {
  const former = formerStatuses(word).length;
  const from = former + (/^[*_`~[(<>"'|\s]*/.exec(word.slice(former))?.[0].length ?? 0);
  // Only a word whose bracket begins it is inside one.
  const bracket = word.slice(former, from).includes('[') ? word.indexOf(']', from) : -1;
  const core = word.slice(from, bracket === -1 ? undefined : bracket).replace(/(?<![^\p{L}])[^\p{L}]+$/u, '');
  return /\p{L}/u.test(core) ? { from, to: from + core.length } : undefined;
}

/** The word for a status without the marks around it. */
function bareWord(word: string): string {
  const core = coreOf(word);
  return core === undefined ? word : word.slice(core.from, core.to);
}

/** Where the links end that follow the word of a status: `by [ADR-0012](0012-x.md), [ADR-0013](0013-y.md)`. */
function endOfLinks({ word, remainder }: StatusText): number | undefined {
  const links = /^[^\n[\].;]*\[[^\]\n]*\]\([^()\s]*\)(?:[,、，] ?\[[^\]\n]*\]\([^()\s]*\))*/.exec(remainder)?.[0];
  return links?.length ?? endOfWords(word, remainder);
}

/** The rest of a clause, with the numbers that it lists: “ by ADR-0012, ADR-0013” in front of “ (2024-03-05)”. */
const restOfClause = /^(?:[^\n.;,，、。；(（[|–—]|[.;](?=\S)|[,，、](?= ?(?:\p{Lu}{2,10}[- ]?)?#?\d))+/u;

/** Where the words end that say without a link what is in place of an ADR: “Superseded by ADR-0012”. */
function endOfWords(word: string, remainder: string): number | undefined {
  const clause = restOfClause.exec(remainder)?.[0].trimEnd();
  const said = clause === undefined ? undefined : statedFirst(foldLine(word + clause));
  return said === 'superseded by' ? clause?.length : undefined;
}

const listComma = (text: string) => /[、，]/.exec(text)?.[0] ?? ', ';

/** A text as it is written between quotes in YAML. */
function escapeIn(quote: string, text: string): string {
  if (quote === '"') return JSON.stringify(text).slice(1, -1);
  return quote === '' ? text : text.replaceAll(quote, quote + quote);
}

/**
 * A new line of a log, in the form of the line with the present status: below the last one, or above the first if that
 * is the latest.
 */
function addToLog(
  { source }: AdrDocument,
  { start }: Located<unknown>,
  { written, date, dateForm = '' }: NewStatus,
): Edit {
  const { text, language } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const line = lineAt(text, lineStart);
  const marker = /^[-*+]?[ \t]*/.exec(line)?.[0] ?? '';
  const dated = placeOfDate(line, language);
  const day = readDate(line, language);
  const isFirst = dated !== undefined && day !== undefined && lineStart + dated.end <= start;
  const own = isFirst ? writeDate(date, formLike(day, dateForm), language) : date;
  const added = isFirst ? line.slice(0, dated.start) + own + text.slice(lineStart + dated.end, start) + written : '';
  const newLine = added === '' ? `${marker}${written} ${date}` : added;
  const before = text.slice(0, Math.max(0, lineStart - 1));
  const lineBefore = before.slice(before.lastIndexOf('\n') + 1);
  const above = readDate(lineBefore, language);
  const isBroken = marker === '' && (above === undefined || /(?: {2}|\\)$/.test(lineBefore));
  if (day !== undefined && above === undefined && isAbove(source, lineStart, day.date)) {
    return insertAt(lineStart, `${newLine}${breakBehind(line, isBroken)}`);
  }
  const apart = marker === '' ? lastDatedParagraph(source, lineStart) : undefined;
  if (apart !== undefined) return insertAt(apart, `\n\n${newLine}`);
  const last = lastDatedLine(source, lineStart);
  return insertAt(last + lineAt(text, last).length, `${breakBehind(lineAt(text, last), isBroken)}${newLine}`);
}

/** A line feed, with a hard break behind a line that has none yet. */
function breakBehind(line: string, isBroken: boolean): string {
  return !isBroken || /(?: {2}|\\)$/.test(line) ? '\n' : '  \n';
}

function addStatus(document: AdrDocument, written: string): Edit {
  const { outline, metadata, source } = document;
  const { frontMatter, title, preamble } = outline;
  const [first] = preamble;
  // A section that is there for it, but with nothing in it, or a badge, which has no place for a link.
  const isBadge = ({ type }: RootContent) => type === 'paragraph' || type === 'html';
  const own = document.sections.find(({ part, segment }) => part === 'status' && segment.nodes.every(isBadge));
  if (own !== undefined)
    return insertAt(placeOf(own.segment.nodes.at(-1) ?? own.segment.heading).end, `\n\n${written}`);
  const { labels, colon } = adrWords[styleOf(document).labelLanguage];
  const line = wordToWrite(labels.status) + colon + written;
  if (frontMatter !== undefined) {
    return insertAt(startOfFrontMatter(source, frontMatter), `status: ${written}\n`);
  }
  if (metadata?.form.layout === 'list' && first?.type === 'list') {
    const marker = markerOf(document, first);
    return insertAt(placeOf(first).start, `${marker}${line}\n`);
  }
  return title === undefined ? insertAt(0, `${line}\n\n`) : insertAt(endOfTitle(document), `\n\n${line}`);
}

/** Where the line of the title ends; 0 without a title. */
export function endOfTitle({ outline, source }: AdrDocument): number {
  const end = outline.title === undefined ? 0 : placeOf(outline.title).end;
  const lineEnd = source.text.indexOf('\n', end);
  return lineEnd === -1 ? source.text.length : lineEnd;
}

/** The bullet of a list with the blanks behind it. */
export function markerOf({ source }: AdrDocument, list: RootContent): string {
  return /^(?:[-*+]|\d+[.)])[ \t]+/.exec(source.text.slice(placeOf(list).start))?.[0] ?? '* ';
}

/** The word for superseded ADRs: as the house shows it, or else of this file, if it has one. */
function supersededWord(document: AdrDocument, house: HouseStyle | undefined): string {
  const own = bareWord(styleOf(document).statusWords.superseded ?? 'superseded');
  const common = house?.statusWords.superseded && bareWord(house.statusWords.superseded);
  if (isSuperseded(document) || common === undefined) return own;
  const isShown = house?.linkForms['superseded by'] !== undefined;
  return !isShown && foldWord(common) === foldWord(own) ? own : common;
}

const isSuperseded = ({ statuses }: AdrDocument) =>
  statuses.some(({ value }) => meaningOfStatus(value.word) === 'superseded');

type NewLink = Extract<Amendment, { link: unknown }>;

/** What is said of the other ADR: in the words of the house, or else in those of the language. */
interface LinkWords {
  readonly before: string;
  readonly link: string;
}

function editsOfLink(document: AdrDocument, amendment: NewLink, house: HouseStyle | undefined): Edit[] {
  const { link, to } = amendment;
  const isNamed = (number: number | undefined) => number !== undefined && number === to.number;
  if (
    document.links.some(
      ({ kind, url, number }) => kind === link && (url === '' ? isNamed(number) : linkedFile(url) === to.file),
    )
  )
    return [];
  const word = supersededWord(document, house);
  const around = aroundLink(link, word, styleOf(document).labelLanguage);
  const usual = { before: around.before, link: linkTo(document, to) + around.after };
  // These are said by the ADR that is just being written.
  const isNew = link === 'supersedes' || link === 'amends';
  const form = house?.linkForms[link];
  const before = form?.place === 'text' ? form.words : form?.place === 'entry' ? `${form.key}: ` : undefined;
  const said = before === undefined ? undefined : { before, link: linkTo(document, to) };
  const own = [
    fillEntry(document, link, to, form),
    addEntry(document, link, to, form),
    form?.place === 'entry' && said ? inMetadata(document, said.before, said.link, isNew) : undefined,
  ].flatMap((edit) => edit ?? []);
  const add =
    link === 'superseded by'
      ? waysToSupersede(
          document,
          { ...amendment, dateForm: house?.dateForm },
          word,
          own,
          form?.place === 'text' ? said : undefined,
          usual,
        )
      : [...own, ...waysToAdd(document, said, isNew), ...waysToAdd(document, usual, isNew)].map((edit) => [edit]);
  return add.find((edits) => isFoundAgain(document, edits, amendment)) ?? add.at(-1) ?? [];
}

/** The ways to say that an ADR is superseded, the best first: in an entry for it, or with its status. */
function waysToSupersede(
  document: AdrDocument,
  { to, date, dateForm }: NewLink & Pick<NewStatus, 'dateForm'>,
  word: string,
  own: readonly Edit[],
  said: LinkWords | undefined,
  usual: LinkWords,
): Edit[][] {
  const link = linkTo(document, to);
  const changed = (written: string, withLink = true) => {
    const withoutLink = to.number === undefined ? word : written.replace(link, referenceTo(document, to));
    return replaceStatus(document, {
      ...{ status: 'superseded', word, written, date, dateForm },
      ...(withLink ? { link, withoutLink } : { link: '' }),
    });
  };
  const status = isSuperseded(document) ? [] : changed(word, false);
  const sentences = [said, usual].flatMap((words) => (words === undefined ? [] : [words.before + words.link]));
  return [
    ...own.map((edit) => [...status, edit]),
    ...sentences.map((written) => changed(written)),
    // There is no room for a link beside the status.
    ...waysToAdd(document, usual, false).map((edit) => [...status, edit]),
  ];
}

const waysToAdd = (document: AdrDocument, words: LinkWords | undefined, isNew: boolean): Edit[] =>
  words === undefined
    ? []
    : [inStatusSection, inListOfLinks, inMetadata, atEnd, underTitle].flatMap(
        (place) => place(document, words.before, words.link, isNew) ?? [],
      );

/** Whether the link can be read again. An unclosed comment or code block would swallow text added after it. */
function isFoundAgain({ source }: AdrDocument, edits: readonly Edit[], { link, to }: NewLink): boolean {
  const amended = readAdr(applyEdits(source.text, edits));
  if (link === 'superseded by' && !isSuperseded(amended)) return false;
  return readLinks(amended.source).some(
    ({ kind, url, number }) =>
      kind === link && (url === '' ? number !== undefined && number === to.number : linkedFile(url) === to.file),
  );
}

/** One way to add a link to a file; undefined if the file has no such place. */
type LinkPlacement = (document: AdrDocument, words: string, link: string, isNew: boolean) => Edit | undefined;

/** Nygard and adr-tools: a new paragraph at the end of the status section. */
const inStatusSection: LinkPlacement = ({ sections }, words, link) => {
  const last = sections.find(({ part }) => part === 'status')?.segment.nodes.at(-1);
  return last && insertAt(placeOf(last).end, `\n\n${words}${link}`);
};

/** MADR 2, log4brains and others: an item in the list of links. */
const inListOfLinks: LinkPlacement = (document, words, link) => {
  const isFor = (part: AdrSection['part']) => part === 'related' || part === 'references';
  const section = document.sections.find(({ part, segment }) => isFor(part) && segment.nodes.at(-1)?.type === 'list');
  const list = section?.segment.nodes.at(-1);
  return list?.type === 'list' && list.ordered !== true
    ? insertAt(placeOf(list).end, `\n${markerOf(document, list)}${words}${link}`)
    : undefined;
};

/** Another line or item in the metadata under the title. MADR 2 has no links there. */
const inMetadata: LinkPlacement = (document, words, link, isNew) => {
  if (isMadr2(document)) return undefined;
  const { metadata, outline } = document;
  const last = metadata?.entries.at(-1);
  if (metadata === undefined || last === undefined) return undefined;
  const { form } = metadata;
  const [list] = outline.preamble;
  const entry = form.entries.at(-1);
  const lead = (entry?.lead ?? '').replace(entry?.key ?? '', words.replace(/\s?[:：]?\s?$/, ''));
  if (form.layout === 'front matter' || form.layout === 'table' || list === undefined) return undefined;
  if (form.layout === 'lines') return addMetadataLine(document, form, last, lead + link, isNew);
  const gap = form.layout === 'list' ? `\n${markerOf(document, list)}` : '\n\n';
  return insertAt(last.value.end, gap + lead + link);
};

/** MADR 3 and 4: a paragraph under More Information. MADR 2: a new list of links. */
const atEnd: LinkPlacement = (document, words, link) => {
  const { sections, source, outline } = document;
  const more = sections.find(({ part }) => part === 'more-information');
  const last = more?.segment.nodes.at(-1);
  if (last !== undefined) return insertAt(placeOf(last).end, `\n\n${words}${link}`);
  const end = source.nodes.at(-1);
  if (end === undefined || outline.closing.length > 0) return undefined;
  const { headings } = adrWords[styleOf(document).labelLanguage];
  const added = isMadr2(document)
    ? `## Links\n\n${styleOf(document).marks.bullet} ${words}${link}`
    : `## ${wordToWrite(headings['more-information'])}\n\n${words}${link}`;
  return insertAt(placeOf(end).end, `\n\n${added}`);
};

const underTitle: LinkPlacement = (document, words, link) =>
  document.outline.title === undefined
    ? insertAt(0, `${words}${link}\n\n`)
    : insertAt(endOfTitle(document), `\n\n${words}${link}`);

import type { RootContent } from 'mdast';
import type { StatusText } from '../content/content.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { adrWords } from '../language/words.ts';
import type { AdrDocument } from '../read/document.ts';
import { foldLine, statedFirst } from '../read/links/phrases.ts';
import type { Located } from '../read/located.ts';
import { toBadge } from '../read/metadata/badge.ts';
import { isSign, meaningOfStatus } from '../read/metadata/status.ts';
import { placeOf, startOfFrontMatter } from '../read/source/source.ts';
import { styleOf } from '../style/style-of.ts';
import { type Edit, insertAt } from './edit.ts';
import { endOfTitle, markerOf } from './edit-places.ts';
import { behindWord, inCaseOf, type NewStatus } from './new-status.ts';
import { editsOfBoxes } from './status-boxes.ts';
import { addToLog } from './status-log.ts';
import { coreOf } from './status-word.ts';

/**
 * Replaces the word of the status wherever the file states it; what follows it stays. If the file has no status, adds it
 * to the metadata. A badge or an attribute only has a place for the word.
 */
export function replaceStatus(document: AdrDocument, changed: NewStatus): Edit[] {
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
  const to = bracketed === undefined && !isSign.test(marks) ? core.to : value.word.length;
  return { start: start + at + core.from, end: start + at + to, text: escapeIn(quote, bracketed ?? written) };
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

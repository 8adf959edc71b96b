import type { RichTextBlock, RichTextElement, RichTextText } from '@slack/types';
import { formatDate, moment, richText, shorten, slackLimits } from './blocks.ts';

/**
 * What Gavel says, in pieces. A text in a piece shows letter by letter: Slack looks for no formatting, mention, link or
 * emoji in it (Slack: rich text elements). In mrkdwn it would, and has no way to escape `*`, `_`, `~` and backquotes.
 */
export type Words = readonly RichTextElement[];

/** What can stand in a sentence: a text, shown as it is and on one line; a figure; a moment; or other words. */
export type Said = string | number | Date | Words;

/** The styles that Gavel uses. */
type Style = Pick<NonNullable<RichTextText['style']>, 'bold' | 'code'>;

/** A sentence. What stands in the template is ours, with its line breaks; what is put in shows as it is. */
export function say(template: TemplateStringsArray, ...said: readonly Said[]): Words {
  return join(template.flatMap((text, index) => [...textOf(text), ...piecesOf(said[index] ?? '')]));
}

/** Words on lines of their own; of those without any, none. */
export function lines(...all: readonly Words[]): Words {
  const spoken = all.filter((line) => line.length > 0);
  return join(spoken.flatMap((line, index) => (index === 0 ? line : [...textOf('\n'), ...line])));
}

/** Words one after the other, with our `separator` between them. */
export function joinWords(all: readonly Said[], separator: string): Words {
  return join(all.flatMap((said, index) => [...textOf(index === 0 ? '' : separator), ...piecesOf(said)]));
}

/** The same with “and” before the last, or with a limit “and 3 others”: `listNames` for words. */
export function listWords(all: readonly Said[], limit = all.length): Words {
  const others = all.length - Math.max(limit, 1);
  const shown = others > 0 ? [...all.slice(0, -others), others === 1 ? '1 other' : `${others} others`] : all;
  const [last = ''] = shown.slice(-1);
  return shown.length < 2 ? say`${last}` : say`${joinWords(shown.slice(0, -1), ', ')} and ${last}`;
}

export function bold(...said: readonly Said[]): Words {
  return withStyle(said, { bold: true });
}

/** Something to type, or a name as a program knows it. */
export function code(...said: readonly Said[]): Words {
  return withStyle(said, { code: true });
}

/** A text that leads somewhere. */
export function link(url: string, text: string): Words {
  return [{ type: 'link', url, text: onOneLine(text) || url }];
}

export function emoji(name: string): Words {
  return [{ type: 'emoji', name }];
}

/** Mentions a person at the beginning of a sentence, so that they hear of it; nobody, if there is none. */
export function speakTo(userId: string | undefined): Words {
  return userId === undefined ? [] : say`${[{ type: 'user', user_id: userId }]} `;
}

/** What Gavel says, as a block; cut where it is far too much. */
export function paragraph(said: Said): RichTextBlock {
  return richText(...cutWords(piecesOf(said), slackLimits.sectionText));
}

/**
 * What Gavel says, as the `text` of a message that has it in blocks: Slack shows this in notifications, and reads it out
 * to people (Slack: chat.postMessage). Styles don't show there, while mentions and moments work.
 */
export function writeFallback(said: Words): string {
  const written = writePieces(cutWords(said, slackLimits.sectionText));
  if (written.length <= slackLimits.messageText) return written;
  // An escaped character takes five.
  return writePieces(cutWords(said, slackLimits.messageText / 5));
}

/** Whether `paragraph` shows all of it. */
export function fitsParagraph(said: Words): boolean {
  return cutWords(said, slackLimits.sectionText).every((piece, index) => piece === said[index]);
}

/** As many words as there is room for, in characters, with an ellipsis where they are not all. */
function cutWords(said: Words, limit: number): RichTextElement[] {
  const kept: RichTextElement[] = [];
  let room = limit;
  for (const piece of said) {
    const text = piece.type === 'text' || piece.type === 'link' ? (piece.text ?? '') : '';
    if (text.length > room) return [...kept, { type: 'text', text: shorten(text, Math.max(room, 1)) }];
    kept.push(piece);
    room -= text.length;
  }
  return kept;
}

function writePieces(pieces: Words): string {
  return pieces.map(writePiece).join('');
}

function writePiece(piece: RichTextElement): string {
  switch (piece.type) {
    case 'text':
      return escapeText(piece.text);
    case 'link':
      return escapeText(piece.text ?? piece.url);
    case 'emoji':
      return `:${piece.name}:`;
    case 'user':
      return `<@${piece.user_id}>`;
    case 'date':
      return formatDate(new Date(piece.timestamp * 1_000));
    default:
      return '';
  }
}

/** The three characters by which Slack tells mentions, links and moments (Slack: escaping text). */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function withStyle(said: readonly Said[], style: Style): Words {
  return join(said.flatMap(piecesOf)).map((piece) =>
    piece.type === 'text' || piece.type === 'link' ? { ...piece, style: { ...piece.style, ...style } } : piece,
  );
}

function textOf(text: string): Words {
  return text === '' ? [] : [{ type: 'text', text }];
}

function piecesOf(said: Said): Words {
  if (typeof said === 'string') return textOf(onOneLine(said));
  if (typeof said === 'number') return textOf(String(said));
  return said instanceof Date ? [moment(said)] : said;
}

/** What somebody typed begins no line of its own: a reader could take that for ours. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\n\r\u2028\u2029]+/g, ' ');
}

/** Neighbors of the same style as one piece. */
function join(pieces: Words): Words {
  const joined: RichTextElement[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.type === 'text' && last?.type === 'text' && isAlike(last.style, piece.style)) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}

function isAlike(one: Style | undefined, other: Style | undefined): boolean {
  return one?.bold === other?.bold && one?.code === other?.code;
}

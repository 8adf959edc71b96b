import type { MrkdwnElement, RichTextBlock, RichTextElement } from '@slack/types';
import { joinWords, type Piece, piecesOf, type Said, type Words } from '../../words/say.ts';
import { formatDate, moment, richText, shorten, slackLimits } from './blocks.ts';

/**
 * Words as Slack shows them: in text elements, where it looks for no formatting, mention, link or emoji code (Slack:
 * rich text elements). In mrkdwn it would, and there is no way to escape `*`, `_`, `~` and backquotes.
 */
export function toElements(said: Words): RichTextElement[] {
  return said.map(toElement);
}

function toElement(piece: Piece): RichTextElement {
  switch (piece.kind) {
    case 'text':
      return { type: 'text', text: piece.text, ...styleOf(piece) };
    case 'link':
      return { type: 'link', url: piece.url, text: piece.text, ...styleOf(piece) };
    case 'emoji':
      return { type: 'emoji', name: piece.name };
    case 'person':
      return { type: 'user', user_id: piece.userId };
    case 'moment':
      return moment(piece.at);
  }
}

function styleOf({ style }: Extract<Piece, { kind: 'text' | 'link' }>) {
  return style === undefined ? {} : { style };
}

/** A text that changes its style more often takes the room of several messages (Slack: msg_blocks_too_long). */
const mostPieces = 500;

/** What Gavel says, as a block; cut if it is far too much, and without styles and links if there are far too many. */
export function paragraph(said: Said): RichTextBlock {
  const words = cutWords(piecesOf(said), slackLimits.sectionText);
  return richText(...toElements(words.length > mostPieces ? joinWords(words.map(toPlainWords), '') : words));
}

function toPlainWords(piece: Piece): Words {
  return piece.kind === 'text' || piece.kind === 'link' ? [{ kind: 'text', text: piece.text }] : [piece];
}

/** Words of our own in small print, with Slack’s marks. Never use it for what somebody typed: see `splitPrint`. */
export function printed(said: Words): MrkdwnElement {
  return { type: 'mrkdwn', text: said.map(printPiece).join('') };
}

/** Words in small print that show what somebody typed as it is: parts for \`context\`, which Slack separates. */
export function splitPrint(said: Words): (string | MrkdwnElement)[] {
  return said.map((piece) =>
    piece.kind === 'text' && piece.style === undefined ? piece.text.trim() : printed([piece]),
  );
}

function printPiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
      return mark(escapeText(piece.text), piece.style);
    case 'link':
      return mark(
        `<${piece.url.replaceAll('|', '%7C').replaceAll('>', '%3E')}|${escapeText(piece.text)}>`,
        piece.style,
      );
    default:
      return writePiece(piece);
  }
}

function mark(text: string, style: Extract<Piece, { kind: 'text' }>['style']): string {
  const inCode = style?.code ? `\`${text}\`` : text;
  return style?.bold ? `*${inCode}*` : inCode;
}

/**
 * What Gavel says, as the `text` of a message whose blocks contain it: Slack shows this in notifications, and screen
 * readers read it (Slack: chat.postMessage). Styles don't show there, but mentions and moments work.
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

/** As many words as there is room for, in characters, with an ellipsis if some are left out. */
export function cutWords(said: Words, limit: number): Words {
  const kept: Piece[] = [];
  let room = limit;
  for (const piece of said) {
    const text = piece.kind === 'text' || piece.kind === 'link' ? piece.text : '';
    if (text.length > room) return [...kept, { kind: 'text', text: shorten(text, Math.max(room, 1)) }];
    kept.push(piece);
    room -= text.length;
  }
  return kept;
}

function writePieces(pieces: Words): string {
  return pieces.map(writePiece).join('');
}

function writePiece(piece: Piece): string {
  switch (piece.kind) {
    case 'text':
    case 'link':
      return escapeText(piece.text);
    case 'emoji':
      return `:${piece.name}:`;
    case 'person':
      return `<@${piece.userId}>`;
    case 'moment':
      return formatDate(piece.at);
  }
}

/** The three characters by which Slack recognizes mentions, links and moments (Slack: escaping text). */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

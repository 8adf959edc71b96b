import { balanceBidi } from './bidi.ts';

/**
 * Cleans a text: all line breaks become line feeds, and control characters except tab and line feed, byte order marks,
 * lone surrogates and unpaired bidirectional controls are removed or replaced.
 */
export function cleanText(text: string): string {
  const lines = text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');
  return balanceBidi(lines.replaceAll(/(?![\n\t])\p{Cc}|\ufeff/gu, ''));
}

/** Cleans a text and puts it on one line with single spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}

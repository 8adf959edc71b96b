import { balanceBidi } from './bidi.ts';

/**
 * Text with plain line feeds and without control characters (tab and line feed stay), byte order marks, lone
 * surrogates and unpaired bidirectional controls.
 */
export function cleanText(text: string): string {
  const lines = text.toWellFormed().replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');
  return balanceBidi(lines.replaceAll(/(?![\n\t])\p{Cc}|\ufeff/gu, ''));
}

/** Cleans a text and brings it to one line with single spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replaceAll(/\s+/g, ' ').trim();
}

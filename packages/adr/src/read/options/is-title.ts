import { foldWord, wordTable } from '../../language/word-table.ts';
import { isOnlyCounter } from './counter.ts';

const nothing = wordTable(({ nothing: own }) => [[true, own] as const]);

/** “{option 1}”, “<option 1>”, but no address in angle brackets. */
const isPlaceholder = /^(?:\{[^{}]{0,200}\}|<(?!\w{2,10}:)[^<>]{0,200}>)$/;

/** A picture alone, which says what it shows to those who see it. */
const isImage = /^!\[[^\][]{0,200}\]\([^()\s]{0,400}\)$/;

/** Whether a text can be the title of an option: it has words, and they are not “N/A”. */
export function isTitle(text: string): boolean {
  // “[option 1]” and “… <!-- more -->” in a template
  if (
    /^(?:…|\.{3})/.test(text) ||
    isPlaceholder.test(text) ||
    isImage.test(text) ||
    isOnlyCounter(/^\[(?<inner>[^[\]]{1,60})\]$/.exec(text)?.groups?.inner ?? '')
  )
    return false;
  const isEmpty = nothing.find(foldWord(text.replace(/[.。]$/, ''))) === true;
  return !isEmpty && /[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text);
}

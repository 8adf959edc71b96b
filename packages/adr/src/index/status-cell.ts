import { meaningOfStatus, readStatus } from '../read/metadata/status.ts';
import { trimEnd } from '../text/trim-end.ts';
import type { IndexEntry } from './index-entry.ts';
import { hasKnownAddresses } from './line-addresses.ts';
import { formOf, type Sample, textsOf, writeLine } from './line-form.ts';
import { pairs } from './marks.ts';

/** A status as other lines have it, with their emoji and marks; else in the way in which they have others. */
export function writeStatusCell(samples: readonly Sample[], entry: IndexEntry): string {
  const { status } = entry;
  if (status === undefined) return '';
  const meaning = meaningOfStatus(status);
  const dated = datedStatus(samples, entry);
  if (dated !== undefined) return dated;
  const alike = samples.filter(({ text }) => {
    const found = statusIn(text);
    const isSame = found?.after === '' && meaningOfStatus(found.word) === meaning;
    return isSame && hasKnownAddresses(text, entry, textsOf(samples));
  });
  // A house may have several words for a meaning.
  const same =
    alike.findLast(({ entry: own }) => isWord(own.status, status)) ??
    alike.findLast(({ text }) => isWord(statusIn(text)?.word, status)) ??
    alike.findLast(({ text, entry: own }) => !isWord(statusIn(text)?.word, own.status));
  if (same !== undefined && meaning !== undefined) return same.text;
  const last = samples.findLast(({ text }) => statusIn(text)?.after === '');
  const { before, mark } = statusIn(last?.text ?? '') ?? { before: '', mark: '' };
  const isCapital = /^\p{Lu}/u.test(statusIn(last?.text ?? '')?.word ?? 'A');
  const word = isCapital ? status.charAt(0).toUpperCase() + status.slice(1) : status;
  // An emoji or an image is that of another status.
  return /\p{Extended_Pictographic}|\[/u.test(before) ? word : before + word + mark;
}

const isWord = (one: string | undefined, other: string | undefined) => one?.toLowerCase() === other?.toLowerCase();

/** How many of the latest lines show whether a house has the date behind the status. */
const latest = 5;

/** A status with the date behind it, as most of the latest lines have it; undefined if they have none. */
function datedStatus(samples: readonly Sample[], entry: IndexEntry): string | undefined {
  const dates = samples.slice(-latest).map(({ text, entry: own }) => {
    const found = statusIn(text);
    const at = text.length - (found?.after.length ?? 0);
    const gap = text.slice(text.slice(0, at).trimEnd().length, at);
    const [lead, date] = found ? formOf({ text: text.slice(at), entry: own }) : [];
    if (typeof lead === 'object' && lead.field === 'date') return { open: gap, close: '', date: lead };
    const close = lead === '(' || lead === '（' ? pairs[lead] : undefined;
    const isBehind = close !== undefined && typeof date === 'object' && date.field === 'date';
    return isBehind ? { open: `${gap}${String(lead)}`, close, date } : undefined;
  });
  const shown = dates.filter((one) => one !== undefined);
  const last = shown.at(-1);
  if (last === undefined || entry.date === undefined || shown.length * 2 <= dates.length) return undefined;
  return `${writeStatusWord(samples, entry)}${last.open}${writeLine([last.date], entry, '')}${last.close}`;
}

/** A status as other lines have it, without what is behind theirs. */
export function writeStatusWord(samples: readonly Sample[], entry: IndexEntry): string {
  const bare = samples.map((sample) => {
    const after = statusIn(sample.text)?.after.length ?? 0;
    return { ...sample, text: sample.text.slice(0, sample.text.length - after).trimEnd() };
  });
  return writeStatusCell(bare, entry);
}

/** The status that a cell begins with, but for emoji and marks. */
export function statusIn(
  text: string,
): { readonly before: string; readonly word: string; readonly mark: string; readonly after: string } | undefined {
  const { word, remainder } = readStatus(text);
  if (meaningOfStatus(word) === undefined) return undefined;
  const bare = word.replace(/^[^\p{L}]+/u, '');
  const inner = trimEnd(bare.split('](')[0] ?? bare, '*_`');
  return {
    before: word.slice(0, word.length - bare.length),
    word: inner,
    mark: bare.slice(inner.length),
    after: remainder.trim(),
  };
}

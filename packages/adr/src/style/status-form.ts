import type { AdrDocument } from '../read/document.ts';
import { readDate, writeDate } from '../read/metadata/date.ts';
import type { StatusForm } from './house-style.ts';
import { commonValue, shareOf } from './vote.ts';

/** Stands for the date in the text around a status. */
export const dateMark = '…';

/** A status alone. */
export const bareStatus: StatusForm = { before: '', after: '', dateForm: undefined };

/** The share of files from which on what is around a status is there in each of them. */
const usual = 0.5;

/** What is around the word for a status in most files: a date before or behind it, or a period. */
export function statusFormOf(documents: readonly AdrDocument[]): StatusForm {
  const forms = documents.flatMap((document) => formIn(document) ?? []);
  const common = commonValue(forms, (form) => form);
  const key = JSON.stringify(common);
  const isUsual = shareOf(forms, (form) => JSON.stringify(form) === key) >= usual;
  return common !== undefined && isUsual ? common : bareStatus;
}

/** The word for a status without the date before it. */
export function withoutDate(word: string): string {
  const { text } = dateIn(word) ?? {};
  return text !== undefined && word.startsWith(text) ? word.slice(text.length).replace(/^[\s:,|–—-]+/, '') : word;
}

/** What may be around a date: punctuation, and a short word, as in “accepted on 2026-11-20”. */
const around = /^[^\p{L}\p{N}]{0,4}(?:\p{L}{1,4} )?…[^\p{L}\p{N}]{0,2}$/u;

function formIn({ statuses: [first], source: { language } }: AdrDocument): StatusForm | undefined {
  if (first === undefined) return undefined;
  const { word, remainder } = first.value;
  const bare = withoutDate(word);
  const isBefore = bare !== word;
  const found = dateIn(isBefore ? word : remainder, language);
  if (found === undefined) return /^[.。]$/.test(remainder) ? { ...bareStatus, after: remainder } : bareStatus;
  const { text, form: dateForm } = found;
  if (isBefore) {
    const before = word.slice(0, word.length - bare.length).replace(text, dateMark);
    return remainder === '' ? { before, after: '', dateForm } : bareStatus;
  }
  const after = remainder.replace(text, dateMark);
  return around.test(after) ? { before: '', after, dateForm } : bareStatus;
}

/** How many characters a status with its date has at most. */
const longest = 60;

/** The first date of a short text, as it is written. */
function dateIn(written: string, language?: Parameters<typeof readDate>[1]) {
  if (written.length > longest) return undefined;
  const read = readDate(written, language);
  const text = read && writeDate(read.date, read.form, language);
  return read && text !== undefined && written.includes(text) ? { text, form: read.form } : undefined;
}

import type { StatusText } from '../content/content.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import type { AdrDocument } from '../read/document.ts';
import { readDate, writeDate } from '../read/metadata/date.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
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
  return statusFormIn(
    documents.flatMap(({ statuses: [first], source }) =>
      first === undefined ? [] : [{ status: first.value, language: source.language }],
    ),
  );
}

/** A status, and the language of the file that has it. */
export interface ShownStatus {
  readonly status: StatusText;
  readonly language: AdrLanguage | undefined;
}

/** So many accepted ADRs show what is around a status that nobody had to explain. */
const enough = 3;

/** What is around the word for a status in most of some statuses, in the order of time: of those that say “accepted”. */
export function statusFormIn(statuses: readonly ShownStatus[]): StatusForm {
  const accepted = statuses.filter(({ status }) => meaningOfStatus(withoutDate(status.word)) === 'accepted');
  const forms = (accepted.length >= enough ? accepted : statuses).map(formIn);
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

/**
 * What may be around a date: punctuation, and a short word, as in “accepted on 2026-11-20”. What is said behind it, as in
 * “accepted (2026-11-20), after a trial”, is about one ADR.
 */
const around = /^(?<form>[^\p{L}\p{N}]{0,4}(?:\p{L}{1,4} )?…(?:[^\p{L}\p{N}]{0,2}$|[)\]）]?))(?![\p{L}\p{N}])/u;

function formIn({ status: { word, remainder }, language }: ShownStatus): StatusForm {
  const bare = withoutDate(word);
  const isBefore = bare !== word;
  // The emphasis that the status is in may end behind it. What another sentence says is about one ADR.
  const [stop] = /^[.。](?=$|\*\*|__)/.exec(remainder) ?? [];
  if (!isBefore && stop !== undefined) return { ...bareStatus, after: stop };
  const found = dateIn(isBefore ? word : remainder.slice(0, longest), language);
  if (found === undefined) return bareStatus;
  const { text, form: dateForm } = found;
  if (isBefore) {
    const before = word.slice(0, word.length - bare.length).replace(text, dateMark);
    return remainder === '' ? { before, after: '', dateForm } : bareStatus;
  }
  const after = around.exec(remainder.replace(text, dateMark))?.groups?.form;
  return after === undefined ? bareStatus : { before: '', after: closed(after), dateForm };
}

/** A date whose bracket ends only behind more words has an end of its own. */
function closed(after: string): string {
  const open = after.match(/[([（]/)?.[0] ?? '';
  return open === '' || /[)\]）]$/.test(after) ? after : after + { '(': ')', '[': ']', '（': '）' }[open];
}

/** How many characters a status with its date has at most. */
const longest = 60;

/** The first date of a short text, as it is written. */
function dateIn(written: string, language?: AdrLanguage) {
  if (written.length > longest) return undefined;
  // A month is one only where nothing else is said.
  const read =
    readDate(written, language) ??
    readDate(written.replaceAll(/^[^\p{L}\p{N}]+|(?<![).\]）])[).\]）]+$/gu, ''), language);
  const text = read && writeDate(read.date, read.form, language);
  return read && text !== undefined && written.includes(text) ? { text, form: read.form } : undefined;
}

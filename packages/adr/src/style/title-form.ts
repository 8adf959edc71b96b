import type { AdrDocument } from '../read/document.ts';
import type { TitleForm } from './house-style.ts';
import { madrStyle } from './madr-style.ts';
import { commonValue, shareOf } from './vote.ts';

/** The share of files, and their number, from which on the same words begin or end each title. */
const habit = { share: 0.6, files: 3 };

/** What most files have around their titles: the number, the same words before it, an anchor behind it. */
export function titleFormOf(documents: readonly AdrDocument[]): TitleForm {
  const form = commonValue(documents, ({ titleForm }) => titleForm) ?? madrStyle.title;
  const label = commonIn(documents, labelIn);
  const end = commonIn(documents, endIn);
  return { ...form, ...(label === undefined ? {} : { label }), ...(end === undefined ? {} : { end }) };
}

function commonIn<Value>(
  documents: readonly AdrDocument[],
  valueIn: (document: AdrDocument) => Value | undefined,
): Value | undefined {
  const common = commonValue(documents, valueIn);
  const isSame = (document: AdrDocument) => JSON.stringify(valueIn(document)) === JSON.stringify(common);
  if (common === undefined || documents.filter(isSame).length < habit.files) return undefined;
  return shareOf(documents, isSame) >= habit.share ? common : undefined;
}

/** The words before a colon or a dash: “Architecture Decision Record: ”. */
function labelIn({ title }: AdrDocument): string | undefined {
  return /^(?=[^\n]*\p{L})[^:\n–—`[\]]{2,60}(?:: | [-–—] )(?=\S)/u.exec(title?.value ?? '')?.[0];
}

/** An anchor with the number of the ADR: “ {#adr-0007}”. */
function endIn({ title, headingNumber, number }: AdrDocument): TitleForm['end'] {
  const written = title?.value ?? '';
  const at = written.lastIndexOf('{#');
  const { before, digits = '', after } = anchor.exec(at === -1 ? '' : written.slice(at))?.groups ?? {};
  const isOwn = [headingNumber?.value, number?.value].includes(Number(digits));
  if (before === undefined || after === undefined || !isOwn) return undefined;
  const blank = written.slice(written.slice(0, at).trimEnd().length, at);
  return { before: blank + before, width: digits.length, after };
}

const anchor = /^(?<before>\{#[^{}\d\n]{0,40})(?<digits>\d{1,6})(?<after>[^{}\d\n]{0,20}\})$/;

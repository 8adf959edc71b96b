import type { TitleForm } from '../style/house-style.ts';

/** The parts of the first heading. */
export interface TitleText {
  readonly number: number | undefined;
  readonly title: string;
  readonly form: TitleForm;
}

// ADR-001: T · ADR 002: T · ADR #3 - T · [012] T · 1. T · 0007 T · ADR-NNN: T (in a template)
const patterns: readonly RegExp[] = [
  /^(?<before>ADR[-_ ]?#?|Architecture Decision Record[-_ ]?#?|Decision[-_ ]#?)(?<digits>\d+|N{2,}|X{2,}|\{[^}]*\})(?<after>\s*[:.)]\s*|\s+[-–—]\s+|\s+)/iu,
  /^(?<before>\\?\[(?:ADR[-_ ]?)?)(?<digits>\d+)(?<after>\\?\]:?\s*[-–—]?\s*)/iu,
  /^(?<before>#?)(?<digits>\d{1,5}|NUMBER|N{4}|X{4})(?<after>\\?[.:)]\s+|\s+[-–—]\s+)/u,
  /^(?<before>)(?<digits>0\d{2,4})(?<after>\s+)/u,
];

/** Splits the number from the title. */
export function readTitle(written: string, depth = 1): TitleText {
  for (const pattern of patterns) {
    const match = pattern.exec(written);
    const { before, digits, after } = match?.groups ?? {};
    if (match === null || before === undefined || digits === undefined || after === undefined) continue;
    const title = written.slice(match[0].length);
    if (title === '') continue;
    const number = /^\d+$/.test(digits) ? Number(digits) : undefined;
    const isPadded = digits.startsWith('0') || /^[NX]/.test(digits);
    const width = isPadded && digits !== 'NUMBER' ? digits.length : 1;
    return { number, title, form: { depth, before, width, after } };
  }
  return { number: undefined, title: written, form: { depth, before: '', width: 0, after: '' } };
}

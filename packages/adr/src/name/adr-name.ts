import { cleanLine } from '../text/clean-text.ts';

/** What an ADR is called: “ADR 0007 Use Go”, with its number as most file names have it. Plain text. */
export function adrName({ number, title }: { readonly number: number | undefined; readonly title: string }): string {
  return cleanLine(number === undefined ? title : `${adrNumber(number)} ${title}`);
}

/** “ADR 0007”. */
export function adrNumber(number: number): string {
  return `ADR ${String(number).padStart(4, '0')}`;
}

import { cleanLine } from '../text/clean-text.ts';

/** The name of an ADR in plain text, such as “ADR 0007 Use Go”. */
export function adrName({ number, title }: { readonly number: number | undefined; readonly title: string }): string {
  return cleanLine(number === undefined ? title : `${adrNumber(number)} ${title}`);
}

/** The number of an ADR with its prefix, such as “ADR 0007”. */
export function adrNumber(number: number): string {
  return `ADR ${String(number).padStart(4, '0')}`;
}

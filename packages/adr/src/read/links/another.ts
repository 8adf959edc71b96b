import type { Source } from '../source/source.ts';
import { readTitle } from '../title-text.ts';
import { foldLine, isLabel } from './phrases.ts';
import { numberNamed, titleWithin } from './references.ts';
import { isJoint, lineBefore, withoutReferences } from './surroundings.ts';

const firstHeading = /^#{1,2} (?<title>.{1,200})/m;

/** The number of the ADR itself, as far as its first heading shows it. */
export function numberOfTitle({ text }: Source): number | undefined {
  const title = firstHeading.exec(text.slice(0, titleWithin))?.groups?.title;
  return title === undefined ? undefined : readTitle(title).number;
}

const firstWords =
  /^[\s>]*(?:[-*+] |\d{1,3}[.)] )?[*_~`]{0,3}(?:\[(?<linked>[^[\]\n]{1,200})\]\([^()\s]{1,300}\)|(?<named>(?:ADR|adr|0)[\p{L}\p{N}#_ -]{1,16}))/u;

/** Whether the line of a place is about another ADR, which it begins with: “- ADR-0003 — superseded by ADR-0012”. */
export function isAboutAnother(source: Source, start: number): boolean {
  const line = lineBefore(source, start);
  const match = firstWords.exec(line);
  if (match === null) return false;
  const number = numberNamed(match.groups?.linked ?? match.groups?.named ?? '');
  const isOther = match.groups?.linked !== undefined || number !== undefined;
  if (!isOther || (number !== undefined && number === numberOfTitle(source))) return false;
  return !isJoint(foldLine(withoutReferences(line)));
}

/** Whether a place is in code that quotes a whole statement, in a line that has more than a label besides. */
export function isQuoted(source: Source, start: number): boolean {
  const line = lineBefore(source, start);
  if (!line.includes('`') || line.split('`').length % 2 === 1) return false;
  const open = line.lastIndexOf('`');
  if (!/\p{L}{3}/u.test(withoutReferences(line.slice(open + 1)))) return false;
  return !isLabel(foldLine(line.slice(0, open)));
}

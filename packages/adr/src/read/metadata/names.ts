import { splitLabel } from '../points/label.ts';
import type { Source } from '../source/source.ts';
import type { MetadataEntry } from './metadata.ts';
import { splitNames } from './metadata-field.ts';

/** The names in an entry, as they are written, without what is said beside them. */
export function namesIn({ language }: Source, { names, value }: MetadataEntry): readonly string[] {
  const found = names ?? splitNames(withoutBrackets(value.value), language);
  return found.flatMap(handlesIn).flatMap((name) => {
    const only = nameAlone(name);
    return only === '' ? [] : [only];
  });
}

const inBrackets = /^\[(?<names>[^\][()]{1,300})\]$/;
const properName = /^(?:\p{Lu}[\p{L}\p{N}.'’-]*|@[\w-]+|\d+)(?: (?:\p{Lu}[\p{L}\p{N}.'’-]*|\d+|\p{Ll}{1,3})){0,4}$/u;

/** Names that stand in brackets, as in “[Anna Maria, Jean Luc]”. What else is in them is the placeholder of a template. */
function withoutBrackets(written: string): string {
  const names = inBrackets.exec(written.trim())?.groups?.names;
  if (names === undefined) return written;
  const isProper = / /.test(names) && names.split(/,\s*/).every((name) => properName.test(name.trim()));
  return isProper ? names : '';
}

/** Several handles without anything between them: “@ana @bo”. */
function handlesIn(name: string): string[] {
  return /^@[\w-]{1,40}(?:\s+@[\w-]{1,40})+$/.test(name.trim()) ? name.trim().split(/\s+/) : [name];
}

const aside = /\((?<aside>[^()]{1,60})\)$/;

/** “**Security**: Anna Maria (Jun 12, 2024)” names Anna Maria. */
function nameAlone(written: string): string {
  const text = written.trim();
  const label = /^(?:\*\*|__)/.test(text) ? splitLabel(text) : undefined;
  const name = label !== undefined && label.rest.trim() !== '' ? label.rest : text;
  const hasDay = /\d{4}/.test(aside.exec(name)?.groups?.aside ?? '');
  return (hasDay ? name.replace(aside, '') : name).trim();
}

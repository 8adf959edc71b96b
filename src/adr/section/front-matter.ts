import { stringify } from 'yaml';
import { cleanLine } from '../clean-text.ts';
import type { AdrRecord } from '../record.ts';
import type { Section } from '../section.ts';

/**
 * MADR 4.0.0: `status`, `date` and those of `decision-makers`, `consulted` and `informed` that name anybody. Status and
 * date stand first and without quotes, because Structurizr reads these lines literally. Throws RangeError if the date
 * is not `YYYY-MM-DD`.
 */
export const frontMatter: Section = ({ status, date, decisionMakers, consulted, informed }) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`“${date}” is not a date. Write it as YYYY-MM-DD.`);
  const people = keepNamed({ 'decision-makers': decisionMakers, consulted, informed });
  const value = stringify({ status, date }) + stringifyPeople(people);
  return [{ type: 'yaml', value: value.trimEnd() }];
};

function keepNamed(people: Readonly<Record<string, AdrRecord['informed']>>): [string, string[]][] {
  return Object.entries(people)
    .map(([role, names]): [string, string[]] => [role, names.map(cleanLine).filter((name) => name !== '')])
    .filter(([, names]) => names.length > 0);
}

function stringifyPeople(people: readonly [string, string[]][]): string {
  if (people.length === 0) return '';
  // A person may be called "No" or "On", which YAML 1.1, still used by many readers, takes for a boolean.
  return stringify(Object.fromEntries(people), { compat: 'yaml-1.1', lineWidth: 0 });
}

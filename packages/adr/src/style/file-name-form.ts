import { adrFileName } from '../name/file-name.ts';
import type { FileNameForm } from './house-style.ts';

const dated = /^(?:\d{8}|\d{4}-\d{2}-\d{2})-/;
const numbered = /^(?<before>(?:adr|ADR)[-_ ]?)?(?<digits>\d{1,5})(?<after>[-_. ]+)/;

/** The form that most file names have, or `NNNN-…` if there are no files to learn from. */
export function fileNameFormOf(fileNames: readonly string[]): FileNameForm {
  const counts = new Map<string, { form: FileNameForm; count: number }>();
  for (const path of fileNames) {
    const form = readForm(path.slice(path.lastIndexOf('/') + 1));
    if (form === undefined) continue;
    const key = JSON.stringify(form);
    counts.set(key, { form, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const [most] = [...counts.values()].toSorted((one, other) => other.count - one.count);
  return most?.form ?? { scheme: 'number', before: '', width: 4, after: '-' };
}

function readForm(name: string): FileNameForm | undefined {
  if (dated.test(name)) return { scheme: 'date', before: '', width: name[4] === '-' ? 10 : 8, after: '-' };
  const groups = numbered.exec(name)?.groups;
  const digits = groups?.digits;
  if (digits === undefined) return undefined;
  return { scheme: 'number', before: groups?.before ?? '', width: digits.length, after: groups?.after ?? '-' };
}

/**
 * The name of a new file in the house style. `date` is `YYYY-MM-DD`. If file names start with a date, the number is not
 * used. Throws RangeError like `adrFileName`.
 */
export function houseFileName(form: FileNameForm, number: number | undefined, title: string, date: string): string {
  const slug = adrFileName(form.scheme === 'date' ? 1 : (number ?? 0), title).replace(/^\d+-/, '');
  if (form.scheme === 'date') return `${form.width === 8 ? date.replaceAll('-', '') : date}${form.after}${slug}`;
  const words = form.after.includes('_') ? slug.replaceAll('-', '_') : slug;
  return `${form.before}${String(number).padStart(form.width, '0')}${form.after}${words}`;
}

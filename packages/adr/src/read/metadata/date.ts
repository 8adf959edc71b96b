const months = 'january february march april may june july august september october november december'.split(' ');

interface DateForm {
  readonly pattern: RegExp;
  readonly write: (year: number, month: number, day: number) => string;
}

const two = (number: number) => String(number).padStart(2, '0');
const four = (number: number) => String(number).padStart(4, '0');
const nameOf = (month: number) => {
  const name = months[month - 1] ?? '';
  return name.slice(0, 1).toUpperCase() + name.slice(1);
};
const byName =
  '(?<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const year = '(?<year>\\d{4})';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th)?';

/** The ways to write a date. Each key is an example: December 27, 2024 in that form. */
const forms: Readonly<Record<string, DateForm>> = {
  '2024-12-27': {
    pattern: /(?<!\d)(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?!\d)/,
    write: (y, m, d) => `${four(y)}-${two(m)}-${two(d)}`,
  },
  '2024/12/27': {
    pattern: /(?<!\d)(?<year>\d{4})\/(?<month>\d{1,2})\/(?<day>\d{1,2})(?!\d)/,
    write: (y, m, d) => `${four(y)}/${two(m)}/${two(d)}`,
  },
  'December 27, 2024': {
    pattern: new RegExp(`\\b${byName}\\s+${day},?\\s+${year}`, 'i'),
    write: (y, m, d) => `${nameOf(m)} ${d}, ${y}`,
  },
  '27 December 2024': {
    pattern: new RegExp(`\\b${day}\\s+${byName},?\\s+${year}`, 'i'),
    write: (y, m, d) => `${d} ${nameOf(m)} ${y}`,
  },
  '27 Dec 2024': {
    pattern: new RegExp(`\\b${day}[ -](?<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[ -]${year}`, 'i'),
    write: (y, m, d) => `${d} ${nameOf(m).slice(0, 3)} ${y}`,
  },
  '27.12.2024': {
    pattern: /(?<!\d)(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})(?!\d)/,
    write: (y, m, d) => `${two(d)}.${two(m)}.${four(y)}`,
  },
  '20241227': {
    pattern: /(?<!\d)(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})(?!\d)/,
    write: (y, m, d) => `${four(y)}${two(m)}${two(d)}`,
  },
};

/** The names of the forms, in the order in which they are tried. */
export const dateForms: readonly string[] = Object.keys(forms);

/** A date as `YYYY-MM-DD`, and the form in which it was written: a key of `forms`, such as "27 Dec 2024". */
export interface DateText {
  readonly date: string;
  readonly form: string;
}

/** Finds a date in ISO form or another common form. Ignores dates that don't exist, such as February 30. */
export function readDate(written: string): DateText | undefined {
  for (const [form, { pattern }] of Object.entries(forms)) {
    const groups = pattern.exec(written)?.groups;
    if (groups === undefined) continue;
    const named = months.findIndex((name) => name.startsWith((groups.name ?? '-').slice(0, 3).toLowerCase())) + 1;
    const parts = [Number(groups.year), Number(groups.month ?? named), Number(groups.day)] as const;
    const [y, m, d] = parts;
    const time = new Date(Date.UTC(y, m - 1, d));
    if (time.getUTCFullYear() === y && time.getUTCMonth() === m - 1 && time.getUTCDate() === d) {
      return { date: `${four(y)}-${two(m)}-${two(d)}`, form };
    }
  }
  return undefined;
}

/** Writes a `YYYY-MM-DD` date in a form that `readDate` returned. */
export function writeDate(date: string, form: string): string {
  const [y = 0, m = 0, d = 0] = date.split('-').map(Number);
  return (forms[form] ?? forms['2024-12-27'])?.write(y, m, d) ?? date;
}

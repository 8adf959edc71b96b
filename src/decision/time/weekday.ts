import { languageCodes } from '../language-code.ts';

/** The days of a week, Monday first, as each language that Gavel speaks calls them. */
const weekdays = languageCodes.map((code) => {
  const { format } = new Intl.DateTimeFormat(code, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: 7 }, (_, index) => format(Date.UTC(2024, 0, 1 + index)).toLowerCase());
});

/** The day of the week (1 Monday … 7 Sunday) that a word, or its first three letters or more, means in some language. */
export function readWeekday(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const found = weekdays.map((names) => names.findIndex((day) => day.startsWith(word.toLowerCase())));
  const index = found.find((one) => one >= 0);
  return index === undefined ? undefined : index + 1;
}

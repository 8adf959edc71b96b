const time = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?`;

const languages = ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ru', 'nb', 'da', 'sv'];

/** The names of months in common languages, alone and as they are written in dates: “июль” and “июля”. */
function monthsIn(month: 'long' | 'short'): Set<string> {
  const names = languages.flatMap((language) => {
    const parts = ([{ month }, { month, day: 'numeric' }] as const).map((options) => {
      return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' });
    });
    return parts.flatMap((format) =>
      Array.from({ length: 12 }, (_, index) => {
        const named = format.formatToParts(new Date(Date.UTC(2026, index, 1))).find(({ type }) => type === 'month');
        return named?.value.replace(/\.$/, '') ?? '';
      }),
    );
  });
  return new Set(names.filter((name) => /\p{L}/u.test(name)));
}

const [longMonths, shortMonths] = [monthsIn('long'), monthsIn('short')];
const months = [...new Set([...longMonths, ...shortMonths])].toSorted((one, other) => other.length - one.length);
const has = (names: ReadonlySet<string>, word: string) =>
  [...names].some((name) => name.toLowerCase() === word.toLowerCase());

/** Dates in any common form, found without Gavel's own reader. */
const patterns: readonly RegExp[] = [
  new RegExp(String.raw`(?<!\d)\d{4}([-/.])\d{1,2}\1\d{1,2}(?!\d)${time}`, 'u'),
  /(?<!\d)\d{4}\s?[年년]\s?\d{1,2}\s?[月월]\s?\d{1,2}\s?[日일]/u,
  /(?<!\d)\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})(?!\d)/u,
  /(?<!\d)\d{1,2}(?:st|nd|rd|th|er|\.|º)?[\s-](?:de |of )?\p{L}{3,10}\.?,?[\s-](?:de |del )?\d{4}(?!\d)/u,
  /(?<!\p{L})\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}(?!\d)/u,
  new RegExp(String.raw`(?<!\p{L})(?:${months.join('|')})\.? \d{4}(?!\d)`, 'iu'),
  // In an identifier, such as `DR-20260109-x`, it is part of a name.
  /(?<![\p{L}\d_-])(?:19|20)\d{2}[01]\d[0-3]\d(?![\d_-])/u,
];

/** The first date in a text, as it is written. */
export function findDate(text: string): string | undefined {
  const found = patterns.flatMap((pattern) => {
    const match = pattern.exec(text);
    return match === null ? [] : [match];
  });
  return found.toSorted((one, other) => one.index - other.index || other[0].length - one[0].length)[0]?.[0];
}

/** The form of a date: `2026-01-09` and `2025-12-24` have the same one. */
interface DateForm {
  readonly mask: string;
  /** Whether days and months below ten have a zero; undefined if the date doesn't show it. */
  readonly isPadded: boolean | undefined;
}

const isFull = (word: string) => word.length > 4 || (has(longMonths, word) && !has(shortMonths, word));

/** Whether a word is a month both in full and shortened, as “May” and “juin” are. */
const isBoth = (word: string) => has(longMonths, word) && has(shortMonths, word);

function formOf(date: string): DateForm {
  const short = date.match(/(?<!\d)\d{1,2}(?!\d)/g) ?? [];
  return {
    mask: date
      .replaceAll(/\p{L}{3,}/gu, (word) => (isFull(word) ? 'Month' : 'Mon'))
      .replaceAll(/\d+/g, (digits) => (digits.length > 2 ? '9'.repeat(digits.length) : '9')),
    isPadded: short.some((digits) => digits.startsWith('0'))
      ? true
      : short.some((digits) => digits.length === 1)
        ? false
        : undefined,
  };
}

/** Whether two dates are written in the same form. */
export function haveSameForm(one: string, other: string): boolean {
  const [first, second] = [formOf(one), formOf(other)];
  const isOpen =
    `${one} ${other}`.match(/\p{L}{3,}/gu)?.some(isBoth) === true &&
    first.mask.replace(/Mon(?!th)/, 'Month') === second.mask.replace(/Mon(?!th)/, 'Month');
  const isFit = first.isPadded === undefined || second.isPadded === undefined || first.isPadded === second.isPadded;
  return isFit && (isOpen || first.mask === second.mask);
}

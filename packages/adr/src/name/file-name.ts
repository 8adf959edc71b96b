import slugify from '@sindresorhus/slugify';

/** The longest slug, in characters, that keeps file names readable in a listing. */
const longestSlug = 80;

const slugStyle = {
  // "PostgreSQL" is one word.
  decamelize: false,
  // The library would spell out these two emoji, and no others.
  customReplacements: [
    ['🦄', ''],
    ['♥', ''],
  ] satisfies [string, string][],
};

/**
 * The file name of an ADR, such as `0007-choose-the-backend-language.md` (MADR 4.0.0: `NNNN-title-with-dashes.md`).
 * Other scripts are transliterated if possible. A title of which nothing is left becomes `decision`. Throws RangeError
 * if the number is not a positive integer.
 */
export function adrFileName(number: number, title: string): string {
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new RangeError(`${number} is not an ADR number. ADR numbers are whole numbers from 1.`);
  }
  const slug = cutAtWord(slugify(title.toWellFormed(), slugStyle)) || 'decision';
  return `${String(number).padStart(4, '0')}-${slug}.md`;
}

function cutAtWord(slug: string): string {
  if (slug.length <= longestSlug) return slug;
  const end = slug.lastIndexOf('-', longestSlug);
  return slug.slice(0, end === -1 ? longestSlug : end);
}

// At most five digits, because 20261120-x.md starts with a date. So does 2026-11-20-x.md.
const numbered = /^(?:adr[-_ ]?)?(?!\d{4}-\d{2}-\d{2}(?!\d))(\d{1,5})(?:[-_. ].*)?\.(?:md|markdown)$/i;

/**
 * The number in the name of a Markdown file (`0007-x.md`, `ADR-007-x.md`, `adr_7.md`, `7-x.md`), if there is one. The
 * path may include folders. A date is not a number.
 */
export function numberIn(path: string): number | undefined {
  const digits = numbered.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The next free number: one more than the highest in the file names and in `taken`, or 1 if there is none. */
export function nextNumber(fileNames: readonly string[], taken: readonly number[]): number {
  const found = fileNames.map((path) => numberIn(path) ?? 0);
  return 1 + found.concat(taken).reduce((highest, number) => Math.max(highest, number), 0);
}

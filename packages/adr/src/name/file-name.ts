import slugify from '@sindresorhus/slugify';

/** Longest slug, in characters, so that the name with its number stays readable in a listing. */
const longestSlug = 80;

const slugStyle = {
  // "PostgreSQL" is one word.
  decamelize: false,
  // The library would spell out these two emoji of all.
  customReplacements: [
    ['🦄', ''],
    ['♥', ''],
  ] satisfies [string, string][],
};

/**
 * `0007-choose-the-backend-language.md` (MADR 4.0.0: `NNNN-title-with-dashes.md`). Other scripts are transliterated
 * where that is possible; a title that leaves nothing is called `decision`. Throws RangeError if the number is not a
 * positive integer.
 */
export function adrFileName(number: number, title: string): string {
  if (!Number.isSafeInteger(number) || number < 1) {
    throw new RangeError(`${number} is not the number of an ADR. They are whole and begin with 1.`);
  }
  const slug = cutAtWord(slugify(title.toWellFormed(), slugStyle)) || 'decision';
  return `${String(number).padStart(4, '0')}-${slug}.md`;
}

function cutAtWord(slug: string): string {
  if (slug.length <= longestSlug) return slug;
  const end = slug.lastIndexOf('-', longestSlug);
  return slug.slice(0, end === -1 ? longestSlug : end);
}

// At most five digits, as 20261120-x.md is a date; and so is 2026-11-20-x.md.
const numbered = /^(?:adr[-_ ]?)?(?!\d{4}-\d{2}-\d{2}(?!\d))(\d{1,5})(?:[-_. ].*)?\.(?:md|markdown)$/i;

/**
 * The number that a Markdown file carries in its name (`0007-x.md`, `ADR-007-x.md`, `adr_7.md`, `7-x.md`, with or
 * without folders before it), if any. Dates are not numbers.
 */
export function numberIn(path: string): number | undefined {
  const digits = numbered.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** The number after the highest of those that files carry and those already `taken`; 1 if there are none. */
export function nextNumber(fileNames: readonly string[], taken: readonly number[]): number {
  const found = fileNames.map((path) => numberIn(path) ?? 0);
  return 1 + found.concat(taken).reduce((highest, number) => Math.max(highest, number), 0);
}

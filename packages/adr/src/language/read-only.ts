import { type AdrLanguage, adrLanguages } from './adr-language.ts';
import { type AdrWords, variantsOf } from './adr-words.ts';
import { el, fi, hu, id, vi } from './read-only/others.ts';
import type { ReadWords } from './read-only/read-words.ts';
import { ca, gl, ro } from './read-only/romance.ts';
import { cs, sk, uk } from './read-only/slavic.ts';
import { bg, sl, sr, srCyrillic } from './read-only/south-slavic.ts';
import { tr } from './read-only/tr.ts';

/** The words of the languages that are only read. */
export const readOnlyWords: Readonly<Record<string, ReadWords>> = {
  cs,
  tr,
  sr,
  srCyrillic,
  sl,
  sk,
  uk,
  bg,
  ro,
  ca,
  gl,
  hu,
  fi,
  el,
  id,
  vi,
};

const others = Object.values(readOnlyWords);

/** The names of months in languages that are only read, as in a date. */
export const readOnlyMonths: readonly string[] = others.flatMap(({ months = [] }) => months);

const otherStatuses = new Set(
  others.flatMap(({ statuses = {} }) => Object.values(statuses).flatMap(variantsOf)).map((word) => word.toLowerCase()),
);

/** Whether a word for a status is one of a language that Gavel writes nothing in. */
export function isReadOnly(status: string): boolean {
  return otherStatuses.has(status.toLowerCase());
}

/**
 * The words of each language, with those of languages that are only read behind the English ones: whatever is written to
 * such files is in the words of the house, and else in English.
 */
export function withReadOnly(words: Readonly<Record<AdrLanguage, AdrWords>>): Readonly<Record<AdrLanguage, AdrWords>> {
  return { ...words, [adrLanguages[0]]: others.reduce(withVariants, words.en) };
}

function withVariants(own: AdrWords, { months: _, ...more }: ReadWords): AdrWords {
  const entries = Object.entries(more).map(([key, added]) => {
    const entry = own[key as keyof AdrWords];
    return [key, typeof entry === 'string' ? join(entry, added as string) : joinEach(entry, added as object)];
  });
  return { ...own, ...Object.fromEntries(entries) };
}

const join = (entry: string, added: string) => (entry === '' ? added : `${entry} | ${added}`);

function joinEach(entries: object, added: object): object {
  const known = new Map<string, string>(Object.entries(entries));
  const joined = Object.entries(added).map(([key, more]: [string, string]) => [key, join(known.get(key) ?? '', more)]);
  return { ...entries, ...Object.fromEntries(joined) };
}

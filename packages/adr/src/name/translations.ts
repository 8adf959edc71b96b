import { isMarked } from './adr-mark.ts';
import { adrPathOf } from './adr-path.ts';

/** The code of a language, or of one and a country, at the end of a name: `0007-use-go.ja.md`, `0007-use-go_pt-BR.md`. */
const inLanguage = [
  /[-._][a-z]{2}(?<end>\.(?:md|markdown))$/i,
  /[-._][a-z]{2}[-_][a-z]{2}(?:[a-z]{2})?(?<end>\.(?:md|markdown))$/i,
];

/** A code behind a period is no word of a title. */
const isApart = /\.[a-z]{2}(?:[-_][a-z]{2,4})?\.(?:md|markdown)$/i;

const isOfAdr = (path: string) => isMarked(adrPathOf(path).name) || isApart.test(path);

/**
 * The files that have an ADR beside them in another language, which is called the same without the code at the end. For
 * other files than ADRs, `mayBe` tells which may be translations.
 */
export function translationsIn(paths: Iterable<string>, mayBe = isOfAdr): ReadonlySet<string> {
  const all = new Set(paths);
  const isTranslation = (path: string) =>
    inLanguage.some((pattern) => {
      const found = pattern.exec(path);
      return found !== null && all.has(path.slice(0, found.index) + (found.groups?.end ?? ''));
    });
  return new Set([...all].filter((path) => mayBe(path) && isTranslation(path)));
}

/** The code of the language at the end of a name, if there is one. What is no code may look like one: `0007-new-ui.md`. */
export function languageCodeIn(path: string): string | undefined {
  const [found] = inLanguage.flatMap((pattern) => pattern.exec(path) ?? []);
  return found
    ?.replace(/\.\w+$/, '')
    .slice(1)
    .toLowerCase();
}

/** The languages that `guessLanguage` can recognize. */
export const adrLanguages = ['en', 'de'] as const;

/** A language that `guessLanguage` can recognize. */
export type AdrLanguage = (typeof adrLanguages)[number];

/** Common words of only one of these languages. Words in templates, such as “because”, say nothing about the text. */
const commonWords: Readonly<Record<AdrLanguage, string>> = {
  en: 'the of to is are be been has have had we our us they their it its that this these those with for from by on at as not than when which while would can could should must may',
  de: 'der die das den dem des ein eine einen einem einer eines und oder ist sind wird werden wurde hat haben wir uns sie es ihr ihre nicht kein keine mit für von vom zu zum zur auf aus bei nach als wenn dass auch sich kann können soll sollen muss müssen',
};

const wordsOf: ReadonlyMap<AdrLanguage, ReadonlySet<string>> = new Map(
  adrLanguages.map((language) => [language, new Set(commonWords[language].split(' '))]),
);

/** Whether something is the code of a language that `guessLanguage` can recognize. */
export function isAdrLanguage(value: unknown): value is AdrLanguage {
  return adrLanguages.some((language) => language === value);
}

/** How many UTF-16 code units of a text are read. */
const longestSample = 20_000;

/** The fewest common words, their smallest share of all words, and how many times as many as of any other language. */
const needed = { words: 8, share: 0.12, times: 4 };

/**
 * The language of a Markdown text; undefined if it is unclear, as in a short text or a text in another language.
 * Headings and code don't count: German ADRs often have the headings of an English template.
 */
export function guessLanguage(markdown: string): AdrLanguage | undefined {
  const words =
    proseOf(markdown)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  const counts = adrLanguages
    .map((language) => ({ language, count: words.filter((word) => wordsOf.get(language)?.has(word)).length }))
    .toSorted((one, other) => other.count - one.count);
  const [most, next] = counts;
  if (most === undefined || most.count < needed.words || most.count < words.length * needed.share) return undefined;
  return most.count >= needed.times * (next?.count ?? 0) ? most.language : undefined;
}

/** The lines of a text that are neither headings nor code, judged line by line. */
function proseOf(markdown: string): string {
  let isCode = false;
  const lines = markdown.slice(0, longestSample).split('\n');
  return lines
    .filter((line) => {
      const isFence = /^ {0,3}(?:```|~~~)/.test(line);
      if (isFence) isCode = !isCode;
      return !isFence && !isCode && !/^ {0,3}#/.test(line);
    })
    .join('\n');
}

/** The language of more than half of the texts with a recognized language; undefined if there is none. */
export function guessCommonLanguage(texts: readonly string[]): AdrLanguage | undefined {
  const guesses = texts.flatMap((text) => guessLanguage(text) ?? []);
  return adrLanguages.find((language) => guesses.filter((guess) => guess === language).length > guesses.length / 2);
}

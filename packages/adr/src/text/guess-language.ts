import { type AdrLanguage, adrLanguages } from '../language/adr-language.ts';
import { foldWord } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';

/** The languages that have each common word. Words in templates, such as “because”, say nothing about the text. */
const languagesByWord = new Map<string, AdrLanguage[]>();
for (const language of adrLanguages) {
  for (const word of new Set(adrWords[language].commonWords.split(' ').map(foldWord))) {
    if (word !== '') languagesByWord.set(word, [...(languagesByWord.get(word) ?? []), language]);
  }
}

/** How many UTF-16 code units of a text are read. */
const longestSample = 20_000;

/**
 * The fewest common words, the fewest of them that no other language has, their smallest share of all words, and how many
 * times as many of their own they have as any other language.
 */
const needed = { words: 8, own: 3, share: 0.12, times: 4 };

/** The fewest characters of Chinese, Japanese or Korean, and their smallest share of all letters. */
const neededDense = { characters: 20, share: 0.25 };

/**
 * The language of a Markdown text; undefined if it is unclear, as in a short text or a text in another language.
 * Headings and code don't count: German ADRs often have the headings of an English template.
 */
export function guessLanguage(markdown: string): AdrLanguage | undefined {
  const prose = proseOf(markdown);
  return guessByScript(prose) ?? guessByWords(prose) ?? guessByAlphabet(prose);
}

/** Japanese has kana, Korean has hangul, and Chinese neither. A word in Latin letters counts as two characters. */
function guessByScript(prose: string): AdrLanguage | undefined {
  const count = (pattern: RegExp) => prose.match(pattern)?.length ?? 0;
  const han = count(/\p{Script=Han}/gu);
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const all = han + kana + hangul;
  if (all < neededDense.characters) return undefined;
  const others = 2 * count(/(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\p{L})+/gu);
  if (all < (all + others) * neededDense.share) return undefined;
  if (hangul * 2 > all) return 'ko';
  if (kana * 10 > all) return 'ja';
  return count(traditional) > count(simplified) ? 'zh-Hant' : 'zh';
}

/** Common characters that only one of the two ways to write Chinese has. */
const traditional =
  /[這個為來們時會對說過開關點學實現應當與後從還無務資數據庫經將進選擇決問題狀態體統發業員護試設計結構場]/gu;
const simplified =
  /[这个为来们时会对说过开关点学实现应当与后从还无务资数据库经将进选择决问题状态体统发业员护试设计结构场]/gu;

function guessByWords(prose: string): AdrLanguage | undefined {
  const words = prose.match(/\p{L}+/gu) ?? [];
  const counts = new Map(adrLanguages.map((language) => [language, { own: 0, shared: 0 }]));
  for (const word of words) {
    const languages = languagesByWord.get(foldWord(word)) ?? [];
    for (const language of languages) {
      const count = counts.get(language);
      if (count !== undefined) count[languages.length === 1 ? 'own' : 'shared'] += 1;
    }
  }
  const [most, next] = [...counts].toSorted(([, one], [, other]) => other.own - one.own);
  if (most === undefined || next === undefined) return undefined;
  const [language, { own, shared }] = most;
  const all = own + shared;
  if (own < needed.own || all < needed.words || all < words.length * needed.share) return undefined;
  return own >= needed.times * next[1].own ? language : undefined;
}

/** The fewest letters of Russian alone, and the smallest share of Cyrillic ones. */
const neededCyrillic = { own: 10, share: 0.5 };

/** Russian in a text with few common words: its letters, and none of those that only other languages have. */
function guessByAlphabet(prose: string): AdrLanguage | undefined {
  const count = (pattern: RegExp) => prose.match(pattern)?.length ?? 0;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const isRussian = count(/[ыэё]/gi) >= neededCyrillic.own && count(/[іїєґўђјљњћџќѓѕәғқңөұүһ]/giu) === 0;
  return isRussian && cyrillic >= count(/\p{L}/gu) * neededCyrillic.share ? 'ru' : undefined;
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

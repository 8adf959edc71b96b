import { adrLanguages } from '../../../language/adr-language.ts';
import { type AdrWords, variantsOf } from '../../../language/adr-words.ts';
import { isDense, oneOf } from '../../../language/patterns.ts';
import { foldWord } from '../../../language/word-table.ts';
import { adrWords } from '../../../language/words.ts';
import type { StatedLink } from '../../warning.ts';
import { anyReference, selfMark } from './marks.ts';

const languages = adrLanguages.filter((language) => isDense(adrWords[language].self));
const anyOf = (select: (words: AdrWords) => string) =>
  oneOf(languages.flatMap((language) => variantsOf(select(adrWords[language])).map(foldWord)));

/** What ends a clause; no words between a verb and an ADR have any of it. */
const stop = String.raw`，。；：、（）(),.;:\n\ue000-\uf7ff`;
const joint = String.raw`\s?(?:[、，,\/&]|${anyOf(({ and }) => and)})?\s?`;
/** One ADR and those that are joined to it. */
export const joined = `${anyReference}(?:${joint}${anyReference}){0,9}`;
const part = `(?:\\s?(?:${anyOf(({ belonging }) => belonging)})[^${stop}]{0,20}?)?`;
const particle = /^\s?(?:을\(를\)|[をにの을를])\s?/u;

/** A pattern for what is said of ADRs with the verb behind them, in front of them, or around them. */
function patternOf(kind: StatedLink): string {
  const phrases = languages
    .flatMap((language) => variantsOf(adrWords[language].links[kind]))
    .filter((phrase) => !/[:：）]/.test(phrase))
    .map((phrase) => phrase.split('…').map((words) => foldWord(words)));
  const inFront = phrases.flatMap(([before = '', after]) => (after === '' ? [before] : []));
  const behind = phrases.flatMap(([before, after = '']) => (before === '' ? [after] : []));
  const around = phrases.filter((words) => !words.includes(''));
  const gap = kind.startsWith('amend') ? 1 : 6;
  const [one, other] = [oneOf(around.map(([before = '']) => before)), oneOf(around.map(([, after = '']) => after))];
  const slot = (name: string) => `(?<${name}>${joined}|${selfMark})`;
  return [
    inFront.length === 0 ? '' : `(?:${oneOf(inFront)})了?[^${stop}]{0,14}?\\s?${slot('after')}`,
    behind.length === 0 ? '' : `${slot('before')}${part}[^${stop}]{0,${gap}}?(?:${oneOf(behind)})`,
    one === '' ? '' : `(?:${one})\\s?${slot('within')}[^${stop}]{0,8}?(?:${other})`,
    // “この ADR が置き換える”, of the ADR in front of it
    kind === 'supersedes'
      ? `${selfMark}\\s?[がは이가][^${stop}]{0,12}?(?:${oneOf(behind.map((words) => words.replace(particle, '')))})`
      : '',
  ]
    .filter((shape) => shape !== '')
    .join('|');
}

/** What is said of ADRs in Chinese, Japanese and Korean; the first kind that is found at a place counts. */
export const densePatterns: readonly { readonly kind: StatedLink; readonly pattern: RegExp }[] = [
  { kind: 'superseded by', pattern: new RegExp(patternOf('superseded by'), 'gu') },
  { kind: 'supersedes', pattern: new RegExp(patternOf('supersedes'), 'gu') },
  { kind: 'amended by', pattern: new RegExp(patternOf('amended by'), 'gu') },
  { kind: 'amends', pattern: new RegExp(patternOf('amends'), 'gu') },
];

const denials = anyOf((words) => words.denials);
const deniedBefore = new RegExp(`(?:${denials})[^${stop}]{0,3}$`, 'u');
const deniedBehind = new RegExp(`^[^${stop}]{0,4}?(?:${denials})`, 'u');
const suppositions = new RegExp(
  anyOf(({ supposing }) => supposing),
  'u',
);

/** Whether the clause around a verb says that it is not so, or only may be. */
export function isDoubtfulInDense(before: string, behind: string): boolean {
  return deniedBefore.test(before.slice(-10)) || deniedBehind.test(behind.slice(0, 10)) || suppositions.test(before);
}

const nouns = [
  anyOf(({ headings }) => headings.outcome),
  'adr',
  'rfc',
  ...'文档 文檔 文書 文件 记录 紀錄 記録 문서 기록'.split(' '),
];
const selfInDense = new RegExp(
  `(?:${anyOf(({ self }) => self)})[份个個項项]?\\s?(?:${nouns.join('|')})(?!\\s?-?\\d)`,
  'gu',
);
const partly = new RegExp(`${anyOf((words) => words.partly)}|partially[ -]`, 'gu');

/** A folded text in which one character stands for this ADR wherever it calls itself by a noun, without “in part”. */
export function withSelfMarked(text: string): string {
  return isDense(text) ? text.replaceAll(selfInDense, selfMark).replaceAll(partly, '') : text;
}

import type { Markdown } from '../../content/content.ts';
import type { AdrLanguage } from '../../language/adr-language.ts';
import { denseCharacter } from '../../language/patterns.ts';
import type { NamedOption } from '../options/merge-options.ts';
import { isAmong, namesOf, stemsOf } from '../options/same-option.ts';
import { contrast, rejection, verbs, withoutReason } from './choice-words.ts';
import { withoutMarks } from './sentences.ts';

/** What a decision says: its sentences, and the title of the ADR. */
interface Decided {
  readonly sentences: readonly Markdown[];
  readonly title: Markdown;
  readonly language: AdrLanguage;
}

/**
 * How much counts what the first sentences say that choose something, the first one if it does not, the title, and
 * any of them for all options but the best.
 */
const weights = { choosing: [1, 0.7, 0.5], first: 0.6, title: 0.4, other: 0.6 } as const;
/** How many sentences may speak of other options. */
const mostSentences = 5;
/** How much of what is said of an option counts if it is said to be not chosen. */
const against = -0.8;

/**
 * How much of an option's own words has to be told, how much that is in all, and how many times more than of any other
 * option. Chosen by files of many teams whose choice is told in plain words, where 98 of 100 choices found so agreed.
 */
const least = { share: 0.45, sum: 0.6, ahead: 2 };

/**
 * The option that a decision speaks of without its title: a word that only one option has tells more than one of
 * several, and a word that all have tells nothing. What is behind “instead of” counts against an option. None unless one
 * is far ahead of all others.
 */
export function bestTold(options: readonly NamedOption[], decided: Decided): readonly NamedOption[] {
  const texts = textsOf(decided);
  if (options.length < 2 || texts.length === 0) return [];
  const others = [...texts, ...othersOf(decided)];
  const all = options.map((one) => ({ one, tokens: tokensOf(one.option.title) }));
  const scored = all.map(({ one, tokens }) => {
    const rarities = [...tokens].map((token) => ({ token, rarity: rarityOf(token, all) }));
    const whole = rarities.reduce((sum, { rarity }) => sum + rarity, 0) || 1;
    const toldBy = (clauses: readonly Clause[]) =>
      rarities.reduce((sum, { token, rarity }) => sum + rarity * evidenceOf(token, clauses), 0) / Math.sqrt(whole);
    const score = toldBy(texts);
    return { one, score, most: Math.max(score, toldBy(others)), share: score / Math.sqrt(whole) };
  });
  const [best, ...rest] = scored.toSorted((one, other) => other.score - one.score);
  if (best === undefined || best.share < least.share || best.score < least.sum) return [];
  return rest.every(({ most }) => best.score >= least.ahead * most) ? [best.one] : [];
}

/** A clause by its words, and how much it counts, for an option or against it. */
interface Clause {
  readonly tokens: ReadonlySet<string>;
  readonly weight: number;
}

function textsOf({ sentences, title, language }: Decided): readonly Clause[] {
  const told = weights.choosing.flatMap((choosing, at) => {
    const text = withoutReason(sentences[at] ?? '', language);
    const weight = !verbs.test(text) ? (at === 0 ? weights.first : 0) : choosing;
    return text === '' || weight === 0 ? [] : clausesOf(text, weight);
  });
  return told.length === 0 ? [] : [...told, ...clausesOf(title, weights.title)];
}

/** The clauses of all sentences that may speak of an option, with what brackets in them say. */
function othersOf({ sentences, title }: Decided): readonly Clause[] {
  const all = [title, ...sentences.slice(0, mostSentences)];
  return all.flatMap((sentence) => clausesOf(sentence.replaceAll(/[()（）]/g, ' '), weights.other));
}

/** The clauses of a sentence: what it says, and what is behind “instead of”. */
function clausesOf(written: Markdown, weight: number): readonly Clause[] {
  const text = withoutMarks(written);
  if (rejection.test(text)) return [{ tokens: tokensOf(text), weight: weight * against }];
  const at = contrastIn(text);
  const length = text.slice(at).search(/[,.;，。；](?=\s|$)/u);
  const end = length === -1 ? text.length : at + length;
  return [
    { tokens: tokensOf(`${text.slice(0, at)} ${text.slice(end)}`), weight },
    { tokens: tokensOf(text.slice(at, end)), weight: weight * against },
  ];
}

/** Where a text begins to say what was not chosen: at its end if it doesn't. A verb may have such a word: “on convient que”. */
function contrastIn(text: string): number {
  const verb = verbs.exec(text) ?? undefined;
  const [from, to] = verb === undefined ? [0, 0] : [verb.index, verb.index + verb[0].length];
  const at = contrast.exec(text)?.index ?? text.length;
  if (at < from || at >= to) return at;
  const behind = contrast.exec(text.slice(to))?.index;
  return behind === undefined ? text.length : to + behind;
}

/** How much speaks for a word, or against it. */
function evidenceOf(token: string, clauses: readonly Clause[]): number {
  const found = clauses.filter(({ tokens }) => isAmong(token, tokens)).map(({ weight }) => weight);
  const [most, fewest] = [Math.max(0, ...found), Math.min(0, ...found)];
  return most > 0 && most >= -fewest ? most : fewest;
}

/** How rare a word is among the options: 0 if all have it. */
function rarityOf(token: string, all: readonly { readonly tokens: ReadonlySet<string> }[]): number {
  return Math.log2(all.length / all.filter(({ tokens }) => isAmong(token, tokens)).length);
}

/** “Go”, “App” in a sentence. */
const shortName = /(?<=[\p{L}\p{N}][)\s,;:/"'(-]{1,3})\p{Lu}\p{Ll}{1,2}(?![\p{L}\p{N}])/gu;
const pairs = /(?=(?<pair>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}))/gu;
const syllables = /(?<!\p{Script=Hangul})\p{Script=Hangul}{2}/gu;
const dense = new RegExp(denseCharacter, 'u');

/**
 * The words that tell something, without their endings, and without remarks in brackets. Where words have no blanks
 * between them, these are pairs of characters; in Korean, the first two of each word.
 */
export function tokensOf(written: Markdown): ReadonlySet<string> {
  const text = withoutMarks(written).replaceAll(/[(（][^()（）]{0,200}[)）]/g, ' ');
  const stems = [...stemsOf(text), ...namesOf(text)].filter((stem) => !dense.test(stem));
  return new Set([
    ...stems,
    ...[...text.matchAll(shortName)].map(([word]) => word.toLowerCase()),
    ...[...text.matchAll(pairs)].flatMap(({ groups }) => groups?.pair ?? []),
    ...[...text.matchAll(syllables)].map(([word]) => word),
  ]);
}

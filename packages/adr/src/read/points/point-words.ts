import type { PointKind } from '../../content/content.ts';
import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { anyWord, oneOf } from '../../language/patterns.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { remembering } from '../../text/remembering.ts';
import { hasOptionWord, namesUnchosen } from '../options/option-words.ts';
import { type Labelled, splitDash, splitMark, splitReason } from './label.ts';

const marks: Readonly<Record<PointKind, string>> = {
  pro: '✅ ✔ 👍 ➕ + (+) [+] 🟢 ✓ 🎉',
  con: '❌ ✖ 👎 ➖ - (-) [-] 🔴 ✗ ✘ 🚫',
  neutral: '⚠ 🟡 ⚪ ◽ 🤷 😐 ℹ',
  verdict: '',
  mitigation: '🛡',
};

const kinds: readonly PointKind[] = ['pro', 'con', 'neutral', 'verdict', 'mitigation'];
const kindByWord = wordTable(({ points, verdicts }) =>
  kinds.flatMap((kind) => [[kind, points[kind]] as const, [kind, verdicts[kind]] as const]),
);
const severalByWord = wordTable(({ plurals }) => [[true, plurals] as const]);
const kindByMark = new Map(kinds.flatMap((kind) => marks[kind].split(' ').map((mark) => [mark, kind] as const)));
kindByMark.delete('');

/** The kind of point that a label announces, if ADRs use that label. */
export function kindOfLabel(label: Labelled, language?: AdrLanguage): PointKind | undefined {
  if (label.word !== '') return kindsByLabel.get(language)?.(label.word);
  return kindByMark.get(label.mark.replaceAll(/[\ufe0f`*\\]/g, '').replace(/[−–]/, '-'));
}

/** The kind that the word of a label announces, by the language of the headings. */
const kindsByLabel = new Map(
  [undefined, ...adrLanguages].map((language) => [language, remembering((word) => kindOfLabelled(word, language))]),
);

function kindOfLabelled(word: string, language: AdrLanguage | undefined): PointKind | undefined {
  const kind = kindOfWord(foldWord(word.replace(/\(s\)$/, 's')), language);
  // “Why we rejected it”, “Why not as the only tool”
  return kind === undefined && (rejection.test(word) || goesOn.test(foldWord(word))) ? 'verdict' : kind;
}

/**
 * Splits off the label of a point: one that ADRs use, or else its mark alone (“❌ Old: …”), or such a word in front of a
 * dash (“Good — fast”), or any other label.
 */
export function splitPoint(text: string, language?: AdrLanguage): Labelled | undefined {
  const label = splitReason(text);
  if (label !== undefined && kindOfLabel(label, language) !== undefined) return label;
  const sign = label === undefined || label.mark === '' ? undefined : splitMark(text);
  if (sign !== undefined && kindOfLabel(sign, language) !== undefined) return sign;
  const dashed = splitDash(text);
  const kind = dashed && kindByWord.find(foldWord(dashed.word), language);
  return dashed === undefined || kind === undefined || kind === 'verdict' ? label : { ...dashed, isReason: true };
}

/**
 * The kind of a word, or of two with a slash between them of which none is of another kind: “negative / costs”; of a label
 * in two languages, it may be the second alone that is known: “좋은 점 (Pros)”.
 */
function kindOfWord(folded: string, language: AdrLanguage | undefined): PointKind | undefined {
  const known = kindByWord.find(folded, language);
  const { first = '', mark, second = '' } = twoWords.exec(folded)?.groups ?? {};
  if (known !== undefined || first === '') return known;
  const [kind, other] = [first, second].map((word) => kindByWord.find(word.trim(), language));
  if (kind === undefined && mark !== '/') return severalByWord.find(second.trim()) === true ? other : undefined;
  return other === undefined || other === kind ? kind : undefined;
}

const twoWords = /^(?<first>[^/()（）]{1,40})(?<mark>[/(（])(?<second>[^/()（）]{1,40})[)）]?$/;

/** Whether a label announces several points in one line: “Pros: a, b”. */
export function announcesSeveral(label: Labelled): boolean {
  return severalByWord.find(foldWord(label.word)) === true;
}

const nothing = wordTable(({ nothing: own }) => [[true, own] as const]);

/** Whether a text says that there are no points: “Cons: none”. */
export function isNoPoint(text: string): boolean {
  return (
    !/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(text) || nothing.find(foldWord(text.replace(/[.。]$/, ''))) === true
  );
}

/** The kind of point that a heading or line names, if it consists of nothing but that label: “Pros”, “Cons of this option:”, “Good, because:”. */
export function kindOfWords(text: string, language?: AdrLanguage): PointKind | undefined {
  const folded = foldWord(text.replaceAll(/^[^\p{L}]+|(?<![^\p{L})])[^\p{L})]+$/gu, ''));
  return kindOfWord(folded, language) ?? (folded.length < longestLabel ? kindWithin(folded, language) : undefined);
}

/** The longest label with the words beside it, in UTF-16 units. */
const longestLabel = 60;

const becauses = adrLanguages.flatMap((language) => variantsOf(adrWords[language].because)).map(foldWord);
const because = new RegExp(`[,、，]? ?(?:${oneOf(becauses)})$`, 'u');

/** The kind that a label names with a word for its reasons behind it, or with the option that it is about. */
function kindWithin(folded: string, language: AdrLanguage | undefined): PointKind | undefined {
  const alone = folded.replace(because, '');
  if (alone !== folded) return kindByWord.find(alone, language);
  const [first = '', ...others] = folded.split(' ');
  if (others.length === 0 || severalByWord.find(first) !== true || !hasOptionWord(others.join(' '))) return undefined;
  const isOther = others.some((word) => severalByWord.find(word) === true);
  return isOther ? undefined : kindByWord.find(first, language);
}

/** The languages that have a label for points. */
export function languagesOfPoint(label: string): readonly AdrLanguage[] {
  return kindByWord.languagesOf(foldWord(label));
}

const contrasts = adrLanguages.flatMap((language) => variantsOf(adrWords[language].contrasts));
const contrast = new RegExp(anyWord(contrasts), 'iu');

/** What begins with several words for a verdict against an option. */
const goesOn = new RegExp(
  `^(?:${oneOf(
    adrLanguages.flatMap((language) =>
      variantsOf(adrWords[language].points.verdict)
        .map(foldWord)
        .filter((label) => label.includes(' ') && contrast.test(label)),
    ),
  )}) `,
  'u',
);

/** What is left out in a question such as “Why not Java?”; undefined for any other text. */
export function leftOutIn(question: string): string | undefined {
  const text = question.trim();
  if (!/[^?？\s][?？]$/.test(text)) return undefined;
  const lead = goesOn.exec(foldWord(text))?.[0].length ?? 0;
  // Only marks and accents are folded: the words in front have as many letters.
  const words = text.split(/\s+/).slice(foldWord(text).slice(0, lead).trim().split(' ').length);
  const name = words.join(' ').replace(/\s?[?？]$/, '');
  return lead === 0 || name === '' || hasOptionWord(name) ? undefined : name;
}

const rejections = adrLanguages.flatMap((language) => variantsOf(adrWords[language].rejecting));
const rejection = new RegExp(anyWord(rejections), 'iu');

/** Whether the label of a verdict is one against the option: “Rejected because”, “Why not”. */
export function rejects(label: string): boolean {
  return namesUnchosen(label) || contrast.test(label) || rejection.test(label);
}

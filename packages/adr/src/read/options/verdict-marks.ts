import { adrLanguages } from '../../language/adr-language.ts';
import { type AdrWords, variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { mayHave } from '../../language/phrase-signs.ts';
import { adrWords } from '../../language/words.ts';

// What is around the title of an option, or behind it, and says whether that was chosen.

const wordsOf = (entryOf: (words: AdrWords) => string) =>
  adrLanguages.flatMap((language) => variantsOf(entryOf(adrWords[language])));

/** “Chosen”, “accepted”, “our choice”, in all languages. */
export const chosenWords = wordsOf((words) => words.chosen);
const chosen = oneOf(chosenWords);
const longChosen = oneOf(chosenWords.filter((word) => isDense(word) || word.length > 3));
/** “Chosen”, and “chosen option”, in front of a title. */
const leadWords = [...chosenWords, ...wordsOf((words) => words.chosenLeads)].filter(
  (word) => isDense(word) || word.length > 3,
);
const leads = oneOf(leadWords);
/** Whether a text may say with words that an option was chosen, and that one was not. */
const mayChoose = mayHave([...chosenWords, ...leadWords]);
const sign = /[✅✔⭐🏆👈👉🟢]/u;

/** Whether a title may have the mark of the chosen option. Finding that out takes less time than reading the title. */
export function mayBeChosen(title: string): boolean {
  return sign.test(title) || mayChoose(title);
}

const emoji = '[✅✔⭐🏆👈👉🟢]\\ufe0f?';
const chosenAtStart = new RegExp(
  `^(?:${emoji}[ ]?|[[(](?:${chosen})[\\])][ ]?|(?:(?!\\p{N})\\p{Extended_Pictographic}\\ufe0f?[ ])?(?:${leads})(?:[ ]?[:：][ ]?|[ ](?:[—–]|-{1,2})[ ]))`,
  'iu',
);
/** “**Chosen**: ” */
const chosenLabel = new RegExp(`^(?<open>\\*\\*|__)(?:${leads})(?:[:：]\\k<open>|\\k<open>[:：])[ ]?(?=\\S)`, 'iu');
/** “A (chosen): ” */
const chosenCounter = new RegExp(
  `^(?<counter>(?:\\*\\*|__)?(?:\\p{L}{2,12}[ ])?(?:\\p{Lu}|\\d{1,2}))[ ]?[([（](?:${chosen})[\\])）](?=[ ]?[:.：]|[ ][-–—])`,
  'iu',
);
const chosenEnd = new RegExp(
  `(?: ?${emoji}(?: (?:${longChosen}))?|, (?:${longChosen})| ?\\*{1,2}\\((?:${chosen})\\)\\*{1,2}| (?:[-–—←]|<-) (?:\\*\\*)?(?:${chosen})(?:\\*\\*)?| \\[(?:${chosen})\\])$`,
  'iu',
);
const refusedWords = wordsOf((words) => words.rejecting);
const refused = oneOf(refusedWords);
const mayRefuse = mayHave(refusedWords);
const behind = oneOf([...wordsOf((words) => words.behindChoice), ...wordsOf((words) => words.because)]);
/** “Java — rejected for now” */
const refusedEnd = new RegExp(
  `(?: (?:[-–—]{1,2}) ?|[:：] ?)(?<words>[*_]{0,2}(?:${refused})(?:[,;:(—–][^\\n]{0,60}| (?:${behind})(?!\\p{L})[^\\n]{0,40})?)[*_]{0,2}$`,
  'iu',
);
const verdict = new RegExp(
  `^(?:(?:${emoji} ?)?[*_]{0,3}(?:${chosen})[*_]{0,3}(?:[.,;:!。：—–-]|$| [-–—(])|(?<open>\\*\\*|__)(?:${chosen})(?: \\p{L}{1,8}){1,2}\\k<open>$)`,
  'iu',
);

const verdictAtEnd = new RegExp(`[.!;。][ ]?[*_]{0,3}(?:${longChosen})[.!]?[*_]{0,3}[.!]?$`, 'iu');

/** Whether a text, such as a cell of a table, begins or ends with the remark that an option was chosen. */
export function saysChosen(text: string): boolean {
  return text !== '' && (beginsChosen(text.slice(0, longestRead)) || verdictAtEnd.test(text.slice(-longestVerdict)));
}

/** The first words of all that a verdict may begin with: looking them up takes less time than its pattern. */
const firstOfChosen = new Set(chosenWords.map((phrase) => phrase.split(/[ '’-]/, 1)[0]?.toLowerCase()));
const firstWord = /^[^\p{L}\n]{0,8}(?<word>\p{L}+)/u;

/** Whether a text, such as what is said behind a title, begins with that remark. */
export function beginsChosen(text: string): boolean {
  const word = firstWord.exec(text)?.groups?.word ?? '';
  return (isDense(word) || firstOfChosen.has(word.toLowerCase())) && verdict.test(text);
}

/** The mark of the chosen option at the end of a title; '' if it has none. */
export function chosenAtEnd(title: string): string {
  return mayBeChosen(title) ? (chosenEnd.exec(title.slice(-longestMark))?.[0] ?? '') : '';
}

/** What a title says of its rejection at its end, and how that is written; undefined if it says nothing. */
export function rejectedAtEnd(title: string): { readonly written: string; readonly words: string } | undefined {
  const match = mayRefuse(title) ? refusedEnd.exec(title.slice(-longestRefusal)) : null;
  return match === null ? undefined : { written: match[0], words: (match.groups?.words ?? '').replaceAll(/[*_]/g, '') };
}

/** The longest mark at the start or the end of a title, in UTF-16 units. */
const longestMark = 80;

/** The longest remark of that kind, and how much of a text may begin with the other, in UTF-16 units. */
const longestRefusal = 120;
const longestRead = 2_000;

/** How far from the end of a text its verdict is looked for, in UTF-16 units. */
const longestVerdict = 60;

/** “❌ Option A: …” */
const crossAtStart = /^(?:❌|✖|✗|✘|🚫|🔴)\ufe0f?[ ]?/u;

/** A name without the mark of the chosen option at its start or behind its counter, and whether it had one. */
export function withoutChosenMark(written: string): { readonly name: string; readonly isMarked: boolean } {
  const name = written.replace(crossAtStart, '');
  if (!mayBeChosen(name.slice(0, longestMark))) return { name, isMarked: false };
  const open = /^(?:\*\*|__)/.exec(name)?.[0] ?? '';
  const label = chosenLabel.exec(name)?.[0] ?? '';
  if (label !== '') return { name: name.slice(label.length), isMarked: true };
  const { counter } = chosenCounter.exec(name)?.groups ?? {};
  if (counter !== undefined && /(?:\p{Lu}|\d)$/u.test(counter))
    return { name: name.replace(chosenCounter, counter), isMarked: true };
  const inner = name.slice(open.length);
  const mark = chosenAtStart.exec(inner)?.[0] ?? '';
  return { name: open + name.slice(open.length + mark.length), isMarked: mark !== '' };
}

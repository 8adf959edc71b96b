import { adrLanguages } from '../../language/adr-language.ts';
import { type AdrWords, variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';

// What is around the title of an option, or behind it, and says whether that was chosen.

const wordsOf = (entryOf: (words: AdrWords) => string) =>
  adrLanguages.flatMap((language) => variantsOf(entryOf(adrWords[language])));

/** The first or last words of phrases. */
const wordsAt = (place: number, phrases: readonly string[]) =>
  new Set(
    phrases.map((phrase) =>
      phrase
        .split(/[ '’-]/)
        .at(place)
        ?.toLowerCase(),
    ),
  );

/** Whether a word may be one of these, which takes less time to look up than the patterns that read them. */
const mayBe = (words: ReadonlySet<string | undefined>, word = '') => isDense(word) || words.has(word.toLowerCase());

/** “Chosen”, “accepted”, “our choice”, in all languages. */
export const chosenWords = wordsOf((words) => words.chosen);
const chosen = oneOf(chosenWords);
const longChosen = oneOf(chosenWords.filter((word) => isDense(word) || word.length > 3));
/** “Chosen”, and “chosen option”, in front of a title. */
const leadWords = [...chosenWords, ...wordsOf((words) => words.chosenLeads)].filter(
  (word) => isDense(word) || word.length > 3,
);
const leads = oneOf(leadWords);
const knownLeads = new Set(leadWords.map((word) => word.toLowerCase()));
/** What is in front of a colon, a dash or the end of emphasis. */
const beforeMark = /^(?:\P{L}{1,4}[ ])?(?<lead>[^:：—–*_\n]{1,60}?)[ ]?(?:[:：]|\*\*|__|[ ](?:[—–]|-{1,2})[ ])/u;

/** Whether a text may begin with “chosen” or the like: looking that up takes less time than the patterns that read it. */
function mayLead(text: string): boolean {
  const lead = beforeMark.exec(text)?.groups?.lead;
  return lead !== undefined && knownLeads.has(lead.toLowerCase());
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
  'u',
);
const chosenEnd = new RegExp(
  `(?: ?${emoji}(?: (?:${longChosen}))?|, (?:${longChosen})| ?\\*{1,2}\\((?:${chosen})\\)\\*{1,2}| (?:[-–—←]|<-) (?:\\*\\*)?(?:${chosen})(?:\\*\\*)?| \\[(?:${chosen})\\])$`,
  'iu',
);
const refusedWords = wordsOf((words) => words.rejecting);
const refused = oneOf(refusedWords);
const firstOfRefused = wordsAt(0, refusedWords);
const behindMark = /(?: [-–—]{1,2} ?|[:：] ?)[*_]{0,2}(?<word>\p{L}+)/gu;

/** Whether a title may end with “rejected” or the like behind a dash or a colon. */
function mayRefuse(title: string): boolean {
  return [...title.matchAll(behindMark)].some(({ groups }) => mayBe(firstOfRefused, groups?.word));
}

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

const firstOfChosen = wordsAt(0, chosenWords);
const lastOfChosen = new Set(
  chosenWords.map((word) =>
    word
      .split(/[ '’-]/)
      .at(-1)
      ?.toLowerCase(),
  ),
);
const firstWord = /^[^\p{L}\n]{0,8}(?<word>\p{L}+)/u;
const lastWord = /(?<!\p{L})(?<word>\p{L}+)[\])*]{0,4}$/u;

/** Whether a text, such as what is said behind a title, begins with that remark. */
export function beginsChosen(text: string): boolean {
  return mayBe(firstOfChosen, firstWord.exec(text)?.groups?.word) && verdict.test(text);
}

/** The mark of the chosen option at the end of a title; '' if it has none. */
export function chosenAtEnd(title: string): string {
  const end = title.slice(-longestMark);
  const word = lastWord.exec(end)?.groups?.word;
  // Without a word, it may end with a sign.
  const isPossible = mayMark.test(end) && (word === undefined || mayBe(lastOfChosen, word));
  return isPossible ? (chosenEnd.exec(end)?.[0] ?? '') : '';
}

/** What a title says of its rejection at its end, and how that is written; undefined if it says nothing. */
export function rejectedAtEnd(title: string): { readonly written: string; readonly words: string } | undefined {
  const end = title.slice(-longestRefusal);
  const match = mayRefuse(end) ? refusedEnd.exec(end) : null;
  return match === null ? undefined : { written: match[0], words: (match.groups?.words ?? '').replaceAll(/[*_]/g, '') };
}

/** What a mark at the end of a title has in it, and the longest one, in UTF-16 units. */
const mayMark = /[✅✔⭐🏆👈👉🟢,—–←<[(-]/u;
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
  const open = /^(?:\*\*|__)/.exec(name)?.[0] ?? '';
  const isLead = mayLead(name.slice(open.length));
  const label = isLead ? (chosenLabel.exec(name)?.[0] ?? '') : '';
  if (label !== '') return { name: name.slice(label.length), isMarked: true };
  const { counter } = chosenCounter.exec(name)?.groups ?? {};
  if (counter !== undefined) return { name: name.replace(chosenCounter, counter), isMarked: true };
  const inner = name.slice(open.length);
  const mark = isLead || /^[^\p{L}\p{N}]/u.test(inner) ? (chosenAtStart.exec(inner)?.[0] ?? '') : '';
  return { name: open + name.slice(open.length + mark.length), isMarked: mark !== '' };
}

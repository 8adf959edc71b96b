import type { AdrLanguage } from '../../../language/adr-language.ts';
import { boundary, type Reference } from './marks.ts';
import { isBackward } from './statement.ts';
import { type Token, wordsOf } from './tokens.ts';
import type { Found } from './verbs.ts';
import { isBelonging, isConjunction, isMeans, isNoun, type Verb } from './words.ts';

/** How many words may be in front of the first ADR, and between two of them. */
const longestLead = 14;

/** How far what a verb is about may reach, and the languages of the words in it. */
export interface Reach {
  readonly limit: number;
  readonly languages: readonly AdrLanguage[];
}

/** What a verb is about. */
export interface Slot {
  readonly references: readonly Reference[];
  readonly isSelf: boolean;
  /** The words in front of the first ADR. */
  readonly lead: readonly string[];
  /** Whether nothing is said in it. */
  readonly isEmpty: boolean;
  readonly end: number;
}

/** The ADRs that a verb is about: “supersedes the rules of ADR-0003, and those in ADR-0004”. */
export function slotOf(sentence: readonly Token[], { verb, from }: Found, { limit, languages }: Reach): Slot {
  const isLabeled = sentence[from]?.word === ':';
  const first = isLabeled ? from + 1 : from;
  let at = first;
  while (at < limit && at < first + longestLead && isInLead(sentence, at, verb)) at += 1;
  const token = at < limit ? sentence[at] : undefined;
  const lead = wordsOf(sentence.slice(first, at));
  const isNamed = token?.isSelf === true || token?.reference !== undefined;
  if (!isNamed || !mayLead(lead, languages)) {
    const next = sentence[first];
    const isEmpty =
      !isLabeled && (next === undefined || first === limit || /^[;,)—]$/.test(next.word) || next.word === 'for');
    return { references: [], isSelf: false, lead, isEmpty, end: at };
  }
  // “ADR-0003 replaces this with tin.”
  const isBare = token.word !== '' && !token.word.includes(' ');
  const isSelf = token.isSelf && !(isBare && isMeans(sentence[at + 1]?.word ?? ''));
  if (token.isSelf) return { references: [], isSelf, lead, isEmpty: false, end: at + 1 };
  return { ...listAt(sentence, at, { limit, languages }), isSelf: false, lead, isEmpty: false };
}

/** Whether a word may be in front of the ADR that a verb is about. */
function isInLead(sentence: readonly Token[], at: number, verb: Verb): boolean {
  const { word, reference, isSelf } = sentence[at] ?? { word: '', reference: undefined, isSelf: false };
  if (reference !== undefined || isSelf) return false;
  // “replaces the earlier decision (ADR-0003)”
  if (word === '(') return isNoun(sentence[at - 1]?.word ?? '') && !isBackward(verb.kind);
  return !(boundary.test(word) || word === ',');
}

function mayLead(words: readonly string[], languages: readonly AdrLanguage[]): boolean {
  const last = words.at(-1);
  if (last === undefined || last === '(' || (words.length === 1 && last.length < 4)) return true;
  if (isBelonging(last, languages) || isNoun(last)) return true;
  // “de l’ADR-0003”
  return last.length === 1 && isBelonging(words.at(-2) ?? '', languages);
}

/** The ADRs from a place on that are joined to each other, with what is said of each. */
function listAt(
  sentence: readonly Token[],
  start: number,
  { limit, languages }: Reach,
): { readonly references: readonly Reference[]; readonly end: number } {
  const references: Reference[] = [];
  let at = start;
  let end = start;
  while (at !== -1 && at < limit) {
    const reference = sentence[at]?.reference;
    if (reference === undefined) break;
    references.push(reference);
    end = at + 1;
    at = nextInList(sentence, end, { limit, languages });
  }
  return { references, end };
}

/** Where the next ADR of a list is, or -1. */
function nextInList(sentence: readonly Token[], from: number, { limit, languages }: Reach): number {
  let at = behindRemark(sentence, from);
  let joint = -1;
  for (const last = Math.min(limit, at + longestLead); at < last; at += 1) {
    const token = sentence[at];
    if (token === undefined || token.isSelf || boundary.test(token.word)) return -1;
    if (token.reference !== undefined) break;
    if (isConjunction(token.word) || (token.word === ',' && at === from)) joint = at;
    else if (token.word === ',' && joint === -1) joint = at;
  }
  if (sentence[at]?.reference === undefined || joint === -1 || at >= limit) return -1;
  const lead = wordsOf(sentence.slice(joint + 1, at)).filter((word) => word !== ',');
  const isAdded = isConjunction(sentence[joint]?.word ?? '');
  const isOnlyJoint = lead.every((word) => isNoun(word) || isConjunction(word));
  return isOnlyJoint || (isAdded && mayLead(lead, languages)) ? at : -1;
}

/** Where a remark in brackets ends that begins at a place. */
function behindRemark(sentence: readonly Token[], from: number): number {
  if (sentence[from]?.word !== '(') return from;
  const end = sentence.findIndex(({ word }, at) => at > from && word === ')');
  return end === -1 ? from : end + 1;
}

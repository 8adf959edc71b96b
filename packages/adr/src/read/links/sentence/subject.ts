import { isLabel } from '../phrases.ts';
import { boundary, type Reference } from './marks.ts';
import { type Token, wordsOf } from './tokens.ts';
import { isConjunction, isHere, isNoun } from './words.ts';

/** How many words there may be in front of this ADR, and from it, or from another one, to the verb. */
const longest = { opening: 3, subject: 5, tail: 9 };

/** Who does something in a sentence: this ADR, as it says or not, others, or something else. */
export type Subject = 'self' | 'unsaid' | 'thing' | readonly Reference[];

/** The words in front of a verb, back to the beginning of its clause. */
export function clauseBefore(sentence: readonly Token[], start: number, earliest: number): readonly Token[] {
  const before = sentence.slice(0, start);
  const end = before.findLastIndex(({ word }) => boundary.test(word));
  return before.slice(Math.max(end + 1, Math.min(earliest, start)));
}

/** Whether a sentence begins with this ADR, perhaps behind a label or a few words. */
export function opensWithSelf(sentence: readonly Token[]): boolean {
  const at = sentence.findIndex(({ isSelf }) => isSelf);
  if (at === -1) return false;
  const before = sentence.slice(0, at);
  return before.length <= longest.opening || /^[,:]$/.test(before.at(-1)?.word ?? '');
}

/** The ADRs that a sentence begins with if a clause without a subject is about them: “ADR-0003 — superseded by …”. */
export function topicOf(sentence: readonly Token[], clause: number): readonly Reference[] | undefined {
  const opening = sentence.slice(0, clause);
  const from = opening.findLastIndex(({ word }) => word === ';') + 1;
  const first = opening.slice(from).find(({ word }) => !isNoun(word));
  return first?.reference === undefined || first.isSelf ? undefined : joinedBefore(opening, opening.indexOf(first) + 1);
}

export function subjectOf(left: readonly Token[], isAboutSelf: boolean): Subject {
  const isAdded = isConjunction(left.at(-1)?.word ?? '') || left.at(-1)?.word === ',';
  const words = isAdded ? left.slice(0, -1) : left;
  if (words.length === 0) return 'unsaid';
  const self = words.findLastIndex(({ isSelf }) => isSelf);
  const other = words.findLastIndex(({ reference, isSelf }) => reference !== undefined && !isSelf);
  if (isAdded && isAboutSelf) return 'self';
  if (other > self) {
    if (words.length - other - 1 > longest.tail) return 'thing';
    return joinedBefore(words, other + 1);
  }
  if (self !== -1) {
    const opening = words.slice(0, self);
    const last = opening.at(-1)?.word ?? ',';
    const isOpen = opening.length <= longest.opening || last === ',' || isConjunction(last);
    return isOpen && words.length - self - 1 <= longest.subject ? 'self' : 'thing';
  }
  if ((words[0]?.word === 'it' && isAboutSelf) || words.some(({ word }) => isHere(word))) return 'self';
  return isLabel(wordsOf(words).join(' ')) ? 'unsaid' : 'thing';
}

/** The ADRs that are named right in front of a place, one joined to the other. */
function joinedBefore(tokens: readonly Token[], end: number): Reference[] {
  const found: Reference[] = [];
  for (let at = end - 1; at >= 0; at -= 1) {
    const { reference, word } = tokens[at] ?? { word: '', reference: undefined };
    if (reference !== undefined) found.unshift(reference);
    else if (!(word === ',' || isConjunction(word) || isNoun(word))) break;
  }
  return found;
}

/** The ADRs that are named nearest in front of a place, in the same sentence. */
export function antecedents(sentence: readonly Token[], before: number): Reference[] {
  const at = sentence.slice(0, before).findLastIndex(({ reference }) => reference !== undefined);
  return at === -1 ? [] : joinedBefore(sentence, at + 1);
}

/** Whether an independent clause stands between the ADR that is named last and a place. */
export function isBehindClause(sentence: readonly Token[], before: number): boolean {
  const opening = sentence.slice(0, before);
  const at = opening.findLastIndex(({ reference }) => reference !== undefined);
  return opening.slice(at).some(({ word }) => word === ';');
}

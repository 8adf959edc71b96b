import type { AdrLanguage } from '../../../language/adr-language.ts';
import { isDense } from '../../../language/patterns.ts';
import { meaningOfStatus } from '../../metadata/status.ts';
import type { StatedLink } from '../../warning.ts';
import { isEnglish, isLabel } from '../phrases.ts';
import type { Reference } from './marks.ts';
import { slotOf } from './slot.ts';
import { isBackward, opposite, type Statement } from './statement.ts';
import {
  antecedents,
  clauseBefore,
  isBehindClause,
  opensWithSelf,
  type Subject,
  subjectOf,
  topicOf,
} from './subject.ts';
import { type Token, wordsOf } from './tokens.ts';
import { type Found, verbsIn } from './verbs.ts';
import { isDenied, isDeniedBehind, isDoubtful, isHere, isNoun, type Verb } from './words.ts';

/** In how many words in front of a verb a doubt is looked for. */
const longestDoubt = 12;

/** What is known of the ADR that has the sentences. */
export interface Context {
  readonly language: AdrLanguage | undefined;
  /** Whether another ADR is newer than this one, as far as their numbers tell. */
  isLater(reference: Reference): boolean | undefined;
}

/** What the sentences of a block say of the ADRs that they name. */
export function statementsIn(sentences: readonly (readonly Token[])[], context: Context): Statement[] {
  let wasAboutSelf = false;
  return sentences.flatMap((sentence) => {
    const reader = readerOf(sentence, wasAboutSelf, context);
    wasAboutSelf = reader.isAboutSelf || (wasAboutSelf && sentence[0]?.word === 'it');
    return reader.statements.length > 0 ? reader.statements : successorIn(sentence, context);
  });
}

/** The only ADR that a sentence names which begins with the status of a superseded one: “Superseded — see ADR-0012”. */
function successorIn(sentence: readonly Token[], { language, isLater }: Context): Statement[] {
  const named = sentence.flatMap(({ reference, isSelf }) => (reference === undefined || isSelf ? [] : [reference]));
  const [only] = named;
  // “取代：…” is both what was superseded and what supersedes.
  if (only === undefined || named.length > 1 || isDense(wordsOf(sentence).join('')) || isLater(only) !== true)
    return [];
  const colon = sentence.findIndex(({ word }) => word === ':');
  const isSaid = (from: number) =>
    /^[;:,(—]$/.test(sentence[from + 1]?.word ?? '') && meaningOfStatus(sentence[from]?.word ?? '') === 'superseded';
  const isLabeled = colon > 0 && isLabel(wordsOf(sentence.slice(0, colon)).join(' '));
  if (!isSaid(0) && !(isLabeled && isSaid(colon + 1))) return [];
  return isDoubtful(wordsOf(sentence), [language ?? 'en', 'en']) ? [] : [[only, 'superseded by']];
}

function readerOf(
  sentence: readonly Token[],
  wasAboutSelf: boolean,
  context: Context,
): { readonly statements: readonly Statement[]; readonly isAboutSelf: boolean } {
  const verbs = verbsIn(sentence);
  let isAboutSelf = opensWithSelf(sentence) || (wasAboutSelf && sentence[0]?.word === 'it');
  const statements: Statement[] = [];
  let subjectBefore: Subject = 'unsaid';
  for (const [index, found] of verbs.entries()) {
    const limit = found.verb.after.length > 0 ? found.to : (verbs[index + 1]?.start ?? sentence.length);
    const left = clauseBefore(sentence, found.start, verbs[index - 1]?.from ?? 0);
    const said = subjectOf(left, isAboutSelf);
    if (isNone(sentence, found, left, verbs[index - 1])) continue;
    const subject = said === 'unsaid' ? (topicOf(sentence, found.start - left.length) ?? said) : said;
    if (subject === 'unsaid' && !found.verb.needsSubject && found.start === left.length) isAboutSelf = true;
    const instead = insteadOf(verbs[index - 1], found, sentence);
    const clause = instead === undefined ? { left, subject } : { left: [], subject: subjectBefore };
    statements.push(...statementsOf(sentence, instead ?? found, { ...clause, limit, isAboutSelf, context }));
    subjectBefore = subject;
  }
  return { statements, isAboutSelf };
}

/** What is said rather than a verb that is denied: “amends, does not supersede, ADR-0003”. */
function insteadOf(before: Found | undefined, found: Found, sentence: readonly Token[]): Found | undefined {
  if (before === undefined || sentence[before.from]?.word !== ',' || before.verb.after.length > 0) return undefined;
  const between = wordsOf(sentence.slice(before.from + 1, found.start));
  if (between.length > 3 || !isDenied(between, [found.verb.language])) return undefined;
  const from = sentence[found.from]?.word === ',' ? found.from + 1 : found.from;
  return { ...found, verb: { ...found.verb, kind: before.verb.kind }, from };
}

/** Whether a verb is one of several in a label, “Supersedes / amends:”, or in a list of what a status may be. */
function isNone(sentence: readonly Token[], found: Found, left: readonly Token[], before: Found | undefined): boolean {
  if (sentence[found.from]?.word === ':') return left.length > 0 || before?.from === found.start;
  const isChoice = left.length === 0 && sentence[found.start - 1]?.word === '|';
  return isChoice && sentence.filter(({ word }) => word === '|').length > 1;
}

interface Clause {
  readonly left: readonly Token[];
  readonly subject: Subject;
  readonly limit: number;
  readonly isAboutSelf: boolean;
  readonly context: Context;
}

function statementsOf(sentence: readonly Token[], found: Found, clause: Clause): Statement[] {
  const { verb } = found;
  const { left, subject, context } = clause;
  const { isLater } = context;
  if (isEnglish(verb.before.join(' ')) && context.language !== verb.language) return [];
  const languages = languagesOf(verb, context);
  const slot = slotOf(sentence, found, { limit: clause.limit, languages });
  const doubt = wordsOf(left.slice(-longestDoubt));
  const behind = wordsOf(sentence.slice(slot.end, Math.min(slot.end + 2, clause.limit)));
  const isDoubted =
    isDoubtful(doubt, languages) || isDeniedBehind(behind, languages) || isDenied(slot.lead.slice(0, 1), languages);
  if (slot.isSelf) {
    const mayBeBefore = isBackward(verb.kind) && !(subject === 'thing' && isBehindClause(sentence, found.start));
    const others = Array.isArray(subject) ? subject : mayBeBefore ? antecedents(sentence, found.start) : [];
    return others.map((reference: Reference): Statement => [reference, isDoubted ? 'none' : opposite[verb.kind]]);
  }
  if (slot.references.length === 0) {
    // “ADR-0003 — refines.”
    const isAlone = left.length === 0 && found.end === sentence.length && !isBackward(verb.kind) && !verb.needsSubject;
    if (isAlone && Array.isArray(subject)) return subject.map((one: Reference): Statement => [one, verb.kind]);
    const others = Array.isArray(subject) && isByThis(sentence, found, left, slot.isEmpty) ? subject : [];
    if (others.length > 0) return others.map((one: Reference): Statement => [one, isDoubted ? 'none' : 'supersedes']);
    const isBehind = verb.kind === 'supersedes' && slot.isEmpty && hasSelfAtEnd(left, verb);
    const before = isBehind ? antecedents(sentence, found.start - 1).filter((one) => isLater(one) !== undefined) : [];
    return before.map((reference): Statement => [reference, 'supersedes']);
  }
  const say = (kind: StatedLink | 'none') => slot.references.map((reference): Statement => [reference, kind]);
  if (Array.isArray(subject)) return say('none');
  if (isDoubted) return subject === 'thing' ? [] : say('none');
  if (subject === 'self') return say(verb.kind);
  if (subject === 'unsaid') return !verb.needsSubject || clause.isAboutSelf ? say(verb.kind) : [];
  const lead = slot.lead.filter((word) => !isNoun(word));
  const isPart = isBackward(verb.kind) && lead.length < 2 && lead.every((word) => word.length < 4);
  return isPart && slot.references.every((reference) => isLater(reference) === true) ? say(verb.kind) : [];
}

/** Whether this ADR is what supersedes others, which no word in front of it says: “With this ADR, ADR-0003 is replaced”. */
function isByThis(sentence: readonly Token[], { verb, end }: Found, left: readonly Token[], isEmpty: boolean): boolean {
  if (verb.kind !== 'supersedes') return false;
  if (isHere(sentence[end]?.word ?? '')) return true;
  return isEmpty && left.some(({ isSelf, word }) => isSelf || isHere(word));
}

/** Whether words in front of a verb end with this ADR: “that this design supersedes”, but not “this partial supersede”. */
function hasSelfAtEnd(left: readonly Token[], { language, before }: Verb): boolean {
  if (left.at(-1)?.isSelf === true) return true;
  return left.at(-2)?.isSelf === true && (language !== 'en' || before[0]?.endsWith('s') === true);
}

/** The languages of a sentence: people mix English words into theirs. */
function languagesOf({ language }: Verb, context: Context): readonly AdrLanguage[] {
  return [...new Set([language, 'en', context.language ?? 'en'] as const)];
}

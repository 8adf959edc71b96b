import type { AdrLanguage } from '../../../language/adr-language.ts';
import type { StatedLink } from '../../warning.ts';
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
import { isDenied, isDeniedBehind, isDoubtful, isNoun, type Verb } from './words.ts';

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
    return reader.statements;
  });
}

function readerOf(
  sentence: readonly Token[],
  wasAboutSelf: boolean,
  context: Context,
): { readonly statements: readonly Statement[]; readonly isAboutSelf: boolean } {
  const verbs = verbsIn(sentence);
  let isAboutSelf = opensWithSelf(sentence) || (wasAboutSelf && sentence[0]?.word === 'it');
  const statements: Statement[] = [];
  for (const [index, found] of verbs.entries()) {
    const limit = found.verb.after.length > 0 ? found.to : (verbs[index + 1]?.start ?? sentence.length);
    const left = clauseBefore(sentence, found.start, verbs[index - 1]?.from ?? 0);
    const said = subjectOf(left, isAboutSelf);
    // “Supersedes and superseded by:” says nothing of either.
    if (sentence[found.from]?.word === ':' && left.length > 0) continue;
    const subject = said === 'unsaid' ? (topicOf(sentence, found.start - left.length) ?? said) : said;
    if (subject === 'unsaid' && !found.verb.needsSubject && found.start === left.length) isAboutSelf = true;
    statements.push(...statementsOf(sentence, found, { left, subject, limit, isAboutSelf, context }));
  }
  return { statements, isAboutSelf };
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
    const isBehind = verb.kind === 'supersedes' && slot.isEmpty && left.at(-1)?.isSelf === true;
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

/** The languages of a sentence: people mix English words into theirs. */
function languagesOf({ language }: Verb, context: Context): readonly AdrLanguage[] {
  return [...new Set([language, 'en', context.language ?? 'en'] as const)];
}

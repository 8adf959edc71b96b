import type { Status } from '../../content/content.ts';
import { isDense } from '../../language/patterns.ts';

/** What a version, a phase or a milestone may be called in front of a status: “P2 accepted”, “Phase 2 — accepted”. */
const stage =
  /^[^\p{L}\p{N}]{0,4}(?!ADR|RFC)(?:\p{L}{3,14}\s)?(?:(?<=\s)|\p{Lu}{1,4}|v)\d{1,3}(?:\.\d{1,3}){0,2}[A-Z]?\s?[-–—:：·|/]?\s?(?=\D)/u;

/** An adverb in front of a status that changes nothing about it: “Formally accepted”. One of time says that it was. */
const adverb =
  /^[^\p{L}\p{N}]{0,4}(?!former|previous|original|initial|near|hard|like|possib|probab|on)(?:\p{L}{3,14}ly|already|now|de facto)\s/iu;

/** The ADR that a status may begin with, with a short word in front of it: “Durch ADR-12 ersetzt”, “ADR-12로 대체됨”. */
const reference = /^(?:\p{L}{1,8}\s)?(?:\[[^[\]\n]{1,80}\]\([^()\s]{1,200}\)|ADR[-_ ]?#?\d{1,5})/u;

/** How many letters of particles may be between such an ADR and what is said of it. */
const longestParticle = 8;

/** The longest clause that ends with its status, in UTF-16 units. */
const longestClause = 24;
const clause = /^[^，,；;。.（()）:：\n]{3,25}/;

/** What shows that something is done, in languages without blanks: at the beginning or the end of the word for it. */
const done = /^已|済み?$|됨$/;
const denied = /[未不没沒非미]$/;

/**
 * The status that a text doesn't begin with: behind a stage or an adverb, behind the ADR that supersedes this one, or at the end of a
 * clause of Chinese, Japanese or Korean. `find` knows the words, and `findFirst` that at the beginning of a text.
 */
export function statusBehind(
  said: string,
  find: (word: string) => Status | undefined,
  findFirst: (text: string) => Status | undefined,
): Status | undefined {
  const before = (stage.exec(said) ?? adverb.exec(said))?.[0];
  const staged = before === undefined ? undefined : findFirst(said.slice(before.length));
  if (staged !== undefined) return staged;
  const named = reference.exec(said)?.[0];
  if (named !== undefined) return supersededBehind(said.slice(named.length), findFirst);
  return isDense(said) ? statusAtEnd(clause.exec(said)?.[0].trim() ?? '', find) : undefined;
}

function supersededBehind(rest: string, findFirst: (text: string) => Status | undefined): Status | undefined {
  for (let at = 0; at <= longestParticle && at < rest.length; at += 1) {
    const isStart = /\s/.test(rest.charAt(at - 1)) || isDense(rest.charAt(at));
    if (isStart && findFirst(rest.slice(at)) === 'superseded') return 'superseded';
  }
  return undefined;
}

function statusAtEnd(text: string, find: (word: string) => Status | undefined): Status | undefined {
  if (text.length > longestClause) return undefined;
  for (let at = 1; at < text.length - 1; at += 1) {
    const word = text.slice(at);
    const found =
      done.test(word) && isDense(word.charAt(0)) && !denied.test(text.slice(0, at)) ? find(word) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

import { createHash } from 'node:crypto';
import type { Decision } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { People } from '../../decision/person.ts';
import type { Argument } from '../../decision/proposal/argument.ts';
import { checkCorrectable, findArgument, findOption, isCorrectable } from '../../decision/proposal/correction.ts';
import type { Option } from '../../decision/proposal/option.ts';
import { checkMayCorrect, mayCorrect } from '../../policy/correct.ts';
import { findForReader } from '../access/access.ts';
import { authorsOf, learnPeople } from '../access/people.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';

/** An option or an argument of a decision. */
export interface Entry {
  readonly what: 'option' | 'reason';
  readonly id: string;
}

/** What somebody may correct or withdraw, in the order of the card: options, and arguments about each. */
export interface Correctable {
  readonly decision: Decision;
  readonly entries: readonly CorrectableEntry[];
  readonly people: People;
}

/** An option that somebody may correct, or an argument about `option`. */
export type CorrectableEntry =
  | { readonly what: 'option'; readonly option: Option }
  | { readonly what: 'reason'; readonly option: Option; readonly argument: Argument };

function listCorrectable(decision: Decision, userId: string, now: Date): CorrectableEntry[] {
  const isOpen = isCorrectable(decision, now);
  return decision.options.flatMap((option): CorrectableEntry[] => {
    const isTheirs = isOpen && mayCorrect(decision, { authorId: option.addedBy }, userId);
    const theirs = decision.arguments
      .filter((argument) => argument.optionId === option.id && mayCorrect(decision, argument, userId))
      .filter(({ madeAt }) => isCorrectable(decision, now, madeAt));
    return [
      ...(isTheirs ? [{ what: 'option', option } as const] : []),
      ...theirs.map((argument) => ({ what: 'reason', option, argument }) as const),
    ];
  });
}

/** Whether there is anything that somebody may correct or withdraw. */
export function hasCorrectable({ now }: Pick<Ports, 'now'>, decision: Decision, { userId }: Actor): boolean {
  return listCorrectable(decision, userId, now()).length > 0;
}

/** What somebody may correct or withdraw. Throws RuleBroken if that is nothing. */
export async function findCorrectable(ports: Ports, decisionId: string, actor: Actor): Promise<Correctable> {
  const decision = await findForReader(ports, decisionId, actor);
  const entries = listCorrectable(decision, actor.userId, ports.now());
  if (entries.length === 0) {
    checkCorrectable(decision, ports.now());
    throw new RuleBroken({ code: 'nothing to correct' });
  }
  return { decision, entries, people: await learnPeople(ports, decision.teamId, authorsOf(decision)) };
}

/** One thing that somebody may correct. */
export interface ToCorrect {
  readonly decision: Decision;
  readonly entry: CorrectableEntry;
  readonly people: People;
}

/** One thing that somebody wants to correct. Throws RuleBroken when they may not, when it is gone, or too late. */
export async function findToCorrect(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  { what, id }: Entry,
): Promise<ToCorrect> {
  const decision = await findForReader(ports, decisionId, actor);
  const people = await learnPeople(ports, decision.teamId, authorsOf(decision));
  if (what === 'option') {
    const option = findOption(decision, id);
    checkMayCorrect(decision, { what, authorId: option.addedBy }, actor.userId, people);
    checkCorrectable(decision, ports.now());
    return { decision, people, entry: { what, option } };
  }
  const argument = findArgument(decision, id);
  checkMayCorrect(decision, { what, authorId: argument.authorId }, actor.userId, people);
  checkCorrectable(decision, ports.now(), argument.madeAt);
  const option = findOption(decision, argument.optionId);
  return { decision, people, entry: { what, argument, option } };
}

/** A short name for the words of an option or argument, by which a form knows whether somebody else changed them. */
export function wordingOfEntry(entry: CorrectableEntry): string {
  const words =
    entry.what === 'option'
      ? [entry.option.title, entry.option.description]
      : [entry.argument.kind, entry.argument.text];
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url');
}

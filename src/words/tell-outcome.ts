import type { Reason } from '../decision/decision.ts';
import { type Departure, renamePeople } from '../decision/outcome/departure.ts';
import { isByVote } from '../decision/outcome/find-departures.ts';
import type { Language } from './language.ts';
import type { ToldDecision, ToldSentence } from './outcome-words.ts';
import type { RecordLanguage } from './record-language.ts';
import { say, type Words } from './say.ts';
import { typed } from './typed.ts';

/** What an outcome has in common wherever it is told; `Who` is how it has people. */
export interface TellableOutcome<Who> {
  readonly reason: Reason | undefined;
  /** Undefined if it followed from the vote by itself. */
  readonly decidedBy: Who | undefined;
  readonly confirmedBy?: Who | undefined;
  readonly departures: readonly Departure<Who>[];
}

/** Why something was decided, in somebody's own words; '' if only the rule speaks. */
export function ownReason(reason: Reason | undefined): string {
  return reason?.by === 'person' ? reason.text : '';
}

/** Who decided and against what, in sentences. */
export function tellDecision<Who>(
  { outcomes, verdicts }: Pick<RecordLanguage, 'outcomes' | 'verdicts'>,
  outcome: TellableOutcome<Who>,
  nameOf: (who: Who) => string,
): readonly ToldSentence[] {
  const { reason } = outcome;
  const figures = reason === undefined || reason.by === 'person' ? '' : verdicts.giveReason(reason);
  return outcomes.decided({ ...toldOf(outcome, nameOf), figures });
}

/** A sentence in pieces, with its reason as it was meant. */
export function wordTold({ text, reason = '' }: ToldSentence): Words {
  return say`${text}${typed(reason)}`;
}

/** The same in a phrase that follows a comma; '' if the vote decided and nothing stood against it. */
export function tellDecisionBriefly<Who>(
  { outcomes }: Pick<Language, 'outcomes'>,
  outcome: Omit<TellableOutcome<Who>, 'reason'>,
  nameOf: (who: Who) => string,
): string {
  return outcomes.decidedBriefly(toldOf(outcome, nameOf));
}

function toldOf<Who>(
  { decidedBy, confirmedBy, departures }: Omit<TellableOutcome<Who>, 'reason'>,
  nameOf: (who: Who) => string,
): Omit<ToldDecision, 'figures'> {
  const by = decidedBy === undefined ? undefined : nameOf(decidedBy);
  const told = { by, isByVote: isByVote({ decidedBy, departures }), departures: renamePeople(departures, nameOf) };
  return confirmedBy === undefined ? told : { ...told, confirmedBy: nameOf(confirmedBy) };
}

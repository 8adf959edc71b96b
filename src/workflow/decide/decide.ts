import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  type Consequence,
  type Decision,
  hidesTally,
  type Outcome,
  phaseOf,
  type Reason,
} from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import { endHolds } from '../../decision/objection/objection.ts';
import { awaitSecond, isInPlaceOfVote, needsSecond, seeVote } from '../../decision/outcome/confirmation.ts';
import { findDepartures } from '../../decision/outcome/find-departures.ts';
import { gatherFacts } from '../../decision/outcome/gather-facts.ts';
import { checkUnopposed, judge } from '../../decision/outcome/judge.ts';
import { checkOpen, checkOutcome, decide, type OutcomeForm, withdraw } from '../../decision/outcome/outcome.ts';
import type { VerdictFacts } from '../../decision/outcome/verdict-facts.ts';
import type { Status } from '../../decision/status.ts';
import { hideFigures, type Tally } from '../../decision/tally/tally.ts';
import { cleanText } from '../../decision/text.ts';
import type { UndatedVotes } from '../../decision/vote/undated.ts';
import { checkMayOverrideNow, findForManager } from '../access/access.ts';
import { changeDecision, type Move } from '../change/change.ts';
import type { Actor } from '../ports/actor.ts';
import { ChatError } from '../ports/chat/chat-error.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { jobArchive } from '../settings/repository.ts';
import { countBallots } from '../vote/count-ballots.ts';
import { findStanding } from '../vote/standing.ts';
import { findUndated } from '../vote/undated-votes.ts';
import { reconcileVote } from '../vote/vote.ts';

/** The consequences suggested by the arguments for and against an option; only the first ones if there are many. */
export function suggestConsequences(decision: Decision, optionId: string | undefined): Consequence[] {
  const kinds = { pro: 'good', con: 'bad', neutral: 'neutral' } as const;
  return decision.arguments
    .filter((argument) => argument.optionId === optionId)
    .slice(0, limits.consequences)
    .map(({ kind, text }) => ({ kind: kinds[kind], text }));
}

/** What the outcome modal is prefilled with. */
export interface OutcomeSuggestion {
  readonly decision: Decision;
  readonly tally: Tally | undefined;
  /** Votes that may or may not have been in time. */
  readonly undated?: UndatedVotes | undefined;
  readonly chosenOptionId: string | undefined;
  /** What the rule would choose, and why; undefined when it chooses nothing. */
  readonly verdict: VerdictFacts | undefined;
  readonly consequences: readonly Consequence[];
}

/** Prepares the outcome modal from the tally and the arguments. Throws RuleBroken for people who may not decide. */
export async function suggestOutcome(ports: Ports, decisionId: string, actor: Actor): Promise<OutcomeSuggestion> {
  checkOpen(await findForManager(ports, decisionId, actor, 'record the outcome'));
  await reconcileVote(ports, decisionId);
  const decision = endHolds(await findForManager(ports, decisionId, actor, 'record the outcome'), ports.now());
  const counted = await countBallots(ports.store.read, decision);
  const isHidden = hidesTally(decision);
  const tally = counted && isHidden ? hideFigures(counted) : counted;
  const undated = isHidden ? undefined : await findUndated(ports.store.read, decision);
  // When it is unclear how a vote ended, nothing is suggested.
  const isKnown = !isHidden && undated?.isSettled !== false;
  const verdict = decision.voting && tally && isKnown ? judge(decision, tally) : undefined;
  const chosenOptionId = verdict?.kind === 'chosen' ? verdict.option.id : undefined;
  const consequences = suggestConsequences(decision, chosenOptionId);
  const chosen = verdict?.kind === 'chosen' && tally ? gatherFacts(verdict, tally) : undefined;
  return { decision, tally, undated, chosenOptionId, verdict: chosen, consequences };
}

/**
 * Records what was decided by somebody who may decide, and starts its way to git. `suggested` is the verdict whose
 * reason they left as the form had it: the rule is then the reason, if it still says so. Throws RuleBroken.
 */
export async function recordOutcome(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  form: OutcomeForm & { readonly suggested?: VerdictFacts | undefined },
): Promise<void> {
  const seen = await findForManager(ports, decisionId, actor, 'record the outcome');
  checkOpen(seen);
  checkOutcome(form, seen);

  const refused = await checkMayOverrideNow(ports, seen, actor, 'decide in place of the vote').then(
    () => undefined,
    (error) => {
      if (error instanceof RuleBroken) return error;
      throw error;
    },
  );
  await reconcileIfPossible(ports, decisionId);

  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    const answer = checkOutcome(form, before);
    const objectors = before.objections.map(({ authorId }) => authorId);
    if (form.answer === 'accept') checkUnopposed(before, await records.people.find(before.teamId, objectors));
    const reason = (await findSuggestedReason(records, before, form)) ?? answer.reason;
    const choice = { chosenOptionId: answer.chosenOptionId, decidedBy: actor.userId, decidedAt: ports.now() };
    const standing = await findStanding(records, before);
    const departures = findDepartures(before, choice, standing);
    const outcome = { ...answer, ...choice, reason, departures };
    if (refused && isInPlaceOfVote(before, outcome)) throw refused;
    if (needsSecond(before, outcome)) return awaitOutcome(before, outcome, standing.tally);
    const decision = decide(before, outcome);
    await startPublishing(ports, records, decision);
    const wasOpen = phaseOf(before) === 'voting' ? { closesAt: before.closesAt.toISOString() } : {};
    const announcement = { kind: 'outcome recorded', by: actor.userId, ...wasOpen } as const;
    return { decision, kind: decision.status, detail: { ...answer, reason, departures }, announcement };
  });
}

/** The rule as the reason for an outcome, if it still says what it said when the form was opened. */
async function findSuggestedReason(
  records: Records,
  decision: Decision,
  {
    chosenOptionId,
    suggested,
  }: Pick<OutcomeForm, 'chosenOptionId'> & { readonly suggested?: VerdictFacts | undefined },
): Promise<Reason | undefined> {
  const tally = suggested && (await countBallots(records, decision));
  if (!tally) return undefined;
  const verdict = judge(decision, tally);
  const facts = gatherFacts(verdict, tally);
  const isSame =
    verdict.kind === 'chosen' && verdict.option.id === chosenOptionId && isDeepStrictEqual(facts, suggested);
  return isSame ? { by: 'rule', verdict: facts } : undefined;
}

/** The record holds the votes as Slack has them. If Slack does not answer, it holds the ballots that we know. */
export async function reconcileIfPossible(ports: Ports, decisionId: string): Promise<void> {
  await reconcileVote(ports, decisionId).catch((error) => {
    if (!(error instanceof ChatError)) throw error;
    const { cause } = error;
    ports.log.warn(
      { decision: decisionId, error: cause },
      'Slack did not list the reactions before the outcome was recorded.',
    );
  });
}

/** Keeps an outcome until a second person confirms it, and asks for one in the thread. */
function awaitOutcome(before: Decision, outcome: Outcome, tally: Tally | undefined): Move {
  const id = randomUUID();
  const decision = awaitSecond(before, { id, outcome, seen: seeVote(before, tally) });
  const { chosenOptionId, reason, departures, decidedBy: by = '' } = outcome;
  const chosen = before.options.find((option) => option.id === chosenOptionId)?.title;
  return {
    decision,
    kind: 'outcome awaits',
    detail: { chosen, reason, departures },
    announcement: { kind: 'outcome awaits', id, by },
  };
}

/** The outcomes that go to the archive. */
export function publishedStatuses({ settings }: Ports): readonly Status[] {
  return settings.publishesRejected ? ['accepted', 'rejected'] : ['accepted'];
}

/** Starts publishing an outcome, if it is one that goes to the archive. */
export async function startPublishing(ports: Ports, records: Records, decision: Decision): Promise<void> {
  if (publishedStatuses(ports).includes(decision.status)) {
    await records.jobs.add('publish', { decisionId: decision.id, archive: jobArchive(ports, decision) });
  }
}

/** Withdraws a decision; its card and history stay. Throws RuleBroken. */
export async function withdrawDecision(ports: Ports, decisionId: string, actor: Actor, reason: string): Promise<void> {
  await findForManager(ports, decisionId, actor, 'withdraw');
  await changeDecision(ports, decisionId, actor.userId, (before) => {
    const why = cleanText(reason);
    return {
      decision: withdraw(before, ports.now()),
      kind: 'withdrawn',
      detail: { reason: why },
      announcement: { kind: 'withdrawn', by: actor.userId, reason: why },
    };
  });
}

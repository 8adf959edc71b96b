import { randomUUID } from 'node:crypto';
import { type Consequence, type Decision, hidesTally, type Outcome, phaseOf } from '../../decision/decision.ts';
import type { Refusal } from '../../decision/failure/refusal.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import { endHolds } from '../../decision/objection/objection.ts';
import {
  awaitSecond,
  type Followable,
  findFollowable,
  isInPlaceOfVote,
  needsSecond,
  seeVote,
} from '../../decision/outcome/confirmation.ts';
import { type Departure, peopleIn, renamePeople, withoutVotes } from '../../decision/outcome/departure.ts';
import { type Choice, findDepartures, type Standing } from '../../decision/outcome/find-departures.ts';
import { gatherFacts } from '../../decision/outcome/gather-facts.ts';
import { checkUnopposed, judge } from '../../decision/outcome/judge.ts';
import {
  checkOpen,
  checkOutcome,
  decide,
  giveReason,
  type OutcomeForm,
  takeBack,
  withdraw,
} from '../../decision/outcome/outcome.ts';
import { checkRevisit } from '../../decision/recall/revisit.ts';
import type { Status } from '../../decision/status.ts';
import { hideFigures, type Tally } from '../../decision/tally/tally.ts';
import { cleanText } from '../../decision/text.ts';
import { dayIn } from '../../decision/time/day.ts';
import type { UndatedVotes } from '../../decision/vote/undated.ts';
import { checkMayOverrideNow, findForManager } from '../access/access.ts';
import { learnPeople } from '../access/people.ts';
import { changeDecision, type Move } from '../change/change.ts';
import type { Actor } from '../ports/actor.ts';
import { ChatError } from '../ports/chat/chat-error.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { recalled } from '../propose/recalled.ts';
import { endQuestion } from '../publish/review/end-question.ts';
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

/** What somebody can answer in the outcome modal. */
export type Answer = OutcomeForm['answer'] | 'discuss';

/** What somebody has picked in the outcome modal so far. */
export type Picked = Pick<OutcomeForm, 'chosenOptionId'> & { readonly answer: Answer };

/**
 * Whether an outcome would wait until a second person confirms it. `perhaps`: nobody may know, since the votes are
 * hidden that it may go against.
 */
export type Waits = 'no' | 'perhaps' | 'yes';

/** What the outcome modal shows. */
export interface OutcomeSuggestion {
  readonly decision: Decision;
  readonly tally: Tally | undefined;
  /** Votes that may or may not have been in time. */
  readonly undated?: UndatedVotes | undefined;
  /** What this person can answer; `refused`: who could answer more, if anybody could. */
  readonly answers: readonly Answer[];
  readonly refused: Refusal | undefined;
  /** At first what the rule would choose; then what was picked. */
  readonly picked: Picked;
  /** What that would depart from, as far as it may be known; `null` is somebody whom Slack no longer tells us about. */
  readonly departures: readonly Departure<string | null>[];
  readonly waits: Waits;
}

/**
 * Prepares the outcome modal from the tally, or again for what was picked in it. Throws RuleBroken for people who may
 * not decide, also if the rule leaves to others all that could be done now.
 */
export async function suggestOutcome(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  pickedBefore?: Picked,
): Promise<OutcomeSuggestion> {
  const seen = await findForManager(ports, decisionId, actor, 'record the outcome');
  checkOpen(seen);
  if (pickedBefore === undefined) await reconcileVote(ports, decisionId);
  const found =
    pickedBefore === undefined ? await findForManager(ports, decisionId, actor, 'record the outcome') : seen;
  const decision = endHolds(found, ports.now());
  const counted = await countBallots(ports.store.read, decision);
  const isHidden = hidesTally(decision);
  const tally = counted && isHidden ? hideFigures(counted) : counted;
  const undated = await findUndated(ports.store.read, decision);
  const standing = { tally: counted, isUnclear: undated?.isSettled === false };
  const by = { decidedBy: actor.userId, decidedAt: ports.now() };
  const refused = await whyNotInPlaceOfVote(ports, decision, actor);
  // Whether an outcome follows hidden votes would tell of them.
  const followable = isHidden ? { accept: false, reject: false } : findFollowable(decision, by, standing);
  const answers = refused ? answersWithoutOverride(decision, followable) : allAnswers;
  const last = answers.at(-1);
  if (last === undefined) throw refused;
  // When it is unclear how a vote ended, nothing is suggested.
  const isKnown = !isHidden && !standing.isUnclear;
  const verdict = tally && isKnown ? judge(decision, tally) : undefined;
  const chosenOptionId = verdict?.kind === 'chosen' ? verdict.option.id : undefined;
  const picked = pickedBefore ?? { answer: answers.includes('accept') ? 'accept' : last, chosenOptionId };
  const departures = foreseeDepartures(decision, standing, picked, by);
  const people = await learnPeople(ports, actor.teamId, peopleIn(departures));
  return {
    decision,
    tally,
    undated: isHidden ? undefined : undated,
    answers,
    refused: refused?.refusal,
    picked,
    departures: renamePeople(departures, (id) => people.get(id)?.name ?? null),
    waits: foreseeWait(decision, picked, departures),
  };
}

const allAnswers: readonly Answer[] = ['accept', 'reject', 'discuss'];

/** What somebody can answer who may not decide in place of the vote, nor end it. */
function answersWithoutOverride(decision: Decision, { accept, reject }: Followable): readonly Answer[] {
  const canAnswer: Readonly<Record<Answer, boolean>> = { accept, reject, discuss: phaseOf(decision) !== 'voting' };
  return allAnswers.filter((answer) => canAnswer[answer]);
}

/** Why somebody may not decide in place of the vote under its rule; undefined if they may. */
function whyNotInPlaceOfVote(ports: Ports, decision: Decision, actor: Actor): Promise<RuleBroken | undefined> {
  return checkMayOverrideNow(ports, decision, actor, 'decide in place of the vote').then(
    () => undefined,
    (error) => {
      if (error instanceof RuleBroken) return error;
      throw error;
    },
  );
}

/** Whether what is picked would wait, from what may be known of what it departs from. */
function foreseeWait(decision: Decision, picked: Picked, departures: readonly Departure[]): Waits {
  if (!isComplete(picked)) return 'no';
  if (needsSecond(decision, { chosenOptionId: wantedBy(picked), departures })) return 'yes';
  return hidesTally(decision) && decision.voting?.rule.needsSecond ? 'perhaps' : 'no';
}

function wantedBy({ answer, chosenOptionId }: Picked): string | undefined {
  return answer === 'accept' ? chosenOptionId : undefined;
}

/** Whether what is picked is an outcome. */
function isComplete(picked: Picked): boolean {
  return picked.answer === 'reject' || wantedBy(picked) !== undefined;
}

/**
 * What an outcome would depart from that somebody has picked: nothing that tells of hidden votes, and of an outcome that
 * is not complete only what is true of every one.
 */
function foreseeDepartures(
  decision: Decision,
  standing: Standing,
  picked: Picked,
  by: Omit<Choice, 'chosenOptionId'>,
): readonly Departure[] {
  if (picked.answer === 'discuss') return [];
  const all = findDepartures(decision, { ...by, chosenOptionId: wantedBy(picked) }, standing);
  return isComplete(picked) && !hidesTally(decision) ? all : withoutVotes(all);
}

/**
 * Records what was decided by somebody who may decide, with what it departs from, and starts its way to git. If it is
 * what the vote chose and they give no reason, the rule is the reason. Throws RuleBroken.
 */
export async function recordOutcome(ports: Ports, decisionId: string, actor: Actor, form: OutcomeForm): Promise<void> {
  const seen = await findForManager(ports, decisionId, actor, 'record the outcome');
  checkOpen(seen);
  checkOutcome(form, seen);

  const refused = await whyNotInPlaceOfVote(ports, seen, actor);
  await reconcileIfPossible(ports, decisionId);

  await changeDecision(ports, decisionId, actor.userId, async (found, records) => {
    const before = await setRevisit(ports, records, found, { actor, form });
    const { words, ...answer } = checkOutcome(form, before);
    const objectors = before.objections.map(({ authorId }) => authorId);
    if (form.answer === 'accept') checkUnopposed(before, await records.people.find(before.teamId, objectors));
    const choice = { chosenOptionId: answer.chosenOptionId, decidedBy: actor.userId, decidedAt: ports.now() };
    const standing = await findStanding(records, before);
    const departures = findDepartures(before, choice, standing);
    const { tally } = standing;
    const reason = giveReason(words, departures, tally && gatherFacts(judge(before, tally), tally));
    const outcome = { ...answer, ...choice, reason, departures };
    const detail = { ...answer, reason, departures: await nameDepartures(records, before.teamId, departures) };
    if (refused && isInPlaceOfVote(before, outcome)) throw refused;
    if (needsSecond(before, outcome)) return awaitOutcome(before, outcome, tally, detail.departures);
    const decision = decide(before, outcome);
    await startPublishing(ports, records, decision);
    const isEarly = phaseOf(before) === 'voting';
    const ending = isEarly ? { closesAt: before.closesAt.toISOString() } : {};
    return {
      decision,
      kind: decision.status,
      detail,
      announcement: { kind: 'outcome recorded', by: actor.userId, ...ending },
    };
  });
}

/** The decision with the day and the reason to look at it again that somebody gave with its outcome. Throws RuleBroken. */
async function setRevisit(
  ports: Ports,
  records: Records,
  before: Decision,
  { actor, form }: { readonly actor: Actor; readonly form: OutcomeForm },
): Promise<Decision> {
  if (form.revisit === undefined) return before;
  const now = ports.now();
  const revisit = checkRevisit(form.revisit, dayIn(before.timeZone, now), before.revisit);
  const [move] = recalled(before, { ...before, revisit });
  if (move === undefined) return before;
  const { decision, kind, detail } = move;
  await records.events.record({ decision, at: now, actorId: actor.userId, kind, detail });
  return decision;
}

/** Departures with people's names of now, for the history; `null` is somebody whom Slack no longer tells us about. */
export async function nameDepartures(
  records: Records,
  teamId: string,
  departures: readonly Departure[],
): Promise<readonly Departure<string | null>[]> {
  const people = await records.people.find(teamId, peopleIn(departures));
  return renamePeople(departures, (id) => people.get(id)?.name ?? null);
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
function awaitOutcome(
  before: Decision,
  outcome: Outcome,
  tally: Tally | undefined,
  departures: readonly Departure<string | null>[],
): Move {
  const id = randomUUID();
  const decision = awaitSecond(before, { id, outcome, seen: seeVote(before, tally) });
  const { chosenOptionId, reason, decidedBy: by = '' } = outcome;
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

/**
 * Withdraws a decision; its card and history stay. After its outcome, that is possible while its ADR is in a review, which
 * is closed then. Throws RuleBroken.
 */
export async function withdrawDecision(ports: Ports, decisionId: string, actor: Actor, reason: string): Promise<void> {
  await findForManager(ports, decisionId, actor, 'withdraw');
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    const why = cleanText(reason);
    const publication = before.outcome && (await records.publications.find(decisionId));
    const isInReview = publication?.state === 'in review' || publication?.state === 'closed without merging';
    if (isInReview) await records.jobs.add('watch-review', { decisionId, archive: publication.archive });
    if (isInReview) await endQuestion(records, decisionId, { what: 'withdrawn', by: actor.userId });
    return {
      decision: isInReview ? takeBack(before) : withdraw(before, ports.now()),
      kind: 'withdrawn',
      detail: { reason: why },
      announcement: { kind: 'withdrawn', by: actor.userId, reason: why },
    };
  });
}

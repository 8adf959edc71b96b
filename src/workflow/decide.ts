import type { Ballot } from '../decision/ballot.ts';
import { type Decision, phaseOf } from '../decision/decision.ts';
import { limits } from '../decision/limits.ts';
import { type Consequence, checkOpen, checkOutcome, decide, type OutcomeForm, withdraw } from '../decision/outcome.ts';
import type { People } from '../decision/person.ts';
import type { Status } from '../decision/status.ts';
import { type Tally, takeTally } from '../decision/tally.ts';
import { cleanText } from '../decision/text.ts';
import { explainVerdict, justifyVerdict, reachVerdict } from '../decision/verdict.ts';
import { closeVoting } from '../decision/voting.ts';
import { findForManager } from './access.ts';
import { changeDecision } from './change.ts';
import { learnPeople } from './people.ts';
import type { Actor, Ports, Records } from './ports.ts';
import { applyReactions, readReactions, reconcileVote } from './vote.ts';

/** Counts the ballots of the current round; undefined while there has been none. */
async function countBallots(records: Records, decision: Decision): Promise<Tally | undefined> {
  if (decision.voting === undefined) return undefined;
  const ballots = await records.findBallots(decision);
  const people = await records.findPeople(
    decision.teamId,
    ballots.map((ballot) => ballot.userId),
  );
  return tallyOf(decision, ballots, people);
}

/** As `countBallots`, for those who have the ballots, and the people who cast them, at hand. */
export function tallyOf(decision: Decision, ballots: readonly Ballot[], people: People): Tally | undefined {
  if (decision.voting === undefined) return undefined;
  const ignored = new Set([...people.values()].filter((person) => person.kind === 'bot').map((person) => person.id));
  return takeTally({ options: decision.options, ballots, deciders: decision.voting.deciders, ignored });
}

/** The consequences that the arguments for and against an option suggest, the first ones if there are many. */
export function suggestConsequences(decision: Decision, optionId: string | undefined): Consequence[] {
  const kinds = { pro: 'good', con: 'bad', neutral: 'neutral' } as const;
  return decision.arguments
    .filter((argument) => argument.optionId === optionId)
    .slice(0, limits.consequences)
    .map(({ kind, text }) => ({ kind: kinds[kind], text }));
}

/** What the outcome modal is filled in with. */
export interface OutcomeSuggestion {
  readonly decision: Decision;
  readonly tally: Tally | undefined;
  readonly chosenOptionId: string | undefined;
  readonly justification: string;
  readonly consequences: readonly Consequence[];
}

/** Prepares the outcome modal from the tally and the arguments. Throws RuleBroken for those who may not decide. */
export async function suggestOutcome(ports: Ports, decisionId: string, actor: Actor): Promise<OutcomeSuggestion> {
  checkOpen(await findForManager(ports, decisionId, actor, 'record the outcome'));
  await reconcileVote(ports, decisionId);
  const decision = await findForManager(ports, decisionId, actor, 'record the outcome');
  const tally = await countBallots(ports.store.read, decision);
  const verdict = decision.voting && tally && reachVerdict(decision.voting.rule, tally);
  const chosenOptionId = verdict?.kind === 'chosen' ? verdict.option.id : undefined;
  const consequences = suggestConsequences(decision, chosenOptionId);
  const justification = verdict && tally ? justifyVerdict(verdict, tally) : '';
  return { decision, tally, chosenOptionId, justification, consequences };
}

/** Records what was decided, by the hand of somebody who may; it is then on its way to git. Throws RuleBroken. */
export async function recordOutcome(ports: Ports, decisionId: string, actor: Actor, form: OutcomeForm): Promise<void> {
  const seen = await findForManager(ports, decisionId, actor, 'record the outcome');
  checkOpen(seen);
  checkOutcome(form, seen);

  // The record holds the votes as Slack has them. Should Slack not answer, the ballots that we know are the record.
  await reconcileVote(ports, decisionId).catch((error) =>
    ports.log.warn(
      { decision: decisionId, error },
      'Slack did not list the reactions before the outcome was recorded.',
    ),
  );

  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    const answer = checkOutcome(form, before);
    const decision = decide(before, { ...answer, decidedBy: actor.userId, decidedAt: ports.now() });
    await startPublishing(ports, records, decision);
    return { decision, kind: decision.status, detail: { ...answer } };
  });
}

/** The outcomes that go to the archive. */
export function publishedStatuses({ settings }: Ports): readonly Status[] {
  return settings.publishesRejected ? ['accepted', 'rejected'] : ['accepted'];
}

async function startPublishing(ports: Ports, records: Records, decision: Decision): Promise<void> {
  if (publishedStatuses(ports).includes(decision.status)) {
    await records.addJob('publish', { decisionId: decision.id });
  }
}

/**
 * Closes a vote at its deadline: one clear leader is accepted; otherwise the proposer and the deciders are asked. A
 * job that comes early, because the deadline was moved, puts itself off; one that comes twice does nothing.
 */
export async function closeVote(ports: Ports, decisionId: string): Promise<void> {
  const seen = await ports.store.read.findDecision(decisionId);
  if (seen === undefined || phaseOf(seen) !== 'voting') return;
  if (seen.closesAt > ports.now()) {
    return ports.store.read.addJob('close-voting', { decisionId }, { runAt: seen.closesAt });
  }

  // Read Slack's list first, then lock, correct, count, judge and save in one transaction.
  const asked = seen.card && (await readReactions(ports, seen, seen.card));
  const voters = [...(asked?.reactions.values() ?? [])].flatMap((ids) => [...ids]);
  await learnPeople(ports, seen.teamId, voters);

  await changeDecision(ports, decisionId, undefined, async (before, records) => {
    const now = ports.now();
    if (phaseOf(before) !== 'voting' || before.voting === undefined || before.closesAt > now) return undefined;
    if (seen.card && asked && before.card?.ts === seen.card.ts) {
      await applyReactions(ports, records, before, seen.card, asked);
    }
    const tally = await countBallots(records, before);
    if (tally === undefined) return undefined;
    const verdict = reachVerdict(before.voting.rule, tally);
    const explanation = explainVerdict(verdict, tally);
    const closed = closeVoting(before, now);
    if (verdict.kind !== 'chosen') {
      const announcement = { kind: 'nobody leads', explanation } as const;
      return { decision: closed, kind: 'voting closed', detail: { explanation }, announcement };
    }
    const decision = decide(closed, {
      chosenOptionId: verdict.option.id,
      justification: justifyVerdict(verdict, tally),
      consequences: suggestConsequences(before, verdict.option.id),
      decidedBy: undefined,
      decidedAt: now,
    });
    await startPublishing(ports, records, decision);
    return { decision, kind: decision.status, detail: { explanation } };
  });
}

/** Takes a decision back; its card and history stay. Throws RuleBroken. */
export async function withdrawDecision(ports: Ports, decisionId: string, actor: Actor, reason: string): Promise<void> {
  await findForManager(ports, decisionId, actor, 'withdraw it');
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

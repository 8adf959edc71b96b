import { checkDeadline } from '../decision/deadline.ts';
import { phaseOf } from '../decision/decision.ts';
import { formElectorate } from '../decision/electorate.ts';
import { defaultRule } from '../decision/rule.ts';
import { RuleBroken } from '../decision/rule-broken.ts';
import { extendVoting, openVoting } from '../decision/voting.ts';
import { findForManager } from './access.ts';
import { announceInThread, changeDecision } from './change.ts';
import { renewPeople } from './people.ts';
import type { Actor, Jobs, Ports } from './ports.ts';

/** Asks for voting to open with a deadline; the work that needs Slack follows in the background. Throws RuleBroken. */
export async function askToOpenVoting(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  closesAt: Date | undefined,
): Promise<void> {
  await findForManager(ports, decisionId, actor, 'open voting');
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    if (before.voting !== undefined) throw new RuleBroken('Voting is open already; nothing was changed.');
    const decision = { ...before, closesAt: checkDeadline(closesAt, ports.now()) };
    await records.addJob('open-voting', { decisionId, actorId: actor.userId, isLater: true });
    return { decision, kind: 'voting asked for', detail: { closesAt: decision.closesAt } };
  });
}

/**
 * Opens the vote: finds out who may vote, then freezes them and the rule. A list of members that cannot be fetched
 * never widens or narrows the electorate: the job is tried again, and voting opens once the list is whole.
 */
export async function startVoting(ports: Ports, { decisionId, actorId, isLater }: Jobs['open-voting']): Promise<void> {
  const decision = await ports.store.read.findDecision(decisionId);
  if (decision === undefined || decision.voting !== undefined) return;

  // Ask Slack first: no network call inside the transaction.
  const areNamed = decision.namedDeciders.length > 0;
  const candidates = areNamed ? decision.namedDeciders : await ports.chat.listMembers(decision.channelId);
  const people = await renewPeople(ports, decision.teamId, candidates);

  try {
    const deciders = formElectorate(candidates, people, areNamed);
    await changeDecision(ports, decisionId, actorId, async (before, records) => {
      if (before.voting !== undefined) return undefined;
      const opened = openVoting(before, { rule: defaultRule, deciders, now: ports.now() });
      await records.addJob('close-voting', { decisionId }, { runAt: opened.closesAt });
      const move = { decision: opened, kind: 'voting opened', detail: { deciders, rule: defaultRule } };
      if (!isLater) return move;
      return { ...move, announcement: { kind: 'voting opened', closesAt: opened.closesAt.toISOString() } };
    });
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    const reason = error.message;
    await ports.store.transaction((records) =>
      announceInThread(ports, records, decision, { kind: 'voting not opened', reason }),
    );
  }
}

/**
 * Moves the deadline, or opens a vote again that ended without a verdict. Where it is there already, as after a double
 * click, there is nothing to tell. Throws RuleBroken.
 */
export async function extendDeadline(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  closesAt: Date | undefined,
): Promise<void> {
  await findForManager(ports, decisionId, actor, 'move the deadline');
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    const decision = extendVoting(before, closesAt, ports.now());
    const isThere = decision.closesAt.getTime() === before.closesAt.getTime() && phaseOf(decision) === phaseOf(before);
    if (isThere) return undefined;
    if (decision.voting) await records.addJob('close-voting', { decisionId }, { runAt: decision.closesAt });
    const moved = decision.closesAt.toISOString();
    return {
      decision,
      kind: 'extended',
      detail: { closesAt: moved },
      announcement: { kind: 'extended', by: actor.userId, closesAt: moved },
    };
  });
}

import { type Decision, isSameNaming, namesDeciders, type Voting } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import { findHolding, findVerdictFacts } from '../../decision/outcome/judge.ts';
import type { People } from '../../decision/person.ts';
import { checkDeciders } from '../../decision/proposal/proposal.ts';
import { checkLength, cleanText } from '../../decision/text.ts';
import { type Electorate, formElectorate } from '../../decision/vote/electorate.ts';
import { checkMayReopen, checkVotingDeadline, openVoting, reopenVoting } from '../../decision/vote/voting.ts';
import { findForManager } from '../access/access.ts';
import { learnPeople, renewPeople } from '../access/people.ts';
import { announceInThread, changeDecision, listOrCount, type Move } from '../change/change.ts';
import { planAsking } from '../nudge/plan-nudge.ts';
import type { Actor } from '../ports/actor.ts';
import { askSlack, ChatError } from '../ports/chat/chat-error.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import { chooseRule } from '../settings/rule-book.ts';
import { countBallots } from './count-ballots.ts';

/**
 * Requests that voting open with a deadline, and with a rule other than the proposal's if one is chosen; the work that
 * needs Slack follows in the background. Throws RuleBroken.
 */
export async function askToOpenVoting(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  wanted: { closesAt: Date | undefined; ruleId?: string | undefined },
): Promise<void> {
  const seen = await findForManager(ports, decisionId, actor, 'open voting');
  const other = wanted.ruleId === undefined ? undefined : await chooseRule(ports, seen, wanted.ruleId);
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    if (before.voting !== undefined) throw new RuleBroken({ code: 'voting open already' });
    const rule = other?.rule ?? before.rule;
    const closesAt = checkVotingDeadline(rule, wanted.closesAt, ports.now());
    checkDeciders(rule, before, 'rule');
    await records.jobs.add('open-voting', { decisionId, actorId: actor.userId, isLater: true });
    const detail = { closesAt, ...(other ? { rule, ruleId: other.id, ruleName: other.name } : {}) };
    return { decision: { ...before, closesAt, rule }, kind: 'voting asked for', detail };
  });
}

/**
 * Requests a new round of a vote that closed without an outcome: a new card, and a new look at who may vote. The old
 * round is kept. Throws RuleBroken.
 */
export async function askToReopenVoting(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  { closesAt, reason }: { closesAt: Date | undefined; reason: string },
): Promise<void> {
  await findForManager(ports, decisionId, actor, 'open voting again');
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    checkMayReopen(before);
    const decision = { ...before, closesAt: checkVotingDeadline(before.rule, closesAt, ports.now()) };
    const again = { round: (before.voting?.round ?? 0) + 1, reason: cleanReason(reason) };
    await records.jobs.add('open-voting', { decisionId, actorId: actor.userId, isLater: true, again });
    return { decision, kind: 'reopening asked for', detail: { closesAt: decision.closesAt, ...again } };
  });
}

/** Why somebody did something, if they gave a reason. Throws RuleBroken when it is too long. */
export function cleanReason(typed: string): string {
  const reason = cleanText(typed);
  checkLength(reason, limits.argument, 'reason', { field: 'text' });
  return reason;
}

/**
 * The people whom the proposer named, and everybody in the groups that they named. Throws RuleBroken for a group that
 * is gone.
 */
async function listNamed({ chat }: Ports, { namedDeciders, namedGroups, voting }: Decision): Promise<string[]> {
  const ids = new Set(namedDeciders);
  for (const { id, handle } of namedGroups) {
    const members = await askSlack(() => chat.listGroupMembers(id));
    if (members === undefined) throw new RuleBroken({ code: 'group gone', handle, wasOpen: voting !== undefined });
    for (const member of members) ids.add(member);
  }
  return [...ids];
}

/**
 * The maximum age, in milliseconds, of what we know about somebody in a channel: in one of more than a thousand people,
 * a day.
 */
const manyMembers = 1_000;
const fewMinutes = 10 * 60 * 1_000;
const aDay = 24 * 60 * 60 * 1_000;

/**
 * Who may vote, as Slack has it now. If Slack does not answer, says so in the thread, once, and throws Slack's error.
 */
async function askWhoMayVote(ports: Ports, decision: Decision): Promise<{ candidates: string[]; people: People }> {
  const { id, teamId, channelId, version } = decision;
  try {
    const areNamed = namesDeciders(decision);
    const all = areNamed ? await listNamed(ports, decision) : await askSlack(() => ports.chat.listMembers(channelId));
    const candidates = all.filter((userId) => userId !== ports.chat.botUserId);
    if (areNamed) return { candidates, people: await renewPeople(ports, teamId, candidates) };
    // The list of members is fresh and leaves out closed accounts; who is a guest may be known from before.
    const maximumAge = candidates.length > manyMembers ? aDay : fewMinutes;
    return { candidates, people: await learnPeople(ports, teamId, candidates, maximumAge) };
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    const body = { kind: 'voting not opened', because: 'deciders unknown' } as const;
    await ports.store.transaction((records) =>
      announceInThread(ports, records, decision, body, `deciders unknown:${id}:${version}`),
    );
    throw error.cause;
  }
}

/**
 * Opens the vote, or a new round of it: finds out who may vote, then freezes them and the rule. A member list that
 * cannot be fetched never widens or narrows the electorate: the reason is told, the job is tried again, and voting
 * opens once the list is complete.
 */
export async function startVoting(ports: Ports, job: Jobs['open-voting']): Promise<void> {
  const { decisionId, actorId, isLater, again } = job;
  const decision = await ports.store.read.decisions.find(decisionId);
  if (decision === undefined || isBegun(decision, job)) return;

  try {
    // Ask Slack first: no network call inside the transaction.
    const { candidates, people } = await askWhoMayVote(ports, decision);
    const hasButtons = await ports.store.read.rules.wantsVoteButtons(decision);
    const electorate = formElectorate(candidates, people, new Set(decision.namedDeciders));
    const changed = await changeDecision(ports, decisionId, actorId, async (before, records) => {
      // Other deciders may have been named while Slack was asked about these.
      if (isBegun(before, job) || !isSameNaming(before, decision)) return undefined;
      const open = again ? reopenVoting : openVoting;
      const opened = open(before, { ...electorate, now: ports.now(), hasButtons });
      const closesAt = opened.closesAt.toISOString();
      await records.jobs.add('close-voting', { decisionId }, { runAt: opened.closesAt });
      await planAsking(records, opened, actorId);
      if (opened.voting && opened.closesAt > opened.voting.firstClosesAt) {
        const authors = [...new Set(findHolding(opened).map(({ authorId }) => authorId))];
        await announceInThread(ports, records, opened, { kind: 'voting held', authors, closesAt });
      }
      const detail = { ...withCounts(electorate), rule: opened.rule, closesAt };
      if (again) {
        // Slack keeps the reactions on a message, so a round that starts from nothing needs a new one.
        await records.cards.drop(decisionId);
        const tally = await countBallots(records, before);
        if (before.card && tally) {
          const ended = findVerdictFacts(before, tally);
          await records.jobs.add('retire-card', { decisionId, place: before.card, ended });
        }
        const { reason, round } = again;
        const announcement = { kind: 'voting reopened', by: actorId, reason, closesAt } as const;
        const ended = { ...(before.voting && withCounts(before.voting)), card: before.card };
        return { decision: opened, kind: 'voting reopened', detail: { ...detail, reason, round, ended }, announcement };
      }
      const move: Move = { decision: opened, kind: 'voting opened', detail };
      return isLater ? { ...move, announcement: { kind: 'voting opened', closesAt } } : move;
    });
    if (changed === undefined) await startVoting(ports, job);
  } catch (error) {
    if (!(error instanceof RuleBroken)) throw error;
    const { refusal } = error;
    await ports.store.transaction((records) =>
      announceInThread(ports, records, decision, { kind: 'voting not opened', because: refusal }),
    );
  }
}

/** A round, or the people who vote in one, with lists of people cut to what an event holds. */
function withCounts<Round extends Electorate & Partial<Voting>>(round: Round) {
  const { deciders, excluded, gone } = round;
  const counted = { deciders: listOrCount(deciders), excluded: listOrCount(excluded) };
  return { ...round, ...counted, ...(gone ? { gone: listOrCount(gone) } : {}) };
}

/** Whether the round that a job should open is already open, or over. */
function isBegun({ voting }: Decision, { again }: Jobs['open-voting']): boolean {
  return (voting?.round ?? 0) >= (again?.round ?? 1);
}

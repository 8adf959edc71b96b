import { type Decision, type Gone, type Naming, namesDeciders } from '../../decision/decision.ts';
import { findGone, formElectorate } from '../../decision/vote/electorate.ts';
import { type ChangedHandovers, endHandoversOfGone } from '../../decision/vote/hand-over.ts';
import { noteGone } from '../../decision/vote/voting.ts';
import { learnPeople } from '../access/people.ts';
import { announceInThread, listOrCount } from '../change/change.ts';
import type { Announcement, DecidersGroup } from '../message/announcement.ts';
import { askSlack, ChatError } from '../ports/chat/chat-error.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { countBallots } from './count-ballots.ts';
import { recordEnded } from './tell-handover.ts';

/**
 * Throws RuleBroken, under the deciders, when none of the people named can vote. Group members are looked up when
 * voting opens.
 */
export async function checkNamed(ports: Ports, teamId: string, { namedDeciders, namedGroups }: Naming): Promise<void> {
  if (namedDeciders.length === 0 || namedGroups.length > 0) return;
  formElectorate(namedDeciders, await learnPeople(ports, teamId, namedDeciders), true);
}

/**
 * The deciders of an open vote who can no longer take part, by what Slack says now: people whose account is closed and,
 * if the members of the channel are the deciders, people who have left it. `maximumAge`, in milliseconds, is how old
 * our knowledge of an account may be. Undefined when Slack does not answer, or lists a channel without Gavel in it:
 * then nobody newly counts as gone or back.
 */
export async function askWhoIsGone(
  ports: Ports,
  decision: Decision,
  maximumAge: number,
): Promise<readonly Gone[] | undefined> {
  const { id, teamId, channelId, voting } = decision;
  const { deciders = [] } = voting ?? {};
  try {
    const members = namesDeciders(decision)
      ? undefined
      : new Set(await askSlack(() => ports.chat.listMembers(channelId)));
    if (members?.has(ports.chat.botUserId) === false) return undefined;
    return findGone(deciders, await learnPeople(ports, teamId, deciders, maximumAge), members);
  } catch (error) {
    if (!(error instanceof ChatError)) throw error;
    ports.log.warn(
      { decision: id, error: error.cause },
      'Slack did not say which deciders are still there; none was taken out.',
    );
    return undefined;
  }
}

/** How many people who left, or came back, the thread names before it says how many more there are. */
const mostNamed = 8;

/** Records who is gone and who is back, with an event, and names them in the thread. Returns the updated decision. */
export async function applyGone(
  ports: Ports,
  records: Records,
  before: Decision,
  gone: readonly Gone[] | undefined,
): Promise<Decision> {
  if (gone === undefined || before.voting === undefined) return before;
  const [goneBefore, goneNow] = [before.voting.gone, gone].map((list) => new Set(list.map(({ id }) => id)));
  const left = gone.filter(({ id }) => !goneBefore?.has(id));
  const returned = before.voting.gone.map(({ id }) => id).filter((id) => !goneNow?.has(id));
  if (left.length + returned.length === 0) return before;

  const changed = await endWithGone(records, noteGone(before, gone));
  const { decision } = changed;
  await records.decisions.save(decision);
  const at = ports.now();
  const detail = { left: listOrCount(left), returned: listOrCount(returned) };
  await records.events.record({ decision, at, actorId: undefined, kind: 'deciders changed', detail });
  const because = (why: Gone['why']) => left.filter((one) => one.why === why).map(({ id }) => id);
  const { notCounted = [] } = (await countBallots(records, decision)) ?? {};
  const isOut = new Set(notCounted);
  const groups = {
    left: because('left').filter((id) => isOut.has(id)),
    deactivated: because('deactivated').filter((id) => isOut.has(id)),
    leftVoting: because('left').filter((id) => !isOut.has(id)),
    deactivatedVoting: because('deactivated').filter((id) => !isOut.has(id)),
    returned,
  };
  await announceInThread(ports, records, decision, { kind: 'deciders changed', ...nameSome(groups) });
  await recordEnded(ports, records, changed, 'gone');
  await records.marks.mark(decision.id, 'stale');
  return { ...decision, version: decision.version + 1 };
}

async function endWithGone(records: Records, decision: Decision): Promise<ChangedHandovers> {
  const tally = decision.voting?.handovers.length ? await countBallots(records, decision) : undefined;
  return tally ? endHandoversOfGone(decision, tally) : { decision, ended: [] };
}

type Changed = Extract<Announcement, { kind: 'deciders changed' }>;

/** The first of each group, and how many more there are, if any. */
function nameSome(groups: Readonly<Record<DecidersGroup, readonly string[]>>): Omit<Changed, 'kind'> {
  const { left, leftVoting, deactivated, deactivatedVoting, returned } = groups;
  const some = (ids: readonly string[]) => ids.slice(0, mostNamed);
  const more = Object.entries(groups).filter(([, ids]) => ids.length > mostNamed);
  const others = Object.fromEntries(more.map(([group, ids]) => [group, ids.length - mostNamed]));
  return {
    left: some(left),
    leftVoting: some(leftVoting),
    deactivated: some(deactivated),
    deactivatedVoting: some(deactivatedVoting),
    returned: some(returned),
    ...(more.length > 0 ? { others } : {}),
  };
}

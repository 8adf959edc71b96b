import { isDeepStrictEqual } from 'node:util';
import type { Decision } from '../../decision/decision.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import { stateOfVoting } from '../../decision/vote/voting-state.ts';
import { authorsOf, learnPeople } from '../access/people.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Publication, RecordPlace } from '../ports/publication.ts';
import type { Records } from '../ports/store.ts';
import type { Announcement } from './announcement.ts';
import { languageOfChannel } from './language.ts';
import { namedIn } from './named-in.ts';

/**
 * Announcements that say how a vote, its outcome or a question about that stands. When that changes, so does what they say in Slack, since
 * they stay in the channel.
 */
const noticeKinds = [
  'voting opened',
  'shortened',
  'voting closed',
  'outcome awaits',
  'outcome recorded',
  'review closed',
  'review waits',
  'revisit',
  'revisit not noted',
] as const satisfies readonly Announcement['kind'][];

/** Whether an announcement says how something stands. */
export function isNotice({ kind }: Announcement): boolean {
  return noticeKinds.some((one) => one === kind);
}

/** Has the notices of a decision renewed if a change makes them say something else. */
export async function planNotices(records: Records, before: Decision, after: Decision): Promise<void> {
  const isAwaitedSame = before.awaited?.id === after.awaited?.id;
  if (isAwaitedSame && before.voting === undefined) return;
  const round = before.voting?.round ?? 1;
  const isSame = isDeepStrictEqual(stateOfVoting(before, round), stateOfVoting(after, round));
  if (isSame && isAwaitedSame && before.title === after.title) return;
  await records.jobs.add('renew-notices', { decisionId: before.id });
}

/** What the words of a notice depend on, besides what it was written with. */
export interface NoticeFacts {
  readonly decision: Decision;
  /** Where its ADR is, once that is published. */
  readonly record: RecordPlace | undefined;
}

/** What the notices of a decision are worded from, as it is now; undefined when there is no such decision. */
export async function readNoticeFacts(ports: Ports, decisionId: string): Promise<NoticeFacts | undefined> {
  const { read } = ports.store;
  const decision = await read.decisions.find(decisionId);
  if (decision === undefined) return undefined;
  const publication = decision.outcome && (await read.publications.find(decisionId));
  return { decision, record: publication && placeOf(ports, publication) };
}

function placeOf(
  { repositories }: Ports,
  { archive, fileName, state, commitUrl }: Publication,
): RecordPlace | undefined {
  if (!isOnBranch(state) || fileName === undefined) return undefined;
  return { fileName, url: repositories.byArchive(archive)?.archive.addressOfFile(fileName) ?? commitUrl };
}

/**
 * Changes the notices of a decision in Slack to what is true now. Should that change in the meantime, they are changed
 * again, so that of two attempts at once the last one to end leaves them true.
 */
export async function renewNotices(ports: Ports, { decisionId }: Jobs['renew-notices']): Promise<void> {
  const { read } = ports.store;
  let facts = await readNoticeFacts(ports, decisionId);
  while (facts !== undefined) {
    const { decision } = facts;
    const language = await languageOfChannel(ports, decision.channelId);
    for (const notice of await read.messages.findInThread(decisionId, noticeKinds)) {
      const people = await learnPeople(ports, decision.teamId, [...authorsOf(decision), ...namedIn(notice.body)]);
      await ports.chat.reword(notice, { language, people, ...facts });
    }
    const now = await readNoticeFacts(ports, decisionId);
    if (isDeepStrictEqual(now, facts)) return;
    facts = now;
  }
}

import { isDeepStrictEqual } from 'node:util';
import { type Decision, phaseOf } from '../../../decision/decision.ts';
import type { Review } from '../../../decision/publication/review.ts';
import { announceInThread } from '../../change/change.ts';
import type { Forge, ReviewComment } from '../../ports/forge/forge.ts';
import { ForgeError } from '../../ports/forge/forge-error.ts';
import type { RepositoryPorts } from '../../ports/ports.ts';
import type { AdrReview, ReviewProposal } from '../../ports/publication.ts';
import type { Records } from '../../ports/store.ts';
import { troubleOf } from '../report-trouble.ts';
import { nextLookAt, nextLookAtClosed } from '../review/next-look.ts';
import { isDraftOnly, nextPushAt } from './plan-proposal.ts';

/** How many comments are named at a time. */
const mostNamed = 5;

/** Forges may show a comment some time after it was written, as GitHub does when a whole review is sent at once. */
const slack = 24 * 60 * 60 * 1_000;

/** What a forge shows of a draft. */
interface Found {
  readonly seen: Review | undefined;
  readonly comments: readonly ReviewComment[];
}

/**
 * Looks at the draft of an ADR while there is no outcome: tells the thread of new comments, each once, and of a merge
 * that came too early, and has the draft follow the branch that it is for. Then plans the next look. Safe to run at any
 * time and twice at once.
 */
export async function watchDraft(ports: RepositoryPorts, decision: Decision, review: AdrReview): Promise<void> {
  const { forge } = ports;
  const { proposal, number } = review;
  if (forge === undefined || number === undefined || proposal === undefined || decision.status !== 'proposed') return;
  try {
    await writeDown(ports, decision, await look(forge, number, proposal));
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    ports.log.warn({ decision: decision.id, trouble }, 'The draft of an ADR could not be looked at.');
    const next = nextLookAt(new Date(proposal.at), ports.now());
    const retryAt = error instanceof ForgeError ? error.retryAt : undefined;
    const runAt = retryAt && retryAt > next ? retryAt : next;
    await ports.store.read.jobs.add('watch-review', { decisionId: decision.id, archive: review.archive }, { runAt });
  }
}

async function look(forge: Forge, number: number, proposal: ReviewProposal): Promise<Found> {
  const seen = await forge.readReview(number);
  if (seen?.state !== 'open') return { seen, comments: [] };
  return { seen, comments: await forge.listComments(number, startOf(proposal)) };
}

/** From when on comments may be news. */
function startOf({ at, heardUntil }: ReviewProposal): Date {
  return new Date(Math.max(Date.parse(at), Date.parse(heardUntil) - slack));
}

async function writeDown(ports: RepositoryPorts, decision: Decision, { seen, comments }: Found): Promise<void> {
  const reading = await ports.store.read.readings.find(ports.chat.teamId, ports.archive.id);
  await ports.store.transaction(async (records) => {
    const locked = await records.decisions.lock(decision.id);
    const current = await records.reviews.find(decision.id);
    if (locked?.status !== 'proposed' || !isDraftOnly(current) || current.proposal === undefined) return;
    const now = ports.now();
    const proposal = await tellComments(ports, records, decision, { review: current, comments });
    const state = seen?.state ?? 'closed';
    const shown = seen ?? (current.seen && { ...current.seen, state });
    const opened = new Date(current.proposal.at);
    const next =
      state === 'open' ? nextLookAt(opened, now) : state === 'closed' ? nextLookAtClosed(opened, now) : undefined;
    const noted = { ...current, seen: shown, proposal, seenAt: now, nextLookAt: next };
    await records.reviews.save(decision, noted);
    if (state === 'merged') await tellMerged(ports, records, decision, current);
    const wasOpen = current.seen?.state === 'open';
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(shown ?? null)), current.seen ?? null))
      await records.marks.mark(decision.id, 'stale');
    const job = { decisionId: decision.id, archive: current.archive };
    if (next) await records.jobs.add('watch-review', job, { runAt: next });
    // Its number may be taken by now; or somebody has opened it again.
    const isBehind = reading.commit !== current.base || seen?.hasConflict === true || !wasOpen;
    if (state === 'open' && isBehind && phaseOf(locked) === 'voting')
      await records.jobs.add('propose-review', job, { runAt: nextPushAt(noted, now) });
  });
}

/** Tells of comments that the thread has not been told of; returns what it has been told by then. */
async function tellComments(
  ports: RepositoryPorts,
  records: Records,
  decision: Decision,
  { review, comments }: { readonly review: AdrReview; readonly comments: readonly ReviewComment[] },
): Promise<ReviewProposal | undefined> {
  const { proposal, number, url, branch } = review;
  if (proposal === undefined) return undefined;
  const heard = new Set(proposal.heard);
  const start = startOf(proposal);
  const fresh = comments.filter(({ id, at }) => !heard.has(id) && at >= start);
  const [first, latest] = [fresh[0], fresh.at(-1)];
  if (first === undefined || latest === undefined) return proposal;
  const named = fresh.slice(0, mostNamed).map(({ by, url: address }) => ({ by, url: address }));
  const more = fresh.length - named.length;
  const told = { kind: 'review comments', number, url, branch, comments: named, more } as const;
  await announceInThread(ports, records, decision, told, `review comments:${decision.id}:${latest.id}`);
  const detail = { number, url, count: fresh.length };
  const event = { decision, at: ports.now(), actorId: undefined, kind: 'review commented', detail } as const;
  await records.events.record(event);
  const heardUntil = new Date(Math.max(Date.parse(proposal.heardUntil), latest.at.getTime())).toISOString();
  const next = { ...proposal, heardUntil };
  return { ...next, heard: comments.filter(({ at }) => at >= startOf(next)).map(({ id }) => id) };
}

async function tellMerged(
  ports: RepositoryPorts,
  records: Records,
  decision: Decision,
  { number, url, branch, into }: AdrReview,
): Promise<void> {
  const told = { kind: 'proposal merged', number, url, branch, into } as const;
  const isNews = await announceInThread(ports, records, decision, told, `proposal merged:${decision.id}`);
  if (!isNews) return;
  const detail = { number, url };
  await records.events.record({ decision, at: ports.now(), actorId: undefined, kind: 'proposal merged', detail });
}

import type { Decision } from '../../decision/decision.ts';
import { isOnBranch } from '../../decision/publication/publication-state.ts';
import type { Review } from '../../decision/publication/review.ts';
import { announceInThread } from '../change/change.ts';
import type { Announcement } from '../message/announcement.ts';
import type { Published } from '../ports/archive/archive.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import type { AdrReview } from '../ports/publication.ts';
import type { Records } from '../ports/store.ts';
import { takeDay } from '../revisit/follow-day.ts';
import type { EditedText } from './review/edited-text.ts';
import { endQuestion } from './review/end-question.ts';
import { type AdrPlace, unpublished } from './take-number.ts';

/** An ADR that is on the branch, and what the thread is told of it. */
export interface Arrival extends Published, AdrPlace {
  readonly announcement: Announcement | undefined;
  /** The review by which it came, and what was edited in it. */
  readonly by?: {
    readonly review: AdrReview;
    readonly seen: Review | undefined;
    readonly edited: EditedText | undefined;
  };
}

/** Writes down, once, that the ADR of a decision is on the branch, by whichever way it came there. */
export async function arrive(ports: RepositoryPorts, decision: Decision, arrival: Arrival): Promise<void> {
  const { number, fileName, commit, path, url, announcement, by } = arrival;
  const isNew = announcement?.kind === 'published';
  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const { id: archive } = ports.archive;
    await records.decisions.lock(decision.id);
    const before = await records.publications.find(decision.id);
    // Another attempt may have been under way at the same time, and made the same commit.
    if (before && isOnBranch(before.state)) return;
    const state = by ? 'merged' : 'committed';
    const place = { archive, number, fileName, commit, commitUrl: url, pushedAt: now };
    await records.publications.save(decision, { ...unpublished, ...place, state });
    const detail = { path, commit, ...(isNew ? {} : { wasThere: true }) };
    await records.events.record({ decision, at: now, actorId: undefined, kind: 'published', detail });
    if (announcement) await announceInThread(ports, records, decision, announcement, `published:${decision.id}`);
    if (by) await endReview(ports, records, decision, arrival);
    await records.marks.mark(decision.id, 'closing');
    await endQuestion(records, decision.id, { what: 'arrived' });
    await records.jobs.add('renew-notices', { decisionId: decision.id });
    if (isNew && decision.tags.length > 0) await records.jobs.add('tell-followers', { decisionId: decision.id });
    // What was in its way is gone, and may have been blocking others.
    if (before?.trouble !== undefined) await wakePublications(ports, records);
    // Other proposals bound to this ADR soon show what became of it.
    if (decision.bond) await records.jobs.add('follow-archive', { teamId: decision.teamId, archive });
  });
  ports.metrics.count('outcome published');
  if (!isNew) ports.log.info({ decision: decision.id, path, commit }, 'A record was already in the repository.');
}

/** Keeps how a review ended that was merged, and tells what was edited in it. */
async function endReview(
  ports: RepositoryPorts,
  records: Records,
  decision: Decision,
  { by, fileName }: Arrival,
): Promise<void> {
  if (by === undefined) return;
  const { review, seen, edited } = by;
  const now = ports.now();
  await records.reviews.save(decision, {
    ...review,
    ...(seen ? { seen } : {}),
    merged: edited?.text,
    seenAt: now,
    nextLookAt: undefined,
  });
  if (edited === undefined) return;
  if (edited.revisit) await takeDay(ports, records, decision.id, edited.revisit.on);
  const { number, url, branch } = review;
  const { chosen, status } = edited;
  const differs = { ...(chosen ? { chosen } : {}), ...(status ? { status } : {}) };
  const told = { kind: 'edited in review', number, url, branch, fileName, ...differs } as const;
  await announceInThread(ports, records, decision, told, `edited in review:${decision.id}`);
  const detail = { chosen: chosen?.to, status: status?.to };
  await records.events.record({ decision, at: now, actorId: undefined, kind: 'edited in review', detail });
}

/** Starts publishing everything that could not be published until now. */
export async function wakePublications({ chat, archive }: RepositoryPorts, records: Records): Promise<void> {
  for (const decisionId of await records.publications.findTroubled(chat.teamId, archive.id))
    await records.jobs.add('publish', { decisionId, archive: archive.id });
}

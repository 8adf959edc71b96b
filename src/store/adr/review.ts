import { sql } from 'kysely';
import type { WayReason } from '../../decision/publication/publish-way.ts';
import type { Review } from '../../decision/publication/review.ts';
import type { AdrReview, ReviewProposal } from '../../workflow/ports/publication.ts';
import type { Handle } from '../handle.ts';
import type { Row } from '../row.ts';
import { storable } from '../storable.ts';

function toReview(row: Row<'review'>): AdrReview {
  return {
    archive: row.archive,
    branch: row.branch,
    into: row.into_branch,
    why: row.why as WayReason,
    namedAt: row.named_at,
    proposal: (row.proposal as ReviewProposal | null) ?? undefined,
    number: row.number ?? undefined,
    url: row.url ?? undefined,
    seen: (row.seen as Review | null) ?? undefined,
    base: row.base ?? undefined,
    pushed: row.pushed ?? undefined,
    fileName: row.file_name ?? undefined,
    written: row.written ?? undefined,
    merged: row.merged ?? undefined,
    openedAt: row.opened_at ?? undefined,
    seenAt: row.seen_at ?? undefined,
    nextLookAt: row.next_look_at ?? undefined,
    remindedAt: row.reminded_at ?? undefined,
    answer: row.answer ?? undefined,
  };
}

/** As JSON whose texts PostgreSQL can take out of it again. */
function toJson(facts: object): string {
  return JSON.stringify(facts, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value));
}

export async function findReview({ db, teamId }: Handle, decisionId: string): Promise<AdrReview | undefined> {
  const row = await db
    .selectFrom('review')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('decision_id', '=', decisionId)
    .executeTakeFirst();
  return row && toReview(row);
}

/** Saves a review as it is known now. */
export async function saveReview(
  { db, teamId }: Handle,
  decision: { readonly id: string; readonly teamId: string },
  review: AdrReview,
): Promise<void> {
  const row = {
    archive: review.archive,
    branch: review.branch,
    into_branch: review.into,
    why: toJson(review.why),
    named_at: review.namedAt,
    number: review.number ?? null,
    url: review.url ?? null,
    seen: review.seen ? toJson(review.seen) : null,
    base: review.base ?? null,
    pushed: review.pushed ?? null,
    file_name: review.fileName ?? null,
    written: review.written === undefined ? null : storable(review.written),
    merged: review.merged === undefined ? null : storable(review.merged),
    opened_at: review.openedAt ?? null,
    seen_at: review.seenAt ?? null,
    next_look_at: review.nextLookAt ?? null,
    reminded_at: review.remindedAt ?? null,
    answer: review.answer ?? null,
    proposal: review.proposal ? toJson(review.proposal) : null,
  };
  await db
    .insertInto('review')
    .values({ ...row, team_id: teamId, decision_id: decision.id })
    .onConflict((conflict) => conflict.columns(['team_id', 'decision_id']).doUpdateSet(row))
    .execute();
}

/** Which of these branches reviews in an archive have, or are about to get. */
export async function findTakenBranches(
  { db, teamId }: Handle,
  archive: string,
  branches: readonly string[],
): Promise<string[]> {
  const rows = await db
    .selectFrom('review')
    .select('branch')
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('branch', '=', sql<string>`any(${branches.map(storable)}::text[])`)
    .execute();
  return rows.map(({ branch }) => branch);
}

/** The decision whose review has this branch. */
export async function findReviewByBranch(
  { db, teamId }: Handle,
  archive: string,
  branch: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('review')
    .select('decision_id')
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('branch', '=', storable(branch))
    .executeTakeFirst();
  return row?.decision_id;
}

/** The decision whose review is at one of these web addresses. */
export async function findReviewByAddress(
  { db, teamId }: Handle,
  archive: string,
  urls: readonly string[],
): Promise<string | undefined> {
  const row = await db
    .selectFrom('review')
    .select('decision_id')
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('url', '=', sql<string>`any(${urls.map(storable)}::text[])`)
    .orderBy('named_at', 'desc')
    .orderBy('decision_id')
    .limit(1)
    .executeTakeFirst();
  return row?.decision_id;
}

/** The decisions whose ADRs are in review in an archive. */
export async function findOpenReviews({ db, teamId }: Handle, archive: string): Promise<string[]> {
  const rows = await db
    .selectFrom('publication')
    .select('decision_id')
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('state', '=', sql.lit('in review'))
    .execute();
  return rows.map((row) => row.decision_id);
}

/** The latest review that was chosen since a given time because a push to this branch was refused. */
export async function findRefusal(
  { db, teamId }: Handle,
  archive: string,
  branch: string,
  after: Date,
): Promise<AdrReview | undefined> {
  const row = await db
    .selectFrom('review')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('archive', '=', archive)
    .where('into_branch', '=', branch)
    .where('named_at', '>', after)
    .where(sql<boolean>`why ->> 'code' = 'push refused'`)
    .orderBy('named_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && toReview(row);
}

import { sql } from 'kysely';
import type { Summary } from '../decision/digest.ts';
import type { PublishedAs } from '../workflow/ports/store.ts';
import type { Handle } from './handle.ts';
import { isStorableInteger, storable } from './storable.ts';

const select = (db: Handle, teamId: string) =>
  db
    .selectFrom('decision')
    .leftJoin('option', 'option.id', 'decision.chosen_option_id')
    .leftJoin('publication', 'publication.decision_id', 'decision.id')
    // The file in git wins, if somebody changed it by hand.
    .leftJoin('adr', (join) =>
      join
        .onRef('adr.team_id', '=', 'publication.team_id')
        .onRef('adr.archive', '=', 'publication.archive')
        .onRef('adr.file_name', '=', 'publication.file_name')
        .on('adr.removed_at', 'is', null)
        .on('publication.pushed_at', 'is not', null),
    )
    .where('decision.team_id', '=', teamId)
    .select([
      'decision.id',
      'decision.channel_id',
      'decision.title',
      'decision.status',
      'decision.voting_opened_at',
      'decision.voting_closed_at',
      'decision.closes_at',
      'decision.proposed_at',
      'decision.decided_at',
      'decision.card_link',
      'option.title as chosen',
      'publication.number',
      'publication.file_name',
      'publication.commit_url',
      'publication.pushed_at',
      'publication.trouble',
      'adr.number as number_in_git',
      'adr.status as status_in_git',
    ]);

type SummaryRow = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number];

function toSummary(row: SummaryRow): Summary {
  return {
    id: row.id,
    channelId: row.channel_id,
    title: row.title,
    status: row.status_in_git ?? row.status,
    isVoting: row.status === 'proposed' && row.voting_opened_at !== null && row.voting_closed_at === null,
    closesAt: row.closes_at,
    proposedAt: row.proposed_at,
    decidedAt: row.decided_at ?? undefined,
    chosen: row.chosen ?? undefined,
    cardLink: row.card_link ?? undefined,
    number: row.number_in_git ?? (row.pushed_at && row.number) ?? undefined,
    fileName: row.file_name ?? undefined,
    commitUrl: row.commit_url ?? undefined,
    isPublished: row.pushed_at !== null,
    trouble: row.trouble ?? undefined,
  };
}

/** What a list says of each of these decisions of a workspace, in their order; who may see which is for the caller to say. */
export async function findSummaries(db: Handle, teamId: string, ids: readonly string[]): Promise<Summary[]> {
  if (ids.length === 0) return [];
  const rows = await select(db, teamId).where('decision.id', '=', sql<string>`any(${ids}::uuid[])`).execute();
  const byId = new Map(rows.map((row) => [row.id, toSummary(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Decisions that were published under a number or a file name, the latest first. */
export async function findPublishedAs(db: Handle, teamId: string, reference: PublishedAs): Promise<Summary[]> {
  if ('number' in reference && !isStorableInteger(reference.number)) return [];
  const published = select(db, teamId)
    .where('publication.team_id', '=', teamId)
    .where('publication.pushed_at', 'is not', null);
  const rows = await ('number' in reference
    ? published.where('publication.number', '=', reference.number)
    : published.where('publication.file_name', '=', storable(reference.fileName))
  )
    .orderBy('publication.pushed_at', 'desc')
    .execute();
  return rows.map(toSummary);
}

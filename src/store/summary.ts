import type { Summary } from '../decision/digest.ts';
import type { Handle } from './handle.ts';

/** A line on each decision of a workspace, newest first; who may see which is for the caller to say. */
export async function findSummaries(db: Handle, teamId: string): Promise<Summary[]> {
  const rows = await db
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
    .orderBy('decision.proposed_at', 'desc')
    .select([
      'decision.id',
      'decision.channel_id',
      'decision.is_private',
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
    ])
    .execute();
  return rows.map((row) => ({
    id: row.id,
    channelId: row.channel_id,
    isPrivate: row.is_private,
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
  }));
}

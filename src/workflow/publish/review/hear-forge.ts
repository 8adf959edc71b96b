import { mayInform } from '../../govern/told-from.ts';
import type { Repository } from '../../ports/archive/repositories.ts';
import type { ForgeNews } from '../../ports/forge/forge.ts';
import type { Ports } from '../../ports/ports.ts';
import { watchNotes } from '../../revisit/watch-notes.ts';

/**
 * Looks at what a forge has news of: at the review of a branch, at the repository something was pushed to, or at every
 * review where what Gavel may do has changed. Other places are ignored.
 */
export async function hearForge(ports: Ports, news: ForgeNews): Promise<void> {
  const { teamId } = ports.chat;
  const places = ports.repositories.all.filter((repository) => isMeant(repository, news));
  await ports.store.transaction(async (records) => {
    for (const { archive } of places) {
      const one =
        news.kind === 'access' || news.branch === undefined
          ? undefined
          : await records.reviews.findByBranch(teamId, archive.id, news.branch);
      const open = news.kind === 'access' ? await records.reviews.findOpen(teamId, archive.id) : [one];
      for (const decisionId of open.filter((id) => id !== undefined).toSorted())
        await records.jobs.add('watch-review', { decisionId, archive: archive.id });
      if (news.kind === 'access') await watchNotes(records, teamId, archive.id);
      else if (news.branch !== undefined) await watchNotes(records, teamId, archive.id, news.branch);
      if (news.kind !== 'review') await records.jobs.add('follow-archive', { teamId, archive: archive.id });
    }
    // One of several folders of a repository speaks for all of them.
    const [first] = places;
    if (first && news.kind === 'review' && news.changed !== undefined && mayInform(first))
      await records.jobs.add('inform-review', { archive: first.archive.id, number: news.changed });
  });
}

/** Whether news are of a repository, by the place in its address or by where the forge says that it is by now. */
function isMeant({ archive }: Repository, { place }: ForgeNews): boolean {
  if (place === undefined) return true;
  return [archive.label, archive.movedTo()].some((known) => known?.toLowerCase() === place.toLowerCase());
}

import type { Customs } from '../world/customs.ts';
import { ownerOf } from '../world/world.ts';

/** Where GitHub differs in what happens. */
export const customs: Customs = {
  headRef: (number) => `refs/pull/${number}/head`,
  closesReviewsOfDeletedBranches: true,
  allowsOwnApproval: false,
  hasAutoMergeSetting: true,
  fastForwards: false,
  mergeMessage: (repository, { title, number, head }, method) =>
    method === 'squash'
      ? { title: `${title} (#${number})`, body: '' }
      : { title: `Merge pull request #${number} from ${ownerOf(repository)}/${head ?? ''}`, body: title },
  committer: { name: 'GitHub', email: 'noreply@github.com' },
};

import type { Customs } from '../world/customs.ts';

/** Where GitLab differs in what happens. */
export const customs: Customs = {
  headRef: (number) => `refs/merge-requests/${number}/head`,
  closesReviewsOfDeletedBranches: false,
  allowsOwnApproval: true,
  hasAutoMergeSetting: false,
  fastForwards: true,
  mergeMessage: (repository, { title, number, head, base }, method) =>
    method === 'squash'
      ? { title, body: '' }
      : {
          title: `Merge branch '${head ?? ''}' into '${base}'`,
          body: `${title}\n\nSee merge request ${repository.path}!${number}`,
        },
  committer: undefined,
};

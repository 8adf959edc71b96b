import type { Customs } from '../world/customs.ts';

/** Where Forgejo differs in what happens. */
export const customs: Customs = {
  headRef: (number) => `refs/pull/${number}/head`,
  closesReviewsOfDeletedBranches: true,
  allowsOwnApproval: false,
  hasAutoMergeSetting: false,
  fastForwards: true,
  mergeMessage: (_repository, { title, number, head, base }, method) =>
    method === 'squash'
      ? { title: `${title} (#${number})`, body: '' }
      : { title: `Merge pull request '${title}' (#${number}) from ${head ?? ''} into ${base}`, body: '' },
  committer: undefined,
};

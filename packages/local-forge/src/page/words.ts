import type { DialectName } from '../dialect.ts';
import type { Blocker, RefusalReason } from '../world/refusal.ts';

/** What a forge calls its things. */
export interface ForgeWords {
  readonly forge: string;
  readonly review: string;
  /** Before the number of a review. */
  readonly sign: string;
}

/** What each forge calls its things. */
export const wordsOf: Readonly<Record<DialectName, ForgeWords>> = {
  github: { forge: 'GitHub', review: 'pull request', sign: '#' },
  gitlab: { forge: 'GitLab', review: 'merge request', sign: '!' },
  forgejo: { forge: 'Forgejo', review: 'pull request', sign: '#' },
};

/** Why something can't be merged. */
export const blockerWords: Readonly<Record<Blocker, string>> = {
  closed: 'It is closed.',
  draft: 'It is still a draft.',
  conflict: 'It has conflicts with the branch it is to be merged into.',
  approvals: 'It needs more approvals by people who may write.',
  'changes-requested': 'Somebody has requested changes.',
  'code-owners': 'The owners of what it changes have not approved it.',
  checks: 'Required checks have not succeeded.',
  signature: 'Its commits break a rule: signatures, messages or paths.',
  method: 'The branch does not allow this way of merging.',
  queue: 'It has to go through the merge queue.',
  'not-allowed': 'You may not merge into this branch.',
  'head-missing': 'Its branch has been deleted.',
};

/** What a person is told whose wish the forge refuses. */
export function refusalWords(reason: RefusalReason): string {
  switch (reason.what) {
    case 'protected':
      return 'The branch is protected.';
    case 'moved':
    case 'head-moved':
      return 'The branch has moved meanwhile.';
    case 'exists':
      return 'There is a branch of this name already.';
    case 'no-branch':
      return `There is no branch ${reason.branch}.`;
    case 'no-commits':
      return `${reason.head} has nothing that is not in ${reason.base}.`;
    case 'review-exists':
      return `There is an open review for this branch: ${reason.number}.`;
    case 'archived':
      return 'The repository is archived, so it is read-only.';
    case 'blocked':
      return reason.blockers.map((blocker) => blockerWords[blocker]).join(' ');
    case 'merged':
      return 'It has been merged already.';
    case 'not-open':
      return 'It is not open.';
    case 'not-closed':
      return 'It is not closed.';
    case 'own-review':
      return 'Nobody can approve what they have opened themselves.';
    case 'no-role':
      return 'You may not do that in this repository.';
    case 'auto-merge':
      return reason.why === 'clean' ? 'It can be merged at once.' : 'It can’t be merged by itself here.';
  }
}

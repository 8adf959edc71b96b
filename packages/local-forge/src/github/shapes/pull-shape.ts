import { blockersOf } from '../../world/merging.ts';
import type { Blocker } from '../../world/refusal.ts';
import type { Comment, Repository, Review, Verdict } from '../../world/state.ts';
import { ownerOf, type World } from '../../world/world.ts';
import { accountShape } from './account-shape.ts';
import { appBehind } from './app-shape.ts';
import { type Addresses, nodeId, type Schemas, stamp, stampOrNull } from './context.ts';
import { repositoryShape } from './repository-shape.ts';

/** A label. */
export function labelShape(
  { api }: Addresses,
  repository: Repository,
  name: string,
): { id: number; node_id: string; url: string; name: string; description: string; color: string; default: boolean } {
  const id = repository.labels.find((each) => each.name === name)?.id ?? 0;
  return {
    id,
    node_id: nodeId('LA', id),
    url: `${api}/repos/${repository.path}/labels/${encodeURIComponent(name)}`,
    name,
    description: '',
    color: 'ededed',
    default: false,
  };
}

/** A pull request in a list. */
export function simplePullShape(
  world: World,
  addresses: Addresses,
  repository: Repository,
  review: Review,
): Schemas['pull-request-simple'] {
  const { web, api } = addresses;
  const account = (login: string) => accountShape(addresses, world.accountOf(login));
  const url = `${api}/repos/${repository.path}/pulls/${review.number}`;
  const issue = `${api}/repos/${repository.path}/issues/${review.number}`;
  const page = `${web}/${repository.path}/pull/${review.number}`;
  const statuses = `${api}/repos/${repository.path}/statuses/${review.headSha}`;
  const [assignee] = review.assignees;
  return {
    url,
    id: review.id,
    node_id: nodeId('PR', review.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/repos/${repository.path}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    number: review.number,
    state: review.state === 'open' ? 'open' : 'closed',
    locked: false,
    title: review.title,
    user: account(review.by),
    body: review.body === '' ? null : review.body,
    labels: review.labels.map((name) => labelShape(addresses, repository, name)),
    milestone: null,
    active_lock_reason: null,
    created_at: stamp(review.openedAt),
    updated_at: stamp(review.updatedAt),
    closed_at: stampOrNull(review.closedAt),
    merged_at: stampOrNull(review.mergedAt),
    merge_commit_sha: review.mergeSha ?? null,
    assignee: assignee === undefined ? null : account(assignee),
    assignees: review.assignees.map(account),
    requested_reviewers: review.reviewers.map(account),
    requested_teams: [],
    ...endsOf(world, addresses, repository, review),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/repos/${repository.path}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: statuses },
    },
    author_association: associationOf(repository, review.by),
    auto_merge:
      review.autoMerge === undefined
        ? null
        : {
            enabled_by: account(review.autoMerge.by),
            merge_method: review.autoMerge.method,
            commit_title: world.customs.mergeMessage(repository, review, review.autoMerge.method).title,
            commit_message: '',
          },
    draft: review.isDraft,
  };
}

function endsOf(world: World, addresses: Addresses, repository: Repository, review: Review) {
  const owner = ownerOf(repository);
  const user = accountShape(addresses, world.accountOf(owner));
  const repo = repositoryShape(world, addresses, repository);
  const end = (ref: string, sha: string) => ({ label: `${owner}:${ref}`, ref, sha, repo, user });
  return { head: end(review.head ?? '', review.headSha), base: end(review.base, review.baseSha) };
}

/** A pull request that was asked for by itself. */
export async function pullShape(
  world: World,
  addresses: Addresses,
  repository: Repository,
  review: Review,
): Promise<Schemas['pull-request']> {
  const simple = simplePullShape(world, addresses, repository, review);
  const git = world.git(repository);
  const changes = await git.changes(review.baseSha, review.headSha);
  const commits = await git.commitsBetween(review.baseSha, review.headSha);
  const mergedBy = review.mergedBy === undefined ? undefined : world.account(review.mergedBy);
  const { state, mergeable } = await mergeState(world, repository, review);
  const { user, ...rest } = simple;
  const sum = (of: (change: (typeof changes)[number]) => number): number =>
    changes.reduce((total, change) => total + of(change), 0);
  return {
    ...rest,
    ...endsOf(world, addresses, repository, review),
    state: review.state === 'open' ? 'open' : 'closed',
    user: user ?? accountShape(addresses, world.accountOf(review.by)),
    labels: review.labels.map((name) => labelShape(addresses, repository, name)),
    merged: review.state === 'merged',
    mergeable,
    rebaseable: mergeable,
    mergeable_state: state,
    merged_by: mergedBy === undefined ? null : accountShape(addresses, mergedBy),
    comments: review.comments.filter(({ place }) => place === undefined).length,
    review_comments: review.comments.filter(({ place }) => place !== undefined).length,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: sum(({ additions }) => additions),
    deletions: sum(({ deletions }) => deletions),
    changed_files: changes.length,
  };
}

/** Whether a pull request could be merged, in GitHub's words. */
export async function mergeState(
  world: World,
  repository: Repository,
  review: Review,
): Promise<{ readonly state: string; readonly mergeable: boolean | null }> {
  if (review.state !== 'open') return { state: 'unknown', mergeable: null };
  // What the owner could do tells what the branch demands. That somebody else may not merge is not part of it.
  const blockers = (await blockersOf(world, repository, review, ownerOf(repository))).filter(
    (each) => each !== 'not-allowed',
  );
  const mergeable = !blockers.includes('conflict');
  const state = !mergeable
    ? 'dirty'
    : blockers.includes('draft')
      ? 'draft'
      : blockers.some((each) => blocking.includes(each))
        ? 'blocked'
        : 'clean';
  return { state, mergeable };
}

const blocking: readonly Blocker[] = [
  'approvals',
  'changes-requested',
  'code-owners',
  'checks',
  'signature',
  'queue',
  'head-missing',
];

/** What somebody said about a pull request as a whole. */
export function verdictShape(
  world: World,
  addresses: Addresses,
  repository: Repository,
  review: Review,
  verdict: Verdict,
): Schemas['pull-request-review'] {
  const page = `${addresses.web}/${repository.path}/pull/${review.number}#pullrequestreview-${verdict.id}`;
  const pull = `${addresses.api}/repos/${repository.path}/pulls/${review.number}`;
  return {
    id: verdict.id,
    node_id: nodeId('PRR', verdict.id),
    user: accountShape(addresses, world.accountOf(verdict.by)),
    body: verdict.body,
    state: verdictWords[verdict.state],
    html_url: page,
    pull_request_url: pull,
    _links: { html: { href: page }, pull_request: { href: pull } },
    submitted_at: stamp(verdict.at),
    commit_id: verdict.sha,
    author_association: associationOf(repository, verdict.by),
  };
}

/** What GitHub calls the states of a verdict. */
export const verdictWords: Readonly<Record<Verdict['state'], string>> = {
  approved: 'APPROVED',
  'changes-requested': 'CHANGES_REQUESTED',
  commented: 'COMMENTED',
  dismissed: 'DISMISSED',
};

/** A comment on a pull request that belongs to no line. */
export function issueCommentShape(
  world: World,
  addresses: Addresses,
  repository: Repository,
  review: Review,
  comment: Comment,
): Schemas['issue-comment'] {
  const issues = `${addresses.api}/repos/${repository.path}/issues`;
  return {
    id: comment.id,
    node_id: nodeId('IC', comment.id),
    url: `${issues}/comments/${comment.id}`,
    html_url: `${addresses.web}/${repository.path}/pull/${review.number}#issuecomment-${comment.id}`,
    body: comment.body,
    user: accountShape(addresses, world.accountOf(comment.by)),
    created_at: stamp(comment.at),
    updated_at: stamp(comment.updatedAt),
    issue_url: `${issues}/${review.number}`,
    author_association: associationOf(repository, comment.by),
    performed_via_github_app: appBehind(world, addresses, comment.by),
    reactions: noReactions(`${issues}/comments/${comment.id}`),
  };
}

/** A comment on a line of a pull request. */
export function lineCommentShape(
  world: World,
  addresses: Addresses,
  repository: Repository,
  review: Review,
  comment: Comment,
): Schemas['pull-request-review-comment'] {
  const { path, line, sha } = comment.place ?? { path: '', line: 1, sha: review.headSha };
  const url = `${addresses.api}/repos/${repository.path}/pulls/comments/${comment.id}`;
  const pull = `${addresses.api}/repos/${repository.path}/pulls/${review.number}`;
  const page = `${addresses.web}/${repository.path}/pull/${review.number}#discussion_r${comment.id}`;
  return {
    url,
    pull_request_review_id: null,
    id: comment.id,
    node_id: nodeId('PRRC', comment.id),
    diff_hunk: `@@ -0,0 +${line} @@`,
    path,
    line,
    original_line: line,
    side: 'RIGHT',
    start_line: null,
    original_start_line: null,
    start_side: null,
    position: line,
    original_position: line,
    reactions: noReactions(url),
    commit_id: sha,
    original_commit_id: sha,
    user: accountShape(addresses, world.accountOf(comment.by)),
    body: comment.body,
    created_at: stamp(comment.at),
    updated_at: stamp(comment.updatedAt),
    html_url: page,
    pull_request_url: pull,
    author_association: associationOf(repository, comment.by),
    _links: { self: { href: url }, html: { href: page }, pull_request: { href: pull } },
  };
}

/** That nobody has reacted to something. */
export function noReactions(url: string): Schemas['reaction-rollup'] {
  const counts = { '+1': 0, '-1': 0, laugh: 0, hooray: 0, confused: 0, heart: 0, rocket: 0, eyes: 0 };
  return { url: `${url}/reactions`, total_count: 0, ...counts };
}

function associationOf(repository: Repository, login: string): Schemas['author-association'] {
  if (ownerOf(repository) === login) return 'OWNER';
  return repository.members[login] === undefined ? 'NONE' : 'COLLABORATOR';
}

import type { FileChange } from '../git/file-change.ts';
import { blockersOf } from '../world/merging.ts';
import { isAllowed, protectionsOf } from '../world/protections.ts';
import type { Account, Check, Protection, Repository, Review, Verdict } from '../world/state.ts';
import { nameOf, ownerOf, type World } from '../world/world.ts';

/** How the title of a draft begins. It is not part of the title in the world. */
const draftPrefix = 'WIP: ';
const draftPattern = /^\s*(?:wip:|\[wip\])\s*/iu;

/** What a title says. */
export function readTitle(title: string): { readonly title: string; readonly isDraft: boolean } {
  const plain = title.replace(draftPattern, '');
  return { title: plain, isDraft: plain !== title };
}

/** A title as it is shown. */
function titleOf({ title, isDraft }: Review): string {
  return isDraft ? `${draftPrefix}${title}` : title;
}

/** An account, wherever somebody did something. */
export function userShape(web: string, { id, login, name, email }: Account): Record<string, unknown> {
  return {
    id,
    login,
    login_name: '',
    source_id: 0,
    full_name: name === login ? '' : name,
    email,
    avatar_url: `${web}/avatars/${id}`,
    html_url: `${web}/${login}`,
    language: '',
    is_admin: false,
    restricted: false,
    active: false,
    prohibit_login: false,
    visibility: 'public',
    username: login,
  };
}

/** The account of this login as a user. */
export function userOf(world: World, web: string, login: string | undefined): Record<string, unknown> | null {
  const account = login === undefined ? undefined : world.account(login);
  return account === undefined ? null : userShape(web, account);
}

/** A repository, as somebody sees it. */
export function repositoryShape(
  world: World,
  web: string,
  repository: Repository,
  login: string | undefined,
): Record<string, unknown> {
  const { path, settings } = repository;
  const may = (role: 'read' | 'write' | 'admin'): boolean => world.hasRole(login, repository, role);
  const { mergeMethods: methods } = settings;
  const [first = 'merge'] = methods;
  return {
    id: repository.id,
    owner: userOf(world, web, ownerOf(repository)),
    name: nameOf(repository),
    full_name: path,
    description: repository.description,
    empty: false,
    private: repository.isPrivate,
    fork: false,
    template: false,
    parent: null,
    mirror: false,
    size: 24,
    html_url: `${web}/${path}`,
    url: `${web}/api/v1/repos/${path}`,
    link: '',
    ssh_url: `git@127.0.0.1:${path}.git`,
    clone_url: `${web}/${path}.git`,
    website: '',
    open_pr_counter: repository.reviews.filter(({ state }) => state === 'open').length,
    default_branch: repository.defaultBranch,
    archived: repository.isArchived,
    created_at: repository.createdAt,
    updated_at: repository.updatedAt,
    permissions: { admin: may('admin'), push: may('write'), pull: may('read') },
    has_issues: true,
    has_wiki: true,
    has_pull_requests: true,
    ignore_whitespace_conflicts: false,
    allow_merge_commits: methods.includes('merge'),
    allow_rebase: methods.includes('rebase'),
    allow_rebase_explicit: false,
    allow_squash_merge: methods.includes('squash'),
    allow_fast_forward_only_merge: false,
    default_delete_branch_after_merge: settings.removesMergedHeads,
    default_merge_style: first,
    default_allow_maintainer_edit: false,
    internal: false,
  };
}

/** What protects a branch, as administrators see it. */
export function protectionShape(protection: Protection): Record<string, unknown> {
  const { branch, push, checks } = protection;
  const isPattern = /[*?[\]{}]/.test(branch);
  return {
    branch_name: isPattern ? '' : branch,
    rule_name: branch,
    enable_push: push !== 'nobody',
    enable_push_whitelist: push === 'maintainers',
    push_whitelist_usernames: [],
    push_whitelist_teams: push === 'maintainers' ? ['maintainers'] : [],
    push_whitelist_deploy_keys: false,
    enable_merge_whitelist: protection.merge === 'maintainers',
    merge_whitelist_usernames: [],
    merge_whitelist_teams: [],
    enable_status_check: checks.length > 0,
    status_check_contexts: checks,
    required_approvals: protection.approvals,
    enable_approvals_whitelist: false,
    approvals_whitelist_username: [],
    approvals_whitelist_teams: [],
    block_on_rejected_reviews: protection.approvals > 0,
    block_on_official_review_requests: false,
    block_on_outdated_branch: protection.linearHistory,
    dismiss_stale_approvals: protection.dismissesStale,
    ignore_stale_approvals: false,
    require_signed_commits: protection.signatures,
    protected_file_patterns: protection.restrictedPaths.join(';'),
    unprotected_file_patterns: '',
    apply_to_admins: true,
  };
}

/** A branch, as somebody sees it. */
export function branchShape(
  world: World,
  repository: Repository,
  branch: { readonly name: string; readonly sha: string },
  login: string | undefined,
): Record<string, unknown> {
  const protections = protectionsOf(repository, branch.name);
  const isWriter = login !== undefined && world.hasRole(login, repository, 'write');
  const checks = protections.flatMap((each) => each.checks);
  return {
    name: branch.name,
    commit: { id: branch.sha },
    protected: protections.length > 0,
    required_approvals: Math.max(0, ...protections.map(({ approvals }) => approvals)),
    enable_status_check: checks.length > 0,
    status_check_contexts: checks,
    user_can_push: isWriter && protections.every(({ push }) => isAllowed(world, repository, login, push)),
    user_can_merge: isWriter && protections.every(({ merge }) => isAllowed(world, repository, login, merge)),
    effective_branch_protection_name:
      login !== undefined && world.hasRole(login, repository, 'admin') ? (protections[0]?.branch ?? '') : '',
  };
}

/** A label of a repository. */
export function labelShape(web: string, repository: Repository, label: { readonly id: number; readonly name: string }) {
  return {
    id: label.id,
    name: label.name,
    exclusive: false,
    is_archived: false,
    color: '0052cc',
    description: '',
    url: `${web}/api/v1/repos/${repository.path}/labels/${label.id}`,
  };
}

/** A pull request. */
export async function pullShape(
  world: World,
  web: string,
  repository: Repository,
  review: Review,
): Promise<Record<string, unknown>> {
  const git = world.git(repository);
  const tip = review.head === undefined ? undefined : await git.branch(review.head);
  const blockers = await blockersOf(world, repository, review, review.by);
  const url = `${web}/${repository.path}/pulls/${review.number}`;
  const shown = repositoryShape(world, web, repository, undefined);
  const isMerged = review.state === 'merged';
  return {
    id: review.id,
    url,
    number: review.number,
    user: userOf(world, web, review.by),
    title: titleOf(review),
    body: review.body,
    labels: repository.labels
      .filter(({ name }) => review.labels.includes(name))
      .map((label) => labelShape(web, repository, label)),
    milestone: null,
    assignee: userOf(world, web, review.assignees[0]),
    assignees: review.assignees.map((login) => userOf(world, web, login)),
    requested_reviewers: review.reviewers.map((login) => userOf(world, web, login)),
    requested_reviewers_teams: [],
    state: review.state === 'open' ? 'open' : 'closed',
    draft: review.isDraft,
    is_locked: false,
    comments: review.comments.length,
    review_comments: 0,
    additions: 0,
    deletions: 0,
    changed_files: 0,
    html_url: url,
    diff_url: `${url}.diff`,
    patch_url: `${url}.patch`,
    mergeable: !blockers.includes('conflict') && !review.isDraft,
    merged: isMerged,
    merged_at: review.mergedAt ?? null,
    merge_commit_sha: isMerged ? (review.mergeSha ?? null) : null,
    merged_by: isMerged ? userOf(world, web, review.mergedBy) : null,
    allow_maintainer_edit: false,
    base: {
      label: review.base,
      ref: review.base,
      sha: (await git.branch(review.base)) ?? '',
      repo_id: repository.id,
      repo: shown,
    },
    head: {
      label: review.head ?? '',
      // Once the branch is gone, and for what was pushed without one, this is all there is.
      ref: tip === undefined ? `refs/pull/${review.number}/head` : review.head,
      sha: tip ?? review.headSha,
      repo_id: repository.id,
      repo: shown,
    },
    merge_base: review.baseSha,
    due_date: null,
    created_at: review.openedAt,
    updated_at: review.updatedAt,
    closed_at: review.closedAt ?? null,
    pin_order: 0,
    flow: review.head === undefined ? 1 : 0,
  };
}

const verdictStates: Readonly<Record<Verdict['state'], string>> = {
  approved: 'APPROVED',
  'changes-requested': 'REQUEST_CHANGES',
  commented: 'COMMENT',
  dismissed: 'APPROVED',
};

/** What somebody says of a pull request as a whole. */
export function reviewShape(
  world: World,
  web: string,
  repository: Repository,
  review: Review,
  verdict: Verdict,
): Record<string, unknown> {
  const url = `${web}/${repository.path}/pulls/${review.number}`;
  return {
    id: verdict.id,
    user: userOf(world, web, verdict.by),
    team: null,
    state: verdictStates[verdict.state],
    body: verdict.body,
    commit_id: verdict.sha,
    stale: verdict.sha !== review.headSha,
    official: world.hasRole(verdict.by, repository, 'write'),
    dismissed: verdict.state === 'dismissed',
    comments_count: 0,
    submitted_at: verdict.at,
    updated_at: verdict.at,
    html_url: `${url}#issuecomment-${verdict.id}`,
    pull_request_url: url,
  };
}

/** A comment on a pull request. */
export function commentShape(
  world: World,
  web: string,
  repository: Repository,
  review: Review,
  comment: Review['comments'][number],
): Record<string, unknown> {
  const url = `${web}/${repository.path}/pulls/${review.number}`;
  return {
    id: comment.id,
    html_url: `${url}#issuecomment-${comment.id}`,
    pull_request_url: url,
    issue_url: '',
    user: userOf(world, web, comment.by),
    original_author: '',
    original_author_id: 0,
    body: comment.body,
    assets: [],
    created_at: comment.at,
    updated_at: comment.updatedAt,
  };
}

/** A file that a pull request changes. */
export function changedFileShape(web: string, repository: Repository, head: string, change: FileChange) {
  const { path, formerPath, status, additions, deletions } = change;
  const shown = { removed: 'deleted', modified: 'changed' } as const;
  return {
    filename: path,
    ...(formerPath === undefined ? {} : { previous_filename: formerPath }),
    status: status === 'removed' || status === 'modified' ? shown[status] : status,
    additions,
    deletions,
    changes: additions + deletions,
    html_url: `${web}/${repository.path}/src/commit/${head}/${path}`,
    contents_url: `${web}/api/v1/repos/${repository.path}/contents/${path}?ref=${head}`,
    raw_url: `${web}/${repository.path}/raw/commit/${head}/${path}`,
  };
}

/** The status of a commit. */
export function statusShape(world: World, web: string, repository: Repository, check: Check): Record<string, unknown> {
  return {
    id: check.id,
    status: check.outcome,
    target_url: check.status?.url ?? '',
    description: check.status?.description ?? '',
    url: `${web}/api/v1/repos/${repository.path}/statuses/${check.sha}`,
    context: check.name,
    creator: userOf(world, web, check.status?.by),
    created_at: check.at,
    updated_at: check.at,
  };
}

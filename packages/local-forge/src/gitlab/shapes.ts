import type { FileChange } from '../git/file-change.ts';
import { blockersOf } from '../world/merging.ts';
import { countedVerdicts, lastVerdicts, protectionsOf } from '../world/protections.ts';
import type { Account, Allowed, Check, Protection, Repository, Review, Role, Verdict } from '../world/state.ts';
import { nameOf, ownerOf, type World } from '../world/world.ts';

/** The levels of access, as GitLab counts them. */
const levels: Readonly<Record<Role, number>> = { read: 20, write: 30, maintain: 40, admin: 50 };

/** GitLab's own name for a level. */
const levelNames: Readonly<Record<Allowed, string>> = {
  nobody: 'No one',
  maintainers: 'Maintainers',
  writers: 'Developers + Maintainers',
};

const levelOf: Readonly<Record<Allowed, number>> = { nobody: 0, maintainers: 40, writers: 30 };

/** How a draft's title begins. It is not part of the title in the world. */
const draftPrefix = 'Draft: ';
const draftPattern = /^(?:\s*(?:\[draft\]|\(draft\)|draft:))+\s*/iu;

/** What a title says. */
export function readTitle(title: string): { readonly title: string; readonly isDraft: boolean } {
  const plain = title.replace(draftPattern, '');
  return { title: plain, isDraft: plain !== title };
}

/** A title as it is shown. */
export function titleOf({ title, isDraft }: Review): string {
  return isDraft ? `${draftPrefix}${title}` : title;
}

/** An account, wherever somebody did something. */
export function userShape(web: string, { id, login, name }: Account): object {
  return {
    id,
    username: login,
    public_email: '',
    name,
    state: 'active',
    locked: false,
    avatar_url: null,
    web_url: `${web}/${login}`,
  };
}

/** The account of this login as a user. */
function userOf(world: World, web: string, login: string | undefined): object | null {
  const account = login === undefined ? undefined : world.account(login);
  return account === undefined ? null : userShape(web, account);
}

/** A project, as its members see it. */
export function projectShape(world: World, web: string, project: Repository, login: string | undefined): object {
  const { id, path, description, settings } = project;
  const role = world.roleOf(login, project);
  const { mergeMethods: methods } = settings;
  const protections = project.protections;
  return {
    id,
    description,
    name: nameOf(project),
    name_with_namespace: path.replaceAll('/', ' / '),
    path: nameOf(project),
    path_with_namespace: path,
    created_at: project.createdAt,
    updated_at: project.updatedAt,
    default_branch: project.defaultBranch,
    tag_list: [],
    topics: [],
    ssh_url_to_repo: `git@127.0.0.1:${path}.git`,
    http_url_to_repo: `${web}/${path}.git`,
    web_url: `${web}/${path}`,
    readme_url: `${web}/${path}/-/blob/${project.defaultBranch}/README.md`,
    avatar_url: null,
    forks_count: 0,
    star_count: 0,
    last_activity_at: project.updatedAt,
    namespace: {
      id: world.account(ownerOf(project))?.id ?? 0,
      name: ownerOf(project),
      path: ownerOf(project),
      kind: 'group',
      full_path: ownerOf(project),
      parent_id: null,
      avatar_url: null,
      web_url: `${web}/groups/${ownerOf(project)}`,
    },
    visibility: project.isPrivate ? 'private' : 'public',
    archived: project.isArchived,
    empty_repo: false,
    merge_requests_enabled: true,
    issues_enabled: true,
    can_create_merge_request_in: true,
    merge_method: methods.includes('merge') ? 'merge' : 'ff',
    squash_option: methods.includes('squash') ? (methods.length === 1 ? 'always' : 'default_off') : 'never',
    remove_source_branch_after_merge: settings.removesMergedHeads,
    only_allow_merge_if_pipeline_succeeds: protections.some(({ checks }) => checks.length > 0),
    only_allow_merge_if_all_discussions_are_resolved: false,
    allow_merge_on_skipped_pipeline: null,
    merge_trains_enabled: protections.some(({ mergeQueue }) => mergeQueue),
    merge_pipelines_enabled: protections.some(({ mergeQueue }) => mergeQueue),
    permissions: {
      project_access:
        role === undefined || login === undefined ? null : { access_level: levels[role], notification_level: 3 },
      group_access: null,
    },
  };
}

/** A branch, as somebody sees it. */
export function branchShape(
  world: World,
  web: string,
  project: Repository,
  branch: { readonly name: string; readonly sha: string },
  login: string | undefined,
): object {
  const protections = protectionsOf(project, branch.name);
  const isDeveloper = world.hasRole(login, project, 'write');
  const level = levels[world.roleOf(login, project) ?? 'read'];
  const pushLevels = protections.map(({ push }) => levelOf[push]);
  return {
    name: branch.name,
    commit: {
      id: branch.sha,
      short_id: branch.sha.slice(0, 8),
      web_url: `${web}/${project.path}/-/commit/${branch.sha}`,
    },
    merged: false,
    protected: protections.length > 0,
    developers_can_push: pushLevels.includes(30),
    developers_can_merge: protections.some(({ merge }) => merge === 'writers'),
    can_push:
      isDeveloper &&
      !project.isArchived &&
      (pushLevels.length === 0 || pushLevels.some((each) => each > 0 && each <= level)),
    default: branch.name === project.defaultBranch,
    web_url: `${web}/${project.path}/-/tree/${branch.name}`,
  };
}

/** A protected branch, or a pattern of branches. */
export function protectedBranchShape({ id, branch, push, merge, forcePushes, codeOwners }: Protection): object {
  const access = (allowed: Allowed, offset: number) => ({
    id: id * 10 + offset,
    access_level: levelOf[allowed],
    access_level_description: levelNames[allowed],
    deploy_key_id: null,
    user_id: null,
    group_id: null,
  });
  return {
    id,
    name: branch,
    push_access_levels: [access(push, 1)],
    merge_access_levels: [access(merge, 2)],
    unprotect_access_levels: [],
    allow_force_push: forcePushes,
    code_owner_approval_required: codeOwners,
    inherited: false,
  };
}

/** The push rules of a project; null if it has none. */
export function pushRuleShape(project: Repository): object | null {
  const pattern = project.protections.find(({ messagePattern }) => messagePattern !== undefined)?.messagePattern;
  const signatures = project.protections.some((each) => each.signatures);
  const paths = project.protections.flatMap(({ restrictedPaths }) => restrictedPaths);
  if (pattern === undefined && !signatures && paths.length === 0) return null;
  return {
    id: project.id,
    project_id: project.id,
    created_at: project.createdAt,
    commit_message_regex: pattern ?? '',
    commit_message_negative_regex: '',
    branch_name_regex: null,
    deny_delete_tag: false,
    member_check: false,
    prevent_secrets: false,
    author_email_regex: '',
    file_name_regex: paths.join('|'),
    max_file_size: 0,
    commit_committer_check: false,
    commit_committer_name_check: false,
    reject_unsigned_commits: signatures,
    reject_non_dco_commits: false,
  };
}

/** The rules of a project for approvals. */
export function approvalRuleShapes(project: Repository): object[] {
  return project.protections
    .filter(({ approvals }) => approvals > 0)
    .map((protection) => ({
      id: protection.id,
      name: 'All Members',
      rule_type: 'any_approver',
      report_type: null,
      eligible_approvers: [],
      approvals_required: protection.approvals,
      users: [],
      groups: [],
      contains_hidden_groups: false,
      protected_branches: [protectedBranchShape(protection)],
      applies_to_all_protected_branches: false,
    }));
}

/** How many approvals a merge request needs. */
export function approvalsNeeded(project: Repository, { base }: Review): number {
  return Math.max(0, ...protectionsOf(project, base).map(({ approvals }) => approvals));
}

/** The approvals of a merge request. */
export function approvalsShape(world: World, web: string, project: Repository, review: Review): object {
  const approved = countedVerdicts(world, project, review).filter(({ state }) => state === 'approved');
  const needed = approvalsNeeded(project, review);
  return {
    id: review.id,
    iid: review.number,
    project_id: project.id,
    title: titleOf(review),
    description: review.body,
    state: stateOf(review),
    created_at: review.openedAt,
    updated_at: review.updatedAt,
    approved: approved.length >= needed,
    approvals_required: needed,
    approvals_left: Math.max(0, needed - approved.length),
    approved_by: approved.map(({ by, at }) => ({ user: userOf(world, web, by), approved_at: at })),
    suggested_approvers: [],
    approvers: [],
    approver_groups: [],
  };
}

/** Everybody who was asked for a review or has given one, and what they think. */
export function reviewersOf(review: Review): { readonly login: string; readonly state: string; readonly at: string }[] {
  const states: Readonly<Record<Verdict['state'], string>> = {
    approved: 'approved',
    'changes-requested': 'requested_changes',
    commented: 'reviewed',
    dismissed: 'unreviewed',
  };
  const given = lastVerdicts(review).map(({ by, state, at }) => ({ login: by, state: states[state], at }));
  const asked = review.reviewers
    .filter((login) => !given.some((each) => each.login === login))
    .map((login) => ({ login, state: 'unreviewed', at: review.openedAt }));
  return [...given, ...asked];
}

/** The reviewers of a merge request, as they are listed. */
export function reviewerShapes(world: World, web: string, review: Review): object[] {
  return reviewersOf(review).map(({ login, state, at }) => ({
    user: userOf(world, web, login),
    state,
    created_at: at,
  }));
}

/** The state in GitLab's words. */
export function stateOf({ state }: Review): string {
  return state === 'open' ? 'opened' : state;
}

/** Whether a merge request can be merged, or the first thing in its way. */
export async function mergeStatusOf(world: World, project: Repository, review: Review): Promise<string> {
  const blockers = await blockersOf(world, project, review, review.by);
  const statuses = [
    ['closed', 'not_open'],
    ['head-missing', 'commits_status'],
    ['draft', 'draft_status'],
    ['conflict', 'conflict'],
    ['changes-requested', 'requested_changes'],
    ['approvals', 'not_approved'],
    ['checks', 'ci_must_pass'],
  ] as const;
  const found = statuses.find(([blocker]) => blockers.includes(blocker))?.[1];
  if (found !== undefined) return found;
  return (await needsRebase(world, project, review)) ? 'need_rebase' : 'mergeable';
}

/** Whether a project that only fast-forwards has moved on. */
export async function needsRebase(world: World, project: Repository, review: Review): Promise<boolean> {
  if (project.settings.mergeMethods.includes('merge')) return false;
  return !(await world.git(project).isAncestor(`refs/heads/${review.base}`, review.headSha));
}

/** Which commits brought a merge request to its branch: a merge, a squash, or nothing but its own. */
async function commitsOf(
  world: World,
  project: Repository,
  { mergeSha, headSha }: Review,
): Promise<{ readonly merge: string | null; readonly squash: string | null }> {
  if (mergeSha === undefined || mergeSha === headSha) return { merge: null, squash: null };
  const { parents } = await world.git(project).commit(mergeSha);
  return parents.length > 1 ? { merge: mergeSha, squash: null } : { merge: null, squash: mergeSha };
}

/** A merge request. */
export async function mergeRequestShape(
  world: World,
  web: string,
  project: Repository,
  review: Review,
): Promise<Readonly<Record<string, unknown>>> {
  const status = await mergeStatusOf(world, project, review);
  const commits = await commitsOf(world, project, review);
  const isOpen = review.state === 'open';
  const reference = `!${review.number}`;
  const mergedBy = userOf(world, web, review.mergedBy);
  return {
    id: review.id,
    iid: review.number,
    project_id: project.id,
    title: titleOf(review),
    description: review.body,
    state: stateOf(review),
    created_at: review.openedAt,
    updated_at: review.updatedAt,
    merged_by: mergedBy,
    merge_user: mergedBy ?? userOf(world, web, review.autoMerge?.by),
    merged_at: review.mergedAt ?? null,
    closed_by: review.state === 'closed' ? userOf(world, web, review.closedBy) : null,
    closed_at: review.state === 'closed' ? (review.closedAt ?? null) : null,
    target_branch: review.base,
    source_branch: review.head ?? '',
    user_notes_count: review.comments.length,
    upvotes: 0,
    downvotes: 0,
    author: userOf(world, web, review.by),
    assignees: review.assignees.map((login) => userOf(world, web, login)),
    assignee: userOf(world, web, review.assignees[0]),
    reviewers: reviewersOf(review).map(({ login }) => userOf(world, web, login)),
    source_project_id: project.id,
    target_project_id: project.id,
    labels: review.labels,
    draft: review.isDraft,
    imported: false,
    imported_from: 'none',
    work_in_progress: review.isDraft,
    milestone: null,
    merge_when_pipeline_succeeds: isOpen && (review.autoMerge !== undefined || review.queued !== undefined),
    merge_status: status === 'conflict' ? 'cannot_be_merged' : 'can_be_merged',
    detailed_merge_status: status,
    merge_after: null,
    sha: review.headSha,
    merge_commit_sha: commits.merge,
    squash_commit_sha: commits.squash,
    discussion_locked: null,
    should_remove_source_branch: null,
    force_remove_source_branch: review.removesHead,
    prepared_at: review.openedAt,
    reference,
    references: { short: reference, relative: reference, full: `${project.path}${reference}` },
    web_url: `${web}/${project.path}/-/merge_requests/${review.number}`,
    time_stats: { time_estimate: 0, total_time_spent: 0, human_time_estimate: null, human_total_time_spent: null },
    squash: review.squashes,
    squash_on_merge: review.squashes,
    task_completion_status: { count: 0, completed_count: 0 },
    has_conflicts: isOpen && status === 'conflict',
    blocking_discussions_resolved: true,
    approvals_before_merge: null,
    changes_count: (await changesOf(world, project, review)).count,
    head_pipeline: null,
    diff_refs: { base_sha: review.baseSha, head_sha: review.headSha, start_sha: review.baseSha },
    merge_error: null,
    first_contribution: false,
    user: { can_merge: world.hasRole(review.by, project, 'write') },
  };
}

/** A note on a merge request: what somebody wrote, or what GitLab writes down itself. */
export interface Note {
  readonly id: number;
  readonly by: string;
  readonly body: string;
  readonly at: string;
  readonly isSystem: boolean;
  readonly isOnLine: boolean;
  readonly isInternal?: boolean;
}

/** Everything that has been said on a merge request, oldest first. */
export function notesOf(review: Review): Note[] {
  const said: Readonly<Record<Verdict['state'], string>> = {
    approved: 'approved this merge request',
    'changes-requested': 'requested changes',
    commented: 'left review comments',
    dismissed: 'unapproved this merge request',
  };
  const comments = review.comments.map(({ id, by, body, at, place, isInternal = false }) => ({
    ...{ id, by, body, at, isInternal },
    isSystem: false,
    isOnLine: place !== undefined,
  }));
  const verdicts = review.verdicts.flatMap(({ id, by, body, at, state }) => [
    { id, by, body: said[state], at, isSystem: true, isOnLine: false },
    ...(body === '' ? [] : [{ id: id * 1000, by, body, at, isSystem: false, isOnLine: false }]),
  ]);
  return [...comments, ...verdicts].toSorted((one, other) => one.at.localeCompare(other.at) || one.id - other.id);
}

/** A note, as it is listed. */
export function noteShape(world: World, web: string, project: Repository, review: Review, note: Note): object {
  return {
    id: note.id,
    type: note.isOnLine ? 'DiffNote' : null,
    body: note.body,
    author: userOf(world, web, note.by),
    created_at: note.at,
    updated_at: note.at,
    system: note.isSystem,
    noteable_id: review.id,
    noteable_type: 'MergeRequest',
    project_id: project.id,
    resolvable: note.isOnLine,
    confidential: note.isInternal === true,
    internal: note.isInternal === true,
    imported: false,
    imported_from: 'none',
    noteable_iid: review.number,
    commands_changes: {},
  };
}

/** GitLab keeps no more files of a merge request, unless its operator has raised the limit. */
const mostFiles = 1_000;
/** Beyond a tenth of that, files are listed without what changes in them. */
const mostExpanded = mostFiles / 10;

/** The files that a merge request changes, as far as GitLab keeps them, and how it counts them. */
export async function changesOf(
  world: World,
  project: Repository,
  { baseSha, headSha }: Review,
): Promise<{ readonly shown: readonly FileChange[]; readonly count: string }> {
  const all = await world.git(project).changes(baseSha, headSha);
  return all.length > mostFiles
    ? { shown: all.slice(0, mostFiles), count: `${mostFiles}+` }
    : { shown: all, count: String(all.length) };
}

/** A file that a merge request changes. `index`: its place in the list. */
export function diffShape({ path, formerPath, status, mode, formerMode, patch }: FileChange, index: number): object {
  const collapsed = index >= mostExpanded;
  return {
    old_path: formerPath ?? path,
    new_path: path,
    a_mode: formerMode,
    b_mode: mode,
    diff: collapsed ? '' : (patch ?? ''),
    collapsed,
    too_large: false,
    new_file: status === 'added',
    renamed_file: status === 'renamed',
    deleted_file: status === 'removed',
    generated_file: false,
  };
}

/** The status of a commit. */
export function statusShape(world: World, web: string, project: Repository, check: Check, state: string): object {
  return {
    id: check.id,
    sha: check.sha,
    ref: project.defaultBranch,
    status: state,
    name: check.name,
    target_url: check.status?.url ?? null,
    description: check.status?.description ?? null,
    created_at: check.at,
    started_at: null,
    finished_at: check.at,
    allow_failure: false,
    coverage: null,
    author: userOf(world, web, check.status?.by),
  };
}

import type { ProjectSchema, ProtectedBranchSchema, PushRuleSchema } from '@gitbeaker/rest';
import type { WayReason } from '../../decision/publication/publish-way.ts';
import { isLike } from '../../decision/text.ts';
import type { BranchDemands } from '../../workflow/ports/forge/forge.ts';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import { unless } from '../ask-forge.ts';
import { at } from '../fields.ts';
import type { GitLab } from './gitlab.ts';

/** The role that may push where nothing is protected. */
const developer = 30;

/** The settings of a project that keep a merge request from being merged, by their names in the API. */
const mergeSettings = [
  'only_allow_merge_if_pipeline_succeeds',
  'only_allow_merge_if_all_discussions_are_resolved',
  'only_allow_merge_if_all_status_checks_passed',
] as const;

/** The push rules that could refuse a commit of Gavel's, by their names in the API. */
const pushRules = [
  'commit_message_regex',
  'commit_message_negative_regex',
  'branch_name_regex',
  'author_email_regex',
  'file_name_regex',
  'member_check',
  'commit_committer_check',
  'commit_committer_name_check',
  'reject_non_dco_commits',
] as const;

/** What a branch demands of whoever has the token. */
export async function demandsOf(gitlab: GitLab, branch: string, place: string): Promise<BranchDemands> {
  const project = await gitlab.projects.show(gitlab.project);
  if (project.archived) throw new ForgeError({ code: 'repository archived', place });
  const shown = await unless([404], undefined, gitlab.branches.show(gitlab.project, branch));
  // What protects a branch is shown to some roles only. Push rules are part of paid plans, and for maintainers.
  const listed = await unless(
    [401, 403, 404],
    undefined,
    gitlab.protectedBranches.all(gitlab.project, { perPage: 100 }),
  );
  const rules = await unless([401, 403, 404], undefined, gitlab.pushRules.show(gitlab.project));
  const protections = listed?.filter(({ name }) => isLike(branch, name));
  const takesCommits = shown === undefined ? mayPush(protections ?? [], roleIn(project)) : shown.can_push;
  const isProtected = shown?.protected ?? (protections ?? []).length > 0;
  return {
    takesCommits,
    why: takesCommits
      ? { code: 'branch open', branch }
      : await whyNot(gitlab, project, { branch, isProtected, protections }),
    wantsSignatures: rules?.reject_unsigned_commits === true,
    otherRules: [...mergeSettings.filter((name) => at(project, name) === true), ...pushRulesIn(rules)],
  };
}

async function whyNot(
  gitlab: GitLab,
  project: ProjectSchema,
  about: { branch: string; isProtected: boolean; protections: readonly ProtectedBranchSchema[] | undefined },
): Promise<WayReason> {
  const { branch, isProtected, protections } = about;
  if (!isProtected) return { code: 'may not push', branch };
  if (at(project, 'merge_trains_enabled') === true) return { code: 'merge queue', branch };
  if (protections === undefined || protections.length === 0) return { code: 'protected', branch };
  if (levelsOf(protections).some((level) => level > 0)) return { code: 'may not push', branch };
  const approvals = await approvalsNeeded(gitlab, branch);
  return { code: 'reviews only', branch, ...(approvals === undefined ? {} : { approvals }) };
}

/** How many approvals the strictest rule for a branch wants; undefined if GitLab doesn't tell. */
async function approvalsNeeded(gitlab: GitLab, branch: string): Promise<number | undefined> {
  const rules = await unless([401, 403, 404], undefined, gitlab.approvals.allApprovalRules(gitlab.project));
  const wanted = rules?.flatMap((rule) => {
    const branches = at(rule, 'protected_branches');
    const isForAll = !Array.isArray(branches) || branches.length === 0;
    const isForThis = isForAll || branches.some((each) => isLike(branch, String(at(each, 'name'))));
    return isForThis ? [rule.approvals_required] : [];
  });
  return wanted === undefined ? undefined : Math.max(0, ...wanted);
}

/** The role of whoever has the token. */
function roleIn(project: ProjectSchema): number {
  const levels = ['project_access', 'group_access'].map((which) => at(project.permissions, which, 'access_level'));
  return Math.max(0, ...levels.filter((level) => typeof level === 'number'));
}

/** Whether a role may push to a branch with these protections; the one that allows the most counts. */
function mayPush(protections: readonly ProtectedBranchSchema[], role: number): boolean {
  if (protections.length === 0) return role >= developer;
  return levelsOf(protections).some((level) => level > 0 && level <= role);
}

/** The roles that may push; 0 stands for nobody. */
function levelsOf(protections: readonly ProtectedBranchSchema[]): number[] {
  const levels = protections.flatMap((each) => each.push_access_levels ?? []);
  // A level may also stand for a user, a group or a deploy key: somebody in any case.
  return levels
    .map((level) => at(level, 'access_level'))
    .map((level) => (typeof level === 'number' ? level : developer));
}

function pushRulesIn(rules: PushRuleSchema | undefined): string[] {
  return pushRules.filter((name) => {
    const value = at(rules, name);
    return value === true || (typeof value === 'string' && value !== '');
  });
}

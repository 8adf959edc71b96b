import type { WayReason } from '../../decision/publication/publish-way.ts';
import type { BranchDemands } from '../../workflow/ports/forge/forge.ts';
import type { Rules } from './answer.ts';

type Rule = Rules[number];

/** What protects a branch without being a rule: GitHub's older branch protection, as far as it tells everybody. */
export interface ClassicProtection {
  /** How many approvals a pull request needs; null if the branch takes commits without one. */
  readonly requiredApprovingReviewCount: number | null;
  readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
  readonly requiresSignatures: boolean;
  readonly viewerCanPush: boolean;
}

/** Rules that refuse nothing of what Gavel makes: a fast-forward of a branch that exists. */
const harmless: ReadonlySet<string> = new Set<Rule['type']>([
  'creation',
  'deletion',
  'non_fast_forward',
  'required_linear_history',
  'tag_name_pattern',
]);

/** Rules that want something to have passed, so that a commit can't be pushed to the branch at once. */
const checks: ReadonlySet<string> = new Set<Rule['type']>([
  'required_status_checks',
  'required_deployments',
  'workflows',
  'code_scanning',
]);

/** Rules that the demands tell in other ways. */
const told: ReadonlySet<string> = new Set<Rule['type']>([
  'pull_request',
  'merge_queue',
  'update',
  'required_signatures',
  'copilot_code_review',
]);

/** A branch's classic protection: undefined if there is none; `hidden` if GitHub only tells that there is one. */
export type Classic = ClassicProtection | 'hidden' | undefined;

/** What a branch demands, from its rules and its classic protection. */
export function readDemands(branch: string, rules: Rules, classic: Classic): BranchDemands {
  const types = new Set<string>(rules.map(({ type }) => type));
  const why = reasonOf(branch, rules, types, classic);
  return {
    takesCommits: why.code === 'branch open',
    why,
    wantsSignatures: types.has('required_signatures') || (typeof classic === 'object' && classic.requiresSignatures),
    otherRules: [...new Set([...types, ...checksIn(classic)])]
      .filter((type) => !harmless.has(type) && !told.has(type))
      .toSorted(),
  };
}

/** The checks of the older protection, under the name that the rule for them has. */
function checksIn(classic: Classic): Rule['type'][] {
  const wants = typeof classic === 'object' && (classic.requiredStatusCheckContexts ?? []).length > 0;
  return wants ? ['required_status_checks'] : [];
}

function reasonOf(branch: string, rules: Rules, types: ReadonlySet<string>, classic: Classic): WayReason {
  if (types.has('merge_queue')) return { code: 'merge queue', branch };
  const approvals = approvalsIn(rules, classic);
  if (approvals !== undefined) return { code: 'reviews only', branch, approvals };
  const known = typeof classic === 'object' ? classic : undefined;
  if ([...types].some((type) => checks.has(type))) return { code: 'protected', branch };
  if (classic === 'hidden' || (known?.requiredStatusCheckContexts ?? []).length > 0) {
    return { code: 'protected', branch };
  }
  if (types.has('update') || known?.viewerCanPush === false) return { code: 'may not push', branch };
  return { code: 'branch open', branch };
}

/** How many approvals a pull request into a branch needs; undefined if GitHub does not tell. */
export function approvalsNeeded(rules: Rules, classic: Classic): number | undefined {
  return approvalsIn(rules, classic) ?? (classic === 'hidden' ? undefined : 0);
}

/** How many approvals the strictest rule wants; undefined if none wants a pull request. */
function approvalsIn(rules: Rules, classic: Classic): number | undefined {
  const wanted = rules.flatMap((rule) =>
    rule.type === 'pull_request' ? [rule.parameters?.required_approving_review_count ?? 0] : [],
  );
  if (typeof classic === 'object' && classic.requiredApprovingReviewCount !== null) {
    wanted.push(classic.requiredApprovingReviewCount);
  }
  return wanted.length === 0 ? undefined : Math.max(...wanted);
}

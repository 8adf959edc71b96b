import type { Protection, Repository } from '../../world/state.ts';
import type { Schemas } from './context.ts';

type Rule = Schemas['repository-rule-detailed'];

/** The rules that a ruleset has for a branch. */
export function ruleShapes(repository: Repository, protection: Protection): Rule[] {
  const source = {
    ruleset_source_type: 'Repository' as const,
    ruleset_source: repository.path,
    ruleset_id: protection.id,
  };
  const { checks, messagePattern, restrictedPaths } = protection;
  const rules: Rule[] = [];
  if (!protection.deletions) rules.push({ type: 'deletion', ...source });
  if (!protection.forcePushes) rules.push({ type: 'non_fast_forward', ...source });
  if (protection.push === 'nobody') {
    const parameters = {
      required_approving_review_count: protection.approvals,
      dismiss_stale_reviews_on_push: protection.dismissesStale,
      require_code_owner_review: protection.codeOwners,
      require_last_push_approval: false,
      required_review_thread_resolution: false,
      required_reviewers: [],
      allowed_merge_methods: [...protection.mergeMethods],
    };
    rules.push({ type: 'pull_request', parameters, ...source });
  } else if (protection.push === 'maintainers') {
    rules.push({ type: 'update', parameters: { update_allows_fetch_and_merge: false }, ...source });
  }
  if (protection.signatures) rules.push({ type: 'required_signatures', ...source });
  if (protection.linearHistory) rules.push({ type: 'required_linear_history', ...source });
  if (protection.mergeQueue) {
    const parameters = {
      check_response_timeout_minutes: 60,
      grouping_strategy: 'ALLGREEN' as const,
      max_entries_to_build: 5,
      max_entries_to_merge: 5,
      merge_method: 'MERGE' as const,
      min_entries_to_merge: 1,
      min_entries_to_merge_wait_minutes: 5,
    };
    rules.push({ type: 'merge_queue', parameters, ...source });
  }
  if (checks.length > 0) {
    const parameters = {
      strict_required_status_checks_policy: false,
      do_not_enforce_on_create: false,
      required_status_checks: checks.map((context) => ({ context })),
    };
    rules.push({ type: 'required_status_checks', parameters, ...source });
  }
  if (messagePattern !== undefined) {
    const parameters = { name: '', negate: false, operator: 'regex' as const, pattern: messagePattern };
    rules.push({ type: 'commit_message_pattern', parameters, ...source });
  }
  if (restrictedPaths.length > 0) {
    const parameters = { restricted_file_paths: [...restrictedPaths] };
    rules.push({ type: 'file_path_restriction', parameters, ...source });
  }
  return rules;
}

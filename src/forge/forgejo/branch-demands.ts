import { matchesGlob } from 'node:path/posix';
import type { WayReason } from '../../decision/publication/publish-way.ts';
import type { BranchDemands } from '../../workflow/ports/forge/forge.ts';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import { unless } from '../ask-forge.ts';
import type { Branch, BranchProtection, ForgejoApi, Repository } from './api.ts';
import { encodePath } from './api.ts';

/** What a branch demands of whoever has the token. */
export async function demandsOf(api: ForgejoApi, branch: string): Promise<BranchDemands> {
  const repository = await api.ask<Repository>('GET', '');
  if (repository.archived) throw new ForgeError({ code: 'repository archived', place: api.place });
  const shown = await unless([404], undefined, api.ask<Branch>('GET', `branches/${encodePath(branch)}`));
  const protections = await unless([401, 403, 404], [], api.ask<BranchProtection[]>('GET', 'branch_protections'));
  const protection = findProtection(protections, branch);
  const mayPush = repository.permissions?.push !== false;
  const takesCommits = shown?.user_can_push ?? (mayPush && protection?.enable_push !== false);
  return {
    takesCommits,
    why: takesCommits ? { code: 'branch open', branch } : whyNot(branch, shown, protection, mayPush),
    wantsSignatures: protection?.require_signed_commits === true,
    otherRules: otherRulesOf(shown, protection),
  };
}

function whyNot(
  branch: string,
  shown: Branch | undefined,
  protection: BranchProtection | undefined,
  mayPush: boolean,
): WayReason {
  const isProtected = shown?.protected ?? protection !== undefined;
  if (!isProtected || !mayPush) return { code: 'may not push', branch };
  // Only administrators are told whether anybody may push.
  if (protection === undefined) return { code: 'protected', branch };
  if (protection.enable_push) return { code: 'may not push', branch };
  return { code: 'reviews only', branch, approvals: shown?.required_approvals ?? protection.required_approvals };
}

/** The protection of a branch: one with its name counts before one with a pattern. */
function findProtection(protections: readonly BranchProtection[], branch: string): BranchProtection | undefined {
  const nameOf = (each: BranchProtection) => each.rule_name ?? each.branch_name ?? '';
  return (
    protections.find((each) => nameOf(each) === branch) ?? protections.find((each) => matchesGlob(branch, nameOf(each)))
  );
}

function otherRulesOf(shown: Branch | undefined, protection: BranchProtection | undefined): string[] {
  const rules = {
    enable_status_check: shown?.enable_status_check ?? protection?.enable_status_check === true,
    block_on_outdated_branch: protection?.block_on_outdated_branch === true,
    protected_file_patterns: (protection?.protected_file_patterns ?? '') !== '',
  };
  return Object.entries(rules).flatMap(([name, isOn]) => (isOn ? [name] : []));
}

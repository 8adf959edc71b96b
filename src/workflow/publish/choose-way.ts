import type { BranchRules } from '../../decision/publication/branch-rules.ts';
import type { ChosenWay, PublishSetting } from '../../decision/publication/publish-way.ts';
import type { LearnedStyle } from '../ports/archive/archive-memory.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { BranchDemands } from '../ports/forge/forge.ts';
import { ForgeError } from '../ports/forge/forge-error.ts';
import type { RepositoryPorts } from '../ports/ports.ts';

/** A push that was refused is tried again after a day. */
const refusalLasts = 24 * 60 * 60 * 1_000;

/** How a team wants its ADRs to reach the branch, and where that is set. */
export function findPublishSetting(
  { publishing }: Pick<RepositoryPorts, 'publishing'>,
  { publish }: Pick<LearnedStyle, 'publish'>,
): { readonly setting: PublishSetting; readonly in: 'configuration' | '.gavel.yml' } {
  return publish === undefined
    ? { setting: publishing.setting, in: 'configuration' }
    : { setting: publish, in: '.gavel.yml' };
}

/**
 * The way that an ADR takes to the branch: the one that is set, or the one that the branch demands. The forge is asked
 * before anything is pushed, in either case. Without a forge, a commit is tried, unless one was refused in the last day. A branch that
 * does not exist yet is made by a commit, since nothing can be merged into it. Throws ForgeError.
 */
export async function chooseWay(
  ports: RepositoryPorts,
  { branch, madeFrom, commit }: Snapshot,
  learned: Pick<LearnedStyle, 'publish'>,
): Promise<ChosenWay> {
  if (madeFrom !== undefined || commit === undefined) return { way: 'commit', why: { code: 'branch open', branch } };
  const { setting, in: where } = findPublishSetting(ports, learned);
  if (setting !== 'auto') {
    const rules = await askRules(ports, branch);
    if (setting === 'propose') return { way: 'review', why: { code: 'set', in: where, isProposed: true }, rules };
    return { way: setting, why: { code: 'set', in: where }, rules };
  }
  const { forge, store, chat, archive, now } = ports;
  if (forge !== undefined) {
    const demands = await forge.askBranch(branch);
    const { takesCommits, why } = demands;
    return { way: takesCommits ? 'commit' : 'review', why, rules: rulesIn(ports, branch, demands) };
  }
  const since = new Date(now().getTime() - refusalLasts);
  const refused = await store.read.reviews.findRefusal(chat.teamId, archive.id, branch, since);
  return refused ? { way: 'review', why: refused.why } : { way: 'commit', why: { code: 'branch open', branch } };
}

/** What a branch demands where the way is set, and goes on without an answer. */
async function askRules(ports: RepositoryPorts, branch: string): Promise<BranchRules | undefined> {
  const { forge } = ports;
  if (forge === undefined) return undefined;
  try {
    return rulesIn(ports, branch, await forge.askBranch(branch));
  } catch (error) {
    if (error instanceof ForgeError) return undefined;
    throw error;
  }
}

/** The demands that Gavel does not meet, or can't judge; undefined if there are none. */
function rulesIn(
  { archive }: Pick<RepositoryPorts, 'archive'>,
  branch: string,
  { wantsSignatures, otherRules: others }: BranchDemands,
): BranchRules | undefined {
  const isUnsigned = wantsSignatures && !archive.signs;
  return isUnsigned || others.length > 0 ? { branch, isUnsigned, others } : undefined;
}

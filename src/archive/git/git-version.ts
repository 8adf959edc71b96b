import type { TroubleOf } from '../../decision/failure/trouble.ts';
import type { Signing } from './git-environment.ts';

/**
 * The oldest git that works, from June 2021: the first that reads both its settings (GIT_CONFIG_COUNT, 2.31) and the
 * location of its global configuration (GIT_CONFIG_GLOBAL, 2.32) from the environment.
 */
const neededVersion = [2, 32] as const;

/** The oldest git that signs with ssh keys, from November 2021. */
const neededForSsh = [2, 34] as const;

/** Why this git does not work, from the output of `git --version`; undefined when it does. */
export function findOldGit(output: string, signing: Signing | undefined): TroubleOf<'git too old'> | undefined {
  const [major = 0, minor = 0] = (/(?<!\d)(\d+)\.(\d+)/u.exec(output) ?? []).slice(1).map(Number);
  const needed = signing?.format === 'ssh' ? neededForSsh : neededVersion;
  const [neededMajor, neededMinor] = needed;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined;
  return { code: 'git too old', found: output.trim(), needed: needed.join('.') };
}

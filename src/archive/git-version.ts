/**
 * The oldest git that will do, of June 2021: the first that takes both its settings (GIT_CONFIG_COUNT, 2.31) and
 * the place of its global configuration (GIT_CONFIG_GLOBAL, 2.32) from the environment.
 */
const neededVersion = [2, 32] as const;

/** Says in words for people why this git is too old, from the output of `git --version`; undefined when it will do. */
export function explainOldGit(output: string): string | undefined {
  const [major = 0, minor = 0] = (/(?<!\d)(\d+)\.(\d+)/u.exec(output) ?? []).slice(1).map(Number);
  const [neededMajor, neededMinor] = neededVersion;
  if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) return undefined;
  return `This machine has ${output.trim()}, and Gavel needs git ${neededVersion.join('.')} or newer: older ones cannot be given a token without writing it down. Update git (https://git-scm.com/downloads) and start Gavel again.`;
}

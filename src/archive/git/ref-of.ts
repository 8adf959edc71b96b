/** The full name of a branch; what begins with `refs/` is one already. */
export function refOf(branch: string): string {
  return branch.startsWith('refs/') ? branch : `refs/heads/${branch}`;
}

/** Whether it is the name of a review that is no branch, as AGit makes them. */
export function isWithoutBranch(branch: string): boolean {
  return branch.startsWith('refs/') && !branch.startsWith('refs/heads/');
}

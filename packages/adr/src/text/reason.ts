/** Removes a leading "because" from a reason. */
export function stripBecause(reason: string): string {
  return reason.replace(/^because\s+/i, '');
}

/** A reason without a leading "because" of its own. Otherwise it stays as it was typed. */
export function stripBecause(reason: string): string {
  return reason.replace(/^because\s+/i, '');
}

/**
 * How something is that Gavel needs. `down`: people can't vote and decide. `degraded`: they can, and what waits is made
 * up for later. The reason is short, and holds no secret.
 */
export type Condition = { readonly state: 'ok' } | { readonly state: 'degraded' | 'down'; readonly reason: string };

/** The condition of what works. */
export const ok: Condition = { state: 'ok' };

const states: readonly Condition['state'][] = ['ok', 'degraded', 'down'];

/** The worst of several conditions; of equal ones the first. */
export function worst(first: Condition, ...others: readonly Condition[]): Condition {
  const rank = ({ state }: Condition) => states.indexOf(state);
  return others.reduce((found, each) => (rank(each) > rank(found) ? each : found), first);
}

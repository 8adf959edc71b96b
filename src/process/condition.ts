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

/** One of several things that do the same work. */
interface Named {
  readonly name: string;
  readonly condition: Condition;
}

/** So many are named; of others only how many there are. */
const mostNamed = 10;

/**
 * How several things are that stand for each other's absence: `down` when all of them are, `degraded` when any is not
 * well. The reason names those that aren't. None at all is well.
 */
export function together(all: readonly Named[]): Condition {
  const unwell = all.flatMap(({ name, condition }) => (condition.state === 'ok' ? [] : [{ name, ...condition }]));
  if (unwell.length === 0) return ok;
  const reasons = unwell.slice(0, mostNamed).map(({ name, reason }) => `${name}: ${reason}`);
  const more = unwell.length > mostNamed ? [`${unwell.length - mostNamed} more`] : [];
  const areAllDown = unwell.length === all.length && unwell.every(({ state }) => state === 'down');
  return { state: areAllDown ? 'down' : 'degraded', reason: [...reasons, ...more].join('; ') };
}

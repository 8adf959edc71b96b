/**
 * The condition of something that Gavel needs. `down`: people can't vote and decide. `degraded`: they can, and what
 * waits is done later. The reason is short, and holds no secret.
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

/** One of several things that do equal work. */
interface Named {
  readonly name: string;
  readonly condition: Condition;
}

/** How many are named; the others are only counted. */
const mostNamed = 10;

/**
 * The condition of several things that stand in for each other: `down` when all of them are, `degraded` when any is not
 * well. The reason names the ones that aren't. If there are none, all is well.
 */
export function together(all: readonly Named[]): Condition {
  const unwell = all.flatMap(({ name, condition }) => (condition.state === 'ok' ? [] : [{ name, ...condition }]));
  if (unwell.length === 0) return ok;
  const reasons = unwell.slice(0, mostNamed).map(({ name, reason }) => `${name}: ${reason}`);
  const more = unwell.length > mostNamed ? [`${unwell.length - mostNamed} more`] : [];
  const areAllDown = unwell.length === all.length && unwell.every(({ state }) => state === 'down');
  return { state: areAllDown ? 'down' : 'degraded', reason: [...reasons, ...more].join('; ') };
}

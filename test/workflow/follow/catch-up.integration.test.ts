import { describe, expect, it, onTestFinished } from 'vitest';
import { catchUp } from '../../../src/workflow/follow/catch-up.ts';
import { makeDecision, makeVoting } from '../../store/decision-samples.ts';
import { openPorts } from '../../support/ports.ts';
import { freshDatabase } from '../../support/postgres.ts';

/** Open votes, and a proposal under discussion. */
async function openVotes(count: number) {
  const { pool, ports } = openPorts(await freshDatabase(), async () => '');
  onTestFinished(() => pool.end());
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const closesAt = new Date(Date.now() + (count - number) * 60 * 60 * 1_000);
    const decision = makeDecision({ closesAt, ...(number === 0 ? {} : { voting: makeVoting() }) });
    await ports.store.read.decisions.insert(decision);
    ids.push(decision.id);
  }
  /** The proposals to look after, in that order. */
  const line = async () => {
    const { rows } = await pool.query<{ id: string }>(
      `select decision_id as id from card_mark where task = 'compare' order by urgency, since`,
    );
    return rows.map(({ id }) => id);
  };
  return { ports, ids, line };
}

describe('catching up', () => {
  it('checks every open proposal once, starting with the vote that closes first', async () => {
    const { ports, ids, line } = await openVotes(100);
    await catchUp(ports);
    const [discussed, ...votes] = ids;
    const first = await line();
    expect(first).toEqual([...votes.toReversed(), discussed]);
    await catchUp(ports);
    expect(await line()).toEqual(first);
  });
});

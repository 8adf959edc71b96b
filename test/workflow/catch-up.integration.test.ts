import { describe, expect, it, onTestFinished } from 'vitest';
import { catchUp } from '../../src/workflow/catch-up.ts';
import { makeDecision, makeVoting } from '../store/decision-samples.ts';
import { openPorts } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';

/** Open votes, and a proposal that is discussed. */
async function openVotes(count: number) {
  const { pool, ports } = openPorts(await freshDatabase(), async () => '');
  onTestFinished(() => pool.end());
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) {
    const closesAt = new Date(Date.now() + (count - number) * 60 * 60 * 1_000);
    const decision = makeDecision({ closesAt, ...(number === 0 ? {} : { voting: makeVoting() }) });
    await ports.store.read.insertDecision(decision);
    ids.push(decision.id);
  }
  /** When each proposal is looked after, in seconds after the first, in that order. */
  const turns = async () => {
    const { rows } = await pool.query<{ id: string; seconds: number }>(
      `select split_part(key, ':', 3) as id, extract(epoch from run_at - min(run_at) over ())::float as seconds
       from graphile_worker.jobs where task_identifier like '%:reconcile' order by run_at`,
    );
    return rows;
  };
  return { ports, pool, ids, turns };
}

describe('catching up', () => {
  it('looks after one card at a time, as Slack answers fifty a minute, the vote that closes first at first', async () => {
    const { ports, ids, turns } = await openVotes(100);
    await catchUp(ports);
    const first = await turns();
    expect(first).toHaveLength(100);
    for (const [index, { seconds }] of first.entries()) expect(seconds).toBeCloseTo(index * 1.5);
    const [discussed, ...votes] = ids;
    expect(first.map(({ id }) => id)).toEqual([...votes.toReversed(), discussed]);
    await catchUp(ports);
    expect(await turns()).toEqual(first);
  });

  it('never asks for more at a time, however often it looks and whatever is done meanwhile', async () => {
    const { ports, pool, turns } = await openVotes(20);
    await catchUp(ports);
    const done = (await turns()).slice(0, 5).map(({ id }) => `T1:reconcile:${id}`);
    await pool.query(`select graphile_worker.remove_job(key) from unnest($1::text[]) as key`, [done]);
    await catchUp(ports);
    const again = await turns();
    expect(again).toHaveLength(20);
    for (const [index, { seconds }] of again.entries()) expect(seconds).toBeCloseTo(index * 1.5);
    expect(new Set(again.slice(-5).map(({ id }) => `T1:reconcile:${id}`))).toEqual(new Set(done));
  });
});

import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { makeDecision, makeVoting } from './decision-samples.ts';
import { cardTs, makeVote, nowUs, openVote } from './vote-samples.ts';
import { after, now, openWorkshop } from './workshop.ts';

describe('the card after votes', () => {
  it('is asked for once, however many votes there are', async () => {
    const { store, findJobs } = await openWorkshop();
    const decision = await openVote(store);
    const votes = Array.from({ length: 40 }, (_, index) => makeVote({ userId: `U${index}`, eventUs: nowUs + index }));
    await Promise.all(votes.map((vote) => store.read.castBallot(vote, now)));
    expect(await store.read.findBallots(decision)).toHaveLength(40);
    expect(await findJobs()).toMatchObject([{ key: `refresh-card:${decision.id}`, attempts: 0 }]);
  });

  it('is not asked for again while the one that was asked for waits', async () => {
    const { store, findJobs } = await openWorkshop();
    await openVote(store);
    for (const userId of ['U1', 'U2', 'U3']) await store.read.castBallot(makeVote({ userId }), now);
    expect(await findJobs()).toMatchObject([{ revision: 0 }]);
  });

  it('is asked for at once when it was last shown more than a second ago, and a second after otherwise', async () => {
    const { store, findJobs } = await openWorkshop();
    const shownLongAgo = await openVote(store);
    await store.read.markCardShown(shownLongAgo.id, after(-5));
    await store.read.castBallot(makeVote(), now);
    const shownJustNow = makeDecision({ voting: makeVoting(), channelId: 'C2' });
    await store.read.insertDecision(shownJustNow);
    await store.read.placeCard(shownJustNow.id, { ts: cardTs, link: '' });
    // The workflow's clock may be far from the database's: an hour, so that the time the test takes is nothing to it.
    await store.read.markCardShown(shownJustNow.id, after(3_600));
    await store.read.castBallot(makeVote({ channelId: 'C2' }), now);

    const waits = new Map((await findJobs()).map((job) => [job.key, job.waitsSeconds]));
    expect(waits.get(`refresh-card:${shownLongAgo.id}`)).toBeLessThanOrEqual(0);
    expect(waits.get(`refresh-card:${shownJustNow.id}`)).toBeGreaterThan(3_000);
  });

  it('is not shown without votes that are being written', async () => {
    const { db, store } = await openWorkshop();
    await openVote(store);
    await store.read.castBallot(makeVote(), now);
    // As Graphile Worker does when it looks for a job.
    const findFree = async () => {
      const { rows } = await sql`select from graphile_worker._private_jobs for update skip locked`.execute(db);
      return rows.length;
    };
    expect(await findFree()).toBe(1);
    await store.transaction(async (records) => {
      await records.castBallot(makeVote({ userId: 'U2' }), now);
      expect(await findFree()).toBe(0);
    });
    expect(await findFree()).toBe(1);
  });

  it('is shown in one queue, whoever asks for it, and there are few of them', async () => {
    const { db, store } = await openWorkshop();
    const queues = async () => {
      const { rows } = await sql<{ queue: string }>`select queue_name as queue from graphile_worker.jobs`.execute(db);
      return rows.map(({ queue }) => queue);
    };
    const decision = await openVote(store);
    await store.read.castBallot(makeVote(), now);
    const [byVote] = await queues();
    await store.read.addJob('refresh-card', { decisionId: decision.id });
    expect(await queues()).toEqual([byVote]);
    for (let count = 0; count < 40; count += 1)
      await store.read.addJob('refresh-card', { decisionId: makeDecision().id });
    expect(new Set(await queues()).size).toBeLessThanOrEqual(16);
  });

  it('is asked for anew while an earlier one is being shown', async () => {
    const { db, store, findJobs } = await openWorkshop();
    const decision = await openVote(store);
    await store.read.castBallot(makeVote(), now);
    await sql`
      update graphile_worker._private_jobs set locked_by = 'somebody', locked_at = now(), attempts = 1`.execute(db);
    await store.read.castBallot(makeVote({ userId: 'U2' }), now);
    const running = { key: null };
    const waiting = { key: `refresh-card:${decision.id}`, attempts: 0 };
    expect(await findJobs()).toMatchObject([running, waiting]);
  });

  it.each([
    ['failed and would wait for long', 10],
    ['was given up', 25],
  ])('is asked for anew when an earlier one %s', async (_, attempts) => {
    const { db, store, findJobs } = await openWorkshop();
    const decision = await openVote(store);
    await store.read.castBallot(makeVote(), now);
    await sql`
      update graphile_worker._private_jobs
      set attempts = ${attempts}::int, run_at = now() + interval '6 hours'`.execute(db);
    await store.read.castBallot(makeVote({ userId: 'U2' }), now);
    const job = (await findJobs()).find(({ key }) => key === `refresh-card:${decision.id}`);
    expect(job?.attempts).toBe(0);
    expect(job?.waitsSeconds).toBeLessThanOrEqual(0);
  });
});

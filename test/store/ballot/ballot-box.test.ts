import { describe, expect, it } from 'vitest';
import { openBallotBox } from '../../../src/store/ballot/ballot-box.ts';
import type { Vote } from '../../../src/workflow/ports/records/ballots.ts';
import { makeVote } from '../vote-samples.ts';
import { now } from '../workshop.ts';

const names = (votes: readonly Vote[]) => votes.map(({ userId }) => userId);

function refusal(code: string): Error {
  return Object.assign(new Error('PostgreSQL said no.'), { code });
}

/** A box over a database that writes when it is told to. */
function openSlowBox(answers: Record<string, () => Promise<void>> = {}) {
  const batches: { people: string[]; commit: (left?: readonly number[]) => void; fail: (error: Error) => void }[] = [];
  const alone: string[] = [];
  const cast = openBallotBox(
    (votes) =>
      new Promise((resolve, reject) => {
        batches.push({ people: names(votes), commit: (left = []) => resolve({ left, late: new Map() }), fail: reject });
      }),
    async ({ userId }) => {
      alone.push(userId);
      await answers[userId]?.();
      return undefined;
    },
  );
  const answered: string[] = [];
  const vote = (userId: string) =>
    cast(makeVote({ userId }), now).then(
      () => answered.push(userId),
      () => answered.push(`not ${userId}`),
    );
  return { batches, alone, answered, vote };
}

const aTurn = () => new Promise((resolve) => setImmediate(resolve));

describe('the ballot box', () => {
  it('writes a vote that comes alone at once', async () => {
    const { batches, vote } = openSlowBox();
    void vote('U1');
    await aTurn();
    expect(batches.map(({ people }) => people)).toEqual([['U1']]);
  });

  it('writes together, in the order of their coming, what came while others were written', async () => {
    const { batches, vote } = openSlowBox();
    const votes = [vote('U1')];
    await aTurn();
    votes.push(vote('U2'), vote('U3'));
    await aTurn();
    expect(batches).toHaveLength(1);
    batches[0]?.commit();
    await aTurn();
    batches[1]?.commit();
    await Promise.all(votes);
    expect(batches.map(({ people }) => people)).toEqual([['U1'], ['U2', 'U3']]);
  });

  it('answers when the ballots are committed, not before', async () => {
    const { batches, answered, vote } = openSlowBox();
    const votes = [vote('U1'), vote('U2')];
    await aTurn();
    await aTurn();
    expect(answered).toEqual([]);
    batches[0]?.commit();
    await Promise.all(votes);
    expect(answered).toEqual(['U1', 'U2']);
  });

  it('has a vote that was left wait alone, while others go on', async () => {
    const release = Promise.withResolvers<void>();
    const { batches, alone, answered, vote } = openSlowBox({ U1: () => release.promise });
    const votes = [vote('U1'), vote('U2')];
    await aTurn();
    batches[0]?.commit([0]);
    votes.push(vote('U3'));
    await aTurn();
    batches[1]?.commit();
    await Promise.all(votes.slice(1));
    expect(alone).toEqual(['U1']);
    expect(answered).toEqual(['U2', 'U3']);
    release.resolve();
    await Promise.all(votes);
    expect(answered).toEqual(['U2', 'U3', 'U1']);
  });

  it.each(['22021', '23503', '40P01'])(
    'tries each vote alone when PostgreSQL refuses them together (%s)',
    async (code) => {
      const { batches, alone, answered, vote } = openSlowBox({ U2: () => Promise.reject(refusal(code)) });
      const votes = [vote('U1'), vote('U2'), vote('U3')];
      await aTurn();
      batches[0]?.fail(refusal(code));
      await Promise.all(votes);
      expect(alone).toEqual(['U1', 'U2', 'U3']);
      expect(answered.toSorted()).toEqual(['U1', 'U3', 'not U2']);
    },
  );

  it.each(['57P01', '08006', 'ECONNREFUSED'])('fails all when the database is away (%s), and goes on', async (code) => {
    const { batches, alone, answered, vote } = openSlowBox();
    const votes = [vote('U1'), vote('U2')];
    await aTurn();
    batches[0]?.fail(refusal(code));
    await Promise.all(votes);
    const later = vote('U3');
    await aTurn();
    batches[1]?.commit();
    await later;
    expect(alone).toEqual([]);
    expect(answered).toEqual(['not U1', 'not U2', 'U3']);
  });
});

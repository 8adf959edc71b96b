import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../db/connect.ts';
import type { Person } from '../../../src/decision/person.ts';
import { openStore } from '../../../src/store/store.ts';
import { readHistory } from '../../../src/workflow/find/history.ts';
import { sayMessage } from '../../../src/workflow/message/say-message.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { closeVote } from '../../../src/workflow/vote/close-voting.ts';
import { startVoting } from '../../../src/workflow/vote/open-voting.ts';
import { castBallot, reconcileVote } from '../../../src/workflow/vote/vote.ts';
import { makeDecision } from '../../store/decision-samples.ts';
import { openPorts, testPlace } from '../../support/ports.ts';
import { freshDatabase } from '../../support/postgres.ts';

const size = 100_000;
const start = new Date('2026-03-02T10:00:00Z');
const actor = { teamId: 'T1', userId: 'U1' };
const cardTs = '1.000100';

function makePerson(id: string): Person {
  return { id, name: `Person ${id.slice(1)}`, timeZone: 'Europe/Lisbon', kind: 'member', isAdmin: false };
}

/** A decision in a channel of so many members, with Slack as this test defines it. */
async function openLargeChannel() {
  const said: string[] = [];
  const { pool, ports: all } = openPorts(await freshDatabase(), async ({ body }) => {
    said.push(body.kind);
    return '1.2';
  });
  onTestFinished(() => pool.end());
  const members = new Set(Array.from({ length: size }, (_, index) => `U${index}`));
  const reactions = new Map<string, Set<string>>([['one', new Set()]]);
  let now = start;
  const ports: Ports = {
    ...all,
    now: () => now,
    store: openStore(openDatabase(pool), () => now, testPlace),
    chat: {
      ...all.chat,
      botUserId: 'UBOT',
      listMembers: async () => ['UBOT', ...members],
      findPeople: async (ids) => ids.map(makePerson),
      readReactions: async () => new Map([...reactions].map(([emoji, ids]) => [emoji, [...ids]])),
    },
  };
  const decision = makeDecision({ closesAt: new Date(start.getTime() + 3_600_000) });
  await ports.store.read.decisions.insert(decision);
  await ports.store.read.cards.place(decision.id, { ts: cardTs, link: 'https://example.org/card' });
  return {
    ports,
    members,
    voters: reactions.get('one') ?? new Set<string>(),
    said,
    id: decision.id,
    wait: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000);
    },
    find: async () => {
      const found = await ports.store.read.decisions.find(decision.id);
      if (found === undefined) throw new Error('The decision is gone.');
      return found;
    },
    query: async <Row extends object>(text: string) => (await pool.query<Row>(text)).rows,
  };
}

describe('a vote in a channel of a hundred thousand', () => {
  it('opens, counts what Slack has, and closes with the votes of the half who have left by then', async () => {
    const { ports, members, voters, said, id, wait, find, query } = await openLargeChannel();
    await startVoting(ports, { decisionId: id, actorId: 'U1', isLater: true });
    expect((await find()).voting?.deciders).toHaveLength(size);

    const vote = { teamId: 'T1', channelId: 'C1', cardTs, emoji: 'one', isCast: true };
    await castBallot(ports, { ...vote, userId: 'U7', eventUs: start.getTime() * 1_000 + 1 });
    // Everybody else voted while Gavel was away.
    for (const userId of members) voters.add(userId);
    await reconcileVote(ports, id);
    expect(await ports.store.read.ballots.find(await find())).toHaveLength(size);

    for (let index = size / 2; index < size; index += 1) members.delete(`U${index}`);
    wait(61);
    await closeVote(ports, id);
    const closed = await find();
    expect(closed.voting?.gone).toHaveLength(size / 2);
    expect(closed.status).toBe('accepted');
    expect(closed.outcome?.reason).toMatchObject({ by: 'rule', verdict: { voted: size, votes: size } });

    // Nothing that is read with the history, or said in the thread, lists them all.
    const [{ longest = 0 } = {}] = await query<{ longest: number }>(
      'select max(length(detail::text)) as longest from event union all select max(length(body::text)) from message order by 1 desc',
    );
    expect(longest).toBeLessThan(10_000);
    const { events } = await readHistory(ports, id, actor);
    expect(events.lines.map(({ kind, detail }) => [kind, detail])).toEqual(
      expect.arrayContaining([
        ['voting opened', expect.objectContaining({ deciders: size, excluded: [] })],
        ['ballots reconciled', { added: size - 1, removed: 0 }],
        ['deciders changed', { left: size / 2, returned: [] }],
      ]),
    );
    for (const { key } of await query<{ key: string }>('select key from message order by key'))
      await sayMessage(ports, 'T1', key);
    expect(said.toSorted()).toEqual(['deciders changed', 'voting closed', 'voting opened']);
  }, 120_000);
});

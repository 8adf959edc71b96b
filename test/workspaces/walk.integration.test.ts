import { expect, it } from 'vitest';
import { accept, cardSays, cardsOf, listOf, patience, propose, threadSays } from '../failure/scene.ts';
import { type Home, type House, openHouse } from './house.ts';
import { openSocketBridge } from './socket-bridge.ts';

/** From a proposal to an ADR, with a vote, as people of a workspace do it. */
async function walk({ slack }: Home, title: string): Promise<void> {
  const card = await propose(slack, title);
  await slack.person('Alice').react(card, 'one');
  await slack.person('Ben').react(card, 'two');
  await cardSays(slack, title, '2 of 4 have voted');
  await accept(slack, card);
  await cardSays(slack, title, 'Published as');
  await threadSays(slack, card, 'The record is');
}

/** A house to which Slack comes in this way. */
async function openHouseOver(mode: 'http' | 'socket'): Promise<House> {
  if (mode === 'http') return openHouse();
  const { requestUrl, appToken, apiUrl } = await openSocketBridge();
  return openHouse({ requestUrl, parts: { slack: { mode, botToken: undefined, appToken, apiUrl } } });
}

it.each(['http', 'socket'] as const)(
  'serves two workspaces with the same ids at the same time over %s, each with its repository',
  async (mode) => {
    await using house = await openHouseOver(mode);
    const [first, second] = house.homes;
    expect(first.slack.channel('#architecture').id).toBe(second.slack.channel('#architecture').id);
    expect(first.slack.botUserId).toBe(second.slack.botUserId);

    await Promise.all([walk(first, 'Choose a language'), walk(second, 'Choose a language')]);
    await walk(second, 'Choose a database');
    for (const [home, titles] of [
      [first, ['Choose a language']],
      [second, ['Choose a database', 'Choose a language']],
    ] as const) {
      for (const title of titles) expect(cardsOf(home.slack, title)).toHaveLength(1);
      const list = await listOf(home.slack);
      for (const title of ['Choose a language', 'Choose a database']) {
        if (titles.some((own) => own === title)) expect(list).toContain(title);
        else expect(list).not.toContain(title);
      }
      const files = (await home.git('ls-tree', '--name-only', 'HEAD:docs/decisions')).trim().split('\n');
      expect(files).toHaveLength(titles.length);
    }
    const counts = await house.query(
      `select team_id as "teamId", count(*)::integer as decisions from decision group by team_id order by team_id`,
    );
    expect(counts).toEqual([
      { teamId: first.teamId, decisions: 1 },
      { teamId: second.teamId, decisions: 2 },
    ]);
    await expect.poll(() => house.query('select from graphile_worker.jobs where run_at < now()'), patience).toEqual([]);
  },
);

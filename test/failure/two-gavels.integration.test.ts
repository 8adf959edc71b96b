import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startGavel } from '../../src/gavel.ts';
import { setStage } from '../support/gavel.ts';
import { overAWeek } from '../support/scene.ts';
import { cardSays, cardsOf, patience, propose, repliesTo, threadSays } from './scene.ts';

describe('two Gavels on one database and one Slack', () => {
  it('count each vote once, close once, and keep one card and one announcement', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const other = await startGavel({ ...stage.parts, dataFolder: join(stage.folder, 'other') });
    try {
      const card = await propose(slack, 'Choose a language');
      const people = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => slack.person(name));
      // Slack gives each event to one of the two in turn; here each goes to both.
      slack.faults.set({ duplicate: 1_000 });
      await Promise.all(people.map((person) => person.react(card, 'one')));
      await Promise.all(people.slice(0, 1).map((person) => person.unreact(card, 'one')));
      slack.faults.clear();
      expect(await stage.query('select from ballot where is_cast')).toHaveLength(3);
      await cardSays(slack, 'Choose a language', '3 of 4 have voted');

      // Each job may run twice, at the same time, when voting has ended by the clock of the stage.
      await stage.query(
        `select graphile_worker.add_job(
          team_id || ':' || task, json_build_object('teamId', team_id, 'decisionId', id),
          run_at := now() + (closes_at - $1::timestamptz))
        from decision, unnest(array['close-voting', 'close-voting', 'close-voting']) as task`,
        [slack.clock.now()],
      );
      await stage.advance(overAWeek);
      await cardSays(slack, 'Choose a language', 'Published as');
      await threadSays(slack, card, 'The record is');
      await expect.poll(() => stage.query('select from message where ts is null'), patience).toEqual([]);
      const events = await stage.query<{ kind: string }>(`select kind from event order by id`);
      const kinds = events.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'accepted')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'published')).toHaveLength(1);
      expect(cardsOf(slack, 'Choose a language')).toHaveLength(1);
      expect(repliesTo(slack, card).filter((text) => text.includes('The record is'))).toHaveLength(1);
      expect(await stage.git('log', '--format=%s', 'main')).toBe('ADR 0001: Choose a language (accepted)\n');
    } finally {
      await other.stop();
    }
  });

  it('continue when one of them stops in the middle of a vote', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const other = await startGavel({ ...stage.parts, dataFolder: join(stage.folder, 'other') });
    const card = await propose(slack, 'Choose a language');
    const voting = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => slack.person(name).react(card, 'one'));
    await other.stop();
    await Promise.all(voting);
    await cardSays(slack, 'Choose a language', '4 of 4 have voted');
    expect(cardsOf(slack, 'Choose a language')).toHaveLength(1);
  });
});

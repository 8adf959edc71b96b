import { expect, it } from 'vitest';
import { setStage } from '../support/gavel.ts';
import {
  describeWithPgBouncer,
  knowsPreparedStatements,
  type PgBouncerSettings,
  startPgBouncer,
} from '../support/pgbouncer.ts';
import { freshDatabase } from '../support/postgres.ts';
import { overAWeek } from '../support/scene.ts';
import { cardSays, propose, threadSays } from './scene.ts';

/** Fewer connections than Gavel's own pool has. */
const few = 3;

const setUps: readonly (readonly [string, PgBouncerSettings])[] = [
  ['transaction mode', { pool_mode: 'transaction', default_pool_size: few }],
  ['session mode', { pool_mode: 'session', default_pool_size: 20 }],
  ...(knowsPreparedStatements
    ? [
        [
          'transaction mode without prepared statements',
          { pool_mode: 'transaction', default_pool_size: few, max_prepared_statements: 0 },
        ] as const,
      ]
    : []),
];

describeWithPgBouncer('a database behind PgBouncer', () => {
  it.each(setUps)(
    'takes a decision from proposal to commit, votes and a restart included, in %s',
    async (_, settings) => {
      const databaseUrl = await freshDatabase();
      const bouncer = await startPgBouncer(databaseUrl, settings);
      await using stage = await setStage({ databaseUrl, parts: { databaseUrl: bouncer.url } });
      const { slack } = stage;

      const card = await propose(slack, 'Choose a language');
      const people = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => slack.person(name));
      await Promise.all(people.map((person) => person.react(card, 'one')));
      await stage.restart();
      await people[0]?.unreact(card, 'one');
      await cardSays(slack, 'Choose a language', '3 of 4 have voted');

      await stage.advance(overAWeek);
      await cardSays(slack, 'Choose a language', 'Published as');
      await threadSays(slack, card, 'The record is');
      expect(await stage.git('log', '--format=%s', 'main')).toBe('ADR 0001: Choose a language (accepted)\n');
      expect(bouncer.said()).not.toMatch(/WARNING|ERROR/);
    },
  );
});

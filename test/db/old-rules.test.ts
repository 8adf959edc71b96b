import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { presets } from '../../src/decision/rule/preset.ts';
import { readRule } from '../../src/decision/rule/read-rule.ts';
import { defaultRule } from '../../src/decision/rule/rule.ts';
import { openStore } from '../../src/store/store.ts';
import { testPlace } from '../support/ports.ts';
import { openOldDatabase } from './old-database.ts';

it('a decision from before rules had parameters goes on under the plainest, its vote open or not', async () => {
  const { db } = await openOldDatabase('0003');
  const ids = { discussed: randomUUID(), open: randomUUID() };
  const closesAt = new Date('2026-03-09T10:00:00Z');
  for (const [name, id] of Object.entries(ids)) {
    const rule = name === 'open' ? '{"method": "plurality"}' : null;
    const openedAt = name === 'open' ? new Date('2026-03-02T10:00:00Z') : null;
    await sql`
      insert into decision (id, team_id, channel_id, is_private, title, context, drivers, status, proposer_id,
        named_deciders, closes_at, time_zone, rule, voting_opened_at, proposed_at)
      values (${id}, 'T1', 'C1', false, 'Choose', 'It is time.', '{}', 'proposed', 'U1', '{}', ${closesAt}, 'UTC',
        ${rule}, ${openedAt}, now())`.execute(db);
    await sql`insert into decider (decision_id, round, user_id, team_id) values (${id}, 1, 'U1', 'T1')`.execute(db);
  }
  await sql`insert into person values ('T1', 'U1', 'Ana', 'UTC', 'member', now())`.execute(db);

  await migrate(db);
  const { read } = openStore(db, () => new Date(), testPlace);
  expect(await read.decisions.find(ids.discussed)).toMatchObject({ rule: defaultRule, voting: undefined });
  expect(await read.decisions.find(ids.open)).toMatchObject({
    rule: defaultRule,
    voting: {
      rule: defaultRule,
      deciders: ['U1'],
      excluded: [],
      gone: [],
      firstClosesAt: closesAt,
      wasExtended: false,
    },
  });
  expect((await read.people.find('T1', ['U1'])).get('U1')?.isAdmin).toBe(false);
});

it('rules from before they said who may override them keep what was true of them, those of a channel too', async () => {
  const { db } = await openOldDatabase('0030');
  const asked = { needsSecond: false, overriders: ['proposer', 'deciders', 'admins'] };
  await sql`
    insert into rule_setting (team_id, channel_id, name, value, set_by, set_at) values
      ('T1', 'C1', 'Careful', '{"preset": "unanimous", "minimum open": "2 hours"}', 'U1', now()),
      ('T1', 'C1', 'Plain', '{"preset": "majority"}', 'U1', now()),
      ('T1', 'C1', null, '"unanimous"', 'U1', now())`.execute(db);

  await migrate(db);
  const { read } = openStore(db, () => new Date(), testPlace);
  const { own, initialId } = await read.rules.find({ teamId: 'T1', channelId: 'C1' });
  expect(initialId).toBe('unanimous');
  const rules = new Map(own.map(({ name, parts }) => [name, readRule(parts)]));
  expect(rules.get('Careful')).toEqual({ ...presets.unanimous.rule, ...asked, minimumOpenMinutes: 120 });
  expect(rules.get('Plain')).toEqual(presets.majority.rule);
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { openStore } from '../../src/store/store.ts';
import { testPlace } from '../support/ports.ts';
import { openOldDatabase } from './old-database.ts';

const opened = new Date('2026-03-02T10:00:00Z');
const closes = new Date('2026-03-09T10:00:00Z');
const during = new Date('2026-03-05T10:00:00Z');

interface Old {
  readonly decidedBy: string | null;
  readonly decidedAt: Date;
  readonly openedAt: Date | null;
  readonly voters?: readonly string[];
}

const standing = { author: 'U2', isHold: false, reason: 'No licence.' };
const overridden = { author: 'U2', isHold: false, reason: 'Too slow.', by: 'U1', because: 'It can’t wait.' };
const objections = [
  { kind: 'objections standing', objections: [standing], more: 0 },
  { kind: 'objections overridden', objections: [overridden], more: 0 },
];

const outcomes: readonly (readonly [what: string, old: Old, departures: readonly object[]])[] = [
  ['by its rule', { decidedBy: null, decidedAt: closes, openedAt: opened, voters: ['U2'] }, objections],
  ['before voting', { decidedBy: 'U1', decidedAt: during, openedAt: null }, [{ kind: 'before voting' }, ...objections]],
  [
    'while voting was open, with votes',
    { decidedBy: 'U1', decidedAt: during, openedAt: opened, voters: ['U2'] },
    [{ kind: 'before the deadline' }, ...objections],
  ],
  [
    'while voting was open, with no vote but advice',
    { decidedBy: 'U1', decidedAt: during, openedAt: opened, voters: ['U9'] },
    [{ kind: 'nobody voted' }, { kind: 'before the deadline' }, ...objections],
  ],
];

it.each(outcomes)('an outcome from before departures were kept, %s', async (_, old, departures) => {
  const { db } = await openOldDatabase('0031');
  const { decidedBy, decidedAt, openedAt, voters = [] } = old;
  const [id, option] = [randomUUID(), randomUUID()];
  const closedAt = openedAt && decidedAt;
  await sql`
    insert into decision (id, team_id, channel_id, title, context, drivers, status, proposer_id, named_deciders,
      closes_at, time_zone, rule, voting_opened_at, voting_closed_at, proposed_at, reason, decided_by, decided_at,
      sections, archive, words)
    values (${id}, 'T1', 'C1', 'Choose', 'It is time.', '{}', 'accepted', 'U1', '{}', ${closes}, 'UTC',
      '{"objections": "warn"}', ${openedAt}, ${closedAt}, now(), '{"by": "person", "text": "It fits."}', ${decidedBy},
      ${decidedAt}, '[]', 'a', 'choose')`.execute(db);
  await sql`
    insert into option (id, decision_id, team_id, position, title, description, emoji, added_by)
    values (${option}, ${id}, 'T1', 0, 'Go', '', 'one', 'U1')`.execute(db);
  await sql`update decision set chosen_option_id = ${option}`.execute(db);
  for (const userId of ['U1', 'U2']) {
    await sql`insert into decider (decision_id, round, user_id, team_id) values (${id}, 1, ${userId}, 'T1')`.execute(
      db,
    );
  }
  for (const userId of voters) {
    await sql`
      insert into ballot (decision_id, round, option_id, user_id, team_id, is_cast, event_us, card_ts)
      values (${id}, 1, ${option}, ${userId}, 'T1', true, 1, '1.1')`.execute(db);
  }
  const raised = [
    ['U2', 'No licence.', null, null, null],
    ['U2', 'Too slow.', 'overridden', 'U1', 'It can’t wait.'],
    ['U2', 'Unclear.', 'resolved', 'U2', 'It is clear now.'],
  ];
  for (const [author, reason, settled, by, why] of raised) {
    await sql`
      insert into objection (id, decision_id, team_id, kind, author_id, reason, raised_at, settled, settled_by,
        settled_reason, settled_at)
      values (${randomUUID()}, ${id}, 'T1', 'objection', ${author}, ${reason}, now(), ${settled}, ${by}, ${why},
        ${settled && new Date()})`.execute(db);
  }

  await migrate(db);
  const { read } = openStore(db, () => new Date(), testPlace);
  expect((await read.decisions.find(id))?.outcome).toMatchObject({ departures });
});

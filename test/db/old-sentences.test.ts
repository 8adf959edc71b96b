import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { openOldDatabase } from './old-database.ts';

const told = (text: string) => ({ kind: 'told before', text });

/** What was recorded of a decision, and what it becomes. */
const events: readonly (readonly [kind: string, before: object, after: object])[] = [
  [
    'accepted',
    { verdict: 'chosen', explanation: 'Accepted: 3 of 4 deciders voted, Go has 2 of 3.' },
    { verdict: told('3 of 4 deciders voted, Go has 2 of 3.') },
  ],
  [
    'accepted',
    { chosenOptionId: 'o1', justification: 'Accepted: they said so.', consequences: [] },
    { chosenOptionId: 'o1', reason: { by: 'person', text: 'Accepted: they said so.' }, consequences: [] },
  ],
  [
    'voting closed',
    { verdict: 'blocked', explanation: 'Blocked by 2 objections: 3 of 4 deciders voted, Go has 2 of 3.' },
    { verdict: told('3 of 4 deciders voted, Go has 2 of 3.'), standing: 2 },
  ],
  ['voting closed', { explanation: 'No quorum: 1 of 4.' }, { verdict: told('No quorum: 1 of 4.') }],
  ['extended', { closesAt: 'soon', reason: 'Dev is away' }, { closesAt: 'soon', reason: 'Dev is away' }],
  ['not published', { reason: 'It is away.' }, { trouble: { code: 'told before', text: 'It is away.' } }],
  ['withdrawn', { reason: 'we buy one' }, { reason: 'we buy one' }],
];

/** What waits to be said, and what it becomes. */
const messages: readonly (readonly [before: object, after: object])[] = [
  [
    { kind: 'voting closed', explanation: 'Accepted: 3 of 4.' },
    { kind: 'voting closed', verdict: told('Accepted: 3 of 4.') },
  ],
  [
    { kind: 'undated votes decide', without: 'One.', with: 'Two.', changes: [], more: 0 },
    { kind: 'undated votes decide', without: told('One.'), with: told('Two.'), changes: [], more: 0 },
  ],
  [
    { kind: 'not published', reason: 'It is away.' },
    { kind: 'not published', trouble: { code: 'told before', text: 'It is away.' } },
  ],
  [
    { kind: 'import', state: 'reading', trouble: 'It is away.' },
    { kind: 'import', state: 'reading', trouble: { code: 'told before', text: 'It is away.' } },
  ],
  [
    { kind: 'published', path: 'a.md', remarks: ['One.', 'Two.'] },
    {
      kind: 'published',
      path: 'a.md',
      remarks: [
        { code: 'told before', text: 'One.' },
        { code: 'told before', text: 'Two.' },
      ],
    },
  ],
  [
    { kind: 'published', path: 'a.md' },
    { kind: 'published', path: 'a.md' },
  ],
  [
    { kind: 'withdrawn', by: 'U1', reason: 'we buy one' },
    { kind: 'withdrawn', by: 'U1', reason: 'we buy one' },
  ],
];

it('marks the sentences of earlier versions as told before, and leaves what people typed', async () => {
  const { db } = await openOldDatabase('0020');
  const [byRule, byHand, open] = [randomUUID(), randomUUID(), randomUUID()];
  for (const [id, decidedBy, justification] of [
    [byRule, null, 'all 3 who voted backed it.'],
    [byHand, 'U1', 'it is small.'],
    [open, null, null],
  ]) {
    const status = id === open ? 'proposed' : 'accepted';
    await sql`
      insert into decision (id, team_id, channel_id, title, context, drivers, status, proposer_id, named_deciders,
        closes_at, time_zone, rule, proposed_at, justification, decided_by, decided_at)
      values (${id}, 'T1', 'C1', 'Choose', 'It is time.', '{}', ${status}, 'U1', '{}', now(), 'UTC', '{}', now(),
        ${justification}, ${decidedBy}, ${id === open ? null : new Date()})`.execute(db);
  }
  await sql`insert into publication (decision_id, team_id, archive, trouble) values (${byRule}, 'T1', 'a', 'It is away.')`.execute(
    db,
  );
  for (const [kind, detail] of events) {
    await sql`
      insert into event (team_id, decision_id, at, kind, detail)
      values ('T1', ${byRule}, now(), ${kind}, ${JSON.stringify(detail)})`.execute(db);
  }
  for (const [index, [body]] of messages.entries()) {
    await sql`
      insert into message (team_id, key, channel_id, body, written_at)
      values ('T1', ${`message ${index}`}, 'C1', ${JSON.stringify(body)}, now())`.execute(db);
  }

  await migrate(db);
  const reasons = await db.selectFrom('decision').select(['id', 'reason']).execute();
  expect(new Map(reasons.map(({ id, reason }) => [id, reason]))).toEqual(
    new Map<string, object | null>([
      [byRule, { by: 'before', text: 'all 3 who voted backed it.' }],
      [byHand, { by: 'person', text: 'it is small.' }],
      [open, null],
    ]),
  );
  expect(await db.selectFrom('publication').select('trouble').execute()).toEqual([
    { trouble: { code: 'told before', text: 'It is away.' } },
  ]);
  const details = await db.selectFrom('event').select('detail').orderBy('id').execute();
  expect(details.map(({ detail }) => detail)).toEqual(events.map(([, , after]) => after));
  const bodies = await db.selectFrom('message').select('body').orderBy('key').execute();
  expect(bodies.map(({ body }) => body)).toEqual(messages.map(([, after]) => after));
});

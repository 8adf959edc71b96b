import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { migrate } from '../../db/migrate.ts';
import { openOldDatabase } from './old-database.ts';

const amended = JSON.stringify([{ kind: 'amended by', file: '0009-other.md' }]);

it('the cards of decisions whose ADRs are no longer what they were are shown anew', async () => {
  const { db } = await openOldDatabase('0040');
  const ids: Record<string, string> = {};
  const adrs = [
    ['superseded', 'superseded', '[]', null],
    ['deprecated', 'deprecated', '[]', null],
    ['amended', 'accepted', amended, null],
    ['accepted', 'accepted', '[]', null],
    ['removed', 'superseded', '[]', new Date()],
  ] as const;
  for (const [name, status, links, removedAt] of adrs) {
    const id = randomUUID();
    ids[id] = name;
    await sql`
      insert into decision (id, team_id, channel_id, title, context, drivers, status, proposer_id, named_deciders,
        closes_at, time_zone, rule, proposed_at, sections, archive, words)
      values (${id}, 'T1', 'C1', 'Choose', '', '{}', 'accepted', 'U1', '{}', now(), 'UTC', '{}', now(), '[]', 'a', '')`.execute(
      db,
    );
    await sql`
      insert into publication (decision_id, team_id, archive, file_name, pushed_at, file_state)
      values (${id}, 'T1', 'a', ${`${name}.md`}, now(), 'there')`.execute(db);
    await sql`
      insert into adr (team_id, archive, file_name, blob, title, status, status_text, deciders, dialect, links, warnings,
        removed_at, words)
      values ('T1', 'a', ${`${name}.md`}, 'b', 'Choose', ${status}, ${status}, '[]', 'madr-4', ${links}::json, 0,
        ${removedAt}, '')`.execute(db);
  }
  await migrate(db);
  const { rows } = await sql<{ id: string; task: string }>`select decision_id as id, task from card_mark`.execute(db);
  expect(rows.map(({ id, task }) => `${task} ${ids[id]}`).toSorted()).toEqual([
    'show amended',
    'show deprecated',
    'show superseded',
  ]);
});

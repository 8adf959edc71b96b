import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openDatabase, openPool } from '../../../db/connect.ts';
import { migrate } from '../../../db/migrate.ts';
import type { Decision } from '../../../src/decision/decision.ts';
import { noRecall } from '../../../src/decision/recall/recall.ts';
import { defaultRule } from '../../../src/decision/rule/rule.ts';
import { migrateJobs } from '../../../src/jobs/worker.ts';
import { openStore } from '../../../src/store/store.ts';
import { cardTsAt, decidersOf, emojis, personAt, type VoteCase, workspace } from './vote-case.ts';

const aDay = 24 * 60 * 60 * 1_000;

function makeDecision(voteCase: VoteCase, card: number): Decision {
  const now = new Date();
  const proposerId = personAt(card);
  return {
    id: randomUUID(),
    ...{ teamId: workspace.teamId, channelId: workspace.channelId, archive: '' },
    title: `Choose the backend language of service ${card + 1}`,
    context: 'Thousands of agents send traces at once, in bursts.',
    drivers: ['low latency'],
    status: 'proposed',
    proposerId,
    namedDeciders: [],
    namedGroups: [],
    options: emojis.map((emoji, position) => {
      const title = `Language ${position + 1}`;
      return { id: randomUUID(), position, title, description: '', emoji, addedBy: proposerId };
    }),
    arguments: [],
    withdrawn: { options: [], arguments: [] },
    objections: [],
    sections: [],
    ...noRecall,
    draft: undefined,
    bond: undefined,
    rule: defaultRule,
    closesAt: new Date(now.getTime() + aDay),
    timeZone: 'UTC',
    voting: {
      round: 1,
      rule: defaultRule,
      deciders: decidersOf(voteCase, card),
      excluded: [],
      gone: [],
      takenOut: [],
      handovers: [],
      openedAt: now,
      firstClosesAt: new Date(now.getTime() + aDay),
      wasExtended: false,
      shortenings: [],
      hasButtons: false,
      closedAt: undefined,
      discussedOn: undefined,
    },
    outcome: undefined,
    card: undefined,
    version: 1,
    proposedAt: now,
  };
}

/** Makes all tables, and puts the people and the open votes of a case there, cards posted. Answers with their ids. */
export async function fillDatabase(url: string, voteCase: VoteCase): Promise<string[]> {
  const pool = openPool(url, () => undefined);
  const db = openDatabase(pool);
  try {
    await migrate(db);
    await migrateJobs(pool);
    // Nothing here makes a job.
    const { read } = openStore(db, () => new Date(), { teamId: workspace.teamId, archive: '' });
    const people = Array.from({ length: voteCase.people }, (_, index) => index);
    // In portions: PostgreSQL takes 65,535 parameters a statement.
    for (let from = 0; from < people.length; from += 5_000) {
      const portion = people.slice(from, from + 5_000).map((index) => {
        return {
          id: personAt(index),
          name: `Person ${index}`,
          timeZone: 'UTC',
          kind: 'member',
          isAdmin: false,
        } as const;
      });
      await read.people.save(workspace.teamId, portion, new Date());
    }
    const ids: string[] = [];
    for (let card = 0; card < voteCase.cards; card += 1) {
      const decision = makeDecision(voteCase, card);
      await read.decisions.insert(decision);
      await read.cards.place(decision.id, { ts: cardTsAt(card), link: '' });
      await read.cards.markOptionsSeeded(decision.id, emojis.length);
      ids.push(decision.id);
    }
    // As a database that has been in use for more than a minute would have done by itself.
    await sql`analyze`.execute(db);
    return ids;
  } finally {
    await db.destroy();
  }
}

/** How many people have a standing ballot on each of these decisions. */
export async function readTurnout(url: string, decisionIds: readonly string[]): Promise<number[]> {
  const db = openDatabase(openPool(url, () => undefined));
  try {
    const rows = await db
      .selectFrom('ballot')
      .select(({ fn }) => ['decision_id', fn.count('user_id').distinct().as('voted')])
      .where('is_cast', '=', true)
      .groupBy('decision_id')
      .execute();
    const byId = new Map(rows.map((row) => [row.decision_id, Number(row.voted)]));
    return decisionIds.map((id) => byId.get(id) ?? 0);
  } finally {
    await db.destroy();
  }
}

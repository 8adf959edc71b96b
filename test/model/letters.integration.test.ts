import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { presets } from '../../src/decision/rule/preset.ts';
import { RecentSight } from '../../src/slack/ports/sight.ts';
import { openStore } from '../../src/store/store.ts';
import type { Jobs } from '../../src/workflow/ports/jobs/jobs.ts';
import type { Ports } from '../../src/workflow/ports/ports.ts';
import { askRevisit } from '../../src/workflow/revisit/ask-revisit.ts';
import { giveVoteBack, handVoteOver, takeBackVote } from '../../src/workflow/vote/hand-over.ts';
import { startVoting } from '../../src/workflow/vote/open-voting.ts';
import { tellHandover } from '../../src/workflow/vote/tell-handover.ts';
import { makeDecision, makeOption, makeOutcome } from '../store/decision-samples.ts';
import { members } from './any-history.ts';
import { type Fault, openFrailDatabase } from './frail-database.ts';
import { RandomSlack } from './random-slack.ts';

const runs = 10 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);
const start = new Date('2026-03-02T10:00:00Z');
const aDay = 24 * 60 * 60 * 1_000;

const person = fc.constantFrom(...members.slice(0, 4));
const move = fc.record({
  kind: fc.constantFrom('hand over', 'hand over', 'take back', 'give back'),
  who: person,
  other: person,
});
const outage = fc.record({
  kind: fc.constant('tell' as const),
  fault: fc.constantFrom<Fault>('cut off', 'cut off', 'cut off', 'crash'),
});
const history = fc.array(fc.oneof({ weight: 4, arbitrary: move }, { weight: 1, arbitrary: outage }), { maxLength: 20 });

it(`tells of votes that are handed over, and asks about decisions, once each, whatever the database does (${runs} histories)`, {
  timeout: 60_000 + runs * 20_000,
}, async () => {
  const database = await openFrailDatabase();
  const property = fc.asyncProperty(history, async (steps) => {
    const slack = new RandomSlack(`T${randomUUID()}`, start);
    const { teamId } = slack;
    const now = () => slack.now;
    const { db } = database;
    const store = openStore(db, now, { teamId, archive: database.ports.repositories.first.archive.id });
    const ports: Ports = { ...database.ports, chat: slack.chat, sight: new RecentSight(slack.chat, now), now, store };
    const rule = { ...presets.majority.rule, allowsHandover: true };
    const options = [makeOption(0), makeOption(1)];
    const closesAt = new Date(start.getTime() + 7 * aDay);
    const vote = makeDecision({ teamId, rule, options, closesAt, proposedAt: start });
    await store.read.decisions.insert(vote);
    await store.read.cards.place(vote.id, { ts: '1.000100', link: '' });
    await startVoting(ports, { decisionId: vote.id, actorId: 'U1', isLater: false });
    const [first] = options;
    const decided = makeDecision({
      ...{ teamId, rule, options: [makeOption(0), makeOption(1)], closesAt: start, proposedAt: start },
      ...{ status: 'accepted', outcome: makeOutcome(first?.id, start), timeZone: 'UTC' },
      revisit: { on: '2026-03-09', when: undefined },
    });
    await store.read.decisions.insert(decided);
    await store.read.cards.place(decided.id, { ts: '1.000200', link: '' });

    /** What was planned to be told: when each vote was handed over, by whose it is, who has it, and the news. */
    const planned = new Map<string, string>();
    const expected: string[] = [];
    const handovers = async () => (await store.read.decisions.find(vote.id))?.voting?.handovers ?? [];

    const take = async ({ kind, who, other }: { kind: string; who: string; other: string }) => {
      const before = await handovers();
      const actor = { teamId, userId: who };
      const act =
        kind === 'hand over'
          ? () => handVoteOver(ports, vote.id, actor, other)
          : kind === 'take back'
            ? () => takeBackVote(ports, vote.id, actor)
            : () => giveVoteBack(ports, vote.id, actor, other);
      await act().catch((error) => expect(error).toHaveProperty('refusal'));
      const after = await handovers();
      const isNew = ({ at }: { at: Date }) => !before.some((one) => one.at.getTime() === at.getTime());
      for (const { from, to, at } of after.filter(isNew)) planned.set(`${from} ${to} received`, at.toISOString());
      const ended = before.filter(({ from }) => from !== who && !after.some((one) => one.from === from));
      const news = kind === 'give back' ? 'declined' : 'handed on';
      for (const { from, to, at } of ended) planned.set(`${from} ${to} ${news}`, at.toISOString());
    };

    const tell = async (fault: Fault) => {
      const { rows } = await sql<{ payload: Jobs['tell-handover'] }>`
        delete from graphile_worker._private_jobs where key like ${`${teamId}:tell-handover:%`}
        returning payload`.execute(db);
      const works = rows.flatMap(({ payload }) => [payload, payload]).map((job) => () => tellHandover(ports, job));
      await database.failAmong(fault, works);
      const standing = await handovers();
      for (const [key, at] of planned) {
        const [from, to, ...news] = key.split(' ');
        const own = standing.find((one) => one.from === from);
        const isSo = news[0] === 'received' ? own?.to === to && own?.at.toISOString() === at : own === undefined;
        if (isSo) expected.push(`${news.join(' ')} ${from} ${to}`);
      }
      planned.clear();
    };

    for (const step of [...steps, { kind: 'tell', fault: 'cut off' } as const]) {
      slack.now = new Date(slack.now.getTime() + 60_000);
      if ('fault' in step) await tell(step.fault);
      else await take(step);
    }
    slack.now = new Date('2026-03-09T09:30:00Z');
    const ask = () => askRevisit(ports, { decisionId: decided.id });
    await database.failAmong(steps.length % 5 === 0 ? 'crash' : 'cut off', [ask, ask, ask]);

    const { rows: said } = await sql<{ kind: string; news: string; by: string; to: string }>`
      select body ->> 'kind' as kind, coalesce(body ->> 'why', 'received') as news, body ->> 'by' as by, channel_id as "to"
      from message where team_id = ${teamId}`.execute(db);
    const letters = said
      .filter(({ kind }) => kind === 'vote received' || kind === 'vote returned')
      .map(({ news, by, to }) => (news === 'received' ? `${news} ${by} ${to}` : `${news} ${to} ${by}`));
    expect(letters.toSorted()).toEqual(expected.toSorted());
    expect(said.filter(({ kind }) => kind === 'revisit')).toHaveLength(1);
  });
  await fc.assert(property, { numRuns: runs });
});

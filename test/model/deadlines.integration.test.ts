import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Decision } from '../../src/decision/decision.ts';
import { RuleBroken } from '../../src/decision/failure/rule-broken.ts';
import { limits } from '../../src/decision/limits.ts';
import { presets } from '../../src/decision/rule/preset.ts';
import { RecentSight } from '../../src/slack/ports/sight.ts';
import { openStore } from '../../src/store/store.ts';
import { object, settle } from '../../src/workflow/deliberate/object.ts';
import type { Ports } from '../../src/workflow/ports/ports.ts';
import { closeVote } from '../../src/workflow/vote/close-voting.ts';
import { changeDeadline } from '../../src/workflow/vote/move-deadline.ts';
import { askToOpenVoting, startVoting } from '../../src/workflow/vote/open-voting.ts';
import { makeDecision, makeOption } from '../store/decision-samples.ts';
import { openPorts } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';
import { members } from './any-history.ts';
import { RandomSlack } from './random-slack.ts';

const runs = 50 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);
const start = new Date('2026-03-02T10:00:00Z');
const anHour = 60 * 60 * 1_000;

/** Whoever objects in the end; nothing of what happens is by them. */
const bystander = 'U5';
const who = fc.constantFrom(...members.filter((id) => id !== bystander));
// Most often sooner than a rule of three days allows.
const hours = fc.oneof(fc.integer({ min: 1, max: 70 }), fc.integer({ min: -20, max: 300 }));
const words = fc.constantFrom('', ' ', 'It is urgent.', 'It is urgent.', 'It is urgent.');

/** What people do who want a vote to be over soon, or who object to it as often as they can. */
const anyStep = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('move' as const), who, hours, words, isSure: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('object' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('hold' as const), who, hours }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle' as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 30 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('close' as const) }) },
);

const anyHistory = fc.record({
  rule: fc.constantFrom('plurality' as const, 'lazy-consensus' as const, 'unanimous' as const, 'easy-to-undo' as const),
  /** How long final comments take, if there are any. */
  comments: fc.constantFrom(0, 0, 20),
  areNamed: fc.boolean(),
  /** How long people were to have at first. */
  opens: fc.integer({ min: 80, max: 200 }),
  steps: fc.array(anyStep, { maxLength: 60, size: 'max' }),
});

type History = typeof anyHistory extends fc.Arbitrary<infer Drawn> ? Drawn : never;
type Step = History['steps'][number];

async function find({ store }: Ports, id: string): Promise<Decision> {
  const found = await store.read.decisions.find(id);
  if (found === undefined) throw new Error('The decision is gone.');
  return found;
}

/** Does something that a rule may forbid. */
async function attempt(work: () => Promise<unknown>): Promise<void> {
  await work().catch((error) => {
    if (!(error instanceof RuleBroken)) throw error;
  });
}

async function take(ports: Ports, slack: RandomSlack, id: string, step: Step): Promise<void> {
  const as = (userId: string) => ({ teamId: slack.teamId, userId });
  const seen = await find(ports, id);
  const inHours = (count: number) => new Date(slack.now.getTime() + count * anHour);
  const reason = 'It has no license.';
  if (step.kind === 'wait') slack.now = inHours(step.hours);
  if (step.kind === 'close') await closeVote(ports, id);
  if (step.kind === 'move') {
    const wanted = { closesAt: inHours(step.hours), reason: step.words };
    await attempt(() => changeDeadline(ports, id, as(step.who), wanted, step.isSure ? seen.closesAt : undefined));
  }
  if (step.kind === 'object') {
    const objection = { id: randomUUID(), kind: 'objection', until: undefined, reason } as const;
    await attempt(() => object(ports, id, as(step.who), objection));
  }
  if (step.kind === 'hold') {
    const hold = { id: randomUUID(), kind: 'hold', until: inHours(step.hours), reason } as const;
    await attempt(() => object(ports, id, as(step.who), hold));
  }
  if (step.kind === 'settle') {
    const objectionId = seen.objections.findLast(({ resolution }) => resolution === undefined)?.id ?? '';
    await attempt(() => settle(ports, id, as(step.who), { objectionId, reason: 'It has one.' }));
  }
}

describe('deadlines and objections after any history', { timeout: 180_000 + runs * 2_000 }, () => {
  it(`leave everybody their time and their objection, or say who took time away and why (${runs} histories)`, async () => {
    const { pool, ports: base } = openPorts(await freshDatabase(), async () => '1.2');
    const db = openDatabase(pool);
    const shortened = async (id: string) => {
      const { rows } = await pool.query<{ key: string; by: string; from: string; to: string; reason: string }>(
        `select key, body ->> 'by' as by, body ->> 'from' as from, body ->> 'closesAt' as to, body ->> 'reason' as reason
         from message where decision_id = $1 and body ->> 'kind' = 'shortened'`,
        [id],
      );
      return rows;
    };

    const property = fc.asyncProperty(anyHistory, async ({ rule: preset, comments, areNamed, opens, steps }) => {
      const slack = new RandomSlack(`T${randomUUID()}`, start);
      const now = () => slack.now;
      const store = openStore(db, now, { teamId: slack.teamId, archive: base.repositories.first.archive.id });
      const ports: Ports = { ...base, chat: slack.chat, sight: new RecentSight(slack.chat, now), now, store };
      const rule = { ...presets[preset].rule, objections: 'block' as const, finalCommentMinutes: comments * 60 };
      const decision = makeDecision({
        teamId: slack.teamId,
        rule,
        namedDeciders: areNamed ? ['U1', 'U2', bystander] : [],
        options: [makeOption(0), makeOption(1)],
        closesAt: new Date(start.getTime() + opens * anHour),
        proposedAt: start,
      });
      const { id } = decision;
      await store.read.decisions.insert(decision);
      await store.read.cards.place(id, { ts: '1.000100', link: '' });
      await askToOpenVoting(ports, id, { teamId: slack.teamId, userId: 'U1' }, { closesAt: decision.closesAt });
      await startVoting(ports, { decisionId: id, actorId: 'U1', isLater: true });

      let before = await find(ports, id);
      const least = start.getTime() + rule.minimumOpenMinutes * 60_000;
      for (const step of steps) {
        const told = new Set((await shortened(id)).map(({ key }) => key));
        await take(ports, slack, id, step);
        const after = await find(ports, id);
        expect(after.closesAt.getTime()).toBeGreaterThanOrEqual(least);
        if (after.status === 'accepted') expect(slack.now.getTime()).toBeGreaterThanOrEqual(least);

        // What the rule accepts was open to comments, for their whole time after the last word about it.
        if (after.status === 'accepted' && after.outcome?.decidedBy === undefined && comments > 0) {
          const { deciders = [], finalComments } = after.voting ?? {};
          const binding = after.objections.filter(
            ({ kind, authorId }) => kind === 'objection' && deciders.includes(authorId),
          );
          const words = binding.flatMap(({ raisedAt, resolution }) => [
            raisedAt,
            ...(resolution ? [resolution.at] : []),
          ]);
          const began = Math.max(finalComments?.beganAt.getTime() ?? 0, ...words.map((at) => at.getTime()));
          expect(finalComments?.optionId).toBe(after.outcome?.chosenOptionId);
          expect(slack.now.getTime()).toBeGreaterThanOrEqual(began + comments * anHour);
        }

        // Whoever takes time away says why, in everybody's hearing, and is one of those who may.
        const news = (await shortened(id)).filter(({ key }) => !told.has(key));
        const isEarlier = after.closesAt.getTime() < before.closesAt.getTime() - 60_000;
        expect(news).toHaveLength(isEarlier ? 1 : 0);
        for (const { by, from, to, reason } of news) {
          expect([from, to]).toEqual([before.closesAt.toISOString(), after.closesAt.toISOString()]);
          expect(reason).toBe('It is urgent.');
          expect(areNamed ? ['U1', 'U2'] : ['U1']).toContain(by);
          expect(after.voting?.shortenings.at(-1)).toMatchObject({ by, reason });
        }

        // Nobody stands in for more than their share.
        for (const [, own] of Map.groupBy(after.objections, ({ authorId }) => authorId)) {
          expect(own.length).toBeLessThanOrEqual(limits.objectionsEach.all);
        }
        before = after;
      }

      // Whatever others did, who has not objected yet can.
      if (before.status !== 'proposed') return;
      const objection = { id: randomUUID(), kind: 'objection', until: undefined, reason: 'I mind.' } as const;
      await object(ports, id, { teamId: slack.teamId, userId: bystander }, objection);
      slack.now = new Date((await find(ports, id)).closesAt.getTime() + 24 * anHour);
      await closeVote(ports, id);
      expect((await find(ports, id)).status).toBe('proposed');
    });
    // These are written at the same moment. Sorted by key, the tenth would come before the second.
    const by = { who: 'U1' } as const;
    const urgent = { kind: 'move', ...by, words: 'It is urgent.', isSure: true } as const;
    const crowded: History = {
      ...{ rule: 'plurality', comments: 0, areNamed: false, opens: 80 },
      steps: [
        { kind: 'object', ...by },
        { kind: 'object', who: 'U4' },
        { kind: 'hold', ...by, hours: 1 },
        { kind: 'hold', ...by, hours: 1 },
        { kind: 'settle', ...by },
        { kind: 'object', ...by },
        { ...urgent, hours: 2 },
        { ...urgent, hours: 1 },
      ],
    };
    await fc.assert(property, { numRuns: runs, examples: [[crowded]] }).finally(() => pool.end());
  });
});

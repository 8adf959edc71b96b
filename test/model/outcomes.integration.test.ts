import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import type { Decision } from '../../src/decision/decision.ts';
import { RuleBroken } from '../../src/decision/failure/rule-broken.ts';
import { presets } from '../../src/decision/rule/preset.ts';
import { RecentSight } from '../../src/slack/ports/sight.ts';
import { openStore } from '../../src/store/store.ts';
import { confirmOutcome, declineOutcome } from '../../src/workflow/decide/confirm.ts';
import { recordOutcome } from '../../src/workflow/decide/decide.ts';
import { object, settle } from '../../src/workflow/deliberate/object.ts';
import type { Ports } from '../../src/workflow/ports/ports.ts';
import { toAdrRecord } from '../../src/workflow/publish/adr-record.ts';
import { closeVote } from '../../src/workflow/vote/close-voting.ts';
import { countBallots } from '../../src/workflow/vote/count-ballots.ts';
import { startVoting } from '../../src/workflow/vote/open-voting.ts';
import { castBallot } from '../../src/workflow/vote/vote.ts';
import { makeDecision, makeOption } from '../store/decision-samples.ts';
import { openPorts } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';
import { members } from './any-history.ts';
import { answers, type Truth } from './expectation.ts';
import { emojis, RandomSlack } from './random-slack.ts';

/** How many random histories; `npm run test:long` asks for more. */
const runs = 100 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);
const start = new Date('2026-03-02T10:00:00Z');
const anHour = 60 * 60 * 1_000;
const aWeek = 7 * 24 * anHour;

/**
 * The presets of this model, and what they say about objections and about deciding against the vote, in words of its
 * own: what blocks, and whether one person is enough.
 */
const needs = {
  plurality: { blocks: false, second: false },
  majority: { blocks: false, second: false },
  'two-thirds': { blocks: false, second: true },
  unanimous: { blocks: true, second: true },
} as const;
const choices = [0, 1, 2] as const;
const who = fc.constantFrom(...members);

const anyStep = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({ kind: fc.constant('press' as const), who, choice: fc.constantFrom(...choices) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('object' as const), who }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('settle' as const), who, which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.constantFrom(1, 30, 170) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('record' as const), who, choice: fc.constantFrom(...choices, undefined) }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('confirm' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('decline' as const), who }) },
);

const anyHistory = fc.record({
  preset: fc.constantFrom('plurality' as const, 'majority' as const, 'two-thirds' as const, 'unanimous' as const),
  /** Most votes open at once; others only if somebody opens them. */
  opens: fc.constantFrom(true, true, true, false),
  /** How the first votes go: often, most people agree. */
  first: fc.array(fc.constantFrom(...choices, 0 as const, 0 as const), { maxLength: members.length }),
  steps: fc.array(anyStep, { minLength: 3, maxLength: 20, size: 'max' }),
});

type Step = typeof anyStep extends fc.Arbitrary<infer Drawn> ? Drawn : never;
type Preset = keyof typeof needs;

interface Objection {
  readonly id: string;
  readonly author: string;
  overriddenBy: string | undefined;
  isResolved: boolean;
}

/** What an outcome has to say. */
interface Expected {
  readonly by: string | undefined;
  readonly confirmedBy: string | undefined;
  readonly departures: readonly string[];
}

/** What has happened, as somebody with pencil and paper would note it. */
class Notes {
  readonly preset: Preset;
  /** Whoever backs each option. */
  readonly votes: readonly Set<string>[] = choices.map(() => new Set<string>());
  readonly objections: Objection[] = [];
  phase: 'discussing' | 'voting' | 'closed' = 'discussing';
  closesAt = start.getTime() + aWeek;

  constructor(preset: Preset) {
    this.preset = preset;
  }

  voters(): string[] {
    return members.filter((id) => this.votes.some((backers) => backers.has(id)));
  }

  /** How the vote stands, as somebody sees it who is about to confirm an outcome. */
  seen(): string {
    return `${this.voters().length}: ${this.votes.map(({ size }) => size).join(' ')}`;
  }

  truth(): Truth {
    const votes = this.votes.map(({ size }) => size);
    return { ballots: [], eligible: members.length, votes, voted: this.voters().length, abstained: 0 };
  }

  standing(): Objection[] {
    return this.objections.filter((one) => !one.isResolved && one.overriddenBy === undefined);
  }

  overridden(): Objection[] {
    return this.objections.filter(({ overriddenBy }) => overriddenBy !== undefined);
  }

  /** Everybody decides, and nobody is named: until voting opens, the proposer is the only one who may. */
  mayOverride(userId: string): boolean {
    return this.phase !== 'discussing' || userId === 'U1';
  }

  /** What an outcome departs from of the vote, if somebody records it now. */
  fromVote(choice: number | undefined, now: Date): string[] {
    if (this.phase === 'discussing') return ['before voting'];
    const early = this.phase === 'voting' && now.getTime() < this.closesAt ? ['before the deadline'] : [];
    if (this.voters().length === 0) return ['nobody voted', ...early];
    const truth = this.truth();
    const answer = answers[this.preset](truth, 1);
    const most = Math.max(...truth.votes);
    const isWinning = typeof answer === 'number';
    const isAgainst = choice === undefined ? isWinning : isWinning ? answer !== choice : truth.votes[choice] !== most;
    return [
      ...(isAgainst ? ['against the vote'] : []),
      ...(choice !== undefined && !isWinning ? ['no winner'] : []),
      ...early,
    ];
  }

  /** What it departs from of the objections; nobody objects to what is rejected. */
  fromObjections(choice: number | undefined): string[] {
    if (choice === undefined) return [];
    return [
      ...(this.standing().length > 0 ? ['objections standing'] : []),
      ...(this.overridden().length > 0 ? ['objections overridden'] : []),
    ];
  }

  /** Whether one person may not decide it alone. */
  needsSecond(choice: number | undefined, now: Date): boolean {
    const { second, blocks } = needs[this.preset];
    const isOverAnother = blocks && choice !== undefined && this.overridden().length > 0;
    return second && (this.fromVote(choice, now).length > 0 || isOverAnother);
  }
}

/** One decision in a Slack of its own, and what is noted of it. */
class Play {
  readonly slack = new RandomSlack(`T${randomUUID()}`, start);
  readonly notes: Notes;
  readonly #ports: Ports;
  readonly #decision: Decision;
  /** Who recorded what waits for a second person, with what it was to depart from. */
  #awaited:
    | {
        readonly by: string;
        readonly choice: number | undefined;
        readonly departures: readonly string[];
        readonly votes: string;
      }
    | undefined;
  /** What the outcome has to say, once there is one. */
  #expected: Expected | undefined;

  constructor(base: Ports, db: ReturnType<typeof openDatabase>, preset: Preset) {
    const now = () => this.slack.now;
    const place = { teamId: this.slack.teamId, archive: base.repositories.first.archive.id };
    const { chat } = this.slack;
    this.notes = new Notes(preset);
    this.#ports = { ...base, chat, sight: new RecentSight(chat, now), now, store: openStore(db, now, place) };
    this.#decision = makeDecision({
      teamId: this.slack.teamId,
      rule: presets[preset].rule,
      options: choices.map((choice) => makeOption(choice)),
      closesAt: new Date(start.getTime() + aWeek),
      proposedAt: start,
    });
  }

  async propose(): Promise<void> {
    const { read } = this.#ports.store;
    await read.decisions.insert(this.#decision);
    await read.cards.place(this.#decision.id, await this.slack.chat.postCard({} as never, ''));
  }

  async find(): Promise<Decision> {
    const found = await this.#ports.store.read.decisions.find(this.#decision.id);
    if (found === undefined) throw new Error('The decision is gone.');
    return found;
  }

  /** Does something that a rule may forbid, and says whether it did. */
  async #does(work: () => Promise<unknown>): Promise<boolean> {
    return work().then(
      () => true,
      (error) => {
        if (error instanceof RuleBroken) return false;
        throw error;
      },
    );
  }

  async take(step: Step): Promise<void> {
    if (this.#expected !== undefined) return;
    const { notes, slack } = this;
    const { id } = this.#decision;
    if (step.kind === 'open' && notes.phase === 'discussing') await this.open();
    if (step.kind === 'press' && notes.phase === 'voting') await this.press(step.who, step.choice);
    if (step.kind === 'object') {
      const objection = { id: randomUUID(), kind: 'objection', until: undefined, reason: 'It is dear.' } as const;
      if (await this.#does(() => object(this.#ports, id, this.as(step.who), objection))) {
        notes.objections.push({ id: objection.id, author: step.who, overriddenBy: undefined, isResolved: false });
      }
    }
    const found = step.kind === 'settle' ? notes.standing()[step.which] : undefined;
    if (step.kind === 'settle' && found !== undefined) {
      const settling = { objectionId: found.id, reason: 'It can’t wait.' };
      const isDone = await this.#does(() => settle(this.#ports, id, this.as(step.who), settling));
      const isOwn = step.who === found.author;
      expect(isDone).toBe(isOwn || notes.mayOverride(step.who));
      if (isDone && isOwn) found.isResolved = true;
      if (isDone && !isOwn) found.overriddenBy = step.who;
    }
    if (step.kind === 'wait') slack.now = new Date(slack.now.getTime() + step.hours * anHour);
    if (step.kind === 'wait') await this.close();
    if (step.kind === 'record') await this.record(step.who, step.choice);
    if (step.kind === 'confirm') await this.confirm(step.who);
    if (step.kind === 'decline') await this.decline(step.who);
    await this.hold();
  }

  as(userId: string) {
    return { teamId: this.slack.teamId, userId };
  }

  async open(): Promise<void> {
    await startVoting(this.#ports, { decisionId: this.#decision.id, actorId: 'U1', isLater: false });
    const { voting, closesAt } = await this.find();
    if (voting === undefined) return;
    this.notes.phase = 'voting';
    this.notes.closesAt = closesAt.getTime();
  }

  async press(userId: string, choice: number): Promise<void> {
    if (this.slack.now.getTime() >= this.notes.closesAt) return;
    this.slack.press(userId, emojis[choice] ?? '', 1, [0]);
    for (const vote of this.slack.takeDue()) await castBallot(this.#ports, vote);
    const backers = this.notes.votes[choice];
    if (!backers?.delete(userId)) backers?.add(userId);
  }

  /** The end of the vote, if it has come: the rule decides, extends, or leaves it to people. */
  async close(): Promise<void> {
    if (this.notes.phase !== 'voting') return;
    await closeVote(this.#ports, this.#decision.id);
    const { voting, closesAt, status } = await this.find();
    this.notes.closesAt = closesAt.getTime();
    if (voting?.closedAt === undefined) return;
    this.notes.phase = 'closed';
    const answer = answers[this.notes.preset](this.notes.truth(), 1);
    const { blocks } = needs[this.notes.preset];
    const isBlocked = blocks && this.notes.standing().length + this.notes.overridden().length > 0;
    const isDecided = typeof answer === 'number' && !isBlocked;
    expect(status).toBe(isDecided ? 'accepted' : 'proposed');
    if (isDecided) this.#end({ by: undefined, confirmedBy: undefined, departures: this.notes.fromObjections(answer) });
  }

  #end(expected: Expected): void {
    this.#expected = expected;
    this.#awaited = undefined;
  }

  async record(userId: string, choice: number | undefined): Promise<void> {
    const { notes, slack } = this;
    const { blocks } = needs[notes.preset];
    const chosenOptionId = choice === undefined ? undefined : this.#decision.options[choice]?.id;
    const answer = choice === undefined ? ('reject' as const) : ('accept' as const);
    const form = { answer, chosenOptionId, justification: 'I said so.', good: '', bad: '', neutral: '' };
    const isDone = await this.#does(() => recordOutcome(this.#ports, this.#decision.id, this.as(userId), form));
    const isBlocked = blocks && choice !== undefined && notes.standing().length > 0;
    expect(isDone).toBe(notes.mayOverride(userId) && !isBlocked);
    if (!isDone) return;
    const departures = this.now(choice);
    if (notes.needsSecond(choice, slack.now)) this.#awaited = { by: userId, choice, departures, votes: notes.seen() };
    else this.#end({ by: userId, confirmedBy: undefined, departures });
  }

  /** What an outcome departs from, if it is recorded or confirmed now. */
  now(choice: number | undefined): string[] {
    return [...this.notes.fromVote(choice, this.slack.now), ...this.notes.fromObjections(choice)];
  }

  async confirm(userId: string): Promise<void> {
    const { awaited } = await this.find();
    const isDone = await this.#does(() =>
      confirmOutcome(this.#ports, this.#decision.id, this.as(userId), awaited?.id ?? randomUUID()),
    );
    const waiting = awaited && this.#awaited;
    const isSame =
      waiting?.votes === this.notes.seen() && isDeepStrictEqual(waiting.departures, this.now(waiting.choice));
    // Nobody confirms their own outcome, nor one that is no longer what was recorded.
    expect(isDone).toBe(isSame && waiting.by !== userId && this.notes.mayOverride(userId));
    if (!isDone || waiting === undefined) return;
    const { by, departures } = waiting;
    this.#end({ by, confirmedBy: userId, departures });
  }

  async decline(userId: string): Promise<void> {
    const { awaited } = await this.find();
    if (awaited === undefined) return;
    const isDone = await this.#does(() => declineOutcome(this.#ports, this.#decision.id, this.as(userId), awaited.id));
    if (isDone) expect((await this.find()).awaited).toBeUndefined();
  }

  /** Holds the laws, whatever happened so far. */
  async hold(): Promise<void> {
    const found = await this.find();
    const { outcome, awaited } = found;
    if (awaited !== undefined) {
      expect(awaited.outcome.decidedBy).toBe(this.#awaited?.by);
      expect(awaited.outcome.departures.map(({ kind }) => kind)).toEqual(this.#awaited?.departures);
    } else this.#awaited = undefined;
    expect(outcome === undefined).toBe(this.#expected === undefined);
    if (outcome === undefined || this.#expected === undefined) return;

    const { by, confirmedBy, departures } = this.#expected;
    expect([outcome.decidedBy, outcome.confirmedBy]).toEqual([by, confirmedBy]);
    expect(outcome.departures.map(({ kind }) => kind)).toEqual(departures);
    this.holdObjections(outcome);
    const isOverVote = by !== undefined && departures.some((kind) => !kind.startsWith('objections'));
    if (needs[this.notes.preset].second && isOverVote) expect([by, confirmedBy]).not.toContain(undefined);

    // Those who voted are the decision-makers if, and only if, nothing of the vote was departed from.
    const tally = await countBallots(this.#ports.store.read, found);
    const people = new Map(
      members.map((id) => [id, { id, name: id, timeZone: 'UTC', kind: 'member', isAdmin: false } as const]),
    );
    const view = { decision: found, tally, people, publication: undefined, boundAdrUrl: undefined };
    const { decisionMakers } = toAdrRecord(view, undefined, { language: 'en', timeZone: 'UTC' });
    const deciding = isOverVote ? [by, confirmedBy].filter((id) => id !== undefined) : this.notes.voters();
    expect([...decisionMakers].toSorted()).toEqual(deciding.toSorted());
  }

  /** Each objection is told with its author, and with whoever put it aside. Several of one moment are in no order. */
  holdObjections({ departures }: NonNullable<Decision['outcome']>): void {
    const standing = this.notes.standing().map(({ author }) => author);
    const overridden = this.notes.overridden().map(({ author, overriddenBy }) => `${author} by ${overriddenBy}`);
    for (const departure of departures) {
      if (departure.kind === 'objections standing')
        expect(departure.objections.map(({ author }) => author).toSorted()).toEqual(standing.toSorted());
      if (departure.kind === 'objections overridden')
        expect(departure.objections.map(({ author, by }) => `${author} by ${by}`).toSorted()).toEqual(
          overridden.toSorted(),
        );
    }
  }
}

/** Everybody agrees but for an objection, which one person overrides, and the same person records what won. */
const overriddenByOne = {
  preset: 'unanimous' as const,
  opens: true as const,
  first: members.map(() => 0 as const),
  steps: [
    { kind: 'object' as const, who: 'U2' },
    { kind: 'settle' as const, who: 'U1', which: 0 },
    { kind: 'wait' as const, hours: 170 as const },
    { kind: 'record' as const, who: 'U1', choice: 0 as const },
    { kind: 'confirm' as const, who: 'U1' },
    { kind: 'confirm' as const, who: 'U2' },
  ],
};

describe('who decided, and against what, after any history', { timeout: 180_000 + runs * 2_000 }, () => {
  it(`is what happened, and nobody decides alone where the rule needs two (${runs} histories)`, async () => {
    const { pool, ports } = openPorts(await freshDatabase(), async () => '1.2');
    onTestFinished(() => pool.end());
    const db = openDatabase(pool);
    const property = fc.asyncProperty(anyHistory, async ({ preset, opens, first, steps }) => {
      const play = new Play(ports, db, preset);
      await play.propose();
      if (opens) await play.open();
      for (const [index, choice] of first.entries()) {
        await play.take({ kind: 'press', who: members[index] ?? 'U1', choice });
      }
      for (const step of steps) await play.take(step);
    });
    await fc.assert(property, { numRuns: runs, examples: [[overriddenByOne]] });
  });
});

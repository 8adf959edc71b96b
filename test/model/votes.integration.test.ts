import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/decision/decision.ts';
import { RuleBroken } from '../../src/decision/failure/rule-broken.ts';
import { type PresetName, presets } from '../../src/decision/rule/preset.ts';
import type { Rule } from '../../src/decision/rule/rule.ts';
import { abstentionEmoji } from '../../src/decision/vote/ballot.ts';
import { isScored, type ScoreForm } from '../../src/decision/vote/score.ts';
import { RecentSight } from '../../src/slack/ports/sight.ts';
import { openStore } from '../../src/store/store.ts';
import { withdrawOption } from '../../src/workflow/deliberate/correct.ts';
import type { Ports } from '../../src/workflow/ports/ports.ts';
import type { Vote } from '../../src/workflow/ports/records/ballots.ts';
import { closeVote } from '../../src/workflow/vote/close-voting.ts';
import { countBallots } from '../../src/workflow/vote/count-ballots.ts';
import { giveVoteBack, handVoteOver, takeBackVote } from '../../src/workflow/vote/hand-over.ts';
import { startVoting } from '../../src/workflow/vote/open-voting.ts';
import { pressVote } from '../../src/workflow/vote/press.ts';
import { giveScores } from '../../src/workflow/vote/score.ts';
import { takeOutAway } from '../../src/workflow/vote/take-out.ts';
import { castBallot, reconcileVote } from '../../src/workflow/vote/vote.ts';
import { makeDecision, makeOption } from '../store/decision-samples.ts';
import { anyHistory, members, type Step } from './any-history.ts';
import {
  type Answer,
  answers,
  choicesUnder,
  type Electorate,
  readForms,
  readTruth,
  type Truth,
} from './expectation.ts';
import { openFrailDatabase } from './frail-database.ts';
import { emojis, everybody, RandomSlack } from './random-slack.ts';

/** How many random histories; `npm run test:long` asks for more. */
const runs = 50 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);
const start = new Date('2026-03-02T10:00:00Z');
const anHour = 60 * 60 * 1_000;
const aWeek = 7 * 24 * anHour;
const aFewMinutes = anHour / 10;

type FrailDatabase = Awaited<ReturnType<typeof openFrailDatabase>>;

/** One vote in a Slack of its own, and Gavel with it. */
class Play {
  readonly slack: RandomSlack;
  readonly rule: Rule;
  readonly electorate: Electorate & { out: ReadonlySet<string>; handovers: ReadonlyMap<string, string> };
  /** The emoji of the option that was withdrawn, if there is one. */
  withdrawn: string | undefined;
  readonly #forms = new Map<string, readonly number[] | 'abstain'>();
  readonly #preset: PresetName;
  readonly #database: FrailDatabase;
  #ports: Ports;
  #decision: Decision;

  constructor(database: FrailDatabase, preset: PresetName, method: Rule['method']) {
    const areNamed = presets[preset].rule.deciders === 'one';
    this.slack = new RandomSlack(`T${randomUUID()}`, start);
    this.rule = { ...presets[preset].rule, method, allowsHandover: !areNamed };
    this.electorate = { areNamed, ids: areNamed ? ['U1'] : members, out: new Set(), handovers: new Map() };
    this.#preset = preset;
    this.#database = database;
    this.#ports = this.#startGavel();
    this.#decision = makeDecision({
      teamId: this.slack.teamId,
      rule: this.rule,
      namedDeciders: areNamed ? ['U1'] : [],
      options: [makeOption(0), makeOption(1), makeOption(2)],
      closesAt: new Date(start.getTime() + aWeek),
      proposedAt: start,
    });
  }

  /** Another process on the same database: nothing is left of the one before. */
  #startGavel(): Ports {
    const now = () => this.slack.now;
    const { ports, db } = this.#database;
    const place = { teamId: this.slack.teamId, archive: ports.repositories.first.archive.id };
    const { chat } = this.slack;
    return { ...ports, chat, sight: new RecentSight(chat, now), now, store: openStore(db, now, place) };
  }

  async open(): Promise<void> {
    const { read } = this.#ports.store;
    await read.decisions.insert(this.#decision);
    const place = { teamId: this.slack.teamId, channelId: this.#decision.channelId };
    await read.rules.saveVoteButtons(place, true, 'U1', start);
    await read.cards.place(this.#decision.id, await this.slack.chat.postCard({} as never, ''));
    await startVoting(this.#ports, { decisionId: this.#decision.id, actorId: 'U1', isLater: false });
    const { voting } = await this.find();
    expect(voting?.deciders.toSorted()).toEqual(this.electorate.ids);
  }

  async find(): Promise<Decision> {
    const found = await this.#ports.store.read.decisions.find(this.#decision.id);
    if (found === undefined) throw new Error('The decision is gone.');
    return found;
  }

  async take(step: Step): Promise<void> {
    const { slack } = this;
    if (step.kind === 'press' && !slack.deactivated.has(step.who)) {
      slack.press(step.who, step.emoji, step.skinTone, step.deliveries);
    }
    if (step.kind === 'button' && !slack.deactivated.has(step.who)) await this.pressButton(step.who, step.emoji);
    if (step.kind === 'score' && !slack.deactivated.has(step.who)) await this.score(step);
    if (step.kind === 'withdraw') await this.withdraw(step.option);
    if (step.kind === 'take out') await this.takeOut(step.whom);
    if (step.kind === 'hand over') await this.handOver(step);
    if (step.kind === 'give back') await this.giveBack(step);
    if (step.kind === 'join') slack.members.add(step.who);
    if (step.kind === 'leave') slack.members.delete(step.who);
    if (step.kind === 'deactivate') this.changeAccount(() => slack.deactivated.add(step.who));
    if (step.kind === 'reactivate') this.changeAccount(() => slack.deactivated.delete(step.who));
    if (step.kind === 'restart') this.#ports = this.#startGavel();
    if (step.kind === 'close too soon') await this.close();
    if (step.kind === 'cut off' || step.kind === 'crash') await this.fail(step);
    if (step.kind === 'reconcile') {
      const before = (await this.find()).voting?.gone;
      slack.isAway = step.isAway;
      await this.reconcile();
      slack.isAway = false;
      if (step.isAway) expect((await this.find()).voting?.gone).toEqual(before);
    }
    await this.deliver(slack.takeDue());
    await this.readHandovers();
  }

  /** What Gavel knows of an account is up to five minutes old, so nobody does anything in the first minutes. */
  changeAccount(change: () => void): void {
    change();
    this.slack.now = new Date(this.slack.now.getTime() + aFewMinutes);
  }

  /** Somebody hands their vote over, or takes it back, twice at once. */
  async handOver({ who, to }: Extract<Step, { kind: 'hand over' }>): Promise<void> {
    const { id } = this.#decision;
    const actor = { teamId: this.slack.teamId, userId: who };
    const move = () =>
      to === undefined ? takeBackVote(this.#ports, id, actor) : handVoteOver(this.#ports, id, actor, to);
    const results = await Promise.allSettled([move(), move()]);
    for (const { status, ...rest } of results) if (status === 'rejected') expect(rest).toHaveProperty('reason.refusal');
    const isDone = results.every(({ status }) => status === 'fulfilled');
    await this.readHandovers();
    const { electorate, slack, rule } = this;
    if (isDone) expect(electorate.handovers.get(who)).toBe(to);
    if (!isDone || to === undefined) return;
    expect([rule.allowsHandover, electorate.ids.includes(to), slack.members.has(to)]).toEqual([true, true, true]);
  }

  /** Somebody gives back a vote that they may have, twice at once: it is its person's again, and nobody else's changes. */
  async giveBack({ who, from }: Extract<Step, { kind: 'give back' }>): Promise<void> {
    const { id } = this.#decision;
    const actor = { teamId: this.slack.teamId, userId: who };
    const before = this.electorate.handovers;
    const isTheirs = before.get(from) === who;
    const give = () => giveVoteBack(this.#ports, id, actor, from);
    const results = await Promise.allSettled([give(), give()]);
    await this.readHandovers();
    const kept = [...before].filter(([giver, to]) => giver !== from || to !== who);
    if (!this.slack.showsChannelTo(who)) {
      expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      return expect(this.electorate.handovers).toEqual(before);
    }
    expect(this.electorate.handovers).toEqual(new Map(kept));
    const done = results.filter((result) => result.status === 'fulfilled' && result.value !== undefined);
    expect(done).toHaveLength(isTheirs ? 1 : 0);
  }

  /** What was handed over: nobody votes for somebody who votes for somebody, or for nobody who may vote. */
  async readHandovers(): Promise<void> {
    const { voting } = await this.find();
    this.electorate.handovers = new Map(voting?.handovers.map(({ from, to }) => [from, to]));
    for (const [from, to] of this.electorate.handovers) {
      expect(this.electorate.ids).toEqual(expect.arrayContaining([from, to]));
      expect(from).not.toBe(to);
      expect(this.electorate.handovers.has(to)).toBe(false);
    }
  }

  /** Some say that they are away, and the proposer wants them out of the count, and nobody else. */
  async takeOut(whom: readonly string[]): Promise<void> {
    const { slack, rule } = this;
    const actor = { teamId: slack.teamId, userId: 'U1' };
    for (const userId of whom) await this.#ports.store.read.aways.say({ ...actor, userId }, '2026-12-24', slack.now);
    const isRefused = await takeOutAway(this.#ports, this.#decision.id, actor, whom).then(
      () => false,
      (error) => {
        expect(error).toBeInstanceOf(RuleBroken);
        return true;
      },
    );
    const { voting } = await this.find();
    if (!isRefused) this.electorate.out = new Set(whom);
    else if (!slack.deactivated.has('U1') && rule.quorum === 0) expect(this.electorate.out.size).toBe(0);
    expect(new Set(voting?.takenOut.map(({ id }) => id))).toEqual(this.electorate.out);
  }

  /** The proposer withdraws an option: one at most, since two have to be left. */
  async withdraw(index: number): Promise<void> {
    const { options, id } = this.#decision;
    const [option, actor] = [options[index], { teamId: this.slack.teamId, userId: 'U1' }];
    if (option === undefined) throw new Error('There is no such option.');
    const withdraw = () => withdrawOption(this.#ports, id, actor, option.id);
    const isRepeated = this.withdrawn === option.emoji;
    if (this.slack.deactivated.has('U1') || (this.withdrawn !== undefined && !isRepeated)) {
      return expect(withdraw()).rejects.toThrow(RuleBroken);
    }
    await Promise.all([withdraw(), withdraw()]);
    this.withdrawn = option.emoji;
  }

  /**
   * Somebody presses a button of the card. What they are told is their vote, until they press or react again. From then
   * on Gavel's looks at Slack's list show what changes after the button.
   */
  async pressButton(userId: string, emoji: string): Promise<void> {
    const { options, id: decisionId } = this.#decision;
    const optionId = options.find((option) => option.emoji === emoji)?.id ?? decisionId;
    const eventUs = this.slack.tick();
    const place = { decisionId, round: 1, channelId: this.#decision.channelId, cardTs: '1.000100' };
    const press = () => pressVote(this.#ports, { ...place, userId, optionId, eventUs });
    const choices = choicesUnder(this.rule, this.withdrawn);
    if (isScored(this.rule) || !choices.includes(emoji)) return expect(press()).rejects.toThrow(RuleBroken);
    const told = await press();
    expect(await press()).toBeUndefined();
    if (told === undefined) throw new Error('A press was not answered.');
    this.slack.noteButton(userId, emoji, eventUs, told.isCast);
    const excludes = (other: string) =>
      this.rule.method === 'single' || emoji === abstentionEmoji || other === abstentionEmoji;
    for (const other of choices.filter((one) => one !== emoji && told.isCast && excludes(one))) {
      if (this.slack.wasButton(userId, other)) this.slack.noteButton(userId, other, eventUs, false);
    }
    await this.reconcile();
  }

  /** PostgreSQL fails as votes come in; Slack delivers again what it has not heard of, and so are jobs tried again. */
  async fail({ kind, presses, forms, beside }: Extract<Step, { presses: unknown }>): Promise<void> {
    const isHere = ({ who }: { who: string }) => !this.slack.deactivated.has(who);
    for (const { who, emoji } of presses.filter(isHere)) this.slack.press(who, emoji, 1, [0]);
    const votes = this.slack.takeDue().map((vote) => () => castBallot(this.#ports, vote));
    const works = { nothing: [], reconcile: [() => this.reconcile()], close: [() => this.close()] }[beside];
    const submitted = isScored(this.rule) ? forms.filter(({ who }) => this.slack.showsChannelTo(who)) : [];
    const scorings = submitted.map(
      ({ who, points }) =>
        () =>
          this.submit(who, this.fillIn(points)),
    );
    await this.#database.failAmong(kind, [...votes, ...scorings, ...works]);
    for (const { who, points } of submitted) this.#forms.set(who, inFull(points));
  }

  /** The form with points for the options, in their order. */
  fillIn(points: readonly (number | undefined)[]): ScoreForm {
    return { answer: 'score', scores: new Map(this.#decision.options.map(({ id }, index) => [id, points[index]])) };
  }

  /** Somebody fills in the form for scores, and it may be delivered twice at once. */
  async score({ who: userId, answer, points: given, times }: Extract<Step, { kind: 'score' }>): Promise<void> {
    const submit = () => this.submit(userId, answer === 'score' ? this.fillIn(given) : { answer });
    const isGone = (index: number) => this.#decision.options[index]?.emoji === this.withdrawn;
    const isEmpty = answer === 'score' && given.every((one, index) => one === undefined || isGone(index));
    const isImpossible = answer === 'abstain' && this.rule.abstain === 'none';
    if (!isScored(this.rule) || isEmpty || isImpossible || !this.slack.showsChannelTo(userId)) {
      return expect(submit()).rejects.toThrow(RuleBroken);
    }
    await Promise.all(Array.from({ length: times }, submit));
    if (answer === 'take back') this.#forms.delete(userId);
    else this.#forms.set(userId, answer === 'abstain' ? answer : inFull(given));
  }

  submit(userId: string, form: ScoreForm): Promise<void> {
    return giveScores(this.#ports, this.#decision.id, { teamId: this.slack.teamId, userId }, form, 1);
  }

  /** All at once, as they may come over several connections. */
  async deliver(votes: readonly Vote[]): Promise<void> {
    await Promise.all(votes.map((vote) => castBallot(this.#ports, vote)));
  }

  reconcile(): Promise<void> {
    return reconcileVote(this.#ports, this.#decision.id);
  }

  close(): Promise<void> {
    return closeVote(this.#ports, this.#decision.id);
  }

  /** Somebody presses in the moment between the deadline and the closing, or takes off what they pressed. */
  async pressLate(): Promise<void> {
    this.slack.now = new Date(this.slack.now.getTime() + 1_000);
    // A person whose account is closed sees no decisions.
    const refusal = this.slack.deactivated.has('U1') ? 'decision not found' : 'voting over';
    if (isScored(this.rule)) await expect(this.submit('U1', { answer: 'take back' })).rejects.toThrow(refusal);
    this.slack.press('U1', emojis[0], 1, [0]);
    await this.deliver(this.slack.takeDue());
  }

  /** Who has one vote and several reactions of which an event was lost takes the others off, as they are asked to. */
  async tidyUp(): Promise<void> {
    if (this.rule.method !== 'single') return;
    for (const id of everybody) {
      const { emojis: standing, areTold } = this.slack.standingOf(id, choicesUnder(this.rule, this.withdrawn));
      if (areTold) continue;
      for (const emoji of standing.slice(0, -1).filter((one) => !this.slack.wasButton(id, one))) {
        this.slack.press(id, emoji, 1, []);
      }
      // A vote from a button can't be taken off, but a new reaction has a time.
      const [last] = standing.slice(-1);
      const isAlone = this.slack.standingOf(id, choicesUnder(this.rule, this.withdrawn)).emojis.length === 1;
      if (last !== undefined && !isAlone && !this.slack.wasButton(id, last)) {
        for (const deliveries of [[], [0]]) this.slack.press(id, last, 1, deliveries);
      }
    }
    await this.deliver(this.slack.takeDue());
  }

  /** The ballots that Gavel has, as `UserId emoji`. */
  async ballots(): Promise<string[]> {
    const { options } = this.#decision;
    const emojiOf = (id: string) => options.find((option) => option.id === id)?.emoji ?? abstentionEmoji;
    const ballots = await this.#ports.store.read.ballots.find(this.#decision);
    return ballots
      .filter(
        ({ isCast, optionId }) => isCast && (this.withdrawn === undefined || emojiOf(optionId) !== this.withdrawn),
      )
      .map(({ userId, optionId, score }) => {
        const points = isScored(this.rule) && optionId !== this.#decision.id ? ` ${score}` : '';
        return `${userId} ${emojiOf(optionId)}${points}`;
      })
      .toSorted();
  }

  /** The same figures as those of the truth, as Gavel counts them. */
  async tally(): Promise<Omit<Truth, 'ballots'>> {
    const tally = await countBallots(this.#ports.store.read, await this.find());
    if (tally === undefined) throw new Error('There is nothing to count.');
    return {
      eligible: tally.voted.length + tally.notVoted.length,
      votes: tally.options.map(({ votes }) => votes),
      voted: tally.voted.length,
      abstained: tally.abstained.length,
    };
  }

  truth(): { truth: Truth; answer: Answer } {
    const truth = isScored(this.rule)
      ? readForms(this.slack, this.#forms, this.electorate, this.withdrawn)
      : readTruth(this.slack, this.rule, this.electorate, this.withdrawn);
    return { truth, answer: answers[this.#preset](truth, isScored(this.rule) ? 3 : 1) };
  }

  async wasToldLate(userId: string): Promise<boolean> {
    const key = `late vote:${this.#decision.id}:1:${userId}`;
    return (await this.#ports.store.read.messages.find(this.slack.teamId, key)) !== undefined;
  }
}

/** What a form counts as: an option that is left empty gets nothing. */
function inFull(points: readonly (number | undefined)[]): number[] {
  return points.map((one) => one ?? 0);
}

const unanswered = { tie: 'tie', 'too few voters': 'noQuorum', 'too few votes': 'thresholdMissed' } as const;

/** What the card has to say at the end: the chosen option, that people are asked, or that it goes on, for the first time. */
function expectedEnd(rule: Rule, answer: Answer, wasExtended: boolean): string {
  // Whatever has won is commented on first, for as long as the rule says.
  if (typeof answer === 'number') return rule.finalCommentMinutes > 0 && !wasExtended ? 'voting' : `accepted ${answer}`;
  return rule[unanswered[answer]] === 'extend once' && !wasExtended ? 'voting' : 'undecided';
}

function endOf({ status, outcome, options, voting }: Decision): string {
  if (status === 'accepted') return `accepted ${options.findIndex(({ id }) => id === outcome?.chosenOptionId)}`;
  return voting?.closedAt ? 'undecided' : 'voting';
}

/** Lets the vote come to its end, and compares it with the truth each time that it could have ended. */
async function compare(play: Play): Promise<void> {
  const { slack, rule } = play;
  // A day later it is old enough for its rule to close it early.
  slack.now = new Date(start.getTime() + 25 * anHour);
  await play.reconcile();
  await play.readHandovers();
  const { truth, answer } = play.truth();
  const isOldEnough = rule.minimumOpenMinutes <= 25 * 60;
  const closesEarly = isOldEnough && rule.closesEarly.includes('all voted') && truth.voted === truth.eligible;
  const isExtendable = typeof answer !== 'number' && rule[unanswered[answer]] === 'extend once';

  expect(await play.ballots()).toEqual(truth.ballots);
  await play.close();
  const isOver = closesEarly && !isExtendable;
  expect(endOf(await play.find())).toBe(isOver ? expectedEnd(rule, answer, false) : 'voting');

  for (const wasExtended of [false, true]) {
    const { closesAt, voting } = await play.find();
    if (voting?.closedAt) continue;
    slack.now = closesAt;
    if (expectedEnd(rule, answer, wasExtended) !== 'voting') await play.pressLate();
    await play.close();
    expect(endOf(await play.find())).toBe(expectedEnd(rule, answer, wasExtended));
  }
  await play.close();
  expect(endOf(await play.find())).toBe(expectedEnd(rule, answer, true));

  // What comes now changes nothing; whoever reacts now is told, and whose event was late is not.
  const { ballots: before, ...figures } = truth;
  expect(await play.ballots()).toEqual(before);
  expect(await play.tally()).toEqual(figures);
  await play.deliver(slack.takeRest());
  const isTellable = !isScored(rule) && play.withdrawn !== emojis[1] && !slack.reactions.get(emojis[1])?.has('U2');
  slack.now = new Date(slack.now.getTime() + anHour);
  slack.press('U2', emojis[1], 1, [0, 0]);
  await play.deliver(slack.takeDue());
  expect(await play.ballots()).toEqual(before);
  expect(await play.wasToldLate('U2')).toBe(isTellable);
  expect(await play.wasToldLate('U3')).toBe(false);
}

describe('ballots, tally and verdict after any history', { timeout: 180_000 + runs * 2_000 }, () => {
  it(`are those of Slack’s own list, or of the forms for scores, for every preset (${runs} histories)`, async () => {
    const database = await openFrailDatabase();
    const property = fc.asyncProperty(anyHistory, async ({ preset, method, steps }) => {
      const play = new Play(database, preset, method);
      await play.open();
      for (const step of steps) await play.take(step);
      await play.tidyUp();
      await compare(play);
    });
    const steps = [{ kind: 'deactivate' as const, who: 'U1' }];
    const lateWithoutAccount = { preset: 'plurality' as const, method: 'score' as const, steps };
    const withdraw = { kind: 'withdraw' as const, option: 1 as const };
    const withdrawn = { ...lateWithoutAccount, method: 'approval' as const, steps: [...steps, withdraw] };
    await fc.assert(property, { numRuns: runs, examples: [[lateWithoutAccount], [withdrawn]] });
  });
});

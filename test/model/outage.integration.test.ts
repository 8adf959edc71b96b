import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connect.ts';
import { type Decision, phaseOf } from '../../src/decision/decision.ts';
import { type PresetName, presetNames, presets } from '../../src/decision/rule/preset.ts';
import type { Ballot } from '../../src/decision/vote/ballot.ts';
import { RecentSight } from '../../src/slack/ports/sight.ts';
import { openStore } from '../../src/store/store.ts';
import type { Ports } from '../../src/workflow/ports/ports.ts';
import { closeVote } from '../../src/workflow/vote/close-voting.ts';
import { startVoting } from '../../src/workflow/vote/open-voting.ts';
import { castBallot, reconcileVote } from '../../src/workflow/vote/vote.ts';
import { makeDecision, makeOption } from '../store/decision-samples.ts';
import { openPorts } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';
import { members } from './any-history.ts';
import { answers, choicesUnder } from './expectation.ts';
import { emojis, RandomSlack } from './random-slack.ts';

const runs = 50 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);
const start = new Date('2026-03-02T10:00:00Z');
const aMinute = 60_000;
const deadline = new Date(start.getTime() + 7 * 24 * 60 * aMinute);

const press = fc.record({ who: fc.constantFrom(...members), emoji: fc.constantFrom(...emojis.slice(0, 4)) });

/** People vote; then Gavel is down over the deadline, and they press on: in time or late, told again later or never. */
const anyOutage = fc.record({
  preset: fc.constantFrom(...presetNames),
  known: fc.array(press, { maxLength: 12 }),
  missed: fc.array(fc.tuple(press, fc.record({ isLate: fc.boolean(), isTold: fc.boolean() })), { maxLength: 6 }),
  looksBetween: fc.boolean(),
});

type Outage = typeof anyOutage extends fc.Arbitrary<infer Drawn> ? Drawn : never;

/** Who has which emoji, as `U1 one`. */
type Standing = ReadonlySet<string>;

function toggle(standing: Standing, place: string): Standing {
  const next = new Set(standing);
  if (!next.delete(place)) next.add(place);
  return next;
}

/** What a vote comes to, counted by hand: the number of the chosen option, or what is done without one. */
function endOf(preset: PresetName, standing: Standing): string {
  const { rule, deciders } = { rule: presets[preset].rule, deciders: electorateOf(preset) };
  const choices = choicesUnder(rule);
  const own = (id: string) => choices.filter((emoji) => standing.has(`${id} ${emoji}`));
  const abstains = (id: string) => own(id).length > 0 && own(id).every((emoji) => emoji === emojis[3]);
  const truth = {
    ballots: [],
    eligible: deciders.length,
    votes: choices
      .filter((emoji) => emoji !== emojis[3])
      .map((emoji) => deciders.filter((id) => standing.has(`${id} ${emoji}`)).length),
    voted: deciders.filter((id) => own(id).length > 0).length,
    abstained: deciders.filter(abstains).length,
  };
  const answer = answers[preset](truth, 1);
  if (typeof answer === 'number') return rule.finalCommentMinutes > 0 ? `comment on ${answer}` : `accept ${answer}`;
  const sequels = { tie: rule.tie, 'too few voters': rule.noQuorum, 'too few votes': rule.thresholdMissed };
  return sequels[answer];
}

function electorateOf(preset: PresetName): string[] {
  return presets[preset].rule.deciders === 'one' ? ['U1'] : members;
}

/** All that can have been, of so few places that nobody can tell of. */
function subsetsOf<T>(things: readonly T[]): T[][] {
  return things.reduce<T[][]>((sets, one) => sets.flatMap((set) => [set, [...set, one]]), [[]]);
}

/** What events tell, and of which places nobody can tell how they were at the deadline. */
function readEvidence({ preset, known, missed }: Outage): { dated: Standing; doubtful: string[] } {
  const choices = choicesUnder(presets[preset].rule);
  let before: Standing = new Set();
  for (const { who, emoji } of known) before = toggle(before, `${who} ${emoji}`);
  const dated = new Set(before);
  const doubtful: string[] = [];
  const ordered = missed.toSorted(([, a], [, b]) => Number(a.isLate) - Number(b.isLate));
  for (const place of new Set(ordered.map(([{ who, emoji }]) => `${who} ${emoji}`))) {
    let stands = before.has(place);
    let told = stands;
    let beforeFirstLate: boolean | undefined;
    for (const [{ who, emoji }, { isLate, isTold }] of ordered) {
      if (`${who} ${emoji}` !== place) continue;
      if (isTold && isLate) beforeFirstLate ??= stands;
      stands = !stands;
      if (isTold && !isLate) told = stands;
    }
    if (told) dated.add(place);
    else dated.delete(place);
    const [who = '', emoji = ''] = place.split(' ');
    const counts = electorateOf(preset).includes(who) && choices.includes(emoji);
    if (counts && told !== (beforeFirstLate ?? stands)) doubtful.push(place);
  }
  return { dated, doubtful: doubtful.toSorted() };
}

/** Plays it through Gavel, and answers with how the vote ended and what was said. */
async function play(base: Pick<Ports, keyof Ports>, url: string, { preset, known, missed, looksBetween }: Outage) {
  const slack = new RandomSlack(`T${randomUUID()}`, start);
  const now = () => slack.now;
  let since: Date | undefined = start;
  const { pool } = openPorts(url, async () => '1.2');
  const db = openDatabase(pool);
  const store = openStore(db, now, { teamId: slack.teamId, archive: base.repositories.first.archive.id });
  const hearing = { since: () => since };
  const ports: Ports = { ...base, chat: slack.chat, sight: new RecentSight(slack.chat, now), hearing, now, store };
  try {
    const decision = makeDecision({
      teamId: slack.teamId,
      rule: { ...presets[preset].rule, method: 'approval' },
      namedDeciders: presets[preset].rule.deciders === 'one' ? ['U1'] : [],
      options: [makeOption(0), makeOption(1), makeOption(2)],
      closesAt: deadline,
      proposedAt: start,
    });
    await store.read.decisions.insert(decision);
    await store.read.cards.place(decision.id, { ts: '1.000100', link: '' });
    await startVoting(ports, { decisionId: decision.id, actorId: 'U1', isLater: false });
    for (const { who, emoji } of known) {
      slack.press(who, emoji, 1, [0]);
      for (const vote of slack.takeDue()) await castBallot(ports, vote);
    }

    const ordered = missed.toSorted(([, a], [, b]) => Number(a.isLate) - Number(b.isLate));
    for (const [index, [{ who, emoji }, { isLate, isTold }]] of ordered.entries()) {
      slack.now = new Date(deadline.getTime() + (isLate ? 1 : -1) * aMinute + index);
      slack.press(who, emoji, 1, isTold ? [9] : []);
    }
    since = slack.now = new Date(deadline.getTime() + 2 * aMinute);
    if (looksBetween) await reconcileVote(ports, decision.id);
    await closeVote(ports, decision.id);
    const waiting = await find(ports, decision);
    expect(phaseOf(waiting)).toBe('voting');
    for (const vote of slack.takeRest().toReversed()) await castBallot(ports, vote);
    slack.now = new Date(deadline.getTime() + 7 * aMinute);
    await closeVote(ports, decision.id);

    const closed = await find(ports, decision);
    const { rows } = await pool.query<{ kind: string; changes: readonly { userId: string }[] | null }>(
      `select body ->> 'kind' as kind, body -> 'changes' as changes from message where decision_id = $1`,
      [decision.id],
    );
    return { closed, said: rows, ballots: await store.read.ballots.find(closed) };
  } finally {
    await pool.end();
  }
}

async function find({ store }: Ports, { id }: Decision): Promise<Decision> {
  const found = await store.read.decisions.find(id);
  if (found === undefined) throw new Error('The decision is gone.');
  return found;
}

function wordEnd({ status, outcome, options, voting }: Decision): string {
  const placeOf = (optionId: string | undefined) => options.findIndex(({ id }) => id === optionId);
  if (status === 'accepted') return `accept ${placeOf(outcome?.chosenOptionId)}`;
  if (voting?.finalComments && !voting.closedAt) return `comment on ${placeOf(voting.finalComments.optionId)}`;
  return voting?.closedAt ? 'ask' : 'extend once';
}

function standingIn({ options, id }: Decision, ballots: readonly Ballot[]): string[] {
  const emojiOf = (optionId: string) =>
    optionId === id ? emojis[3] : (options.find((option) => option.id === optionId)?.emoji ?? '');
  return ballots
    .filter(({ isCast }) => isCast)
    .map(({ userId, optionId }) => `${userId} ${emojiOf(optionId)}`)
    .toSorted();
}

describe('a vote that ends while Gavel is down', { timeout: 180_000 + runs * 2_000 }, () => {
  it(`ends by what can be dated, and is never changed by the rest without a word (${runs} histories)`, async () => {
    const url = await freshDatabase();
    const { pool, ports } = openPorts(url, async () => '1.2');
    const property = fc.asyncProperty(anyOutage, async (outage) => {
      const { preset } = outage;
      const { dated, doubtful } = readEvidence(outage);
      const ends = new Set(subsetsOf(doubtful).map((flipped) => endOf(preset, flipped.reduce(toggle, dated))));
      const { closed, said, ballots } = await play(ports, url, outage);
      const end = endOf(preset, dated);
      // In a vote that goes on, what nobody can date now is in time for its end.
      const goesOn = end === 'extend once' || end.startsWith('comment');
      const expected = ends.size === 1 || end.startsWith('comment') ? end : 'ask';
      expect(wordEnd(closed)).toBe(expected);
      const choices = choicesUnder(presets[preset].rule);
      expect(standingIn(closed, ballots)).toEqual(
        [...dated].filter((one) => choices.includes(one.split(' ')[1] ?? '')).toSorted(),
      );
      const kinds = said.map(({ kind }) => kind);
      const isTold = doubtful.length > 0 && !(goesOn && expected === end);
      expect(kinds.includes('undated votes')).toBe(isTold && ends.size === 1);
      expect(kinds.includes('undated votes decide')).toBe(isTold && ends.size > 1);
      const told = said.flatMap(({ changes }) => changes ?? []).map(({ userId }) => userId);
      expect(told).toEqual(isTold ? doubtful.map((place) => place.split(' ')[0]) : []);
    });
    await fc.assert(property, { numRuns: runs }).finally(() => pool.end());
  });
});

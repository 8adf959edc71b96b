import { describe, expect, it } from 'vitest';
import type { ObjectionCount } from '../../../src/decision/objection/objection-count.ts';
import { gatherFacts } from '../../../src/decision/outcome/gather-facts.ts';
import { findSequel, findSettled, reachVerdict, type Verdict } from '../../../src/decision/outcome/verdict.ts';
import { type PresetName, presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import { takeTally } from '../../../src/decision/tally/tally.ts';
import { abstentionId, cast, electorateOf } from '../rule/any-rule.ts';
import { ballot, options } from '../sample.ts';

type Votes = Readonly<Record<string, number>>;

function count(rule: Rule, votes: Votes, deciders: number) {
  return takeTally({
    options,
    ballots: cast(votes),
    deciders: electorateOf(deciders),
    ignored: new Set(),
    method: rule.method,
    abstentionId: rule.abstain === 'none' ? undefined : abstentionId,
  });
}

/** A verdict in short: its kind, and what leads. */
function shorten(verdict: Verdict | undefined): string {
  if (verdict === undefined) return 'open';
  if ('option' in verdict) return `${verdict.kind} ${verdict.option.id}`;
  return 'options' in verdict ? `${verdict.kind} ${verdict.options.map(({ id }) => id).join(' ')}` : verdict.kind;
}

const judge = (rule: Rule, votes: Votes, deciders: number, objections?: ObjectionCount) =>
  shorten(reachVerdict(rule, count(rule, votes, deciders), objections));

const one: ObjectionCount = { standing: 1, resolved: 0 };
const settled: ObjectionCount = { standing: 0, resolved: 1 };

it('does not treat somebody with several uncounted reactions as silent', () => {
  const rule: Rule = { ...presets['lazy-consensus'].rule, method: 'single' };
  // Ana is known to back o3 from Slack's list alone, without a time, and o2 from an event: nobody can tell which is
  // later.
  const ballots = [ballot('UANA', 'o3', 0), ballot('UANA', 'o2', 9), ballot('UBO', 'o1'), ballot('UCHI', 'o2')];
  const deciders = ['UANA', 'UBO', 'UCHI', 'UDAN'];
  const tally = takeTally({ options, ballots, deciders, ignored: new Set(), method: rule.method });
  const verdict = reachVerdict(rule, tally);
  expect([shorten(verdict), verdict.figures.turnout]).toEqual(['chosen o1', 3]);
  expect(gatherFacts(verdict, tally)).toMatchObject({
    ...{ deciders: 4, voted: 2 },
    assent: { option: 'Go + Fiber', silent: 1 },
  });
});

describe('the verdicts of the presets', () => {
  it.each<[PresetName, Votes, number, string]>([
    ['plurality', {}, 7, 'no votes'],
    ['plurality', { o1: 1 }, 7, 'chosen o1'],
    ['plurality', { o1: 2, o2: 1 }, 7, 'chosen o1'],
    ['plurality', { o1: 2, o2: 2 }, 7, 'tied o1 o2'],

    ['majority', { o1: 3 }, 7, 'no quorum'],
    ['majority', { o1: 4 }, 7, 'chosen o1'],
    ['majority', { o1: 2, o2: 2 }, 7, 'threshold missed o1 o2'],
    ['majority', { o1: 3, o2: 1, o3: 2 }, 7, 'threshold missed o1'],
    ['majority', { o1: 2, abstain: 2 }, 7, 'chosen o1'],
    ['majority', { abstain: 4 }, 7, 'no votes'],
    ['majority', { o1: 1 }, 1, 'chosen o1'],

    ['two-thirds', { o1: 4 }, 7, 'no quorum'],
    ['two-thirds', { o1: 4, o2: 2 }, 7, 'chosen o1'],
    ['two-thirds', { o1: 3, o2: 2 }, 7, 'threshold missed o1'],
    ['two-thirds', { o1: 2, abstain: 3 }, 7, 'chosen o1'],

    ['unanimous', { o1: 3 }, 4, 'no quorum'],
    ['unanimous', { o1: 4 }, 4, 'chosen o1'],
    ['unanimous', { o1: 3, o2: 1 }, 4, 'threshold missed o1'],
    ['unanimous', { o1: 3, abstain: 1 }, 4, 'chosen o1'],

    ['lazy-consensus', {}, 4, 'chosen o1'],
    ['lazy-consensus', { o2: 1 }, 4, 'chosen o1'],
    ['lazy-consensus', { o2: 3 }, 4, 'chosen o2'],
    ['lazy-consensus', { o2: 2 }, 4, 'tied o1 o2'],

    ['advice', {}, 1, 'no votes'],
    ['advice', { o3: 1 }, 1, 'chosen o3'],
  ])('%s: %j of %i are “%s”', (name, votes, deciders, verdict) => {
    expect(judge(presets[name].rule, votes, deciders)).toBe(verdict);
  });

  it.each<[PresetName, ObjectionCount, string]>([
    ['plurality', one, 'chosen o1'],
    ['majority', one, 'chosen o1'],
    ['unanimous', one, 'blocked o1'],
    ['unanimous', settled, 'chosen o1'],
    ['lazy-consensus', one, 'blocked o1'],
    ['lazy-consensus', settled, 'chosen o1'],
  ])('%s with objections %j is “%s”', (name, objections, verdict) => {
    expect(judge(presets[name].rule, { o1: 4 }, 4, objections)).toBe(verdict);
  });
});

describe('the effects of the parameters', () => {
  it.each<[string, object, Votes, number, string]>([
    ['a quorum in people', { quorum: 3 }, { o1: 2 }, 5, 'no quorum'],
    ['which is met', { quorum: 3 }, { o1: 3 }, 5, 'chosen o1'],
    ['and never more than there are', { quorum: 9 }, { o1: 5 }, 5, 'chosen o1'],
    ['at least half of all', { threshold: 'at least 1/2 of eligible' }, { o1: 2 }, 4, 'chosen o1'],
    ['more than half of all', { threshold: 'more than 1/2 of eligible' }, { o1: 2 }, 4, 'threshold missed o1'],
    [
      'an abstention is a ballot cast',
      { threshold: 'more than 1/2 of cast', abstain: 'against' },
      { o1: 2, abstain: 2 },
      6,
      'threshold missed o1',
    ],
    [
      'and takes a side where it counts against',
      { threshold: 'more than 1/2 of decisive', abstain: 'against' },
      { o1: 2, abstain: 2 },
      6,
      'threshold missed o1',
    ],
    [
      'and none where it counts for the quorum only',
      { threshold: 'more than 1/2 of decisive', abstain: 'quorum only', quorum: 4 },
      { o1: 2, abstain: 2 },
      6,
      'chosen o1',
    ],
    [
      'who is excluded is missing from the quorum',
      { quorum: 4, abstain: 'excluded' },
      { o1: 3, abstain: 1 },
      6,
      'no quorum',
    ],
    [
      'and from those of whom a share is taken',
      { threshold: 'more than 1/2 of eligible', abstain: 'excluded' },
      { o1: 2, abstain: 3 },
      6,
      'chosen o1',
    ],
    ['an abstention where there is none is nothing', { quorum: 1 }, { abstain: 3 }, 6, 'no quorum'],
    ['a least number in favour', { 'least in favour': 3 }, { o1: 2 }, 6, 'threshold missed o1'],
    ['which is there', { 'least in favour': 3 }, { o1: 3 }, 6, 'chosen o1'],
    ['silence counts for the first', { silence: 'assent', quorum: 'all' }, { o2: 2 }, 5, 'chosen o1'],
    ['nobody is left', { preset: 'majority' }, {}, 0, 'no votes'],
  ])('%s', (_, setting, votes, deciders, verdict) => {
    expect(judge(readRule(setting), votes, deciders)).toBe(verdict);
  });
});

describe('a verdict that is settled before all have voted', () => {
  it.each<[object, Votes, number, string]>([
    [{ preset: 'plurality' }, { o1: 3 }, 5, 'chosen o1'],
    [{ preset: 'plurality' }, { o1: 3 }, 6, 'open'],
    [{ preset: 'plurality' }, {}, 3, 'open'],
    [{ preset: 'majority' }, { o1: 4 }, 7, 'chosen o1'],
    [{ preset: 'majority' }, { o1: 3, o2: 1 }, 7, 'open'],
    [{ preset: 'majority' }, { o1: 2, o2: 2 }, 4, 'threshold missed o1 o2'],
    [{ preset: 'two-thirds' }, { o1: 2, o2: 2, o3: 2 }, 7, 'threshold missed o1 o2 o3'],
    [{ preset: 'two-thirds' }, { o1: 3, o2: 3 }, 7, 'threshold missed o1 o2'],
    // One who dissents can make unanimity unreachable; that all must vote leaves it open whether it comes to that.
    [{ preset: 'unanimous' }, { o1: 2, o2: 1 }, 4, 'open'],
    [{ preset: 'unanimous', quorum: 3 }, { o1: 2, o2: 1 }, 4, 'threshold missed o1'],
    [{ preset: 'lazy-consensus' }, {}, 3, 'open'],
    [{ preset: 'lazy-consensus' }, { o1: 2 }, 3, 'chosen o1'],
    [{ preset: 'advice' }, { o2: 1 }, 1, 'chosen o2'],
  ])('%j with %j of %i is “%s”', (setting, votes, deciders, verdict) => {
    const rule = readRule(setting);
    expect(shorten(findSettled(rule, count(rule, votes, deciders)))).toBe(verdict);
  });
});

describe('what happens after a verdict', () => {
  const sequelOf = (name: PresetName, votes: Votes, deciders: number, wasExtended: boolean) => {
    const { rule } = presets[name];
    return findSequel(reachVerdict(rule, count(rule, votes, deciders)), wasExtended);
  };

  it.each<[PresetName, Votes, number, string, string]>([
    ['plurality', { o1: 1 }, 3, 'accept', 'accept'],
    ['plurality', { o1: 1, o2: 1 }, 3, 'ask', 'ask'],
    ['plurality', {}, 3, 'ask', 'ask'],
    ['majority', { o1: 1 }, 3, 'extend once', 'ask'],
    ['majority', { o1: 1, o2: 1 }, 3, 'ask', 'ask'],
    ['majority', {}, 3, 'extend once', 'ask'],
  ])('%s with %j of %i: %s, after an extension %s', (name, votes, deciders, first, second) => {
    expect([sequelOf(name, votes, deciders, false), sequelOf(name, votes, deciders, true)]).toEqual([first, second]);
  });

  it('a block has to be settled by people', () => {
    const { rule } = presets['lazy-consensus'];
    expect(findSequel(reachVerdict(rule, count(rule, {}, 3), one), false)).toBe('ask');
  });
});

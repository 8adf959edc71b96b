import { describe, expect, it } from 'vitest';
import { findSettled, reachVerdict } from '../../../src/decision/outcome/verdict.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import { findAgainstAll, findLeaders, takeTally } from '../../../src/decision/tally/tally.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { ballot, options } from '../sample.ts';
import { abstentionId, electorateOf } from './any-rule.ts';

/** Three digits for each voter: what they give the three options; dashes for somebody who abstains. */
type Sheet = string;

function ballotsOf(sheet: Sheet): Ballot[] {
  return rowsOf(sheet).flatMap((row, index) => {
    const userId = `U${index + 1}`;
    if (row === '---') return [ballot(userId, abstentionId, index)];
    return [...row].map((score, nth) => ballot(userId, `o${nth + 1}`, index, { score: Number(score) }));
  });
}

function rowsOf(sheet: Sheet): string[] {
  return sheet.split(' ').filter(Boolean);
}

function count(rule: Rule, sheet: Sheet, of: number) {
  const common = { options, ballots: ballotsOf(sheet), deciders: electorateOf(of), ignored: new Set<string>() };
  return takeTally({ ...common, method: rule.method, abstentionId });
}

function judge(setting: object, sheet: Sheet, of = rowsOf(sheet).length) {
  const rule = readRule({ method: 'score', ...setting });
  const tally = count(rule, sheet, of);
  const verdict = reachVerdict(rule, tally);
  const option = 'option' in verdict ? verdict.option.id : undefined;
  return { rule, tally, verdict, answer: option ?? verdict.kind };
}

describe('a tally of points', () => {
  const { tally } = judge({ abstain: 'quorum only' }, '310 230 000 ---', 5);

  it('adds points up, and lists who gave any', () => {
    expect(tally.options.map(({ votes, voters }) => [votes, voters])).toEqual([
      [5, ['U1', 'U2']],
      [4, ['U1', 'U2']],
      [0, []],
    ]);
    expect([...(tally.options[1]?.points ?? [])]).toEqual([
      ['U1', 1],
      ['U2', 3],
    ]);
  });

  it('counts a person without points as having voted, but not as abstaining', () => {
    expect(findAgainstAll(tally)).toEqual(['U3']);
    expect([tally.voted, tally.abstained, tally.notVoted]).toEqual([['U1', 'U2', 'U3', 'U4'], ['U4'], ['U5']]);
  });

  it('lists others separately', () => {
    const advised = count(readRule({ method: 'score' }), '300 031', 1);
    expect(advised.options.map(({ votes, advisers }) => [votes, advisers])).toEqual([
      [3, []],
      [0, ['U2']],
      [0, ['U2']],
    ]);
    expect(findLeaders(advised).map(({ option }) => option.id)).toEqual(['o1']);
  });
});

describe('a verdict by points', () => {
  it.each<[string, object, Sheet, number, string]>([
    ['the most points win, not the most first places', {}, '320 320 031', 3, 'o2'],
    ['as many points tie', {}, '310 020', 2, 'tied'],
    ['nobody gives any', {}, '000 000', 2, 'no votes'],
    ['nobody votes', {}, '', 3, 'no votes'],
    ['none to anything counts for the quorum', { quorum: 2 }, '100 000', 3, 'o1'],
    ['a quorum is of people', { quorum: 3 }, '330 300', 3, 'no quorum'],
    // Half of what three people can give: more than 4.5 of 9.
    ['more than half', { threshold: 'more than 1/2 of decisive' }, '300 200 030', 3, 'o1'],
    ['not more than half', { threshold: 'more than 1/2 of decisive' }, '300 120 000', 3, 'threshold missed'],
    ['exactly two thirds', { threshold: 'at least 2/3 of decisive' }, '200 200', 2, 'o1'],
    ['of all who may vote', { threshold: 'at least 1/2 of eligible' }, '300 200', 4, 'threshold missed'],
    ['all of what those who voted can give', { threshold: 'at least all of decisive' }, '330 320', 5, 'o1'],
    ['abstaining is no zero', { threshold: 'at least all of decisive', abstain: 'quorum only' }, '300 ---', 2, 'o1'],
    [
      'unless it counts against',
      { threshold: 'at least all of decisive', abstain: 'against' },
      '300 ---',
      2,
      'threshold missed',
    ],
    ['three points of one person are one person', { 'least in favour': 2 }, '300', 1, 'threshold missed'],
    ['two people with a point each are two', { 'least in favour': 2 }, '100 100', 2, 'o1'],
    ['level, and one of them is backed by enough people', { 'least in favour': 2 }, '120 100', 2, 'tied'],
    ['silence gives the first option all points', { silence: 'assent' }, '030 030', 5, 'o1'],
    ['silence that is not enough', { silence: 'assent' }, '030 030', 3, 'o2'],
  ])('%s', (_, setting, sheet, of, answer) => {
    expect(judge(setting, sheet, of).answer).toBe(answer);
  });
});

describe('Loomio: score_percent = points of an option / points of all options', () => {
  // There a share is of the points that were given, so that nobody can like several; here it is of those that could
  // have been given. Nothing passes by itself there; here the test is the threshold.
  const half = { threshold: 'at least 50% of decisive' };

  it.each<[string, Sheet, number, number, boolean]>([
    ['all like it, and nothing else', '300 300', 100, 100, true],
    ['all like it, and another as much but for a point', '330 320', 54, 100, true],
    ['a little, and nothing else', '100 100', 100, 33, false],
    ['one loves it, one does not', '300 001', 75, 50, true],
  ])('%s', (_, sheet, theirs, ours, isPassed) => {
    const { tally, answer } = judge(half, sheet);
    const [first = 0, ...rest] = tally.options.map(({ votes }) => votes);
    const all = rest.reduce((sum, votes) => sum + votes, first);
    expect(Math.floor((100 * first) / all)).toBe(theirs);
    expect(Math.floor((100 * first) / (3 * tally.voted.length))).toBe(ours);
    expect(answer === 'o1').toBe(isPassed);
  });

  it('voter_percent: who gave it anything, of all who may vote', () => {
    const setting = { 'least in favour': 3 };
    expect(judge(setting, '100 100 300', 5).answer).toBe('o1');
    expect(judge(setting, '300 300 030', 5).answer).toBe('threshold missed');
  });
});

describe('closing early', () => {
  it.each<[string, Sheet, number, string | undefined]>([
    ['one lead that all three points of the rest can’t reach', '300 300', 3, 'chosen'],
    ['one that they can', '300 220', 3, undefined],
    ['one that they can level', '300 111', 3, undefined],
  ])('%s', (_, sheet, of, kind) => {
    const { rule, tally } = judge({}, sheet, of);
    expect(findSettled(rule, tally)?.kind).toBe(kind);
  });

  it('is not settled if the rest may give no option a point, although silence counts for one', () => {
    const { rule, tally } = judge({ silence: 'assent', threshold: 'at least all of eligible' }, '000', 3);
    expect(reachVerdict(rule, tally).kind).toBe('threshold missed');
    expect(findSettled(rule, tally)).toBeUndefined();
  });

  it('gives up a threshold that the remaining points can’t reach', () => {
    const { rule, tally } = judge({ threshold: 'at least 2/3 of eligible' }, '110 100', 3);
    expect(findSettled(rule, tally)?.kind).toBe('threshold missed');
  });
});

import { describe, expect, it } from 'vitest';
import type { Ballot } from '../../src/decision/ballot.ts';
import { defaultRule } from '../../src/decision/rule.ts';
import { takeTally } from '../../src/decision/tally.ts';
import { explainVerdict, justifyVerdict, reachVerdict } from '../../src/decision/verdict.ts';
import { ballot, option, options } from './sample.ts';

const six = [...options, option(3, 'Zig'), option(4, 'Kotlin'), option(5, 'Elixir')];
const deciders = ['UANA', 'UBO', 'UCHI', 'UDAN', 'UEVA', 'UFAY', 'UGUS'];

function vote(ballots: readonly Ballot[]) {
  const tally = takeTally({ options: six, ballots, deciders, ignored: new Set() });
  const verdict = reachVerdict(defaultRule, tally);
  return { kind: verdict.kind, words: explainVerdict(verdict, tally) };
}

describe('the verdict and its words', () => {
  it.each<[string, readonly Ballot[], string, string]>([
    ['nobody', [], 'no votes', 'Nobody who may vote has voted.'],
    ['an adviser only', [ballot('UHAL', 'o1')], 'no votes', 'Nobody who may vote has voted.'],
    ['one ballot', [ballot('UANA', 'o1')], 'chosen', '1 of 7 voted, for Go + Fiber.'],
    [
      'a clear leader, one voter backing two',
      [ballot('UANA', 'o1'), ballot('UBO', 'o1'), ballot('UBO', 'o2'), ballot('UCHI', 'o2'), ballot('UDAN', 'o1')],
      'chosen',
      '4 of 7 voted; 3 of them backed Go + Fiber, more than any other option.',
    ],
    [
      'two level',
      [ballot('UANA', 'o1'), ballot('UBO', 'o2')],
      'tied',
      'Go + Fiber and Node.js + tRPC are tied with 1 vote each (2 of 7 voted).',
    ],
    [
      'three level',
      [...options.flatMap(({ id }) => [ballot('UANA', id), ballot('UBO', id)]), ballot('UCHI', 'o4')],
      'tied',
      'Go + Fiber, Node.js + tRPC and Rust + Axum are tied with 2 votes each (3 of 7 voted).',
    ],
    [
      'all six level',
      six.map(({ id }) => ballot('UANA', id)),
      'tied',
      'Go + Fiber, Node.js + tRPC, Rust + Axum, Zig and 2 others are tied with 1 vote each (1 of 7 voted).',
    ],
  ])('%s', (_, ballots, kind, words) => {
    expect(vote(ballots)).toEqual({ kind, words });
  });
});

describe('the reason that a verdict gives by itself', () => {
  it.each<[string, readonly Ballot[], string]>([
    ['nobody voted', [], ''],
    ['one vote', [ballot('UANA', 'o1')], 'the only vote was for it.'],
    ['all agree', [ballot('UANA', 'o1'), ballot('UBO', 'o1')], 'all 2 who voted backed it.'],
    [
      'most agree',
      [ballot('UANA', 'o1'), ballot('UBO', 'o1'), ballot('UCHI', 'o2')],
      'it has the most votes: 2 of the 3 who voted.',
    ],
  ])('%s', (_, ballots, words) => {
    const tally = takeTally({ options: six, ballots, deciders, ignored: new Set() });
    expect(justifyVerdict(reachVerdict(defaultRule, tally), tally)).toBe(words);
  });
});

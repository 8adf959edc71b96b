import { describe, expect, it } from 'vitest';
import { type Decision, hidesTally } from '../../../src/decision/decision.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import type { Rule } from '../../../src/decision/rule/rule.ts';
import { hideFigures, takeTally } from '../../../src/decision/tally/tally.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { nonVoterBlocks } from '../../../src/slack/vote/non-voters.ts';
import { en } from '../../../src/words/en/en.ts';
import type { CardView } from '../../../src/workflow/ports/chat/chat.ts';
import { abstentionId, electorateOf } from '../../decision/rule/any-rule.ts';
import { ballot, closesAt, decision, people, voting } from '../../decision/sample.ts';
import { readBlocks } from '../readable.ts';

const deciders = ['UANA', 'UBO', 'UCHI', 'UDAN'];

function viewOf(rule: Rule, ballots: readonly Ballot[], more: Partial<Decision> = {}, ids = deciders): CardView {
  const shown = decision({ voting: voting(ids, { rule }), ...more });
  const whole = takeTally({
    options: shown.options,
    ballots,
    deciders: ids,
    ignored: new Set(),
    method: rule.method,
    abstentionId,
  });
  const tally = hidesTally(shown) ? hideFigures(whole) : whole;
  const known = people(Object.fromEntries(ids.map((id) => [id, 'member'])));
  return { decision: shown, tally, people: known, publication: undefined, boundAdrUrl: undefined };
}

const { plurality, majority, scores, 'lazy-consensus': lazy } = presets;
const votes = [ballot('UANA', 'o1'), ballot('UBO', abstentionId)];
const points = [
  ballot('UANA', 'o1', 1, { score: 1 }),
  ballot('UBO', 'o1', 1, { score: 0 }),
  ballot('UCHI', abstentionId),
];
const closed = { voting: voting(deciders, { rule: majority.rule, closedAt: closesAt }) };
const oneVote = readRule({ preset: 'majority', method: 'single' });
const twoReactions = [ballot('UANA', 'o1', 0), ballot('UANA', 'o2', 0), ballot('UBO', abstentionId)];

describe('nonVoterBlocks', () => {
  it.each<[string, CardView, string]>([
    ['open', viewOf(majority.rule, votes), '(Abstained: Bo.)\n(Not voted yet: Chi and Dan.)'],
    ['closed', viewOf(majority.rule, votes, closed), '(Abstained: Bo.)\n(Did not vote: Chi and Dan.)'],
    [
      'where nobody can tell which of several reactions counts',
      viewOf(oneVote, twoReactions),
      '(Abstained: Bo.)\n(Several reactions, so none counts: Ana.)\n(Not voted yet: Chi and Dan.)',
    ],
    [
      'where points are given',
      viewOf(scores.rule, points),
      '(Gave no points: Bo.)\n(Abstained: Chi.)\n(Not voted yet: Dan.)',
    ],
    [
      'where silence counts',
      viewOf(lazy.rule, [ballot('UANA', 'o1')]),
      '(Not voted yet, and counted for Go + Fiber: Bo, Chi and Dan.)',
    ],
    [
      'when all have voted',
      viewOf(
        plurality.rule,
        deciders.map((id) => ballot(id, 'o1')),
      ),
      '',
    ],
    ['while the count is hidden', viewOf(readRule({ preset: 'majority', 'hidden tally': true }), votes), ''],
    [
      'when there are many',
      viewOf(plurality.rule, [], {}, electorateOf(25)),
      `(Not voted yet: ${Array.from({ length: 20 }, (_, index) => index + 1).join(', ')} and 5 others.)`,
    ],
  ])('%s', (_, view, words) => {
    expect(readBlocks(nonVoterBlocks(en, view)).trim()).toBe(words);
  });

  it('is nothing before voting', () => {
    const discussed = { ...viewOf(plurality.rule, []), decision: decision(), tally: undefined };
    expect(nonVoterBlocks(en, discussed)).toEqual([]);
  });

  it('interprets nothing in names', () => {
    const view = viewOf(plurality.rule, [], {}, ['UANA']);
    const known = new Map([...view.people].map(([id, person]) => [id, { ...person, name: '<!here>' }]));
    expect(nonVoterBlocks(en, { ...view, people: known })).toMatchObject([
      { elements: [{ type: 'plain_text', text: 'Not voted yet: <!here>.', emoji: false }] },
    ]);
  });
});

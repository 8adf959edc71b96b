import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { KnownBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/decision/limits.ts';
import { takeTally } from '../../../src/decision/tally/tally.ts';
import { wordedKinds } from '../../../src/slack/find/event-words.ts';
import { historyView, whichView } from '../../../src/slack/find/history-view.ts';
import { en } from '../../../src/words/en/en.ts';
import { eventsOnPage, type History } from '../../../src/workflow/find/history.ts';
import { ballot, closesAt, decision, now, options, people, summary, voting, wonBy } from '../../decision/sample.ts';
import { textWithin } from '../any-decision.ts';
import { readBlocks } from '../readable.ts';

/** A modal as somebody reads it. */
function read({ blocks }: ModalView): string {
  return readBlocks(blocks as KnownBlock[]);
}

const events = [
  { id: 1, at: now, actorId: 'UANA', kind: 'proposed', detail: { options: ['Go', 'Rust'] } },
  { id: 2, at: now, actorId: 'UGONE', kind: 'voting opened', detail: { deciders: ['UANA', 'UBO'] } },
  {
    id: 3,
    at: closesAt,
    actorId: undefined,
    kind: 'accepted',
    detail: { verdict: { kind: 'told before', text: '2 of 2 voted.' } },
  },
];

function history(changes: Partial<History> = {}): History {
  return {
    decision: decision(),
    events: { lines: events, page: 0, back: undefined, next: undefined },
    total: events.length,
    votes: [],
    tally: undefined,
    people: people({ UANA: 'member', UBO: 'member' }),
    ...changes,
  };
}

const closed = voting(['UANA', 'UBO'], { closedAt: closesAt });
const counts = [{ round: 1, cast: 12, takenBack: 3 }];
const ballots = [ballot('UANA', 'o1'), ballot('UBO', 'o1'), ballot('UANA', 'o3'), ballot('UCHI', 'd1')];
const deciders = ['UANA', 'UBO', 'UCHI'];
const tally = takeTally({ options, ballots, deciders, ignored: new Set(), abstentionId: 'd1' });

describe('the history of a decision', () => {
  it('reads in order, with the votes counted', async () => {
    const reopened = { ...voting(['UANA']), round: 2 };
    const views = [
      history(),
      history({ decision: decision({ voting: voting(['UANA']) }) }),
      history({ decision: decision({ voting: voting(['UANA']) }), votes: counts }),
      history({ decision: decision({ voting: closed }), votes: counts, tally }),
      history({ decision: decision({ voting: closed }) }),
      history({
        decision: decision({ voting: reopened }),
        votes: [{ round: 1, cast: 1, takenBack: 0 }],
      }),
    ].map((shown) => read(historyView(en, shown)));
    await expect(views.join('\n')).toMatchFileSnapshot('history.golden.txt');
  });

  it('has pages to turn', () => {
    const place = { side: 'after', part: 'events', id: '15', page: 1 } as const;
    const last = (page: number, total: number | undefined = 2 * eventsOnPage + 1) => {
      const turns = { back: page > 0 ? place : undefined, next: page < 2 ? place : undefined };
      return read(historyView(en, history({ total, events: { lines: events, page, ...turns } })))
        .split('\n')
        .slice(-3);
    };
    expect(last(0)).toEqual(['(Page 1 of 3)', '[Next]', '']);
    expect(last(1)).toEqual(['(Page 2 of 3)', '[Back] [Next]', '']);
    expect(last(2)).toEqual(['(Page 3 of 3)', '[Back]', '']);
    expect(read(historyView(en, history({ total: eventsOnPage })))).not.toContain('Page');
  });

  it('is a view that Slack accepts, whatever was recorded', () => {
    const event = fc.record({
      id: fc.constant(1),
      at: fc.constant(now),
      actorId: fc.constantFrom('UANA', 'UGONE', undefined),
      kind: fc.constantFrom(...wordedKinds),
      detail: fc.record({
        verdict: textWithin(3_000).map((typed) => wonBy(typed)),
        reason: textWithin(3_000),
        option: textWithin(200),
      }),
    });
    const page = fc.array(event, { minLength: eventsOnPage, maxLength: eventsOnPage });
    fc.assert(
      fc.property(page, textWithin(limits.title), (shown, title) => {
        const place = { side: 'after', part: 'events', id: '999999999999999', page: 999_999 } as const;
        const page = { lines: shown, page: 1, back: place, next: place };
        const view = historyView(
          en,
          history({ events: page, total: 99, decision: decision({ title, voting: closed }) }),
        );
        expect(validateView(view)).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('the choice among several decisions', () => {
  it('offers each with a button', async () => {
    const view = whichView(en, [summary(), summary({ title: 'Choose <b>', status: 'accepted' })]);
    await expect(read(view)).toMatchFileSnapshot('history-which.golden.txt');
  });

  it('is a view that Slack accepts, however many there are', () => {
    const matches = Array.from({ length: 300 }, (_, index) => summary({ id: `d${index}`, title: '&'.repeat(150) }));
    const view = whichView(en, matches);
    expect(validateView(view)).toEqual([]);
    expect(read(view)).toContain('There are more');
  });
});

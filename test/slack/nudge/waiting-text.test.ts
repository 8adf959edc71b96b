import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/decision/limits.ts';
import { answer } from '../../../src/slack/app/answer.ts';
import { waitingText } from '../../../src/slack/nudge/waiting-text.ts';
import { en } from '../../../src/words/en/en.ts';
import { mostWaiting, type Waiting, type WaitingLine } from '../../../src/workflow/nudge/waiting-line.ts';
import { closesAt } from '../../decision/sample.ts';
import { textWithin } from '../any-decision.ts';
import { readBlocks } from '../readable.ts';

type WaitingReviewLine = Waiting['reviews'][number];

const lacks = ['winner', 'resolution', 'second person'] as const;
const cardLink = 'https://example.slack.com/archives/C1/p1000100';

function line(title: string | undefined, more: Partial<WaitingLine> = {}): WaitingLine {
  return {
    id: 'd1',
    channelId: 'C1',
    title,
    closesAt,
    isUndecided: false,
    lack: undefined,
    cardLink,
    ...more,
  };
}

function review(title: string | undefined, more: Partial<WaitingReviewLine> = {}): WaitingReviewLine {
  const { id, channelId } = line(title);
  const nowhere = { number: undefined, url: undefined, seen: undefined } as const;
  return { id, channelId, title, cardLink, branch: 'gavel/0007-x', since: closesAt, ...nowhere, ...more };
}

describe('waitingText', () => {
  it('lists votes and proposals, each with its link', async () => {
    const votes = [line('Choose a language'), line('Zig & <co>?', { cardLink: undefined }), line(undefined)];
    const proposals = [
      line('Choose a database'),
      line('Choose a queue', { isUndecided: true, lack: 'winner' }),
      line('Choose a cloud', { isUndecided: true, lack: 'resolution' }),
      line('Choose a car', { isUndecided: true, lack: 'second person' }),
    ];
    const reviews = [
      review('Choose a cache', { number: 12, url: 'https://git.example.com/pull/12' }),
      review('Choose a car'),
      review(undefined, { url: 'https://git.example.com/new' }),
    ];
    const revisits = [
      { id: 'a1', channelId: 'C1', title: 'Choose a disk', number: 7, cardLink: undefined, dueOn: '2027-03-01' },
      {
        id: 'a2',
        channelId: 'C2',
        title: undefined,
        number: 8,
        cardLink: 'https://x.slack.com/1',
        dueOn: '2027-03-08',
      },
    ];
    const told = [
      { votes, proposals, outcomes: [], reviews: [], objections: [], revisits: [] },
      { votes: [], proposals, outcomes: [line('Choose a framework')], reviews: [], objections: [], revisits },
      { votes: [], proposals: [], outcomes: [], reviews, objections: [line('Choose a bike')], revisits: [] },
      { votes: [], proposals: [], outcomes: [], reviews: [], objections: [], revisits: [] },
    ].map((waiting) => readBlocks(answer(waitingText(en, waiting)).blocks));
    await expect(told.join('\n')).toMatchFileSnapshot('waiting.golden.txt');
  });

  it('says how many more there are', () => {
    const votes = Array.from({ length: 20 }, (_, index) => line(`Choose ${index}`));
    expect(
      readBlocks(
        answer(waitingText(en, { votes, proposals: [], outcomes: [], reviews: [], objections: [], revisits: [] }))
          .blocks,
      ),
    ).toMatch(/Choose 14 \(\S+\)\nand 5 more\n$/);
    const many = Array.from({ length: mostWaiting }, () => votes[0] ?? line('Choose'));
    expect(
      readBlocks(
        answer(waitingText(en, { votes: many, proposals: [], outcomes: [], reviews: [], objections: [], revisits: [] }))
          .blocks,
      ),
    ).toMatch(/\nand many more\n$/);
  });

  it('is a message that Slack accepts, however much waits', () => {
    const anyLine = fc.record({ title: textWithin(limits.title), lack: fc.constantFrom(undefined, ...lacks) });
    const lines = fc.array(
      anyLine.map(({ title, ...more }) => line(title, more)),
      { maxLength: 40, size: 'max' },
    );
    fc.assert(
      fc.property(lines, lines, lines, (votes, proposals, outcomes) => {
        const { text, blocks } = answer(
          waitingText(en, { votes, proposals, outcomes, reviews: [], objections: [], revisits: [] }),
        );
        expect(text.length).toBeLessThanOrEqual(4_000);
        expect(validateMessage({ text, blocks })).toEqual([]);
        expect(readBlocks(blocks)).not.toMatch(/…\n$/);
      }),
      { numRuns: 50 },
    );
  });
});

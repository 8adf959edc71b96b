import { randomUUID } from 'node:crypto';
import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { listView, readQuestion } from '../../../src/slack/find/list-view.ts';
import { en } from '../../../src/words/en/en.ts';
import { linesOnPage } from '../../../src/workflow/find/list.ts';
import { summary } from '../../decision/sample.ts';
import { anyAdr } from '../any-adr.ts';
import { anySummary } from '../any-summary.ts';
import { readBlocks } from '../readable.ts';

function read(list: Parameters<typeof listView>[1], words: readonly string[] = [], ...notes: string[]): string {
  return readBlocks(listView(en, list, { channelId: 'C1', words }, notes).blocks as KnownBlock[]);
}

describe('listView', () => {
  it('says how to start when there is nothing', () => {
    const none = { lines: [], total: 0, hasMore: false, isPartial: false, page: 0, back: undefined, next: undefined };
    expect(read(none)).toBe('There are no decisions yet. `/adr propose` starts one.\n');
    expect(read(none, ['<x>'])).toBe('There is no decision with “<x>”. `/adr list` shows all of them.\n');
  });

  it('says so if Slack did not tell what the reader may see', () => {
    const partial = { lines: [], total: 0, hasMore: false, isPartial: true, page: 0, back: undefined, next: undefined };
    expect(read(partial)).toContain('Slack did not tell me what you may see, so what is not in git yet is left out.');
  });

  it('has buttons to the pages that there are', () => {
    const lines = [{ kind: 'decision', isGone: false, summary: summary({ cardLink: undefined }) } as const];
    const place = (page: number) => ({ side: 'after', part: 'open', id: 'd1', page }) as const;
    const list = (page: number, hasMore = false) => ({
      ...{ lines, total: 40, hasMore, isPartial: false, page },
      back: page > 0 ? place(page - 1) : undefined,
      next: page < 2 ? place(page + 1) : undefined,
    });
    const buttons = [0, 1, 2].map((page) => read(list(page)).trim().split('\n').slice(-2));
    expect(buttons).toEqual([
      ['(Page 1 of 3)', '[Older]'],
      ['(Page 2 of 3)', '[Newer] [Older]'],
      ['(Page 3 of 3)', '[Newer]'],
    ]);
    // A list that is too long to be counted.
    expect(read(list(1, true))).toMatch(/^\(More than 40 decisions\)[\s\S]*\(Page 2\)\n\[Newer\] \[Older\]\n$/);
    const short = { lines, total: 1, hasMore: false, isPartial: false, page: 0, back: undefined, next: undefined };
    expect(read(short, ['go'], 'A note.')).toMatch(
      /^\(A note\.\)\n\(1 decision with “go”\)\n.* \[Show\]\n\(voting closes .*\)\n$/,
    );
  });

  it('is a view that Slack accepts, whatever people typed', () => {
    const anyLine = fc.oneof(
      fc.record({ kind: fc.constant('decision' as const), summary: anySummary, isGone: fc.boolean() }),
      fc.record({ kind: fc.constant('adr' as const), adr: anyAdr, summary: fc.option(anySummary, { nil: undefined }) }),
    );
    const words = fc.tuple(nastyText, fc.constantFrom(1, 500)).map(([text, times]) => text.repeat(times).split(/\s+/));
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: linesOnPage }), words, (lines, typed) => {
        const place = { side: 'after', part: 'elsewhere', id: randomUUID(), page: 999_999 } as const;
        const list = {
          lines,
          total: lines.length,
          hasMore: false,
          isPartial: true,
          page: 999_999,
          back: place,
          next: place,
        };
        const view = listView(en, list, { channelId: 'C1', words: readQuestion(typed) }, ['x'.repeat(4_000)]);
        expect(validateView(view)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

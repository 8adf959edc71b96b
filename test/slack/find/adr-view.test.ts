import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { adrView, goneView, readShowValue, severalView, showValue } from '../../../src/slack/find/adr-view.ts';
import { en } from '../../../src/words/en/en.ts';
import type { OpenedAdr } from '../../../src/workflow/find/show.ts';
import type { IndexedAdr } from '../../../src/workflow/ports/archive/adr-index.ts';
import { decision } from '../../decision/sample.ts';
import { anyAdr, indexedAdr } from '../any-adr.ts';
import { anyView } from '../any-decision.ts';
import { readBlocks } from '../readable.ts';

const fileUrl = 'https://git.example.com/team/adr/blob/main/docs/0003-use-go.md';
const opened: OpenedAdr = {
  adr: indexedAdr(),
  text: '# Use Go\n\nSee [the map](../map.md#x) and [home](javascript:alert(1)).\n',
  trouble: undefined,
  fileUrl,
  decision: undefined,
};
const read = (view: ReturnType<typeof adrView>) => readBlocks(view.blocks as KnownBlock[]);
const card = { ts: '1.1', link: 'https://example.slack.com/archives/C2/p11' };

describe('adrView', () => {
  it('has status, date and file on top, and links to the repository', () => {
    expect(read(adrView(en, opened, 0))).toBe(
      `# ADR 0003 Use Go\n(Accepted · 2026-03-02 · 0003-use-go.md) (Open the file (${fileUrl}))\n` +
        'See the map (https://git.example.com/team/adr/blob/main/map.md#x) and home.\n',
    );
  });

  it('links to the card of a decision of ours', () => {
    expect(JSON.stringify(adrView(en, { ...opened, decision: decision({ card }) }, 0))).toContain(card.link);
    expect(JSON.stringify(adrView(en, opened, 0))).not.toContain('example.slack.com');
  });

  it('says in words why there is no text', () => {
    const away = {
      ...opened,
      text: undefined,
      trouble: { code: 'told before' as const, text: 'No <repository> here.' },
      fileUrl: undefined,
    };
    expect(read(adrView(en, away, 0))).toContain(
      '(Accepted · 2026-03-02 · 0003-use-go.md)\n:warning: The text can’t be shown now. No <repository> here.',
    );
  });

  it('is a view that Slack accepts, whatever is in the file', () => {
    fc.assert(
      fc.property(anyAdr, nastyText, fc.constantFrom(1, 300), fc.boolean(), (adr, text, times, isOnTheWeb) => {
        const any = { ...opened, adr, text: text.repeat(times), fileUrl: isOnTheWeb ? fileUrl : undefined };
        for (const page of [0, 1, 1_000]) expect(validateView(adrView(en, any, page))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

const goneAt = new Date('2026-11-20T10:00:00Z');
const gone = (adr: IndexedAdr): Parameters<typeof goneView>[1] => ({
  kind: 'gone',
  adr: { ...adr, goneAt, goneIn: '0123456789abcdef' },
  commitUrl: undefined,
  decision: undefined,
});

describe('goneView', () => {
  it('gives its last state, and when and in which commit it was found gone', () => {
    const about = '# ADR 0003 Use Go\n(Accepted · 2026-03-02 · 0003-use-go.md)\n';
    const said = `${about}:warning: Its file is no longer in the repository. I found it gone 2026-11-20 10:00 UTC`;
    const shown = gone(indexedAdr());
    const commitUrl = 'https://git.example.com/team/adr/commit/0123456789abcdef';
    expect(read(goneView(en, shown))).toBe(`${said}, in commit \`0123456\`.\n`);
    expect(read(goneView(en, { ...shown, commitUrl }))).toBe(`${said}, in commit 0123456 (${commitUrl}).\n`);
    const unknown = { ...shown, adr: { ...shown.adr, goneIn: undefined } };
    expect(read(goneView(en, unknown))).toBe(`${said}.\n`);
  });

  it('is a view that Slack accepts, whatever was in the file and whatever was decided', () => {
    fc.assert(
      fc.property(anyAdr, fc.option(anyView, { nil: undefined }), (adr, view) => {
        expect(validateView(goneView(en, { ...gone(adr), decision: view }))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('severalView', () => {
  it('is a view that Slack accepts, however many have the number', () => {
    fc.assert(
      fc.property(fc.array(anyAdr, { minLength: 2, maxLength: 200 }), (adrs) => {
        expect(validateView(severalView(en, adrs))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the value of “Show”', () => {
  it('is read as it was written, and nothing else is', () => {
    for (const what of [{ adrId: 7 }, { decisionId: 'd1' }]) expect(readShowValue(showValue(what))).toEqual(what);
    for (const value of ['', 'adr', 'adr x', 'decision', 'other 7']) expect(readShowValue(value)).toBeUndefined();
  });
});

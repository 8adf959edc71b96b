import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineBlocks } from '../../../src/slack/find/list-text.ts';
import { notice } from '../../../src/slack/form/notice.ts';
import { button } from '../../../src/slack/text/blocks.ts';
import { en } from '../../../src/words/en/en.ts';
import type { Listed } from '../../../src/workflow/find/listed.ts';
import { closesAt, now, summary } from '../../decision/sample.ts';
import { anyAdr, indexedAdr } from '../any-adr.ts';
import { anySummary } from '../any-summary.ts';
import { readBlocks } from '../readable.ts';

const commitUrl = 'https://git.example.com/team/decisions/commit/0123456';
const addressOfFile = (name: string) => `https://git.example.com/team/decisions/blob/main/${encodeURIComponent(name)}`;
/** A line as it is on a host that we know. */
const there = (line: Listed): Listed =>
  line.kind === 'adr' ? { ...line, fileUrl: addressOfFile(line.adr.fileName) } : line;
const show = (line: Listed) => lineBlocks(en, line, button('show', 'Show'));
const decided = summary({
  id: 'd2',
  title: 'Keep invoices for <ten> years',
  status: 'accepted',
  isVoting: false,
  decidedAt: closesAt,
  chosen: 'In the archive & nowhere else',
});
const published = { ...decided, number: 7, fileName: '0007-keep-invoices.md', commitUrl, isPublished: true };
const ours = indexedAdr({ id: 7, fileName: '0007-keep-invoices.md', number: 7, title: published.title });

const lines: readonly Listed[] = [
  { kind: 'decision', isGone: false, summary: summary() },
  {
    kind: 'decision',
    isGone: false,
    summary: summary({ title: 'Name the new team', isVoting: false, cardLink: undefined }),
  },
  { kind: 'decision', isGone: false, summary: decided },
  {
    kind: 'decision',
    isGone: false,
    summary: { ...decided, trouble: { code: 'told before', text: 'The repository did not take the token.' } },
  },
  {
    kind: 'decision',
    isGone: false,
    summary: { ...decided, inReview: { number: 12, url: 'https://git.example.com/team/decisions/pull/12' } },
  },
  { kind: 'decision', isGone: false, summary: { ...decided, inReview: { number: undefined, url: undefined } } },
  { kind: 'adr', adr: ours, summary: published },
  { kind: 'adr', adr: indexedAdr(), summary: undefined },
  { kind: 'adr', adr: indexedAdr({ number: undefined, statusText: '', date: undefined }), summary: undefined },
  { kind: 'adr', adr: indexedAdr({ statusText: 'Superseded by ADR-0007' }), summary: undefined },
  {
    kind: 'decision',
    isGone: false,
    summary: summary({ title: 'Move', status: 'rejected', isVoting: false, decidedAt: now }),
  },
  { kind: 'decision', isGone: false, summary: summary({ title: 'Sell', status: 'withdrawn', isVoting: false }) },
  { kind: 'decision', isGone: true, summary: published },
];

describe('a line of the list', () => {
  it('gives its name, its status, and where it is', async () => {
    const text = [
      ...lines.map((line) => readBlocks(show(there(line)))),
      ...lines.slice(6, 8).map((line) => readBlocks(show(line))),
    ];
    await expect(text.join('\n')).toMatchFileSnapshot('list.golden.txt');
  });

  it('links to the record if the reader may not see the card', () => {
    const line = { kind: 'adr', adr: ours, summary: published } as const;
    expect(readBlocks(show(line))).toContain('Open (https://example.slack.com/');
    const hidden = { ...line, summary: { ...published, cardLink: undefined } };
    expect(readBlocks(show(hidden))).toContain(`Open (${commitUrl})`);
  });

  it('is acceptable to Slack, with nothing in it interpreted, whatever people typed', () => {
    const anyLine: fc.Arbitrary<Listed> = fc.oneof(
      fc.record({ kind: fc.constant('decision' as const), summary: anySummary, isGone: fc.boolean() }),
      fc.record({ kind: fc.constant('adr' as const), adr: anyAdr, summary: fc.option(anySummary, { nil: undefined }) }),
    );
    fc.assert(
      fc.property(anyLine, (line) => {
        const blocks = show(line);
        expect(validateView(notice(en, 'List', ...blocks))).toEqual([]);
        expect(readBlocks(blocks).trimEnd().split('\n')).toHaveLength(blocks.length);
      }),
    );
  });
});

import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AdrChange, type Digest, sortOut } from '../../../src/decision/digest/digest.ts';
import { renderDigest } from '../../../src/slack/digest/digest-text.ts';
import { en } from '../../../src/words/en/en.ts';
import { languages } from '../../../src/words/languages.ts';
import type { WrittenDigest } from '../../../src/workflow/message/announcement.ts';
import { closesAt, now, summary } from '../../decision/sample.ts';
import { anyNews, anySummaries } from '../any-summary.ts';
import { readBlocks } from '../readable.ts';

const from = new Date('2026-11-13T09:00:00Z');
const write = (digest: Digest): WrittenDigest => JSON.parse(JSON.stringify(digest));
const fileUrl = 'https://git.example.com/team/decisions/blob/main/0010-keep-traces.md';
const reviewUrl = 'https://git.example.com/team/decisions/-/merge_requests/12';
const commitUrl = 'https://git.example.com/team/decisions/commit/0123456';

const noNews = { changes: [], sharedNumbers: [] };
const change = (more: Partial<AdrChange>): AdrChange => ({
  kind: 'status',
  adrId: 1,
  number: 1,
  title: '',
  fileName: '0001.md',
  before: '',
  after: '',
  ...more,
});

const accepted = summary({
  status: 'accepted',
  isVoting: false,
  title: 'Keep invoices for <ten> years',
  chosen: 'In the archive & nowhere else',
  number: 7,
  commitUrl,
  isPublished: true,
  decidedAt: now,
});
const digest: Digest = {
  from,
  to: now,
  accepted: [accepted, summary({ title: 'Use one time zone', chosen: 'UTC', cardLink: undefined, decidedAt: now })],
  rejected: [summary({ status: 'rejected', isVoting: false, title: 'Move to the new office', decidedAt: now })],
  inReview: [
    { ...accepted, title: 'Use queues', isPublished: false, inReview: { number: 12, url: reviewUrl } },
    summary({ title: 'Use caches', isVoting: false, chosen: 'Redis', inReview: { number: undefined, url: undefined } }),
  ],
  open: [summary({ closesAt })],
  revisits: [
    { title: 'Choose <b>', number: 7, url: undefined, dueOn: '2026-11-02', isImported: false },
    { title: 'Notes', number: undefined, url: 'https://example.org/notes.md', dueOn: '2026-11-03', isImported: true },
  ],
  inRepository: {
    changes: [
      change({ number: 3, title: 'Use <Go>', before: 'Accepted', after: 'Deprecated' }),
      change({ kind: 'added', number: undefined, title: 'Notes on queues', before: undefined, after: '' }),
      change({ kind: 'added', number: 12, title: 'Use queues', before: undefined, after: 'Proposed' }),
      change({ number: 9, title: 'Keep logs', before: '', after: 'Superseded by ADR-12', formerName: '0009-l`ogs.md' }),
      change({ kind: 'renamed', number: 10, title: 'Keep <traces>', formerName: '0008-keep-traces.md', url: fileUrl }),
      change({ kind: 'removed', number: 11, title: 'Use a queue', url: commitUrl }),
      change({ kind: 'returned', number: 13, title: 'Use a cache', after: 'Accepted' }),
      change({ kind: 'returned', number: 14, title: 'Use a store' }),
    ],
    sharedNumbers: [{ number: 7, fileNames: ['0007-keep-invoices.md', '0007-move\n*out*`.md'] }],
  },
};

describe('renderDigest', () => {
  it('accepted, rejected, and open votes with their deadlines', async () => {
    const { text, blocks } = renderDigest(en, write(digest));
    await expect(`${text}\n\n${readBlocks(blocks)}`).toMatchFileSnapshot('digest.golden.txt');
  });

  it('says so when there is nothing to tell', () => {
    const { blocks } = renderDigest(
      en,
      write({ from, to: now, accepted: [], rejected: [], inReview: [], open: [], inRepository: noNews }),
    );
    expect(readBlocks(blocks)).toContain('Nothing was decided, and no vote is open.');
  });

  it('from an earlier Gavel, which did not follow the repository, is still posted', () => {
    const { inRepository: _, inReview: __, revisits: ___, ...old } = write(digest);
    const { text, blocks } = renderDigest(en, old);
    expect(text).toBe('Decisions: 2 accepted, 1 rejected, 1 open for voting');
    expect(readBlocks(blocks)).toContain('Keep invoices');
    expect(readBlocks(blocks)).not.toContain('In the repository');
  });

  it('links to the card, and to the record for people who can’t see the card', () => {
    const alone = { ...digest, rejected: [], inReview: [], open: [], inRepository: noNews };
    expect(JSON.stringify(renderDigest(en, write({ ...alone, accepted: [accepted] })))).toContain('example.slack.com');
    const hidden = JSON.stringify(
      renderDigest(en, write({ ...alone, accepted: [{ ...accepted, cardLink: undefined }] })),
    );
    expect(hidden).not.toContain('example.slack.com');
    expect(hidden).toContain(commitUrl);
  });

  it('names as many as one message holds and counts the rest', () => {
    const many = Array.from({ length: 40 }, () => summary({ title: 'A question of some length '.repeat(5) }));
    const { blocks } = renderDigest(
      en,
      write({ from, to: now, accepted: many, rejected: many, inReview: [], open: many, inRepository: noNews }),
    );
    const words = readBlocks(blocks);
    const named = words.match(/• A question/g)?.length ?? 0;
    const rest = [...words.matchAll(/• and (\d+) more: see `\/adr list`/g)].map(([, count]) => Number(count));
    expect(named).toBeGreaterThan(15);
    expect(rest).toHaveLength(3);
    expect(named + rest.reduce((sum, count) => sum + count, 0)).toBe(120);
  });

  it('counts those that it was given no line for', () => {
    const counted = { channelId: 'C1', archive: 'a', isPublished: false, count: 30 };
    const { blocks, text } = renderDigest(
      en,
      write({
        ...{ from, to: now, accepted: [], rejected: [], inReview: [], open: [summary(), summary()] },
        ...{ more: { open: [counted, { ...counted, isPublished: true, count: 5 }] }, inRepository: noNews },
      }),
    );
    expect(readBlocks(blocks)).toContain('and 35 more');
    expect(text).toContain('37');
  });

  it('is a message that Slack accepts, whatever people typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(languages)), anySummaries, anyNews, (language, summaries, news) => {
        const lists = sortOut(summaries, from, now);
        const { text, blocks } = renderDigest(language, write({ from, to: now, ...lists, inRepository: news }));
        expect(validateMessage({ text, blocks })).toEqual([]);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(10_000);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeSeenIn } from '../../src/decision/digest.ts';
import { listText, showText } from '../../src/slack/list-text.ts';
import { closesAt, now, summary } from '../decision/sample.ts';
import { anySummaries, anySummary } from './any-summary.ts';

const commitUrl = 'https://git.example.com/team/decisions/commit/0123456';
const published = summary({
  id: 'd2',
  title: 'Keep invoices for <ten> years',
  status: 'accepted',
  isVoting: false,
  decidedAt: closesAt,
  chosen: 'In the archive & nowhere else',
  number: 7,
  fileName: '0007-keep-invoices-for-ten-years.md',
  commitUrl,
  isPublished: true,
});
const list = [
  summary(),
  summary({ id: 'd3', title: 'Name the new team', isVoting: false, cardLink: undefined }),
  published,
  summary({
    id: 'd4',
    title: 'Move to the new office',
    status: 'rejected',
    isVoting: false,
    decidedAt: now,
    trouble: 'The repository did not take the token.',
  }),
  summary({ id: 'd5', title: 'Sell the old one', status: 'withdrawn', isVoting: false }),
];

describe('listText', () => {
  it('open ones first, then those that are closed', async () => {
    await expect(`${listText(list, 'C1')}\n`).toMatchFileSnapshot('list.golden.txt');
  });

  it('says how to begin when there are none', () => {
    expect(listText([], 'C1')).toBe('There are no decisions yet. `/adr propose` begins one.');
  });

  it('names fifteen of a part and counts the rest', () => {
    const many = Array.from({ length: 17 }, () => summary({ title: 'Which?', cardLink: undefined }));
    const lines = listText(many, 'C1').split('\n');
    expect(lines.filter((line) => line.startsWith('•'))).toHaveLength(15);
    expect(lines.at(-1)).toBe('and 2 more');
  });

  it('leads to the record, not to the card, of another channel’s private decision', () => {
    const secret = { ...published, isPrivate: true };
    expect(listText([secret], 'C2')).toContain(`<${commitUrl}|`);
    expect(listText([secret], 'C1')).toContain('<https://example.slack.com/');
  });

  it('is one message, with whole links, whatever people typed', () => {
    fc.assert(
      fc.property(anySummaries, (summaries) => {
        const text = listText(summaries, 'C1');
        expect(text.length).toBeLessThanOrEqual(4_000);
        const rest = text.replaceAll(/<[^<>]*>/g, '').replaceAll(/&(amp|lt|gt);/g, '');
        expect(rest).not.toMatch(/[<>&]/);
      }),
    );
  });

  it('has no way into another, private channel', () => {
    fc.assert(
      fc.property(anySummaries, (summaries) => {
        const secret = summaries.map((one) => ({ ...one, isPrivate: true, channelId: 'C2' }));
        const seen = secret.filter((one) => mayBeSeenIn('C1', one));
        expect(listText(seen, 'C1')).not.toContain('example.slack.com');
      }),
    );
  });
});

describe('showText', () => {
  it('says what was decided, when, and where the file is', async () => {
    const { commitUrl: _, ...local } = published;
    const shown = [published, { ...local, commitUrl: undefined, cardLink: undefined }].map((one) =>
      showText(one, 'C1'),
    );
    await expect(`${shown.join('\n\n')}\n`).toMatchFileSnapshot('show.golden.txt');
  });

  it('is one message', () => {
    fc.assert(
      fc.property(anySummary, (one) => {
        expect(showText(one, 'C1').length).toBeLessThanOrEqual(4_000);
      }),
    );
  });
});

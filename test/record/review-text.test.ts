import { effectsOf } from '@gavel/local-forge/world/effects.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findActs } from '../../packages/adr/test/description-tokens.ts';
import { actedOnIn, textForForges } from '../../packages/adr/test/forge-tokens.ts';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import type { AdrRecord } from '../../src/record/record.ts';
import { type ReviewFacts, writeReview } from '../../src/record/review-text.ts';
import { because } from '../decision/sample.ts';
import { accepted, minimal, nasty, rejected } from './sample-records.ts';

const facts: ReviewFacts = {
  number: 12,
  fileName: '0012-choose-the-queue-for-order-events.md',
  fileUrl: undefined,
  forge: 'github',
  why: { code: 'reviews only', branch: 'main', approvals: 1 },
  bond: { kind: 'supersedes', fileName: '0003-use-rabbitmq.md' },
  longestBody: 65_536,
};

const dialects = ['github', 'gitlab', 'forgejo'] as const;

const objections: AdrRecord['objections'] = [
  {
    by: 'Dan',
    kind: 'objection',
    reason: 'Who is called at *night*?',
    until: undefined,
    isAdvice: false,
    resolution: { kind: 'resolved', by: 'Dan', reason: 'the team of four, as [agreed](https://example.org/oncall)' },
  },
  { by: null, kind: 'hold', reason: 'I am away', until: '2026-11-28', isAdvice: true, resolution: { kind: 'ended' } },
];
const full: AdrRecord = { ...accepted, objections };
const proposed: AdrRecord = {
  ...accepted,
  status: 'proposed',
  outcome: { chosen: undefined, reason: undefined },
  votes: undefined,
  consequences: [],
};

describe('the text of a review', () => {
  it.each<[string, AdrRecord, Partial<ReviewFacts>]>([
    ['accepted', full, {}],
    ['accepted-in-german', { ...full, language: 'de' }, { forge: 'gitlab' }],
    [
      'rejected',
      rejected,
      {
        number: undefined,
        bond: undefined,
        forge: undefined,
        why: { code: 'push refused', branch: 'main', said: 'GH006' },
      },
    ],
    ['rejected-in-german', { ...rejected, language: 'de' }, { bond: undefined, forge: 'forgejo' }],
    ['proposed', proposed, { why: { code: 'set', in: '.gavel.yml' } }],
    ['proposed-in-german', { ...proposed, language: 'de' }, { why: { code: 'set', in: 'configuration' } }],
    ['nasty', nasty, {}],
  ])('is written for the %s decision', async (name, record, more) => {
    const { title, summary, body } = writeReview(record, { ...facts, ...more });
    await expect(`${title}\n\n${summary}\n\n${body}\n`).toMatchFileSnapshot(`./review-${name}.golden.md`);
  });

  it('asks what people were asked, where the title answers it', () => {
    const { title, body } = writeReview({ ...full, title: 'Use Kafka', question: 'Which queue is ours?' }, facts);
    expect(title).toContain('Use Kafka');
    expect(body).toContain('### Question\n\n**Which queue is ours?**\n');
    expect(body).not.toContain('**Use Kafka**');
  });

  it('is cut at a paragraph when it is too long, and says where the rest is', () => {
    const context = Array.from({ length: 2_000 }, (_, index) => `Paragraph ${index} of the context.`).join('\n\n');
    const { body } = writeReview({ ...full, context }, { ...facts, longestBody: 4_000 });
    expect(body.length).toBeLessThanOrEqual(4_000);
    expect(body.length).toBeGreaterThan(3_900);
    expect(body).toContain(
      'of the context.\n\n… The rest is in the file.\n\n---\n\nmain takes changes by pull request only',
    );
  });

  it('links to the rest where that can be read', () => {
    const fileUrl = 'https://git.example.com/team/adrs/blob/gavel/0012-choose/docs/0012-choose.md';
    const { body } = writeReview(full, { ...facts, fileUrl, longestBody: 600 });
    expect(body).toContain(`[… The rest is in the file.](${fileUrl})`);
    expect(writeReview(full, { ...facts, fileUrl }).body).not.toContain(fileUrl);
  });

  it('says no more than that where there is no room for more', () => {
    const { body } = writeReview(full, { ...facts, longestBody: 520 });
    expect(body).not.toContain('###');
    expect(body).toContain('… The rest is in the file.');
  });

  it('gives forges nothing to act on, whatever people typed', () => {
    const hostile = fc
      .array(fc.oneof(textForForges, nastyText, fc.constantFrom('/merge', '* [x] ', '<details>', '![](', '```')), {
        maxLength: 4,
      })
      .chain((all) => fc.constantFrom(' ', '\n', '\n\n').map((glue) => all.join(glue)));
    const record: fc.Arbitrary<AdrRecord> = fc
      .tuple(hostile, hostile, hostile, hostile, hostile, hostile, hostile)
      .map(([title, context, option, reason, name, why, objection]) => ({
        ...minimal,
        title,
        context,
        drivers: [why, objection],
        options: [
          { title: option, description: context, arguments: [{ kind: 'pro', text: reason, by: name }] },
          { title: name, description: '', arguments: [], withdrawn: { by: title, votes: 1 } },
        ],
        outcome: {
          chosen: option,
          reason: because(why),
          keptAdr: title,
          decided: {
            by: name,
            departures: [
              {
                kind: 'objections overridden',
                objections: [{ author: name, isHold: false, reason: objection, by: title, because: why }],
                more: 0,
              },
            ],
          },
        },
        consequences: [{ kind: 'good', text: reason }],
        votes: { ...nasty.votes, tally: [{ option, votes: 1, by: [name] }] } as AdrRecord['votes'],
        objections: [
          {
            by: name,
            kind: 'objection',
            reason: objection,
            until: undefined,
            isAdvice: false,
            resolution: { kind: 'resolved', by: name, reason: why },
          },
        ],
      }));
    fc.assert(
      fc.property(record, fc.constantFrom('github', 'gitlab', 'forgejo', undefined), (one, forge) => {
        const { title, body, summary } = writeReview(one, { ...facts, forge });
        expect(findActs(body)).toEqual([]);
        const messages = [title, summary];
        const effects = dialects.map((dialect) => effectsOf(dialect, { title, body, messages }));
        expect(effects.flatMap((each) => Object.values(each).flat())).toEqual([]);
        for (const [, pattern] of Object.entries(actedOnIn)) {
          expect(title).not.toMatch(pattern);
          expect(summary).not.toMatch(pattern);
        }
        const headings = body.split('\n').filter((line) => /^ {0,3}#{1,6}(?:\s|$)/u.test(line));
        expect(headings.filter((heading) => !/^### \w+$/u.test(heading))).toEqual([]);
        expect(body.length).toBeLessThanOrEqual(facts.longestBody);
      }),
      { numRuns: 50 },
    );
  });
});

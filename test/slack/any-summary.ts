import fc from 'fast-check';
import type { RepositoryNews, Summary } from '../../src/decision/digest/digest.ts';
import { limits } from '../../src/decision/limits.ts';
import { closesAt, now } from '../decision/sample.ts';
import { textWithin } from './any-decision.ts';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

/** One line of a list, with texts up to their limits. */
export const anySummary: fc.Arbitrary<Summary> = fc.record({
  id: fc.constant('d1'),
  archive: fc.constant('nowhere'),
  channelId: fc.constantFrom('C1', 'C2'),
  title: textWithin(limits.title),
  status: fc.constantFrom('proposed' as const, 'accepted' as const, 'rejected' as const, 'withdrawn' as const),
  statusHere: fc.constantFrom('proposed' as const, 'accepted' as const, 'rejected' as const, 'withdrawn' as const),
  isVoting: fc.boolean(),
  closesAt: fc.constant(closesAt),
  proposedAt: fc.constant(now),
  decidedAt: fc.constantFrom(undefined, now),
  chosen: optional(textWithin(limits.optionTitle)),
  reason: optional(textWithin(limits.justification).map((text) => ({ by: 'person' as const, text }))),
  tags: fc.constantFrom(undefined, [], ['storage', '字'.repeat(limits.tag)]),
  cardLink: optional(fc.constant('https://example.slack.com/archives/C0123456789/p1700000000000100')),
  number: optional(fc.integer({ min: 1, max: 99_999 })),
  fileName: optional(fc.constant('0007-choose-the-backend-language.md')),
  commitUrl: optional(fc.constant(`https://git.example.com/${'group/'.repeat(20)}commit/0123456789abcdef`)),
  isPublished: fc.boolean(),
  trouble: optional(textWithin(2_000).map((text) => ({ code: 'told before' as const, text }))),
  inReview: optional(
    fc.record({
      number: optional(fc.integer({ min: 1, max: 99_999 })),
      url: optional(fc.constant(`https://git.example.com/${'group/'.repeat(20)}-/merge_requests/12`)),
    }),
  ),
  repository: optional(textWithin(75)),
});

/** Up to sixty, dealt out of a few. */
export const anySummaries = fc
  .tuple(fc.array(anySummary, { minLength: 1, maxLength: 4 }), fc.nat(60))
  .map(([few, count]) =>
    Array.from({ length: count }, (_, index) => few[index % few.length]).filter((one) => one !== undefined),
  );

/** What others may have done in the repository, with texts as long as the index keeps them. */
export const anyNews: fc.Arbitrary<RepositoryNews> = fc.record({
  changes: fc.array(
    fc.record({
      kind: fc.constantFrom(...(['added', 'status', 'renamed', 'removed', 'returned'] as const)),
      adrId: fc.nat(),
      number: optional(fc.nat(99_999)),
      title: textWithin(1_000),
      fileName: textWithin(300),
      before: optional(textWithin(500)),
      after: textWithin(500),
      formerName: optional(textWithin(300)),
      url: optional(fc.webUrl()),
      repository: optional(textWithin(75)),
    }),
    { maxLength: 30 },
  ),
  sharedNumbers: fc.array(
    fc.record({
      number: fc.nat(99_999),
      fileNames: fc.array(textWithin(300), { minLength: 2, maxLength: 8 }),
      repository: optional(textWithin(75)),
    }),
    { maxLength: 20 },
  ),
});

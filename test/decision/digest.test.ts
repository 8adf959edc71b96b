import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AdrChange,
  composeDigest,
  isEmpty,
  mayBeSeenIn,
  type RepositoryNews,
  type Summary,
} from '../../src/decision/digest.ts';
import { summary } from './sample.ts';

const from = new Date('2026-11-13T09:00:00Z');
const to = new Date('2026-11-20T09:00:00Z');
const noNews: RepositoryNews = { changes: [], sharedNumbers: [] };
const compose = (summaries: readonly Summary[], channelId = 'C1', news = noNews) =>
  composeDigest(summaries, news, channelId, from, to);
const accepted = (id: string, decidedAt: string): Summary =>
  summary({ id, status: 'accepted', isVoting: false, decidedAt: new Date(decidedAt) });

describe('mayBeSeenIn', () => {
  it.each([
    ['a public decision, elsewhere', { channelId: 'C1', isPrivate: false, isPublished: false }, true],
    ['a private one, at home', { channelId: 'C2', isPrivate: true, isPublished: false }, true],
    ['a private one, elsewhere', { channelId: 'C1', isPrivate: true, isPublished: false }, false],
    ['a private one that is in git, elsewhere', { channelId: 'C1', isPrivate: true, isPublished: true }, true],
  ])('%s: %s', (_, example, expected) => {
    expect(mayBeSeenIn('C2', example)).toBe(expected);
  });
});

describe('composeDigest', () => {
  it('has what was decided after its beginning and until its end, oldest first', () => {
    const { accepted: found } = compose([
      accepted('at its end', '2026-11-20T09:00:00Z'),
      accepted('within', '2026-11-15T00:00:00Z'),
      accepted('just after its beginning', '2026-11-13T09:00:00.001Z'),
      accepted('at its beginning', '2026-11-13T09:00:00Z'),
      accepted('later', '2026-11-20T09:00:00.001Z'),
    ]);
    expect(found.map(({ id }) => id)).toEqual(['just after its beginning', 'within', 'at its end']);
  });

  it('tells accepted, rejected and open apart, and leaves the rest out', () => {
    const decidedAt = new Date('2026-11-15T00:00:00Z');
    const digest = compose([
      summary({ id: 'rejected', status: 'rejected', isVoting: false, decidedAt }),
      summary({ id: 'withdrawn', status: 'withdrawn', isVoting: false }),
      summary({ id: 'discussing', isVoting: false }),
      summary({ id: 'last to close', closesAt: new Date('2026-12-02T00:00:00Z') }),
      summary({ id: 'first to close', closesAt: new Date('2026-12-01T00:00:00Z') }),
      accepted('accepted', '2026-11-14T00:00:00Z'),
    ]);
    expect(digest.accepted.map(({ id }) => id)).toEqual(['accepted']);
    expect(digest.rejected.map(({ id }) => id)).toEqual(['rejected']);
    expect(digest.open.map(({ id }) => id)).toEqual(['first to close', 'last to close']);
  });
});

/** ADR 3 is said to have gone from one status to another. */
const restated = (before: string | undefined, after: string, adrId = 3): AdrChange => ({
  kind: before === undefined ? 'added' : 'status',
  adrId,
  number: adrId,
  title: 'Use Go',
  fileName: '0003-use-go.md',
  before,
  after,
});

describe('what others did in the repository', () => {
  const told = (...changes: AdrChange[]) => compose([], 'C1', { ...noNews, changes }).inRepository.changes;

  it('is one line for each ADR, from how it was to how it is', () => {
    const changes = [restated('Proposed', 'Accepted'), restated('x', 'y', 4), restated('Accepted', 'Deprecated')];
    expect(told(...changes)).toEqual([restated('Proposed', 'Deprecated'), restated('x', 'y', 4)]);
  });

  it('is told of a new one as it is now', () => {
    expect(told(restated(undefined, 'Proposed'), restated('Proposed', 'Accepted'))).toEqual([
      restated(undefined, 'Accepted'),
    ]);
  });

  it('leaves out what was taken back', () => {
    expect(told(restated('Accepted', 'Rejected'), restated('Rejected', 'Accepted'))).toEqual([]);
  });

  it('is told to every channel alike', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(3), fc.nat(2))), (steps) => {
        const changes = steps.map(([before, after, adr]) =>
          restated(before === 0 ? undefined : `s${before}`, `s${after}`, adr),
        );
        const news = { changes, sharedNumbers: [{ number: 7, fileNames: ['a.md', 'b.md'] }] };
        const here = compose([], 'C1', news).inRepository;
        expect(compose([], 'C2', news).inRepository).toEqual(here);
        expect(new Set(here.changes.map(({ adrId }) => adrId)).size).toBe(here.changes.length);
        expect(here.sharedNumbers).toEqual(news.sharedNumbers);
        for (const { kind, before, after } of here.changes) if (kind === 'status') expect(before).not.toBe(after);
      }),
    );
  });
});

describe('isEmpty', () => {
  it('is so when there is nothing to tell', () => {
    expect(isEmpty(compose([summary({ isVoting: false })]))).toBe(true);
    expect(isEmpty(compose([summary()]))).toBe(false);
    expect(isEmpty(compose([accepted('d1', '2026-11-14T00:00:00Z')]))).toBe(false);
    expect(isEmpty(compose([], 'C1', { ...noNews, changes: [restated('a', 'b')] }))).toBe(false);
    expect(isEmpty(compose([], 'C1', { ...noNews, sharedNumbers: [{ number: 7, fileNames: [] }] }))).toBe(false);
  });
});

const someSummary = fc
  .record({
    channelId: fc.constantFrom('C1', 'C2', 'C3'),
    isPrivate: fc.boolean(),
    isPublished: fc.boolean(),
    isVoting: fc.boolean(),
    status: fc.constantFrom('proposed' as const, 'accepted' as const, 'rejected' as const, 'withdrawn' as const),
    decidedAt: fc.option(fc.date({ min: from, max: to, noInvalidDate: true }), { nil: undefined }),
  })
  .map(summary);

describe('the law of privacy', () => {
  it('what another, private channel has not published appears nowhere', () => {
    fc.assert(
      fc.property(fc.array(someSummary), fc.constantFrom('C1', 'C2', 'C3'), (summaries, channelId) => {
        const digest = compose(summaries, channelId);
        const told = [...digest.accepted, ...digest.rejected, ...digest.open];
        expect(told.filter((one) => one.isPrivate && !one.isPublished && one.channelId !== channelId)).toEqual([]);
        // And a channel hears the same whether the others' secrets exist or not.
        const withoutSecrets = summaries.filter((one) => mayBeSeenIn(channelId, one));
        expect(compose(withoutSecrets, channelId)).toEqual(digest);
      }),
    );
  });
});

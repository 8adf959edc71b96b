import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AdrChange,
  type AdrHappening,
  type Digest,
  isEmpty,
  type Summary,
  sortOut,
  sumUp,
} from '../../../src/decision/digest/digest.ts';
import { summary } from '../sample.ts';

const from = new Date('2026-11-13T09:00:00Z');
const to = new Date('2026-11-20T09:00:00Z');
const sort = (summaries: readonly Summary[]) => sortOut(summaries, from, to);
const accepted = (id: string, decidedAt: string): Summary =>
  summary({ id, status: 'accepted', isVoting: false, decidedAt: new Date(decidedAt) });

describe('sortOut', () => {
  it('has what was decided between its start and its end, oldest first', () => {
    const { accepted: found } = sort([
      accepted('at its end', '2026-11-20T09:00:00Z'),
      accepted('within', '2026-11-15T00:00:00Z'),
      accepted('just after its beginning', '2026-11-13T09:00:00.001Z'),
      accepted('at its beginning', '2026-11-13T09:00:00Z'),
      accepted('later', '2026-11-20T09:00:00.001Z'),
    ]);
    expect(found.map(({ id }) => id)).toEqual(['just after its beginning', 'within', 'at its end']);
  });

  it('has what was superseded or deprecated since it was decided, but not what the file says otherwise', () => {
    const decidedAt = '2026-11-14T00:00:00Z';
    const now = (status: Summary['status']) => ({ ...accepted(status, decidedAt), status });
    const { accepted: found } = sort([now('superseded'), now('deprecated'), now('proposed'), now('withdrawn')]);
    expect(found.map(({ id }) => id)).toEqual(['superseded', 'deprecated']);
  });

  it('separates accepted, rejected and open decisions, and leaves out the rest', () => {
    const decidedAt = new Date('2026-11-15T00:00:00Z');
    const digest = sort([
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

/** Something that happened to ADR 3, or to another. */
const happening = (
  kind: AdrHappening['kind'],
  before: string | undefined,
  after: string | undefined,
  adrId = 3,
): AdrHappening => ({
  kind,
  adrId,
  number: adrId,
  title: 'Use Go',
  fileName: '0003-use-go.md',
  before,
  after,
  commit: `${kind} ${after}`,
});
const added = (after: string, adrId?: number) => happening('added', undefined, after, adrId);
const restated = (before: string, after: string, adrId?: number) => happening('status', before, after, adrId);
const renamed = (before: string, after = '0003-use-go.md') => happening('renamed', before, after);
const removed = happening('removed', '0003-use-go.md', undefined);
const returned = happening('returned', undefined, '0003-use-go.md');

describe('what others did in the repository', () => {
  const told = (...happenings: AdrHappening[]) => sumUp(happenings);

  it.each<[string, AdrHappening[], Partial<AdrChange>[]]>([
    [
      'from how it was to how it is, a line for each',
      [restated('Proposed', 'Accepted'), restated('x', 'y', 4), restated('Accepted', 'Deprecated')],
      [
        { kind: 'status', adrId: 3, before: 'Proposed', after: 'Deprecated', commit: 'status Deprecated' },
        { kind: 'status', adrId: 4, before: 'x', after: 'y' },
      ],
    ],
    [
      'a new one as it is now',
      [added('Proposed'), restated('Proposed', 'Accepted')],
      [{ kind: 'added', before: undefined, after: 'Accepted' }],
    ],
    [
      'the former name of one that is back',
      [returned, renamed('0003-go.md')],
      [{ kind: 'returned', formerName: '0003-go.md' }],
    ],
    ['not what was taken back', [restated('Accepted', 'Rejected'), restated('Rejected', 'Accepted')], []],
    ['that its file is gone', [removed], [{ kind: 'removed', title: 'Use Go', commit: 'removed undefined' }]],
    [
      'that it is gone, not what came before',
      [restated('a', 'b'), renamed('0003-go.md'), removed],
      [{ kind: 'removed' }],
    ],
    ['nothing of one that came and went', [added('Proposed'), renamed('0003-go.md'), removed], []],
    ['nothing of one that went and came', [removed, returned], []],
    ['nothing of one that was gone already', [returned, removed], []],
    ['that it is back', [returned], [{ kind: 'returned', after: '' }]],
    ['that it is back, and how', [returned, restated('a', 'b')], [{ kind: 'returned', after: 'b' }]],
    ['what changed around its absence', [removed, returned, restated('a', 'b')], [{ kind: 'status', before: 'a' }]],
    [
      'another name, and none in between',
      [renamed('0003-go.md', '0003-golang.md'), renamed('0003-golang.md')],
      [{ kind: 'renamed', formerName: '0003-go.md' }],
    ],
    ['not a name that was taken back', [renamed('0003-use-go.md', '0003-go.md'), renamed('0003-go.md')], []],
    [
      'another name and another status in one line',
      [renamed('0003-go.md'), restated('a', 'b')],
      [{ kind: 'status', before: 'a', after: 'b', formerName: '0003-go.md' }],
    ],
  ])('%s', (_, happenings, expected) => {
    expect(told(...happenings)).toMatchObject(expected);
    expect(told(...happenings)).toHaveLength(expected.length);
  });

  it('leaves out an old name that nobody knew', () => {
    const [change] = told(added('Proposed'), renamed('0003-go.md'));
    expect(change).toMatchObject({ kind: 'added', after: 'Proposed' });
    expect(change?.formerName).toBeUndefined();
  });

  it('has at most one line per ADR, and only lasting changes', () => {
    const kinds = ['added', 'status', 'renamed', 'removed', 'returned'] as const;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), fc.nat(3), fc.nat(3), fc.nat(2))), (steps) => {
        const happenings = steps.map(([kind, before, after, adr]) =>
          happening(kind, kind === 'added' || kind === 'returned' ? undefined : `s${before}`, `s${after}`, adr),
        );
        const changes = sumUp(happenings);
        expect(new Set(changes.map(({ adrId }) => adrId)).size).toBe(changes.length);
        for (const { kind, before, after, formerName, fileName } of changes) {
          if (kind === 'status') expect(before).not.toBe(after);
          expect(formerName).not.toBe(fileName);
        }
      }),
    );
  });
});

const revisit = { title: 'Choose a database', number: 7, url: undefined, dueOn: '2026-11-02', isImported: false };

describe('isEmpty', () => {
  const nothing: Digest = {
    ...{ from, to, ...sort([]) },
    inRepository: { changes: [], sharedNumbers: [] },
  };

  it('is true if there is nothing to report', () => {
    expect(isEmpty(nothing)).toBe(true);
    expect(isEmpty({ ...nothing, more: { open: [] } })).toBe(true);
  });

  it.each<[string, Partial<Digest>]>([
    ['a decision', { accepted: [summary()] }],
    ['a review', { inReview: [summary()] }],
    [
      'a decision that is only counted',
      { more: { open: [{ channelId: 'C1', archive: 'a', isPublished: false, count: 2 }] } },
    ],
    ['a proposal where nothing happens', { stalled: [{ ...summary(), newsAt: new Date(0) }] }],
    ['something to look at again', { revisits: [revisit] }],
    ['a change in the repository', { inRepository: { changes: sumUp([restated('a', 'b')]), sharedNumbers: [] } }],
    ['a number given twice', { inRepository: { changes: [], sharedNumbers: [{ number: 7, fileNames: [] }] } }],
  ])('is false if there is %s', (_, something) => {
    expect(isEmpty({ ...nothing, ...something })).toBe(false);
  });
});

import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { homeView } from '../../../src/slack/home/home-view.ts';
import { en } from '../../../src/words/en/en.ts';
import { linesAtHome } from '../../../src/workflow/home/home.ts';
import type { Home, OpenVote } from '../../../src/workflow/home/home-facts.ts';
import { closesAt, decision, now, summary } from '../../decision/sample.ts';
import { anyAdr } from '../any-adr.ts';
import { textWithin } from '../any-decision.ts';
import { anySummary } from '../any-summary.ts';
import { readBlocks } from '../readable.ts';

type Open = Extract<Home, { kind: 'open' }>;

const cardLink = 'https://example.slack.com/archives/C1/p1';

const empty: Open = {
  kind: 'open',
  waiting: { votes: [], proposals: [], outcomes: [], reviews: [], objections: [], revisits: [] },
  forms: [],
  open: [],
  openInAll: 0,
  discussed: [],
  decided: [],
  register: { lines: [], page: 0, back: undefined, next: undefined, total: 0, hasMore: false, isPartial: false },
  channels: new Map([['C1', 'architecture']]),
  hasSeveral: false,
  steps: undefined,
  absence: {
    backOn: '2026-12-04',
    choices: ['2026-12-05', '2026-12-07', '2026-12-11', '2026-12-18'],
    toHandOver: [],
  },
};

function waits(id: string, title: string) {
  return { id, channelId: 'C1', title, closesAt, isUndecided: false, cardLink, lack: undefined };
}

function review(id: string, title: string) {
  const nowhere = { number: undefined, url: undefined, seen: undefined } as const;
  return { id, channelId: 'C1', title, cardLink, branch: 'gavel/0007-x', since: closesAt, ...nowhere };
}

function revisit(id: string, title: string) {
  return { id, channelId: 'C1', title, cardLink, number: undefined, dueOn: '2026-11-02' };
}

function token(id: string) {
  const whose = { teamId: 'T1', userId: 'U1', secretHash: '' };
  return { ...whose, id, madeAt: now, expiresAt: closesAt, revokedAt: undefined };
}

function times<One>(count: number, make: (place: number) => One): One[] {
  return Array.from({ length: count }, (_, place) => make(place));
}

function problemsOf(home: Home): readonly unknown[] {
  return validateView(homeView(en, home));
}

describe('homeView', () => {
  it('says what there is, and what to press', async () => {
    const full: Open = {
      ...empty,
      waiting: {
        votes: [
          waits('v1', 'Choose a language'),
          { ...waits('v2', 'Zig & <co>?'), channelId: 'C2', cardLink: undefined },
        ],
        objections: [waits('o1', 'Choose a database')],
        outcomes: [waits('c1', 'Choose a framework')],
        proposals: [
          waits('p1', 'Choose a queue'),
          { ...waits('p2', 'Choose a cloud'), isUndecided: true, lack: 'winner' },
        ],
        reviews: [
          review('r1', 'Choose a cache'),
          { ...review('r2', 'Choose a car'), url: 'https://git.example.com/12' },
        ],
        revisits: [
          { ...revisit('a1', 'Choose a disk'), number: 7 },
          { ...revisit('a2', 'Choose <b>'), cardLink: undefined },
        ],
      },
      forms: [
        { id: 'f1', title: 'Choose a bike', savedAt: now },
        { id: 'f2', title: '', savedAt: now },
      ],
      open: [{ summary: summary({ isVoting: true, cardLink }), decision: decision(), tally: undefined }],
      openInAll: 4,
      discussed: [summary({ title: 'Choose a lamp', cardLink })],
      decided: [summary({ status: 'accepted', chosen: 'Go', decidedAt: now, channelId: 'C2' })],
      register: {
        ...empty.register,
        lines: [{ kind: 'decision', isGone: false, summary: summary({ cardLink }) }],
        total: 1,
        next: { side: 'after', part: 'open', id: '00000000-0000-4000-8000-000000000001', page: 1 },
      },
      steps: [
        { kind: 'no repository', channels: ['design'] },
        { kind: 'repository', gap: { kind: 'stopped', repository: 'payments' } },
        { kind: 'no digest' },
      ],
    };
    const { blocks } = homeView(en, full);
    expect(problemsOf(full)).toEqual([]);
    await expect(readBlocks(blocks as KnownBlock[])).toMatchFileSnapshot('home.golden.txt');
  });

  it('tells people who are away in which votes somebody else can vote for them, five by name', () => {
    const toHandOver = times(6, (place) => waits(`v${place}`, `Choose ${place}`));
    const home = { ...empty, absence: { backOn: '2026-12-04', choices: ['2026-12-05'], toHandOver } };
    const said = readBlocks(homeView(en, home).blocks as KnownBlock[]);
    expect(said).toContain(
      'Somebody else can vote for you meanwhile: choose “Hand over my vote” in the menu of the card.',
    );
    expect([said.includes('Choose 4'), said.includes('Choose 5')]).toEqual([true, false]);
    expect(problemsOf(home)).toEqual([]);
  });

  it('says so if nothing waits, and what comes first', () => {
    const read = (home: Home) => readBlocks(homeView(en, home).blocks as KnownBlock[]);
    expect(read(empty)).toContain('Nothing waits for you.');
    expect(read(empty)).not.toContain(en.home.setup);
    expect(read({ ...empty, steps: [] })).not.toContain(en.home.setup);
    expect(read({ ...empty, steps: [{ kind: 'no channel' }] })).toContain('/invite @Gavel');
    expect(read({ kind: 'closed', refusal: { code: 'people of the workspace only' } })).not.toContain('Propose');
  });

  it('fits what Slack accepts with 500 things of each kind that wait', () => {
    const home = {
      ...empty,
      waiting: {
        votes: times(500, (place) => waits(`v${place}`, `Choose ${place}`)),
        objections: times(500, (place) => waits(`o${place}`, `Choose ${place}`)),
        outcomes: times(500, (place) => waits(`c${place}`, `Choose ${place}`)),
        proposals: times(500, (place) => waits(`p${place}`, `Choose ${place}`)),
        reviews: times(500, (place) => review(`r${place}`, `Choose ${place}`)),
        revisits: times(500, (place) => revisit(`a${place}`, `Choose ${place}`)),
      },
      forms: times(5, (place) => ({ id: `f${place}`, title: `Choose ${place}`, savedAt: now })),
      steps: times(30, (place) => ({ kind: 'repository', gap: { kind: 'stopped', repository: `${place}` } }) as const),
      open: times(10, () => ({ summary: summary({}), decision: decision(), tally: undefined })),
      absence: {
        ...{ backOn: '2026-12-04', choices: ['2026-12-05', '2026-12-07', '2026-12-11', '2026-12-18'] },
        toHandOver: times(20, (place) => waits(`v${place}`, 'W'.repeat(200))),
      },
      openInAll: 500,
      discussed: times(5, () => summary({})),
      decided: times(10, () => summary({})),
      tokens: times(10, (place) => token(`${place}`)),
    };
    expect(problemsOf(home)).toEqual([]);
    expect(readBlocks(homeView(en, home).blocks as KnownBlock[])).toContain('and 490 more: `/adr waiting`');
  });

  it('fits what Slack accepts, whatever people wrote', () => {
    const place = { side: 'after', part: 'git', id: '9', page: 1 } as const;
    const anyHome = fc
      .tuple(anySummary, anyAdr, textWithin(300), fc.boolean())
      .map(([one, adr, title, hasSeveral]): Home => {
        const repository = hasSeveral ? title : undefined;
        const vote: OpenVote = { summary: one, decision: decision(), tally: undefined };
        const lines = times(linesAtHome, (index) =>
          index % 2 === 0
            ? ({ kind: 'adr', adr: { ...adr, id: index }, summary: one, repository } as const)
            : ({ kind: 'decision', summary: one, isGone: false, repository } as const),
        );
        return {
          ...empty,
          waiting: { ...empty.waiting, votes: times(20, () => waits('v', title)) },
          forms: [{ id: 'f', title, savedAt: now }],
          open: times(10, () => vote),
          openInAll: 20,
          discussed: times(5, () => one),
          decided: times(10, () => one),
          register: { ...empty.register, lines, total: 300, back: place, next: place },
          channels: new Map([
            ['C1', 'x'.repeat(80)],
            ['C2', 'y'.repeat(80)],
          ]),
          hasSeveral,
          steps: [{ kind: 'no repository', channels: times(50, () => title || 'x') }],
        };
      });
    fc.assert(
      fc.property(anyHome, (home) => {
        expect(problemsOf(home)).toEqual([]);
      }),
      { numRuns: 10, seed: 59 },
    );
  });
});

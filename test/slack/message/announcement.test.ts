import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/decision/limits.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { defaultRule, type Rule } from '../../../src/decision/rule/rule.ts';
import { wordAnnouncement } from '../../../src/slack/message/announcement.ts';
import { en } from '../../../src/words/en/en.ts';
import { languages } from '../../../src/words/languages.ts';
import type { Announcement } from '../../../src/workflow/message/announcement.ts';
import { because, blockedBy, closesAt, decision, noVotes, now, people, voting, wonBy } from '../../decision/sample.ts';
import { textWithin } from '../any-decision.ts';
import { readBlocks } from '../readable.ts';

const outcome = {
  reason: because('it is fast'),
  consequences: [],
  decidedBy: undefined,
  decidedAt: closesAt,
  departures: [],
};
const accepted = decision({ status: 'accepted', outcome: { ...outcome, chosenOptionId: 'o1' } });
const rejected = decision({ status: 'rejected', outcome: { ...outcome, chosenOptionId: undefined } });
const scored = decision({ rule: presets.scores.rule, voting: voting(['UANA'], { rule: presets.scores.rule }) });
const withButtons = decision({ voting: voting(['UANA'], { hasButtons: true }) });
const known = people({ UANA: 'member', UBO: 'member' });
const path = 'docs/decisions/0007-choose-the-backend-language.md';
const commit = '0123456789abcdef0123456789abcdef01234567';
const url = `https://git.example.com/team/decisions/commit/${commit}`;

const needsTime = {
  kind: 'objection raised',
  by: 'UBO',
  objection: 'hold',
  weight: 'warn',
  reason: 'I am away',
  until: closesAt.toISOString(),
} as const;
const overriddenToYou = {
  kind: 'objection overridden',
  channelId: 'C1',
  by: 'UBO',
  objection: 'objection',
  link: 'https://example.slack.com/archives/C1/p1000100',
} as const;

const overridden = {
  kind: 'objections overridden',
  objections: [{ author: 'UCHI', isHold: false, reason: 'no licence', by: 'UBO', because: 'it <can’t> wait' }],
  more: 0,
} as const;
const overObjections = decision({
  status: 'accepted',
  outcome: { ...outcome, chosenOptionId: 'o1', reason: { by: 'rule', verdict: wonBy('Go') }, departures: [overridden] },
});
const againstAll = decision({
  status: 'rejected',
  outcome: {
    ...outcome,
    chosenOptionId: undefined,
    decidedBy: 'UBO',
    departures: [
      { kind: 'against the vote', winner: 'Go', method: 'approval', counts: [{ option: 'Go <1>', votes: 3 }] },
      overridden,
    ],
  },
});

const confirmed = decision({
  status: 'accepted',
  outcome: {
    ...outcome,
    chosenOptionId: 'o1',
    decidedBy: 'UANA',
    confirmedBy: 'UBO',
    departures: [{ kind: 'before the deadline' }],
  },
});

const settled = {
  kind: 'objection settled',
  by: 'UANA',
  authorId: 'UBO',
  objection: 'objection',
  reason: 'it has one now',
  isClear: false,
} as const;
const oneOverridden = { standing: 0, resolved: 0, overridden: 1, unconfirmed: 1 };
const blocked = {
  kind: 'blocked',
  verdict: blockedBy(6, 'Go + Fiber'),
  objections: Array.from({ length: 6 }, (_, index) => ({ authorId: 'UBO', reason: `reason ${index + 1}` })),
} as const;

const shortenings = [{ by: 'UBO', at: now, from: closesAt, to: now, reason: 'the <tender> ends' }];

const changes = [
  { userId: 'UBO', title: 'Go & <co>', isCast: true },
  { userId: 'UANA', title: 'Rust', isCast: false },
  { userId: 'UANA', isCast: true },
] as const;

const missing = {
  code: 'permission missing',
  place: 'git.example.com/adr',
  permission: 'pull_requests: write',
} as const;
const closed = {
  kind: 'review closed',
  ...{ number: 12, url: 'https://git.example.com/adr/pull/12', branch: 'gavel/0007-use-go' },
  ...{ closedBy: 'ben', hasBranch: true },
} as const;

const followed = {
  kind: 'followed',
  channelId: 'C2',
  archive: 'here',
  name: 'ADR 0012 Queue & <co>',
  tags: ['kafka', 'storage'],
} as const;

const examples: readonly (readonly [Announcement, typeof accepted])[] = [
  [{ kind: 'welcome' }, decision()],
  [{ kind: 'proposed from here', by: 'UBO', threadTs: '1.0', channelId: 'C1' }, decision()],
  [{ kind: 'decided elsewhere', threadTs: '1.0', channelId: 'C1' }, accepted],
  [{ kind: 'decided elsewhere', threadTs: '1.0', channelId: 'C1' }, rejected],
  [{ kind: 'decided elsewhere', threadTs: '1.0', channelId: 'C1' }, decision({ status: 'withdrawn' })],
  [{ kind: 'voting opened', closesAt: closesAt.toISOString() }, decision({ voting: voting(['UANA']) })],
  [{ kind: 'voting opened', closesAt: closesAt.toISOString() }, accepted],
  [{ kind: 'voting opened', closesAt: closesAt.toISOString() }, decision({ voting: voting(['UANA'], { round: 2 }) })],
  [{ kind: 'voting not opened', reason: 'Nobody of these can vote.' }, decision()],
  [{ kind: 'voting not opened', because: 'deciders unknown' }, decision()],
  [{ kind: 'voting not opened', because: { code: 'group gone', handle: 'core', wasOpen: false } }, decision()],
  [{ kind: 'option added', by: 'UBO', title: 'Zig & <friends>', emoji: 'four' }, decision()],
  [{ kind: 'voting opened', closesAt: closesAt.toISOString() }, scored],
  [{ kind: 'voting opened', closesAt: closesAt.toISOString() }, withButtons],
  [{ kind: 'voting reopened', by: 'UBO', reason: '', closesAt: closesAt.toISOString() }, withButtons],
  [{ kind: 'option added', by: 'UBO', title: 'Zig', emoji: 'four' }, scored],
  [{ kind: 'voting reopened', by: 'UBO', reason: '', closesAt: closesAt.toISOString() }, scored],
  [{ kind: 'edited', by: 'UBO' }, decision()],
  [{ kind: 'extended', by: 'UBO', closesAt: closesAt.toISOString() }, decision()],
  [{ kind: 'nudge', waiting: ['UANA', 'UBO'], others: 0, closesAt: closesAt.toISOString() }, decision()],
  [{ kind: 'nudge', waiting: ['UBO'], others: 12, closesAt: closesAt.toISOString() }, decision()],
  [{ kind: 'direct nudge', title: 'Zig & <co>?', link: url, closesAt: closesAt.toISOString() }, decision()],
  [{ kind: 'direct nudge', title: undefined, link: url, closesAt: closesAt.toISOString() }, decision()],
  [{ kind: 'asked to vote', by: 'UBO', title: 'Zig & <co>?', link: url, closesAt: closesAt.toISOString() }, decision()],
  [{ kind: 'asked to vote', by: 'UBO', title: undefined, link: url, closesAt: closesAt.toISOString() }, decision()],
  [
    {
      kind: 'vote received',
      decisionId: 'd1',
      by: 'UBO',
      channelId: 'C1',
      title: 'Zig & <co>?',
      link: url,
      closesAt: closesAt.toISOString(),
    },
    decision(),
  ],
  [
    {
      kind: 'vote returned',
      by: 'UBO',
      why: 'taken out',
      channelId: 'C1',
      title: undefined,
      link: url,
      closesAt: closesAt.toISOString(),
    },
    decision(),
  ],
  [{ ...followed, chosen: 'Kafka <1>', url }, decision()],
  [{ ...followed, chosen: undefined, url: undefined }, decision()],
  [{ kind: 'form prepared', formId: 'f1', title: 'Zig & <co>?' }, decision()],
  [{ kind: 'extended', by: 'UBO', reason: 'Ana & Chi are away', closesAt: closesAt.toISOString() }, decision()],
  [
    {
      kind: 'shortened',
      by: 'UBO',
      from: closesAt.toISOString(),
      closesAt: now.toISOString(),
      reason: 'the <tender> ends',
    },
    decision({ voting: voting(['UANA'], { shortenings }), closesAt: now }),
  ],
  [
    {
      kind: 'shortened',
      by: 'UBO',
      from: closesAt.toISOString(),
      closesAt: now.toISOString(),
      reason: 'the <tender> ends',
    },
    accepted,
  ],
  [{ kind: 'extended by rule', verdict: noVotes(), closesAt: closesAt.toISOString() }, decision()],
  [
    { kind: 'final comments', option: 'Go', closesAt: closesAt.toISOString(), isAnew: false },
    decision({ rule: presets['hard-to-undo'].rule }),
  ],
  [
    { kind: 'extended by rule', verdict: noVotes(), closesAt: closesAt.toISOString() },
    decision({ voting: voting(['UANA'], { rule: { ...defaultRule, isTallyHidden: true } }) }),
  ],
  [
    { kind: 'voting reopened', by: 'UBO', reason: 'Zig is an option now', closesAt: closesAt.toISOString() },
    decision(),
  ],
  [{ kind: 'counting later', endedAt: now.toISOString(), until: closesAt.toISOString() }, decision()],
  [{ kind: 'discussed on', by: 'UBO', reason: 'a fourth option came up', isClosed: true }, decision()],
  [{ kind: 'undated votes', changes, more: 0 }, decision()],
  [
    {
      kind: 'undated votes decide',
      without: wonBy('Go', 2),
      with: wonBy('Rust <2>'),
      changes,
      more: 12,
    },
    decision(),
  ],
  [{ kind: 'outcome recorded', by: 'UBO', closesAt: closesAt.toISOString() }, accepted],
  [{ kind: 'outcome recorded', by: 'UBO' }, rejected],
  [{ kind: 'outcome recorded', by: 'UANA' }, confirmed],
  [{ kind: 'voting closed', verdict: wonBy('Go') }, accepted],
  [{ kind: 'voting closed', verdict: noVotes() }, rejected],
  [{ kind: 'voting closed', verdict: { kind: 'told before', text: '3 of 4 voted.' } }, accepted],
  [{ kind: 'outcome recorded', by: 'UBO' }, againstAll],
  [{ kind: 'voting closed', verdict: wonBy('Go') }, overObjections],
  [{ ...overriddenToYou, title: 'Zig & <co>?', reason: 'no <time>' }, decision()],
  [{ ...overriddenToYou, objection: 'hold', title: undefined, reason: undefined }, decision()],
  [{ kind: 'deciders changed', left: ['UBO'], deactivated: [], returned: [] }, decision()],
  [{ kind: 'deciders changed', left: ['UANA'], leftVoting: ['UBO'], deactivated: [], returned: [] }, decision()],
  [{ kind: 'deciders changed', left: [], leftVoting: ['UANA', 'UBO'], deactivated: [], returned: [] }, decision()],
  [{ kind: 'deciders changed', left: [], deactivated: ['UANA', 'UBO'], returned: ['UANA'] }, decision()],
  [{ kind: 'late vote', userId: 'UBO' }, decision()],
  [
    {
      kind: 'stalled',
      decisionId: 'd1',
      stall: 'objection',
      channelId: 'C1',
      title: 'Choose <b>',
      link: undefined,
      since: '2026-11-20T17:00:00Z',
    },
    decision(),
  ],
  [
    {
      ...{ kind: 'revisit', revisitId: 'r1', dueOn: '2027-03-01', title: 'Choose <b>', number: 12, url: undefined },
      ...{ chosen: '<!channel>', decidedAt: '2026-11-20T17:00:00Z', when: 'we *outgrow* <one>' },
    },
    decision(),
  ],
  [
    {
      ...{ kind: 'revisit', revisitId: 'r1', dueOn: '2027-03-01', title: 'Choose', number: undefined, url: undefined },
      ...{ chosen: undefined, decidedAt: undefined, when: undefined },
      answer: { by: 'UBO', next: '2028-03-01', note: 'see [it](https://example.org)' },
    },
    decision(),
  ],
  [{ kind: 'revisit noted', path: 'adr/0012-use-go.md', commit: 'abcdef0123', url: undefined }, decision()],
  [{ kind: 'revisit in review', number: 7, url: 'https://github.com/acme/adr/pull/7', branch: 'b' }, decision()],
  [{ kind: 'revisit not noted', because: 'file gone' }, decision()],
  [
    {
      ...{ kind: 'revisit not noted', because: 'review closed' },
      review: { number: undefined, url: undefined, branch: 'still-right' },
    },
    decision(),
  ],
  [
    {
      ...{ kind: 'revisit not noted', because: 'review closed', revisitId: 'r1' },
      review: { number: 7, url: 'https://github.com/acme/adr/pull/7', branch: 'still-right' },
    },
    decision(),
  ],
  [
    {
      ...{ kind: 'revisit not noted', because: 'review closed', revisitId: 'r1' },
      review: { number: 7, url: 'https://github.com/acme/adr/pull/7', branch: 'still-right' },
      answer: { what: 'left', by: 'UBO' },
    },
    decision(),
  ],
  [{ kind: 'revisit not noted', because: { code: 'unreachable', place: 'here', said: '' } }, decision()],
  [{ kind: 'revisit waits', revisitId: 'r1', since: '2026-11-20T17:00:00Z' }, decision()],
  [{ kind: 'taken out', by: 'UANA', out: ['UBO'], moreOut: 2, back: ['UCHI'], moreBack: 0 }, decision()],
  [{ kind: 'nobody leads', verdict: noVotes() }, decision()],
  [
    { kind: 'objection raised', by: 'UBO', objection: 'objection', weight: 'block', reason: 'no <licence>' },
    decision(),
  ],
  [{ kind: 'objection raised', by: 'UBO', objection: 'objection', weight: 'warn', reason: 'no licence' }, decision()],
  [{ kind: 'objection raised', by: 'UBO', objection: 'objection', weight: 'advice', reason: 'no licence' }, decision()],
  [{ kind: 'objection raised', by: 'UANA', objection: 'objection', weight: 'block', reason: 'no licence' }, decision()],
  [{ ...needsTime, closesAt: closesAt.toISOString() }, decision()],
  [needsTime, decision()],
  [{ ...settled, how: 'resolved', by: 'UBO' }, decision()],
  [{ ...settled, how: 'resolved', by: 'UBO', objection: 'hold', isClear: true }, decision()],
  [{ ...settled, how: 'resolved', by: 'UBO', isClear: true, next: 'outcome' }, decision()],
  [
    { ...settled, how: 'resolved', by: 'UBO', isClear: true, next: 'second person' },
    decision({ rule: { ...presets.unanimous.rule, overriders: ['deciders', 'admins'] } }),
  ],
  [{ ...settled, how: 'overridden' }, decision()],
  [{ ...settled, how: 'overridden', objection: 'hold' }, decision()],
  [{ kind: 'voting held', authors: ['UBO'], closesAt: closesAt.toISOString() }, decision()],
  [{ kind: 'voting held', authors: ['UANA', 'UBO'], closesAt: closesAt.toISOString() }, decision()],
  [blocked, decision()],
  [
    { ...blocked, verdict: { ...blocked.verdict, objections: { ...oneOverridden, standing: 6 } } },
    decision({ rule: { ...presets.unanimous.rule, overriders: ['deciders', 'admins'] } }),
  ],
  [
    { kind: 'second needed', verdict: { ...blockedBy(0, 'Go'), objections: oneOverridden } },
    decision({ rule: presets.unanimous.rule }),
  ],
  [{ kind: 'withdrawn', by: 'UBO', reason: 'we buy one' }, decision()],
  [{ kind: 'withdrawn', by: 'UGONE', reason: '' }, decision()],
  [{ kind: 'published', path, commit, url }, accepted],
  [{ kind: 'published', path, commit, url: undefined }, rejected],
  [
    {
      kind: 'published',
      path,
      commit,
      url,
      remarks: [
        {
          code: 'bound ADR changed already',
          adr: 'ADR 0003 Use <C>',
          status: 'superseded',
          statusText: 'Superseded by 5',
        },
      ],
      votes: ['Voting closed on 2026-11-20. The option with the most votes wins.', '- Go + Fiber: 2 votes (Ana, Bo)'],
    },
    accepted,
  ],
  [{ kind: 'record found', path, commit, url }, accepted],
  [{ kind: 'record found', path, commit, url: undefined }, accepted],
  [{ kind: 'not published', trouble: { code: 'unreachable', place: 'git.example.com', said: 'no <route>' } }, accepted],
  [{ kind: 'file gone', fileName: '0007-choose-the-backend-language.md' }, accepted],
  [{ kind: 'archive read', total: 1_042, example: '7' }, decision()],
  [{ kind: 'archive read', total: 1, example: '20261120-`dated` & done.md' }, decision()],
  [{ kind: 'number shared', number: 7, files: ['0007-choose-the-backend-language.md', '0007-use-go.md'] }, accepted],
  [{ kind: 'number shared', number: 7, files: ['0007-a.md', '0007-b.md'], repository: 'platform' }, accepted],
  [
    {
      ...{ kind: 'branch rules', way: 'review', branch: 'main', isUnsigned: true, others: ['<workflows>'] },
      ...{ forge: 'gitlab', listed: { name: 'platform', folderSetting: 'folder' } },
    },
    accepted,
  ],
  [{ kind: 'not proposed', isOpen: true, trouble: missing }, decision({ voting: voting(['UANA']) })],
  [closed, accepted],
  [{ ...closed, answer: { what: 'left', by: 'UBO' } }, accepted],
  [{ ...closed, answer: { what: 'reopened' } }, accepted],
];

describe('wordAnnouncement', () => {
  it('has words for everything that Gavel says in a thread', async () => {
    const said = examples.map(([announcement, about]) => {
      const { blocks, isForAll } = wordAnnouncement(en, announcement, {
        decision: about,
        people: known,
        channelId: 'C1',
      });
      return `${announcement.kind}${isForAll ? ', also in the channel' : ''}:\n${readBlocks(blocks)}`;
    });
    await expect(said.join('\n')).toMatchFileSnapshot('announcements.golden.txt');
  });

  it('names the decision to people who do not see its thread', () => {
    const textOf = (announcement: Announcement, about = decision()) =>
      wordAnnouncement(en, announcement, { decision: about, people: known, channelId: 'C1' }).text;
    expect(textOf({ kind: 'edited', by: 'UBO' })).toMatch(
      /^Choose the backend language for trace ingestion\nBo edited /,
    );
    const closed = textOf({ kind: 'voting closed', verdict: wonBy('Go') }, accepted);
    expect(closed).toMatch(/^Voting on “Choose the backend language for trace ingestion” has closed\. Accepted: Go/);
    expect(textOf({ kind: 'late vote', userId: 'UBO' }).match(/Choose the backend language/g)).toHaveLength(1);
  });

  it('says who may decide in place of the vote, where the rule leaves that to some', () => {
    const rule: Rule = { ...defaultRule, overriders: ['deciders'] };
    const about = decision({ rule, voting: voting(['UANA', 'UBO'], { rule }) });
    const asked: readonly (readonly [Announcement, string])[] = [
      [{ kind: 'nobody leads', verdict: noVotes() }, 'Only the deciders can record an outcome.'],
      [
        { kind: 'undated votes decide', without: wonBy('Go'), with: wonBy('Rust'), changes: [], more: 0 },
        'Only the deciders can record the outcome on the card.',
      ],
      [blocked, 'Only the deciders can override them.'],
    ];
    for (const [announcement, words] of asked) {
      const { text } = wordAnnouncement(en, announcement, { decision: about, people: known, channelId: 'C1' });
      expect(text).toContain(words);
    }
  });

  it('names the buttons where people can vote with them, and only there', () => {
    const opened = { kind: 'voting opened', closesAt: closesAt.toISOString() } as const;
    const textOf = (about: typeof accepted) =>
      wordAnnouncement(en, opened, { decision: about, people: known, channelId: 'C1' }).text;
    expect(textOf(withButtons)).toMatch(/on the card, press the button of each option that you back, or react/);
    expect(textOf(decision({ voting: voting(['UANA']) }))).not.toContain('button');
  });

  it('says once who recorded an outcome and who confirmed it', () => {
    const recorded = { kind: 'outcome recorded', by: 'UANA' } as const;
    const { text } = wordAnnouncement(en, recorded, { decision: confirmed, people: known, channelId: 'C1' });
    expect(text).toContain('Decided by Ana, confirmed by Bo, before the deadline');
    expect(text.match(/confirmed/g)).toHaveLength(1);
  });

  it('says a digest in the channel', () => {
    const inRepository = { changes: [], sharedNumbers: [] };
    const digest = {
      from: now.toISOString(),
      to: closesAt.toISOString(),
      accepted: [],
      rejected: [],
      open: [],
      inRepository,
    };
    const said = wordAnnouncement(
      en,
      { kind: 'digest', digest },
      { decision: undefined, people: known, channelId: 'C1' },
    );
    expect(said.text).toBe('Decisions: 0 accepted, 0 rejected, 0 open for voting');
    expect(said.isForAll).toBe(false);
  });

  it('is a message that Slack accepts, with nothing typed interpreted', () => {
    const text = textWithin(limits.context);
    const trouble = text.map((said) => ({ code: 'refused by hook' as const, place: 'git.example.com', said }));
    const objected = textWithin(limits.objection);
    const any: fc.Arbitrary<Announcement> = fc.oneof(
      fc.record({ kind: fc.constant('voting not opened' as const), reason: text }),
      fc.record({
        kind: fc.constant('option added' as const),
        by: fc.constant('UBO'),
        title: text,
        emoji: fc.constant('four'),
      }),
      fc.record({ kind: fc.constant('withdrawn' as const), by: fc.constant('UBO'), reason: text }),
      text.map((option) => ({ kind: 'nobody leads' as const, verdict: wonBy(option) })),
      text.map((before) => ({
        kind: 'nobody leads' as const,
        verdict: { kind: 'told before' as const, text: before },
      })),
      fc.tuple(text, text, textWithin(limits.optionTitle)).map(([without, withAll, title]) => {
        const told = Array.from({ length: 10 }, () => ({ userId: 'UBO', title, isCast: false }));
        const verdicts = { without: wonBy(without), with: wonBy(withAll) };
        return { kind: 'undated votes decide' as const, ...verdicts, changes: told, more: 3 };
      }),
      objected.map((reason) => {
        return { kind: 'shortened' as const, by: 'UBO', from: '2026-11-27', closesAt: '2026-11-20', reason };
      }),
      objected.map((reason) => ({ ...needsTime, reason })),
      objected.map((reason) => ({ ...settled, how: 'overridden' as const, reason })),
      fc
        .tuple(text, fc.array(fc.record({ authorId: fc.constant('UBO'), reason: objected })))
        .map(([option, objections]) => ({ kind: 'blocked' as const, verdict: blockedBy(2, option), objections })),
      fc.record({ kind: fc.constant('not published' as const), trouble }),
      fc.record({ kind: fc.constant('file gone' as const), fileName: text }),
      fc.record({ kind: fc.constant('number shared' as const), number: fc.nat(), files: fc.array(text) }),
      fc.record({
        kind: fc.constant('import' as const),
        key: fc.constant('import:1'),
        since: fc.constant(now.toISOString()),
        done: fc.nat(),
        total: fc.nat(),
        state: fc.constant('reading' as const),
        trouble,
      }),
      fc.constant({ kind: 'voting opened' as const, closesAt: closesAt.toISOString() }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(languages)),
        any,
        textWithin(limits.title),
        (language, announcement, title) => {
          const setting = { decision: decision({ title }), people: known, channelId: 'C1' };
          const said = wordAnnouncement(language, announcement, setting);
          expect(validateMessage({ text: said.text, blocks: said.blocks })).toEqual([]);
          const ours = said.text.replaceAll(/<!date\^[^<>]*>|<@UANA>|<@UCHI>|<@UBO>/g, '');
          expect(ours).not.toMatch(/[<>]/);
        },
      ),
      { examples: [[languages.en, { kind: 'withdrawn', by: 'UBO', reason: '*b* '.repeat(1_500) }, 'Use Go']] },
    );
  });
});

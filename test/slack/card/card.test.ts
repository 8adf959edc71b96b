import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decision, hidesTally } from '../../../src/decision/decision.ts';
import type { Departure } from '../../../src/decision/outcome/departure.ts';
import type { Argument } from '../../../src/decision/proposal/argument.ts';
import type { Review } from '../../../src/decision/publication/review.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { readRule } from '../../../src/decision/rule/read-rule.ts';
import { defaultRule, type Rule } from '../../../src/decision/rule/rule.ts';
import { hideFigures, takeTally } from '../../../src/decision/tally/tally.ts';
import type { Ballot } from '../../../src/decision/vote/ballot.ts';
import { renderCard } from '../../../src/slack/card/card.ts';
import { en } from '../../../src/words/en/en.ts';
import { languages } from '../../../src/words/languages.ts';
import type { CardView } from '../../../src/workflow/ports/chat/chat.ts';
import type { Publication } from '../../../src/workflow/ports/publication.ts';
import {
  ballot,
  because,
  closesAt,
  decision,
  hold,
  now,
  objection,
  option,
  options,
  people,
  voting,
  wonBy,
} from '../../decision/sample.ts';
import { makeReview } from '../../store/decision-samples.ts';
import { anyView } from '../any-decision.ts';
import { readBlocks } from '../readable.ts';

const unanimous = presets.unanimous.rule;
const names = ['Ana', 'Bo', 'Chi', 'Dan', 'Eva', 'Fay', 'Gus', 'Hal', 'Ida'];
const known = people(Object.fromEntries(names.map((name) => [`U${name.toUpperCase()}`, 'member'])));
const deciders = ['UANA', 'UBO', 'UCHI', 'UDAN', 'UEVA', 'UFAY', 'UGUS'];

function reason(kind: Argument['kind'], optionId: string, authorId: string, text: string): Argument {
  return { id: text, optionId, kind, text, authorId, madeAt: now };
}

const reasons = [
  reason('pro', 'o1', 'UBO', 'one binary'),
  reason('pro', 'o1', 'UCHI', 'low memory'),
  reason('con', 'o1', 'UDAN', 'new to us'),
  reason('neutral', 'o2', 'UANA', 'the gateway is written in it'),
];

const clearLead = [
  ballot('UANA', 'o1', 1),
  ballot('UBO', 'o1', 2),
  ballot('UCHI', 'o1', 3),
  ballot('UDAN', 'o1', 4),
  ballot('UDAN', 'o2', 5),
];
const advice = [ballot('UHAL', 'o2', 6), ballot('UIDA', 'o2', 7), ballot('UIDA', 'o3', 8)];
const tie = [ballot('UANA', 'o1', 1), ballot('UBO', 'o2', 2)];
const outcome = {
  chosenOptionId: 'o1',
  reason: { by: 'rule', verdict: wonBy('Go + Fiber') } as const,
  consequences: [],
  decidedBy: undefined,
  decidedAt: closesAt,
  departures: [],
};
const published: Publication = {
  archive: 'a',
  number: 7,
  fileName: '0007-choose-the-backend-language.md',
  commit: '0123456789abcdef0123456789abcdef01234567',
  commitUrl: 'https://git.example.com/team/decisions/commit/0123456789abcdef0123456789abcdef01234567',
  state: 'committed',
  pushedAt: closesAt,
  trouble: undefined,
};
const unpublished: Publication = { ...published, commit: undefined, commitUrl: undefined, pushedAt: undefined };
const seen: Review = {
  number: 12,
  url: 'https://git.example.com/team/decisions/pull/12',
  branch: 'gavel/0007-choose-the-backend-language',
  head: '0123456789abcdef0123456789abcdef01234567',
  state: 'open',
  isDraft: false,
  approvals: 0,
  approvalsNeeded: undefined,
  wantsChanges: false,
  hasConflict: false,
  isQueued: false,
  endedBy: undefined,
  mergeCommit: undefined,
};
const { number, url, branch } = seen;
const why = { code: 'reviews only', branch: 'main', approvals: 1 } as const;
const waitingReview = makeReview({ number, url, branch, seen, why });
const boundAdrUrl = 'https://git.example.com/team/decisions/blob/main/0003-use-go.md';
const open = voting(deciders);
const closed = voting(deciders, { closedAt: closesAt });
const blocking: Rule = { ...defaultRule, objections: 'block' };

function viewOf(changes: Partial<Decision>, ballots: readonly Ballot[] = [], publication?: Publication): CardView {
  const shown = decision({ arguments: reasons, ...changes });
  const { voting: round } = shown;
  const counted =
    round &&
    takeTally({
      options: shown.options,
      ballots,
      deciders: round.deciders,
      gone: round.gone.map(({ id }) => id),
      handovers: round.handovers,
      ignored: new Set(),
      method: round.rule.method,
      abstentionId: round.rule.abstain === 'none' ? undefined : 'd1',
    });
  const tally = counted && hidesTally(shown) ? hideFigures(counted) : counted;
  return { decision: shown, tally, people: known, publication, boundAdrUrl };
}

const ten = Array.from({ length: 10 }, (_, position) => option(position, `Option number ${position + 1}`));
const twoHundred = Array.from({ length: 200 }, (_, index) => {
  const optionId = `o${(index % 10) + 1}`;
  const author = `U${names[index % names.length]?.toUpperCase()}`;
  return reason(
    index % 3 === 0 ? 'con' : 'pro',
    optionId,
    author,
    `reason ${index + 1}: ${'it goes on and on '.repeat(20)}`,
  );
});

const { majority, scores, 'lazy-consensus': lazy, 'hard-to-undo': heavy } = presets;
const byScores = [
  ballot('UANA', 'o1', 1, { score: 3 }),
  ballot('UANA', 'o2', 1, { score: 1 }),
  ballot('UANA', 'o3', 1, { score: 0 }),
  ballot('UBO', 'o1', 2, { score: 2 }),
  ballot('UBO', 'o2', 2, { score: 3 }),
  ballot('UCHI', 'd1', 3),
  ballot('UDAN', 'o3', 4, { score: 0 }),
  ballot('UHAL', 'o3', 5, { score: 2 }),
  ballot('UIDA', 'o3', 6, { score: 1 }),
];
const hidden = readRule({ preset: 'plurality', 'hidden tally': true });
const handing = readRule({ preset: 'majority', handover: true });
const handed = voting(deciders, {
  rule: handing,
  // Bo has yet to vote, and Eva does so herself.
  handovers: [
    { from: 'UCHI', to: 'UANA', at: now },
    { from: 'UDAN', to: 'UBO', at: now },
    { from: 'UEVA', to: 'UANA', at: now },
  ],
});
const oneVote = readRule({ method: 'single', quorum: 4, threshold: 'more than 1/2 of eligible' });
const underMajority = voting(deciders, {
  rule: majority.rule,
  excluded: [
    { id: 'UBOT', why: 'bot' },
    { id: 'UHAL', why: 'guest' },
    { id: 'UIDA', why: 'guest' },
  ],
  gone: [
    { id: 'UFAY', why: 'left' },
    { id: 'UGUS', why: 'deactivated' },
  ],
});

const examples: Readonly<Record<string, CardView>> = {
  'discussing-majority': viewOf({ rule: majority.rule }),
  'voting-majority': viewOf({ rule: majority.rule, voting: underMajority }, [
    ballot('UANA', 'o1', 1),
    ballot('UBO', 'd1', 2),
  ]),
  'voting-hidden': viewOf({ rule: hidden, voting: voting(deciders, { rule: hidden }) }, [...clearLead, ...advice]),
  'voting-handed-over': viewOf({ rule: handing, voting: handed }, [ballot('UANA', 'o1', 1), ballot('UEVA', 'o2', 2)]),
  // Nobody can tell from who votes for whom what anybody has voted.
  'voting-hidden-handed-over': viewOf(
    { rule: hidden, voting: { ...handed, rule: { ...handing, isTallyHidden: true } } },
    [ballot('UANA', 'o1', 1), ballot('UEVA', 'o2', 2)],
  ),
  'undecided-handed-over': viewOf({ rule: handing, voting: { ...handed, closedAt: closesAt } }, [
    ballot('UANA', 'o1', 1),
    ballot('UEVA', 'o2', 2),
  ]),
  'voting-one-vote-each': viewOf({ rule: oneVote, voting: voting(deciders, { rule: oneVote }) }, [
    ...clearLead,
    ballot('UEVA', 'o1', 0),
    ballot('UEVA', 'o2', 0),
  ]),
  'voting-by-scores': viewOf({ rule: scores.rule, voting: voting(deciders, { rule: scores.rule }) }, byScores),
  'undecided-by-scores': viewOf(
    { rule: scores.rule, voting: voting(deciders, { rule: scores.rule, closedAt: closesAt }) },
    byScores.slice(0, 3),
  ),
  'of-an-earlier-round-by-scores': {
    ...viewOf({ rule: scores.rule, voting: voting(deciders, { rule: scores.rule }) }),
    tally: undefined,
    earlierRound: { kind: 'told before', text: 'No quorum: 1 of 5 deciders voted (quorum 3).' },
  },
  'voting-final-comments': viewOf(
    {
      rule: heavy.rule,
      voting: voting(deciders, {
        rule: heavy.rule,
        finalComments: { optionId: 'o1', beganAt: now, timesAnew: 1 },
      }),
    },
    [...clearLead, ballot('UEVA', 'o1', 9)],
  ),
  'voting-lazy-consensus': viewOf({ rule: lazy.rule, voting: voting(deciders, { rule: lazy.rule }) }),
  'undecided-no-quorum': viewOf(
    { rule: majority.rule, voting: { ...underMajority, closedAt: closesAt } },
    tie.slice(1),
  ),
  'accepted-by-majority': viewOf(
    { rule: majority.rule, voting: { ...underMajority, closedAt: closesAt }, status: 'accepted', outcome },
    clearLead,
    published,
  ),

  discussing: viewOf({}),
  'with-descriptions-and-drivers': viewOf(
    {
      tags: ['go', 'event-sourcing'],
      drivers: ['one thing less to run', `fast enough ${'for every request '.repeat(10)}`, 'cheap', 'd', 'e', 'f', 'g'],
      options: options.map((one, index) => ({
        ...one,
        description: ['A small framework.', '', `Its *types* are checked. ${'It is fast. '.repeat(30)}`][index] ?? '',
      })),
      arguments: [...reasons, reason('pro', 'o1', 'UDAN', 'fast'), reason('con', 'o1', 'UDAN', 'few libraries')],
      voting: open,
    },
    clearLead,
  ),
  voting: viewOf({ voting: open }, clearLead),
  'voting-with-buttons': viewOf(
    { rule: majority.rule, voting: voting(deciders, { rule: majority.rule, hasButtons: true }) },
    clearLead,
  ),
  'voting-with-advice': viewOf({ voting: open }, [...tie, ...advice]),
  'undecided-tie': viewOf({ voting: closed }, tie),
  'undecided-no-votes': viewOf({ voting: closed }),
  'accepted-unpublished': viewOf({ voting: closed, status: 'accepted', outcome }, clearLead, {
    ...published,
    pushedAt: undefined,
    trouble: { code: 'told before', text: 'The repository did not take the token. Please put a new one in ADR_TOKEN.' },
  }),
  'accepted-published': viewOf({ voting: closed, status: 'accepted', outcome }, clearLead, published),
  'accepted-in-review': {
    ...viewOf({ voting: closed, status: 'accepted', outcome }, clearLead, { ...unpublished, state: 'in review' }),
    review: waitingReview,
  },
  'accepted-closed-in-review': {
    ...viewOf({ voting: closed, status: 'accepted', outcome }, clearLead, {
      ...unpublished,
      state: 'closed without merging',
    }),
    review: { ...waitingReview, url: undefined },
  },
  'accepted-superseded': {
    ...viewOf({ voting: closed, status: 'accepted', outcome }, clearLead, published),
    fate: { kind: 'superseded', by: [{ name: 'ADR 0012 Use <Zig>', url: boundAdrUrl }] },
  },
  'accepted-amended': {
    ...viewOf({ voting: closed, status: 'accepted', outcome }, clearLead, published),
    fate: { kind: 'amended', by: [{ name: 'ADR 0012 Use <Zig>', url: undefined }] },
  },
  rejected: viewOf(
    {
      status: 'rejected',
      outcome: {
        ...outcome,
        chosenOptionId: undefined,
        reason: because('we wait for the new gateway.'),
        decidedBy: 'UANA',
        departures: [{ kind: 'before voting' }],
      },
    },
    [],
    { ...published, commitUrl: undefined },
  ),
  'of-an-earlier-round': {
    ...viewOf({ voting: open, objections: [objection()] }),
    tally: undefined,
    earlierRound: { kind: 'told before', text: 'No quorum: 1 of 5 deciders voted (quorum 3).' },
  },
  withdrawn: viewOf({ voting: closed, status: 'withdrawn' }, tie),
  'voting-with-objections': viewOf(
    {
      rule: blocking,
      voting: voting(deciders, { rule: blocking }),
      objections: [
        objection({ authorId: 'UCHI', reason: `Its licence ${'is not for us. '.repeat(20)}`.trim() }),
        hold(closesAt, { authorId: 'UDAN' }),
        objection({ authorId: 'UHAL', reason: 'We tried it in 2019.' }),
        objection({ authorId: 'UEVA', resolution: { kind: 'resolved', by: 'UEVA', reason: 'I was wrong.', at: now } }),
      ],
    },
    clearLead,
  ),
  'undecided-blocked': viewOf(
    { rule: blocking, voting: voting(deciders, { rule: blocking, closedAt: closesAt }), objections: [objection()] },
    clearLead,
  ),
  'undecided-awaiting': viewOf(
    {
      rule: unanimous,
      voting: voting(deciders, { rule: unanimous, closedAt: closesAt }),
      awaited: {
        id: 'a1',
        outcome: { ...outcome, reason: because('it is fast.'), decidedBy: 'UANA' },
        seen: { title: '', voted: 0, options: [] },
      },
    },
    clearLead,
  ),
  'undecided-unconfirmed': viewOf(
    {
      rule: unanimous,
      voting: voting(deciders, { rule: unanimous, closedAt: closesAt }),
      objections: [objection({ resolution: { kind: 'overridden', by: 'UANA', reason: 'We must.', at: now } })],
    },
    deciders.map((userId, place) => ballot(userId, 'o1', place)),
  ),
  'ten-options': viewOf({ options: ten, arguments: twoHundred, voting: open }, clearLead),
};

describe('the card', () => {
  it.each(Object.entries(examples))('%s', async (name, view) => {
    const { text, blocks } = renderCard(en, view);
    await expect(`${text}\n\n${readBlocks(blocks)}`).toMatchFileSnapshot(`card-${name}.golden.txt`);
  });

  it('as Slack gets it', async () => {
    const json = JSON.stringify(renderCard(en, viewOf({ voting: open }, clearLead)), undefined, 2);
    await expect(`${json}\n`).toMatchFileSnapshot('card-voting.golden.json');
  });

  it.each(['undecided-awaiting', 'undecided-unconfirmed'])(
    'says that only the second person is missing: %s',
    (name) => {
      const shown = readBlocks(renderCard(en, examples[name] ?? viewOf({})).blocks);
      expect(shown).toContain('voting has closed, and a second person has to confirm the outcome');
      expect(shown).not.toContain('without a winner');
    },
  );

  it('tells nothing of hidden votes beside an outcome that waits for a second person', () => {
    const departures: Departure[] = [
      {
        kind: 'against the vote',
        winner: 'Go + Fiber',
        method: 'approval',
        counts: [{ option: 'Go + Fiber', votes: 4 }],
      },
      { kind: 'before the deadline' },
    ];
    const awaited = {
      id: 'a1',
      outcome: { ...outcome, reason: because('it is fast.'), decidedBy: 'UANA', departures },
      seen: { title: '', voted: 0, options: [] },
    };
    const rule: Rule = { ...unanimous, isTallyHidden: true };
    const during = viewOf({ rule, voting: voting(deciders, { rule }), awaited }, clearLead);
    const shown = readBlocks(renderCard(en, during).blocks);
    expect(shown).toContain('recorded “Go + Fiber” as the outcome, before the deadline.');
    expect(shown).not.toContain('against the vote');
    const afterwards = viewOf({ rule, voting: voting(deciders, { rule, closedAt: closesAt }), awaited }, clearLead);
    expect(readBlocks(renderCard(en, afterwards).blocks)).toContain('against the vote (Go + Fiber 4)');
  });

  it('does not say that there is no winner where nobody has recorded the one that there is', () => {
    const resolution = { kind: 'resolved', by: 'UBO', reason: 'It has one now.', at: now } as const;
    const all = deciders.map((userId, place) => ballot(userId, 'o1', place));
    const round = voting(deciders, { rule: unanimous, closedAt: closesAt });
    const resolved = viewOf({ rule: unanimous, voting: round, objections: [objection({ resolution })] }, all);
    expect(readBlocks(renderCard(en, resolved).blocks)).toContain('voting has closed, and no outcome is recorded yet');
    const discussedOn = { by: 'UBO', reason: '' };
    const discussed = viewOf({ voting: voting(deciders, { closedAt: now, discussedOn }) }, clearLead);
    expect(readBlocks(renderCard(en, discussed).blocks)).not.toContain('without a winner');
  });

  it('says who may decide in place of the vote, where the rule leaves that to some', () => {
    const rule: Rule = { ...defaultRule, overriders: ['deciders'] };
    const view = viewOf({ rule, voting: voting(deciders, { rule, closedAt: closesAt }) }, tie);
    const shown = readBlocks(renderCard(en, view).blocks);
    expect(shown).toContain('Only the deciders can accept an option.');
    expect(shown).not.toContain('The proposer and the deciders can record an outcome');
  });

  it('has at most five buttons and a menu, whatever can be done', () => {
    const menus = Object.values(examples).flatMap((view) =>
      renderCard(en, view).blocks.filter((block) => 'block_id' in block && block.block_id === 'card'),
    );
    expect(menus.length).toBeGreaterThan(10);
    for (const block of menus) expect('elements' in block && block.elements.length).toBeLessThanOrEqual(6);
  });

  it('says who gave several reasons in a row once, after the last', () => {
    const ofBo = ['one binary', 'low memory', 'easy'].map((text) => reason('pro', 'o1', 'UBO', text));
    const shown = (given: readonly Argument[]) => readBlocks(renderCard(en, viewOf({ arguments: given })).blocks);
    expect(shown(ofBo)).toContain('one binary\n*+* low memory\n*+* easy (all 3 by Bo)\n');
    const [first, second, third] = ofBo;
    if (!first || !second || !third) throw new Error('There are three.');
    const ofDan = reason('con', 'o1', 'UDAN', 'new to us');
    expect(shown([first, second, ofDan, third])).toContain(
      'one binary\n*+* low memory (both by Bo)\n*−* new to us (Dan)\n*+* easy (Bo)\n',
    );
  });

  it('shows the first reasons of each option, in turn, when there is no room for all', () => {
    const shown = readBlocks(renderCard(en, viewOf({ options: ten, arguments: twoHundred, voting: open })).blocks);
    const perOption = ten.map((_, position) => {
      const mine = twoHundred.filter(({ optionId }) => optionId === `o${position + 1}`);
      return mine.filter(({ text }) => shown.includes(`${text.slice(0, text.indexOf(':'))}:`)).length;
    });
    expect(Math.max(...perOption) - Math.min(...perOption)).toBeLessThanOrEqual(1);
    expect(Math.min(...perOption)).toBeGreaterThan(0);
  });

  it('interprets nothing that people typed', () => {
    const typed = '<!channel> <@U1> <https://example.com|here>';
    const view = viewOf({ title: typed, options: [option(0, typed), option(1, 'Other')], voting: open }, [
      ballot('UANA', 'o1'),
      ballot('UHAL', 'o1'),
    ]);
    const { text, blocks } = renderCard(en, {
      ...view,
      people: new Map([...known].map(([id, one]) => [id, { ...one, name: typed }])),
    });
    expect(text.replaceAll(/<!date\^[^>]*>/g, '')).not.toMatch(/<[!@h]/);
    const formatted = JSON.stringify(blocks).match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? [];
    expect(formatted).not.toEqual([]);
    for (const field of formatted) expect(field.replaceAll(/<!date\^[^>]*>/g, '')).not.toMatch(/<[!@h]/);
  });
});

const runs = 150 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

const quotes = '"'.repeat(500);
const fullOfStyles = '*b* '.repeat(100);

/** All that a card can have at once, with every text at its longest once it is encoded. */
const biggest: CardView = {
  ...viewOf(
    {
      id: '00000000-0000-4000-8000-000000000000',
      title: quotes.slice(0, 150),
      context: 'a**b**'.repeat(2_000),
      drivers: Array.from({ length: 10 }, () => fullOfStyles),
      tags: Array.from({ length: 10 }, (_, index) => `${index}${'"'.repeat(39)}`),
      options: Array.from({ length: 10 }, (_, position) =>
        option(position, quotes.slice(0, 100), { id: `00000000-0000-4000-8000-00000000000${position}` }),
      ),
      arguments: twoHundred.map((one, index) => {
        return { ...one, optionId: `00000000-0000-4000-8000-00000000000${index % 10}` };
      }),
      objections: Array.from({ length: 30 }, () => objection({ reason: fullOfStyles })),
      rule: blocking,
      voting: voting(deciders, {
        rule: blocking,
        hasButtons: true,
        excluded: [{ id: 'UHAL', why: 'guest' }],
        gone: [
          { id: 'UANA', why: 'left' },
          { id: 'UGUS', why: 'deactivated' },
        ],
        shortenings: [{ by: 'UANA', at: now, from: closesAt, to: now, reason: quotes }],
      }),
      bond: { kind: 'deprecates', adrId: 3, number: 3, title: quotes, keepingOptionId: undefined },
      awaited: {
        id: '00000000-0000-4000-8000-000000000009',
        outcome: {
          ...outcome,
          decidedBy: 'UANA',
          reason: because(fullOfStyles),
          departures: [{ kind: 'votes unclear' }],
        },
        seen: { title: '', voted: 0, options: [] },
      },
    },
    [
      ballot('UBO', '00000000-0000-4000-8000-000000000001', 1),
      ballot('UHAL', '00000000-0000-4000-8000-000000000002', 2),
    ],
  ),
  people: new Map([...known].map(([id, one]) => [id, { ...one, name: quotes.slice(0, 80) }])),
  boundAdrUrl: `https://git.example.com/${'a'.repeat(10_000)}`,
};

describe('the law of the card', () => {
  it.each(Object.entries(languages))('holds in %s if everything is at its longest', (_, language) => {
    const { text, blocks } = renderCard(language, biggest);
    expect(validateMessage({ text, blocks })).toEqual([]);
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(10_000);
    const shown = JSON.stringify(blocks);
    for (const { emoji } of biggest.decision.options) expect(shown).toContain(`{"type":"emoji","name":"${emoji}"}`);
    for (const id of ['awaited', 'votes', 'card']) expect(shown).toContain(`"block_id":"${id}"`);
    expect(shown).toContain('{"type":"emoji","name":"hourglass"}');
    expect(shown).not.toContain('"confirm":');
  });

  it('holds with an address that alone is too long', () => {
    const context = `Read [this](https://example.com/${'a'.repeat(11_000)}) first.`;
    const { blocks } = renderCard(en, viewOf({ context, voting: open }, clearLead));
    expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(10_000);
    expect(readBlocks(blocks)).toContain('Read this first.');
    expect(readBlocks(blocks)).toContain('one binary');
  });

  it('Slack accepts it, whatever people typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(languages)), anyView, (language, view) => {
        const { text, blocks } = renderCard(language, view);
        expect(validateMessage({ text, blocks })).toEqual([]);
        expect(blocks.length).toBeLessThanOrEqual(50);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(10_000);
      }),
      { numRuns: runs },
    );
  });

  it('says of every option how many reasons it does not show', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const shown = renderCard(en, view)
          .blocks.filter((block) =>
            JSON.stringify(block).startsWith(
              '{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"emoji"',
            ),
          )
          // What waits for a second person comes before them.
          .filter((block) => !JSON.stringify(block).includes('"hourglass"'))
          .slice(0, view.decision.options.length);
        const hidden = shown.map((block) =>
          Number(/\\n(\d+) more reasons? in “Read more”/.exec(JSON.stringify(block))?.[1] ?? 0),
        );
        const lines = shown.map((block) => (JSON.stringify(block).match(/"[+−•]","style"/g) ?? []).length);
        view.decision.options.forEach((one, index) => {
          const all = view.decision.arguments.filter(({ optionId }) => optionId === one.id).length;
          expect((hidden[index] ?? 0) + (lines[index] ?? 0)).toBe(all);
        });
      }),
    );
  });
});

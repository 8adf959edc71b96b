import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { InputBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findVerdictFacts } from '../../../src/decision/judge.ts';
import { limits } from '../../../src/decision/limits.ts';
import { compileRuleBook } from '../../../src/decision/named-rule.ts';
import type { VerdictFacts } from '../../../src/decision/verdict-facts.ts';
import { outcomeView } from '../../../src/slack/decide/outcome-view.ts';
import { withdrawView } from '../../../src/slack/decide/withdraw-view.ts';
import { argumentView } from '../../../src/slack/deliberate/argument-view.ts';
import { objectionView } from '../../../src/slack/deliberate/objection-view.ts';
import { readMoreView } from '../../../src/slack/deliberate/read-more-view.ts';
import { settleView } from '../../../src/slack/deliberate/settle-view.ts';
import { loading, notice } from '../../../src/slack/form/notice.ts';
import { editView } from '../../../src/slack/propose/edit-view.ts';
import { optionView } from '../../../src/slack/propose/option-view.ts';
import { draftView } from '../../../src/slack/propose/pasted-draft-view.ts';
import { proposeView, resumeView } from '../../../src/slack/propose/propose-view.ts';
import { ownRuleView } from '../../../src/slack/settings/own-rule-view.ts';
import { extendView, openVotingView, shortenView, voteAgainView } from '../../../src/slack/vote/deadline-view.ts';
import { scoreView } from '../../../src/slack/vote/score-view.ts';
import { en } from '../../../src/words/en/en.ts';
import { suggestConsequences } from '../../../src/workflow/decide/decide.ts';
import type { CardView } from '../../../src/workflow/ports/chat.ts';
import { closesAt, now, objection } from '../../decision/sample.ts';
import { anyLongView, anyView, textWithin } from '../any-decision.ts';

const metadata = { draftId: 'd1', channelId: 'C1', timeZone: 'Europe/Lisbon' };
const groups = [{ id: 'S1', handle: 'architects' }];

function proposeAgain({ decision }: CardView): ModalView {
  const { title, context, drivers, options } = decision;
  const form = {
    title,
    context,
    drivers: drivers.join('\n'),
    options: options.map(({ id, title: name, description }) => ({ key: id, title: name, description, arguments: [] })),
    sections: [],
    draft: undefined,
    remarks: [],
    bond: undefined,
    deciders: decision.voting?.deciders ?? [],
    closesAt: decision.closesAt.toISOString(),
    opensVotingNow: decision.voting !== undefined,
  };
  return proposeView(en, form, metadata, { channelName: title, ruleBook: compileRuleBook([], []), groups });
}

function suggestOutcome({ decision, tally }: CardView): ModalView {
  const chosenOptionId = decision.options[0]?.id;
  const consequences = suggestConsequences(decision, chosenOptionId);
  return outcomeView({
    decision,
    tally,
    chosenOptionId,
    verdict: tally && verdictFor(findVerdictFacts(decision, tally)),
    consequences,
  });
}

function verdictFor(facts: VerdictFacts): VerdictFacts | undefined {
  return facts.kind === 'chosen' ? facts : undefined;
}

/** There is one at least, whoever opens the form. */
function settle(decision: CardView['decision'], people: CardView['people'], userId: string): ModalView {
  const [first = objection()] = decision.objections;
  return settleView({ decision, objections: [first, ...decision.objections.slice(1)], people }, userId);
}

const views: Readonly<Record<string, (view: CardView) => ModalView>> = {
  propose: proposeAgain,
  'read more': readMoreView,
  edit: ({ decision }) => editView(en, decision, groups),
  argument: ({ decision }) => argumentView(decision),
  option: ({ decision }) => optionView(en, decision.id),
  scores: ({ decision }) => scoreView({ decision, scores: new Map(), isAbstaining: true, isDecider: false }),
  'scores, again': ({ decision }) =>
    scoreView({
      decision,
      scores: new Map(decision.options.map(({ id }, index) => [id, index % 4])),
      isAbstaining: false,
      isDecider: true,
    }),
  'open voting': ({ decision }) => openVotingView(decision, closesAt, compileRuleBook([], [])),
  extend: ({ decision }) => extendView(decision, closesAt),
  shorten: ({ decision }) => shortenView({ decision, from: closesAt, to: now }, decision.title),
  'vote again': ({ decision }) => voteAgainView(decision, closesAt),
  'rule of one’s own': ({ decision }) =>
    ownRuleView(en, 'C1', { name: decision.title.slice(0, 50), parts: { quorum: 3 } }),
  outcome: suggestOutcome,
  object: ({ decision }) => objectionView(decision, 'block'),
  'object, for somebody who does not decide': ({ decision }) => objectionView(decision, 'advice'),
  'resolve objection': ({ decision, people }) => settle(decision, people, 'U0'),
  'override objection': ({ decision, people }) => settle(decision, people, 'UANA'),
  withdraw: ({ decision }) => withdrawView(decision),
  'Markdown draft': () => draftView(en, metadata, true),
  'Markdown draft, without files': () => draftView(en, metadata, false),
  resume: ({ decision }) =>
    resumeView(en, { id: decision.id, title: decision.title, savedAt: now }, decision.title, metadata),
  notice: ({ decision }) => notice(en, decision.title, 'Something to know.'),
};

describe('every modal, for any decision', () => {
  it.each(Object.entries(views))('%s', (_, open) => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(validateView(open(view))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['propose', proposeAgain],
    ['read more', readMoreView],
    ['edit', ({ decision }: CardView) => editView(en, decision)],
  ] as const)(
    '%s, with a context as long as may be',
    (_, open) => {
      fc.assert(
        fc.property(anyLongView, (view) => {
          expect(validateView(open(view))).toEqual([]);
        }),
        { numRuns: 10 },
      );
    },
    30_000,
  );

  it('while its content is on its way', () => {
    expect(validateView(loading(en, 'Propose a decision'))).toEqual([]);
  });
});

describe('what an outcome is suggested with', () => {
  it('is whole lines, and no more than the form takes', () => {
    const consequence = fc.record({
      kind: fc.constantFrom('good' as const, 'bad' as const, 'neutral' as const),
      text: textWithin(limits.consequence),
    });
    fc.assert(
      fc.property(
        anyView,
        fc.array(consequence, { maxLength: 40, size: 'max' }),
        ({ decision, tally }, consequences) => {
          const view = outcomeView({ decision, tally, chosenOptionId: undefined, verdict: undefined, consequences });
          const typed = view.blocks
            .filter((block): block is InputBlock => block.type === 'input')
            .filter(({ block_id }) => block_id?.startsWith('consequences:'))
            .flatMap(({ element }) =>
              element.type === 'plain_text_input' ? (element.initial_value ?? '').split('\n') : [],
            )
            .filter((line) => line !== '');
          expect(typed.length).toBeLessThanOrEqual(limits.consequences);
          for (const line of typed) expect(consequences.map(({ text }) => text)).toContain(line);
        },
      ),
      { numRuns: 40 },
    );
  });
});

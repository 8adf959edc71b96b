import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { InputBlock, ModalView } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { limits } from '../../../src/decision/limits.ts';
import { findDepartures } from '../../../src/decision/outcome/find-departures.ts';
import type { BranchRules } from '../../../src/decision/publication/branch-rules.ts';
import { toRecallForm } from '../../../src/decision/recall/recall.ts';
import { compileRuleBook } from '../../../src/decision/rule/named-rule.ts';
import { outcomeView } from '../../../src/slack/decide/outcome-view.ts';
import { withdrawView } from '../../../src/slack/decide/withdraw-view.ts';
import { argumentView } from '../../../src/slack/deliberate/argument-view.ts';
import { correctListView, correctView } from '../../../src/slack/deliberate/correct-view.ts';
import { objectionView } from '../../../src/slack/deliberate/objection-view.ts';
import { readMoreView } from '../../../src/slack/deliberate/read-more-view.ts';
import { settleView } from '../../../src/slack/deliberate/settle-view.ts';
import { loading, notice } from '../../../src/slack/form/notice.ts';
import { editView } from '../../../src/slack/propose/edit-view.ts';
import { optionView } from '../../../src/slack/propose/option-view.ts';
import { draftView } from '../../../src/slack/propose/pasted-draft-view.ts';
import { proposeView } from '../../../src/slack/propose/propose-view.ts';
import { resumeView } from '../../../src/slack/propose/resume-view.ts';
import { ownRuleView } from '../../../src/slack/settings/own-rule-view.ts';
import { settingsView } from '../../../src/slack/settings/settings-view.ts';
import { extendView, openVotingView, shortenView, voteAgainView } from '../../../src/slack/vote/deadline-view.ts';
import { scoreView } from '../../../src/slack/vote/score-view.ts';
import { en } from '../../../src/words/en/en.ts';
import type { Language } from '../../../src/words/language.ts';
import { languages } from '../../../src/words/languages.ts';
import type { CorrectableEntry } from '../../../src/workflow/deliberate/correctable.ts';
import type { CardView } from '../../../src/workflow/ports/chat/chat.ts';
import { emptyForm } from '../../../src/workflow/propose/new-form.ts';
import type { ShownSettings } from '../../../src/workflow/settings/settings.ts';
import { closesAt, decision, now, objection, voting } from '../../decision/sample.ts';
import { anyLongView, anyView, textWithin } from '../any-decision.ts';

/** The ways of more repositories than are shown, with names at their longest. */
const waysOf = (title: string): ShownSettings['ways'] =>
  Array.from({ length: 12 }, (_, index) => ({
    repository: title.slice(0, 75),
    forge: 'gitlab',
    found:
      index % 2 === 0
        ? { way: 'review', why: { code: 'reviews only', branch: title, approvals: 2 }, rules: rulesOf(title) }
        : { trouble: { code: 'forge unreachable', place: title, said: title } },
  }));

function rulesOf(title: string): BranchRules {
  return { branch: title, isUnsigned: true, others: [title, title] };
}

const metadata = { formId: 'd1', channelId: 'C1', timeZone: 'Europe/Lisbon' };
const groups = [{ id: 'S1', handle: 'architects' }];

function proposeAgain(language: Language, { decision }: CardView): ModalView {
  const { title, context, drivers, options } = decision;
  const form = {
    title,
    context,
    drivers: drivers.join('\n'),
    options: options.map(({ id, title: name, description }, position) => {
      return { key: id, title: name, description, arguments: [], isOpen: position % 2 === 0 };
    }),
    removed: [{ key: 'r', title, description: '', arguments: [] }],
    sections: [],
    recall: toRecallForm(decision),
    hasWholeRecall: true,
    draft: undefined,
    remarks: [],
    bond: undefined,
    deciders: decision.voting?.deciders ?? [],
    closesAt: decision.closesAt.toISOString(),
    opensVotingNow: decision.voting !== undefined,
  };
  return proposeView(language, form, metadata, { channelId: 'C1', ruleBook: compileRuleBook([], []), groups });
}

const offered = { answers: ['accept', 'reject', 'discuss'], refused: undefined } as const;

function suggestOutcome(language: Language, { decision, tally }: CardView): ModalView {
  const picked = { answer: 'accept', chosenOptionId: decision.options[0]?.id } as const;
  const choice = { chosenOptionId: picked.chosenOptionId, decidedBy: 'UANA', decidedAt: now };
  const departures = findDepartures(decision, choice, { tally, isUnclear: false });
  return outcomeView(language, { decision, tally, picked, departures, ...offered, waits: 'yes' });
}

/** There is at least one, whoever opens the form. */
function settle(language: Language, { decision, people }: CardView, userId: string): ModalView {
  const [first = objection()] = decision.objections;
  return settleView(language, { decision, objections: [first, ...decision.objections.slice(1)], people }, userId);
}

function entriesOf({ options, arguments: reasons }: Decision): CorrectableEntry[] {
  return options.flatMap((option): CorrectableEntry[] => [
    { what: 'option', option },
    ...reasons
      .filter(({ optionId }) => optionId === option.id)
      .map((argument) => ({ what: 'reason', option, argument }) as const),
  ]);
}

function firstOf(decision: Decision, what: CorrectableEntry['what']): CorrectableEntry {
  const entries = entriesOf(decision);
  const [first] = entries;
  if (first === undefined) throw new Error('There are no options.');
  return entries.find((entry) => entry.what === what) ?? first;
}

const views: Readonly<Record<string, (language: Language, view: CardView) => ModalView>> = {
  propose: proposeAgain,
  'read more': readMoreView,
  edit: (language, { decision }) => editView(language, decision, groups),
  argument: (language, { decision }) => argumentView(language, decision),
  option: (language, { decision }) => optionView(language, decision.id),
  'read more, with something to correct': (language, view) => readMoreView(language, view, true),
  'what can be corrected': (language, { decision, people }) =>
    correctListView(language, { decision, people, entries: entriesOf(decision) }, 'U0'),
  'the last page of what can be corrected': (language, { decision, people }) =>
    correctListView(language, { decision, people, entries: entriesOf(decision) }, decision.proposerId, {
      wanted: 99,
      note: decision.title,
    }),
  'correct an option': (language, { decision }) =>
    correctView(language, decision.id, firstOf(decision, 'option'), { author: undefined, isOpen: true }),
  'correct a reason': (language, { decision }) =>
    correctView(language, decision.id, firstOf(decision, 'reason'), { author: decision.title, isOpen: false }),
  scores: (language, { decision }) =>
    scoreView(language, { decision, scores: new Map(), isAbstaining: true, isDecider: false }),
  'scores, again': (language, { decision }) =>
    scoreView(language, {
      decision,
      scores: new Map(decision.options.map(({ id }, index) => [id, index % 4])),
      isAbstaining: false,
      isDecider: true,
    }),
  'open voting': (language, { decision }) =>
    openVotingView(language, decision, { closesAt, ruleId: undefined }, compileRuleBook([], [])),
  extend: (language, { decision }) => extendView(language, decision, closesAt),
  shorten: (language, { decision }) => shortenView(language, { decision, from: closesAt, to: now }, decision.title),
  'vote again': (language, { decision }) => voteAgainView(language, decision, closesAt),
  'rule of one’s own': (language, { decision }) =>
    ownRuleView(language, 'C1', { name: decision.title.slice(0, 50), parts: { quorum: 3 } }),
  settings: (language, { decision: { title }, people }) =>
    settingsView(
      language,
      {
        channelName: title.slice(0, 80),
        settings: {
          own: [{ name: title.slice(0, 50), parts: {} }],
          initialId: undefined,
          changed: { by: 'U0', at: now },
        },
        ruleBook: { ...compileRuleBook([], []), doubts: [] },
        language: undefined,
        inheritedLanguage: 'en',
        timeZone: 'Europe/Berlin',
        inheritedTimeZone: undefined,
        hasVoteButtons: false,
        people,
        ways: waysOf(title),
      },
      metadata,
    ),
  outcome: suggestOutcome,
  object: (language, { decision }) => objectionView(language, decision, 'block'),
  'object, for somebody who does not decide': (language, { decision }) => objectionView(language, decision, 'advice'),
  'resolve objection': (language, view) => settle(language, view, 'U0'),
  'override objection': (language, view) => settle(language, view, 'UANA'),
  withdraw: (language, { decision }) => withdrawView(language, decision),
  'Markdown draft': (language) => draftView(language, metadata, true),
  'Markdown draft, without files': (language) => draftView(language, metadata, false),
  resume: (language, { decision }) =>
    resumeView(
      language,
      [
        { id: decision.id, title: decision.title, savedAt: now },
        { id: 'f2', title: '', savedAt: now, channelName: 'backend' },
      ],
      decision.title,
      metadata,
    ),
  'propose, before there is a channel': (language, { decision }) =>
    proposeView(language, emptyForm(decision.title, closesAt), metadata, {
      channelId: undefined,
      obstacle: decision.title,
      ruleBook: undefined,
      groups: [],
    }),
  notice: (language, { decision }) => notice(language, decision.title, 'Something to know.'),
};

describe.each(Object.entries(languages))('every modal in %s, for any decision', (_, language) => {
  it.each(Object.entries(views))('%s', (__, open) => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(validateView(open(language, view))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ['propose', proposeAgain],
    ['read more', readMoreView],
    ['edit', (inLanguage: Language, { decision }: CardView) => editView(inLanguage, decision)],
  ] as const)(
    '%s, with a context as long as may be',
    (__, open) => {
      fc.assert(
        fc.property(anyLongView, (view) => {
          expect(validateView(open(language, view))).toEqual([]);
        }),
        { numRuns: 10 },
      );
    },
    30_000,
  );

  it('read more, after a decision over as many long objections as a record names', () => {
    const [view] = fc.sample(anyView, { seed: 1, numRuns: 1 });
    if (view === undefined) throw new Error('There is no view.');
    const reason = '*b* '.repeat(500);
    const objections = Array.from({ length: limits.objectionsInRecord }, (_, index) => {
      return { author: `U${index}`, isHold: false, reason, by: 'UANA', because: reason };
    });
    const outcome = {
      ...{ chosenOptionId: view.decision.options[0]?.id, reason: { by: 'person', text: 'It fits.' } as const },
      ...{ consequences: [], decidedBy: 'UANA', decidedAt: now },
      departures: [{ kind: 'objections overridden', objections, more: 0 } as const],
    };
    const shown = readMoreView(language, { ...view, decision: { ...view.decision, status: 'accepted', outcome } });
    expect(validateView(shown)).toEqual([]);
    expect(JSON.stringify(shown)).toContain('It fits.');
  });

  it('while its content is on its way', () => {
    expect(validateView(loading(language, language.proposeForm.title))).toEqual([]);
  });
});

/** All texts of a view that Slack gives little room: those of choices and buttons, and titles. */
function shortTextsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(shortTextsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    ['text', 'description', 'title', 'submit', 'close'].includes(key) && typeof each?.text === 'string'
      ? [each.text]
      : shortTextsIn(each),
  );
}

describe.each(Object.entries(languages))('with short words of people, in %s', (_, language) => {
  const shown = decision({ title: 'Use Go?', objections: [objection({})], voting: voting(['U0', 'UANA']) });
  const view: CardView = {
    ...{ decision: shown, tally: undefined, people: new Map(), publication: undefined, boundAdrUrl: undefined },
  };

  it.each(Object.entries(views))('nothing is cut off: %s', (__, open) => {
    for (const text of shortTextsIn(open(language, view))) expect(text).not.toMatch(/…$/);
  });
});

describe('the suggestion for an outcome', () => {
  it('consists of whole lines, and fits into the form', () => {
    const consequence = fc.record({
      kind: fc.constantFrom('good' as const, 'bad' as const, 'neutral' as const),
      text: textWithin(limits.consequence),
    });
    fc.assert(
      fc.property(
        anyView,
        fc.array(consequence, { maxLength: 40, size: 'max' }),
        ({ decision, tally }, consequences) => {
          const chosenOptionId = decision.options[0]?.id ?? '';
          const kinds = { good: 'pro', bad: 'con', neutral: 'neutral' } as const;
          const given = consequences.map(({ kind, text }, index) => {
            return {
              id: `a${index}`,
              optionId: chosenOptionId,
              kind: kinds[kind],
              text,
              authorId: 'UANA',
              madeAt: now,
            };
          });
          const view = outcomeView(en, {
            decision: { ...decision, arguments: given },
            tally,
            picked: { answer: 'accept', chosenOptionId },
            departures: [],
            ...offered,
            waits: 'no',
          });
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

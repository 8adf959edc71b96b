import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import type { Refusal } from '../../../src/decision/failure/refusal.ts';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import { addOption, checkQuestion, type ProposalForm, propose } from '../../../src/decision/proposal/proposal.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { defaultRule } from '../../../src/decision/rule/rule.ts';
import { closesAt, decision, now, option, options, ruleBrokenBy } from '../sample.ts';

const form: ProposalForm = {
  title: 'Choose the backend language',
  context: 'Traces arrive in bursts.',
  drivers: 'No trace is lost\n\n  One team runs it ',
  options: [
    { title: 'Go', description: 'One binary.', arguments: [] },
    { title: 'Rust', description: '', arguments: [] },
  ],
  sections: [],
  draft: undefined,
  bond: undefined,
  deciders: ['UBO', 'UCHI', 'UBO'],
  rule: defaultRule,
  closesAt,
  opensVotingNow: true,
};

const place = {
  id: 'd1',
  teamId: 'T1',
  channelId: 'C1',
  archive: 'nowhere',
  proposerId: 'UANA',
  timeZone: 'Europe/Lisbon',
  now,
};

function optionRow(title: string, reasons: ProposalForm['options'][number]['arguments'] = []) {
  return { title, description: '', arguments: reasons };
}

function proposeWith(changes: Partial<ProposalForm>) {
  let last = 0;
  return propose({ ...form, ...changes }, place, () => {
    last += 1;
    return `o${last}`;
  });
}

describe('propose', () => {
  it('keeps by what it is met again', () => {
    const recall = { tags: 'Storage', affects: 'db/', revisit: { on: '2027-11-20', when: 'it is full' } };
    expect(proposeWith({ recall })).toMatchObject({
      tags: ['storage'],
      affects: ['db/**'],
      revisit: { on: '2027-11-20', when: 'it is full' },
    });
    const past = { ...recall, revisit: { on: '2026-11-19', when: '' } };
    expect(ruleBrokenBy(() => proposeWith({ recall: past }))).toMatchObject({ field: 'revisit on' });
  });

  it('makes a decision from a form', () => {
    expect(proposeWith({})).toEqual(
      decision({
        title: 'Choose the backend language',
        context: 'Traces arrive in bursts.',
        drivers: ['No trace is lost', 'One team runs it'],
        namedDeciders: ['UBO', 'UCHI'],
        options: [option(0, 'Go', { description: 'One binary.' }), option(1, 'Rust')],
      }),
    );
  });

  it.each([
    ['line feeds', 'Which\nlanguage\r\n?', 'Which language ?'],
    ['Markdown', '# Which *language*? [x](y)', '# Which *language*? [x](y)'],
    ['a mention of everybody', '<!channel> Which?', '<!channel> Which?'],
    ['a rule', '---', '---'],
    ['HTML', '<b onclick="x">Which?</b>', '<b onclick="x">Which?</b>'],
    ['emoji only', '🦫 🆚 🦀', '🦫 🆚 🦀'],
    ['right to left', 'באיזו שפה?', 'באיזו שפה?'],
    ['an override of the direction', 'Which \u202eegaugnal', 'Which egaugnal'],
    ['control characters', 'Wh\u0000ich\u0007?\u001b', 'Which?'],
  ])('keeps a title with %s as text', (_, typed, title) => {
    expect(proposeWith({ title: typed }).title).toBe(title);
  });

  const noTitle = { code: 'missing', what: 'title' } as const;
  const noContext = { code: 'missing', what: 'context' } as const;
  it.each<[string, Partial<ProposalForm>, { refusal: Refusal; field: string; position?: number }]>([
    ['no title', { title: '' }, { refusal: noTitle, field: 'title' }],
    ['a title of blanks', { title: ' \n\t\u00a0' }, { refusal: noTitle, field: 'title' }],
    ['a title of control characters', { title: '\u0000\u0008\u202e' }, { refusal: noTitle, field: 'title' }],
    ['an invisible title', { title: '\u200b\u200d' }, { refusal: noTitle, field: 'title' }],
    [
      'a title of 3,000 characters',
      { title: 'x'.repeat(3000) },
      { refusal: { code: 'too long', what: 'title', length: 3000, characters: 3000, most: 150 }, field: 'title' },
    ],
    ['no context', { context: '\n' }, { refusal: noContext, field: 'context' }],
    [
      'a long context',
      { context: 'x'.repeat(12_001) },
      {
        refusal: { code: 'too long', what: 'context', length: 12001, characters: 12001, most: 12000 },
        field: 'context',
      },
    ],
    [
      'a long driver',
      { drivers: `fast\n${'x'.repeat(251)}` },
      { refusal: { code: 'too long', what: 'driver', length: 251, characters: 251, most: 250 }, field: 'drivers' },
    ],
    [
      'eleven drivers',
      { drivers: 'fast\n'.repeat(11) },
      { refusal: { code: 'too many', what: 'drivers', count: 11, most: 10 }, field: 'drivers' },
    ],
    [
      'one option',
      { options: [optionRow('Go')] },
      {
        refusal: { code: 'too few options', least: 2 },
        field: 'option',
        position: 0,
      },
    ],
    [
      'an option named twice',
      { options: [optionRow('Go'), optionRow('go')] },
      { refusal: { code: 'option name taken', name: 'Go', position: 0 }, field: 'option', position: 1 },
    ],
    ['no deadline', { closesAt: undefined }, { refusal: { code: 'missing', what: 'deadline' }, field: 'deadline' }],
    [
      'a deadline in the past',
      { closesAt: new Date(now.getTime() - 1) },
      { refusal: { code: 'time has passed' }, field: 'deadline' },
    ],
  ])('refuses %s', (_, changes, expected) => {
    expect(ruleBrokenBy(() => proposeWith(changes))).toEqual(expected);
  });

  it('anything typed becomes a decision within the limits, or a refusal for a field', () => {
    const reason = fc.record({ kind: fc.constantFrom('pro' as const, 'con' as const), text: nastyText });
    const typed = fc.record({
      title: nastyText,
      context: nastyText,
      drivers: nastyText,
      options: fc.array(
        fc.record({ title: nastyText, description: nastyText, arguments: fc.array(reason, { maxLength: 3 }) }),
        { maxLength: 12 },
      ),
      sections: fc.array(fc.record({ heading: nastyText, markdown: nastyText }), { maxLength: 14 }),
    });
    fc.assert(
      fc.property(typed, (changes) => {
        try {
          const made = proposeWith(changes);
          expect(made.title).toMatch(/^\S.{0,149}$/su);
          expect(made.options.length).toBeGreaterThanOrEqual(2);
          for (const text of [made.title, ...made.drivers, ...made.options.map(({ title }) => title)]) {
            expect(text).not.toMatch(/\n|\p{Cc}/u);
          }
          for (const { heading, markdown } of made.sections) {
            expect(heading).toMatch(/^\S.{0,149}$/su);
            expect(markdown).toMatch(/\S/u);
          }
        } catch (error) {
          if (!(error instanceof RuleBroken)) throw error;
          expect(error.field).toMatch(/^(title|context|drivers|options?|section)$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('propose from a Markdown draft', () => {
  const draft = '# Choose the backend language';
  const reasons = [
    { kind: 'pro', text: 'One  binary' },
    { kind: 'con', text: ' ' },
    { kind: 'neutral', text: 'Known here' },
  ] as const;

  it('turns its reasons into arguments of the proposer, in order', () => {
    const made = proposeWith({
      draft,
      options: [optionRow('Go', reasons), optionRow(''), optionRow('Rust', [{ kind: 'con', text: 'New here' }])],
    });
    expect(made.draft).toBe(draft);
    expect(
      made.arguments
        .toSorted((a, b) => a.madeAt.getTime() - b.madeAt.getTime())
        .map(({ optionId, kind, text, authorId }) => [optionId, kind, text, authorId]),
    ).toEqual([
      ['o1', 'pro', 'One binary', 'UANA'],
      ['o1', 'neutral', 'Known here', 'UANA'],
      ['o2', 'con', 'New here', 'UANA'],
    ]);
    expect(new Set(made.arguments.map(({ id }) => id)).size).toBe(3);
    expect(new Set(made.arguments.map(({ madeAt }) => madeAt.getTime())).size).toBe(3);
  });

  it('points to the option with a reason that is too long', () => {
    const long = [{ kind: 'pro', text: 'x'.repeat(501) }] as const;
    const broken = ruleBrokenBy(() =>
      proposeWith({ draft, options: [optionRow(''), optionRow('Go'), optionRow('Rust', long)] }),
    );
    expect(broken).toMatchObject({ field: 'option', position: 2 });
    expect(broken.refusal).toEqual({
      code: 'drafted reason too long',
      beginning: 'x'.repeat(40),
      length: 501,
      most: 500,
    });
  });

  it('refuses more than 200 reasons', () => {
    const many = Array.from({ length: 201 }, () => ({ kind: 'pro' as const, text: 'Fast' }));
    const broken = ruleBrokenBy(() => proposeWith({ draft, options: [optionRow('Go', many), optionRow('Rust')] }));
    expect(broken).toMatchObject({ field: 'options' });
    expect(broken.refusal).toEqual({ code: 'too many drafted reasons', count: 201, most: 200 });
  });

  it('keeps a context or section that is longer than a form allows', () => {
    const long = 'x'.repeat(20_000);
    const made = proposeWith({ draft, context: long, sections: [{ heading: 'Rationale', markdown: long }] });
    expect(made.context).toBe(long);
    expect(made.sections).toEqual([{ heading: 'Rationale', markdown: long }]);
  });

  it('keeps what it is bound to', () => {
    const bond = { kind: 'supersedes', adrId: 3, number: 3, title: 'Use Go' } as const;
    expect(proposeWith({ bond }).bond).toEqual(bond);
  });

  it('recognizes the option that keeps the ADR, even after empty rows', () => {
    const bond = { kind: 'supersedes', adrId: 3, number: 3, title: 'Use Go' } as const;
    const keep = { ...optionRow('Keep ADR 0003 as it is'), keepsAdr: true };
    const made = proposeWith({ bond, options: [optionRow('Rust'), optionRow(''), keep] });
    expect(made.options.map(({ title }) => title)).toEqual(['Rust', 'Keep ADR 0003 as it is']);
    expect(made.bond).toEqual({ ...bond, keepingOptionId: made.options[1]?.id });
    const without = proposeWith({ bond, options: [optionRow('Rust'), optionRow('C'), { ...keep, title: '' }] });
    expect(without.bond?.keepingOptionId).toBeUndefined();
  });
});

describe('checkQuestion', () => {
  it('keeps the paragraphs of the context', () => {
    const { context } = checkQuestion({ ...form, context: ' One.\n\nTwo. ' });
    expect(context).toBe('One.\n\nTwo.');
  });

  it('accepts a title of 150 characters, a context of 12,000, and ten drivers', () => {
    const question = checkQuestion({
      title: 'x'.repeat(150),
      context: 'x'.repeat(12_000),
      drivers: 'fast\n'.repeat(10),
    });
    expect(question.drivers).toHaveLength(10);
  });
});

describe('addOption', () => {
  const by = { id: 'o4', addedBy: 'UBO' };

  it('puts it last, with the next emoji', () => {
    const more = addOption(decision(), { title: 'Zig', description: '' }, by);
    expect(more.options).toEqual([...options, option(3, 'Zig', { addedBy: 'UBO' })]);
    expect(more.options.at(-1)?.emoji).toBe('four');
  });

  it('refuses a name that is taken', () => {
    expect(ruleBrokenBy(() => addOption(decision(), { title: 'RUST + axum', description: '' }, by))).toEqual({
      refusal: { code: 'option name taken', name: 'Rust + Axum' },
      field: 'option',
      position: 0,
    });
  });

  it('refuses an eleventh', () => {
    const full = decision({
      options: Array.from({ length: 10 }, (_, position) => option(position, `Option ${position}`)),
    });
    expect(ruleBrokenBy(() => addOption(full, { title: 'Zig', description: '' }, by))).toEqual({
      refusal: { code: 'options full', most: 10 },
      field: 'option',
      position: 0,
    });
  });
});

describe('the rule of a proposal', () => {
  it('is the one that was chosen', () => {
    expect(proposeWith({ rule: presets.majority.rule }).rule).toEqual(presets.majority.rule);
  });

  it.each([
    ['nobody', []],
    ['two', ['UBO', 'UCHI']],
  ])('for one decider refuses a proposal that names %s', (_, deciders) => {
    const { rule } = presets.advice;
    const refusal = { code: 'no single decider', chosen: 'deciders' };
    expect(ruleBrokenBy(() => proposeWith({ rule, deciders }))).toEqual({ refusal, field: 'deciders' });
    const groups = [{ id: 'S1', handle: 'architects' }];
    expect(ruleBrokenBy(() => proposeWith({ rule, deciders: ['UBO'], groups }))).toEqual({
      refusal,
      field: 'deciders',
    });
    expect(proposeWith({ rule, deciders: ['UBO', 'UBO'] }).namedDeciders).toEqual(['UBO']);
  });

  it('limits the deadline if voting opens immediately', () => {
    const { rule } = presets['lazy-consensus'];
    const tomorrow = new Date(now.getTime() + 24 * 60 * 60 * 1_000);
    expect(ruleBrokenBy(() => proposeWith({ rule, closesAt: tomorrow }))).toMatchObject({ field: 'deadline' });
    expect(proposeWith({ rule, closesAt: tomorrow, opensVotingNow: false }).closesAt).toEqual(tomorrow);
  });
});

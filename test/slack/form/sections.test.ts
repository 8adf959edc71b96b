import { initialState } from '@gavel/local-slack/block-kit/form/form.ts';
import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { ModalView, RichTextBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/decision/limits.ts';
import { checkSections, type Section } from '../../../src/decision/proposal/section.ts';
import { compileRuleBook } from '../../../src/decision/rule/named-rule.ts';
import { defaultRule } from '../../../src/decision/rule/rule.ts';
import { readMoreView } from '../../../src/slack/deliberate/read-more-view.ts';
import type { StateValues } from '../../../src/slack/form/form-state.ts';
import { editView, readEdit } from '../../../src/slack/propose/edit-view.ts';
import { proposeView } from '../../../src/slack/propose/propose-view.ts';
import { proposeBlockOf, readProposalInput, toProposal } from '../../../src/slack/propose/read-propose-view.ts';
import { slackLimits } from '../../../src/slack/text/blocks.ts';
import { en } from '../../../src/words/en/en.ts';
import type { ProposalInput } from '../../../src/workflow/ports/proposal-input.ts';
import { closesAt, decision } from '../../decision/sample.ts';
import { anyView, textWithin } from '../any-decision.ts';

const metadata = { formId: 'd1', channelId: 'C1', timeZone: 'Europe/Lisbon' };
const groups = Array.from({ length: 120 }, (_, index) => ({ id: `S${index}`, handle: `team-${index}` }));
const surroundings = { channelId: 'C1', ruleBook: compileRuleBook([], []), groups };
const names = { user: () => '', channel: () => '', group: () => '' };

function isTaken(section: Section): boolean {
  try {
    return checkSections([section], true).length === 1;
  } catch {
    return false;
  }
}

const longest = [
  '字'.repeat(limits.section),
  '"\\'.repeat(limits.section / 2),
  'x'.repeat(9_000),
  `${'word '.repeat(120).trim()}\n\n`.repeat(12),
  'x'.repeat(30_000),
  'a**b**'.repeat(500),
  '',
];

/** Sections that a decision may have: as people type them, as many and as long as a draft may have. */
const anySections: fc.Arbitrary<readonly Section[]> = fc.array(
  fc
    .record({
      heading: textWithin(limits.heading),
      markdown: fc.oneof(textWithin(limits.section), fc.constantFrom(...longest)),
    })
    .filter(isTaken),
  { maxLength: 60 },
);

const reasons = fc.array(
  fc.record({ kind: fc.constantFrom('pro' as const, 'con' as const, 'neutral' as const), text: textWithin(600) }),
  { maxLength: 3 },
);

/** A form as a draft fills it in, without limits. */
const anyOption = fc.record(
  {
    ...{ title: textWithin(300), description: textWithin(2_000), arguments: reasons },
    isOpen: fc.constant(true),
  },
  { requiredKeys: ['title', 'description', 'arguments'] },
);

const draftedForm: fc.Arbitrary<ProposalInput> = fc.record({
  title: textWithin(400),
  context: fc.oneof(
    textWithin(600),
    fc.constantFrom('', 'a**b**'.repeat(2_000), 'x'.repeat(20_000), '| a |\n| - |\n| b |'),
  ),
  drivers: textWithin(5_000),
  options: fc
    .array(anyOption, { minLength: 2, maxLength: 10 })
    .map((rows) => rows.map((row, index) => ({ ...row, key: `o${index}` }))),
  sections: anySections.map((rows) => rows.map((row, index) => ({ ...row, key: `s${index}` }))),
  draft: fc.constant('# A draft'),
  remarks: fc.array(textWithin(300), { maxLength: 7 }),
  bond: fc.constantFrom(undefined, {
    kind: 'supersedes',
    adrId: 3,
    number: 3,
    title: `Use ${'<&>'.repeat(100)}`,
  } as const),
  deciders: fc.constantFrom([], ['UBO', 'UCHI']),
  groups: fc.constantFrom([], groups.slice(3, 5), groups.slice(0, 100)),
  ruleId: fc.constantFrom('plurality', 'advice'),
  closesAt: fc.constant(closesAt.toISOString()),
  opensVotingNow: fc.boolean(),
});

/** A view as Slack sends it back when nobody has typed a letter. */
function untouched(view: ModalView): ModalView & { private_metadata: string; state: { values: StateValues } } {
  const surface: Parameters<typeof initialState>[0] = JSON.parse(JSON.stringify(view));
  const values: StateValues = JSON.parse(JSON.stringify(initialState(surface)));
  return { private_metadata: '', ...view, state: { values } };
}

function wordsIn(blocks: readonly object[]): string {
  return JSON.stringify(blocks);
}

describe('the propose modal, filled in from any draft', () => {
  it('is a view that Slack accepts, and loses nothing that it does not show', () => {
    fc.assert(
      fc.property(draftedForm, fc.constantFrom({}, { edition: 'V1' }), (form, edition) => {
        const view = proposeView(en, form, { ...metadata, ...edition }, surroundings);
        expect(validateView(view)).toEqual([]);
        expect(readProposalInput(untouched(view), names, form)).toEqual(form);
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  const row = (key: string, heading: string, markdown: string) => ({ key, heading, markdown });
  const form: ProposalInput = {
    title: 'x'.repeat(151),
    context: 'Why.',
    drivers: 'fast\n'.repeat(11),
    options: [
      { key: 'a', title: 'Go', description: '', arguments: [{ kind: 'pro', text: 'Small' }] },
      { key: 'b', title: 'y'.repeat(101), description: '', arguments: [{ kind: 'con', text: 'z'.repeat(501) }] },
    ],
    sections: [row('s', 'Short', 'Text.'), row('l', 'Long', 'x'.repeat(12_001)), row('t', 'Third', 'Text.')],
    draft: '# x',
    remarks: [{ code: 'second title', heading: '<what>', line: 3, isError: false }, 'Line 4: as it was told before.'],
    bond: { kind: 'supersedes', adrId: 3, number: 3, title: 'Use Go' },
    deciders: [],
    closesAt: closesAt.toISOString(),
    opensVotingNow: true,
  };

  it('says what to shorten, under each field that is too long', () => {
    const { blocks } = proposeView(en, form, metadata, surroundings);
    const after = (id: string) =>
      wordsIn(blocks.slice(blocks.findIndex(({ block_id }) => block_id === id) + 1).slice(0, 1));
    expect(after('title')).toContain('This title has 151 characters; the maximum is 150.');
    expect(after('drivers')).toContain('The maximum is 10 drivers; there are 11.');
    expect(after('option:a')).toContain('Reasons: 1 pro');
    expect(wordsIn(blocks)).toContain('This name has 101 characters; the maximum is 100.');
    expect(wordsIn(blocks)).toContain('The section “Long” has 12,001 characters');
    expect(wordsIn(blocks)).toContain(
      'Line 3: A second heading of level 1: “<what>”. Keep one title; use ## for sections.',
    );
    expect(wordsIn(blocks)).toContain('If it is accepted, ADR 0003 “Use Go” becomes superseded.');
  });

  it('knows where an error about a section belongs', () => {
    const blockOf = proposeBlockOf(untouched(proposeView(en, form, metadata, surroundings)));
    expect([0, 1, 2, 3].map((position) => blockOf('section', position))).toEqual([
      'section:s',
      undefined,
      'section:t',
      undefined,
    ]);
    const anew = proposeBlockOf(untouched(proposeView(en, form, { ...metadata, edition: 'V1' }, surroundings)));
    expect([anew('title', undefined), anew('context', undefined), anew('option', 1)]).toEqual([
      'title:V1',
      'context:V1',
      'option:b',
    ]);
  });

  /** The sections of the form, after a field was typed over. */
  const readTyped = (block: string, value: StateValues[string]) => {
    const view = untouched(proposeView(en, form, metadata, surroundings));
    const { 'section:s:rich:text': _, ...others } = view.state.values;
    const typed = { ...view, state: { values: { ...others, [block]: value } } };
    return toProposal(en, typed, readProposalInput(typed, names, form), defaultRule).sections.map(
      ({ markdown }) => markdown,
    );
  };
  const others = ['x'.repeat(12_001), 'Text.'];

  it('reads a section that was typed over, with its styles and lists', () => {
    const elements: RichTextBlock['elements'] = [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'Other', style: { bold: true } }] },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '<b>' }] }],
      },
    ];
    expect(readTyped('section:s:rich:text', { value: { rich_text_value: { type: 'rich_text', elements } } })).toEqual([
      '**Other**\n\n* \\<b>\n',
      ...others,
    ]);
  });

  it('reads a section that was typed as Markdown, into a modal of an earlier version too', () => {
    expect(readTyped('section:s:text', { value: { value: '* other' } })).toEqual(['* other', ...others]);
  });

  it('has a section in Slack’s editor, unless the editor has no place for something in it', () => {
    const sections = [
      row('a', 'Rich', 'It is **small**, see [there](https://example.org).\n\n1. one\n2. two\n\n> quoted'),
      row('b', 'New', ''),
      row('c', 'Table', '| a |\n| - |\n| b |'),
      row('d', 'Heading', '### Costs\n\nNone.'),
      row('e', 'Wrapped', 'one\ntwo'),
      row('f', 'Relative', '[ADR 3](0003-x.md)'),
    ];
    const { blocks } = proposeView(en, { ...form, sections }, metadata, surroundings);
    const inputs = blocks.flatMap((block) =>
      'element' in block && block.block_id?.endsWith(':text') ? [[block.block_id, block.element.type]] : [],
    );
    expect(inputs).toEqual([
      ['section:a:rich:text', 'rich_text_input'],
      ['section:b:rich:text', 'rich_text_input'],
      ['section:c:text', 'plain_text_input'],
      ['section:d:text', 'plain_text_input'],
      ['section:e:text', 'plain_text_input'],
      ['section:f:text', 'plain_text_input'],
    ]);
  });
});

describe('the other modals, for any sections', () => {
  it('edit keeps what nobody has changed, also a table that Slack can’t show', () => {
    fc.assert(
      fc.property(anyView, anySections, ({ decision: any }, sections) => {
        const table = '| a | b |\n| - | - |\n| 1 | 2 |';
        const drafted = { ...any, voting: undefined, context: table, sections, draft: '# A draft' };
        const view = editView(en, drafted);
        expect(validateView(view)).toEqual([]);
        const form = readEdit(en, untouched(view).state.values, drafted, names);
        expect(form.context).toBe(table);
        expect(form.sections.slice(0, sections.length)).toMatchObject(sections);
        expect(form.sections.slice(sections.length).every(({ heading }) => heading === '')).toBe(true);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  const paragraphs = Array.from({ length: 6 }, (_, index) => `${index + 1} ${'word '.repeat(120).trim()}`);
  const table = '| a |\n| - |\n| b |';
  const long = { heading: 'Timeline', markdown: [...paragraphs, table].join('\n\n') };
  const tooLong = { heading: 'Minutes', markdown: 'x'.repeat(30_000) };

  it('edit has a long text in several inputs, and says how to change one that is too long for that', () => {
    const drafted = decision({ sections: [long, tooLong], draft: '# A draft' });
    const { blocks } = editView(en, drafted);
    const words = wordsIn(blocks);
    expect(words).toContain('Text of section 1, part 1 of 2');
    expect(words).toContain('Markdown. It has 3,635 characters, more than one field holds, so it is in 2.');
    expect(words).toContain(
      'The section “Minutes” has 30,000 characters, more than there is room for here. It is kept as it is. To change it, withdraw this decision and propose it again with a new draft.',
    );
    expect(wordsIn(editView(en, { ...drafted, context: 'x'.repeat(12_001) }).blocks)).toContain(
      'stays as it is. To change it, withdraw this decision',
    );
  });

  it('edit reads a piece that was typed over, and one that was emptied', () => {
    const drafted = decision({ sections: [long], draft: '# A draft' });
    const { values } = untouched(editView(en, drafted)).state;
    const typed = (block: string, value: string | null) => {
      const changed = { ...values, [block]: { value: { value } } };
      return readEdit(en, changed, drafted, names).sections[0]?.markdown;
    };
    expect(typed('section:0:1:text', 'The end.')).toBe([...paragraphs.slice(0, 4), 'The end.'].join('\n\n'));
    expect(typed('section:0:text', 'At first.')).toBe(['At first.', ...paragraphs.slice(4), table].join('\n\n'));
    expect(typed('section:0:text', null)).toBe([...paragraphs.slice(4), table].join('\n\n'));
  });

  it('read more shows them as far as there is room, and names the others', () => {
    fc.assert(
      fc.property(anyView, anySections, (view, sections) => {
        const shown = readMoreView(en, { ...view, decision: { ...view.decision, sections } });
        expect(validateView(shown)).toEqual([]);
        expect(Buffer.byteLength(JSON.stringify(shown))).toBeLessThanOrEqual(slackLimits.viewBytes);
      }),
      { numRuns: 15 },
    );
  }, 60_000);

  it('read more shows the beginning of a long one', () => {
    const lines = { heading: 'Timeline', markdown: `${'A line.\n'.repeat(1_000)}The end.` };
    fc.assert(
      fc.property(anyView, (view) => {
        const words = wordsIn(readMoreView(en, { ...view, decision: { ...view.decision, sections: [lines] } }).blocks);
        expect(words).toContain('Timeline');
        expect(words).toContain('characters more.');
        expect(words).not.toContain('The end.');
      }),
      { numRuns: 5 },
    );
  });
});

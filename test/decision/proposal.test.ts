import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOption, checkQuestion, type ProposalForm, propose } from '../../src/decision/proposal.ts';
import { RuleBroken } from '../../src/decision/rule-broken.ts';
import { nastyText } from '../adr/nasty-text.ts';
import { closesAt, decision, now, option, options, ruleBrokenBy } from './sample.ts';

const form: ProposalForm = {
  title: 'Choose the backend language',
  context: 'Traces arrive in bursts.',
  drivers: 'No trace is lost\n\n  One team runs it ',
  options: [
    { title: 'Go', description: 'One binary.' },
    { title: 'Rust', description: '' },
  ],
  deciders: ['UBO', 'UCHI', 'UBO'],
  closesAt,
  opensVotingNow: true,
};

const place = {
  id: 'd1',
  teamId: 'T1',
  channelId: 'C1',
  isPrivate: true,
  proposerId: 'UANA',
  timeZone: 'Europe/Lisbon',
  now,
};

function proposeWith(changes: Partial<ProposalForm>) {
  let last = 0;
  return propose({ ...form, ...changes }, place, () => {
    last += 1;
    return `o${last}`;
  });
}

describe('propose', () => {
  it('makes a decision of a form', () => {
    expect(proposeWith({})).toEqual(
      decision({
        isPrivate: true,
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
  ])('takes a title with %s for the text that it is', (_, typed, title) => {
    expect(proposeWith({ title: typed }).title).toBe(title);
  });

  const noTitle = 'Please give the decision a title: the question in a few words.';
  const noContext = 'Please say what the problem is, in a sentence or two.';
  it.each<[string, Partial<ProposalForm>, { message: string; field: string; position?: number }]>([
    ['no title', { title: '' }, { message: noTitle, field: 'title' }],
    ['a title of blanks', { title: ' \n\t\u00a0' }, { message: noTitle, field: 'title' }],
    ['a title of control characters', { title: '\u0000\u0008\u202e' }, { message: noTitle, field: 'title' }],
    ['an invisible title', { title: '\u200b\u200d' }, { message: noTitle, field: 'title' }],
    [
      'a title of 3,000 characters',
      { title: 'x'.repeat(3000) },
      { message: 'This title has 3000 characters; 150 is the most. Please shorten it.', field: 'title' },
    ],
    ['no context', { context: '\n' }, { message: noContext, field: 'context' }],
    [
      'a long context',
      { context: 'x'.repeat(12_001) },
      { message: 'The context has 12001 characters; 12000 is the most. Please shorten it.', field: 'context' },
    ],
    [
      'a long driver',
      { drivers: `fast\n${'x'.repeat(251)}` },
      { message: 'One of these lines has 251 characters; 250 is the most. Please shorten it.', field: 'drivers' },
    ],
    [
      'eleven drivers',
      { drivers: 'fast\n'.repeat(11) },
      { message: '10 drivers are the most; there are 11.', field: 'drivers' },
    ],
    [
      'one option',
      { options: [{ title: 'Go', description: '' }] },
      {
        message: 'A decision needs at least two options; “leave it as it is” may well be one of them.',
        field: 'option',
        position: 0,
      },
    ],
    [
      'an option named twice',
      { options: ['Go', 'go'].map((title) => ({ title, description: '' })) },
      { message: 'Option 1 is already called “Go”. Please give this one another name.', field: 'option', position: 1 },
    ],
    ['no deadline', { closesAt: undefined }, { message: 'Please say when voting closes.', field: 'deadline' }],
    [
      'a deadline in the past',
      { closesAt: new Date(now.getTime() - 1) },
      { message: 'This time has passed. Please choose one that is still to come.', field: 'deadline' },
    ],
  ])('refuses %s', (_, changes, expected) => {
    expect(ruleBrokenBy(() => proposeWith(changes))).toEqual(expected);
  });

  it('whatever is typed becomes a decision within its limits, or a rule that says under which field', () => {
    const typed = fc.record({
      title: nastyText,
      context: nastyText,
      drivers: nastyText,
      options: fc.array(fc.record({ title: nastyText, description: nastyText }), { maxLength: 12 }),
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
        } catch (error) {
          if (!(error instanceof RuleBroken)) throw error;
          expect(error.field).toMatch(/^(title|context|drivers|options?)$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('checkQuestion', () => {
  it('keeps the paragraphs of the context', () => {
    const { context } = checkQuestion({ ...form, context: ' One.\n\nTwo. ' });
    expect(context).toBe('One.\n\nTwo.');
  });

  it('takes a title of 150 and a context of 12,000 characters, and ten drivers', () => {
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
      message: '“Rust + Axum” is an option already. Please give this one another name.',
      field: 'option',
      position: 0,
    });
  });

  it('refuses an eleventh', () => {
    const full = decision({
      options: Array.from({ length: 10 }, (_, position) => option(position, `Option ${position}`)),
    });
    expect(ruleBrokenBy(() => addOption(full, { title: 'Zig', description: '' }, by))).toEqual({
      message: 'Ten options are the most; this decision has ten already.',
      field: 'option',
      position: 0,
    });
  });
});

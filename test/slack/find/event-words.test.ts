import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../src/decision/limits.ts';
import type { ObjectionCount } from '../../../src/decision/objection/objection-count.ts';
import { gatherFacts } from '../../../src/decision/outcome/gather-facts.ts';
import { reachVerdict } from '../../../src/decision/outcome/verdict.ts';
import type { VerdictFacts } from '../../../src/decision/outcome/verdict-facts.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { takeTally } from '../../../src/decision/tally/tally.ts';
import { cleanLine, cleanText } from '../../../src/decision/text.ts';
import { wordEvent, wordedKinds } from '../../../src/slack/find/event-words.ts';
import { paragraph, toElements } from '../../../src/slack/text/words.ts';
import { en } from '../../../src/words/en/en.ts';
import { languages } from '../../../src/words/languages.ts';
import { type Piece, say } from '../../../src/words/say.ts';
import { typed } from '../../../src/words/typed.ts';
import type { EventKind } from '../../../src/workflow/change/event-kind.ts';
import { cast, electorateOf } from '../../decision/rule/any-rule.ts';
import { because, closesAt, noVotes, options, wonBy } from '../../decision/sample.ts';
import { textWithin } from '../any-decision.ts';
import { readBlocks } from '../readable.ts';

const moment = closesAt.toISOString();

/** A verdict as an earlier version recorded it. */
function before(text: string) {
  return { kind: 'told before', text };
}

/** What is recorded about a vote that objections block. */
function blocked(objections: ObjectionCount): VerdictFacts {
  const tally = takeTally({ options, ballots: cast({ o1: 2 }), deciders: electorateOf(2), ignored: new Set() });
  return gatherFacts(reachVerdict(presets.unanimous.rule, tally, objections), tally);
}

/** Each kind with what is recorded about it. */
const examples: { readonly [Kind in EventKind]: readonly object[] } = {
  draft: [{}],
  proposed: [{ title: 'Choose a language', options: ['Go', 'Rust & <co>'] }],
  'argument given': [
    { option: 'Go', kind: 'pro', text: 'one binary\nto ship' },
    { option: 'Go', kind: 'con', text: 'no sum types' },
    { option: 'Go', kind: 'neutral', text: 'it is old by now' },
  ],
  'argument corrected': [
    { option: 'Go', before: { kind: 'pro', text: 'fastt' }, after: { kind: 'pro', text: 'fast <&>' } },
    { option: 'Go', author: 'Bo', before: { kind: 'pro', text: 'slow' }, after: { kind: 'con', text: 'slow' } },
    { option: 'Go', author: null, before: { kind: 'con', text: 'a' }, after: { kind: 'neutral', text: 'b' } },
  ],
  'argument withdrawn': [
    { option: 'Go', kind: 'pro', text: 'one binary' },
    { option: 'Go', kind: 'con', text: 'no sum types', author: 'Bo' },
  ],
  'option added': [{ title: 'Zig' }],
  'option corrected': [
    { before: { title: 'Gp', description: '' }, after: { title: 'Go', description: '' } },
    { before: { title: 'Go', description: '' }, after: { title: 'Go', description: 'With Fiber.' }, author: 'Bo' },
    { before: { title: 'Go', description: 'With Gin.' }, after: { title: 'Golang', description: 'With Fiber.' } },
    { before: { title: 'Go', description: 'With Gin.' }, after: { title: 'Go', description: '' } },
  ],
  'option withdrawn': [
    { title: 'Zig', description: '' },
    { title: 'Zig', description: 'It is\nnew.', author: 'Bo' },
  ],
  edited: [{ title: 'Choose a language', context: 'Ours is old.', drivers: [] }],
  'recall changed': [
    { tags: ['storage', 'kafka'], affects: ['src/**'], revisit: { on: '2027-11-30', when: 'it\nis <full>' } },
    { tags: [], affects: [], revisit: {} },
    { tags: 3, revisit: { on: 'soon' } },
  ],
  'deciders named': [
    { deciders: ['U1'], names: ['Bo <&>'], groups: ['architects'] },
    { deciders: ['U1', 'U2'], names: ['Bo', null], groups: [] },
    { names: [], groups: [] },
  ],
  'voting asked for': [
    { closesAt: moment },
    { closesAt: moment, ruleId: 'two-thirds' },
    { closesAt: moment, ruleId: 'channel:Ours', ruleName: 'Ours' },
    { closesAt: moment, ruleTitle: 'Two thirds' },
  ],
  'outcome awaits': [
    { chosen: 'Go', reason: { by: 'person', text: 'the tender ends' } },
    { reason: { by: 'person', text: 'none will do' }, departures: [{ kind: 'before voting' }] },
    {
      chosen: 'Go',
      reason: { by: 'person', text: 'we know it' },
      departures: [
        {
          kind: 'against the vote',
          method: 'approval',
          counts: [
            { option: 'Rust', votes: 3 },
            { option: 'Go', votes: 1 },
          ],
        },
        { kind: 'before the deadline' },
        {
          kind: 'objections overridden',
          objections: [{ author: 'Bo', isHold: false, reason: 'slow', by: 'Chi', because: 'it is fast now' }],
          more: 0,
        },
      ],
    },
  ],
  'outcome declined': [{}],
  'outcome overtaken': [{}],
  'voting opened': [{ deciders: ['U1', 'U2'], closesAt: moment }, { deciders: ['U1'] }],
  'reopening asked for': [{ closesAt: moment, reason: 'two more options', round: 2 }],
  'voting reopened': [{ deciders: ['U1', 'U2'], closesAt: moment, reason: 'two more options', round: 2 }],
  'stall asked': [{}],
  'left open': [{}],
  'revisit asked': [{ dueOn: '2027-03-01' }, {}],
  'revisit day found': [{ from: '2027-03-01', to: '2028-03-01' }, { from: '2027-03-01' }, {}],
  'still right': [
    { dueOn: '2027-03-01', note: '' },
    { next: '2028-03-01', note: 'load has *grown* little' },
  ],
  'taken out': [
    { out: ['U1'], back: [] },
    { out: 300, back: ['U2'] },
  ],
  'handed over': [{ to: 'Ben' }, { to: null }],
  'handover taken back': [{ to: 'Ben' }],
  'handover declined': [{ from: 'Ben' }],
  'handovers ended': [
    { count: 1, why: 'gone' },
    { count: 2, why: 'taken out' },
    { count: 1, why: 'handed on' },
    { count: 1, why: 'something new' },
  ],
  'deciders changed': [
    { left: [{ id: 'U1', why: 'left' }], returned: [] },
    { left: [{ id: 'U1', why: 'left' }], returned: ['U2', 'U3'] },
  ],
  extended: [
    { closesAt: moment },
    { closesAt: moment, verdict: noVotes() },
    { closesAt: moment, verdict: before('Go and Rust are tied.') },
    { closesAt: moment, reason: 'Dev is away' },
  ],
  'final comments': [{ option: 'Go', closesAt: moment, isAnew: true }],
  shortened: [{ from: moment, closesAt: moment, reason: 'the tender ends' }],
  nudged: [{ missing: 3 }, { missing: 1 }],
  'ballots reconciled': [{ added: 2, removed: 1 }],
  'objection raised': [
    { objection: 'objection', reason: 'it has no <licence>' },
    { objection: 'hold', reason: 'I am away', until: moment, closesAt: moment },
  ],
  'objection resolved': [
    { objection: 'objection', about: 'it has no licence', reason: 'it has one now' },
    { objection: 'hold', about: 'I am away', reason: 'I have read it' },
  ],
  'objection overridden': [
    { objection: 'objection', about: 'it has no licence', reason: 'we write to the authors' },
    { objection: 'hold', about: 'I am away', reason: 'it can’t wait' },
  ],
  'hold ended': [{ reason: 'I am away' }],
  'discussed on': [{ reason: 'A fourth option came up.', isClosed: true }],
  'undated votes': [{ added: 2, removed: 1 }],
  'voting closed': [
    { verdict: noVotes() },
    { verdict: blocked({ standing: 1, resolved: 0 }) },
    { verdict: blocked({ standing: 2, resolved: 1 }) },
    { verdict: blocked({ standing: 0, resolved: 0, overridden: 1, unconfirmed: 1 }) },
    { verdict: wonBy('Go') },
    { verdict: before('Nobody who may vote has voted.') },
    { verdict: before('2 of 2 deciders voted, Go has 2 of 2 (needs all of those who voted).'), standing: 2 },
  ],
  accepted: [
    { verdict: wonBy('Go') },
    { verdict: before('3 of 4 voted.') },
    { reason: because('we run it already.'), consequences: [] },
    { reason: { by: 'rule', verdict: wonBy('Go') }, consequences: [] },
  ],
  rejected: [{ reason: because('it is too early.') }, { verdict: noVotes() }],
  withdrawn: [{ reason: 'we buy one' }, { reason: '' }],
  published: [
    { path: 'docs/decisions/0007-choose.md', commit: '0123456789abcdef0123456789abcdef01234567' },
    { path: 'docs/decisions/0007-choose.md', commit: '0123456789abcdef0123456789abcdef01234567', wasThere: true },
  ],
  'review proposed': [{ number: 12, url: 'https://git.example.com/adrs/-/merge_requests/12' }, { number: 12 }, {}],
  'review commented': [{ number: 12, count: 2 }, {}],
  'proposal closed': [{ number: 12 }],
  'proposal merged': [{ number: 12 }],
  'review completed': [{ number: 12 }, {}],
  'review opened': [{ number: 12 }, {}],
  'review closed': [{ number: 12, closedBy: 'ana' }, {}],
  'review reopened': [{ number: 12 }],
  'review left': [{ number: 12 }],
  'review renumbered': [{ before: '0007-use-go.md', after: '0008-use-go.md' }],
  'edited in review': [{ chosen: 'Rust' }, { status: 'rejected' }, {}],
  'not published': [
    { trouble: { code: 'told before', text: 'The repository can’t be reached.' } },
    { trouble: { code: 'no git' } },
    { trouble: { code: 'of a later version' } },
  ],
  deprecated: [{}],
  superseded: [{}],
  'card gone': [{ ts: '1.000100' }],
};

const anyLanguage = fc.constantFrom(...Object.values(languages));

/** The texts of rich text, without its styles. */
function textsIn(elements: readonly object[]): string {
  return elements
    .map((element) => {
      if ('elements' in element && Array.isArray(element.elements)) return textsIn(element.elements);
      return 'text' in element && typeof element.text === 'string' ? element.text : '';
    })
    .join('');
}

describe('wordEvent', () => {
  it('has words for every kind that is recorded', async () => {
    expect(wordedKinds.toSorted()).toEqual(Object.keys(examples).sort());
    const told = Object.entries(examples).flatMap(([kind, details]) =>
      details.map((detail) => readBlocks([paragraph(say`Ana ${wordEvent(en, kind, detail)}`)])),
    );
    await expect(told.join('')).toMatchFileSnapshot('events.golden.txt');
  });

  it('shows all of what was corrected and withdrawn, whatever it was, in every language', () => {
    const reason = fc.record({ kind: fc.constantFrom('pro', 'con', 'neutral'), text: textWithin(limits.argument) });
    const option = fc.record({
      title: textWithin(limits.optionTitle),
      description: fc.oneof(fc.constant(''), textWithin(limits.optionDescription, cleanText)),
    });
    const law = fc.property(anyLanguage, reason, reason, option, option, (language, said, instead, was, is) => {
      const tell = (kind: EventKind, detail: object) => {
        const { elements } = paragraph(say`Ana ${wordEvent(language, kind, detail)}`);
        return textsIn(elements);
      };
      const isTold = (told: string, ...texts: readonly string[]) => {
        for (const text of texts) expect(told).toContain(textsIn(toElements(typed(cleanLine(text)))));
      };
      isTold(tell('argument corrected', { option: 'Go', before: said, after: instead }), said.text, instead.text);
      isTold(tell('argument withdrawn', { option: 'Go', ...said, author: 'Bo' }), said.text);
      const told = tell('option corrected', { before: was, after: is });
      if (was.description !== is.description) isTold(told, was.description, is.description);
      for (const { title } of [was, is]) expect(told).toContain(title);
      const gone = tell('option withdrawn', was);
      isTold(gone, was.description);
      expect(gone).toContain(was.title);
    });
    fc.assert(law, { numRuns: 150 });
  });

  it('describes an event that it does not know by its kind', () => {
    expect(wordEvent(en, 'flown <away>', {})).toBe('flown <away>');
    expect(wordEvent(en, 'toString', {})).toBe('toString');
  });

  it('is a block that Slack accepts, with nothing typed interpreted, whatever was recorded', () => {
    const value = fc.oneof(textWithin(3_000), fc.jsonValue(), fc.array(textWithin(200), { maxLength: 20 }));
    const fields = ['title', 'options', 'option', 'kind', 'text', 'closesAt', 'deciders', 'reason', 'verdict'];
    const detail = fc.dictionary(
      fc.constantFrom(...fields, 'standing', 'trouble', 'path', 'commit', 'missing', 'objection', 'about', 'until'),
      value,
    );
    fc.assert(
      fc.property(fc.constantFrom(...wordedKinds), detail, (kind, recorded) => {
        const said = say`${wordEvent(en, kind, recorded)}`;
        expect(said).not.toEqual([]);
        const isOwnAddress = (piece: Piece) =>
          piece.kind === 'link' && [piece.text, `mailto:${piece.text}`, `http://${piece.text}`].includes(piece.url);
        const others = said.filter((piece) => piece.kind !== 'text' && piece.kind !== 'moment' && !isOwnAddress(piece));
        expect(others).toEqual([]);
        expect(validateMessage({ text: 'History', blocks: [paragraph(said)] })).toEqual([]);
      }),
      { examples: [['extended', { reason: 'xmpp:a@b.co' }]] },
    );
  });
});

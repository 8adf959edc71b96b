import { describe, expect, it } from 'vitest';
import type { IndexGap, Refusal, UnfitReceiver } from '../../src/decision/failure/refusal.ts';
import type { DraftRemark } from '../../src/decision/proposal/draft-remark.ts';
import type { RuleDoubt } from '../../src/decision/rule/rule-doubt.ts';
import { wordDraftRemark, wordRefusal, wordRuleDoubt } from '../../src/words/language.ts';

/** Facts for each code, so that the type checker names a code without a sample. */
type SamplesOf<Fact extends { readonly code: string }> = {
  readonly [Code in Fact['code']]: readonly Omit<Extract<Fact, { readonly code: Code }>, 'code'>[];
};

/** All values of a fact that is one of a few words; the type checker names one that is missing. */
function each<Value extends string>(values: Readonly<Record<Value, true>>): Value[] {
  return Object.keys(values) as Value[];
}

type FactsOf<Code extends Refusal['code']> = Extract<Refusal, { readonly code: Code }>;

const people = ['Ana', 'Bo', 'Chi', 'Dan', 'Eva', 'Fay'];
const adr = 'ADR 0007 Use Go';
const severalGaps: readonly IndexGap[] = [
  { kind: 'being read', repository: 'platform' },
  { kind: 'stopped', repository: 'library' },
  { kind: 'away', repository: 'tools', trouble: { code: 'unreachable', place: 'git.example.com/tools', said: '' } },
  { kind: 'being read', repository: 'services/billing' },
  { kind: 'being read', repository: 'services/search' },
];

const refusals: SamplesOf<Refusal> = {
  missing: each<FactsOf<'missing'>['what']>({
    title: true,
    context: true,
    'option name': true,
    heading: true,
    'rule name': true,
    reason: true,
    justification: true,
    'reason for less time': true,
    'what has changed': true,
    'reason to override': true,
    deadline: true,
    'end of the hold': true,
    option: true,
    'chosen option': true,
    objection: true,
    score: true,
    draft: true,
    channel: true,
  }).map((what) => ({ what })),
  'section without text': [{ heading: 'Rationale' }],
  'too long': [
    ...each<FactsOf<'too long'>['what']>({
      title: true,
      context: true,
      driver: true,
      'option name': true,
      'option description': true,
      reason: true,
      consequence: true,
      heading: true,
      section: true,
      'rule name': true,
      tag: true,
      pattern: true,
      condition: true,
      note: true,
    }).map((what) => ({ what, length: 12_001, characters: 12_001, most: 12_000 })),
    { what: 'title', length: 152, characters: 76, most: 150 },
  ],
  'too many': each<FactsOf<'too many'>['what']>({
    drivers: true,
    options: true,
    sections: true,
    consequences: true,
    tags: true,
    patterns: true,
  }).map((what) => ({ what, count: 11, most: 10 })),
  'heading taken': each<FactsOf<'heading taken'>['by']>({
    status: true,
    date: true,
    people: true,
    context: true,
    drivers: true,
    options: true,
  }).map((by) => ({ heading: 'Background', by })),
  'unusable tag': [
    { tag: 'storage:postgres!', strange: [':', '!'] },
    { tag: '#', strange: [] },
  ],
  'unusable pattern': each<FactsOf<'unusable pattern'>['fault']>({
    'not a path of git': true,
    'leads outside': true,
    'says what not': true,
    'open bracket': true,
  }).map((fault) => ({ pattern: 'src/store/{a', fault })),
  'not a day': [{ typed: '2027-02-30' }],
  'day has passed': [{}],
  'day too far away': [{ years: 20 }],
  'looked again already': [
    { by: 'Ana', next: '2027-03-01' },
    { by: undefined, next: undefined },
  ],
  'nothing to look at again': [{}],
  'ADR absent': [{}],
  'too few options': [{ least: 2 }],
  'options full': [{ most: 10 }],
  'option name taken': [{ name: 'Go' }, { name: 'Go', position: 0 }],
  'own share used': each<FactsOf<'own share used'>['what']>({
    options: true,
    reasons: true,
    objections: true,
    'standing objections': true,
  }).map((what) => ({ what, count: 3 })),
  'option withdrawn': [{ name: 'Go' }],
  'reason withdrawn': [{}],
  'reason given already': [{}],
  'too late to correct': [{}],
  'too few options left': [{ least: 2 }],
  'silence counts for the option': [{}],
  'option deprecates the ADR': [{}],
  'nothing to correct': [{}],
  'not yours to correct': [
    { what: 'option', names: ['Ana', 'Bo'] },
    { what: 'reason', names: ['Ana'] },
    { what: 'reason', names: [] },
  ],
  'nothing in the draft': [{}],
  'drafted reason too long': [{ beginning: 'It starts in a second, and', length: 1_501, most: 500 }],
  'too many drafted reasons': [{ count: 201, most: 200 }],
  'draft and file': [{}],
  'other kind of file': [{}],
  'file too large': [{ bytes: 5_230_000, most: 1_000_000 }],
  'file empty': [{}],
  'file not text': [{}],
  'file not readable here': [{}],
  'file not handed over': [{}],
  'time has passed': [{}],
  'more than a year away': [{}],
  'hold too long': [{ mostDays: 30 }],
  'open too briefly': [
    { leastMinutes: 90, isOpen: false },
    { leastMinutes: 3 * 24 * 60, isOpen: true },
  ],
  'final comments too brief': [{ leastMinutes: 14_400 }],
  'hold lasts longer': [{}],
  'shortened too often': [{ times: 5 }],
  'deadline moved meanwhile': [{}],
  'voting not open yet': [{}],
  'voting open already': [{}],
  'voting never open': [{}],
  'voting still open': [{}],
  'voting closed before': [{}],
  'voting over': [{}],
  'round over': [{}],
  'votes by reaction': [{}],
  'no abstaining': [{}],
  'nobody can vote': [{ areNamed: true }, { areNamed: false }],
  'several deciders': [{ count: 5 }],
  'no single decider': [{ chosen: 'deciders' }, { chosen: 'rule' }],
  'not away': [{}],
  'nobody left': [{}],
  'no handing over': [{}],
  'no vote to hand over': [{}],
  'voted already': [{}],
  'unfit to vote for you': each<UnfitReceiver>({
    yourself: true,
    'no decider': true,
    gone: true,
    away: true,
    'taken out': true,
    'handed over': true,
  }).map((why) => ({ why })),
  'nobody to hand over to': [{}],
  'group gone': [
    { handle: 'architects', wasOpen: false },
    { handle: 'architects', wasOpen: true },
  ],
  'objections stand': [
    { names: ['Bo'], count: 1 },
    { names: ['Bo', 'Chi'], count: 3 },
    { names: people, count: 6 },
    { names: ['Bo', null], count: 2 },
  ],
  'objections not asked for': [{}],
  'objection settled already': [{}],
  'no objection stands': [{}],
  'decided already': [{ status: 'accepted' }],
  'review not closed': [{}, { isNote: true }],
  'nothing to publish': [{ status: 'proposed' }],
  'own outcome': [{}],
  'outcome not awaited': [{}],
  'vote changed meanwhile': [{}],
  'edited meanwhile': [{}],
  'voting opened meanwhile': [{}],
  'unusable part of a rule': [
    { part: 'tie', value: 'coin', allowed: { kind: 'one of', words: ['extend once', 'ask', 'reject'] } },
    { part: 'closes early', value: null, allowed: { kind: 'list of', words: ['decided', 'unreachable', 'all voted'] } },
    { part: 'quorum', value: -1, allowed: { kind: 'whole number', least: 0, most: 100_000 } },
    { part: 'hidden tally', value: 'yes', allowed: { kind: 'true or false' } },
    { part: 'quorum', value: '3/2', allowed: { kind: 'quorum' } },
    { part: 'threshold', value: ['most'], allowed: { kind: 'threshold' } },
    { part: 'minimum open', value: 'x'.repeat(5_000), allowed: { kind: 'length of time' } },
  ],
  'unknown rule': [
    { value: 'dictatorship', known: ['plurality', 'majority', 'two-thirds'] },
    { value: undefined, known: ['plurality', 'majority', 'two-thirds'] },
  ],
  'unknown part of a rule': [{ part: 'veto', known: ['preset', 'method', 'deciders'] }],
  'threshold counts abstentions': [{}],
  'more in favor than deciders': [{}],
  'no second person': [{}],
  'handover with one decider': [{}],
  'no such repository': [{ name: 'security', names: ['platform', 'payments'] }],
  'chosen repository gone': [{}],
  'ADR elsewhere': [{ adr: 'ADR 0003 Use Go' }],
  'draft over': [{}],
  'thread closed': [{}],
  'thread gone': [{}],
  'chosen rule gone': [{}],
  'own rule gone': [{}],
  'rule name taken': [{ name: 'Careful' }],
  'rules full': [{ most: 20 }],
  'decision not found': [{}],
  'other workspace': [{}],
  'people of the workspace only': [{}],
  'no tools': [{}],
  'tools of members only': [{}],
  'channel not seen': [{ name: 'ops' }],
  'forms prepared already': [{ most: 3 }],
  'members only': [{}],
  'not a manager': [
    ...each<FactsOf<'not a manager'>['act']>({
      'open voting': true,
      'open voting again': true,
      'move the deadline': true,
      'make the deadline earlier': true,
      'take out who is away': true,
      edit: true,
      'leave it open': true,
      'look again': true,
      'override an objection': true,
      'record the outcome': true,
      withdraw: true,
      publish: true,
    }).map((act) => ({ act, managers: 'proposer and deciders', names: ['Ana', 'Bo'] }) as const),
    { act: 'withdraw', managers: 'proposer and deciders', names: people },
    { act: 'make the deadline earlier', managers: 'proposer', names: [] },
  ],
  'not an overrider': [
    ...each<FactsOf<'not an overrider'>['act']>({
      'decide in place of the vote': true,
      'override an objection': true,
      'make the deadline earlier': true,
      'end the vote': true,
      'confirm the outcome': true,
    }).map((act) => ({ act, overriders: ['proposer', 'admins'], names: ['Ana'] }) as const),
    { act: 'decide in place of the vote', overriders: ['proposer', 'deciders', 'admins'], names: people },
    { act: 'decide in place of the vote', overriders: ['admins'], names: [] },
    { act: 'override an objection', overriders: [], names: [] },
  ],
  'not invited': [{ channel: 'general' }],
  'direct message': [{}],
  'cannot post here': [{}],
  'not in the channel': [{ wanted: 'propose' }, { wanted: 'import' }, { wanted: 'digest' }],
  'members of the channel only': [{ what: 'settings' }, { what: 'digest' }, { what: 'revisit' }],
  'no such ADR': [
    { reference: { number: 7 }, gaps: [] },
    { reference: { number: 7 }, gaps: [{ kind: 'away', trouble: { code: 'no git' } }] },
    { reference: { number: 7 }, gaps: [{ kind: 'being read' }] },
    { reference: { number: 7 }, gaps: [{ kind: 'stopped' }] },
    { reference: { number: 7 }, gaps: severalGaps.slice(0, 3) },
    { reference: { number: 7 }, gaps: severalGaps },
    { reference: { fileName: 'use-go' }, gaps: [] },
    { reference: { fileName: 'use-go' }, gaps: [{ kind: 'being read' }] },
  ],
  'ADR gone': [{}],
  'ADR unnamed': [{ command: 'show' }, { command: 'supersede' }],
  'decision not named': [{}],
  'not followed': [{ tag: 'kafka' }],
  'too many followed': [{ most: 30 }],
  'no decision with these words': [{ words: ['message', 'queue'] }],
  'number taken by several': [
    { number: 7, fileNames: ['0007-go.md', '0007-rust.md'], verb: 'supersede' },
    { number: 7, fileNames: ['0007-go.md', '0007-rust.md', '0007-zig.md'], verb: 'amend' },
  ],
  'ADR taken': [{ adr, title: 'Use Rust' }],
  'ADR fallen': [
    { adr, status: 'superseded', statusText: 'Superseded by 12' },
    { adr, status: 'deprecated', statusText: 'Deprecated' },
  ],
  'ADR superseded': [{ adr, successor: 'ADR 0012 Use Rust', reference: '12', verb: 'supersede' }],
  'ADR rejected': [{ adr, status: 'rejected', verb: 'deprecate' }],
  'import ended already': [{}],
  'unknown word': [
    { word: 'monthly', command: 'digest' },
    { word: 'maybe', command: 'nudges' },
  ],
  'unreadable day': [{ word: 'someday' }, { word: '' }],
  'day not to come': [{ day: '2026-12-24' }],
  'unreadable cadence': [{ word: 'someday' }],
  'unknown time zone': [{ name: 'Europe/Berln' }],
};

import { languages } from '../../src/words/languages.ts';

const because: Refusal = { code: 'unusable part of a rule', part: 'quorum', value: '3/2', allowed: { kind: 'quorum' } };

const ruleDoubts: SamplesOf<RuleDoubt> = {
  'rule left out': [{ name: 'Careful', because }],
  'first rule left out': [{ because }],
  'rules not by name': [{}],
  'rule name refused': [{ name: 'A\tB' }],
  'too many rules': [{ most: 20 }],
  'setting left out': [
    { setting: 'publish', value: '"pr"', known: ['auto', 'commit', 'review', 'propose'] },
    { setting: 'checks', value: '"on"', known: ['off', 'comment', 'check'] },
    { setting: 'enforce', value: '"yes"', known: ['true', 'false'] },
  ],
  'agents left out': [{ value: '"../AGENTS.md"' }],
  'revisit left out': [{ value: '"soon"' }],
  'settings unusable': [
    { why: { kind: 'not YAML' } },
    { why: { kind: 'too long', most: 10_000 } },
    { why: { kind: 'too deep', most: 10 } },
    { why: { kind: 'too slow' } },
  ],
};

const none = { pro: 0, con: 0, neutral: 0 };

const draftRemarks: SamplesOf<DraftRemark> = {
  'taken from the draft': [
    { hasTitle: true, hasContext: false, drivers: 0, options: 0, reasons: none, sections: 0 },
    { hasTitle: true, hasContext: true, drivers: 2, options: 2, reasons: { pro: 2, con: 1, neutral: 1 }, sections: 1 },
    {
      ...{ hasTitle: true, hasContext: false, drivers: 0, options: 0, reasons: none, sections: 0 },
      ...{ tags: 1, patterns: 2, hasRevisit: true },
    },
  ],
  'left out of the form': [
    { texts: ['2020-01-01'], others: 0, because: { code: 'day has passed' } },
    { texts: ['../lib'], others: 0, because: { code: 'unusable pattern', pattern: '../lib', fault: 'leads outside' } },
    {
      ...{ texts: ['k', 'l', 'm', 'n', 'o'], others: 2 },
      because: { code: 'too many', what: 'tags', count: 17, most: 10 },
    },
  ],
  'options left out': [
    { count: 11, most: 10, titles: ['Go'], others: 0 },
    { count: 17, most: 10, titles: ['Go', 'Rust', 'Zig', 'C', 'D'], others: 2 },
  ],
  'more doubts': [{ count: 7 }],
  'prepared by a program': [{}],
};

/** Each code with the sentences for its samples. */
function print<Fact extends { readonly code: string }>(
  samples: SamplesOf<Fact>,
  toWords: (fact: Fact) => string,
): string {
  const parts = Object.entries<readonly object[]>(samples).map(([code, all]) => {
    const sentences = all.map((facts) => `  ${toWords({ code, ...facts } as Fact)}`);
    return `${code}\n${sentences.join('\n')}\n`;
  });
  return parts.join('\n');
}

describe.each(Object.values(languages))('the words in $code', (language) => {
  const { code } = language;

  it('for refusals', async () => {
    const words = print<Refusal>(refusals, (refusal) => wordRefusal(language, refusal));
    await expect(words).toMatchFileSnapshot(`${code}/refusals.golden.txt`);
  });

  it('for rules that can’t be used', async () => {
    const words = print<RuleDoubt>(ruleDoubts, (doubt) => wordRuleDoubt(language, doubt));
    await expect(words).toMatchFileSnapshot(`${code}/rule-doubts.golden.txt`);
  });

  it('for Markdown drafts', async () => {
    const words = print<DraftRemark>(draftRemarks, (remark) => wordDraftRemark(language, remark));
    await expect(words).toMatchFileSnapshot(`${code}/draft-remarks.golden.txt`);
  });

  it('for what failed', async () => {
    const { noAnswer, tooManyCalls, unexpected } = language.failures;
    const words = [noAnswer(), tooManyCalls(1), tooManyCalls(30), unexpected('1a2b3c4d')];
    await expect(`${words.join('\n')}\n`).toMatchFileSnapshot(`${code}/failures.golden.txt`);
  });
});

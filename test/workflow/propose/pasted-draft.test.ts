import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { countReasons } from '../../../src/decision/proposal/draft-remark.ts';
import type { ProposalInput } from '../../../src/workflow/ports/proposal-input.ts';
import { fillIn } from '../../../src/workflow/propose/pasted-draft.ts';
import { ruleBrokenBy } from '../../decision/sample.ts';

const typed: ProposalInput = {
  title: 'Typed title',
  context: 'Typed context.',
  drivers: 'typed driver',
  options: [{ key: 'a', title: 'Typed option', description: '', arguments: [] }],
  sections: [{ key: 'b', heading: 'Typed section', markdown: 'Typed text.' }],
  draft: undefined,
  remarks: [],
  bond: { kind: 'supersedes', adrId: 3, number: 3, title: 'Use Perl' },
  deciders: ['UBO'],
  closesAt: '2026-11-27T17:00:00.000Z',
  opensVotingNow: false,
};

const draft = [
  '# Choose the queue',
  '## Context and Problem Statement',
  'Traces arrive in bursts.',
  '## Decision Drivers',
  '* no trace is lost\n* one team runs it',
  '## Considered Options',
  '* Kafka\n* NATS',
  '## Pros and Cons of the Options',
  '### Kafka',
  '* Good, because it is known\n* Good, because it scales\n* Bad, because it is heavy',
  '### NATS',
  '* Neutral, because it is young',
  '## Success metrics',
  '| what | how much |\n| --- | --- |\n| loss | 0 |',
].join('\n\n');

const made = (seed: string) => ({ seed, today: '2026-11-20' });

describe('fillIn', () => {
  it('takes what the draft has, and says so', () => {
    const form = fillIn(typed, draft, made('v1'));
    expect(form).toMatchObject({
      title: 'Choose the queue',
      context: 'Traces arrive in bursts.',
      drivers: 'no trace is lost\none team runs it',
      draft,
    });
    expect(form.options.map(({ title, arguments: reasons }) => [title, countReasons(reasons)])).toEqual([
      ['Kafka', { pro: 2, con: 1, neutral: 0 }],
      ['NATS', { pro: 0, con: 0, neutral: 1 }],
    ]);
    expect(form.sections).toMatchObject([
      { heading: 'Success metrics', markdown: '| what | how much |\n| --- | --- |\n| loss | 0 |' },
    ]);
    expect(form.remarks[0]).toEqual({
      code: 'taken from the draft',
      hasTitle: true,
      hasContext: true,
      drivers: 2,
      options: 2,
      reasons: { pro: 2, con: 1, neutral: 1 },
      sections: 1,
    });
  });

  it('keeps styles and links as somebody would type them, unless these take more room than a field has', () => {
    const far = `https://example.org/${'far/'.repeat(150)}`;
    const marked = [
      '# Choose',
      '## Decision Drivers',
      `* [short](https://example.org) is **good**\n* [long](${far})`,
      '## Options',
      '### Kafka',
      `See [there](${far}) and [here](${far}).`,
      `* Good, because \`acks\` are *there*\n* Bad, because [it is heavy](${far})`,
    ].join('\n\n');
    const { drivers, options } = fillIn(typed, marked, made('v1'));
    expect(drivers).toBe('<https://example.org|short> is *good*\nlong');
    expect(options[0]).toMatchObject({
      description: 'See there and here.',
      arguments: [{ text: '`acks` are _there_' }, { text: 'it is heavy' }],
    });
  });

  it('takes tags, paths and when to look again from front matter', () => {
    const { recall, hasWholeRecall, sections, remarks } = fillIn(
      { ...typed, sections: [] },
      '---\ntags: [Data Storage, kafka]\naffects:\n  - src/store/**\n  - lib/**\nreview-by: 2027-03\n---\n\n# Choose\n\nRevisit when: we outgrow *one* server\n',
      made('v1'),
    );
    expect(recall).toEqual({
      tags: 'data-storage, kafka',
      affects: 'src/store/**\nlib/**',
      revisit: { on: '2027-03-01', when: 'we outgrow _one_ server' },
    });
    expect([hasWholeRecall, sections]).toEqual([true, []]);
    expect(remarks).toEqual([expect.objectContaining({ tags: 2, patterns: 2, hasRevisit: true, sections: 0 })]);
  });

  it('takes them from lines and from sections, once, and keeps what the form has of the others', () => {
    const recall = { tags: 'typed', affects: 'typed/**', revisit: { on: '2027-01-01', when: 'typed' } };
    const form = fillIn(
      { ...typed, recall },
      [
        '# Choose',
        '**Scope:** `src/**` | **Next review:** 2027-06-01',
        '## Context\n\nBursts.',
        '## Next review\n\nWe look at this again on 2027-06-01.',
        '## Revisit when\n\n- the *third* cup breaks\n- tea is gone.',
        '## Metrics\n\nCups.',
      ].join('\n\n'),
      made('v1'),
    );
    expect(form.recall).toEqual({
      tags: 'typed',
      affects: 'src/**',
      revisit: { on: '2027-06-01', when: 'the _third_ cup breaks; tea is gone' },
    });
    expect(form.sections.map(({ heading }) => heading)).toEqual(['Metrics']);
  });

  it('leaves what says more than a field can hold in its section', () => {
    const told = '## Revisit when\n\nThe third cup breaks.\n\nThen Ana counts the cups, and asks Bo for the money.';
    const form = fillIn(typed, `# Choose\n\n${told}`, made('v1'));
    expect(form.sections).toMatchObject([
      { heading: 'Revisit when', markdown: told.slice('## Revisit when\n\n'.length) },
    ]);
    expect(form.recall).toBeUndefined();
  });

  it('says what the form can’t take', () => {
    const long = 'x'.repeat(501);
    const tags = Array.from({ length: 12 }, (_, index) => `t${index}`).join(', ');
    const { recall, remarks } = fillIn(
      typed,
      `---\ntags: [${tags}]\naffects: ["src/**", "../lib/*"]\nreview-by: 2026-11-20\nrevisit-when: ${long}\n---\n\n# Choose\n`,
      made('v1'),
    );
    expect(recall).toMatchObject({ affects: 'src/**', revisit: { on: undefined, when: '' } });
    expect(remarks.slice(1)).toMatchObject([
      { texts: ['t10', 't11'], others: 0, because: { code: 'too many', count: 12, most: 10 } },
      { texts: ['../lib/*'], because: { code: 'unusable pattern', fault: 'leads outside' } },
      { texts: ['2026-11-20'], because: { code: 'day has passed' } },
      { texts: [`${'x'.repeat(60)}…`], because: { code: 'too long' } },
    ]);
  });

  it('leaves what the draft does not have as it was', () => {
    const form = fillIn(typed, '# Choose the queue', made('v1'));
    expect(form).toEqual({
      ...typed,
      title: 'Choose the queue',
      draft: '# Choose the queue',
      remarks: [
        expect.objectContaining({ code: 'taken from the draft', hasTitle: true, hasContext: false, options: 0 }),
      ],
    });
  });

  it('makes the same form when it is done twice', () => {
    expect(fillIn(typed, draft, made('v1'))).toEqual(fillIn(typed, draft, made('v1')));
    const keys = fillIn(typed, draft, made('v1')).options.map(({ key }) => key);
    expect(new Set([...keys, ...fillIn(typed, draft, made('v2')).options.map(({ key }) => key)]).size).toBe(4);
  });

  it('shows a second row beside an only option', () => {
    const { options } = fillIn(typed, '# Choose\n\n## Considered Options\n\n* Kafka', made('v1'));
    expect(options.map(({ title }) => title)).toEqual(['Kafka', '']);
  });

  it('keeps the option that keeps an ADR, after those of the draft', () => {
    const keep = { key: 'k', title: 'Keep ADR 0003 as it is', description: '', arguments: [], keepsAdr: true };
    const bound = { ...typed, options: [...typed.options, keep] };
    const ways = (count: number) => Array.from({ length: count }, (_, index) => `* Way ${index + 1}`).join('\n');
    const fill = (count: number) => fillIn(bound, `# Choose\n\n## Considered Options\n\n${ways(count)}`, made('v1'));
    expect(fill(1).options.map(({ title }) => title)).toEqual(['Way 1', keep.title]);
    const many = fill(10);
    expect(many.options).toHaveLength(10);
    expect(many.options.at(-1)).toEqual(keep);
    expect(many.remarks).toContainEqual({
      code: 'options left out',
      count: 10,
      most: 9,
      titles: ['Way 10'],
      others: 0,
    });
  });

  it('names the options beyond ten that it leaves out', () => {
    const many = Array.from({ length: 13 }, (_, index) => `* Way ${index + 1}`).join('\n');
    const form = fillIn(typed, `# Choose\n\n## Considered Options\n\n${many}`, made('v1'));
    expect(form.options).toHaveLength(10);
    expect(form.remarks).toContainEqual({
      code: 'options left out',
      count: 13,
      most: 10,
      titles: ['Way 11', 'Way 12', 'Way 13'],
      others: 0,
    });
  });

  it.each(['', ' \n\t', '---\n---\n'])('refuses a draft with nothing in it: %j', (markdown) => {
    expect(ruleBrokenBy(() => fillIn(typed, markdown, made('v1')))).toMatchObject({ field: 'draft' });
  });

  it.each([
    ['quotes', `${'>'.repeat(3_000)} x`],
    ['lists', `${'- '.repeat(1_500)}x`],
    ['numbers', `${'1. '.repeat(1_500)}x`],
    ['a mixture', `${'> 1) * '.repeat(500)}x`],
    ['steps', Array.from({ length: 300 }, (_, index) => `${'  '.repeat(index)}- x`).join('\n')],
  ])('takes %s without an end for plain text, and says so', { timeout: 180_000 }, (_, markdown) => {
    const { context, draft, remarks } = fillIn(typed, `# Choose\n\n## Context\n\n${markdown}`, made('v1'));
    expect(context).toBe(markdown);
    expect(draft).toContain(markdown);
    expect(remarks).toContainEqual(expect.objectContaining({ code: 'nested too deeply', most: 100 }));
  });

  it('accepts the deepest allowed nesting', () => {
    const markdown = `# Choose\n\n## Context\n\n${'> '.repeat(99)}x`;
    expect(fillIn(typed, markdown, made('v1')).context).toContain('x');
  });

  it('takes any text, keeping it whole, and remarks on a few lines', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(nastyText, fc.constantFrom('# ', '## Options', '* ', '---', '|'))), (lines) => {
        const markdown = `# Choose\n\n${lines.join('\n')}`;
        const form = fillIn(typed, markdown, made('v1'));
        expect(form.draft).toBe(markdown.toWellFormed().replaceAll('\0', ''));
        expect(form.options.length).toBeLessThanOrEqual(10);
        expect(form.remarks.length).toBeLessThanOrEqual(8);
        const keys = [...form.options, ...form.sections].map(({ key }) => key);
        expect(keys.every((key) => /^[\w-]+$/.test(key))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

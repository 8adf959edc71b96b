import { adrLanguages } from '@gavel/adr/language/adr-language.ts';
import { parseTyped } from '@gavel/adr/typed/typed-blocks.ts';
import { parseTypedLine } from '@gavel/adr/typed/typed-line.ts';
import fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import type { Departure } from '../../src/decision/outcome/departure.ts';
import type { AdrRecord } from '../../src/record/record.ts';
import { anyRule } from '../decision/rule/any-rule.ts';
import { wonBy } from '../decision/sample.ts';
import { adrOfRecord } from './adr-of-record.ts';
import { accepted } from './sample-records.ts';

/** What another reader makes of the file, without any settings of ours. */
const stranger = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter);

function nodesOf(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? [...node.children].flatMap(nodesOf) : [])];
}

function headingsOf(tree: Root): [number, string][] {
  return tree.children.flatMap((node): [number, string][] =>
    node.type === 'heading' ? [[node.depth, textOf(node)]] : [],
  );
}

const line = (typed: string) =>
  typed
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}|\ufeff|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** The words with nothing between them, so that only words and their order count. */
const words = (typed: string) =>
  line(typed)
    // A list in a reason becomes one sentence.
    .replaceAll(/[ ;]/g, '')
    .replace(/^because/i, '');

/** What a reader of a typed line, or of several, is shown of it. */
const shownLine = (typed: string) => textOf({ type: 'paragraph', children: parseTypedLine(typed) });
const shownLines = (typed: string) => textOf({ type: 'root', children: parseTyped(typed) });

const people = fc.array(fc.oneof(nastyText, fc.constantFrom('Alice', 'No', 'null', '- x', '2026-11-20')), {
  maxLength: 3,
});
const someText = nastyText.filter((text) => line(text) !== '');

const overridden = fc.record({
  author: nastyText,
  isHold: fc.boolean(),
  reason: nastyText,
  by: nastyText,
  because: nastyText,
});
const departure: fc.Arbitrary<Departure<string | null>> = fc.oneof(
  fc.record({
    kind: fc.constant('against the vote' as const),
    winner: fc.constant(undefined),
    method: fc.constantFrom('approval' as const, 'score' as const),
    counts: fc.array(fc.record({ option: nastyText, votes: fc.nat(3) }), { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('objections overridden' as const),
    objections: fc.array(overridden, { minLength: 1, maxLength: 2 }),
    more: fc.nat(2),
  }),
);

const records: fc.Arbitrary<AdrRecord> = fc.record({
  language: fc.constantFrom(...adrLanguages),
  title: someText,
  status: fc.constantFrom('accepted', 'rejected'),
  date: fc.constantFrom('2026-11-20', '2000-02-29'),
  decisionMakers: people,
  consulted: people,
  informed: people,
  context: nastyText,
  drivers: fc.array(nastyText, { maxLength: 3 }),
  options: fc.array(
    fc.record({
      title: someText,
      description: nastyText,
      arguments: fc.array(
        fc.record({ kind: fc.constantFrom('pro', 'con', 'neutral'), text: nastyText, by: nastyText }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 3 },
  ),
  sections: fc.constant([]),
  draft: fc.constant(undefined),
  outcome: fc.record({
    chosen: fc.option(someText, { nil: undefined }),
    reason: fc.record({ by: fc.constantFrom('person' as const, 'before' as const), text: nastyText }),
    decided: fc.record({
      by: fc.option(nastyText, { nil: undefined }),
      departures: fc.array(departure, { maxLength: 2 }),
    }),
  }),
  consequences: fc.array(fc.record({ kind: fc.constantFrom('good', 'bad', 'neutral'), text: nastyText }), {
    maxLength: 2,
  }),
  votes: fc.option(
    fc.record({
      rule: anyRule,
      closed: nastyText,
      tally: fc.array(fc.record({ option: nastyText, votes: fc.nat(3), by: people }), { maxLength: 2 }),
      unit: fc.constantFrom('vote' as const, 'point' as const),
      notVoted: people,
      abstained: people,
      verdict: fc.oneof(
        nastyText.map((text) => ({ kind: 'told before' as const, text })),
        nastyText.map((option) => wonBy(option)),
      ),
      isDecidedByRule: fc.boolean(),
      takenBack: fc.nat(3),
      advisory: fc.array(fc.record({ option: nastyText, by: people }), { maxLength: 2 }),
    }),
    { nil: undefined },
  ),
  discussionUrl: fc.option(fc.constantFrom('https://example.com/x', 'javascript:x'), { nil: undefined }),
});

function expectedHeadings(record: AdrRecord): [number, string][] {
  const isSpoken = ({ text }: { text: string }) => line(text) !== '';
  const title = (typed: string) => line(shownLine(typed));
  const options = record.options.filter((option) => line(option.description) !== '' || option.arguments.some(isSpoken));
  const headings: [number, string, boolean][] = [
    [1, title(record.title), true],
    [2, 'Context and Problem Statement', true],
    [2, 'Decision Drivers', record.drivers.some((text) => line(text) !== '')],
    [2, 'Considered Options', record.options.length > 0],
    [2, 'Decision Outcome', true],
    [3, 'Consequences', record.consequences.some(isSpoken)],
    [2, 'Pros and Cons of the Options', options.length > 0],
    ...options.map((option): [number, string, boolean] => [3, title(option.title), true]),
    [2, 'More Information', record.votes !== undefined || record.discussionUrl !== undefined],
  ];
  return headings.flatMap(([depth, text, isThere]): [number, string][] => (isThere ? [[depth, text]] : []));
}

function plainTextsOf(record: AdrRecord): string[] {
  return [
    ...record.drivers.map(shownLine),
    ...record.options.flatMap((option) => [
      shownLine(option.title),
      shownLines(option.description),
      ...option.arguments.flatMap(({ text, by }) => (line(text) === '' ? [] : [shownLine(text), by ?? ''])),
    ]),
    shownLine(record.outcome.chosen ?? ''),
    record.outcome.reason?.by === 'person' ? shownLines(record.outcome.reason.text) : '',
    record.outcome.reason?.by === 'before' ? record.outcome.reason.text : '',
    ...(record.outcome.decided?.departures ?? []).flatMap((departure) => {
      if (departure.kind === 'against the vote') return departure.counts.map(({ option }) => option);
      return departure.kind === 'objections overridden'
        ? departure.objections.flatMap(({ author, by, because: why }) => [author ?? '', by ?? '', shownLine(why)])
        : [];
    }),
    ...record.consequences.map(({ text }) => shownLine(text)),
    ...(record.votes
      ? [
          record.votes.closed,
          ...record.votes.notVoted.map((name) => name ?? ''),
          ...record.votes.tally.flatMap(({ option, by }) => [shownLine(option), ...by.map((name) => name ?? '')]),
        ]
      : []),
  ];
}

/** How many inputs each law is tried with; `npm run test:long` uses more. */
const runs = 300 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

describe('the ADR of a record, whatever people type', { timeout: 180_000 + runs * 1_000 }, () => {
  function expectOwnSections(typed: AdrRecord): void {
    // A decision has a context, at least two options, and nothing invisible.
    const record = { ...typed, context: `Why?\n\n${typed.context}` };
    const tree = stranger.parse(adrOfRecord(record));
    const headings = headingsOf(tree).map(([depth, text]): [number, string] => [depth, line(text)]);
    const start = headings.findIndex(([, text]) => text === 'Context and Problem Statement') + 1;
    const next = headings.findIndex(([depth], index) => index >= start && depth < 3);
    // Headings of the context are its own, but never above level 3.
    expect(headings.toSpliced(start, next - start)).toEqual(expectedHeadings(record));
  }

  it('has exactly the sections that the record asks for', () => {
    fc.assert(fc.property(records, expectOwnSections), { numRuns: runs });
  });

  it.each(['# ( )', 'a ( b )', 'a (*)', '*a (b*)', '`a (b`)'])('keeps the parentheses of an option “%s”', (title) => {
    expectOwnSections({ ...accepted, options: [{ title, description: 'Why not', arguments: [] }] });
  });

  it.each(['#\n**\ncongue', 'a **', 'a ** b ** c', 'a **b **c', '**a** ** b', '`**` **a**'])(
    'keeps the stars of an option “%s”',
    (title) => {
      expectOwnSections({ ...accepted, options: [{ title, description: 'Why not', arguments: [] }] });
    },
  );

  function expectEveryWord(record: AdrRecord): void {
    const shown = words(
      nodesOf(stranger.parse(adrOfRecord(record)))
        .map((node) => ('value' in node ? node.value : ''))
        .join(''),
    );
    const visible = shown.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '');
    for (const text of plainTextsOf(record)) {
      const opening = words(text);
      // “Good, because” may take the capital from the first word behind it.
      const lowered = opening.slice(0, 1).toLowerCase() + opening.slice(1);
      expect(visible).toContain(visible.includes(lowered) ? lowered : opening);
    }
  }

  it('keeps every word of every field', () => {
    fc.assert(fc.property(records, expectEveryWord), { numRuns: runs });
  });

  it.each(['because - x', 'Because 1. x', 'because > x', 'because - x\n- y'])('keeps the mark in “%s”', (text) => {
    const { outcome } = accepted;
    expectEveryWord({ ...accepted, outcome: { ...outcome, reason: { by: 'person', text } } });
  });

  it('keeps brackets where the context gives a link an address', () => {
    const { votes } = accepted;
    if (votes === undefined) throw new Error('This record has votes.');
    expectEveryWord({ ...accepted, context: 'Why?\n\n[x]: y', votes: { ...votes, notVoted: ['Ana', '[x](y)'] } });
    const decided = { by: undefined, departures: [] };
    const outcome = { chosen: undefined, reason: { by: 'before' as const, text: '[x](y)' }, decided };
    expectEveryWord({ ...accepted, context: '[x]: y', outcome });
  });

  it('has exactly the expected front matter, and status and date as bare lines', () => {
    fc.assert(
      fc.property(records, (record) => {
        const adr = adrOfRecord(record);
        const [first] = stranger.parse(adr).children;
        const { decisionMakers, consulted, informed, status, date } = record;
        const roles = Object.entries({ 'decision-makers': decisionMakers, consulted, informed });
        const named = roles.map(
          ([role, names]) => [role, names.map((name) => line(name ?? '')).filter((name) => name !== '')] as const,
        );
        const expected = { status, date, ...Object.fromEntries(named.filter(([, names]) => names.length > 0)) };
        const found = parseYaml(
          first?.type === 'yaml' ? first.value.replaceAll(/[\u202a-\u202e\u2066-\u2069]/g, '') : '',
        );
        expect(found).toEqual(expected);
        expect(adr.split('\n').slice(0, 3)).toEqual(['---', `status: ${status}`, `date: ${date}`]);
      }),
      { numRuns: runs },
    );
  });

  it('holds no HTML, no mention, no stray control character, and ends with one line feed', () => {
    fc.assert(
      fc.property(records, (record) => {
        const adr = adrOfRecord(record);
        const nodes = nodesOf(stranger.parse(adr));
        expect(nodes.filter((node) => node.type === 'html')).toEqual([]);
        // Nobody is mentioned by an address that shows as itself.
        const addresses = nodes.filter((node) => node.type === 'link' && textOf(node) === node.url).flatMap(nodesOf);
        const texts = nodes
          .filter((node) => !addresses.includes(node))
          .flatMap((node) => (node.type === 'text' ? [node.value] : []));
        expect(texts.filter((text) => /(?<![a-z0-9])@[a-z0-9]/i.test(text))).toEqual([]);
        expect(adr).not.toMatch(/(?![\n\t])\p{Cc}/u);
        expect(adr).toMatch(/[^\n]\n$/);
      }),
      { numRuns: runs },
    );
  });
});

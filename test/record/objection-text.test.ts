import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { blocksToMarkdown } from '@gavel/adr/markdown/to-markdown.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import { wordObjections } from '../../src/record/objection-text.ts';
import type { AdrObjection, AdrRecord } from '../../src/record/record.ts';
import { listSentences } from '../../src/record/told-text.ts';
import { listVotes, voteBlocks } from '../../src/record/vote-text.ts';
import { western } from '../../src/words/punctuation.ts';
import { adrOfRecord } from './adr-of-record.ts';
import { accepted, minimal } from './sample-records.ts';

const base = {
  by: 'Chloe',
  kind: 'objection',
  reason: 'it has no licence',
  until: undefined,
  isAdvice: false,
} as const;
const needsTime = { ...base, kind: 'hold', reason: 'I am away.', until: '2026-11-28' } as const;
const resolved = { kind: 'resolved', by: 'Chloe', reason: 'it has one now' } as const;
const overridden = { kind: 'overridden', by: 'Alice', reason: 'we write to its authors' } as const;

const linesOf = (record: AdrRecord) => wordObjections(record).map((told) => listSentences(told, western));

it('says how many more objections there were than the record names', () => {
  const objections: AdrObjection[] = [{ ...base, resolution: undefined }];
  expect(linesOf({ ...minimal, objections, moreObjections: 12 })).toEqual([
    'Chloe objected: it has no licence. It was not resolved.',
    'And 12 more.',
  ]);
});

it('puts a blank between sentences where the language has one, or where somebody wrote as the west does', () => {
  const objections: AdrObjection[] = [
    { ...base, reason: '当番がいない', resolution: { ...resolved, reason: '当番を決めた' } },
    { ...base, resolution: overridden },
  ];
  const record: AdrRecord = { ...minimal, language: 'ja', objections };
  const told = [
    'Chloe（異議）：当番がいない。Chloeが解決：当番を決めた。',
    'Chloe（異議）：it has no licence. Aliceが却下：we write to its authors.',
  ];
  expect(listVotes(record)).toEqual(['異議：', ...told.map((line) => `- ${line}`)]);
  for (const line of told) expect(adrOfRecord(record)).toContain(`${line}\n`);
});

describe('wordObjections', () => {
  it.each<[AdrObjection, string]>([
    [{ ...base, resolution: undefined }, 'Chloe objected: it has no licence. It was not resolved.'],
    [{ ...base, resolution: resolved }, 'Chloe objected: it has no licence. Resolved by Chloe: it has one now.'],
    [
      { ...base, resolution: overridden },
      'Chloe objected: it has no licence. Overridden by Alice: we write to its authors.',
    ],
    [
      { ...base, isAdvice: true, resolution: undefined },
      'Chloe objected (advisory): it has no licence. It was not resolved.',
    ],
    [{ ...needsTime, resolution: { kind: 'ended' } }, 'Chloe asked for time until 2026-11-28: I am away.'],
    [
      { ...needsTime, resolution: undefined },
      'Chloe asked for time until 2026-11-28: I am away. It was decided before that.',
    ],
    [
      { ...needsTime, resolution: overridden },
      'Chloe asked for time until 2026-11-28: I am away. Overridden by Alice: we write to its authors.',
    ],
  ])('%j', (objection, told) => {
    expect(linesOf({ ...minimal, objections: [objection] })).toEqual([told]);
  });

  it('comes after the votes, or without them if there was no vote', () => {
    const objections = [{ ...base, resolution: resolved }];
    const told = ['Objections:', '- Chloe objected: it has no licence. Resolved by Chloe: it has one now.'];
    expect(listVotes({ ...minimal, objections })).toEqual(told);
    expect(listVotes({ ...accepted, objections }).slice(-2)).toEqual(told);
    expect(listVotes({ ...accepted, objections: [] })).toEqual(listVotes(accepted));
  });

  it('reads reasons as they were meant, and names letter by letter', () => {
    const reason = 'it has *no* licence';
    const objections: AdrObjection[] = [
      { ...base, by: '_x_', reason, resolution: { kind: 'resolved', by: '_x_', reason: 'see `LICENSE`' } },
      { ...base, by: '*Ana*', reason, resolution: { kind: 'overridden', by: '`bob`', reason: '_we_ ask' } },
      { ...needsTime, by: '~dan~', resolution: undefined },
    ];
    const adr = adrOfRecord({ ...minimal, objections });
    expect(adr).toContain('* \\_x\\_ objected: it has **no** licence. Resolved by _x\\_: see `LICENSE`.');
    expect(adr).toContain('* \\*Ana\\* objected: it has **no** licence. Overridden by \\`bob\\`: _we_ ask.');
    expect(adr).toContain('* ~dan\\~ asked for time until 2026-11-28: I am away.');
  });

  it('is a list of lines in the ADR, whatever people typed', () => {
    const fate = fc.constantFrom('resolved' as const, 'overridden' as const);
    const typed = fc.record({ by: nastyText, reason: nastyText, fate, why: nastyText });
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 3 }), (all) => {
        const objections = all.map(({ by, reason, fate: kind, why }) => ({
          ...base,
          by,
          reason,
          resolution: { kind, by, reason: why },
        }));
        const tree = parseMarkdown(blocksToMarkdown(voteBlocks({ ...minimal, objections })));
        expect(tree.children.map(({ type }) => type)).toEqual(['paragraph', 'list']);
        const [, list] = tree.children;
        const items = list?.type === 'list' ? list.children : [];
        expect(items.map(({ children }) => children.map(({ type }) => type))).toEqual(all.map(() => ['paragraph']));
        const leaves = items.flatMap(({ children }) =>
          children.flatMap((child) => (child.type === 'paragraph' ? child.children.map(({ type }) => type) : [])),
        );
        // A name with @ is written so that no host takes it for a mention.
        for (const leaf of leaves)
          expect(['text', 'inlineCode', 'link', 'strong', 'emphasis', 'delete']).toContain(leaf);
      }),
    );
  });
});

import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { describe, expect, it } from 'vitest';
import { readDialect } from '../../packages/adr/test/dialects/read-dialect.ts';
import { contentOfRecord } from '../../src/record/content-of-record.ts';
import { because } from '../decision/sample.ts';
import { adrOfRecord } from './adr-of-record.ts';
import { recordOfDraft } from './draft-record.ts';
import { minimal } from './sample-records.ts';

const option = (title: string) => ({ title, description: '', arguments: [] });

/** A record about three languages, where Go was chosen. */
function goWith(sections: readonly [string, string][], chosen: string | null = 'Go') {
  return {
    ...minimal,
    options: [option('Go'), option('Rust'), option('Go with gRPC'), option('Python + FastAPI (as today)')],
    outcome: { chosen: chosen ?? undefined, reason: because('it won') },
    status: chosen === null ? ('rejected' as const) : ('accepted' as const),
    sections: sections.map(([heading, markdown]) => ({ heading, markdown })),
  };
}

const leftOut = (...given: Parameters<typeof goWith>) => contentOfRecord(goWith(...given), madrStyle, 7).leftOut;

describe('a section that argues for something other than what was decided', () => {
  it.each([
    ['We will use **Go**.', []],
    ['We use Go rather than Rust.', []],
    ['We decided against Rust. We use Go.', []],
    ['Instead of Rust, we chose Go.', []],
    ['Go it is.', []],
    ['As described above.', []],
    ['We will use Rust.', ['Decision']],
    ['We use Rust rather than Go.', ['Decision']],
    ['We will not use Go; we use Rust.', ['Decision']],
    ['We will use Go with gRPC.', ['Decision']],
    ['Chosen option: "Python + FastAPI", because of its libraries.', ['Decision']],
    ['We stay with Python and FastAPI.', ['Decision']],
  ])('is known by its decision: %s', (decision, expected) => {
    expect(leftOut([['Decision', decision]])).toEqual(expected);
  });

  it('takes the rationale, the consequences and a closing word with it', () => {
    const sections: [string, string][] = [
      ['Decision', 'We will use Rust.'],
      ['Rationale', 'It is faster than Go.'],
      ['Rollout', 'Rust first in the shop.'],
      ['Consequences', '### Positive\n\n- Speed'],
      ['Closing remark', '**Decision**: Rust.'],
    ];
    expect(leftOut(sections)).toEqual(['Decision', 'Rationale', 'Consequences', 'Closing remark']);
    const written = adrOfRecord(goWith(sections));
    expect(written).toContain('Chosen option: "Go", because it won.');
    expect(written).toContain('Rust first in the shop.');
    expect(written).not.toContain('faster');
  });

  it.each([
    [[['Rationale', 'Rust is fast.']], ['Rationale']],
    [[['Rationale', 'Rust is fast, but Go is simple.']], []],
    [[['Consequences', 'Less sleep.']], []],
  ] as const)('is known without a decision by the options that it names: %j', (sections, expected) => {
    expect(leftOut(sections.map(([heading, markdown]) => [heading, markdown]))).toEqual(expected);
  });

  it('is any of them when nothing was chosen', () => {
    expect(
      leftOut(
        [
          ['Decision', 'We will use Go.'],
          ['References', 'Go'],
        ],
        null,
      ),
    ).toEqual(['Decision']);
    expect(adrOfRecord(goWith([['Decision', 'We will use Go.']], null))).toContain('No option was chosen');
  });

  it('is a Y-statement in the context as well', () => {
    const draft = readDialect('y-statement');
    const record = recordOfDraft(draft);
    const other = { ...record, outcome: { ...record.outcome, chosen: 'more servers' } };
    expect(adrOfRecord(record)).toContain('we decided for an edge cache');
    expect(adrOfRecord(other)).not.toContain('we decided for');
    expect(adrOfRecord(other)).toContain('Chosen option: "more servers"');
  });

  it('does not mark another option as the chosen one', () => {
    const draft = readDialect('nested-options');
    const record = recordOfDraft(draft);
    const style = learnStyle([{ name: 'ADR-003.md', text: draft }]);
    const other = { ...record, outcome: { ...record.outcome, chosen: 'Flat files (as today)' } };
    const written = adrOfRecord(other, style, 4);
    expect(written).toContain('**Flat files** (as today) (chosen)');
    expect(written).not.toContain('**SQLite** (chosen)');
    expect(written).not.toContain('write-ahead log');
  });
});

import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { describe, expect, it } from 'vitest';
import { readDialect } from '../../packages/adr/test/dialects/read-dialect.ts';
import type { AdrRecord } from '../../src/record/record.ts';
import { adrOfRecord } from './adr-of-record.ts';
import { recordOfDraft } from './draft-record.ts';

const draft = `# Choose the queue

## Context

Orders arrive in bursts.

## Scope

Only the shop.

## Decision

We will use Kafka for it.

## Consequences

### Positive

- Nothing is lost

### Negative

- One more thing to run

### Mitigation Strategies

- A managed service

## Alternatives Considered

- Kafka
- RabbitMQ

## Success Metrics

No order is late.

## Timeline

A quarter.

## References

- [Kafka](https://kafka.example.org)
`;

const headingsOf = (text: string) => readAdr(text).sections.map(({ name }) => name);

const typed: AdrRecord['consequences'] = [
  { kind: 'good', text: 'Every team can read along' },
  { kind: 'bad', text: 'Somebody has to learn it' },
  { kind: 'neutral', text: 'The mailer moves, too' },
];

describe('a draft in a house with another order', () => {
  it('keeps its sections in their order, and on their side of the outcome', () => {
    const headings = headingsOf(adrOfRecord(recordOfDraft(draft), madrStyle));
    const own = ['Scope', 'Decision Outcome', 'Success Metrics', 'Timeline', 'References'];
    expect(headings.filter((heading) => own.includes(heading))).toEqual(own);
    expect(headings.indexOf('Scope')).toBeLessThan(headings.indexOf('Considered Options'));
    expect(headings.indexOf('Success Metrics')).toBeGreaterThan(headings.indexOf('Consequences'));
  });

  it('keeps them after the outcome that follows the options, if it states none', () => {
    const open = draft.replace(/## Decision\n[\s\S]*?(?=## Alternatives)/, '');
    const record = { ...recordOfDraft(open), consequences: [] };
    const headings = headingsOf(adrOfRecord(record, madrStyle));
    const own = ['Scope', 'Considered Options', 'Decision Outcome', 'Success Metrics', 'Timeline'];
    expect(headings.filter((heading) => own.includes(heading))).toEqual(own);
  });

  it('keeps the names of sections that the house has no name for', () => {
    const text = adrOfRecord(recordOfDraft(draft), madrStyle);
    expect(text).toContain('### Mitigation Strategies\n');
    expect(text).not.toContain('Mitigations\n');
  });

  it.each(['madr-4', 'nygard', 'adr-tools', 'verdicts'])('keeps everything in a house like %s', (dialect) => {
    const style = learnStyle([{ name: '0001-x.md', text: readDialect(dialect) }]);
    const headings = headingsOf(adrOfRecord(recordOfDraft(draft), style));
    const own = ['Scope', 'Success Metrics', 'Timeline'];
    expect(headings.filter((heading) => own.includes(heading))).toEqual(own);
    const outcome = headings.findIndex((heading) => /^decision/i.test(heading) && !/drivers/i.test(heading));
    expect([headings.indexOf('Scope') < outcome, headings.indexOf('Success Metrics') > outcome]).toEqual([true, true]);
  });
});

describe('consequences that are typed for a draft with consequences', () => {
  it('go below the draft’s own of their kind', () => {
    const text = adrOfRecord({ ...recordOfDraft(draft), consequences: typed }, madrStyle);
    expect(text).toMatch(/Positive\n\n[*-] Nothing is lost\n[*-] Every team can read along\n/);
    expect(text).toMatch(/Negative\n\n[*-] One more thing to run\n[*-] Somebody has to learn it\n/);
    expect(text.match(/Every team can read along/g)).toHaveLength(1);
    expect(text).toMatch(/Consequences\n\n[*-] Neutral, because The mailer moves, too\n/i);
  });

  it('continue its list', () => {
    const plain = draft.replace(/### Positive\n\n|\n### Negative\n\n|### Mitigation Strategies\n[\s\S]*?(?=## )/g, '');
    const text = adrOfRecord({ ...recordOfDraft(plain), consequences: typed }, madrStyle);
    expect(text).toMatch(
      /- One more thing to run\n- Good, because Every team can read along\n- Bad, because Somebody/i,
    );
  });

  it('go into sections of their own kind', () => {
    const full = draft
      .replace('### Positive', '### Positive Consequences')
      .replace('### Negative', '### Negative Consequences');
    const text = adrOfRecord({ ...recordOfDraft(full), consequences: typed.slice(0, 2) }, madrStyle);
    expect(text).toContain('### Positive Consequences\n\n- Nothing is lost\n- Every team can read along\n');
    expect(text).toContain('### Negative Consequences\n\n- One more thing to run\n- Somebody has to learn it\n');
    expect(text.match(/Every team can read along/g)).toHaveLength(1);
  });
});

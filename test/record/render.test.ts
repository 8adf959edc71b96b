import { describe, expect, it } from 'vitest';
import type { AdrRecord } from '../../src/record/record.ts';
import { because } from '../decision/sample.ts';
import { adrOfRecord } from './adr-of-record.ts';
import { accepted, minimal, nasty, rejected } from './sample-records.ts';

describe('the ADR of a record, word for word', () => {
  it.each<[string, AdrRecord]>([
    ['minimal', minimal],
    ['accepted', accepted],
    ['rejected', rejected],
    ['nasty', nasty],
    ['accepted-in-german', { ...accepted, language: 'de', consulted: ['Frank', null] }],
    ['rejected-in-german', { ...rejected, language: 'de' }],
  ])('writes the %s ADR', async (name, record) => {
    await expect(adrOfRecord(record)).toMatchFileSnapshot(`./${name}.golden.md`);
  });

  it('says so when a decision was accepted or rejected without an option', () => {
    const sentence = (status: AdrRecord['status'], justification: string) => {
      const lines = adrOfRecord({
        ...minimal,
        status,
        outcome: { chosen: undefined, reason: because(justification) },
      }).split('\n');
      return lines[lines.indexOf('## Decision Outcome') + 2];
    };
    expect(sentence('rejected', '')).toBe('No option was chosen.');
    expect(sentence('rejected', 'it can wait!')).toBe('No option was chosen, because it can wait!');
    expect(sentence('accepted', 'all agree')).toBe('Accepted as proposed, because all agree.');
  });

  it('reads why an objection was overridden as it was typed, and names letter by letter', () => {
    const why = 'see `pnpm` and [the docs](https://example.org), *really*';
    const objections = [{ author: '*Ben*', isHold: false, reason: 'No.', by: '`Ana`', because: why }];
    const decided = { by: '`Ana`', departures: [{ kind: 'objections overridden' as const, objections, more: 1 }] };
    const adr = adrOfRecord({ ...minimal, outcome: { chosen: 'Go', reason: because('it is new'), decided } });
    expect(adr).toContain(
      'Decided by vote, recorded by \\`Ana\\`. \\`Ana\\` overrode the objection of *Ben\\*: ' +
        'see `pnpm` and [the docs](https://example.org), **really**. 1 more objection was overridden.\n',
    );
  });

  it('names 200 people in one place, and says how many more there are', () => {
    const names = Array.from({ length: 203 }, (_, index) => (index === 0 ? null : `Person ${index}`));
    const adr = adrOfRecord({ ...minimal, decisionMakers: names });
    expect(adr).toContain('someone who left');
    expect(adr).toContain('Person 199');
    expect(adr).not.toContain('Person 200');
    expect(adr).toContain('3 others');
  });

  it('refuses an invalid date', () => {
    expect(() => adrOfRecord({ ...minimal, date: '2026-11-20\nstatus: x' })).toThrow(
      /is not a date. Write it as YYYY-MM-DD/,
    );
  });

  it('keeps number signs at the end of an option', () => {
    const [, ...others] = minimal.options;
    const options = [{ title: 'F #', description: 'A language.', arguments: [] }, ...others];
    expect(adrOfRecord({ ...minimal, options })).toContain('\n### F # #\n');
  });

  it('keeps the levels of headings that are deep enough', () => {
    expect(adrOfRecord({ ...minimal, context: '### Before\n\n#### Details' })).toContain(
      '\n### Before\n\n#### Details\n',
    );
    expect(adrOfRecord({ ...minimal, context: '# 1\n\n> ###### 6' })).toContain('\n### 1\n\n> ###### 6\n');
  });
});

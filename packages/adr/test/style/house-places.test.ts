import type { AdrContent } from '@gavel/adr/content/content.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../bare-content.ts';
import { parts, times } from './bakery.ts';

const decision: AdrContent = {
  ...bareContent,
  number: 12,
  title: 'Bake at night',
  status: { word: 'accepted', remainder: '' },
  date: '2026-11-20',
  bodies: { context: 'Ovens are free at night.' },
};

const house = (...bodies: readonly string[]) =>
  learnStyle(
    bodies.map((body, index) => ({
      name: `${String(index + 1).padStart(4, '0')}-x.md`,
      text: `# Use ${index}\n\n${body}`,
    })),
  );

describe('the status of a new ADR', () => {
  it('is in a section where most ADRs have one, although the one that is most like all others has none', () => {
    const more = ['## Consequences\n\nE\n', '## Alternatives\n\n* F\n', '## References\n\n* G\n'];
    const short = times(5, (n) => `## Status\n\nAccepted\n\n${parts}\n${more[n % 3]}`);
    const whole = times(2, () => [parts, ...more].join('\n'));
    const style = house(...short, ...whole);
    expect(writeAdr(decision, style)).toContain('# Bake at night\n\n## Status\n\nAccepted\n\n## Context\n');
  });

  it('is in one place where the ADRs of a house have it either here or there', () => {
    const above = (n: number) =>
      `**Status:** Accepted\n\n${parts}\n## What became of ${n}\n\nH\n\n## Who said ${n}\n\nI\n`;
    const below = `## Status\n\nAccepted\n\n${parts}`;
    const style = house(...times(9, (n) => (n % 4 === 2 ? below : above(n))));
    expect(writeAdr(decision, style)).toContain('# Bake at night\n\n**Status:** Accepted\n\n## Context\n');
  });

  it('is the word of the house, unless it says more', () => {
    const style = house(...times(4, () => `**Status:** Proposed\n\n${parts}`));
    const written = (word: string) => writeAdr({ ...decision, status: { word, remainder: '' } }, style);
    expect(written('vorgeschlagen')).toContain('**Status:** Proposed\n');
    expect(written('Under review')).toContain('**Status:** Under review\n');
  });

  it('is behind the label that the section for it has', () => {
    const adr = (word: string) => `## Status\n\n**Current Status**: ${word}\n\n${parts}`;
    const style = house(...times(4, () => adr('Accepted')), adr('Proposed – to be tried out'));
    expect(writeAdr(decision, style)).toContain('## Status\n\n**Current Status**: Accepted\n\n## Context\n');
  });

  it('is in bold alone where what is bold with it in the house is about one ADR', () => {
    const style = house(...times(4, (n) => `**Status:** **Accepted after trial ${n}**\n\n${parts}`));
    expect(writeAdr(decision, style)).toContain('\n**Status:** **Accepted**\n');
  });

  it('ends with the full stop of the house, whatever day the sentence behind it is about', () => {
    const adr = (n: number) => `**Status: accepted.** Tried out since 2026-03-0${n}, and liked.\n\n${parts}`;
    expect(writeAdr(decision, house(...times(5, adr)))).toContain('**Status: accepted.**\n');
  });
});

it('consequences that an ADR tells in lines of its own are not told again in the sections of the house', () => {
  const style = house(
    ...times(4, (n) => `${parts}\n## Consequences\n\n### Positive\n\n- P${n}\n\n### Negative\n\n- N${n}\n`),
  );
  const consequences = '**Good**\n- Quiet days, on which nobody has to\n  hurry\n\n**Bad**\n- Tired bakers';
  const told: AdrContent = {
    ...decision,
    consequences: [
      { kind: 'pro', text: 'Quiet days, on which nobody has to\nhurry' },
      { kind: 'con', text: 'Tired bakers' },
      { kind: 'con', text: 'Cold bread' },
    ],
    bodies: { ...decision.bodies, consequences },
  };
  const written = writeAdr(told, style);
  expect(written).toContain(`## Consequences\n\n${consequences}\n\n### Negative\n\n- Cold bread\n`);
  expect(written).not.toContain('### Positive');
});

describe('an entry', () => {
  const dated = (n: number) => `2026-03-0${n}-bake-${n}`;
  const files = times(5, (n) => `---\nid: ${dated(n)}\nsupersedes: -\n---\n\n# Bake ${n}\n\n${parts}`);
  const style = learnStyle(files.map((text, index) => ({ name: `docs/adr/${dated(index + 1)}.md`, text })));

  it('has the name of the file without its folder', () => {
    expect(writeAdr(decision, style)).toContain('\nid: 2026-11-20-bake-at-night\n');
  });

  it('has the mark that stands for nothing in the house, also where an ADR has it', () => {
    const again = writeAdr({ ...decision, extra: [{ key: 'supersedes', value: '-' }] }, style);
    expect(again).toContain('\nsupersedes: -\n');
  });

  it('has the paths that a decision governs where the house describes these in words', () => {
    const scopes = ['the ovens', 'all bread', 'our shops', 'the till'];
    const scoped = house(...scopes.map((scope) => `- Status: Accepted\n- Scope: ${scope}.\n\n${parts}`));
    const governing: AdrContent = { ...decision, affects: ['src/ovens/**'] };
    expect(writeAdr(governing, scoped)).toContain('- Status: Accepted\n- Scope: `src/ovens/**`\n\n');
    const described = writeAdr({ ...governing, extra: [{ key: 'Scope', value: 'the night.' }] }, scoped);
    expect(described).toContain('- Scope: the night.\n- Affects: `src/ovens/**`\n\n');
  });
});

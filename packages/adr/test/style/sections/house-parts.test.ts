import type { AdrContent } from '@gavel/adr/content/content.ts';
import { sortFiles } from '@gavel/adr/name/sort-files.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr, writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../../bare-content.ts';
import { bakeAtNight, house, parts, times } from '../bakery.ts';

const decision: AdrContent = {
  ...bakeAtNight,
  roles: { ...bareContent.roles, deciders: ['Mira'] },
  consequences: [
    { kind: 'pro', text: 'Bread is warm at seven' },
    { kind: 'con', text: 'Nobody sleeps' },
  ],
};

const headings = (text: string) => text.split('\n').filter((line) => /^#{2,} /.test(line));

describe('the sections of a new ADR', () => {
  it('have the status where most ADRs have it, although their template has it below a heading of its own', () => {
    const status = '## Status\n\nAccepted\n\n';
    const record = (title: string, word: string) =>
      `## Record\n\n### Title\n${title}\n\n### Status\n${word}\n\n${parts}`;
    const old = times(2, (n) => `# Bake ${n}\n\n${record(`Bake ${n}`, 'Accepted')}`);
    const style = house(
      [...old, ...times(4, (n) => `# Bake ${n}\n\n${status}${parts}`)],
      `# Template\n\n${record('[Short title]', '[Proposed | Accepted]')}`,
    );
    expect(writeAdr(decision, style)).toContain(`# Bake at night\n\n${status}## Context\n`);
  });

  it('have the heading that most of the latest ADRs have, although one of them has that of the template', () => {
    const adr = (heading: string) => (n: number) =>
      `# Bake ${n}\n\n${parts}\n## ${heading}\n\n1. **A**: old\n2. **B**: new\n`;
    const ours = adr('Alternatives');
    const style = house(
      [...times(3, ours), adr('Considered Options')(4), ours(5)],
      adr('Considered Options')(0).replace('Bake 0', 'Template'),
    );
    expect(style.sections.map(({ heading }) => heading)).toContain('Alternatives');
    expect(style.sections.map(({ heading }) => heading)).not.toContain('Considered Options');
  });

  it('have the heading of the decision that most ADRs have, although those that are most alike have none', () => {
    const adr = (middle: string) => `# Bake\n\n## Problem\n\nCold bread.\n\n${middle}## Consequences\n\nWarm bread.\n`;
    const told = times(4, (n) => adr(`## Decision Outcome\n\nBake.\n\n## Oven ${n}\n\nHot.\n\n`));
    expect(headings(writeAdr(decision, house([...told, adr(''), adr('')])))).toContain('## Decision Outcome');
  });

  it('have the status and the context that most ADRs have, although two short ones that are most alike have neither', () => {
    const adr = (n: number, ...sections: readonly string[]) =>
      `# Bake ${n}\n\n${sections.map((section) => `## ${section}\n\n${section === 'Status' ? 'Accepted' : 'Bread'}\n\n`).join('')}`;
    const written = writeAdr(
      decision,
      house([
        adr(1, 'Status', 'Context', 'Decision', 'Flour', 'Oven', 'Water', 'Consequences'),
        adr(2, 'Decision', 'Consequences'),
        adr(3, 'Status', 'Context', 'In the bakery', 'Not in the bakery', 'Later', 'Never'),
        adr(4, 'Bread', 'No bread'),
        adr(5, 'Status', '1. Context', '2. Problem', '3. Decision', '4. Flour', '5. Oven', '6. Consequences'),
        adr(6, 'Status', '1. Context', '2. Rolls', '3. Decision', '4. Flour', '5. Consequences', '6. Time'),
      ]),
    );
    expect(headings(written).slice(0, 2)).toEqual(['## Status', '## 1. Context']);
  });

  it('have the log of an ADR at their end in a house that has none', () => {
    const style = house(times(3, (n) => `# Bake ${n}\n\n${parts}`));
    const logged = { ...decision, bodies: { log: '- 2026-03-01: Baked' }, headings: { log: 'Changelog' } };
    expect(headings(writeAdr(logged, style)).at(-1)).toBe('## Changelog');
  });

  it('have both kinds of consequences if the house has one of them, with or without a colon', () => {
    const adr = (good: string, bad: string) => (n: number) =>
      `# Bake ${n}\n\n${parts}\n## Consequences\n\n${good}\n\n- Warm\n\n${bad}\n\n- Dark ${'so '.repeat(n)}\n`;
    const mixed = [
      ...times(3, adr('### Positive', '### Negative')),
      ...times(4, adr('### Positive:', '### Surprises:')),
    ];
    expect(headings(writeAdr(decision, house(mixed)))).toEqual([
      '## Context',
      '## Decision',
      '## Consequences',
      '### Positive',
      '### Negative',
    ]);
    const all = times(4, adr('### Positive:', '### Surprises:'));
    expect(headings(writeAdr(decision, house(all))).slice(-2)).toEqual(['### Positive:', '### Negative:']);
  });

  it('have a heading that names one kind of consequences twice', () => {
    const adr = (n: number) =>
      `# Bake ${n}\n\n${parts}\n## Consequences\n\n### Positive\n\n- Warm\n\n### Negative and Risks\n\n- Dark\n`;
    expect(headings(writeAdr(decision, house(times(4, adr)))).slice(-2)).toEqual([
      '### Positive',
      '### Negative and Risks',
    ]);
  });
});

it('the options of a new ADR have the number of their section in a house that numbers its headings', () => {
  const adr = (n: number) =>
    `# Bake ${n}\n\n## 1. Context\n\nC\n\n## 2. Decision\n\nD\n\n## 3. Alternatives\n\n### 3.1 Noon ${n}\n\nHot.\n\n### 3.2 Dawn ${n}\n\nCold.\n`;
  const option = { notes: [], otherTitle: undefined, points: [], isChosen: false };
  const options = ['Noon', '3.4 Dawn'].map((title) => ({ ...option, title, description: 'No.' }));
  const written = headings(writeAdr({ ...decision, options }, house(times(4, adr))));
  expect(written.slice(-2)).toEqual(['### 3.1 Noon', '### 3.2 Dawn']);
});

describe('the head of a new ADR', () => {
  it('has no place for a number where no file has one, although some headings do', () => {
    const style = learnStyle([
      { name: 'bake-at-six.md', text: `# Bake at six\n\n${parts}` },
      ...times(4, (n) => `${n}`).map((n) => ({
        name: `roll-${'x'.repeat(Number(n))}.md`,
        text: `# ${n}. Roll\n\n${parts}`,
      })),
    ]);
    expect(writeNewAdr({ ...decision, number: undefined }, style)).toMatch(/^# Bake at night\n/);
  });

  it('has quotes where the house has them, unless all its values need them', () => {
    const adr = (owner: string) => `---\nowner: ${owner}\n---\n\n# Bake\n\n${parts}`;
    const write = (style: ReturnType<typeof house>, name: string) =>
      writeAdr({ ...decision, roles: { ...decision.roles, deciders: [name] } }, style);
    const needed = house([adr("'@ana'"), adr("'@jo'"), adr("'@ana'")]);
    expect(write(needed, 'Mira')).toContain('\nowner: Mira\n');
    expect(write(needed, '@mira')).toContain("\nowner: '@mira'\n");
    expect(write(house([adr("'@ana'"), adr("'@jo'"), adr("'Jo'")]), 'Mira')).toContain("\nowner: 'Mira'\n");
  });

  it('says that a decision was accepted where the end of some ADRs only says that theirs was carried out', () => {
    const adr = (end: string) => (n: number) =>
      `# Bake ${n}\n\n## Status\n\nAccepted\n\n${parts}\n---\n\n_Created: 2026-03-0${n}_\n_Status: ${end}_\n`;
    const written = writeAdr(decision, house([...times(4, adr('Proposed')), adr('Implemented')(5)]));
    expect(written).toContain('_Status: Accepted_');
  });
});

it('an ADR without a number is no translation of another, unless its name ends with the code of a language', () => {
  const files = ['bread.md', 'bread.nl.md', 'cakes.md', 'cakes.pt-br.md', 'rolls.en.md', 'new.md', 'new-ui.md'];
  expect(sortFiles(files).adrs).toEqual(['bread.md', 'cakes.md', 'rolls.en.md', 'new.md', 'new-ui.md']);
});

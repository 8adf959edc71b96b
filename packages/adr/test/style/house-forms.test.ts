import type { AdrContent, AdrOption } from '@gavel/adr/content/content.ts';
import { partOfHeading } from '@gavel/adr/content/part-of-heading.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { filesToLearnFrom, learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr, writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../bare-content.ts';

const option = (title: string, isChosen: boolean): AdrOption => ({
  title,
  notes: [],
  otherTitle: undefined,
  description: '',
  points: [
    { kind: 'neutral', text: 'It is old.' },
    { kind: 'pro', text: 'It is warm' },
    { kind: 'con', text: 'It is dear' },
  ],
  isChosen,
});

const decision: AdrContent = {
  ...bareContent,
  number: 4,
  title: 'Bake at night',
  options: [option('Night', true), option('Noon', false)],
  outcome: { chosen: 'Night', reason: 'it is quiet.', text: '' },
  consequences: [
    { kind: 'pro', text: 'Quiet days' },
    { kind: 'con', text: 'Tired bakers' },
  ],
  bodies: { context: 'Ovens are free at night.' },
};

const house = (...bodies: string[]) =>
  learnStyle(bodies.map((body, index) => ({ name: `000${index + 1}-x.md`, text: `# Use ${index}\n\n${body}` })));

describe('a new ADR', () => {
  it('has a heading with its number below front matter that has the title, and the list below it', () => {
    const files = ['Cups', 'Plates', 'Spoons', 'Forks'].map((title, index) => ({
      name: `00${index + 1}-${title.toLowerCase()}.md`,
      text: `---\ntitle: ${title}\n---\n\n## ADR 00${index + 1} — ${title}\n\n- Status: Decided\n- Date: 2026-03-0${index + 1}\n\n## Context\n\nC\n\n## Decision\n\nD\n`,
    }));
    const written = writeNewAdr(decision, learnStyle(files));
    expect(written).toMatch(
      /^---\ntitle: Bake at night\n---\n\n## ADR 004 — Bake at night\n\n- Status: Decided\n- Date: 2026-11-20\n\n## Context\n/,
    );
  });

  it('has no empty item in front of points without a label', () => {
    const options =
      '## Options\n\n### A\n\n- It is new.\n- **Pros:**\n  - warm\n- **Cons:**\n  - dear\n\n### B\n\n- **Pros:**\n  - cold\n';
    const style = house(...[1, 2, 3].map(() => `## Context\n\nC\n\n${options}\n## Decision\n\nB\n`));
    expect(writeAdr(decision, style)).toContain(
      '### Noon\n\n- It is old.\n- **Pros:**\n  - It is warm\n- **Cons:**\n  - It is dear\n',
    );
  });

  it('has the sign of the house in front of each consequence of a kind', () => {
    const style = house(
      ...[1, 2, 3].map(
        (n) =>
          `## Context\n\nC\n\n## Decision\n\nD\n\n## Consequences\n\n### Positive\n\n- 🎉 a ${n}\n- 🎉 b\n\n### Negative\n\n- ⚠️ c ${n}\n`,
      ),
    );
    expect(writeAdr(decision, style)).toContain(
      '### Positive\n\n- 🎉 Quiet days\n\n### Negative\n\n- ⚠️ Tired bakers\n',
    );
  });

  it('has its consequences as lines of one paragraph where the house breaks lines between them', () => {
    const style = house(
      ...[1, 2, 3].map(
        (n) =>
          `## Context\n\nC\n\n## Decision\n\nD\n\n## Consequences\n\n### Positive\n\n✅ a ${n}  \n✅ b  \n✅ c\n\n### Negative\n\n❌ d  \n❌ e\n`,
      ),
    );
    const consequences = [...decision.consequences, { kind: 'pro', text: 'Warm bread' }] as const;
    const written = writeNewAdr({ ...decision, consequences }, style);
    expect(written).toContain('### Positive\n\n✅ Quiet days  \n✅ Warm bread\n\n### Negative\n\n❌ Tired bakers\n');
    expect(readAdr(written).consequences).toHaveLength(3);
  });

  it('has reasons in a list below “Good, because:” where the house has them there', () => {
    const option =
      '### A\n\n* Good, because:\n  * It is new.\n  * It is warm.\n* Bad, because:\n  * It is dear.\n\n### B\n\n* Good, because:\n  * It is cold.\n';
    const style = house(
      ...[1, 2, 3].map(
        (n) =>
          `## Considered Options\n\n* A\n* B\n\n## Decision Outcome\n\nChosen option: "A", because ${n}.\n\n## Pros and Cons of the Options\n\n${option}`,
      ),
    );
    const written = writeAdr(decision, style);
    expect(written).toContain(
      '### Noon\n\n* Good, because:\n  * It is warm\n* Bad, because:\n  * It is dear\n* Neutral, because:\n',
    );
    const [first] = readAdr(written).options ?? [];
    expect(first?.points.map(({ kind, text }) => [kind, text])).toEqual([
      ['pro', 'It is warm'],
      ['con', 'It is dear'],
      ['neutral', 'It is old.'],
    ]);
  });

  it('has its options once where the house tells all about them below their headings, whatever its template has', () => {
    const told = '## Considered Options\n\n### Tea\n\n#### Pros\n\n- warm\n\n### Milk\n\n#### Cons\n\n- dear\n';
    const style = learnStyle([
      {
        name: 'template.md',
        text: '# {title}\n\n## Context\n\n## Decision\n\n## Considered Options\n\n## Pros and Cons of the Options\n',
      },
      ...[1, 2, 3, 4].map((n) => ({
        name: `000${n}-x.md`,
        text: `# Use ${n}\n\n## Context\n\nC\n\n## Decision\n\nD\n\n${told}`,
      })),
    ]);
    const written = writeNewAdr(decision, style);
    expect(written.match(/^### Noon$/gm)).toHaveLength(1);
    expect(written).toContain('## Considered Options\n\n### Night\n\n');
    expect(readAdr(written).options.map(({ title, points }) => [title, points.length])).toEqual([
      ['Night', 3],
      ['Noon', 3],
    ]);
  });

  it('lists its options without headings where the details are told elsewhere', () => {
    const style = house(
      ...[1, 2, 3].map(
        (n) =>
          `## Context\n\nC\n\n## Considered Options\n\n### Tea\n\nIt is ${n}.\n\n### Milk\n\nIt is white.\n\n## Decision\n\nTea.\n\n## Pros and Cons of the Options\n\n### Tea\n\n* Good, because warm\n\n### Milk\n\n* Bad, because dear\n`,
      ),
    );
    expect(writeNewAdr(decision, style)).toContain('## Considered Options\n\n* Night\n* Noon\n\n## Decision\n');
  });

  it('has its alternatives where some ADRs of the house have them, and others have consequences', () => {
    const style = house(
      ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) =>
        n % 3 === 1
          ? `${'Bread'.repeat(n)}.\n\n## Alternatives\n\n- **Tea**: dear\n- **Milk**: cold\n`
          : `${'Bread'.repeat(n)}.\n\n## Consequences\n\n- Warm bread\n`,
      ),
    );
    const written = writeNewAdr(decision, style);
    expect(written).toMatch(/\n\n## Alternatives\n\n- \*\*[\s\S]*- \*\*Noon\*\*[\s\S]*\n\n## Consequences\n/);
    expect(written).not.toContain('Considered');
  });

  it('has a list of drivers where a note is behind that of the house', () => {
    const style = house(
      ...[1, 2, 3].map(
        (n) => `## Decision Drivers\n\n* Warm ${n}\n* Fast\n\n*Note:* Ovens are old.\n\n## Decision\n\nD\n`,
      ),
    );
    expect(writeAdr({ ...decision, drivers: ['Warm', 'Quiet'] }, style)).toContain('Drivers\n\n* Warm\n* Quiet\n');
  });

  it('leaves out labels that are above the text of an ADR instead of before a value', () => {
    const style = house(
      ...[1, 2, 3].map(
        (n) =>
          `1. Context:\n   * Bread ${n}.\n2. Status:\n   * Accepted\n3. Grounds:\n   * Ovens.\n\n## See also\n\nS\n`,
      ),
    );
    const written = writeAdr(decision, style);
    expect(written).not.toMatch(/Grounds|Context:/);
  });

  it.each([
    ['**', '**'],
    ['__', '__'],
    ['**', '**:'],
  ])('has bold lines for headings where the house has them: %sContext%s', (open, close) => {
    const line = (heading: string) => `${open}${heading}${close}`;
    const style = house(
      ...[1, 2, 3].map((n) => `**Status:** accepted\n\n${line('Context')}\n\nC ${n}\n\n${line('Decision')}\n\nD\n`),
    );
    const sections = [{ name: 'Rollout', depth: 2, markdown: 'Soon.', after: 'outcome' }];
    const written = writeAdr({ ...decision, options: [], consequences: [], sections }, style);
    expect(written).toBe(
      `# Bake at night\n\n**Status:** accepted\n\n${line('Context')}\n\nOvens are free at night.\n\n${line('Decision')}\n\nWe chose **Night**, because it is quiet.\n\n${line('Rollout')}\n\nSoon.\n`,
    );
    const again = readAdr(written);
    expect([again.sections.map(({ part }) => part), again.chosen ?? again.outcome?.value.chosen]).toEqual([
      ['context', 'outcome'],
      undefined,
    ]);
  });

  it('takes no bold line for a heading in a file with headings', () => {
    const { sections } = readAdr('# T\n\n## Context\n\n**Decision**\n\nA\n\n**Consequences**\n\nB\n');
    expect(sections.map(({ part }) => part)).toEqual(['context']);
  });

  it('has nothing like “Good, because” in front of text in another language', () => {
    const german =
      'Die Sitzungen der Nutzer liegen heute im Speicher der Server, und sie gehen bei jedem Neustart verloren, was wir nicht wollen.';
    const madr = (n: number) =>
      `## Context and Problem Statement\n\n${german} ${n}\n\n## Considered Options\n\n- A\n- B\n\n## Decision Outcome\n\n${german}\n`;
    const style = house(madr(1), madr(2), madr(3));
    expect([style.language, style.labelLanguage]).toEqual(['de', 'en']);
    expect(writeAdr(decision, style)).not.toMatch(/because|Good|Bad/);
  });

  it('has its decision in the proposal of a house that calls nothing else one', () => {
    const style = house(...[1, 2, 3].map((n) => `## Motivation\n\nC ${n}\n\n## Proposal\n\nWe bake.\n`));
    const written = writeAdr(decision, style);
    expect(written).toContain('## Proposal\n\nWe chose **Night**, because it is quiet.');
    expect(written).not.toContain('## Decision');
    const both = readAdr('# T\n\n## Proposal\n\nA\n\n## Decision\n\nB\n');
    expect(both.sections.map(({ part }) => part)).toEqual([undefined, 'outcome']);
  });

  it('has a line for each sentence where the house has one, although some paragraphs are a single sentence', () => {
    const long =
      'This sentence is so long that anybody who breaks lines at a width would have to break it somewhere, as it goes on and on and on and on.';
    const broken = `${long}\n${long}`;
    const style = house(...[1, 2, 3].map(() => `## Context\n\n${[long, long, long, broken, broken].join('\n\n')}\n`));
    expect(style.wrapping).toEqual({ mode: 'sentences' });
    const written = writeNewAdr({ ...decision, bodies: { context: 'Ovens are free. Bakers are not.' } }, style);
    expect(written).toContain('Ovens are free.\nBakers are not.');
  });
});

it.each(['考虑过的备选', '被否决的备选', '検討した案'])(
  'options are under %s, which is made of the words of other headings',
  (heading) => {
    expect(partOfHeading(heading, undefined)).toBe('options');
  },
);

it('is superseded in the words of the latest older ADRs where no recent one is', () => {
  const text = (status: string) => `# T\n\n## Status\n\n${status}\n\n## Context\n\nC\n\n## Decision\n\nD\n`;
  const name = (number: number) => `${String(number).padStart(4, '0')}-x.md`;
  const files = Array.from({ length: 30 }, (_, index) => ({
    name: name(index + 1),
    text: text('Accepted'),
  }));
  const linked = new Set([name(3)]);
  const chosen = filesToLearnFrom({ adrs: files.map((file) => file.name), templates: [] }, new Set(), linked);
  expect(chosen).toHaveLength(21);
  expect(chosen).toContain(name(3));
  const replaced = files.map((file, index) =>
    index === 2 ? { ...file, text: text('Replaced by: [9](0009-x.md)') } : file,
  );
  const style = learnStyle(replaced.filter((file) => chosen.includes(file.name)));
  expect(style.linkForms['superseded by']).toEqual({ place: 'text', words: 'Replaced by: ' });
  expect(style.learnedFrom.files).not.toContain(name(3));
  // What a recent one says counts more.
  const recent = replaced.map((file, index) =>
    index === 28 ? { ...file, text: text('Superseded by [9](0009-x.md)') } : file,
  );
  expect(learnStyle(recent).linkForms['superseded by']).toEqual({ place: 'text', words: 'Superseded by ' });
});

import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../../bare-content.ts';

const decision = {
  ...bareContent,
  number: 4,
  title: 'Bake at night',
  options: [
    { title: 'Night', notes: [], otherTitle: undefined, description: 'Ovens are free.', points: [], isChosen: true },
  ],
  outcome: { chosen: 'Night', reason: 'it is quiet.', text: '' },
  bodies: { context: 'Bread is late.' },
};

const write = (body: (n: number) => string) =>
  writeNewAdr(
    decision,
    learnStyle([1, 2, 3].map((n) => ({ name: `000${n}-x.md`, text: `# ${n}. Use ${n}\n\n${body(n)}` }))),
  );

describe('the text under a heading of a new ADR', () => {
  it('follows without a blank line where the house has none', () => {
    const written = write((n) => `## Status\naccepted\n\n## Context\nC ${n}\n\n## Decision\nD\n`);
    expect(written).toContain('## Status\naccepted\n\n## Context\nBread is late.\n');
    expect(written).toContain('## Decision\nWe chose');
  });

  it('follows as each section of the house has it, and a list as lists do', () => {
    const written = write(
      (n) => `## Status\naccepted\n\n## Context\n\nC ${n}\n\n## Decision\n\n- D\n\n## Notes\n- N\n`,
    );
    expect(written).toContain('## Status\naccepted\n\n## Context\n\nBread is late.\n');
    expect(written).toContain('## Decision\n\nWe chose');
  });

  it('follows the heading of an option as in the house', () => {
    const options = '## Considered options\n\n### Oven\nHot.\n\n### Fire\nHotter.\n\n';
    const written = write((n) => `## Context\n\nC ${n}\n\n${options}## Decision\n\nD\n`);
    expect(written).toContain('## Considered options\n\n### Night\nOvens are free.\n');
  });

  it('is apart from a bold line, which it would otherwise go on', () => {
    const written = write((n) => `**Context**\n\n- C ${n}\n\n**Decision**\n- D\n`);
    expect(written).toContain('**Decision**\n\nWe chose');
  });
});

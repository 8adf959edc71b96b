import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { expect, it } from 'vitest';
import { bareContent } from '../../bare-content.ts';

it('has the log that every ADR of the house has, also where the template has none', () => {
  const parts = (context: string, decision: string) =>
    `## Status\n\nAccepted\n\n## Context\n\n${context}\n\n## Decision\n\n${decision}\n`;
  const files = [1, 2, 3, 4, 5, 6].map((n) => ({
    name: `00${n}-oven-${n}.md`,
    text: `# Design Doc 00${n}: Oven ${n}\n\n## Changelog\n\n- September 1${n}, 2024: Accepted\n\n${parts(`C ${n}`, `D ${n}`)}`,
  }));
  const template = { name: 'TEMPLATE.md', text: `# Design Doc {NUMBER}: {TITLE}\n\n${parts('', '')}` };
  const content = {
    ...bareContent,
    number: 7,
    title: 'Bake at night',
    bodies: { context: 'Ovens are free at night.', outcome: 'We bake at night.' },
  };
  expect(writeAdr(content, learnStyle([...files, template]))).toBe(
    `# Design Doc 007: Bake at night\n\n## Changelog\n\n- November 20, 2026: Accepted\n\n${parts('Ovens are free at night.', 'We bake at night.')}`,
  );
});

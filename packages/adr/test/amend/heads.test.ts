import { type Amendment, amendAdr } from '@gavel/adr/amend/amend.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { describe, expect, it } from 'vitest';

const to = { number: 12, title: 'Use big cups', file: '0012-use-big-cups.md' };
const superseding: Amendment = { link: 'superseded by', to, date: '2026-11-20' };
const link = '[ADR-0012](0012-use-big-cups.md)';
const house = learnStyle(
  [1, 2, 3].map((n) => ({
    name: `000${n}-x.md`,
    text: `# ADR-000${n}: X\n\n**Status:** Superseded\n**Superseded by:** [ADR-0004](0004-y.md)\n\n## Context\n\nC\n`,
  })),
);
const rest = '\n\n## Context\n\nWe have cups.\n';

describe('the status of an ADR that is superseded', () => {
  it.each([
    [
      'in a long line in bold, with code in it',
      (status: string) =>
        `# ADR-0009: Use cups\n\n**Status: ${status} · Phase: 3 · builds on \`cup_size\`${', and on what we know'.repeat(30)}**`,
    ],
    [
      'in bold lines between two rules at the start',
      (status: string) => `---\n\n**Date**: 2026-05-05\n**Status**: ${status}\n\n---\n\n# Use cups`,
    ],
    [
      'in a box that is drawn in a block of code',
      (status: string) =>
        `# Use cups\n\n\`\`\`\n╔═════╗\n║  DECISION RECORD  ║\n║  Status     : ${status}   ║\n║  Date       : 2026-05-05   ║\n╚═════╝\n\`\`\``,
    ],
  ])('is replaced %s', (_, head) => {
    const name = head('').includes('║') ? 'ADR-0012' : link;
    expect(amendAdr(head('accepted') + rest, superseding)).toBe(head(`superseded by ${name}`) + rest);
  });

  it('is replaced in front of a label that has a list below it, and the entry for links is like the others', () => {
    const head = (status: string, more = '') =>
      `# ADR-0009: Use cups\n\n**Status:** ${status}\n**Supersedes:** —\n**Related:**${more}\n- ADR-0003, which had mugs`;
    const amended = amendAdr(head('Accepted') + rest, superseding, house);
    expect(amended).toContain('**Related:**\n');
    expect(amended).toContain(`**Superseded by:** ${link}\n`);
  });
});

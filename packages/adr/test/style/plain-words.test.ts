import type { AdrContent } from '@gavel/adr/content/content.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bakeAtNight, house, option, times } from './bakery.ts';

const decision: AdrContent = {
  ...bakeAtNight,
  drivers: ['Nobody waits for bread'],
  options: [
    option('Night', true),
    {
      ...option('Noon'),
      points: [
        { kind: 'pro', text: 'bakers sleep' },
        { kind: 'con', text: 'ovens are hot' },
      ],
    },
  ],
  consequences: [
    { kind: 'pro', text: 'Bread is warm at six' },
    { kind: 'con', text: 'Bakers have to sleep by day' },
  ],
};

const parts = (context: string, outcome: string, consequences: string) =>
  times(4, (n) => `# Use ${n}\n\n## ${context}\n\nC ${n}\n\n## ${outcome}\n\nD ${n}\n\n## ${consequences}\n\nE ${n}\n`);

describe('what a house has no words for', () => {
  it.each([
    ['Context', 'Decision', 'Consequences', 'What matters:', '* Pro: bakers sleep'],
    ['Contexto', 'Decisión', 'Consecuencias', 'Lo que importa:', '* Ventaja: bakers sleep'],
    ['背景', '决策', '后果', '考虑因素：', '* 好的一面：bakers sleep'],
    ['背景', '決策', '後果', '考量因素：', '* 好的一面：bakers sleep'],
    ['背景', '決定', '結果', '考慮した点:', '* 良い面: bakers sleep'],
    ['배경', '결정', '결과', '고려 사항:', '* 긍정적 측면: bakers sleep'],
  ])('is told in plain words: %s', (context, outcome, consequences, drivers, pro) => {
    const written = writeAdr(decision, house(parts(context, outcome, consequences)));
    expect(written).toContain(`${drivers}\n\n`);
    expect(written).toContain(`${pro}\n`);
  });

  it('keeps the words of MADR in its houses', () => {
    const madr = times(
      4,
      (n) =>
        `# Use ${n}\n\n## Context and Problem Statement\n\nC ${n}\n\n## Considered Options\n\n* A ${n}\n* B\n\n## Decision Outcome\n\nChosen option: "A ${n}", because of it.\n`,
    );
    expect(writeAdr(decision, house(madr))).toContain('Decision drivers:\n\n');
  });
});

describe('the sentence for what was chosen', () => {
  it.each([
    ['**Chosen option: Oven 1**', '**Chosen option: Night**, because it is quiet.'],
    ['**Chosen option: Oven 1, because it is hot.**', '**Chosen option: Night**, because it is quiet.'],
    ['**Chosen option:** Oven 1, because it is hot.', '**Chosen option:** Night, because it is quiet.'],
  ])('ends its emphasis behind the option: %s', (said, expected) => {
    const adrs = times(3, (n) => `# Use ${n}\n\n## Context\n\nC ${n}\n\n## Decision Outcome\n\n${said}\n`);
    expect(writeAdr(decision, house(adrs))).toContain(`${expected}\n`);
  });
});

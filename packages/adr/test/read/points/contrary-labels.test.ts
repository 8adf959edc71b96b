import { isLossless } from '@gavel/adr/doctor/report.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

const items = [
  '- 👍',
  '- 👍 fast',
  '- Good: fast',
  '- ✅',
  '- ❌ slow',
  '- Pros: a, b',
  '- Pros:',
  '- slow\n- 👍 fast',
];

describe('a section of one kind', () => {
  it.each(['### Negative', '### Positive', '### Neutral', '### Mitigations'])(
    '%s keeps every label as text',
    (heading) => {
      for (const item of items) {
        const text = `# Title\n\n## Status\n\nAccepted\n\n## Decision\n\nYes.\n\n## Consequences\n\n${heading}\n\n${item}\n`;
        expect([item, isLossless(readAdr(text), text)]).toEqual([item, true]);
      }
    },
  );

  it('keeps all of its points of that kind', () => {
    const text = '# Title\n\n## Consequences\n\n### Negative\n\n- slow\n- 👍 for nobody\n';
    const negative = readAdr(text).sections.find((section) => section.name === 'Negative');
    expect(negative?.points?.points.map(({ kind }) => kind)).toEqual(['con', 'con']);
  });
});

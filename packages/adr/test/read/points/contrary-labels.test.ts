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

describe('the points of an option', () => {
  const counted = (text: string) => {
    const [option] = readAdr(`# T\n\n## Options\n\n### Java\n\n${text}\n\n### Go\n\nx\n`).options;
    return option?.points.map(({ kind, text: said }) => `${kind}: ${said}`);
  };
  it.each([
    [
      '* **Good, because:**\n    * fast\n    * small\n* **Bad, because:**\n    * new',
      ['pro: fast', 'pro: small', 'con: new'],
    ],
    [
      'Pros of this option:\n\n* fast\n* small\n\nCons of this option:\n\n* new',
      ['pro: fast', 'pro: small', 'con: new'],
    ],
    ['Advantages of the approach\n\n* fast', ['pro: fast']],
    ['Pros and cons of this option:\n\n* Good, because fast\n* Bad, because new', ['pro: fast', 'con: new']],
    ['* Pros: Fast. Small\n* Cons: New.', ['pro: Fast.', 'pro: Small', 'con: New.']],
    [
      '* Pros: It is fast. All of the servers that we have can run it, as they did in the years before.',
      ['pro: It is fast. All of the servers that we have can run it, as they did in the years before.'],
    ],
    ['- ✅ Fast: it is small, and warm\n- ❌ 旧：十年前', ['pro: Fast: it is small, and warm', 'con: 旧：十年前']],
    ['- Good — fast, and\n  small\n- Bad -- new', ['pro: fast, and\nsmall', 'con: new']],
    ['**👍 Pros:**\n- fast\n- small\n**👎 Cons:**\n- new', ['pro: fast', 'pro: small', 'con: new']],
    ['- fast\n  **Cons:** many\n- small', []],
  ])('are what each label announces: %s', (text, points) => {
    expect(counted(text)).toEqual(points);
  });
});

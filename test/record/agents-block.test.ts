import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ListedAdr, listForAgents } from '../../src/record/agents-block.ts';
import { recordLanguages } from '../../src/words/record-languages.ts';
import '../support/laws.ts';

const adr = (number: number, more: Partial<ListedAdr> = {}): ListedAdr => ({
  number,
  title: `Question ${number}`,
  outcome: `Answer ${number}`,
  path: `docs/adr/000${number}-question.md`,
  affects: [],
  ...more,
});
const at = { file: 'AGENTS.md', words: recordLanguages.en.governed };
const list = (text: string | undefined, adrs: readonly ListedAdr[], file = 'AGENTS.md') =>
  listForAgents(text, adrs, { ...at, file });

describe('the list of decisions for agents', () => {
  it('is a new file where there is none', () => {
    expect(list(undefined, [adr(1), adr(2, { affects: ['src/store/**', 'db'] }), adr(3, { outcome: undefined })])).toBe(
      `## Decisions

<!-- gavel:decisions -->
The decisions that hold in this repository. Read the one that governs something before you change it.

- [ADR-0001 Question 1](docs/adr/0001-question.md): Answer 1
- [ADR-0002 Question 2](docs/adr/0002-question.md): Answer 2. Affects \`src/store/**\`, \`db\`
- [ADR-0003 Question 3](docs/adr/0003-question.md)
<!-- /gavel:decisions -->
`,
    );
  });

  it('comes after what people wrote, and takes its place from then on', () => {
    const first = list('# Rules\r\n\r\nBe kind.', [adr(1)]) ?? '';
    expect(first).toContain('Be kind.\r\n\r\n## Decisions\r\n\r\n<!-- gavel:decisions -->\r\n');
    const moved = `${first}\r\n## More\r\n`;
    const second = list(moved, [adr(1), adr(2)]) ?? '';
    expect(second.split('- [ADR-0002')).toHaveLength(2);
    expect(second.endsWith('<!-- /gavel:decisions -->\r\n\r\n## More\r\n')).toBe(true);
    expect(second.startsWith('# Rules\r\n\r\nBe kind.\r\n\r\n## Decisions')).toBe(true);
  });

  it('links from the folder that the file is in', () => {
    expect(list('', [adr(1)], '.github/copilot-instructions.md')).toContain('](../docs/adr/0001-question.md)');
  });

  it.each([
    ['one marker', '<!-- gavel:decisions -->\n'],
    ['the wrong order', '<!-- /gavel:decisions -->\n<!-- gavel:decisions -->\n'],
    ['two lists', '<!-- gavel:decisions -->\n<!-- /gavel:decisions -->\n'.repeat(2)],
    ['a marker in a sentence', 'Between <!-- gavel:decisions --> and here\n<!-- /gavel:decisions -->\n'],
  ])('is left alone with %s', (_, text) => {
    expect(list(text, [adr(1)])).toBeUndefined();
  });

  it('takes markers in a piece of code for an example', () => {
    const text = '```md\n<!-- gavel:decisions -->\n<!-- /gavel:decisions -->\n```\n';
    expect(list(text, [adr(1)])).toMatch(/^```md\n<!-- gavel:decisions -->\n<!-- \/gavel:decisions -->\n```\n\n## Dec/);
  });

  it('has at most two hundred lines, the latest, and says how many there are besides', () => {
    const lines = (
      list(
        '',
        Array.from({ length: 203 }, (_, index) => adr(index)),
      ) ?? ''
    ).split('\n');
    expect(lines.filter((line) => line.startsWith('- ['))).toHaveLength(200);
    expect(lines).toContain('- 3 more decisions');
  });

  it('keeps every byte around it, and is written once, whatever titles and texts are', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 40 });
    const one = fc.record({ title: words, outcome: fc.option(words, { nil: undefined }), pattern: words });
    fc.assert(
      fc.property(words, words, fc.array(one, { maxLength: 4 }), (before, after, many) => {
        const adrs = many.map(({ title, outcome, pattern }, index) =>
          adr(index, { title, outcome, affects: [pattern] }),
        );
        const first = `${before}\n<!-- gavel:decisions -->\n<!-- /gavel:decisions -->\n${after}`;
        const text = list(first, adrs);
        fc.pre(text !== undefined);
        expect(text?.startsWith(`${before}\n<!-- gavel:decisions -->\n`)).toBe(true);
        expect(text?.endsWith(`\n<!-- /gavel:decisions -->\n${after}`)).toBe(true);
        expect(list(text, adrs)).toBe(text);
      }),
    );
  });
});

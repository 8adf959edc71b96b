import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** The options of an ADR: the chosen one with a star, and each with the numbers of its pros and cons. */
function optionsIn(...blocks: readonly string[]): string[] {
  return readAdr(['# T', ...blocks].join('\n\n')).options.map(({ title, points, isChosen }) => {
    const count = (kind: string) => points.filter((point) => point.kind === kind).length;
    return `${isChosen ? '*' : ''}${title} ${count('pro')}/${count('con')}`;
  });
}

describe('the chosen option', () => {
  it.each([
    ['a quotation of two lines', ['## Decision', 'Chosen option: "Clay". It\nlasts.'], 'Clay'],
    ['the items below “Chosen options”', ['## Decision', 'Chosen options\n\n* **Tin**\n* **Wood**'], 'Tin, Wood'],
    [
      'a counter in bold, and more sentences',
      [
        '## Decision',
        `Chosen option: **B**. Cups come \`{ <cup>: [<size>, …] }\` from it. ${'A tin cup would ring. '.repeat(9)}`,
      ],
      'Clay',
    ],
    [
      'a bold counter in German',
      ['## Entscheidung', `Gewählte Option: **B**. Tassen halten so. ${'Tin klingt, und Wood brennt. '.repeat(9)}`],
      'Clay',
    ],
    ['Chinese words as a machine translates them', ['## 决策结果', '已选选项： **B.黏土制品**\n\n它耐用。'], 'Clay'],
    ['several counters', ['## Decision', 'Chosen: **A + C**'], 'Tin, Wood'],
    ['German words', ['## Entscheidung', 'Die Wahl fiel auf Clay, da es hält.'], 'Clay'],
    ['French words', ['## Décision', 'Nous avons opté pour Clay.'], 'Clay'],
    ['Spanish words', ['## Decisión', 'Se optó por Clay.'], 'Clay'],
    ['Portuguese words', ['## Decisão', 'Optou-se por Clay.'], 'Clay'],
    ['Polish words', ['## Decyzja', 'Zdecydowano, że będzie Clay.'], 'Clay'],
    ['Czech words', ['## Rozhodnutí', 'Zvolena byla varianta Clay.'], 'Clay'],
    ['Turkish words', ['## Karar', 'Clay tercih edilmiştir.'], 'Clay'],
  ])('is said by %s', (_, decision, chosen) => {
    const list = ['## Options', '* A. Tin\n* B. Clay\n* C. Wood'];
    const read = optionsIn(...list, ...decision).filter((option) => option.startsWith('*'));
    expect(read.join(', ').replaceAll(/[*]| 0\/0/g, '')).toBe(chosen);
  });

  it('is what the title of the ADR has most words of, but for a remark in brackets', () => {
    const options =
      '- **Shelf sorted by guest + room + size, single list (drawn by hand twice)**\n- **Photos**\n- **Colors**';
    const read = readAdr(
      `# Tea shelf sorted by every guest + room + size, kept in boxes\n\n## Options\n\n${options}\n\n## Decision\n\nNobody asks.`,
    );
    expect(read.options.map(({ isChosen }) => isChosen)).toEqual([true, false, false]);
  });

  it('is what a quotation goes on with in the next line', () => {
    const list = '- Keep the cups.\n- Keep the cups, but only those\nwithout cracks.';
    expect(
      optionsIn('## Options', list, '## Decision', 'Chosen: "Keep the cups, but only those\nwithout cracks."')[1],
    ).toMatch(/^\*/);
  });

  it('is told in the outcome below the options that are inside of the decision', () => {
    const inner = ['### Assumptions', 'Tin was selected years ago.', '### Options', '1. Tin\n2. Clay'];
    expect(optionsIn('## Decision', ...inner, '### Outcome', 'The decision is to support Option 2.')).toEqual([
      'Tin 0/0',
      '*Clay 0/0',
    ]);
  });

  it('is marked in its verdict', () => {
    const line = (verdict: string) => `**Pros:** cheap. **Cons:** cold. **Verdict:** ${verdict}`;
    expect(optionsIn('## Options', '### Tin', line('❌ too cold'), '### Clay', line('✅ Chosen'))).toEqual([
      'Tin 1/1',
      '*Clay 1/1',
    ]);
  });

  it.each([
    ['whose heading says that they were rejected', ['## Rejected alternatives', '- **Tin**: cold\n- **Clay**: dear']],
    [
      'of a table with the reasons for rejection',
      ['## Options', '| Option | Why not |\n|---|---|\n| Tin | cold |\n| Clay | dear |'],
    ],
    [
      'which the text behind their points rejects',
      [
        '## Options',
        '### Tin',
        'Pros:\n\n* cheap',
        'Rejected: cold',
        '### Clay',
        'Pros:\n\n* old',
        'Rejected for now: dear',
      ],
    ],
  ])('is none of those %s', (_, blocks) => {
    const read = readAdr(
      ['# Glass instead of Clay', '## Decision', 'Glass cups, as clay is dear.', ...blocks].join('\n\n'),
    );
    expect(read.options.map(({ isChosen }) => isChosen)).toEqual([false, false]);
  });

  it('is no heading of an option that begins like an answer', () => {
    const headings = ['## Context', '### Solution - Paint the cups', 'Slow.', '### Solution - Buy new cups', 'Dear.'];
    expect(optionsIn(...headings, '## Decision', 'We will buy new cups.')).toEqual([
      'Paint the cups 0/0',
      '*Buy new cups 0/0',
    ]);
  });
});

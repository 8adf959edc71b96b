import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** The options of an ADR: the chosen one with a star, and each with the numbers of its pros and cons. */
function optionsIn(...blocks: readonly string[]): string[] {
  return readAdr(['# T', ...blocks].join('\n\n')).options.map(({ title, points, isChosen }) => {
    const count = (kind: string) => points.filter((point) => point.kind === kind).length;
    return `${isChosen ? '*' : ''}${title} ${count('pro')}/${count('con')}`;
  });
}

describe('options', () => {
  it.each([
    ['counted with a plural', ['### Options 1: Tin', 'x', '### Options 2a: Clay', 'x']],
    ['headings in a list', ['1. ### Tin\n\n   Cold.\n2. ### Clay\n\n   Dear.']],
    ['emphasized behind a label', ['- **Rejected:** *Tin* — cold, and thin. *Clay* — dear.']],
    [
      'with a table about each, and points',
      ['### Tin', table(), '**Pros:**\n\n- cheap', '### Clay', table(), '**Pros:**\n\n- old'],
    ],
    ['called by a long name before a verdict', [`- Tin: rejected as cold.\n- Clay: rejected as dear.`]],
  ])('may be %s', (_, blocks) => {
    expect(optionsIn('## Options', ...blocks).map((option) => option.replace(/ \d.*/, ''))).toEqual(['Tin', 'Clay']);
  });

  it('may be named by the sentence that rejects one', () => {
    expect(optionsIn('## Alternatives', 'A cup of tin was rejected; it is cold.')).toEqual(['A cup of tin 0/0']);
  });

  it('have the points of a heading without the ending of their name', () => {
    const details = ['### Cup', '* Good, because old', '### Pot.js', '* Bad, because new'];
    expect(
      optionsIn('## Considered Options', '* Cup.js\n* Pot.js', '## Pros and Cons of the Options', ...details),
    ).toEqual(['Cup.js 1/0', 'Pot.js 0/1']);
  });
});

describe('points', () => {
  it.each([
    ['Good: old; known; cheap', '1/0'],
    ['Bad: no handle, no lid', '0/1'],
    ['Pros: old, known', '2/0'],
    ['Pros: old, known, and cheap', '1/0'],
    ['Pros: It is old. It is known.', '1/0'],
    ['✅ Clear owner: everybody knows', '1/0'],
    ['Cons: none', '0/0'],
  ])('are counted in “%s”', (line, counts) => {
    expect(optionsIn('## Options', '### Tin', `- ${line}`, '### Clay', 'x')[0]).toBe(`Tin ${counts}`);
  });

  it('are in the rows of a table about the option', () => {
    const rows = '| Aspect | What it is |\n|---|---|\n| Pros | old; known |\n| Cons | cold |\n| Effort | low |';
    expect(optionsIn('## Options', '### Option A: Tin', rows, '### Option B: Clay', rows)).toEqual([
      'Tin 2/1',
      'Clay 2/1',
    ]);
  });

  it('are of the other kind below its label right behind an item', () => {
    const list = '**PROS**\n\n- old\n- known\n**CONS**\n- cold';
    expect(optionsIn('## Options', '### Tin', list, '### Clay', list)).toEqual(['Tin 2/1', 'Clay 2/1']);
  });
});

function table(): string {
  return '| Part | Made of |\n|---|---|\n| Handle | wire |';
}

it('options are below headings that say what was ruled out', () => {
  const list = '- **Tin.** It rusts.\n- **Wood.** It burns.';
  for (const heading of ['Alternatives we ruled out', 'Options ruled out', 'What we ruled out']) {
    expect(optionsIn('## Decision', 'We fire clay.', `## ${heading}`, list)).toEqual(['Tin 0/0', 'Wood 0/0']);
  }
});

it.each([
  ['器の選択肢：', ['Tin', 'Clay']],
  ['候補は以下の通り：', ['Tin', 'Clay']],
  ['可选器皿的备选如下：', ['Tin', 'Clay']],
  ['그릇의 선택지는 다음과 같다:', ['Tin', 'Clay']],
  ['器の選択肢を増やすには、次の手順で設定します：', []],
  ['我们的方案：', []],
])('options are below a sentence that ends with a word for them, without blanks: %s', (sentence, titles) => {
  const list = '1. **Tin** - cold\n2. **Clay** - dear';
  const found = optionsIn('## Context', 'Tea.', sentence, list, '## Decision', '**Clay.**');
  expect(found.map((option) => option.replace(/^\*| \d.*/g, ''))).toEqual(titles);
});

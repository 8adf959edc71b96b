import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** The options of an ADR: the chosen one with a star. */
function optionsIn(...blocks: readonly string[]): string[] {
  const { options } = readAdr(['# T', ...blocks].join('\n\n'));
  return options.map(({ title, isChosen }) => (isChosen ? '*' : '') + title);
}

describe('the title of an option', () => {
  it.each([
    ['a cross behind its number', '### 1. ❌ Tin', '### 2. ✅ Clay'],
    ['what says that it was chosen', '### 1. Tin', '### 2. ⚠️ Chosen solution: Clay'],
    ['such words in Portuguese', '### 1. Tin', '### 2. Solução escolhida: Clay'],
    ['its number in the outline', '### 3.1 Tin', '### 3.2 ✅ Clay'],
    ['the word that rejects it', '### Tin — rejected', '### Clay (chosen)'],
    ['such a word with what it was rejected as', '### Tin — rejeitada como primeira', '### Clay (escolhida)'],
    ['such a word in Japanese', '### Tin — 却下', '### Clay（採用）'],
    ['such a word behind a colon', '### Tin: verworfen', '### Clay (gewählt)'],
  ])('has no %s', (_, tin, clay) => {
    expect(optionsIn('## Options', tin, 'Cold.', clay, 'Dear.', tin.includes('1.') ? '### 3. Wood' : '')).toEqual([
      'Tin',
      '*Clay',
      ...(tin.includes('1.') && !tin.includes('3.1') ? ['Wood'] : []),
    ]);
  });

  it('goes on with what a rule of its own rejects', () => {
    expect(optionsIn('## Options', '### Strict — reject old cups', 'x', '### Mild', 'y')[0]).toBe(
      'Strict — reject old cups',
    );
  });

  it('may be written on several lines in front of its colon, and be longer than those of others', () => {
    const list = [
      '- Count all of the cups and all of the mugs in the kitchen by hand so\n  that nobody has to remember where any of them were put:\n  slow, but known.',
      '- Count nothing: quick, but\n  wrong.',
      '- Count the cups of the house in the evening, behind the closed\n  door: quiet, and it goes on for as long as the house stands.',
    ];
    expect(optionsIn('## Alternatives rejected', list.join('\n')).map((title) => title.replaceAll('\n', ' '))).toEqual([
      'Count all of the cups and all of the mugs in the kitchen by hand so that nobody has to remember where any of them were put',
      'Count nothing',
      'Count the cups of the house in the evening, behind the closed door',
    ]);
  });

  it('may be in italics in front of a dash', () => {
    expect(optionsIn('## Alternatives', '- *Tin* (old) — cold.\n- *Wood* — it burns.')).toEqual(['Tin', 'Wood']);
  });
});

describe('options', () => {
  it('may have a cross each in front of their bold names', () => {
    const list = '- ❌ **Tin**: cold.\n- ❌ **Wood**（from the shop）：it burns.';
    expect(optionsIn('## Decision', 'We use clay.', '### Rejected alternatives', list)).toEqual(['Tin', 'Wood']);
  });

  it('may be called by a letter and a number, below headings that have letters, too', () => {
    const blocks = ['## O — Options', 'O1: Tin\n- Pros: old', 'O2: Clay\n- Cons: dear', '## D — Decision'];
    expect(optionsIn(...blocks, 'We choose O2: it keeps the tea warm.')).toEqual(['Tin', '*Clay']);
  });

  it('are in the table, and not in the heading that asks why', () => {
    const table = '| Option | Note |\n|---|---|\n| **A: Tin (recommended)** | old |\n| B: Clay | dear |';
    expect(optionsIn('## Options', table, '### Why option A?', '- ✅ **Known:** to all.')).toEqual(['*Tin', 'Clay']);
  });

  it('may have a remark of two lines behind a bold name', () => {
    const first = '**Tin cups from the shop** (see the long list of all that\nis sold there). Too cold.';
    expect(optionsIn('## Alternatives considered', first, '**Wood.** It burns.')).toEqual([
      'Tin cups from the shop',
      'Wood',
    ]);
  });

  it('are answers that a sentence counts', () => {
    const list = '1. **Tin cups.** Cold.\n2. **Clay cups.** Dear.';
    expect(optionsIn('## Context', 'Two natural answers exist:', list, '## Decision', 'We buy clay cups.')).toEqual([
      'Tin cups',
      '*Clay cups',
    ]);
  });

  it('may be one that is called the decision among those that have letters', () => {
    const headings = ['### A. Tin', 'Cold.', '### B. Wood', 'Burns.', '### C. Chosen solution (A + B)', 'Both.'];
    expect(optionsIn('## Alternatives', ...headings)).toHaveLength(3);
  });

  it('are not what was taken into consideration in Korean, if others were weighed', () => {
    const others = ['## 고려사항', '### 비용', '없음.', '### 시간', '짧다.'];
    expect(
      optionsIn(...others, '## 대안 고려', '### 대안 1: Tin', '차갑다.', '### 대안 2: Clay (채택됨)', '비싸다.'),
    ).toEqual(['Tin', '*Clay']);
  });
});

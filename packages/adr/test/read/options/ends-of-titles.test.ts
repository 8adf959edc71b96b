import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** The options of an ADR: the chosen one with a star, and each with the numbers of its pros and cons. */
function optionsIn(...blocks: readonly string[]): string[] {
  return readAdr(['# T', ...blocks].join('\n\n')).options.map(({ title, points, isChosen }) => {
    const count = (kind: string) => points.filter((point) => point.kind === kind).length;
    return `${isChosen ? '*' : ''}${title} ${count('pro')}/${count('con')}`;
  });
}

describe('the title of an option', () => {
  it.each([
    ['a point in the middle', '- Tin · it is cold.\n- Clay · it is dear.'],
    ['such a point behind a bold name', '- **Tin** · it is cold.\n- **Clay** · it is dear.'],
    ['a colon right behind a bold name', '- **Tin**:it is cold.\n- **Clay**:it is dear.'],
    ['a remark in a sentence', '- **Tin** (bare) would chill the tea.\n- **Clay** (fired) would break.'],
    ['a list with the reason, behind a number', '1. Tin\n- it is cold.\n\n2. Clay\n- it is dear.'],
  ])('ends in front of %s', (_, list) => {
    expect(optionsIn('## Alternatives', list)).toEqual(['Tin 0/0', 'Clay 0/0']);
  });

  it('ends in front of a colon between two characters of a script without blanks', () => {
    const list = '- 锡杯:太冷,也太薄。\n- 陶杯(烧制):容易碎。';
    expect(optionsIn('## 备选方案', list)).toEqual(['锡杯 0/0', '陶杯(烧制) 0/0']);
  });

  it.each([
    ['“Chosen” behind its counter', '- **Option 1:** Tin\n- **Option 2 (Chosen):** Clay'],
    ['an arrow behind a bold name with a number', '**1. Tin**\n\n- ❌ Cold\n\n**2. Clay** ← Chosen\n\n- ❌ Dear'],
  ])('may have %s', (_, list) => {
    expect(optionsIn('## Alternatives', list).map((option) => option.split(' ')[0])).toEqual(['Tin', '*Clay']);
  });

  it.each([
    ['fr', 'L’option numéro 2 est choisie.'],
    ['es', 'Se eligió la opción número 2.'],
    ['de', 'Wir wählen Option Nummer 2.'],
    ['en', 'We chose option number 2.'],
    ['ru', 'Выбран вариант номер 2.'],
  ])('may be called by a number with a word for it (%s)', (_, sentence) => {
    const list = '- Option 1: Tin\n- Option 2: Clay';
    expect(optionsIn('## Considered Options', list, '## Decision', sentence)).toEqual(['Tin 0/0', '*Clay 0/0']);
  });
});

describe('points', () => {
  it('of both kinds may be below “Tradeoffs”', () => {
    const points = ['#### Tradeoffs', '* \\+ Light\n* \\+ Cheap\n* \\- Cold'];
    expect(optionsIn('## Options', '### Tin', ...points, '### Clay', ...points)).toEqual(['Tin 2/1', 'Clay 2/1']);
  });

  it('are none behind another label among those in bold', () => {
    const points = '- **Pros:**\n  - Light\n- **Cons:**\n  - Cold\n- **Cost of going back:** low';
    expect(optionsIn('## Options', '### Tin', points, '### Clay', points)).toEqual(['Tin 1/1', 'Clay 1/1']);
  });
});

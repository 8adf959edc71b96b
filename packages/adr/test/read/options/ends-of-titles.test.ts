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

describe('options', () => {
  it.each([
    ['en', '## Rejected alternative'],
    ['en', '## Alternative considered'],
    ['fr', '## Alternative écartée'],
    ['de', '## Verworfene Alternative'],
    ['es', '## Alternativa descartada'],
    ['pt', '## Alternativa rejeitada'],
    ['it', '## Alternativa scartata'],
    ['ru', '## Отклонённая альтернатива'],
    ['ja', '## 代替案の検討'],
    ['zh', '## 备选与否决理由'],
    ['ko', '## 대안 및 기각 사유'],
    ['de', '## Alternativen und Ablehnungsgründe'],
    ['en', '## Alternatives and why rejected'],
    ['fr', '## Alternatives et raisons du rejet'],
  ])('may be below a heading for one, or with the reasons (%s: %s)', (_, heading) => {
    expect(optionsIn('## Decision', 'Clay.', heading, '- Tin: it is cold.')).toEqual(['Tin 0/0']);
  });

  it.each([
    ['en', '## Rejected alternative: Tin'],
    ['fr', '## Alternative écartée : Tin'],
    ['es', '### Alternativa descartada: Tin'],
    ['de', '### Verworfene Alternative – Tin'],
  ])('may be behind such a heading (%s: %s)', (_, heading) => {
    expect(optionsIn('## Decision', 'We buy clay.', heading, 'It is cold.')).toEqual(['Tin 0/0']);
  });

  it('may have a letter alone in bold', () => {
    const list = '- **A** — cups of tin\n- **B** — cups of clay\n- **C** — cups of wood';
    expect(optionsIn('## Options', list, '## Decision', 'We chose **B**, the cheapest.')).toEqual([
      'cups of tin 0/0',
      '*cups of clay 0/0',
      'cups of wood 0/0',
    ]);
  });

  it('may have a heading with a counter that the list above lacks', () => {
    const headings = ['### Option 1: Tin', 'Cold.', '### Option 2: Clay', 'Dear.', '### Option 3: Wood', 'Burns.'];
    expect(optionsIn('## Options', '- Option 1: Tin\n- Option 2: Clay', ...headings)).toEqual([
      'Tin 0/0',
      'Clay 0/0',
      'Wood 0/0',
    ]);
  });
});

describe('a warning sign', () => {
  const list = (cross: string) => `- Tin\n  - ✅ Light\n  - ⚠️ Cold\n- Clay\n  - ✅ Warm\n  - ${cross} Dear`;

  it('speaks against an option where only a tick is beside it', () => {
    expect(optionsIn('## Options', list('⚠️'))).toEqual(['Tin 1/1', 'Clay 1/1']);
  });

  it('speaks neither for nor against where there is a cross, too', () => {
    expect(optionsIn('## Options', list('❌'))).toEqual(['Tin 1/0', 'Clay 1/1']);
  });
});

describe('options of a file', () => {
  it('are the rows of a table with a column for pros and one for cons, whatever they are called', () => {
    const table = '| 框架 | Pros | Cons |\n|---|---|---|\n| **Tin（选定）** | light | cold |\n| Clay | warm | dear |';
    expect(optionsIn('## 框架对比', table)).toEqual(['*Tin 1/1', 'Clay 1/1']);
  });

  it('are in the tables below the headings of several questions', () => {
    const table = (rows: string) => `| Option | Pros | Cons |\n|---|---|---|\n${rows}`;
    const cups = table('| **Tin (chosen)** | light | cold |\n| Clay | warm | dear |');
    const pots = table('| Iron | strong | heavy |\n| **Glass (chosen)** | clear | thin |');
    expect(
      optionsIn('## Options', '### Cups', cups, '### Pots', pots, '### Lids', 'Later.', '## Decision', 'See above.'),
    ).toEqual(['*Tin 1/1', 'Clay 1/1', 'Iron 1/1', '*Glass 1/1']);
  });

  it('may begin with links, in paragraphs in front of a remark', () => {
    const [tin, clay] = ['[Tin](https://tin.example): It is cold.', '[Clay](https://clay.example): It is dear.'];
    const titles = optionsIn('## Alternatives', tin, clay, 'We looked at nothing else.');
    expect(titles.map((title) => title.replace(/\]\(.*?\)|\[/g, ''))).toEqual(['Tin 0/0', 'Clay 0/0']);
  });

  it('are below “what we looked at” in Korean', () => {
    expect(
      optionsIn('## 결정', '### Clay', '흙이다.', '**대안으로 검토한 것**', '- Tin: 차갑다\n- Wood: 탄다'),
    ).toEqual(['Tin 0/0', 'Wood 0/0']);
  });

  it('may be counted with a word for candidates in Chinese', () => {
    const list = '- 候选 A：Tin，冷——也薄。\n- 候选 B：Clay，贵。';
    expect(optionsIn('## 背景', '**杯子**：', list, '## 决定', '候选 B，Clay。')).toEqual(['Tin 0/0', '*Clay 0/0']);
  });
});

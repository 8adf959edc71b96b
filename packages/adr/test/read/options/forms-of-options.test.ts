import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** The options of an ADR with these blocks: the chosen title with a star, and how many pros and cons each has. */
function optionsIn(...blocks: readonly string[]): string[] {
  return readAdr(['# T', ...blocks].join('\n\n')).options.map(({ title, points, isChosen }) => {
    const [pros, cons] = ['pro', 'con'].map((kind) => points.filter((point) => point.kind === kind).length);
    return `${isChosen ? '*' : ''}${title} +${pros} -${cons}`;
  });
}

describe('the title of an option', () => {
  it('ends at its colon, whatever code is around that', () => {
    const list = '- Keep `cup-v1`: too small for `tea`\n- A samovar: `large`';
    expect(optionsIn('## Options', list)).toEqual(['Keep `cup-v1` +0 -0', 'A samovar +0 -0']);
  });

  it('is as long as it is in a heading, commas included', () => {
    const title = `A page with a word of welcome, a door, and a small amount of ${'very '.repeat(16)}loud marketing`;
    expect(optionsIn('## Options', `### Option 1: ${title}`, 'x', '### Option 2: A door', 'y')).toEqual([
      `${title} +0 -0`,
      'A door +0 -0',
    ]);
  });

  it('begins behind the dash of its counter, however long that is', () => {
    expect(optionsIn('## Options', '### Option 1 -- A samovar', 'x', '### Option 2 --- A kettle', 'y')).toEqual([
      'A samovar +0 -0',
      'A kettle +0 -0',
    ]);
  });

  it('has the rest of its sentence where it would be that of another one', () => {
    const list = '1. Lay them out so: `cups/a`.\n   It is flat.\n2. Lay them out so: `cups/b/c`.\n   It is deep.';
    expect(optionsIn('## Options', list)).toEqual([
      'Lay them out so: `cups/a` +0 -0',
      'Lay them out so: `cups/b/c` +0 -0',
    ]);
  });

  it('has no mark that is behind it in italics', () => {
    const blocks = ['**Kettle**:', 'Small.', '**Samovar** *(chosen)*:', 'Large.'];
    expect(optionsIn('## Options', ...blocks)).toEqual(['Kettle +0 -0', '*Samovar +0 -0']);
  });

  it('has none of the marks of the sentence around it', () => {
    expect(optionsIn('## Options', '- a kettle;\n- a samovar.')).toEqual(['a kettle +0 -0', 'a samovar +0 -0']);
  });

  it('ends where what it is instead of begins, and has no colon at its end', () => {
    const list = '- **Kettle + cup** instead of a samovar:\n  - Small.\n- **Tin**, and more of it:\n  - Old.';
    expect(optionsIn('## Options', list)).toEqual(['Kettle + cup +0 -0', 'Tin +0 -0']);
    expect(optionsIn('## Options', '- Tin and cups:\n  - Old.\n- Clay:\n  - New.')).toEqual([
      'Tin and cups +0 -0',
      'Clay +0 -0',
    ]);
  });

  it('ends with its bold words where a phrase goes on, and more is said or a counter is in front of it', () => {
    const list =
      '- **Kettle** for tea at noon. It is small.\n- **Samovar** (of brass) to warm the room\n  all day. Dear.';
    const options = readAdr(`# T\n\n## Options\n\n${list}\n`).options;
    expect(options.map(({ title, notes, description }) => [title, notes, description])).toEqual([
      ['Kettle', [], 'for tea at noon. It is small.'],
      ['Samovar', ['of brass'], 'to warm the room\nall day. Dear.'],
    ]);
    const counted = '- **A. Named cups**, one per guest (`cup:`, …).\n- **B. A flat shelf** from guest → list of cups.';
    const decision = [
      '## Decision',
      'Chosen option: **B**. The shelf is a map `{ <guest>: [<cup>, …] }`. Nobody asks.',
    ];
    expect(optionsIn('## Options', counted, ...decision)).toEqual(['Named cups +0 -0', '*A flat shelf +0 -0']);
    const plain = '- **Kettle** with a lid\n- **Samovar** for many guests\n- **Pan**';
    expect(optionsIn('## Options', plain)).toEqual([
      'Kettle with a lid +0 -0',
      'Samovar for many guests +0 -0',
      'Pan +0 -0',
    ]);
  });

  it('is what a heading asks about that was left out', () => {
    const before = ['## Context', 'C', '### Alternatives considered', '#### Option 1: Kettle', 'k'];
    const others = ['#### Option 2: Samovar', 's', '#### Option 3: Machine (of tin)', 'm'];
    const why = ['### Why not Samovar?', '❌ **Too large**', '### Why not Machine?', '- ❌ Too loud'];
    const blocks = [...before, ...others, '## Decision', 'We choose the kettle.', '## Alternatives considered', ...why];
    expect(optionsIn(...blocks)).toEqual(['*Kettle +0 -0', 'Samovar +0 -1', 'Machine +0 -1']);
    expect(
      optionsIn('## Alternatives considered', '### Why not Samovar?', 'x', '### Why not the other options?', 'y'),
    ).toEqual(['Samovar +0 -0']);
  });

  it('ends at the colon in italics, whatever brackets are in front of it', () => {
    const list = '1. *A kettle + cups (plan 2.4):* small,\n   but loud.\n2. *A samovar*: large, (even) too large.';
    expect(optionsIn('## Rejected alternatives', list)).toEqual([
      'A kettle + cups (plan 2.4) +0 -0',
      'A samovar +0 -0',
    ]);
  });

  it('ends at the period at the end of its line', () => {
    const list = '- 대안 1: `tea` 로 차를 끓인다.\n  아주 쉽다.\n- 대안 2: 커피만 마신다. 차가 없다.';
    expect(optionsIn('## 대안', list)).toEqual(['`tea` 로 차를 끓인다 +0 -0', '커피만 마신다 +0 -0']);
  });

  it('ends at a comma behind bold words where all paragraphs begin with some', () => {
    const blocks = [
      '**A kettle.** It is small.',
      '**A samovar**, lit by hand. It is large.',
      '**No tea** (for now). Sad.',
    ];
    expect(optionsIn('## Rejected alternatives', ...blocks)).toEqual([
      'A kettle +0 -0',
      'A samovar +0 -0',
      'No tea +0 -0',
    ]);
  });

  it('is no picture', () => {
    expect(optionsIn('## Options', '![cups.png](../images/cups.png)')).toEqual([]);
  });

  it('may have a counter of two parts', () => {
    const blocks = ['### Option A.1 — Kettle', 'x', '### Option A.2 — Samovar', 'y'];
    expect(optionsIn('## Options', ...blocks, '## Decision', '**Adopt A.2 samovar** of tin.')).toEqual([
      'Kettle +0 -0',
      '*Samovar +0 -0',
    ]);
  });
});

describe('options', () => {
  it('may have their points in the items behind them', () => {
    const list = '- **Option A: 茶壶**\n- 优点: 便宜，常见\n- 缺点: 太小\n\n- **Option B: 茶炊**\n- 优点: 够大';
    expect(optionsIn('## Options', list, '## Decision', '采用 **Option B: 茶炊**')).toEqual([
      '茶壶 +1 -1',
      '*茶炊 +1 -0',
    ]);
  });

  it('are only the first items of a list if these alone have counters', () => {
    const list = '- Option 1: A kettle\n- Option 2: A samovar\n- Tea takes longer.\n- Cups get old.';
    expect(optionsIn('## Trade-offs / Alternatives', list)).toEqual(['A kettle +0 -0', 'A samovar +0 -0']);
  });

  it('are lists of one item each, with text between them', () => {
    const blocks = ['1. A kettle', 'It is small.', '2. A samovar', 'It is large.'];
    const context = 'For the tea, there are two options:';
    expect(optionsIn('## Context', context, ...blocks, '## Decision', '**A samovar**')).toEqual([
      'A kettle +0 -0',
      '*A samovar +0 -0',
    ]);
  });

  it('are in a table below a heading in the context', () => {
    const table =
      '| 방식 | 장점 | 단점 |\n|---|---|---|\n| **주전자** | 작음 | 느림 |\n| **사모바르** | 큼 | 비쌈, 무거움 |';
    expect(
      optionsIn('## 컨텍스트', '차가 필요하다.', '### 고려한 대안들', table, '## 결정', '**사모바르**를 채택합니다.'),
    ).toEqual(['주전자 +1 -1', '*사모바르 +1 -2']);
  });

  it('are said to have been considered', () => {
    expect(optionsIn('## 曾考虑的替代方案', '- **茶壶**：太小\n- **茶炊**：太大')).toEqual([
      '茶壶 +0 -0',
      '茶炊 +0 -0',
    ]);
  });

  it('are no aspects that each heading has', () => {
    const own = (option: string) => [
      `### ${option}`,
      '- **ALT-001**: **Description**: a cup\n- **ALT-002**: **Rejection Reason**: small',
    ];
    expect(optionsIn('## Alternatives Considered', ...own('A kettle'), ...own('A samovar'))).toEqual([
      'A kettle +0 -0',
      'A samovar +0 -0',
    ]);
  });

  it('are no reasons behind a longer text', () => {
    const text = `Somebody asked for a larger cup in the hall. ${'It would be nice. '.repeat(10)}It has several flaws:`;
    expect(optionsIn('## Alternative', text, '- it breaks\n- it is hot')).toEqual([]);
  });

  it('are no words in front of a list that go on in it, and no other word for one', () => {
    const before = `${'Cups are old, and nobody has counted them. '.repeat(5)}We could make rules such as`;
    expect(optionsIn('## Options', before, '- cups are of tin')).toEqual([]);
    const text = 'We could have another choice for the tea: a samovar. It is dear.';
    expect(optionsIn('## Alternatives', text)).toEqual([]);
  });

  it('may be nothing but counters where more is said of them', () => {
    const list = '- Option A: Kettle\n- Option B: Samovar';
    const details =
      '- Option A\n  - Pros\n    - small\n    - cheap\n  - Cons\n    - slow\n- Option B\n  - Pros\n    - large';
    expect(optionsIn('## Considered Options', list, '## Pros and Cons of the Options', details)).toEqual([
      'Kettle +2 -1',
      'Samovar +1 -0',
    ]);
  });

  it('may have labels in two languages, of which one is known', () => {
    const own = (option: string) => [
      `### ${option}`,
      '- **모양(Summary)**: 둥글다\n- **좋은 점(Pros)**:\n  - 싸다\n  - 작다\n- **아쉬운 점(Cons)**:\n  - 느리다\n- **왜 아닌가요? (Link)**:',
    ];
    expect(optionsIn('## 대안', ...own('주전자'), ...own('사모바르'))).toEqual(['주전자 +2 -1', '사모바르 +2 -1']);
  });
});

describe('a point', () => {
  it('is each of several items with one label, whatever commas it has', () => {
    const points = '- Pro: fast, and small\n- Pro: cheap\n- Cons: slow, loud';
    expect(optionsIn('## Options', '### Kettle', points, '### Samovar', 'x')).toEqual([
      'Kettle +2 -2',
      'Samovar +0 -0',
    ]);
  });
});

describe('options', () => {
  it('are the answers to a question above the decision, if one of them was chosen', () => {
    const context = ['## Context', 'Of what are the cups?', '- tin\n- clay\n- wood'];
    expect(optionsIn(...context, '## Decision Outcome', 'Chosen option: "clay", because warm.')).toEqual([
      'tin +0 -0',
      '*clay +0 -0',
      'wood +0 -0',
    ]);
    expect(optionsIn(...context, '## Decision', 'We buy a samovar.')).toEqual([]);
  });

  it('are none in a table without words for them', () => {
    const table = '| | Types |\n|---|---|\n| **Input** | `Text` |\n| **Output** | `Tree` |';
    expect(optionsIn('## Decision', 'In stages.', '### Evaluation', 'Takes a while.', table)).toEqual([]);
  });

  it('were not chosen if a column says why they were rejected', () => {
    const table =
      '| Alternative | Cons | Reason rejected |\n|---|---|---|\n| Corner Shop | dear | Privacy |\n| Tin | old | Rust |';
    const decision = 'Brew it. **For now: use the Corner Shop** until we have a kettle.';
    expect(optionsIn('## Decision', decision, '## Alternatives', table)).toEqual(['Corner Shop +0 -1', 'Tin +0 -1']);
  });
});

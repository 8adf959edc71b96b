import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** What an ADR with these options says: the chosen title with a star, and each point with its kind. */
function optionsIn(...blocks: readonly string[]): string[] {
  const marks = { pro: '+', con: '-', neutral: '~', verdict: '!', mitigation: '?' };
  return readAdr(['# T', ...blocks].join('\n\n')).options.map(({ title, points, isChosen }) =>
    [`${isChosen ? '*' : ''}${title}`, ...points.map(({ kind, text }) => marks[kind] + text)].join(' '),
  );
}

const two = ['## Considered Options', '* Go as of today\n* Java\n* Rust'];
const counted = ['## Options', '### Option A: Go', '### Option B: Java'];

describe('the chosen option', () => {
  it.each([
    ['Chosen option: **Option 2**, because it is known.', '*Java'],
    ['Chosen option: `(2)`. The first is too new.', '*Java'],
    ['Chosen option: "Go as of today", because it is fast.', '*Go as of today'],
    ['We decided to go with option 2, since option 1 is too new.', '*Java'],
    ['Option 2 was chosen.', '*Java'],
    ['We will use Java instead of Rust.', '*Java'],
    ['We use **Rust**, not Java.', '*Rust'],
    ['Option 2 was left out, as we would have to use another machine.', undefined],
    ['We use neither Java nor Rust.', undefined],
  ])('“%s”: %s', (decision, chosen) => {
    const options = optionsIn(...two, '## Decision Outcome', decision);
    expect(options.find((option) => option.startsWith('*'))).toBe(chosen);
  });

  it.each([
    ['## Decision: Option B', 'It is known.'],
    ['## Decision', 'B'],
    ['## Decision', '**Option B.** It is known.'],
    ['## Decision', 'After Option A was tried, we went with Java.', '**Decision:** Option B'],
  ])('is named by its letter: %s', (...decision) => {
    expect(optionsIn(...counted, ...decision)).toEqual(['Go', '*Java']);
  });

  it.each([
    ['* Go\n* Java (chosen)'],
    ['* Go\n* Java ✅'],
    ['* Go\n* ✅ Java'],
    ['* Go\n* Java **(selected)**'],
    ['* Go – chosen not, too new\n* **Chosen: Java** – known'],
    ['**Option 1:** Go\n**[SELECTED] Option 2:** Java'],
    ['| Option | Decision |\n|--|--|\n| Go | ❌ |\n| Java | ✅ |'],
    ['| Option | Why |\n|--|--|\n| Go | Too new |\n| **Java** | **Chosen.** Known |'],
  ])('has a mark: %s', (options) => {
    expect(optionsIn('## Options', options).filter((option) => option.startsWith('*'))).toEqual([
      expect.stringMatching(/^\*Java/),
    ]);
  });

  it('is in the title of the ADR, if the decision names none', () => {
    const { options } = readAdr('# Write it in Java\n\n## Options\n\n* Go\n* Java\n\n## Decision\n\nIt is known.\n');
    expect(options.map(({ isChosen }) => isChosen)).toEqual([false, true]);
  });

  it('is known by its words, whatever is in them', () => {
    const options = ['## Options', '### Go with [Gin](gin.md)', '### Go', '### Go, e.g. Gin'];
    expect(optionsIn(...options, '## Decision', 'We chose **Go with [Gin](gin.md)**.')[0]).toBe(
      '*Go with [Gin](gin.md)',
    );
    expect(optionsIn(...options, '## Decision', 'We chose **Go, e.g. Gin**.')[2]).toBe('*Go, e.g. Gin');
  });

  it('has its reason behind words that are on two lines', () => {
    const russian = '# T\n\n## Решение\n\nВыбранный вариант: «Go», потому\nчто он известен.\n';
    expect(readAdr(russian).outcome?.value).toMatchObject({ chosen: 'Go', reason: 'он известен.' });
  });

  it('may be several, for one question or for two', () => {
    const list = '1. Go\n2. Java\n3. Rust';
    expect(optionsIn('## Options', list, '## Decision', 'Chosen option: "(2) now and (3) later"')).toEqual([
      'Go',
      '*Java',
      '*Rust',
    ]);
  });
});

describe('the points of options', () => {
  it.each([
    ['- `+` fast\n- `-` new'],
    ['- **(+)** fast\n- **(−)** new'],
    ['\\+ fast\n\n\\- new'],
    ['✅ fast\n❌ new'],
    ['- Pros\n  - fast\n- Cons\n  - new'],
    ['#### Advantages\n\n1. fast\n\n#### Disadvantages\n\n1. new'],
    ['**Benefits:** fast\n\n**Drawbacks:** new'],
  ])('%s', (points) => {
    const expected = expect.stringMatching(/^Go \+fast -new$/);
    expect(optionsIn('## Options', '### Go', points, '### Java', points)).toEqual([expected, expect.anything()]);
  });

  it.each([
    ['fast, small (really, small), known', ['fast', 'small (really, small)', 'known']],
    ['fast; small, too', ['fast', 'small, too']],
    ['fast,\nsmall', ['fast', 'small']],
    ['It is fast. It is small, too.', ['It is fast.', 'It is small, too.']],
    ['One sentence, e.g. Go', ['One sentence', 'e.g. Go']],
    ['none', []],
    ['N/A', []],
  ])('one line “%s” has %j', (line, points) => {
    const cons = optionsIn('## Options', '### Go', `Pros: ${line}`, '### Java', 'Pros: known');
    expect(cons[0]).toBe(['Go', ...points.map((point) => `+${point}`)].join(' '));
  });

  it('go on in the next line, unless something else is there', () => {
    expect(optionsIn('## Options', '### Go', '**Pro:** fast and\nsmall', '### Java')[0]).toBe('Go +fast and\nsmall');
    expect(optionsIn('## Options', '### Go', '**Pro:** fast\n**Effort:** small', '### Java')[0]).toBe('Go');
  });

  it('are in the rows or the columns of a table', () => {
    const rows = '| Option | Pros | Cons |\n|--|--|--|\n| Go | fast<br>small | new |\n| Java | known | slow |';
    const columns = '|  | Go | Java |\n|--|--|--|\n| Pros | fast; small | known |\n| Cons | new | slow |';
    const expected = ['Go +fast +small -new', 'Java +known -slow'];
    expect(optionsIn('## Options', rows)).toEqual(expected);
    expect(optionsIn('## Options', columns)).toEqual(expected);
  });
});

describe('the titles of options', () => {
  it.each([
    ['* Go: fast and small\n* Java - known\n* Rust', ['Go', 'Java', 'Rust']],
    ['* Keep ADR-2: all as today\n* Java\n* Rust', ['Keep ADR-2: all as today', 'Java', 'Rust']],
    ['**Go.** Fast. And small.\n\n**Java.** Known.', ['Go', 'Java']],
    ['**Go** (as today). Fast.\n\n**Java** — known.', ['Go', 'Java']],
    ['Go: fast, and small.\n\nJava: known.', ['Go', 'Java']],
    ['方案一：Go\n方案二：Java', ['Go', 'Java']],
    [
      '* Keep the queue that we have, and pay for a larger\n  table\n* Java',
      ['Keep the queue that we have, and pay for a larger\ntable', 'Java'],
    ],
    ['* N/A', []],
  ])('%s', (options, titles) => {
    expect(optionsIn('## Options', options)).toEqual(titles);
  });

  it('may have a dash, if another section tells of each under its whole name', () => {
    const details = ['## Pros and Cons of the Options', '### Go - small', 'Fine.', '### Go - large', 'Fine.'];
    expect(optionsIn('## Options', '* Go - small\n* Go - large', ...details)).toEqual(['Go - small', 'Go - large']);
  });

  it('are not in a list that goes on a text', () => {
    const text = 'Java could do all of it, and it did so for years. We know it, and so do those who apply to us. ';
    expect(
      optionsIn('## Alternatives', `${text.repeat(3)}\n\nYet, that:\n\n- would be slow\n- would be large`),
    ).toEqual([]);
  });

  it.each([
    ['## Context', 'We see two alternatives:', '* Go\n* Java'],
    ['## Decision', '**Considered options**', '| Option | Why |\n|--|--|\n| Go | fast |\n| Java | known |'],
    ['## Context', '**Option A**: Go\n**Option B**: Java', 'Both are fine.'],
    ['## Option A: Go', 'Fast.', '## Option B: Java', 'Known.'],
  ])('are found outside of a section about options: %s', (...blocks) => {
    expect(optionsIn(...blocks)).toEqual(['Go', 'Java']);
  });

  it('are not what is configured', () => {
    expect(optionsIn('## Context', 'It has these options:', '* `port`\n* `host`')).toEqual([]);
  });

  it('have their points in a cell of a table, behind labels', () => {
    const table =
      '| Option | Why not |\n|--|--|\n| Go | **Chosen**; Pros: fast, small; Cons: new |\n| Java | Cons: slow |';
    const { options } = readAdr(`# T\n\n## Alternatives\n\n${table}\n`, '0001-t.md');
    expect(options.map(({ points }) => points.map(({ kind, text }) => `${kind}: ${text}`))).toEqual([
      ['pro: fast', 'pro: small', 'con: new'],
      ['con: slow'],
    ]);
  });
});

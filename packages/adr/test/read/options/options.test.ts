import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** What an ADR with these options says: the chosen title with a star, and each point with its kind. */
function optionsIn(...blocks: readonly string[]): string[] {
  const marks = { pro: '+', con: '-', neutral: '~', verdict: '!', mitigation: '?' };
  return readAdr(['# T', ...blocks].join('\n\n')).options.map(({ title, points, isChosen }) =>
    [`${isChosen ? '*' : ''}${title}`, ...points.map(({ kind, text }) => marks[kind] + text)].join(' '),
  );
}

describe('options', () => {
  it('are none that a template left', () => {
    const list = '- [option 1]\n- [Option 2: Java]\n- Go\n- … <!-- any number of them -->';
    expect(optionsIn('## Options', list)).toEqual(['Java', 'Go']);
  });

  it('are the sentences that lines begin with', () => {
    const list =
      '1. One module for the whole shop. It is simple.\n2. Four modules, one for each of the areas of the shop, large or small. It is clear.';
    expect(optionsIn('## Options', list)).toEqual([
      'One module for the whole shop',
      'Four modules, one for each of the areas of the shop, large or small',
    ]);
  });

  it('may be counted by a short word', () => {
    expect(optionsIn('## Alt A: Go', 'x', '## Alt. B: Java', 'y')).toEqual(['Go', 'Java']);
  });
});

describe('the counters of options', () => {
  it.each([
    [
      '## Options\n\n1. *Option A - Go:*\n   * Pros: fast\n2. *Option B - Java:*\n   * Pros: known',
      'We chose *option B*.',
    ],
    ['## Options\n\n* 1. Go\n\n* 2. Java', 'We go with option 2.'],
    ['## Options\n\n1. Go\n2. Java', 'We go with option-2.'],
    ['## 선택지\n\n1. Go\n2. Java', '**2안.** 익숙하다.'],
    ['## 選択肢\n\n1. Go\n2. Java', '2案とする。'],
    [
      '## Two possible approaches\n\n**1. Go**\n\nIt is new.\n\n**There is a catch**, too.\n\n**2. Java**\n\nIt is known.',
      'Option 2 was chosen.',
    ],
  ])('may be written as in %s', (options, decision) => {
    const found = optionsIn(options, '## Decision', decision).map((option) => option.split(' ')[0]);
    expect(found).toEqual(['Go', '*Java']);
  });

  it('may be all that sections behind a heading for options are called', () => {
    const sections = ['## Option A', 'Go, which is new.', '## Option B', 'Java, which is known.'];
    expect(optionsIn('## Considered Options', ...sections, '## Decision', 'Option B')).toEqual([
      'Option A',
      '*Option B',
    ]);
  });
});

describe('the points of options', () => {
  it('are not those of the whole file, whose title has the words of one of them', () => {
    const about = ['### Clay', 'It lasts.', '### Tin', '- Cold.\n\nRejected: it rings.'];
    const text = ['# Clay for our cups', '## Options', ...about, '## Decision', 'Take clay.'];
    const ends = ['## Consequences', '### Positive', '- warm', '### Negative', '- heavy'];
    const { options } = readAdr([...text, ...ends].join('\n\n'));
    expect(options.map(({ title, points }) => [title, points.filter(({ kind }) => kind !== 'verdict').length])).toEqual(
      [
        ['Clay', 0],
        ['Tin', 0],
      ],
    );
  });

  it.each([
    [
      'a table',
      '| Options | Pro | Cons |\n|--|--|--|\n| 1) Go | 1. fast <br> 2. small | 1. New tools |\n| 2) Java | known | slow |',
    ],
    [
      'headings',
      '## Comparison of all\n\n### Option 1\n\n#### Pros\n\n- fast\n- small\n\n#### Cons\n\n- New tools\n\n### Option 2\n\n#### Pros\n\n- known\n\n#### Cons\n\n- slow',
    ],
  ])('may be elsewhere, in %s', (_, elsewhere) => {
    expect(optionsIn('## Options', '1. Go\n2. Java', '## Decision', 'Go', elsewhere)).toEqual([
      '*Go +fast +small -New tools',
      'Java +known -slow',
    ]);
  });

  it.each([
    ['### Go\n\n#### Pros\n\n- fast\n\n### Cons\n\n- new'],
    ['### Go\n\nIt is from a large house.\nPros:\n\n- fast\n\nCons:\n\n- new'],
    ['### Go\n\n- Good, if it is fast\n- Bad, because new'],
  ])('are read with a label at an odd place: %s', (text) => {
    expect(optionsIn('## Options', '### Java', text)[1]).toMatch(/^Go \+.*fast -new$/);
  });

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
    ['Fast. Small, too', ['Fast.', 'Small, too']],
    ['It is fast. It is small, too.', ['It is fast. It is small, too.']],
    ['One sentence, e.g. Go', ['One sentence', 'e.g. Go']],
    ['none', []],
    ['N/A', []],
  ])('one line “%s” has %j', (line, points) => {
    const cons = optionsIn('## Options', '### Go', `Pros: ${line}`, '### Java', 'Pros: known');
    expect(cons[0]).toBe(['Go', ...points.map((point) => `+${point}`)].join(' '));
  });

  it('are in the lines below its name', () => {
    const list =
      '1. **Go**\n   Pros: fast.\n   Cons: new, as we said in the record about all of our languages and tools.\n2. **Java**\n   Cons: slow';
    expect(optionsIn('## Options', list)).toEqual([
      'Go +fast. -new, as we said in the record about all of our languages and tools.',
      'Java -slow',
    ]);
  });

  it('are the reasons why it was rejected, if there are several', () => {
    const own = ['### Option 1: Go', '**Rejected because:**', '- It is new\n- Few know it'];
    expect(optionsIn('## Options', ...own, '### Option 2: Java', '**Why not:** It is slow.')).toEqual([
      'Go -It is new -Few know it',
      'Java !It is slow.',
    ]);
  });

  it('may be two lists below one label for both', () => {
    const list = '- Pros:\n  - fast\n- Cons:\n  - new\n  - large';
    expect(optionsIn('## Options', '### Go', '#### Trade-offs', list, '### Java')).toEqual([
      'Go +fast -new -large',
      'Java',
    ]);
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
    ['* Go (if it: fits\n  the rack). Fast.\n* Java: known', ['Go', 'Java']],
    ['* **Go** (as the kitchen: does\n  today). Fast.\n* **Java** `a → b`: known', ['Go', 'Java `a → b`']],
    [
      '* One module for all of the shop, with its kitchen and `cellar`\n  It is simple, and it is what we have had ever since the shop began, so that each of us knows where it breaks.\n* Java\n  Known.',
      ['One module for all of the shop, with its kitchen and `cellar`', 'Java'],
    ],
    [
      '* [Go](https://go.example/) 1.2 -\n  The language of the shop\n* Java - known',
      ['[Go](https://go.example/) 1.2', 'Java'],
    ],
    ['* **Go** (as `kitchen(A, B)`): fast\n* **Java** (known to all of us).', ['Go', 'Java']],
    ['* Go (`a`, `b`) — fast, as `c` says\n* Java (`d`): known', ['Go', 'Java']],
    [
      '* Use `go`, but keep `java`. It is known.\n* Use `go`, but keep `java` in cellars. It is cold.\n* Wait, but not long. It is late.',
      ['Use `go`, but keep `java`', 'Use `go`, but keep `java` in cellars', 'Wait'],
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
    ['## Context', 'What to use?', '#### Option: Go', 'Fast.', '#### Option: Java', 'Known.'],
    ['**Considered options**:', '* Go\n* Java', '**Status**: accepted'],
    ['## Notes', '### Alternatives considered', '1. Go\n2. Java'],
    ['## Context', '* **Alternatives considered**:\n  * Go\n  * Java\n* **Reason**: fast'],
    ['## Available options for the server', '* Go\n* Java'],
    ['## Options', 'A1. Go\nA2. Java'],
    ['## Options', '* Go\n* Java', '### Decision Outcome: another one', 'It is known.'],
    ['## Options', '### [1] Go', 'Fast.', '### [2] Java', 'Known.', '### General remarks', 'None.'],
    ['## Options', '* Go\n* Java', '### Java', 'Known.'],
    ['## Evaluation', '| Criterion | Go | Java |\n|--|--|--|\n| Speed | high | low |\n| Known | no | yes |'],
  ])('are found outside of a section about options: %s', (...blocks) => {
    expect(optionsIn(...blocks)).toEqual(['Go', 'Java']);
  });

  it.each([
    ['We need a language. The following languages were evaluated', 'We will use **Java**.'],
    ['These are the options we have:', 'We will use **Java**.'],
  ])('may be announced by any sentence if one of them was chosen: %s', (announcement, decision) => {
    const context = ['## Context', announcement, '* Go\n* Java'];
    expect(optionsIn(...context, '## Decision', decision)).toEqual(['Go', '*Java']);
    expect(optionsIn(...context, '## Decision', 'It goes on.')).toEqual([]);
  });

  it.each([
    ['One alternative would be to keep the rack, but it is old.', ['keep the rack']],
    ['The other choice is renting a server. It is dear.', ['renting a server']],
    ['We considered Go, Java and Rust.', ['Go', 'Java', 'Rust']],
    ['The options are the old rack, a new rack.', ['old rack', 'new rack']],
    ['A rack of our own was rejected because it is dear.', ['A rack of our own']],
    ['Una alternativa sería alquilar un servidor, que es caro.', ['alquilar un servidor']],
    ['This option would be to wait.', []],
    ['The alternative is too dear.', []],
    ['We considered several options.', []],
    ['It was rejected in May.', []],
  ])('may be in the sentences of their section: %s', (sentence, options) => {
    expect(optionsIn('## Alternatives Considered', sentence, 'More was said in May.')).toEqual(options);
  });

  it('may be in headings below a sentence that announces them', () => {
    const headings = ['### Sheets', 'They are known.', '### Rules in code', 'They are typed.'];
    const context = ['## Context', 'There are a number of ways to draw a page.', ...headings];
    expect(optionsIn(...context, '## Decision', 'Use sheets.')).toEqual(['*Sheets', 'Rules in code']);
    expect(optionsIn(...context, '## Decision', 'Nothing changes.')).toEqual([]);
  });

  it('are not what the decision consists of', () => {
    const parts = ['### Variant 1: `small`', 'For tests.', '### Variant 2: `large`', 'For work.'];
    const decision = ['## Decision', 'We publish two images:', '1. `small`: for tests\n2. `large`: for work'];
    expect(optionsIn(...decision, '## Approach', ...parts)).toEqual([]);
  });

  it('are not headings that group them', () => {
    const headings = ['### Options for the page', '### Bucket', '### Server'];
    expect(optionsIn('## Options', ...headings)).toEqual(['Bucket', 'Server']);
  });

  it.each([
    'Alternatives considered and excluded, with reasons',
    'Alternatives considered and rejected, with reasons',
    'Alternatives considered, with reasons',
    'Excluded options',
    'Verworfene Alternativen mit Begründung',
    'Alternatives écartées, avec les raisons',
    'Alternativas descartadas con motivos',
    'Alternativas consideradas, com justificativa',
    'Alternative scartate con motivazioni',
    'Overwogen alternatieven met redenen',
  ])('are found below “%s”', (heading) => {
    expect(optionsIn(`## ${heading}`, '- **Go**: large.\n- **Java**: slow.')).toEqual(['Go', 'Java']);
  });

  it('are found below a heading with a slip of the pen', () => {
    expect(optionsIn('## Considerd options', '* Go\n* Java')).toEqual(['Go', 'Java']);
    expect(optionsIn('## Considerate options', '* Go\n* Java')).toEqual([]);
  });

  it('may have letters only, if the text calls one of them an option', () => {
    const headings = ['## How to move', '### 2a. Go', 'Fast.', '### 2b. Java', 'Known.', '## State', 'It is tested.'];
    expect(optionsIn(...headings, 'The plan is to go with option 2b.')).toEqual(['Go', '*Java']);
    expect(optionsIn(...headings)).toEqual([]);
  });

  it('are listed in the context if a section has only those that were not chosen', () => {
    const context = ['## Context', 'We need these:\n\n* Speed\n* Peace', 'The alternatives considered were:'];
    const others = ['## Discarded alternatives', '* **Java:** slow', '* **Rust:** new'];
    const options = [...context, '* **Go** (fast)\n* **Java** (known)\n* **Rust** (safe)', '## Decision'];
    expect(optionsIn(...options, 'We choose **Go** for the shop.', ...others)).toEqual(['*Go', 'Java', 'Rust']);
    expect(optionsIn(...options, 'It is fast.', ...others)).toEqual(['*Go', 'Java', 'Rust']);
    expect(optionsIn(...context, '* Tea\n* Java', '## Decision', 'Go', ...others)).toEqual(['Java', 'Rust']);
    const long = 'A language for the shop. Three options are real for people who know tea and just a little code:';
    const told = ['## Context', long, '* **Go**: fast\n* **Java**: known\n* **Rust**: safe', '## Decision'];
    expect(optionsIn(...told, 'Use **Go** with a small library.', ...others)).toEqual(['*Go', 'Java', 'Rust']);
  });

  it('are not the reasons listed below one of them', () => {
    const reasons = 'This was rejected for two reasons:\n\n1. It is slow.\n2. It is dear.';
    expect(optionsIn('## Alternatives', '### Go', reasons, '### Java', reasons)).toEqual(['Go', 'Java']);
    const lists = ['### Option 1: Go', '1. fast\n2. new', '### Option 2: Java', '1. known\n2. slow'];
    expect(optionsIn('## Options', ...lists)).toEqual(['Go', 'Java']);
  });

  it('are not the headings of tables that compare them', () => {
    const table = '| Criterion | Go | Java |\n|--|--|--|\n| Speed | high | low |';
    const matrix = '| Language | Verdict |\n|--|--|\n| Go | fine |\n| Java | fine |';
    expect(optionsIn('## Comparison of the options', '### In words', table, '### As a matrix', matrix)).toEqual([
      'Go',
      'Java',
    ]);
  });

  it('are answers if what is above them asks', () => {
    const heads = ['### How to store', '* Files\n* Tables', '### How to send', '* Mail\n* Slack'];
    expect(optionsIn('## Considered Options', ...heads, '## Decision', 'We store in tables.')).toEqual([
      'Files',
      '*Tables',
      'Mail',
      'Slack',
    ]);
    const list = '* **Storage:**\n  * A. Files\n  * B. Tables\n* **Sending:**\n  * C. Mail\n  * D. Slack';
    expect(optionsIn('## Considered Options', list, '## Decision', 'Chosen: **B + D**.')).toEqual([
      'Files',
      '*Tables',
      'Mail',
      '*Slack',
    ]);
  });

  it('have their points in headings with another name for the same', () => {
    const details = [
      '### Whole state in one call',
      '* Good, because it is short',
      '### Java',
      '* Bad, because it is large',
    ];
    expect(
      optionsIn(
        '## Considered Options',
        '* One call with the state\n* Java',
        '## Pros and Cons of the Alternatives',
        ...details,
      ),
    ).toEqual(['One call with the state +it is short', 'Java -it is large']);
  });

  it.each([
    ['Keep the rack in Berlin.', ['Keep the rack in Berlin']],
    ['We could also have kept the rack.', []],
    ['See the discussion of last week.', []],
    ['None of the options was cheap.', []],
  ])('may be the only sentence of their section: %s', (sentence, options) => {
    expect(optionsIn('## Alternatives considered', sentence)).toEqual(options);
  });

  it('end before a remark in a list that is one sentence', () => {
    const list =
      '- Go (fast, but new);\n- pages by hand (as today), but they grow old;\n- Java, the language of most of what we have run in production for years.';
    expect(optionsIn('## Context', 'Possible solutions:', list)).toEqual(['Go', 'pages by hand', 'Java']);
  });

  it.each([
    ['It has these options:', '* `port`\n* `host`'],
    ['We reviewed the code of the whole team. It has', '* a `port`\n* a `host`'],
    ['This option:', '* is fast\n* is small'],
    ['The first solution has three folders:', '* `a`\n* `b`\n* `c`'],
    ['The following approaches work (strongest to weakest):', '* Accounts\n* Clusters'],
  ])('are not what a text lists of something else: %s', (announcement, list) => {
    expect(optionsIn('## Context', announcement, list, '## Decision', 'We use accounts, `port` and `a`.')).toEqual([]);
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

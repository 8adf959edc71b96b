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

describe('what a decision says in words of its own', () => {
  const routers = '* Stay with the Rack Router\n* Switch to the Go Router';
  it.each([
    [routers, 'Use the Go Router from now on.', '*Switch to the Go Router'],
    [routers, 'Use the Go Router instead of the Rack Router.', '*Switch to the Go Router'],
    [routers, 'Use another router. The Go Router is new.', undefined],
    ['* Boundary agnostic data\n* Script-based data', 'We choose to be boundary agnostic.', '*Boundary agnostic data'],
    [routers, 'The team looks for a way that is primary in each approach of ours.', undefined],
    ['* Wrap it in `openCellar`\n* Fill it by hand', 'We use `openKitchen` for all of it.', undefined],
    [`${routers}\n* Buy cups`, 'We do as we must. Rack Routers will not be used.', undefined],
    ['* Only Kafka\n* Only RabbitMQ', 'Kafka is what we use. RabbitMQ stays for tasks.', undefined],
    ['* 직접 저장한다\n* 기존 서버에 맡긴다', '기존 서버에 맡기는 방식을 채택한다.', '*기존 서버에 맡긴다'],
    ['* 自分たちで運用する\n* 外部のサービスを利用する', '外部のサービスを採用する。', '*外部のサービスを利用する'],
  ])('chooses the option whose own words it has: %s: %s', (list, decision, chosen) => {
    const options = optionsIn('## Considered Options', list, '## Decision', decision);
    expect(options.find((option) => option.startsWith('*'))).toBe(chosen);
  });

  it('may be in a heading, or in the title of the ADR', () => {
    const context = ['## Context', 'The following languages were evaluated', '* Go\n* Java'];
    const notes = ['## Decision', '### Go', 'It is new.', '### Java', 'It is known.'];
    expect(optionsIn(...context, ...notes, '## Hence we have decided to use Java.')).toEqual(['Go', '*Java']);
    const chosenBy = (title: string) =>
      readAdr(`# ${title}\n\n## Options\n\n* Go for all builds\n* Java for our tests\n`).options.map(
        ({ isChosen }) => isChosen,
      );
    expect(chosenBy('Use Java for our tests')).toEqual([false, true]);
    expect(chosenBy('All of our builds')).toEqual([false, false]);
  });

  it('may be a remark in brackets behind the option', () => {
    expect(optionsIn('## 备选方案', '### 方案 A：Go（无缓存）', '### 方案 B：Java（本 ADR 默认）')).toEqual([
      'Go（无缓存）',
      '*Java',
    ]);
  });
});

describe('the mark of the chosen option', () => {
  it.each([
    '* **A: Go.** Fast.\n* **B (chosen): Java.** Known.',
    '* A: Go\n* B (chosen): Java',
    '* Option 1: Go\n* Option 2 (chosen) - Java',
    '* **A — Go.** Fast.\n* **B — Java, chosen.** Known.',
    '* **A — Go.** Schnell.\n* **B — Java (gewaehlt).** Bekannt.',
    '* **A — Go.** Schnell.\n* **B — Java, gewählt.** Bekannt.',
  ])('may be %s', (options) => {
    expect(optionsIn('## Options', options)).toEqual(['Go', '*Java']);
  });
});

describe('the chosen option', () => {
  it.each([
    ['Chosen option: **Option 2**, because it is known.', '*Java'],
    ['Chosen option: `(2)`. The first is too new.', '*Java'],
    ['Chosen option: "Go as of today", because it is fast.', '*Go as of today'],
    ['We decided to go with option 2, since option 1 is too new.', '*Java'],
    ['Option 2 was chosen.', '*Java'],
    ['We will use Java instead of Rust.', '*Java'],
    ['We use **Rust**, not Java.', '*Rust'],
    ['Option no. 2 is picked, for the reasons of option 1.', '*Java'],
    ['The second option is the one that we have chosen.', '*Java'],
    ['We discard option 1, and we discard option 3.', '*Java'],
    ['* Java\n\nIt is known.', '*Java'],
    ['We looked at all of them. Java will be deployed.', '*Java'],
    ['Option 2 was left out, as we would have to use another machine.', undefined],
    ['It is not clear whether Java is what we use.', undefined],
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
    ['* Go\n* **Selected — Java**'],
    ['| Option | Why |\n|--|--|\n| Go | Too new. Rejected |\n| Java | It is known. **Chosen** |'],
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

  it.each([
    ['**Choose B.** It is known.', ['Go', '*Java']],
    ['We adopt A + B.', ['*Go', '*Java']],
    ['We use C for the drivers.', ['Go', 'Java']],
  ])('is named by its letter behind a verb: %s', (decision, options) => {
    expect(optionsIn(...counted, '## Decision', decision)).toEqual(options);
  });

  it.each([
    [
      'fr',
      '## Options envisagées',
      '## Décision',
      'La stratégie n°2 a été choisie, la stratégie n°1 étant trop lente.',
    ],
    ['de', '## Optionen', '## Entscheidung', 'Die zweite Option wird umgesetzt.'],
    ['es', '## Opciones', '## Decisión', 'Se descarta la opción 1 porque es lenta.'],
    ['ru', '## Варианты', '## Решение', 'Выбрана вторая альтернатива.'],
    ['zh', '## 方案', '## 决策', '选择 2。'],
  ])('is named in any language: %s', (_, heading, decision, text) => {
    expect(optionsIn(heading, '1. Go\n2. Java', decision, text)).toEqual(['Go', '*Java']);
  });

  it.each([
    ['Le remplacement du champ par deux champs distincts a été retenu.', 1],
    ['Chosen option: "Deux champs distincts", because it is clear.', 1],
    ['We looked at fields for a week.', undefined],
    ['Utiliser un tableau, ou deux champs distincts ?', undefined],
  ])('is told in other words: %s', (text, chosen) => {
    const options = optionsIn(
      '## Options envisagées',
      '* Utiliser un tableau\n* Remplacer le champ par deux champs distincts : `page` et `size`',
      '## Décision',
      text,
    );
    const at = options.findIndex((option) => option.startsWith('*'));
    expect(at === -1 ? undefined : at).toBe(chosen);
  });

  it('has the piece of code that the decision has', () => {
    const list = '* Filters as `key(:op)=value`\n* Filters as `key=value(:op)`';
    expect(
      optionsIn('## Options', list, '## Decision', '1. Filters of the form `key=value(:op)`\n2. No others'),
    ).toEqual(['Filters as `key(:op)=value`', '*Filters as `key=value(:op)`']);
  });

  it('is said again in the decision in almost the same words', () => {
    const list = '1. Pages have one more file with the captions and their language\n2. Pages have a list of captions';
    const decision = 'Pages will have one more file with the captions and their language.';
    expect(optionsIn('## Options', list, '## Decision', decision)[0]).toMatch(/^\*Pages have one more/);
  });

  it('is the one that a section about the others leaves out', () => {
    const pros = (option: string) => `### ${option}\n\n* Good, because it is fast`;
    expect(
      optionsIn(
        '## Considered Options',
        '* Go\n* Java\n* Rust',
        '## Pros and Cons of the Other Options',
        pros('Go'),
        pros('Rust'),
      ),
    ).toEqual(['Go +it is fast', '*Java', 'Rust +it is fast']);
  });

  it.each([
    ['fr', "Passer à l'option 2, car l'option 1 est trop lente.", '*Java'],
    ['en', 'We keep it simple with Java because Go would be one more language.', '*Java'],
  ])('is not what the reason names: %s', (_, decision, chosen) => {
    const options = optionsIn('## Options', '1. Go\n2. Java\n3. Rust', '## Decision', decision);
    expect(options.find((option) => option.startsWith('*'))).toBe(chosen);
  });

  it.each([
    ['We do it on the client (both options 2 and 3).', ['*Java', '*Rust']],
    ['Option 2A was chosen, for the shop alone.', ['*Java']],
    ['We decided that the first, easiest solution is the better one. Java is for later.', ['*Go']],
    ['We will make [a server of our own](#java), as it is known.', ['*Java']],
  ])('is called by what tells it: %s', (decision, chosen) => {
    const options = optionsIn('## Options', '### Go', '### Java', '### Rust', '## Decision', decision);
    expect(options.filter((option) => option.startsWith('*'))).toEqual(chosen);
  });

  it.each([
    [
      'We choose to create a separate repository to not block the releases of the shop.',
      '*Create a repository for tea',
    ],
    ['Chosen option: "Create a repo", because it is known.', '*Create a repository for tea'],
  ])('has the words right behind the verb: %s', (decision, chosen) => {
    const list = '* Merge it into the shop before its next releases\n* Create a repository for tea\n* Do nothing';
    expect(optionsIn('## Options', list, '## Decision', decision)).toContain(chosen);
  });

  it('has no title but a number, and what its text says', () => {
    const options = ['## Options', '### Alt 1', 'Ask for every cup.', '### Alt 2', 'Use `tea-tool` for all cups.'];
    expect(optionsIn(...options, '## Decision', 'We chose `tea-tool`, which is known.')).toEqual(['Alt 1', '*Alt 2']);
  });

  it('is known by a name that no other option has', () => {
    const list = '1. **UUIDv4 (random).** Known.\n2. **UUIDv7 (in order of time).** New.\n3. **A counter.** Short.';
    expect(
      optionsIn('## Options', list, '## Decision', '**UUIDv7 for every key of the shop.** Others stay.')[1],
    ).toMatch(/^\*UUIDv7/);
  });

  it('is none of several that the decision takes something of', () => {
    const options = ['## Options', '### [Only Kafka]', '### [Only RabbitMQ]'];
    const decision = '- **Kafka** is used for events.\n- **RabbitMQ** is used for tasks.';
    expect(optionsIn(...options, '## Decision', decision)).toEqual(['Only Kafka', 'Only RabbitMQ']);
  });

  it('is none with a label that says why it was not chosen', () => {
    const option = (title: string) => `### ${title}\n\n- **Pros:** fast\n- **Por que foi rejeitada:** too large`;
    expect(optionsIn('## Alternativas', option('Tea'), option('Java'), '## Decisão', 'Usamos Tea e mais.')).toEqual([
      'Tea +fast !too large',
      'Java +fast !too large',
    ]);
  });

  it('is in the last paragraph of a decision that compares the options', () => {
    const text = ['There are three libraries available:', '**1) Java** - known', '**2) Go** - new'];
    expect(
      optionsIn('## Decision', ...text, 'We looked at them for weeks.', 'All in all, Go is the one to go for.'),
    ).toEqual(['Java', '*Go']);
  });

  it('is none that was rejected', () => {
    const list = '* **Go on as today** – Rejected: slow.\n* **Java** – Rejected: large.';
    expect(optionsIn('## Options', list, '## Decision', 'We use what we have today.')).toEqual([
      'Go on as today',
      'Java',
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

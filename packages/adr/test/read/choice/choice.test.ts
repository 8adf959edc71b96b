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

import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** The options of an ADR with these blocks: the chosen title with a star, and its notes in brackets. */
function optionsIn(...blocks: readonly string[]): string[] {
  return readAdr(['# T', ...blocks].join('\n\n')).options.map(({ title, notes, isChosen }) =>
    [`${isChosen ? '*' : ''}${title}`, ...notes.map((note) => `[${note}]`)].join(' '),
  );
}

describe('options are found', () => {
  it.each([
    ['as the only bold name', '## Rejected alternatives', '**A rack of our own.** It is dear.'],
    [
      'below a bold line in another section',
      '## Consequences',
      '**Rejected alternatives**\n- A rack of our own: it is dear.',
    ],
    [
      'below a line with a colon in another section',
      '## Consequences',
      'Rejected alternatives:\n\n- A rack of our own',
    ],
  ])('%s', (_, ...blocks) => {
    expect(optionsIn('## Decision', 'We go on.', ...blocks)).toEqual(['A rack of our own']);
  });

  it('in the context, with their names in brackets behind the counter', () => {
    const list = '- Option A (strict): all alone.\n  - Pros: clear\n- Option B (mild): together.\n  - Cons: slow';
    expect(optionsIn('## Context', 'There is a trade-off.', list)).toEqual(['Option A [strict]', 'Option B [mild]']);
  });

  it.each([
    'Rejected',
    'Verworfen',
    'Considered and rejected',
    'Not chosen',
    'What we didn’t choose',
    'Alternatives considered and why they lost',
    'Nicht gewählt',
    'Rejected / deferred',
    'Verworfen oder zurückgestellt',
    '却下・保留',
    'Reasons against other options',
    'Alternatives non retenues',
    'Autres pistes explorées',
    'Diskutierte Alternativen',
    '検討した代替',
    '検討した代替手段',
    '已排除的备选',
    '비교한 대안',
  ])('below “%s”', (heading) => {
    expect(optionsIn('## Decision', 'We buy cups.', `## ${heading}`, '- A rack of our own: dear')).toEqual([
      'A rack of our own',
    ]);
  });

  it('but not below a status', () => {
    expect(optionsIn('## Status', 'Rejected', '- by the shop\n- in May')).toEqual([]);
  });

  it.each([
    'Options for the rack:',
    'Three approaches are possible:',
    'Las tres estrategias posibles para la cocina son:',
    'Deux options s’offrent à nous :',
    'We evaluated three places and two approaches:',
    'Bestehen bleibt vieles. Wir haben mehrere Varianten verglichen:',
  ])('below “%s”, even if none was chosen', (sentence) => {
    const list = '- **Cups**: small\n- **Mugs**: large';
    expect(optionsIn('## Context', sentence, list, '## Decision', 'We wait.')).toEqual(['Cups', 'Mugs']);
  });

  it.each([
    'We support two common sets of options on the line of commands of the kitchen:',
    'Traditional racks and their approaches fail:',
    'Common options of all commands include:',
  ])('but not below “%s”', (sentence) => {
    expect(
      optionsIn('## Context', sentence, '- **Cups**: small\n- **Mugs**: large', '## Decision', 'We wait.'),
    ).toEqual([]);
  });

  it.each([
    ['候補は以下です。', '銅の鍋'],
    ['古い鍋があります。次の選択肢があります。', '銅の鍋'],
    ['以下の選択肢を検討した。', '銅の鍋'],
    ['我们有以下备选方案。', '铜锅'],
    ['다음 대안을 검토했다.', '구리 냄비'],
  ])('below “%s” without a colon, in a list or a table', (sentence, chosen) => {
    const decision = ['## Decision', chosen];
    expect(optionsIn('## Context', sentence, `- old\n- ${chosen}`, ...decision)).toEqual(['old', `*${chosen}`]);
    const table = `| 名 | x |\n|---|---|\n| old | slow |\n| ${chosen} | fast |`;
    expect(optionsIn('## Context', sentence, table, ...decision)).toEqual(['old', `*${chosen}`]);
    expect(optionsIn('## Context', '理由は以下です。', '- old\n- new', ...decision)).toEqual([]);
  });

  it('in a table of options anywhere, one of which is bold', () => {
    const rows = (name: string) =>
      `| Option | Fit |\n|---|---|\n| Tin | thin |\n| Clay | breaks |\n| ${name} | clear |`;
    expect(optionsIn('## Decision', 'We buy cups.', '### Glass over alternatives', rows('**Glass**'))).toEqual([
      'Tin',
      'Clay',
      '*Glass',
    ]);
    expect(optionsIn('## Decision', 'We buy cups.', '### The settings', rows('Glass'))).toEqual([]);
  });

  it('in a list in the context that has one more than that of those left out', () => {
    const list = '1. **Tin**: light\n2. **Glass**: clear\n3. **Clay**: cheap';
    const others = ['## Consequences', '**Rejected alternatives**', '- **Tin**: thin.\n- **Clay**: breaks.'];
    expect(optionsIn('## Context', 'They all have costs:', list, '## Decision', 'Take it.', ...others)).toEqual([
      'Tin',
      '*Glass',
      'Clay',
    ]);
  });

  it('in bold questions about what was left out', () => {
    const [tin, clay] = ['**Why not tin cups?** They are thin.', '**Warum nicht Ton?**\nEr bricht.'];
    expect(optionsIn('## Decision', 'We buy glass.', tin, clay)).toEqual(['tin cups', 'Ton']);
    expect(optionsIn('## Decision', 'We buy glass.', '**Why now?** They leak.')).toEqual([]);
  });

  it.each([
    [
      'It leaks. Evaluated: Tin (thin), Glass (clear), Clay (breaks).',
      ['Tin [thin]', '*Glass [clear]', 'Clay [breaks]'],
    ],
    ['We could (1) buy tin, (2) buy glass, or (3) wait.', ['buy tin', '*buy glass', 'wait']],
    ['Stored: Tin (thin), Glass (clear), Clay (breaks).', []],
  ])('in the context: “%s”', (sentence, titles) => {
    expect(optionsIn('## Context', sentence, '## Decision', 'We buy Glass.')).toEqual(titles);
  });

  it('in a sentence that says that one was considered', () => {
    expect(optionsIn('## Alternatives', 'Tin was also considered but is too thin.')).toEqual(['Tin']);
    expect(optionsIn('## Alternatives', 'Several kinds of tin were considered.')).toEqual([]);
  });

  it('behind bold labels for one option that was not chosen', () => {
    const first = '**Rejected alternative:** Tall racks — they fall over.';
    const second = '**Alternativa descartada:** `cups` de plástico. Son feas.';
    expect(optionsIn('## Decision', '### The rack', 'Small.', first, '### The cups', 'Old ones.', second)).toEqual([
      'Tall racks',
      '`cups` de plástico',
    ]);
    expect(optionsIn('## Decision', 'Small.', '**Rejected alternative:** none that we know')).toEqual([]);
  });

  it('behind bold labels for one option without a description', () => {
    const first = '### Racks\n\n**Decision:** Buy.\n\n**Rejected alternative:** Racks of our own (as before).';
    const second = '### Cups\n\n**Decision:** Glass.\n\n**Rejected alternative:** Cups of tin.\n\n**Reason:** Hot.';
    expect(optionsIn('## Decisions', first, second)).toEqual(['Racks of our own [as before]', 'Cups of tin']);
    expect(optionsIn('## Decisions', '**Rejected alternative:** There was none that we liked.')).toEqual([]);
  });

  it('in an item that says that one was considered and rejected', () => {
    const list =
      '- Glass is clear.\n- Alternative considered and rejected: cups of `tin`/`zinc` (new) — light, but hot.';
    expect(optionsIn('## Decision', list)).toEqual(['cups of `tin`/`zinc` [new]']);
  });

  it('in the text in front of a section that has all of them but the chosen one', () => {
    const list = '1. **Tin** - light\n2. **Glass** - clear\n3. **Clay** - cheap';
    const others = '## Alternatives Considered\n\n### Tin\n\nPros:\n\n- Light\n\n### Clay\n\nPros:\n\n- Cheap';
    const decision = ['## Decision', 'We will use **Glass**.', others];
    expect(optionsIn('## Context', 'We need cups. Options for cups:', list, ...decision)).toEqual([
      'Tin',
      '*Glass',
      'Clay',
    ]);
    expect(optionsIn('## Context', 'Our cups are:', list, ...decision)).toEqual(['Tin', 'Clay']);
  });

  it.each(['There are several ways of making cups, including:', 'This can be done in one of two ways:'])(
    'below “%s”',
    (sentence) => {
      const list = '* Blowing glass\n* Pressing tin into a form';
      expect(optionsIn('## Context', sentence, list, '## Decision', 'Somebody else has to decide.')).toEqual([
        'Blowing glass',
        'Pressing tin into a form',
      ]);
    },
  );

  it('in headings that are nothing but counters', () => {
    const options = ['### Option 1', 'Buy a rack.', '### Option 2', 'Rent a [server](https://s.example).'];
    const read = optionsIn(
      '## Context',
      'It is full.',
      ...options,
      '## Decision',
      'We choose Option 2.',
      '### Option 1',
    );
    expect(read).toEqual(['Option 1', '*Option 2']);
  });

  it('with the headings of their pros and cons at a higher level', () => {
    const points = ['## Pros:', '- Small', '## Cons', '- Dear'];
    const blocks = ['## Options', '### Option A: Cups', ...points, '### Option B: Mugs', ...points];
    const { options, sections } = readAdr(
      ['# T', ...blocks, '## Decision', 'We choose **Option B: Mugs**.'].join('\n\n'),
    );
    expect(options.map(({ title, points, isChosen }) => [title, points.length, isChosen])).toEqual([
      ['Cups', 2, false],
      ['Mugs', 2, true],
    ]);
    expect(sections.map(({ part }) => part)).toEqual(['options', 'outcome']);
  });

  it('below a status whose heading is of a higher level than theirs', () => {
    const counted =
      '**[SELECTED] Option 1:** Send a form that says which shop\nOne large form for all shops of a town.';
    const other = '**Option 2:** Call an address that says which shop\nWe add one to the list of all our addresses.';
    expect(optionsIn('# Status', 'Approved', '## Considered Options', counted, other)).toEqual([
      '*Send a form that says which shop',
      'Call an address that says which shop',
    ]);
  });

  it('in a list with what speaks against each in brackets', () => {
    const list = '1. Tea / Cups (rejected: too small, too dear)\n2. Mugs (rejected: too large)';
    expect(optionsIn('## Alternatives Considered', list)).toEqual([
      'Tea / Cups [rejected: too small, too dear]',
      'Mugs [rejected: too large]',
    ]);
    expect(optionsIn('## Alternatives', '- Wait (not wanted).\n- Buy a rack (too dear).')).toEqual([
      'Wait [not wanted]',
      'Buy a rack [too dear]',
    ]);
  });

  it('in numbered lists of one item, with other lists between them', () => {
    const list = '1) A rack\n- It is known.\n- Pros: cheap.\n\n2) A server\n- It is new.\n- Pros: small.';
    expect(optionsIn('## Options', list)).toEqual(['A rack', 'A server']);
  });

  it('in headings below those of several questions', () => {
    const answers = ['#### Files', '- Pros\n  - old', '#### Tables', '- Pros\n  - new'];
    const headings = ['### 1. Storage', ...answers, '### 2. Sending', '#### Mail', 'Slow.', '#### Slack', 'Fast.'];
    const decision = 'We propose:\n\n1. **Storage**: Tables\n   - known\n2. **Sending**: Slack';
    expect(optionsIn('## Options', ...headings, '## Decision', decision)).toEqual([
      'Files',
      '*Tables',
      'Mail',
      '*Slack',
    ]);
    expect(optionsIn('## Options', '### Go', '#### Pros', 'Fast.', '#### Cons', 'New.', '### Java')).toEqual([
      'Go',
      'Java',
    ]);
  });

  it('in headings below those of several questions, of which the decision names only the first words', () => {
    const answers = [
      '#### Files',
      '- Pros:\n  - old\n- Cons:\n  - slow',
      '#### Tables',
      '- Pros:\n  - new\n- Cons:\n  - dear',
    ];
    const others = [
      '#### Mail',
      '- Pros:\n  - known\n- Cons:\n  - slow',
      '#### Slack',
      '- Pros:\n  - fast\n- Cons:\n  - loud',
    ];
    const headings = ['### 1. Storage of the cups', ...answers, '### 2. Sending of news', ...others];
    const decision = 'We do this:\n\n1. **Storage**: tables\n2. **Sending of news**: it is open';
    expect(optionsIn('## What we looked at', ...headings, '## Decision', decision)).toEqual([
      'Files',
      '*Tables',
      'Mail',
      'Slack',
    ]);
  });

  it('in the list above the only heading, which is about something else', () => {
    const more = ['### Seen, but not looked at any further', '- Rust: new', '- Zig: newer'];
    expect(optionsIn('## Considered Options', '- Go\n- Java', ...more)).toEqual(['Go', 'Java']);
  });

  it('under their whole names, if others of the list have those in headings', () => {
    const list = '* New cups: `tea` for all\n* As today: some in each room\n* Fewer cups: none at night';
    const details = ['### New cpus: `tea` for all', '### As today: some in each room', '### Fewer cups: none at night'];
    expect(optionsIn('## Options', list, '## Pros and Cons of the Options', ...details)).toEqual([
      'New cups: `tea` for all',
      'As today: some in each room',
      'Fewer cups: none at night',
    ]);
  });
});

describe('options in one line', () => {
  it.each([
    ['## Decision', '**Alternatives considered:** Go (too new, for now), Rust (unknown).'],
    ['## Consequences', 'Alternatives considered: Go (too new), Rust (unknown).'],
    ['## Notes', '- **Decision**: Java\n- **Alternatives considered**: Go (too new), Rust (unknown)'],
    ['## Considered Options', 'Go (too new), Rust (unknown)'],
  ])('are found: %s: %s', (...blocks) => {
    expect(optionsIn(...blocks).map((option) => option.split(' ')[0])).toEqual(['Go', 'Rust']);
  });

  it.each([
    ['## Decision', 'Alternatives considered: none.'],
    ['## Decision', 'Options: see the notes, which are long, and the plan'],
    ['## Decision', 'Alternatives: we looked at some, but none was cheap.'],
    ['## Considered Options', 'Keep the rack, buy a second one'],
  ])('are not what only looks like them: %s: %s', (...blocks) => {
    expect(optionsIn(...blocks).length).toBeLessThan(2);
  });
});

describe('options in one sentence', () => {
  it.each([
    ['## Alternatives considered', 'Tin from the shop, clay or wooden cups. They are heavy.', 3],
    ['## Erwogene Alternativen', 'Becher aus Blech, große Tassen oder reine Gläser.', 3],
    ['## Alternatives considered', 'Tin is heavy, clay breaks or leaks. They are no good.', 0],
    ['## Alternatives considered', 'Cups with a handle or two.', 1],
  ])('are read from “%s”: %s', (heading, sentence, count) => {
    expect(optionsIn('## Decision', 'Glass.', heading, sentence)).toHaveLength(count);
  });
});

describe('options are not', () => {
  it('what a template has in braces or angle brackets', () => {
    expect(optionsIn('## Options', '* {option 1}\n* <option 2>\n* {title of option 3}\n* … ')).toEqual([]);
    expect(optionsIn('## Options', '* {Go}\n* <Option 2: Java>')).not.toContain('{Go}');
  });
});

import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** The titles of the chosen options of a file. */
function chosenIn(title: string, ...blocks: readonly string[]): string[] {
  const { options } = readAdr([`# ${title}`, ...blocks].join('\n\n'));
  return options.flatMap((option) => (option.isChosen ? [option.title] : []));
}

describe('the chosen option', () => {
  it('may have a mark in a heading below the decision', () => {
    const headings = ['### Waiting (Rejected)', 'Too late.', '### Buy a rack. (Accepted)', 'It is small.'];
    expect(
      chosenIn('Racks', '## Options', '- Wait. See what comes.\n- Buy a rack.', '## Decision', ...headings),
    ).toEqual(['Buy a rack.']);
  });

  it.each([
    ['We chose the term "cup" for what is a cupboard or a mug.', ['cup']],
    ['We only want two: Cup and Mug. Both are small.', []],
    ['We chose only two: Cup and Mug. Both are small.', ['cup', 'mug']],
    ['We pick #2.', ['mug']],
    ['We pick (b).', []],
  ])('is named by “%s”', (sentence, titles) => {
    const list = '1. cup\n2. mug\n3. cupboard';
    expect(chosenIn('T', '## Options', list, '## Decision', sentence)).toEqual(titles);
  });

  it('may say so at the end of its text, where all others say that they were rejected', () => {
    const chosen = (...lines: readonly string[]) =>
      chosenIn('T', '## Options', lines.join('\n'), '## Decision', 'Buy.');
    const [tin, clay] = ['- **Tin**: thin. Rejected.', '- **Clay**: breaks. Rejected.'];
    expect(chosen(tin, '- **Glass**: clear. Accepted.', clay)).toEqual(['Glass']);
    expect(chosen(tin, '- **Glass**: clear. Accepted.', '- **Clay**: breaks.')).toEqual([]);
    expect(chosen('- Tin — thin ❌', '- Glass — clear ✅')).toEqual(['Glass']);
    expect(chosen('- Tin — thin ✅', '- Glass — clear ✅')).toEqual([]);
  });

  it('may be among the alternatives, with most of its words in the bold ones of the decision', () => {
    const list = '- **Rack made by one carpenter:** dear.\n- **Rack assembled from ready parts:** simple.';
    const decide = (words: string) =>
      chosenIn('T', '## Context', 'Alternatives considered:', list, '## Decision', words);
    expect(decide('We adopt a **rack assembled with parts that are ready**, and paint it.')).toEqual([
      'Rack assembled from ready parts',
    ]);
    expect(decide('We adopt a **rack of ready steel**, and paint it.')).toEqual([]);
  });

  it('is not the one that was preferred, but', () => {
    const decision =
      "The team preferred Option 2, but it doesn't fit.\n\nThe shop is ours, so we are choosing **[Option 1](#option-1)**";
    const list = '- Option 1 - Go\n- Option 2 - Java\n- Option 3 - Rust';
    expect(chosenIn('Language', '## Considered Options', list, '## Decision', decision)).toEqual(['Go']);
    expect(chosenIn('Language', '## Options', list, '## Decision', 'We chose Option 2, but it is slow.')).toEqual([
      'Java',
    ]);
  });

  it('is none of those left out whose name is like that of what was chosen', () => {
    const list = '- **`tea-3-small` / `tea-4-cup-model`** (new): dear\n- **Coffee**: bitter';
    expect(
      chosenIn('Tea', '## Decision', '**Use `tea-2-cup-model` as the model of the cup.**', '## Alternatives', list),
    ).toEqual([]);
  });

  it('is none that only the title of a rejected ADR names', () => {
    const file = (status: string) => [`- Status: ${status}`, '## Options', '* Buy a rack\n* Rent a server'] as const;
    expect(chosenIn('Buy a rack', ...file('accepted'))).toEqual(['Buy a rack']);
    expect(chosenIn('Buy a rack', ...file('rejected'))).toEqual([]);
    expect(chosenIn('Buy a rack', ...file('rejected'), '## Decision', 'Rejected in favor of cups.')).toEqual([]);
    expect(chosenIn('Buy a rack', ...file('rejected'), '## Decision', 'It stands in the hall.')).toEqual([
      'Buy a rack',
    ]);
    expect(chosenIn('Buy a rack', ...file('rejected'), '## Decision', 'Chosen option: "Rent a server"')).toEqual([
      'Rent a server',
    ]);
  });

  it.each([
    [
      'is named with other endings',
      '- Enable cups, disable mugs\n- Disabled cups, enabled mugs',
      'Chosen option: Enabled cups, disable mugs',
      'Enable cups, disable mugs',
    ],
    [
      'is named by its beginning',
      '- Sell the rack by `shop sell`\n- Keep the rack as it is',
      'Sell the rack.',
      'Sell the rack by `shop sell`',
    ],
    [
      'has its counter in brackets',
      '1. Option A: Go\n2. Option B: Java',
      'The shop is small; the kitchen does **all** of it (Option B, as today) and tells us.',
      'Java',
    ],
    [
      'is quoted with words for a reason in its name',
      '- Sell cups as gifts, because people ask\n- Sell mugs as gifts',
      'Chosen option: "Sell cups as gifts, because people ask", because they do.',
      'Sell cups as gifts, because people ask',
    ],
    [
      'is the name of a heading right below the decision',
      '1. no rack\n2. a small rack\n3. a small rack and a large one',
      '### 1. No racks at all\n\nThere is no room.',
      'no rack',
    ],
    [
      'has another in front of the verb',
      '- Option 1: Go\n- Option 2: Java',
      'Although Option 2 is faster, we are going for\n[Option 1](#option-1), since it is small.',
      'Go',
    ],
    [
      'is marked in front of a remark',
      '- Go ✅ CHOSEN (for the server)\n- Java\n- Rust (new)',
      'The server is small.',
      'Go',
    ],
    [
      'is what people agree on in French',
      '- le mettre dans la cuisine\n- le passer par la porte',
      'On convient que le thé doit apparaître dans la cuisine, car elle est à nous.',
      'le mettre dans la cuisine',
    ],
    [
      'is marked as that of this ADR in Japanese',
      '| 手段 | 評価 |\n|---|---|\n| 新しい棚を買う | 高い |\n| **古い棚で間に合わせる** (本 ADR) | 安い |',
      '棚を動かす。',
      '古い棚で間に合わせる',
    ],
    [
      'is named before code that another one has',
      '- `cups.md` alone: as it is\n- An HTTPS rack: new',
      'Chosen option: **HTTPS rack with `cups.md` beside it**, because it is small.',
      'An HTTPS rack',
    ],
    [
      'is told in short where words have no blanks between them',
      '- 棚を毎回数える\n- 結果を台所の帳面に1回だけ保持し、以降は使い回す\n- 台所の札を別の箱に持たせる',
      '採用: **台所に1回だけ保持する**（`cups.md`）。数え直しは要らない。',
      '結果を台所の帳面に1回だけ保持し、以降は使い回す',
    ],
    [
      'has its name behind the counter',
      '- Option A (strict): all alone.\n- Option B (mild): together.',
      'We choose Option B (mild).',
      'Option B',
    ],
  ])('%s', (_, list, decision, chosen) => {
    expect(chosenIn('T', '## Options', list, '## Decision', decision)).toEqual([chosen]);
  });

  it.each([
    ['a tick in its box', '- [ ] Go\n- [x] Java\n- [ ] Rust'],
    ['a cell of a column for it', '| Option | Pros | Chosen |\n|--|--|--|\n| Go | new | |\n| Java | known | ✅ |'],
    [
      'a word in such a column',
      '| Option | Pros | Selected? |\n|--|--|--|\n| Go | new | No |\n| Java | known | **Yes** |',
    ],
    ['a word in wide brackets behind a counter', '### 方案 A：Go\n\nNew.\n\n### 方案 B（选定）：Java\n\nKnown.'],
    ['a sign, where others have a cross', '### ❌ Option A: Go\n\nNew.\n\n### ✅ Option B: Java\n\nKnown.'],
  ])('may be marked by %s', (_, options) => {
    expect(chosenIn('T', '## Options', options)).toEqual(['Java']);
  });

  it('may be several that are named together', () => {
    const list = '- Cups\n- Tea trays\n- Mugs';
    const decision = 'Chosen option: "Tea trays and Cups", because both are small.';
    expect(chosenIn('T', '## Options', list, '## Decision', decision)).toEqual(['Cups', 'Tea trays']);
  });

  it('is the only alternative without a reason against it, if the decision is like it', () => {
    const others = ['### Buy cups', '**Pros:**\n\n- Cheap', '**Why not:** they break.', '### Sell the shop'];
    const reason = ['**Pros:**\n\n- Quick', '**Why not as the only step:** it is ours.', '### Rent trays and racks'];
    const file = (pro: string) =>
      chosenIn('Trays', '## Alternatives considered', ...others, ...reason, `**Pros:**\n\n- ${pro}`, ...decision);
    const decision = ['## Decision', 'The shop will have trays that others rent out, and their racks.'];
    expect(file('Small')).toEqual(['Rent trays and racks']);
    expect(file('Rejected')).toEqual([]);
  });

  it('may be below a heading of its own, behind one for the decision', () => {
    const blocks = ['## Summary', '### Decision', 'Done.', '### Status', 'Accepted', '## Details', '### Options'];
    const read = readAdr(['# T', ...blocks, '1. Cups\n2. Mugs', '### Selected Option', 'Mugs'].join('\n\n'));
    expect(read.options.map(({ title, isChosen }) => [title, isChosen])).toEqual([
      ['Cups', false],
      ['Mugs', true],
    ]);
    expect(read.statuses[0]?.value.word).toBe('Accepted');
  });

  it('is the alternative that the title names with all its words, unless it was rejected', () => {
    const chosen = (text: string) =>
      chosenIn(
        'Tall Racks for Cups',
        '## Decision',
        'We buy some.',
        '## Alternatives',
        '### Shelves',
        `### Tall racks\n\n${text}`,
      );
    expect(chosen('They are new.')).toEqual(['Tall racks']);
    expect(chosen('```\ncups\n```\n\nRejected. They are dear.')).toEqual([]);
  });

  it('is none if all boxes are ticked', () => {
    expect(chosenIn('T', '## Options', '- [x] Go\n- [x] Java')).toEqual([]);
  });

  it('is none that a template has in its place', () => {
    const decision = 'Chosen option: "{option 1}", because it is known.';
    expect(chosenIn('T', '## Options', '- Go\n- Java', '## Decision', decision)).toEqual([]);
  });

  it('is not told by single names in a sentence without blanks', () => {
    const list = '- Android Viewから状態を推測する。\n- `Tabs`をそのまま残す。\n- 上位のモデルで表現する。';
    expect(chosenIn('状態', '## 選択肢', list, '## 決定', '操作の状態は、Android Viewより上で別に持つ。')).toEqual([]);
    expect(chosenIn('状態', '## 選択肢', list, '## 決定', '`TabSession`を`Tabs`の持ち主とする。')).toEqual([]);
  });

  const cups = '## Options\n\n### Option A: A kettle\n\nSmall.\n\n### Option B: A samovar\n\nLarge.';

  it.each([
    '- Выбранный вариант:\n  - `Option B` (из жести).\n- Почему выбран:\n  - Option A мал.',
    'Tea is hot.\n\nFor this reason we go ahead with the samovar option.',
  ])('may be told by %s', (decision) => {
    expect(chosenIn('Tea', cups, '## Decision', decision)).toEqual(['A samovar']);
  });

  it('is told below a heading that is about what is preferred', () => {
    const text = 'We will opt for the second option. The first option is small: `kettle` holds but a cup. '.repeat(2);
    expect(chosenIn('Tea', cups, '## Preferred option', text)).toEqual(['A samovar']);
  });

  it('has a counter right in front of another word where words have no blanks between them', () => {
    const list = '1. 茶壺を使う\n2. 何もしない\n3. 急須を使う';
    expect(chosenIn('お茶', '## 検討', `**代替案:**\n${list}`, '**結論:**\nオプション3を採用する。')).toEqual([
      '急須を使う',
    ]);
  });

  it.each(['**chosen** (small, and cheap)', '**Chosen for now**', 'Chosen: it is small', 'принято (лёгкий)'])(
    'has %s behind its title',
    (verdict) => {
      const list = `- A samovar - large\n- A kettle - ${verdict}`;
      expect(chosenIn('Tea', '## Options', list)).toEqual(['A kettle']);
    },
  );

  it('is the only one in bold, whatever else the decision names', () => {
    const table =
      '| Option | Pros | Cons |\n|---|---|---|\n| Kettle (tin) | small | old |\n| Samovar | large | dear |\n| **Kettle + samovar** | both | dear |';
    const decision = 'We choose the samovar for the garden, and the old one for the hall.';
    expect(chosenIn('Tea', '## Options', table, '## Decision', decision)).toEqual(['Kettle + samovar']);
  });

  it('is the one with which the decision begins, whatever follows', () => {
    const list = '- Samovar of tin\n- TEA-2';
    const decision =
      'TEA-2, running on a stove in the hall of our own house, without a samovar of tin, which nobody here could carry.';
    expect(chosenIn('Tea', '## Options', list, '## Decision', decision)).toEqual(['TEA-2']);
  });

  it('is not the longer one of two that a title names', () => {
    expect(chosenIn('Decision: Brew vs TEA-2', '## Options', '- TEA-2\n- Brew', '## Decision', 'See above.')).toEqual(
      [],
    );
  });

  it('begins as the title of the ADR does, in front of its semicolon', () => {
    const list = '- Keep `tin` for cups; clay on demand.\n- Make `clay` the default; tin only when asked for.';
    expect(chosenIn('Make clay the default', '## Options', list, '## Decision', 'Order `clay` now.')).toEqual([
      'Make `clay` the default; tin only when asked for.',
    ]);
  });

  it('is none as long as nothing is decided', () => {
    for (const decision of ['No decision made yet. See the status.', 'TBD', 'Noch offen']) {
      expect(chosenIn('A kettle for the tea', cups, '## Decision', decision)).toEqual([]);
    }
  });

  it('is none that a template left in the decision', () => {
    const decision = 'Chosen option: "[option 1]", because [justification].';
    expect(chosenIn('Tea', '## Options', '- A kettle\n- A samovar', '## Decision', decision)).toEqual([]);
  });

  it('is none of which the last word is that it was rejected', () => {
    const list =
      '- **A kettle**: it is small. Rejected.\n- **Two cups**: one is broken. Rejected.\n- **Sugar**: sweet. Rejected.';
    expect(chosenIn('Tea', '## Alternatives', list, '## Decision', 'We use two cups of tin.')).toEqual([]);
  });

  it('is not the first one only since a name has that word', () => {
    const list = '### Option 1: Build racks\n\n### Option 2: Tea-cup-first buying\n\n### Option 3: Racks from the shop';
    expect(
      chosenIn('Buying', '## Decision', 'We use a tea-cup-first approach for the hall.', '## Options', list),
    ).toEqual(['Tea-cup-first buying']);
  });

  it.each([
    ['## Rationale', 'Small racks of tin are the right size for us.', ['Small racks of tin']],
    ['## Begründung', 'Small racks of tin sind groß genug.', ['Small racks of tin']],
    ['## Rationale', 'Small racks of tin were rejected, as they are cold.', []],
    ['## Rationale', 'Small racks of tin are new, but cold.', []],
  ])('is the one with which the reasons below %s begin, if they speak for it: %s', (heading, reasons, chosen) => {
    const list = '### Small racks of tin\n\nCold.\n\n### A cellar\n\nDark.\n\n### A shop that sells them\n\nDear.';
    expect(
      chosenIn('Where cups are', '## Decision', 'It will be tidy in the hall.', '## Options', list, heading, reasons),
    ).toEqual(chosen);
  });

  it('is the alternative whose words the title has in their order, with few between them', () => {
    const list =
      '1. **Write cups by hand into the book** - slow.\n2. **Count cups only in the evening (by Ada)** - quick.';
    const read = (title: string) => chosenIn(title, '## Decision', 'Ada does it.', '## Alternatives considered', list);
    expect(read('Count all tea cups only in the evening')).toEqual(['Count cups only in the evening (by Ada)']);
    expect(read('In the evening, only Ada may count the cups')).toEqual([]);
  });

  it.each([
    'En contra: hay que lavarla. Se descarta; es más de lo que hace falta.',
    'It is small. Rejected because nobody in the house could carry it up to the hall.',
  ])('is none of which a sentence says that it was rejected: %s', (reason) => {
    const blocks = [`**A kettle + a samovar.** It is large. ${reason}`, `**A pot of clay.** ${reason}`];
    expect(
      chosenIn(
        'Tea without a samovar: a kettle',
        '## Decision',
        'A kettle, not a samovar.',
        '## Alternatives',
        ...blocks,
      ),
    ).toEqual([]);
  });

  it('is told in front of what comes with it', () => {
    const list = '1. Cups of rolled steel\n2. Cups of painted clay from here\n3. Mugs of glass';
    const decision =
      'We recommend cups that are rolled of steel, with painted clay from here for some of the tea on holidays.';
    expect(chosenIn('Cups', '## Options', list, '## Decision', decision)).toEqual(['Cups of rolled steel']);
  });

  it('has its name in the next column where the first one has letters', () => {
    const table =
      '| Option | Description | Outcome | Notes |\n|---|---|---|---|\n| A | Buy cups | Rejected | dear |\n| B | Sell cups | Accepted | new |';
    expect(chosenIn('Cups', '## Options', table, '## Decision', 'It is done.')).toEqual(['Sell cups']);
  });
});

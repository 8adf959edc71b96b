import type { AdrContent } from '@gavel/adr/content/content.ts';
import { askedEntries } from '@gavel/adr/style/asked-entries.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr, writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../bare-content.ts';
import { option } from './bakery.ts';

const decision: AdrContent = {
  ...bareContent,
  number: 9,
  title: 'Bake at night',
  options: [option('Night', true), option('Noon', false)],
  outcome: { chosen: 'Night', reason: 'it is quiet.', text: '' },
  consequences: [
    { kind: 'pro', text: 'Quiet days' },
    { kind: 'con', text: 'Tired bakers' },
  ],
  bodies: { context: 'Ovens are free at night.' },
};

const house = (...bodies: string[]) =>
  learnStyle(bodies.map((body, index) => ({ name: `000${index + 1}-x.md`, text: `# Use ${index}\n\n${body}` })));

describe('the word for a status', () => {
  it.each([
    ['Partially superseded by ADR 3', 'Superseded'],
    ['**Partially superseded** by ADR 3', 'Superseded'],
    ['Teilweise ersetzt durch ADR 3', 'Superseded'],
    ['Superseded in part by ADR 3', 'Superseded'],
    ['Replaced by ADR 3', 'Replaced'],
  ])('is none that says “in part”: %s', (status, word) => {
    const body = (one: string) => `## Status\n\n${one}\n\n## Context\n\nOvens.\n\n## Decision\n\nWe bake.\n`;
    expect(house(body('Accepted'), body(status), body('Accepted')).statusWords.superseded).toBe(word);
  });
});

describe('the word for a decision that was just accepted', () => {
  const body = (status: string) => `# Bake\n\n## Status\n\n${status}\n\n## Context\n\nO.\n\n## Decision\n\nB.\n`;
  const files = ['1', '2', '3'].map((number) => ({ name: `000${number}-x.md`, text: body('Implemented') }));
  const template = (status: string) => ({ name: 'adr-template.md', text: body(status) });

  it.each([
    ['Proposed | Accepted | Implemented', 'Accepted'],
    ['[Proposed, Approved, Implemented]', 'Approved'],
    ['Implemented', 'Implemented'],
  ])('is that of the template where all ADRs say that theirs was carried out: %s', (status, word) => {
    expect(learnStyle([...files, template(status)]).statusWords.accepted).toBe(word);
    expect(learnStyle(files).statusWords.accepted).toBe('Implemented');
  });
});

describe('what is around a status', () => {
  it('is what stands around that of the accepted ADRs', () => {
    const body = (status: string) => `## Status\n\n${status}\n\n## Context\n\nOvens.\n\n## Decision\n\nWe bake.\n`;
    const explained = '**REJECTED** _see the update_';
    const statuses = ['Accepted.', 'Accepted.', explained, explained, 'Accepted.', explained, explained];
    const written = writeAdr(
      { ...decision, status: { word: 'accepted', remainder: '' } },
      house(...statuses.map(body)),
    );
    expect(written).toContain('## Status\n\nAccepted.\n');
  });
});

describe('a new ADR', () => {
  it('says what was chosen as the house does, although hardly any of its sentences has a reason', () => {
    const ending = ['.', '.', ', as published in the guide.', '.'];
    const style = house(
      ...ending.map((end, n) => `## Context\n\nC\n\n## Decision Outcome\n\nChosen option: **Oven ${n}**${end}\n`),
    );
    expect(writeAdr(decision, style)).toContain('Chosen option: **Night**, because it is quiet.\n');
  });

  it('says it in its own words where only one of many ADRs has such a sentence', () => {
    const said = ['Chosen option: **Oven**.', 'We bake.', 'We bake more.', 'We rest.', 'We bake.', 'We rest.'];
    const style = house(...said.map((text) => `## Context\n\nC\n\n## Decision\n\n${text}\n`));
    expect(writeAdr(decision, style)).toContain('We chose **Night**, because it is quiet.');
  });

  it.each([
    ['Conséquences', 'Contexte', 'Décision', 'Positives', 'Négatives / compromis'],
    ['Consecuencias', 'Contexto', 'Decisión', 'Positivas', 'Negativas / costos'],
    ['Consequências', 'Contexto', 'Decisão', 'Bom', 'Ruim / custo'],
    ['Consequences', 'Context', 'Decision', 'Pros', 'Cons / risks'],
  ])('has the second label of the house, which says two things: %s', (consequences, context, outcome, good, bad) => {
    const body = (n: number) =>
      `## ${context}\n\nC\n\n## ${outcome}\n\nD\n\n## ${consequences}\n\n**${good}**\n- a ${n}\n\n**${bad}**\n- b ${n}\n`;
    const written = writeAdr(decision, house(body(1), body(2), body(3)));
    expect(written).toContain(`**${good}**\n- Quiet days\n\n**${bad}**\n- Tired bakers\n`);
  });

  it('has the opposite of the label that the house has', () => {
    const body = (n: number) =>
      `## Contexte\n\nC\n\n## Décision\n\nD\n\n## Conséquences\n\n**Positives**\n\n- a ${n}\n- b\n`;
    expect(writeAdr(decision, house(body(1), body(2), body(3)))).toContain('**Négatives**\n\n- Tired bakers\n');
  });

  it('keeps the accepted trade-offs of a house apart', () => {
    const body = (n: number) =>
      `## Contexte\n\nC\n\n## Décision\n\nD\n\n## Conséquences\n\n### Positives\n\n- a ${n}\n\n### Trade-offs acceptés\n\n- b ${n}\n`;
    expect(writeAdr(decision, house(body(1), body(2), body(3)))).toContain(
      '### Trade-offs acceptés\n\n- Tired bakers\n',
    );
  });

  it('has no colon behind an option of which nothing more is said', () => {
    const body = (n: number) =>
      `## Context\n\nC\n\n## Options\n\n- **Oven ${n}:** hot.\n- **Pan:** flat.\n\n## Decision\n\nD\n`;
    const written = writeAdr(decision, house(body(1), body(2), body(3)));
    expect(written).toContain('- **Night**\n- **Noon**\n');
  });

  it('has the blanks of the house behind the bullets of people', () => {
    const body = (n: number) => `## Context\n\n-   a ${n}\n-   b\n\n## Decision\n\nD\n`;
    const context = 'Ovens:\n\n- Free at night\n  until four\n  - Warm\n\n  And clean.\n- Old';
    const written = writeNewAdr({ ...decision, bodies: { context } }, house(body(1), body(2), body(3)));
    expect(written).toContain('Ovens:\n\n-   Free at night\n    until four\n    -   Warm\n\n    And clean.\n-   Old\n');
  });

  it('is not in German because of one heading that a language unknown here shares with it', () => {
    const body = (n: number) =>
      `## Kontext\n\nJe třeba péct ${n}.\n\n## Rozhodnutí\n\nPečeme v noci.\n\n## Důsledky\n\nDny jsou klidné.\n`;
    const style = house(body(1), body(2), body(3));
    expect([style.labelLanguage, style.language]).toEqual(['en', undefined]);
  });

  it('is in Russian in a house whose short texts have few common words', () => {
    const body = (n: number) =>
      `## Решение\n\nВыпекаем хлеб ночью ${n}, булочки утром, пироги днём. Печи свободны, мельницы открыты, дрова сухие, рынки рядом.\n`;
    expect(house(body(1), body(2), body(3)).language).toBe('ru');
  });
});

it('says in the language of its text what the house has no heading for, although its headings are in English', () => {
  const french =
    'Les boulangers travaillent la nuit, parce que les fours sont libres et que le pain doit être prêt quand la ville se réveille.';
  const body = (n: number) => `## Context\n\n${french} ${n}\n\n## Decision\n\n${french}\n`;
  const options = [{ ...option('Night', true), description: 'Ovens are free.' }, option('Noon', false)];
  const written = writeAdr({ ...decision, options, drivers: ['Ovens are dear'] }, house(body(1), body(2), body(3)));
  expect(written).toContain('## Context\n\nOvens are free at night.\n\nCe qui compte :\n\n* Ovens are dear');
  expect(written).toContain('Options envisagées :\n\n* **Night** : Ovens are free.\n* **Noon**\n');
  expect(written).not.toMatch(/Decision drivers|Considered options|Consequences:/);
});

describe('the metadata of a new ADR', () => {
  const files = (text: (n: number) => string) =>
    [1, 2, 3, 4, 5].map((n) => ({ name: `0${n}-use-oven-${n}.md`, text: text(n) }));
  const body = (n: number, status: string) =>
    `# ${n}. Use oven ${n}\n\n## Status\n\n${status}\n\n## Context\n\nC\n\n## Decision\n\nD\n`;

  it('have the word for a status that one ADR has in another form in that of the others', () => {
    const statuses = ['Draft', 'Deprecated', 'accepted', 'Draft', 'Draft'];
    const style = learnStyle(files((n) => body(n, statuses[n - 1] ?? '')));
    expect(style.statusWords.accepted).toBe('Accepted');
    const inBrackets = ['accepted', '[proposed]', 'accepted', 'accepted', 'accepted'];
    expect(learnStyle(files((n) => body(n, inBrackets[n - 1] ?? ''))).statusWords.proposed).toBe('proposed');
    const signed = ['Accepted', '💡 Proposed', 'Accepted', 'Accepted', 'Accepted'];
    expect(learnStyle(files((n) => body(n, signed[n - 1] ?? ''))).statusWords.proposed).toBe('💡 Proposed');
    const behind = ['Accepted ✅', 'Accepted ✅', 'Proposed', 'Accepted ✅', 'Accepted ✅'];
    const { accepted, proposed } = learnStyle(files((n) => body(n, behind[n - 1] ?? ''))).statusWords;
    expect([accepted, proposed]).toEqual(['Accepted ✅', 'Proposed']);
  });

  it('have the word that most have, also those that link it, but not the link of another ADR', () => {
    const link = (n: number, word: string) => `[${word}](https://example.com/pulls/${n})`;
    const word = (n: number) => (n === 2 ? 'Accepted' : 'Approved');
    const style = learnStyle(files((n) => body(n, n < 3 ? word(n) : link(n, word(n)))));
    expect(style.statusWords.accepted).toBe('Approved');
    const linked = learnStyle(files((n) => body(n, link(n, 'Approved'))));
    expect(linked.statusWords.accepted).toBe('Approved');
  });

  it('keep a status that says more than that the decision was made', () => {
    const statuses = ['Accepted', 'Implemented', 'Accepted', 'Implemented', 'Implemented'];
    const style = learnStyle(files((n) => body(n, statuses[n - 1] ?? '')));
    const written = (word: string) => writeAdr({ ...decision, status: { word, remainder: '' } }, style);
    expect(written('Implemented')).toContain('## Status\n\nImplemented\n');
    expect(written('accepted')).toContain('## Status\n\nAccepted\n');
    const once = files((n) => body(n, n === 1 ? 'Accepted' : 'Implemented'));
    expect(learnStyle(once).statusWords.accepted).toBe('Accepted');
  });

  it('have the status as a tag where tags are nothing else', () => {
    const statuses = ['Accepted', 'Proposed', 'Accepted', 'Accepted', 'Accepted'];
    const status = (n: number) => statuses[n - 1] ?? '';
    const style = learnStyle(files((n) => `---\nslug: ${n}\ntags: [${status(n)}]\n---\n\n${body(n, status(n))}`));
    expect(writeAdr(decision, style)).toMatch(/^---\nslug: 9\ntags: \[Accepted\]\n---\n/);
    expect(askedEntries(style)).toEqual([]);
    expect(writeAdr({ ...decision, roles: { tags: ['ovens'] } }, style)).toMatch(
      /^---\nslug: 9\ntags: \[Accepted\]\n---\n/,
    );
    const tagged = learnStyle(files((n) => `---\nslug: ${n}\ntags: [oven${n}]\n---\n\n${body(n, status(n))}`));
    expect(askedEntries(tagged)).toEqual([]);
  });

  it('have no sentence that begins with bold words, for which nobody can be asked', () => {
    const who = ['', 'baker', 'miller', 'guests', 'owner', 'neighbors'];
    const style = learnStyle(
      files(
        (n) =>
          `# ${n}. Use oven ${n}\n\n- **Status:** accepted\n- **Asked by:** the ${who[n]}\n- **Needs no gas** (as the ${who[n]} said)\n\n## Context\n\nC\n`,
      ),
    );
    expect(askedEntries(style)).toEqual(['Asked by']);
  });

  it('have an identifier of number and title, although some files are called otherwise than their titles', () => {
    const id = (n: number) => (n === 2 ? 'id: adr-02-use-oven-2' : `id: adr-0${n}-the-oven-${n}`);
    const style = learnStyle(
      [1, 2, 3, 4, 5].map((n) => ({
        name: n % 2 === 0 ? `adr-0${n}-use-oven-${n}.md` : `adr-0${n}-the-oven-${n}.md`,
        text: `---\n${id(n)}\n---\n\n${body(n, 'Accepted').replace('Use oven', n === 4 ? 'The oven' : 'Use oven')}`,
      })),
    );
    expect(writeAdr(decision, style)).toMatch(/^---\nid: adr-09-bake-at-night\n---\n/);
  });
});

it('points that are joined in one line go on with small letters where they may, behind the joint of the house', () => {
  const body = (n: number) =>
    `## Contexte\n\nC\n\n## Décision\n\nD\n\n## Conséquences\n\n- **Avantages** : pain chaud ${n} ; jours calmes\n- **Inconvénients** : fatigue ; bruit\n`;
  const consequences = [
    { kind: 'pro', text: 'Quiet days' },
    { kind: 'pro', text: 'We rest', textAfterBecause: 'we rest' },
  ] as const;
  expect(writeAdr({ ...decision, consequences }, house(body(1), body(2), body(3)))).toContain(
    '- **Avantages** : Quiet days ; we rest\n',
  );
});

it('the mark of the chosen option stays inside the bold title that it continues', () => {
  const body = (number: number) =>
    `## Context\n\nC${number}\n\n## Options\n\n- **A — Tea ${number}, chosen.** It is hot.\n- **B — Milk ${number}.** It is cold.\n\n## Decision\n\nTea ${number}.\n`;
  const options = [
    { ...option('Night', true), description: 'It is quiet.' },
    { ...option('Noon', false), description: 'It is warm.' },
  ];
  const text = writeNewAdr({ ...decision, options }, house(body(1), body(2), body(3)));
  expect(text).toContain('- **A — Night, chosen.** It is quiet.\n- **B — Noon.** It is warm.');
});

it('labels of points are below the heading of their option', () => {
  const body = (n: number) =>
    `## Context\n\nC\n\n## Options\n\n### Oven ${n}\n\n### Pros\n\n- hot\n\n### Cons\n\n- dear\n\n## Decision\n\nD\n`;
  const options = decision.options.map((one) => ({ ...one, points: [{ kind: 'pro', text: 'It is warm' }] as const }));
  const written = writeAdr({ ...decision, options }, house(body(1), body(2), body(3)));
  expect(written).toContain('### Night\n\n#### Pros\n\n- It is warm\n');
});

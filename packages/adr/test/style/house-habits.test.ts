import type { AdrContent, AdrOption } from '@gavel/adr/content/content.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { askedEntries } from '@gavel/adr/style/asked-entries.ts';
import type { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr, writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bakeAtNight, house, parts, times } from './bakery.ts';

const option = (title: string, description: string, points: AdrOption['points'] = []): AdrOption => ({
  title,
  notes: [],
  otherTitle: undefined,
  description,
  points,
  isChosen: title === 'Night',
});

const decision: AdrContent = {
  ...bakeAtNight,
  options: [option('Night', ''), option('Noon', '')],
};

describe('a section that no language knows', () => {
  it('is not filled with a day, even if most ADRs were written on the same one', () => {
    const adr = (n: number, day: string) => `# Use ${n}\n\n## Baked\n\n${day}\n\n${parts}`;
    const files = [...times(5, (n) => adr(n, '2020-01-12')), adr(6, '2020-01-13')];
    expect(writeNewAdr(decision, house(files))).not.toContain('2020');
  });
});

describe('consequences', () => {
  const told: AdrContent = {
    ...decision,
    consequences: [
      { kind: 'pro', text: 'The street is quiet' },
      { kind: 'con', text: 'Bakers are tired.' },
    ],
  };
  const written = (sections: readonly string[]) =>
    writeAdr(
      told,
      house(sections.map((text, index) => `# ADR ${index + 1}: Bake\n\n${parts}\n## Consequences\n\n${text}\n`)),
    );

  it('have no labels in a house that lists them without, and its list', () => {
    const lists = [
      '* It is warm.',
      '* We need light.\n* We need a cat\n  that hunts.',
      'This follows:\n\n* It is loud.',
    ];
    expect(written(lists)).toContain('## Consequences\n\n* The street is quiet\n* Bakers are tired.\n');
    expect(written(lists.map((text) => text.replaceAll(/^\* /gm, '1. ')))).toContain(
      '\n\n1. The street is quiet\n2. Bakers are tired.\n',
    );
  });

  it('have labels in any house where a word or two would not say whether they are good', () => {
    const lists = times(3, (n) => `# ADR ${n}: Bake\n\n${parts}\n## Consequences\n\n* It is warm.\n`);
    const short: AdrContent = { ...told, consequences: [...told.consequences, { kind: 'con', text: 'Noise' }] };
    expect(writeAdr(short, house(lists))).toContain(
      '* Pro: The street is quiet\n* Con: Bakers are tired.\n* Con: Noise\n',
    );
  });

  it('have labels where most of a house tell them in prose, or with labels', () => {
    const prose = 'It is warm, and we need light.';
    expect(written(['* It is warm.', prose, prose])).toContain(
      '* Pro: The street is quiet\n* Con: Bakers are tired.\n',
    );
    const labelled = '* Good: It is warm.\n* Bad: It is loud.';
    expect(written(['* It is warm.', labelled, labelled])).toContain('* Good: The street is quiet\n');
  });
});

describe('a new ADR', () => {
  it('has the title, the bullets and the line breaks of ADRs that have nothing but a title and text', () => {
    const line = 'We bake in the morning, because the bread has to be on the shelves when we open,\n';
    const plain = times(
      5,
      (n) => `# ADR 000${n}: Bake ${n}\n\n${line}${line}and nobody comes later.\n\n* It is warm.\n`,
    );
    const style = house([...plain, `# ADR-0006: Bake 6\n\n${parts}`]);
    const reason = Array.from({ length: 40 }, () => 'quiet').join(' ');
    const written = writeNewAdr({ ...decision, bodies: { context: `${reason}\n\n- It is dark.` } }, style);
    expect(written.startsWith('# ADR 0009: Bake at night\n')).toBe(true);
    expect(written).toContain('\n* It is dark.\n');
    expect(Math.max(...written.split('\n').map(({ length }) => length))).toBeLessThan(100);
  });

  it('has a rule below its metadata where most of a house have one there and none between their sections', () => {
    const adr = (n: number, rule: string, quote = '') =>
      `# Use ${n}\n\n- Date: 2026-01-02\n- Status: accepted\n${quote}\n${rule}${parts}\n## Consequences\n\nC\n`;
    const ruled = [...times(3, (n) => adr(n, '---\n\n')), adr(4, '---\n\n', '\n> We were late.\n'), adr(5, '')];
    const written = writeNewAdr(decision, house(ruled));
    expect(written).toContain('- Status: accepted\n\n---\n\n## Context\n');
    expect(written.match(/^---$/gm)).toHaveLength(1);
    expect(writeNewAdr(decision, house(times(3, (n) => adr(n, n === 1 ? '---\n\n' : ''))))).not.toContain('---');
  });

  it('has the name that the latest ADRs have for an entry, and the order that most have entries in', () => {
    const adr = (n: number, ...entries: string[]) => `# Use ${n}\n\n${entries.join('\n')}\n\n${parts}`;
    const old = times(9, (n) => adr(n, '- Date: 2026-01-02', '- Author: Jo', '- Status: accepted'));
    const latest = times(3, (n) => adr(n, '- Date: 2026-01-02', '- Deciders: Jo', '- Status: accepted'));
    const renamed = house([...old, ...latest]);
    expect(writeAdr({ ...decision, roles: { ...decision.roles, deciders: ['Al'] } }, renamed)).toContain(
      '- Date: 2026-11-20\n- Deciders: Al\n- Status: accepted\n',
    );
    const turned = adr(8, '- Status: accepted', '- Date: 2026-01-02');
    const usual = times(6, (n) => adr(n, '- Date: 2026-01-02', '- Status: accepted'));
    expect(writeAdr(decision, house([...usual, turned]))).toContain('- Date: 2026-11-20\n- Status: accepted\n');
  });

  it('has a section for what an ADR had a heading for, in a house that has none', () => {
    const style = house(times(3, (n) => `# Use ${n}\n\n${parts}`));
    expect(writeAdr(decision, style)).toContain('Considered options:\n');
    const kept = writeAdr({ ...decision, headings: { options: 'Ovens and hours' } }, style);
    expect(kept).toContain('## Ovens and hours\n');
    const told = [option('Night', 'while all sleep'), option('Noon', 'when all eat')];
    const listed = writeAdr({ ...decision, options: told, headings: { options: 'Ovens and hours' } }, style);
    expect(listed).toContain('## Ovens and hours\n\n* **Night**: while all sleep\n* **Noon**: when all eat\n');
  });

  it('has the section for options that a single ADR of many has', () => {
    const adr = (n: number) => `# Use ${n}\n\n${parts}${n === 4 ? '\n## What else\n\n' : ''}`;
    const options = '\n## Alternatives\n\n1. **A**: old\n2. **B**: new\n';
    const style = house(times(8, (n) => adr(n) + (n === 3 ? options : '')));
    const told = [option('Night', 'while all sleep'), option('Noon', 'when all eat')];
    expect(writeAdr({ ...decision, options: told }, style)).toContain(
      '## Alternatives\n\n1. **Night**: while all sleep\n2. **Noon**: when all eat\n',
    );
  });

  it('has the marks behind numbers that its ordered lists have', () => {
    const adr = (n: number) => `# Use ${n}\n\n${parts}\n## Options\n\n1) A${n}\n2) B${n}\n`;
    expect(writeAdr(decision, house(times(3, adr)))).toContain('## Options\n\n1) Noon\n');
  });

  it('asks for what nearly all ADRs have below the decision to confirm it', () => {
    const adr = (n: number) => `# Use ${n}\n\n${parts}\n### Confirmation\n\nWe look at ${n}.\n`;
    expect(askedEntries(house(times(4, adr)))).toEqual(['## Confirmation']);
  });

  it('has no consequences under “Risks” beside all of them, and asks for the risks', () => {
    const adr = (n: number) =>
      `# Use ${n}\n\n${parts}\n### Consequences\n\n- Good, because C${n}\n\n### Risks\n\n- R${n}\n`;
    const style = house(times(4, adr));
    const consequences = [
      { kind: 'pro', text: 'days are quiet' },
      { kind: 'con', text: 'bakers are tired' },
    ] as const;
    const written = writeAdr({ ...decision, consequences }, style);
    expect(written).toContain('### Consequences\n\n- Good, because days are quiet\n- Bad, because bakers are tired\n');
    expect(written).not.toContain('Positive');
    expect(askedEntries(style)).toContain('## Risks');
  });

  it('has the title and the place of a house whose ADRs are only text, and sections in its language', () => {
    const style = house(
      times(4, (n) => `# 00${n} — Ofen ${n}\n\nWir backen, weil die Leute Brot wollen und nicht warten.\n`),
    );
    const written = writeAdr(decision, style);
    expect(written.startsWith('# 009 — Bake at night\n')).toBe(true);
    expect(written).not.toMatch(/^---/m);
    expect(written).toMatch(/^## /m);
  });

  it('has both entries where ADRs have two names for the same thing', () => {
    const adr = (n: number) => `# Use ${n}\n\n- Author: Jo\n- Deciders: Al, Bo ${n}\n\n${parts}`;
    const written = writeAdr({ ...decision, roles: { ...decision.roles, deciders: ['Al'] } }, house(times(4, adr)));
    expect(written).toMatch(/- Author: .*\n- Deciders: /);
  });

  it('has nothing of a template that only tells people what to write', () => {
    const template = `# ADR\n\n## Title\n\nT\n\n${parts}\n## Consequences (optional)\n\n- C\n`;
    const written = writeAdr(
      { ...decision, consequences: [{ kind: 'pro', text: 'Quiet days' }] },
      house(
        times(3, (n) => `# Use ${n}\n\n${parts}`),
        template,
      ),
    );
    expect(written).not.toContain('## Title');
    expect(written).toContain('\n## Consequences\n');
  });

  it('has the heading that ADRs have instead of the one in their template, even if only two have it', () => {
    const adr = (n: number) => `# Use ${n}\n\n${parts}${n > 1 ? '\n## Alternatives Considered\n\n- A\n- B\n' : ''}`;
    const template = `# ADR\n\n${parts}\n## Considered alternatives\n\n- A\n`;
    const written = writeAdr(decision, house(times(3, adr), template));
    expect(written).toContain('## Alternatives Considered');
    expect(written).not.toContain('## Considered alternatives');
  });
});

describe('the lines of a new ADR', () => {
  const widest = (style: ReturnType<typeof learnStyle>) => {
    const reason = Array.from({ length: 90 }, () => 'quiet').join(' ');
    return Math.max(
      ...writeNewAdr({ ...decision, bodies: { context: reason } }, style)
        .split('\n')
        .map(({ length }) => length),
    );
  };
  const filled = (width: number) =>
    Array.from({ length: 8 }, (_, index) =>
      `${'word '.repeat(20)}${'x'.repeat(index)}`.slice(0, width - (index % 2)),
    ).join('\n');

  it('are as wide as in the latest ADRs where each has lines of another width', () => {
    const widths = [60, 60, 64, 68, 72, 76, 78, 79];
    const style = house(widths.map((width, n) => `# Use ${n}\n\n## Context\n\n${filled(width)}\n\n## Decision\n\nD\n`));
    expect(widest(style)).toBeGreaterThan(68);
  });

  it('are not broken where lines end after more than anybody would have on one', () => {
    const line = 'we bake '.repeat(25).trim();
    const style = house(
      times(4, (n) => `# Use ${n}\n\n## Context\n\n${line},\n${line},\n${line}\n\n## Decision\n\nD\n`),
    );
    expect(widest(style)).toBeGreaterThan(500);
  });
});

describe('the options of a new ADR', () => {
  const weighed = [
    { kind: 'con', text: 'It is dear' },
    { kind: 'pro', text: 'It is warm' },
  ] as const;

  it('have the labels of consequences in front of their pros and cons, where the house weighs no options', () => {
    const text = (n: number) => `# Use ${n}\n\n${parts}\n## Consequences\n\n- ✅ Warm ${n}\n- ❌ Dear ${n}\n`;
    const written = writeAdr({ ...decision, options: [option('Night', '', weighed)] }, house(times(3, text)));
    expect(written).toContain('- **Night**\n  - ❌ It is dear\n  - ✅ It is warm\n');
  });

  it('have descriptions in a column of their own in a table of pros and cons, not among these', () => {
    const table = (n: number) =>
      `| Option | Pros | Cons |\n|---|---|---|\n| Bake ${n} | warm | dear |\n| Buy | far | stale |`;
    const text = (n: number) => `# Use ${n}\n\n## Context\n\nC\n\n## Options\n\n${table(n)}\n\n## Decision\n\nB\n`;
    const told = [option('Night', 'Bakers start at two.', weighed), option('Noon', '')];
    const written = writeAdr({ ...decision, options: told }, house(times(3, text)));
    expect(written).toContain('| Option | Description | Pros | Cons |\n');
    expect(written).toContain('| Night | Bakers start at two | It is warm | It is dear |\n');
    const [night] = readAdr(written).options;
    expect(night).toMatchObject({ description: 'Bakers start at two', points: [{ kind: 'pro' }, { kind: 'con' }] });
  });

  it('have descriptions where the ADRs have them that describe options, although most name them alone', () => {
    const adr = (list: string) => `# Use it\n\n## Context\n\nC\n\n## Options\n\n${list}\n\n## Decision\n\nD\n`;
    const [bare, told] = ['1. **Warm**\n2. **Cold**', '1. **Warm** - by gas\n2. **Cold** - by ice'].map(adr);
    const style = house([bare, told, told, bare, bare, bare, bare].map((text) => text ?? ''));
    const written = writeAdr({ ...decision, options: [option('Night', 'while all sleep'), option('Noon', '')] }, style);
    expect(written).toContain('1. **Night** - while all sleep\n2. **Noon**\n');
  });

  it('have descriptions behind bold titles where no ADR has any, and behind plain ones where most have one', () => {
    const write = (list: string, ...told: readonly string[]) => {
      const text = `# Use it\n\n## Context\n\nC\n\n## Options\n\n${list}\n\n## Decision\n\nD\n`;
      const options = ['Night', 'Noon'].map((title, at) => option(title, told[at] ?? ''));
      return writeAdr({ ...decision, options }, house(times(3, () => text)));
    };
    const [bold, plain] = ['- **Warm**\n- **Cold**', '- Warm\n- Cold'];
    expect(write(bold, 'while all sleep')).toContain('- **Night**: while all sleep\n- **Noon**\n');
    expect(write(plain, 'while all sleep', 'in the sun')).toContain('- Night: while all sleep\n- Noon: in the sun\n');
    expect(write(plain, 'while all sleep')).toContain('- Night\n\n  while all sleep\n- Noon\n');
  });

  it('have headings above their pros and cons in a house that names options in bare paragraphs', () => {
    const text = (n: number) =>
      `# Use ${n}\n\n## Context\n\nC\n\n## Decision\n\nD\n\n## Alternatives\n\nCold ovens, warm lamps or no oven.\n`;
    const told = [option('Night', ''), option('Noon', '', weighed)];
    const written = writeAdr({ ...decision, options: told }, house(times(3, text)));
    expect(written).toContain('## Alternatives\n\n### Noon\n\n');
  });

  it('have pros and cons in the order in which an option with both has them', () => {
    const list = '- A\n  - Cons: old, slow\n- B\n  - Pros: warm, new\n  - Cons: dear\n';
    const style = house(times(3, (n) => `# Use ${n}\n\n## Context\n\nC\n\n## Options\n\n${list}\n## Decision\n\nB\n`));
    const written = writeAdr({ ...decision, options: [option('Night', '', weighed), option('Noon', '')] }, style);
    expect(written).toContain('- Night\n  - Pros: It is warm\n  - Cons: It is dear\n');
  });

  it('have few words behind their titles where few ADRs have a section for details', () => {
    const adr = (n: number) =>
      `# Use ${n}\n\n## Context\n\nC\n\n## Considered Options\n\n- A${n}\n- B${n}\n\n## Decision Outcome\n\nChosen option: "A${n}", because D.\n`;
    const details = (n: number) =>
      `${adr(n)}\n## Pros and Cons of the Options\n\n### A${n}\n\n- Good, because E\n\n### B${n}\n\n- Bad, because F\n`;
    const style = house([details(1), details(2), ...times(8, (n) => adr(n + 2))]);
    const written = writeAdr({ ...decision, options: [option('Night', 'while all sleep'), option('Noon', '')] }, style);
    expect(written).toContain('- Night — while all sleep\n- Noon\n');
    expect(written).not.toContain('## Pros and Cons');
    const longer = writeAdr({ ...decision, options: [option('Night', '', weighed), option('Noon', '')] }, style);
    expect(longer).toContain('## Pros and Cons of the Options\n\n### Night\n');
  });
});

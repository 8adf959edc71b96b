import type { AdrContent } from '@gavel/adr/content/content.ts';
import { contentOf } from '@gavel/adr/content/content-of.ts';
import type { AdrPart } from '@gavel/adr/content/part.ts';
import { parseMarkdownFile } from '@gavel/adr/markdown/markdown.ts';
import { meaningOfStatus } from '@gavel/adr/read/metadata/status.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { writeAdr, writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../dialects/read-dialect.ts';
import { seedFiles } from '../seed-files.ts';

const treeOf = (text: string) =>
  JSON.parse(JSON.stringify(parseMarkdownFile(text), (key, value) => (key === 'position' ? undefined : value)));

/** Learns the style from a single file, and writes that file's decision. */
function writeAgain(text: string, name: string): { written: string; content: AdrContent } {
  const content = contentOf(readAdr(text, name));
  return { written: writeAdr(content, learnStyle([{ name, text }])), content };
}

describe('writeAdr in the style of the same file', () => {
  it.each(dialectNames)('writes %s node for node', (name) => {
    const text = readDialect(name);
    expect(treeOf(writeAgain(text, `0001-${name}.md`).written)).toEqual(treeOf(text));
  });

  // What is understood is written from its fields, and not copied as text.
  const told: readonly AdrPart[] = [
    'options',
    'option-details',
    'good-consequences',
    'bad-consequences',
    'mitigations',
    'outcome',
    'status',
  ];

  it.each(['verdicts', 'nested-options', 'label-lists', 'rules-and-marks', 'madr-2', 'madr-3'])(
    'writes %s from its fields',
    (name) => {
      const { content } = writeAgain(readDialect(name), `0001-${name}.md`);
      expect(Object.keys(content.bodies).filter((part) => told.some((other) => other === part))).toEqual([]);
      expect([content.frontMatter, content.metadata]).toEqual([undefined, undefined]);
    },
  );

  describe.skipIf(seedFiles.length === 0)('real ADRs (in ADR_SEEDS; skipped if that folder is not there)', () => {
    it.each(seedFiles)('writes %s node for node from its fields', (name, text) => {
      const { written, content } = writeAgain(text, name);
      expect(treeOf(written)).toEqual(treeOf(text));
      expect(Object.keys(content.bodies).filter((part) => told.some((other) => other === part))).toEqual([]);
      expect([content.frontMatter, content.metadata]).toEqual([undefined, undefined]);
    });
  });
});

const fromSlack: AdrContent = {
  number: 15,
  title: 'Choose the map library',
  status: { word: 'accepted', remainder: '' },
  date: '2026-11-20',
  roles: { deciders: ['Ana', 'Bo'] },
  extra: [],
  frontMatter: undefined,
  metadata: undefined,
  drivers: ['Works without a network'],
  options: [
    {
      title: 'Atlas',
      notes: [],
      otherTitle: undefined,
      description: '',
      points: [
        { kind: 'pro', text: 'small' },
        { kind: 'pro', text: 'free' },
        { kind: 'con', text: 'no satellite images' },
      ],
      isChosen: true,
    },
    {
      title: 'Globus',
      notes: ['as today'],
      otherTitle: undefined,
      description: 'The one that we pay for.',
      points: [
        { kind: 'con', text: 'dear' },
        { kind: 'verdict', text: 'Too dear' },
      ],
      isChosen: false,
    },
  ],
  outcome: { chosen: 'Atlas', reason: 'it is small.', text: '' },
  consequences: [
    { kind: 'pro', text: 'Smaller downloads' },
    { kind: 'con', text: 'No satellite images' },
    { kind: 'mitigation', text: 'A link to them' },
  ],
  bodies: { context: 'Maps are half of our download.' },
  sections: [{ name: 'Rollout', depth: 2, markdown: 'In spring.', after: 'outcome' }],
  preface: '',
  introduction: '',
  closing: '',
};

const words = [
  'Choose the map library',
  'small',
  'free',
  'no satellite images',
  'as today',
  'The one that we pay for',
  'dear',
  'Too dear',
  'Smaller downloads',
  'No satellite images',
  'A link to them',
  'Maps are half',
  'In spring',
  'Works without a network',
  'Rollout',
];

describe('writeAdr for a new decision in a house style', () => {
  it.each(dialectNames)('loses no word in the style of %s', (name) => {
    const written = writeAdr(fromSlack, learnStyle([{ name: `0001-${name}.md`, text: readDialect(name) }]));
    for (const word of words) expect(written).toContain(word);
    const house = readAdr(readDialect(name));
    const [status] = readAdr(written).statuses;
    // A house without a status gets none.
    if (house.statuses.length === 0) expect(status).toBeUndefined();
    else expect(status && meaningOfStatus(status.value.word)).toBe('accepted');
  });

  it.each(['verdicts', 'nested-options', 'label-lists', 'rules-and-marks', 'adr-tools', 'edgex'])(
    'writes in the house style of %s',
    async (name) => {
      const written = writeAdr(fromSlack, learnStyle([{ name: `0001-${name}.md`, text: readDialect(name) }]));
      await expect(written).toMatchFileSnapshot(`house-${name}.golden.md`);
    },
  );

  const inHouse = (text: string, content: Partial<AdrContent>) =>
    writeAdr({ ...fromSlack, ...content }, learnStyle([{ name: '0001-x.md', text }]));
  const headingsOf = (written: string) => written.match(/^##+ .*/gm);

  it('keeps the consequences together, with labels like those of the house', () => {
    const house = '# T\n\n## Decision\n\nD\n\n## Consequences\n\n### Positive\n\n- a\n\n## References\n\n- b\n';
    const written = inHouse(house, {
      options: [],
      drivers: [],
      consequences: [...fromSlack.consequences, { kind: 'neutral', text: 'Another icon' }],
      sections: [{ name: 'Rollout', depth: 2, markdown: 'In spring.', after: 'good-consequences' }],
      bodies: { references: '- c' },
    });
    expect(headingsOf(written)).toEqual([
      '## Decision',
      '## Consequences',
      '### Positive',
      '### Negative',
      '### Neutral',
      '### Mitigations',
      '## Rollout',
      '## References',
    ]);
  });

  it('puts a section before the references if the section it followed is missing', () => {
    const written = inHouse('# T\n\n## Context\n\nC\n\n## Links\n\n- a\n', {
      options: [],
      drivers: [],
      consequences: [],
      sections: [{ name: 'Rollout', depth: 2, markdown: 'In spring.', after: 'Timeline' }],
      bodies: { context: 'C', references: '- c' },
    });
    expect(headingsOf(written)).toEqual(['## Context', '## Decision', '## Rollout', '## Links']);
  });

  it('tells a status that nobody would guess in a house without a status', () => {
    const house = '# T\n\n## Context\n\nC\n';
    expect(inHouse(house, {})).not.toContain('ccepted');
    expect(inHouse(house, { status: { word: 'rejected', remainder: '' } })).toContain('\n\nStatus: rejected\n\n');
  });

  it('puts the drivers and the options into the context if the house has no place for them', () => {
    const written = inHouse('# T\n\n## Context\n\nC\n\n## Decision\n\nD\n', { consequences: [], sections: [] });
    expect(headingsOf(written)).toEqual(['## Context', '## Decision']);
    expect(written).toContain('Maps are half of our download.\n\nWhat matters:\n\n* Works without a network\n');
    expect(written).toContain('\nConsidered options:\n\n* **Atlas**\n  * Pro: small\n');
    expect(written).toContain('* **Globus** (as today): The one that we pay for.\n  * Con: dear\n');
    expect(readAdr(written).drivers?.value).toEqual(fromSlack.drivers);
    expect(readAdr(written).options.map(({ points }) => points.length)).toEqual([3, 2]);
  });

  it('puts the drivers and the options with the reasons in a house that has no place for a context', () => {
    const house = '# T\n\n## Decision\n\nD\n\n## Rationale\n\nR\n';
    const written = inHouse(house, {
      consequences: [],
      sections: [],
      bodies: { ...fromSlack.bodies, rationale: 'It is small.' },
    });
    expect(written).toContain('# Choose the map library\n\nMaps are half of our download.\n\n## Decision\n');
    expect(written).toContain('## Rationale\n\nIt is small.\n\nWhat matters:\n');
    expect(written).toContain('\nConsidered options:\n\n* **Atlas**\n');
  });

  it('writes options into a table as the house does', async () => {
    const house = [
      '# T\n\n## Context\n\nC\n\n## Alternatives\n',
      '| # | Alternative | Pros | Cons | Why rejected |\n| - | - | - | - | - |\n| 1 | A | b | c | d |\n| 2 | E | f | g | h |',
      '\n## Decision\n\nD\n',
    ].join('\n');
    await expect(inHouse(house, {})).toMatchFileSnapshot('house-table-of-options.golden.md');
  });

  it('labels in a table of options what has no column', () => {
    const house =
      '# T\n\n## Alternatives\n\n| Alternative | Why rejected |\n| - | - |\n| A | b |\n\n## Decision\n\nD\n';
    const options = fromSlack.options.map((option) => ({ ...option, title: `${option.title} \\| x` }));
    expect(inHouse(house, { options })).toContain(
      [
        '| Alternative | Why rejected |',
        '| --- | --- |',
        '| Atlas \\| x | **Chosen**; Pros: small, free; Cons: no satellite images |',
        '| Globus \\| x (as today) | Too dear; The one that we pay for; Cons: dear |',
      ].join('\n'),
    );
  });

  it('writes a section for each option instead of a table if one says more than a cell has room for', () => {
    const house = '# T\n\n## Alternatives\n\n| Alternative | Cons |\n| - | - |\n| A | b |\n\n## Decision\n\nD\n';
    const options = fromSlack.options.map((option) => ({ ...option, description: 'One.\n\nTwo.' }));
    expect(headingsOf(inHouse(house, { options }))).toContain('### Atlas');
  });

  it('writes blank lines between headings and lists if the house does', () => {
    const house = '# T\n\n## Context\n- c\n\n## Decision\n- d\n\n## Consequences\n\n- e\n';
    const bodies = { context: '- one', outcome: '- two', consequences: '- three' };
    const written = inHouse(house, { options: [], drivers: [], sections: [], bodies });
    for (const part of ['## Context\n- one', '## Decision\n- two', '## Consequences\n\n- three'])
      expect(written).toContain(part);
  });

  it('breaks the lines of what is new as the house does, and gives its lists the bullets of the house', () => {
    const prose = 'We looked at three ways to do it, and talked to everybody who has to live with it later.';
    const wrapped = 'We looked at three ways to do it, and talked\nto everybody who has to live with it later.';
    const house = `# T\n\n## Context\n\n${`${wrapped} `.repeat(3).trim().replaceAll('later. We', 'later.\n\nWe')}\n\n- a\n- b\n\n## Decision\n\nD\n`;
    const style = learnStyle([{ name: '0001-x.md', text: house }]);
    const content = { ...fromSlack, bodies: { context: `${prose}\n\n* tea\n* rum` } };
    expect(writeNewAdr(content, style)).toContain(`## Context\n\n${wrapped}\n\n- tea\n- rum\n\n`);
    expect(writeAdr(content, style)).toContain(`## Context\n\n${prose}\n\n* tea\n`);
  });

  it('gives a section that the house lacks the level of the others', () => {
    const text = '# T\n\n### Context\n\nC\n\n### Decision\n\nD\n';
    const style = learnStyle([{ name: '0001-t.md', text }]);
    const content = { ...contentOf(readAdr(text)), bodies: { context: 'C', references: '- r' } };
    expect(writeAdr(content, style)).toContain('\n### References\n');
  });

  it('tells no consequence once more that the text of an ADR has, in a house with sections for good and bad ones', () => {
    const parts = '## Context\n\nC\n\n## Decision\n\nD\n\n## Consequences\n';
    const written = inHouse(`# T\n\n${parts}\n### Positive\n\n- P\n\n### Negative\n\n- N\n`, {
      consequences: [
        { kind: 'pro', text: 'Quiet days' },
        { kind: 'con', text: 'Tired bakers' },
      ],
      bodies: { consequences: '**Good**:\n- Quiet days' },
    });
    expect(written.match(/Quiet days/g)).toHaveLength(1);
    expect(written).toContain('### Negative\n\n- Tired bakers\n');
    expect(written).not.toContain('### Positive');
  });

  it('tells consequences with the decision if the house has no place for them, and plainly if it has no labels', () => {
    const apart = inHouse('# T\n\n## Context\n\nC\n\n## Decision\n\nD\n', { sections: [] });
    expect(apart).toContain('\n\nConsequences:\n\n* Pro: Smaller downloads\n* Con: No satellite images\n');
    expect(readAdr(apart).consequences.map(({ kind }) => kind)).toEqual(['pro', 'con', 'mitigation']);
    const unlabelled = inHouse('# T\n\n## Decision\n\nD\n\n## Consequences\n\nIt takes longer.\n', {});
    expect(unlabelled).toContain('## Consequences\n\n* Pro: Smaller downloads\n* Con: No satellite images\n');
    const labelled = inHouse('# T\n\n## Decision\n\nD\n\n## Consequences\n\n- Good: quick\n', {});
    expect(labelled).toContain('## Consequences\n\n- Good: Smaller downloads\n- Bad: No satellite images\n');
  });

  it('opens with the context in a house that has no section for it, or tells it where only people can', () => {
    const house = '# T\n\nDate: 2026-11-01\n\nWhy.\n\n## Decision\n\nD\n\n## Consequences\n\nC\n';
    const opening = inHouse(house, { options: [], drivers: [] });
    expect(opening).toContain('Date: 2026-11-20\n\nMaps are half of our download.\n\n## Decision\n');
    const own = [1, 2, 3].map((number) => {
      return { name: `000${number}-x.md`, text: `# T\n\n## Where we are\n\nW ${number}\n\n## Decision\n\nD\n` };
    });
    expect(writeAdr(fromSlack, learnStyle(own))).toContain('## Where we are\n\nMaps are half of our download.\n\n');
  });

  it('counts options inside their bold titles as the house does', () => {
    const house = '# T\n\n## Options\n\n- **A. Tea.** Hot.\n- **B. Rum.** Strong.\n\n## Decision\n\nD\n';
    const written = inHouse(house, {});
    expect(written).toContain('- **A. Atlas.**\n');
    expect(written).toContain('- **B. Globus.** (as today) The one that we pay for.\n');
  });

  it('does not take columns that compare the options for what a table says of each', () => {
    const house =
      '# T\n\n## Options\n\n| Criterion | Tea | Rum |\n| - | - | - |\n| Hot | yes | no |\n\n## Decision\n\nWe chose **Tea**.\n';
    expect(inHouse(house, {})).not.toContain('| Criterion |');
  });

  it('writes MADR 4 if there is nothing to learn from', async () => {
    await expect(writeAdr(fromSlack, madrStyle)).toMatchFileSnapshot('house-madr.golden.md');
  });
});

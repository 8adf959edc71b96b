import { dropComments } from '@gavel/adr/draft/comments.ts';
import { readDraft } from '@gavel/adr/draft/read-draft.ts';
import { parseMarkdownFile } from '@gavel/adr/markdown/markdown.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../../packages/adr/test/dialects/read-dialect.ts';
import { inEnglish } from '../../packages/adr/test/in-english.ts';
import { nastyText } from '../../packages/adr/test/nasty-text.ts';
import { seedFiles } from '../../packages/adr/test/seed-files.ts';
import { adrOfRecord } from './adr-of-record.ts';
import { amendFields } from './blank-fields.ts';
import { recordOfDraft } from './draft-record.ts';
import { minimal } from './sample-records.ts';

const treeOf = (text: string) =>
  JSON.parse(JSON.stringify(parseMarkdownFile(text), (key, value) => (key === 'position' ? undefined : value)));

const drafts = [...dialectNames.map((name) => [name, readDialect(name)] as const), ...seedFiles];

/** Publishes a draft that nobody changed, in the style of the draft itself. */
function publishUnchanged(draft: string, name: string): string {
  const { text } = dropComments(draft);
  const style = learnStyle([{ name: `0001-${name}.md`, text }]);
  return adrOfRecord(recordOfDraft(draft), style, readAdr(text).headingNumber?.value);
}

/** Publishes a draft of which nobody changed anything, proposed when its fields were filled with plain text. */
function publishPlain(draft: string, name: string): string {
  const { text } = dropComments(draft);
  const style = learnStyle([{ name: `0001-${name}.md`, text }]);
  return adrOfRecord(recordOfDraft(draft, 'plain'), style, readAdr(text).headingNumber?.value);
}

/** The others state no decision, and get a section for that of the vote. */
const decided = drafts.filter(([, draft]) => readAdr(draft).outcome !== undefined);

/** How many inputs each law is tried with; `npm run test:long` uses more. */
const runs = 300 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

describe('a draft that is published as it is, in its own style', () => {
  it.each(decided)('%s is the same tree except for number, status, date and people', (name, draft) => {
    const published = publishUnchanged(draft, name);
    expect(treeOf(amendFields(published))).toEqual(treeOf(amendFields(dropComments(draft).text)));
  });

  it.each(decided)('%s is the same, if it was proposed with plain text in its fields', (name, draft) => {
    expect(publishPlain(draft, name)).toBe(publishUnchanged(draft, name));
  });
});

/** Drafts whose full content somebody can type: fields as plain text, and sections. */
const typable = decided.filter(
  ([name]) =>
    !/^(?:alexandrian|announced-options|business-case|option-lines|options-in-decision|rules-and-marks|table|y-statement|odin)/.test(
      name,
    ),
);

describe('a draft typed into fields and sections instead', () => {
  it.each(typable)('%s is the same tree except for number, status, date and people', (name, draft) => {
    const { text } = dropComments(draft);
    const style = learnStyle([{ name: `0001-${name}.md`, text }]);
    const typed = adrOfRecord({ ...recordOfDraft(draft), draft: undefined }, style, readAdr(text).headingNumber?.value);
    expect(treeOf(amendFields(typed))).toEqual(treeOf(amendFields(text)));
  });

  it('tells the details of options in a section with the house’s own heading', () => {
    const draft = readDialect('rules-and-marks');
    const style = learnStyle([{ name: 'ADR-008.md', text: draft }]);
    const record = recordOfDraft(draft);
    const details = readAdr(draft).sections.find(({ part }) => part === 'option-details');
    const section = { heading: 'Alternatives Rejected', markdown: details?.markdown ?? '' };
    const typed = {
      ...record,
      draft: undefined,
      options: record.options.map((option) => ({ ...option, arguments: [] })),
      sections: [...record.sections, section],
    };
    expect(treeOf(amendFields(adrOfRecord(typed, style, 8)))).toEqual(treeOf(amendFields(draft)));
  });
});

describe('readDraft', () => {
  it('has words for fields, and Markdown for the context and the sections', () => {
    const { options, ...read } = readDraft(readDialect('verdicts'));
    expect(read).toMatchObject({
      title: 'Kotlin for the Android App',
      context: 'The app is Java of ten years.',
      drivers: [],
    });
    expect(options.map(({ title }) => title)).toEqual(['Java (Status Quo)', 'Flutter', 'C#/.NET MAUI', 'Kotlin']);
    expect(options[0]?.arguments.map(({ kind, text }) => [kind, text.typed])).toEqual([
      ['pro', 'Known'],
      ['pro', 'stable'],
      ['con', 'Long'],
      ['con', 'null (everywhere, always)'],
      ['neutral', 'Verdict: Not for another ten years'],
    ]);
    expect(options[3]?.arguments).toEqual([]);
    expect(readDraft(readDialect('verdicts')).sections.map(({ heading }) => heading)).toEqual([
      'Decision',
      'Rationale',
      'Rollout',
      'Consequences',
      'Mitigation Strategies',
      'Success Metrics',
      'Timeline',
      'Related ADRs',
      'References',
      'Closing remark',
    ]);
  });

  it('has words with their styles, code and links, as somebody would type them, and without', () => {
    const draft = [
      '# T',
      '## Decision Drivers',
      '* no trace is **ever** lost',
      '## Options',
      '### `pg_notify`',
      'See [its docs](https://example.org).',
      '* Good, because `LISTEN` is _there_',
    ].join('\n\n');
    const { drivers, options } = readDraft(draft);
    expect(drivers).toEqual([{ typed: 'no trace is *ever* lost', plain: 'no trace is ever lost' }]);
    expect(options).toMatchObject([
      {
        title: 'pg_notify',
        description: { typed: 'See <https://example.org|its docs>.', plain: 'See its docs.' },
        arguments: [{ text: { typed: '`LISTEN` is _there_', plain: 'LISTEN is there' } }],
      },
    ]);
  });

  it('keeps what is outside all sections as sections', () => {
    const draft =
      '[badge](b.md)\n\n# T\n\n* Status: draft\n* Ticket: SHOP-12\n* Tags: a, b\n\nFirst this.\n\n## Context\n\nC\n';
    expect(readDraft(draft)).toMatchObject({
      title: 'T',
      context: 'C',
      sections: [
        { heading: 'Before the title', markdown: '[badge](b.md)' },
        { heading: 'Metadata', markdown: 'Ticket: SHOP-12' },
        { heading: 'Opening remark', markdown: 'First this.' },
      ],
    });
  });

  it('understands metadata, whatever the words after them refer to', () => {
    const draft = '# T\n\n* Status: draft\n* Ticket: SHOP-12\n\nSee [there][a].\n\n## Context\n\nC\n\n[a]: b.md\n';
    expect(readDraft(draft).warnings).toEqual([]);
  });

  it('reads a text without sections as the context', () => {
    expect(readDraft('# T\n\nBecause.\n')).toMatchObject({ title: 'T', context: 'Because.', sections: [] });
    expect(readDraft('')).toMatchObject({ title: '', context: '', options: [], sections: [] });
  });

  it('says which option it added, and that comments were left out', () => {
    const draft = '# T\n\n<!-- fill in -->\n\n## Options\n\n* A\n* B\n\n## Decision\n\nWe will use C for all of it.\n';
    const { options, warnings } = readDraft(draft);
    expect(options.map(({ title }) => title)).toEqual(['A', 'B', 'C']);
    expect(inEnglish(warnings)).toEqual([
      'A comment was left out.',
      'The draft decides for “C”, which is not among its options.',
    ]);
  });

  it.each([
    ['quotations', '>'.repeat(20_000)],
    ['lists', '- '.repeat(1_000)],
  ])('takes %s that are nested too deeply for text', (_, tower) => {
    const draft = `# T\n\n${tower} x\n\nBecause.\n`;
    const read = readDraft(draft);
    expect(read).toMatchObject({
      title: 'T',
      context: `${tower} x\n\nBecause.`,
      warnings: [{ line: 3, code: 'nested too deeply', most: 100 }],
    });
    const written = adrOfRecord({ ...minimal, context: read.context, draft });
    expect(written).not.toMatch(/^(?:>|- -)/m);
    expect(written).toContain('Because.');
  });

  it('lets no HTML through with a paragraph that has too many marks to be read', () => {
    const draft = `# T\n\n## Context\n\n${'*a* '.repeat(600)}<script>x()</script> @all [y](javascript:z)\n`;
    const read = readDraft(draft);
    expect(read.warnings).toMatchObject([{ line: 5, code: 'too many marks' }]);
    for (const record of [
      { ...minimal, context: read.context, draft },
      { ...minimal, context: read.context },
    ]) {
      const written = adrOfRecord(record);
      expect(written).toContain('\\<script>');
      expect(written).toContain('`@all`');
      expect(written).not.toContain('[y](');
    }
  });

  it('never throws', { timeout: 180_000 + runs * 1_000 }, () => {
    fc.assert(
      fc.property(nastyText, nastyText, (one, two) => {
        const draft = `# T\n\n${one}\n\n## Weather\n\n${two}\n`;
        expect(readDraft(draft).title).toBeTypeOf('string');
      }),
      { numRuns: runs },
    );
  });
});

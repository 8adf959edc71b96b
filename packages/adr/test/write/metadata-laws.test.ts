import type { AdrContent } from '@gavel/adr/content/content.ts';
import { plainEntry, plainForm } from '@gavel/adr/read/metadata/entry/entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import type { HouseStyle, MetadataEntryForm, MetadataForm } from '@gavel/adr/style/house-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../bare-content.ts';

/** The keys that an entry may have, with the field that each of them is. */
const keys: readonly (readonly [key: string, field: MetadataEntryForm['field']])[] = [
  ['Status', 'status'],
  ['Date', 'date'],
  ['Deciders', 'deciders'],
  ['Number', 'number'],
  ['Tags', 'tags'],
  ['Ticket', undefined],
  ['Part of the shop', undefined],
];

/** How a key is marked outside of front matter. */
const leads: readonly ((key: string) => string)[] = [
  (key) => `${key}: `,
  (key) => `**${key}:** `,
  (key) => `**${key}**: `,
  (key) => `__${key}:__ `,
];
const joints = [undefined, ' | ', ' · ', '; ', '\t', ' &nbsp; '] as const;

const shapes: readonly MetadataEntryForm['shape'][] = [
  { list: 'none', indent: '', quote: '' },
  { list: 'none', indent: '', quote: '"' },
  { list: 'none', indent: '', quote: "'" },
  { list: 'flow', indent: '', quote: '' },
  { list: 'flow', indent: '', quote: '"' },
  { list: 'block', indent: '  ', quote: '' },
  { list: 'block', indent: '', quote: "'" },
  { list: 'none', indent: '  ', quote: '|' },
  { list: 'none', indent: ' ', quote: '|-' },
  { list: 'none', indent: '    ', quote: '>' },
  { list: 'none', indent: '  ', quote: '>-' },
];

type Layout = MetadataForm['layout'];

const entryForm = (layout: Layout, lead: (key: string) => string): fc.Arbitrary<MetadataEntryForm> =>
  fc
    .record({ of: fc.constantFrom(...keys), joint: fc.constantFrom(...joints), shape: fc.constantFrom(...shapes) })
    .map(({ of: [key, field], joint, shape }): MetadataEntryForm => {
      const own = { ...plainEntry, field, key, value: { kind: field === undefined ? 'asked' : 'given' } } as const;
      if (layout === 'table') return { ...own, lead: `| ${key} |` };
      if (layout !== 'front matter') {
        // After a semicolon, only a key that is known or bold begins another entry.
        const isText = joint === '; ' && field === undefined;
        return { ...own, lead: lead(key), joint: layout !== 'lines' ? undefined : isText ? ' | ' : joint };
      }
      const isList = field === 'deciders' || field === 'tags';
      const used = isList ? shape : { ...shape, list: 'none' as const };
      return { ...own, shape: used, lead: used.list === 'block' ? `${key}:` : `${key}: ` };
    });

/** Whether paragraphs are no text: the first has a known key, and all that have others are as bold as it is. */
const areMetadata = (entries: readonly MetadataEntryForm[]) =>
  entries[0]?.field !== undefined && entries.every(({ field, lead }) => field !== undefined || /^[*_]/.test(lead));

const forms: fc.Arbitrary<MetadataForm> = fc
  .record({
    layout: fc.constantFrom<Layout>('front matter', 'list', 'lines', 'paragraphs', 'table'),
    lead: fc.constantFrom(...leads),
    lineEnd: fc.constantFrom('', '  ', '\\'),
    entriesIn: fc.constantFrom('rows' as const, 'columns' as const),
    marker: fc.constantFrom('* ', '- ', '+   '),
    isQuoted: fc.boolean(),
  })
  .chain(({ layout, lead, lineEnd, entriesIn, marker, isQuoted }) =>
    fc
      .uniqueArray(entryForm(layout, lead), { selector: ({ key }) => key, minLength: 2, maxLength: 7 })
      // Somewhere there has to be something that tells what it is.
      .filter((entries) => entries.some(({ field }) => field === 'status' || field === 'date'))
      .filter((entries) => layout !== 'paragraphs' || areMetadata(entries))
      .map((entries): MetadataForm => {
        const [first, ...others] = entries;
        const inOrder = first === undefined ? [] : [{ ...first, joint: undefined }, ...others];
        const form = { ...plainForm, layout, isQuoted: isQuoted && layout !== 'front matter' };
        if (layout !== 'table') {
          const own = layout === 'list' ? { marker } : layout === 'lines' ? { lineEnd } : {};
          return { ...form, entries: inOrder, ...own };
        }
        const head = `| ${entries.map(({ key }) => key).join(' | ')} |`;
        const inRows = entriesIn === 'rows';
        const rule = `|${'---|'.repeat(inRows ? 2 : entries.length)}`;
        return { ...form, entries, table: { entriesIn, head: inRows ? '| | |' : head, rule } };
      }),
  );

const facts = fc.record({
  // A status that nobody would guess is told even in a house without one.
  status: fc.constantFrom('accepted', 'Proposed', 'DRAFT'),
  date: fc.constantFrom('2026-11-20', '2000-02-29'),
  deciders: fc.constantFrom(['Anna Maria'], ['Anna Maria', 'Bo'], ['[Ana](@ana)', '@bo', 'Cy (shop)']),
  tags: fc.constantFrom(['shop'], ['shop', 'oven']),
  number: fc.integer({ min: 1, max: 99_999 }),
  ticket: fc.constantFrom('SHOP-7', 'see [the board](https://a.example/b)', 'a `flag` | b'),
});

const empty: AdrContent = {
  ...bareContent,
  title: 'Bake at night',
  status: undefined,
  date: undefined,
  bodies: { context: 'Ovens are free at night.' },
};

const runs = 400 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

describe('metadata in any form', { timeout: 180_000 + runs * 1_000 }, () => {
  it('say the same after they are written and read', () => {
    fc.assert(
      fc.property(forms, facts, (form, { status, date, deciders, tags, number, ticket }) => {
        const isYaml = form.layout === 'front matter';
        const style: HouseStyle = {
          ...madrStyle,
          frontMatter: isYaml ? form : undefined,
          metadata: isYaml ? undefined : form,
        };
        const has = (key: string) => form.entries.some((entry) => entry.key === key);
        const content: AdrContent = {
          ...empty,
          number,
          status: { word: status, remainder: '' },
          date,
          roles: { deciders, tags },
          // What the house has no entry for is added, as are tags.
          extra: has('Ticket') ? [{ key: 'Ticket', value: ticket }] : [],
        };
        const read = readAdr(writeAdr(content, style));
        const entries = (isYaml ? read.frontMatter : read.metadata)?.entries ?? [];
        const plain = (names: readonly string[]) =>
          names.map((name) => (isYaml ? name.replace('[Ana](@ana)', 'Ana') : name));
        expect(read.statuses.map(({ value }) => value.word.toLowerCase())).toEqual(
          has('Status') ? [status.toLowerCase()] : [],
        );
        expect(read.date?.value).toBe(has('Date') ? date : undefined);
        expect(read.roles.deciders?.value).toEqual(has('Deciders') ? plain(deciders) : undefined);
        expect(read.roles.tags?.value).toEqual(tags);
        expect(read.number?.value).toBe(has('Number') ? number : undefined);
        const written = entries.find(({ key }) => key === 'Ticket')?.value.value.replaceAll('\\|', '|');
        const wanted = isYaml
          ? ticket.replace('[the board](https://a.example/b)', 'the board').replaceAll('`', '')
          : ticket;
        expect(written).toBe(has('Ticket') ? wanted : undefined);
      }),
      { numRuns: runs },
    );
  });
});

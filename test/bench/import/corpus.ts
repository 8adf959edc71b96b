import type { ArchiveFile } from '@gavel/adr/style/learn-style.ts';
import { dialectNames, readDialect } from '../../../packages/adr/test/dialects/read-dialect.ts';
import { integersFrom } from '../integers.ts';

/** An ADR of the corpus, with what a reader should find in it. */
export interface CorpusFile extends ArchiveFile {
  readonly number: number;
  readonly title: string;
}

const fixtures = dialectNames.map(readDialect);

const subjects = 'the gateway|our queue|a worker|the nightly job|the cache|this index|every client|the ledger'.split(
  '|',
);
const verbs = 'keeps|sends|drops|repeats|checks|signs|sorts|delays|copies|needs'.split('|');
const objects =
  'each order|`retry_after`|the [old table](https://example.com/table)|two copies|_all_ of it|a header|the **last** page|an index|the clock'.split(
    '|',
  );
const endings =
  'at night|under load|in two regions|before each release|without a lock|for a year|when a disk fails|by hand'.split(
    '|',
  );

/** ADR number `number` of any number of them: one of the dialects in turn, with words and a length of its own. */
export function makeAdr(number: number): CorpusFile {
  const pick = picker(number);
  const topic = `${pick(['red', 'blue', 'small', 'late', 'shared', 'local'])} ${pick(['parcels', 'rooms', 'meters', 'trips', 'papers'])}`;
  const sentence = () => {
    const text = `${pick(subjects)} ${pick(verbs)} ${pick(objects)} ${pick(endings)}`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const more = () => Array.from({ length: 2 + pick([0, 1, 2, 3, 4, 5, 6]) }, sentence).join(' ');
  let title = '';
  const lines = (fixtures[number % fixtures.length] ?? '').split('\n').map((line) => {
    // What looks like a heading of metadata is a comment in front matter.
    const heading = /^(?<marks>##?) (?!Metadata)(?<before>\D{0,6})(?<digits>\d+)?(?<rest>.*)$/u.exec(line)?.groups;
    if (heading && title === '') {
      const { marks, before = '', digits, rest = '' } = heading;
      title = `${digits === undefined ? before : ''}${rest} for ${topic}`.replace(/^(?:[\]:.]| -)\s*/u, '').trim();
      return `${marks} ${before}${digits === undefined ? '' : String(number).padStart(digits.length, '0')}${rest} for ${topic}`;
    }
    if (/^[*-] .*because /u.test(line)) return `${line} ${pick(endings)}`;
    // Prose alone: lists, tables, labels and code stay as their dialect has them.
    return /^\p{L}[^|]*\.$/u.test(line) ? `${line} ${more()}\n\n${more()}` : line;
  });
  const slug = title.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
  return { name: `${String(number).padStart(5, '0')}-${slug}.md`, text: lines.join('\n'), number, title };
}

/** Picks one of several, the same at each run for the same seed. */
function picker(seed: number): <Item>(items: readonly [Item, ...Item[]] | readonly Item[]) => Item {
  const next = integersFrom(seed * 0x9e3779b1);
  return (items) => {
    const item = items[next() % items.length];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
}

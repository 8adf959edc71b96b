import type { RootContent } from 'mdast';
import { type Finding, listed } from './finding.ts';
import { entriesIn } from './observe/entries.ts';
import type { Observed } from './observe/observe.ts';
import { slice } from './observe/outline.ts';

/** The row of what a new ADR lacks. */
export const missingBlocks = '  no block missing that most have';

/** How many of the latest ADRs show which blocks a house has. */
const newest = 10;

/** Says which blocks a new ADR lacks that most of the newest ADRs of its house have, whatever the other rows compare. */
export function compareBlocks(fresh: Observed, all: readonly Observed[]): Finding[] {
  const others = all.slice(-newest).map(blocksOf);
  const own = blocksOf(fresh);
  const count = (block: string) => others.filter((blocks) => blocks.has(block)).length;
  const known = [...new Set(others.flatMap((blocks) => [...blocks]))];
  const missing = known.filter((block) => count(block) * 2 > others.length && !own.has(block));
  return [
    {
      feature: missingBlocks,
      file: fresh.name,
      isSame: missing.length === 0,
      isOutlier: false,
      gavel: `lacks ${listed(missing.map((block) => `${block} (${count(block)} of ${others.length})`))}`,
      house: 'most of its newest have it',
    },
  ];
}

/** The blocks of an ADR, by what they are and where they stand. */
function blocksOf({ outline, entries, sections }: Observed): Set<string> {
  const { text, title, frontMatter, underTitle, closing, nodes } = outline;
  const places = new Set(entries.map(({ place }) => place));
  const isProse = (node: RootContent) => entriesIn(slice(text, [node]), '').length === 0;
  const rules = nodes.filter(({ type }) => type === 'thematicBreak').length;
  return new Set([
    ...(title === undefined ? [] : ['a heading']),
    ...(frontMatter === '' ? [] : ['front matter']),
    ...['above the title', 'under the title'].flatMap((place) => (places.has(place) ? [`metadata ${place}`] : [])),
    ...underTitle.filter(isProse).flatMap((node) => {
      const name = blockNames[node.type];
      return name === undefined ? [] : [`${name} under the title`];
    }),
    ...sections.map(({ heading }) => heading),
    ...(closing.length === 0 ? [] : ['lines at the end']),
    ...(rules > 1 ? ['rules between sections'] : []),
  ]);
}

const blockNames: Readonly<Partial<Record<RootContent['type'], string>>> = {
  paragraph: 'text',
  list: 'a list',
  table: 'a table',
  blockquote: 'a quotation',
  code: 'a code block',
  thematicBreak: 'a rule',
};

import type { RootContent } from 'mdast';
import { readPoints } from '../points/points.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { mergeOptions, type NamedOption } from './merge-options.ts';
import { readLayout } from './options.ts';
import { isSameOption } from './same-option.ts';
import { readTable } from './table.ts';

/**
 * Options with what the rest of the file says for and against them, if the text that lists them doesn't: below headings
 * that are called like them, or in the rows or columns of a table.
 */
export function withPointsElsewhere(source: Source, options: readonly NamedOption[]): readonly NamedOption[] {
  if (options.length < 2 || options.some(isWeighed)) return options;
  for (const find of [belowHeadings, inTables]) {
    for (const found of find(source)) {
      const details = found.filter((one) => isAbout(one, options));
      if (details.length > 1 && details.length <= options.length && details.some(isWeighed)) {
        return mergeOptions(options, details);
      }
    }
  }
  return options;
}

/** Whether something speaks for or against an option. */
export const isWeighed = ({ option }: NamedOption) =>
  option.points.some(({ kind }) => kind === 'pro' || kind === 'con');

function isAbout({ key, option }: NamedOption, options: readonly NamedOption[]): boolean {
  return options.some((one) => (key !== '' && one.key === key) || isSameOption(one.option.title, option.title));
}

type Find = (source: Source) => readonly (readonly NamedOption[])[];

/** What headings with pros and cons below them are about. */
const belowHeadings: Find = (source) => {
  const headings = source.nodes.flatMap((node, at) => (node.type === 'heading' ? [{ node, at }] : []));
  const raw = headings.flatMap(({ node, at }, index) => {
    const end = headings.slice(index + 1).find((next) => next.node.depth <= node.depth)?.at ?? source.nodes.length;
    const nodes = source.nodes.slice(at + 1, end);
    // The title may have an option's words, and all of the file below it.
    const isOfAll = index === 0 && node.depth === 1;
    const isHeld = !isOfAll && nodes.some(({ type }) => type === 'list') && readPoints(source, nodes) !== undefined;
    return isHeld ? [{ name: wordsAsWritten(source, node), nodes }] : [];
  });
  return raw.length < 2 ? [] : [named(source, raw, [])];
};

const inTables: Find = (source) =>
  source.nodes.flatMap((node) => {
    if (node.type !== 'table') return [];
    const raw = readTable(source, node).map((option) => ({ ...option, nodes: [] }));
    return [named(source, raw, [node])];
  });

function named(
  source: Source,
  raw: Parameters<typeof readLayout>[1]['raw'],
  after: readonly RootContent[],
): readonly NamedOption[] {
  const form = { layout: 'sections' } as const;
  return readLayout(source, { raw, form, mayHaveDescription: false, before: [], after })?.named ?? [];
}

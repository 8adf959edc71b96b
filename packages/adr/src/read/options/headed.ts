import type { RootContent } from 'mdast';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { keysIn } from '../choice/by-counter.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import type { Announced } from './announcement.ts';
import { isLettered, isOnlyCounter, namedCounterOf, readCounter, unnumberedLead } from './counter.ts';
import type { Layout } from './layout.ts';
import { namesRejected } from './option-words.ts';

// Options in headings of any level, wherever they are in a file.

/** Finds headings with counters, such as “Option A: …” or “Option 2”, of any level. The first with a counter counts. */
export function inHeadings(source: Source, nodes: readonly RootContent[]): Layout {
  return headed(source, nodes, (name) => {
    if (isOnlyCounter(name)) return { key: keysIn(name)[0] ?? name, name };
    const counter = namedCounterOf(name);
    return counter === undefined || counter.written.length === name.length ? undefined : { key: counter.key, name };
  });
}

/** Finds headings such as “Option: Java”, with the same word. */
export function withoutNumbers(source: Source, nodes: readonly RootContent[]): Layout {
  let word: string | undefined;
  return headed(source, nodes, (name) => {
    const lead = unnumberedLead(name);
    if (lead === undefined || (word ?? lead.word) !== lead.word) return undefined;
    word = lead.word;
    return { key: name, name: name.slice(lead.written.length) };
  });
}

/** Finds headings such as “2a. Java” and “2b. Go”, without a word for options. */
export function inLetteredHeadings(source: Source, nodes: readonly RootContent[]): Layout {
  return headed(source, nodes, (name) => (isLettered(name) ? { key: readCounter(name).key, name } : undefined));
}

/** A label for options that were not chosen, with one of them behind it. */
const labelled = /^(?<label>[^:：—–]{4,50}?)(?: ?[:：]| [—–]) ?(?<name>[^\n]{2,150})$/u;

/** Finds headings such as “Rejected alternative: Java”, each with one of those that were not chosen. */
export function leftInHeadings(source: Source): Announced | undefined {
  const found = source.nodes.flatMap((node) => {
    const label = node.type === 'heading' ? labelled.exec(wordsAsWritten(source, node))?.groups?.label : undefined;
    const isLeft = label !== undefined && namesRejected(label);
    return isLeft && partOfHeading(label, undefined, source.language) === 'options' ? [label] : [];
  });
  const [announcement] = found;
  if (announcement === undefined) return undefined;
  const nameOf = (heading: string) => {
    const { label = '', name = '' } = labelled.exec(heading)?.groups ?? {};
    return found.includes(label) ? { key: name, name } : undefined;
  };
  return { layout: headed(source, source.nodes, nameOf), announcement };
}

function headed(
  source: Source,
  nodes: readonly RootContent[],
  nameOf: (heading: string) => { readonly key: string; readonly name: string } | undefined,
): Layout {
  const keys = new Set<string>();
  const raw = nodes.flatMap((node, at) => {
    if (node.type !== 'heading') return [];
    const named = nameOf(wordsAsWritten(source, node));
    if (named === undefined || keys.has(named.key)) return [];
    keys.add(named.key);
    const end = endOf(source, nodes, { at, depth: node.depth, isOption: (name) => nameOf(name) !== undefined });
    return [{ name: named.name, nodes: nodes.slice(at + 1, end) }];
  });
  return { raw, form: { layout: 'sections' }, mayHaveDescription: false, before: [], after: [] };
}

/** Where the text of an option ends: at the next option, or at a heading of the same or a higher level. */
function endOf(
  source: Source,
  nodes: readonly RootContent[],
  {
    at,
    depth,
    isOption,
  }: { readonly at: number; readonly depth: number; readonly isOption: (name: string) => boolean },
): number {
  const end = nodes.findIndex(
    (node, index) =>
      index > at && node.type === 'heading' && (node.depth <= depth || isOption(wordsAsWritten(source, node))),
  );
  return end === -1 ? nodes.length : end;
}

import type { List, ListItem, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrOption, Markdown } from '../../content/content.ts';
import type { OptionsForm } from '../../style/house-style.ts';
import { kindOfWords } from '../points/point-words.ts';
import { type ReadPoints, readPoints } from '../points/points.ts';
import { blocksAsWritten, type Source, wordsAsWritten } from '../source/source.ts';
import { type OptionTitle, readOptionTitle } from './option-title.ts';

/** The options that a section tells of, and how. */
export interface ReadOptions {
  readonly options: readonly AdrOption[];
  readonly form: OptionsForm;
  /** What stands before the first option, and after the last one. */
  readonly before: Markdown;
  readonly after: Markdown;
}

/** An option before its title is taken apart: its name as written, and the blocks about it. */
interface RawOption {
  readonly name: string;
  readonly nodes: readonly RootContent[];
}

/** Options as one kind of layout has them, and the blocks around them. */
interface Layout {
  readonly raw: readonly RawOption[];
  readonly form: Partial<OptionsForm> & Pick<OptionsForm, 'layout'>;
  readonly before: readonly RootContent[];
  readonly after: readonly RootContent[];
}

/** A longer list is not read as options, because each is compared with all others. */
const mostOptions = 200;

/** The layouts in which options may appear. The first one found counts. */
const layouts: readonly ((source: Source, nodes: readonly RootContent[]) => Layout | undefined)[] = [
  findSections,
  findParagraphs,
  findList,
  findTable,
];

/** Reads options from sections, from a list, from bold paragraphs, or from the rows of a table. */
export function readOptions(source: Source, nodes: readonly RootContent[]): ReadOptions | undefined {
  for (const find of layouts) {
    const layout = find(source, nodes);
    if (layout) return readLayout(source, layout);
  }
  return undefined;
}

function findSections(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  if (depths.length === 0) return undefined;
  const depth = Math.min(...depths);
  const { before, raw } = splitAt(source, nodes, (node) => node.type === 'heading' && node.depth === depth);
  return { raw, form: { layout: 'sections' }, before, after: [] };
}

function findParagraphs(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const { before, raw } = splitAt(source, nodes, isBoldLine);
  return raw.length > 1 ? { raw, form: { layout: 'paragraphs' }, before, after: [] } : undefined;
}

/** A paragraph that is bold as a whole and no label of pros or cons. */
function isBoldLine(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const [only, ...others] = node.children;
  if (only?.type !== 'strong' || others.some((other) => textOf(other).trim().replace(':', '') !== '')) return false;
  return kindOfWords(textOf(only)) === undefined;
}

/** Options whose names are blocks of their own, each with what follows it. */
function splitAt(source: Source, nodes: readonly RootContent[], isName: (node: RootContent) => boolean) {
  const first = nodes.findIndex(isName);
  const raw: { name: string; nodes: RootContent[] }[] = [];
  for (const node of first === -1 ? [] : nodes.slice(first)) {
    if (isName(node)) raw.push({ name: wordsAsWritten(source, node), nodes: [] });
    else raw.at(-1)?.nodes.push(node);
  }
  return { before: first === -1 ? nodes : nodes.slice(0, first), raw };
}

function findList(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const at = nodes.findIndex((node) => node.type === 'list');
  const list = nodes[at];
  if (list?.type !== 'list') return undefined;
  const raw = list.children.map((item) => readItem(source, item));
  return { raw, form: formOfList(list), before: nodes.slice(0, at), after: nodes.slice(at + 1) };
}

function readItem(source: Source, item: ListItem): RawOption {
  const [line, ...nodes] = item.children;
  return line?.type === 'paragraph'
    ? { name: wordsAsWritten(source, line), nodes }
    : { name: '', nodes: item.children };
}

function formOfList(list: List): Layout['form'] {
  const hasLooseItems = list.children.some((item) => item.spread === true && item.children.length > 1);
  return { layout: 'list', isOrdered: list.ordered === true, isLoose: list.spread === true, hasLooseItems };
}

/** Rows of a table with the option in the first column. The table itself stays where it is. */
function findTable(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const table = nodes.find((node) => node.type === 'table');
  if (table?.type !== 'table') return undefined;
  const raw = table.children.slice(1).flatMap(({ children: [first] }) => {
    const name = first ? wordsAsWritten(source, first) : '';
    return name === '' ? [] : [{ name, nodes: [] }];
  });
  return { raw, form: { layout: 'list' }, before: [], after: nodes };
}

function readLayout(source: Source, { raw, form, before, after }: Layout): ReadOptions | undefined {
  if (raw.length === 0 || raw.length > mostOptions) return undefined;
  const read = raw.map(({ name, nodes }) => {
    const title = readOptionTitle(name, form.layout === 'list');
    const points = readPoints(source, nodes);
    return { title, points, option: toOption(source, title, points, nodes) };
  });
  const [first] = read;
  const titles = read.map(({ title }) => title);
  return {
    options: read.map(({ option }) => option),
    form: {
      isOrdered: false,
      isLoose: false,
      hasLooseItems: false,
      open: first?.title.open ?? '',
      close: first?.title.close ?? '',
      counter: first?.title.counter ?? '',
      chosenMark: titles.find(({ isChosen }) => isChosen)?.chosenMark ?? '',
      descriptionLead: titles.find((title) => title.descriptionLead !== undefined)?.descriptionLead,
      listsChosen: true,
      points: mergeForms(read.flatMap(({ points }) => points?.form ?? [])),
      ...form,
    },
    before: blocksAsWritten(source, before),
    after: blocksAsWritten(source, after),
  };
}

function toOption(
  source: Source,
  title: OptionTitle,
  points: ReadPoints | undefined,
  nodes: readonly RootContent[],
): AdrOption {
  const described = points === undefined ? nodes : nodes.slice(0, points.described);
  return {
    title: title.title,
    notes: title.notes,
    otherTitle: undefined,
    description: title.description ?? blocksAsWritten(source, described),
    points: points?.points ?? [],
    isChosen: title.isChosen,
  };
}

/** The form of the first option, with further leads that other options use. */
function mergeForms(forms: readonly ReadPoints['form'][]): ReadPoints['form'] | undefined {
  const [first] = forms;
  if (first === undefined) return undefined;
  return {
    ...first,
    leads: Object.assign({}, ...forms.toReversed().map((form) => form.leads)),
    itemLeads: Object.assign({}, ...forms.toReversed().map((form) => form.itemLeads)),
    order: [...new Set(forms.flatMap((form) => form.order))],
  };
}

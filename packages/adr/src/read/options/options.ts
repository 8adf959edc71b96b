import type { List, ListItem, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrOption, Markdown } from '../../content/content.ts';
import type { OptionsForm } from '../../style/house-style.ts';
import { kindOfWords } from '../points/point-words.ts';
import { type FoundPoints, readPoints } from '../points/points.ts';
import { blocksAsWritten, type Source, wordsAsWritten } from '../source/source.ts';
import { type OptionTitle, readOptionTitle } from './option-title.ts';

/** The options found in a section, and the form they are written in. */
export interface FoundOptions {
  readonly options: readonly AdrOption[];
  readonly form: OptionsForm;
  /** The text before the first option. */
  readonly before: Markdown;
  /** The text after the last option. */
  readonly after: Markdown;
}

/** An option whose name has not been split yet: the name as written, and the blocks about it. */
interface RawOption {
  readonly name: string;
  readonly nodes: readonly RootContent[];
}

/** The options found in one kind of layout, and the blocks around them. */
interface Layout {
  readonly raw: readonly RawOption[];
  readonly form: Partial<OptionsForm> & Pick<OptionsForm, 'layout'>;
  readonly before: readonly RootContent[];
  readonly after: readonly RootContent[];
}

/** The most options that are read. Each is compared with all others. */
const mostOptions = 200;

/** The layouts in which options may be written. The first one found counts. */
const layouts: readonly ((source: Source, nodes: readonly RootContent[]) => Layout | undefined)[] = [
  findSections,
  findParagraphs,
  findList,
  findTable,
];

/** Reads options from sections, bold paragraphs, a list, or the rows of a table. */
export function readOptions(source: Source, nodes: readonly RootContent[]): FoundOptions | undefined {
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

/** Whether a block is a paragraph that is all bold and not a label of pros or cons. */
function isBoldLine(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const [only, ...others] = node.children;
  if (only?.type !== 'strong' || others.some((other) => textOf(other).trim().replace(':', '') !== '')) return false;
  return kindOfWords(textOf(only)) === undefined;
}

/** Splits blocks at the names of options. Each option gets the blocks after its name. */
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

/** Finds options in the first column of a table. The table itself stays in the text. */
function findTable(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const table = nodes.find((node) => node.type === 'table');
  if (table?.type !== 'table') return undefined;
  const raw = table.children.slice(1).flatMap(({ children: [first] }) => {
    const name = first ? wordsAsWritten(source, first) : '';
    return name === '' ? [] : [{ name, nodes: [] }];
  });
  return { raw, form: { layout: 'list' }, before: [], after: nodes };
}

function readLayout(source: Source, { raw, form, before, after }: Layout): FoundOptions | undefined {
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
  points: FoundPoints | undefined,
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

/** The form of the first option, with the additional leads that other options use. */
function mergeForms(forms: readonly FoundPoints['form'][]): FoundPoints['form'] | undefined {
  const [first] = forms;
  if (first === undefined) return undefined;
  return {
    ...first,
    leads: Object.assign({}, ...forms.toReversed().map((form) => form.leads)),
    itemLeads: Object.assign({}, ...forms.toReversed().map((form) => form.itemLeads)),
    order: [...new Set(forms.flatMap((form) => form.order))],
  };
}

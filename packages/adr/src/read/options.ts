import type { List, ListItem, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { AdrOption, Markdown } from '../content/content.ts';
import type { OptionsForm } from '../style/house-style.ts';
import { kindOfWords } from './point-words.ts';
import { type ReadPoints, readPoints } from './points.ts';
import { blocksAsWritten, type Source, wordsAsWritten } from './source.ts';

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

/** More than that are no options; each is compared with all others. */
const mostOptions = 200;

/** Reads options from sections, from a list, from bold paragraphs, or from the rows of a table. */
export function readOptions(source: Source, nodes: readonly RootContent[]): ReadOptions | undefined {
  const depths = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []));
  const depth = Math.min(...depths);
  if (depths.length > 0) {
    const cut = cutAt(nodes, (node) => node.type === 'heading' && node.depth === depth);
    const raw = cut.groups.map(([head, ...rest]) => ({ name: head ? wordsAsWritten(source, head) : '', nodes: rest }));
    return finish(source, raw, { layout: 'sections' }, cut.before, []);
  }
  const bold = cutAt(nodes, isBoldLine);
  if (bold.groups.length > 1) {
    const raw = bold.groups.map(([head, ...rest]) => ({ name: head ? wordsAsWritten(source, head) : '', nodes: rest }));
    return finish(source, raw, { layout: 'paragraphs' }, bold.before, []);
  }
  const at = nodes.findIndex((node) => node.type === 'list');
  const list = nodes[at];
  if (list?.type !== 'list') return fromTable(source, nodes);
  const raw = list.children.map((item) => rawOptionOf(source, item));
  return finish(source, raw, listForm(list), nodes.slice(0, at), nodes.slice(at + 1));
}

/** A paragraph that is bold as a whole and no label of pros or cons. */
function isBoldLine(node: RootContent): boolean {
  if (node.type !== 'paragraph') return false;
  const [only, ...others] = node.children;
  if (only?.type !== 'strong' || others.some((other) => textOf(other).trim().replace(':', '') !== '')) return false;
  return kindOfWords(textOf(only)) === undefined;
}

function cutAt(nodes: readonly RootContent[], isHead: (node: RootContent) => boolean) {
  const first = nodes.findIndex(isHead);
  const groups: RootContent[][] = [];
  for (const node of first === -1 ? [] : nodes.slice(first)) {
    if (isHead(node)) groups.push([node]);
    else groups.at(-1)?.push(node);
  }
  return { before: first === -1 ? nodes : nodes.slice(0, first), groups };
}

function rawOptionOf(source: Source, item: ListItem): RawOption {
  const [line, ...nodes] = item.children;
  return line?.type === 'paragraph'
    ? { name: wordsAsWritten(source, line), nodes }
    : { name: '', nodes: item.children };
}

function listForm(list: List): Partial<OptionsForm> & Pick<OptionsForm, 'layout'> {
  const hasLooseItems = list.children.some((item) => item.spread === true && item.children.length > 1);
  return { layout: 'list', isOrdered: list.ordered === true, isLoose: list.spread === true, hasLooseItems };
}

/** Rows of a table with the option in the first column; the other columns by their head, where it is a kind of point. */
function fromTable(source: Source, nodes: readonly RootContent[]): ReadOptions | undefined {
  const table = nodes.find((node) => node.type === 'table');
  if (table?.type !== 'table') return undefined;
  const raw = table.children.slice(1).map((row) => {
    const [first] = row.children;
    return { name: first ? wordsAsWritten(source, first) : '', nodes: [] };
  });
  return finish(
    source,
    raw.filter(({ name }) => name !== ''),
    { layout: 'list' },
    [],
    nodes,
  );
}

const chosenNote =
  /^(?:chosen|selected|accepted|our choice|choice|winner|decision|preferred|picked|recommended)(?: option| solution)?!?$/i;
const chosenMark =
  /(?: ?(?:[✅✔⭐🏆👈🟢]\ufe0f?)| ?\*\((?:chosen|selected)\)\*| [-–—] (?:\*\*)?(?:chosen|selected)(?:\*\*)?)$/iu;
const counters =
  /^(?<counter>(?:(?:option|alternative|candidate|solution|approach|variant)\s+(?:\d+|[A-Z]|[IVX]+)\s*(?:[:.)]|\s[-–—])\s*|\d+(?:\.\d+)*[.):]\s+))/iu;

interface Title {
  readonly title: string;
  readonly notes: string[];
  readonly isChosen: boolean;
  readonly open: string;
  readonly close: string;
  readonly counter: string;
  readonly chosenMark: string;
  readonly description: string | undefined;
  readonly descriptionLead: string | undefined;
}

/** A longer one, in UTF-16 units, is not taken apart; patterns take time with the square of what they look through. */
const longestName = 2_000;

const plainTitle: Omit<Title, 'title'> = {
  notes: [],
  isChosen: false,
  open: '',
  close: '',
  counter: '',
  chosenMark: '',
  description: undefined,
  descriptionLead: undefined,
};

/** Takes `Option 1: **T** (note) (chosen): description` apart. */
function readOptionTitle(name: string, mayHaveDescription: boolean): Title {
  if (name.length > longestName) return { ...plainTitle, title: name };
  const counter = counters.exec(name)?.[0] ?? '';
  const rest = name.slice(counter.length);
  const [all, open = '', bold = ''] = /^(\*\*|__)(.+?)\1/.exec(rest) ?? [''];
  const innerCounter = counters.exec(bold)?.[0] ?? '';
  const colon = /:$/.exec(bold)?.[0] ?? '';
  const title = all === '' ? rest : bold.slice(innerCounter.length, bold.length - colon.length);
  let tail = all === '' ? '' : rest.slice(all.length);
  let head = title;
  let description: string | undefined;
  let descriptionLead: string | undefined;
  const said = mayHaveDescription
    ? /^(?<head>[\s\S]*?)(?<lead>: +| [-–—] +|, because |\\\n| {2}\n|\n)(?<said>[\s\S]+)$/.exec(
        all === '' ? title : tail,
      )?.groups
    : undefined;
  if (all !== '' && mayHaveDescription && said === undefined && colon !== '' && tail.trim() !== '') {
    const lead = /^\s*/.exec(tail)?.[0] ?? '';
    description = tail.slice(lead.length);
    descriptionLead = lead;
    tail = '';
  } else if (said !== undefined && (all !== '' || (said.head ?? '').length <= 80)) {
    description = said.said;
    descriptionLead = said.lead;
    if (all === '') head = said.head ?? '';
    else tail = said.head ?? '';
  }
  const target = all === '' ? head : tail;
  const mark = chosenMark.exec(target)?.[0] ?? '';
  const { text, notes, chosen } = takeNotes(target.slice(0, target.length - mark.length));
  const inner = all === '' ? { text: head, notes: [], chosen: '' } : takeNotes(head);
  const isInside = inner.chosen !== '';
  return {
    title: all === '' ? text : (isInside ? inner.text : head) + text,
    notes,
    isChosen: mark !== '' || chosen !== '' || isInside,
    open: open + innerCounter.replace(/.+/, ''),
    close: colon + open,
    counter: counter || innerCounter,
    chosenMark: mark || chosen || inner.chosen,
    description,
    descriptionLead,
  };
}

/** Takes parentheses off the end of a title. */
function takeNotes(written: string): { text: string; notes: string[]; chosen: string } {
  const notes: string[] = [];
  let text = written;
  let chosen = '';
  for (let match = noteAtEnd.exec(text); match !== null; match = noteAtEnd.exec(text)) {
    const [all, note = ''] = match;
    if (chosenNote.test(note.replaceAll(/[*_]/g, ''))) chosen = all;
    else notes.unshift(note);
    text = text.slice(0, match.index);
    if (text === '') break;
  }
  return { text, notes, chosen };
}

const noteAtEnd = / \(([^()]+)\)$/;

function finish(
  source: Source,
  raw: readonly RawOption[],
  form: Partial<OptionsForm> & Pick<OptionsForm, 'layout'>,
  before: readonly RootContent[],
  after: readonly RootContent[],
): ReadOptions | undefined {
  if (raw.length === 0 || raw.length > mostOptions) return undefined;
  const read = raw.map(({ name, nodes }) => {
    const title = readOptionTitle(name, form.layout === 'list');
    const found = readPoints(source, nodes);
    return { title, found, option: optionOf(source, title, found, nodes) };
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
      points: mergeForms(read.flatMap(({ found }) => found?.form ?? [])),
      ...form,
    },
    before: blocksAsWritten(source, before),
    after: blocksAsWritten(source, after),
  };
}

function optionOf(
  source: Source,
  title: Title,
  found: ReadPoints | undefined,
  nodes: readonly RootContent[],
): AdrOption {
  const described = found === undefined ? nodes : nodes.slice(0, found.described);
  return {
    title: title.title,
    notes: title.notes,
    otherTitle: undefined,
    description: title.description ?? blocksAsWritten(source, described),
    points: found?.points ?? [],
    isChosen: title.isChosen,
  };
}

/** The form that the first option has, with the leads that others have besides. */
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

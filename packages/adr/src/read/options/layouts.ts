import type { Heading, List, ListItem, Paragraph, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Markdown, Point } from '../../content/content.ts';
import { partOfHeading } from '../../content/part-of-heading.ts';
import type { OptionsForm } from '../../style/house-style.ts';
import { splitReason } from '../points/label.ts';
import { kindOfLabel, kindOfWords } from '../points/point-words.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { rejection } from './choice-words.ts';
import { isCounted, isLettered, readCounter, unnumberedLead } from './counter.ts';
import { withoutChosenMark } from './option-title.ts';
import { announcesByName, hasOptionWord, tells, weighs } from './option-words.ts';
import { optionsInProse } from './prose.ts';
import { namesOptions, readTable } from './table.ts';

/** An option whose name has not been split yet: the name as written, and the blocks about it. */
export interface RawOption {
  readonly name: string;
  readonly nodes: readonly RootContent[];
  /** What calls the option, if its name doesn't say it: its number in a list. */
  readonly key?: string;
  /** What a table, or the same paragraph, says besides the blocks. */
  readonly description?: Markdown;
  readonly points?: readonly Point[];
  readonly isChosen?: boolean;
}

/** The options found in one kind of layout, and the blocks around them. */
export interface Layout {
  readonly raw: readonly RawOption[];
  readonly form: Partial<OptionsForm> & Pick<OptionsForm, 'layout'>;
  /** Whether a description may follow a title in the same text. */
  readonly mayHaveDescription: boolean;
  readonly before: readonly RootContent[];
  readonly after: readonly RootContent[];
}

type FindLayout = (source: Source, nodes: readonly RootContent[]) => Layout | undefined;

/** The layouts in which options may be written. The first one found counts. */
const layouts: readonly FindLayout[] = [
  findSections,
  findParagraphs,
  findList,
  findTables,
  findLabels,
  findSentence,
  findProse,
];

/** Finds options in sections, bold paragraphs, a list, a table, paragraphs with labels, or the only sentence. */
export function findLayout(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  for (const find of layouts) {
    const layout = find(source, nodes);
    if (layout !== undefined && layout.raw.length > 0) return layout;
  }
  return undefined;
}

function findSections(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const headings = nodes.filter((node) => node.type === 'heading');
  if (headings.length === 0) return undefined;
  const depth = Math.min(...headings.map((heading) => heading.depth));
  const names = new Set<RootContent>(optionHeadings(source, headings, depth));
  const { before, raw } = splitAt(source, nodes, (node) => names.has(node));
  if (raw.every(({ name, nodes: [table] }) => table?.type === 'table' && !isCounted(name))) return undefined;
  const last = nodes.findLastIndex((node) => names.has(node));
  const end = nodes.findIndex(
    (node, at) => at > last && node.type === 'heading' && node.depth <= depth && endsOptions(source, node),
  );
  if (last === -1 || end === -1)
    return { raw, form: { layout: 'sections' }, mayHaveDescription: false, before, after: [] };
  const after = nodes.slice(end);
  const shorter = raw.map((option) => ({ ...option, nodes: option.nodes.filter((node) => !after.includes(node)) }));
  return { raw: shorter, form: { layout: 'sections' }, mayHaveDescription: false, before, after };
}

/** The headings that are options: those with counters if there are several, or else all of the highest level. */
function optionHeadings(source: Source, headings: readonly Heading[], depth: number): readonly Heading[] {
  const counted = headings.filter((heading) => isCounted(wordsAsWritten(source, heading)));
  if (counted.length > 1) return counted;
  const all = headings.filter((heading) => heading.depth === depth && !isOther(source, heading));
  const numbered = all.filter((heading) => readCounter(wordsAsWritten(source, heading)).key !== '');
  return numbered.length > 1 && numbered.length * 2 > all.length ? numbered : all;
}

/** Whether a heading among options is none of them: “Pros”, “Comparison”, “Decision”, “Decision: Java”. */
function isOther(source: Source, heading: RootContent): boolean {
  const text = textOf(heading);
  const label = /^([^:：]{2,40})[:：]/.exec(text)?.[1] ?? '';
  return (
    kindOfWords(text, source.language) !== undefined ||
    partOfHeading(text, undefined, source.language) !== undefined ||
    announcesByName(text) ||
    (unnumberedLead(text) === undefined && partOfHeading(label, undefined, source.language) === 'outcome')
  );
}

/** Whether a heading behind options is about something else. “Cons” belongs to the last of them, whatever its level is. */
function endsOptions(source: Source, heading: RootContent): boolean {
  return kindOfWords(textOf(heading), source.language) === undefined && isOther(source, heading);
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

/** Finds options whose paragraphs begin with a bold name, or with a counter such as “Option 1:”. */
function findParagraphs(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const raw: (RawOption & { readonly nodes: RootContent[] })[] = [];
  const areNumbered = nodes.filter((node) => isNumbered(source, node)).length > 1;
  let first = -1;
  for (const [at, node] of nodes.entries()) {
    const isName = node.type === 'paragraph' && (!areNumbered || isNumbered(source, node));
    const named = isName ? namedLines(source, node) : [];
    if (named.length > 0) {
      if (first === -1) first = at;
      raw.push(...named.map((name) => ({ name, nodes: [] })));
    } else raw.at(-1)?.nodes.push(node);
  }
  if (raw.length < 2) return undefined;
  const before = nodes.slice(0, first);
  const areCounted = raw.every(({ name }) => isCounted(name));
  if (!areCounted && before.some((node) => node.type === 'list' && node.children.length > 1)) return undefined;
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: true, before, after: [] };
}

/** Whether a paragraph begins with a counter in bold, as in “**1. Java**”. Beside those, other bold words are no options. */
function isNumbered(source: Source, node: RootContent): boolean {
  const words = node.type === 'paragraph' ? withoutChosenMark(wordsAsWritten(source, node)).name : '';
  return /^(?:\*\*|__)/.test(words) && /^\d{1,2}$/.test(readCounter(words.slice(2)).key);
}

/** What may follow the bold name of an option: nothing, or remarks, and then a description. */
const afterName = /^(?: \([^()\n]{1,200}\)|（[^（）\n]{1,200}）){0,3}(?:\s{0,9}:?\s{0,9}$| ?[:：—–。，.]| - |\n)/;

/** The options that a paragraph begins with or consists of, with their text; none if it is an ordinary paragraph. */
function namedLines(source: Source, paragraph: Paragraph): string[] {
  const words = wordsAsWritten(source, paragraph);
  const lines = words.split('\n');
  for (const isName of [isCounted, isLettered]) {
    if (!isName(withoutChosenMark(words).name) || isLabel(source, words)) continue;
    const names: string[] = [];
    for (const line of lines) {
      if (names.length === 0 || isName(withoutChosenMark(line).name)) names.push(line);
      else names.push(`${names.pop()}\n${line}`);
    }
    return names;
  }
  const [first] = paragraph.children;
  if (first?.type !== 'strong' || isLabel(source, words)) return [];
  const tail = words.slice((/^(\*\*|__)(?! )[\s\S]{1,400}?\1/.exec(words)?.[0] ?? '').length);
  return afterName.test(tail) || /[:.。]$/.test(textOf(first)) || withoutChosenMark(words).isMarked ? [words] : [];
}

/** Whether a text is about pros, cons or another aspect of an option. */
function isLabel(source: Source, words: string): boolean {
  const label = splitReason(words.slice(0, 200));
  if (label !== undefined && kindOfLabel(label, source.language) !== undefined) return true;
  const bold = /^(\*\*|__)(.{1,100}?)\1/.exec(words)?.[2] ?? '';
  return (
    bold !== '' && (kindOfWords(bold, source.language) ?? partOfHeading(bold, undefined, source.language)) !== undefined
  );
}

function findList(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const lists = nodes.filter((node) => node.type === 'list' && !holdsPoints(source, node));
  const [list] = lists;
  if (list?.type !== 'list') return undefined;
  const at = nodes.indexOf(list);
  if (followsProse(source, nodes.slice(0, at))) return undefined;
  const scattered = lists.every((each) => each.type === 'list' && each.children.length === 1) && lists.length > 1;
  if (scattered) return readScattered(source, nodes, at);
  const raw = list.children.map((item, index) => ({ ...readItem(source, item), ...keyOf(list, index) }));
  return { raw, form: formOf(list), mayHaveDescription: true, before: nodes.slice(0, at), after: nodes.slice(at + 1) };
}

/** The longest text before a list of options that needs no word for them, in UTF-16 units. */
const longestIntroduction = 200;

/** Whether a list goes on a longer text that says nothing about options right before it, such as “Yet, that:”. */
function followsProse(source: Source, before: readonly RootContent[]): boolean {
  const last = before.at(-1);
  if (last?.type !== 'paragraph') return false;
  const paragraphs = before.filter(({ type }) => type === 'paragraph').map((node) => wordsAsWritten(source, node));
  if (paragraphs.join('').length <= longestIntroduction) return false;
  const [sentence = ''] = wordsAsWritten(source, last)
    .split(/(?<=[.!?。])\s/)
    .slice(-1);
  return !hasOptionWord(sentence) && !weighs(sentence);
}

/** Reads options from lists of one item each, with blocks between them. */
function readScattered(source: Source, nodes: readonly RootContent[], from: number): Layout {
  const raw: (RawOption & { readonly nodes: RootContent[] })[] = [];
  for (const node of nodes.slice(from)) {
    const [item] = node.type === 'list' && !holdsPoints(source, node) ? node.children : [];
    if (item === undefined || node.type !== 'list') raw.at(-1)?.nodes.push(node);
    else raw.push({ ...readItem(source, item), ...keyOf(node, 0) });
  }
  return { raw, form: { layout: 'list' }, mayHaveDescription: true, before: nodes.slice(0, from), after: [] };
}

/** Whether all items of a list are pros, cons or other points. */
function holdsPoints(source: Source, list: List): boolean {
  return list.children.every(({ children: [line] }) => {
    const label = line?.type === 'paragraph' ? splitReason(wordsAsWritten(source, line)) : undefined;
    return label !== undefined && kindOfLabel(label, source.language) !== undefined;
  });
}

function keyOf(list: List, index: number): { readonly key?: string } {
  return list.ordered === true ? { key: String((list.start ?? 1) + index) } : {};
}

function readItem(
  source: Source,
  item: ListItem,
): { readonly name: string; readonly nodes: RootContent[]; readonly key?: string } {
  const [line, ...nodes] = item.children;
  // “* 1. Java” is an item in a list of its own.
  const [inner, ...others] = line?.type === 'list' && line.ordered === true ? line.children : [];
  if (line?.type === 'list' && inner !== undefined && others.length === 0) {
    const read = readItem(source, inner);
    return { ...read, nodes: [...read.nodes, ...nodes], key: String(line.start ?? 1) };
  }
  return line?.type === 'paragraph'
    ? { name: wordsAsWritten(source, line), nodes }
    : { name: '', nodes: [...item.children] };
}

function formOf(list: List): Layout['form'] {
  const hasLooseItems = list.children.some((item) => item.spread === true && item.children.length > 1);
  return { layout: 'list', isOrdered: list.ordered === true, isLoose: list.spread === true, hasLooseItems };
}

/** Finds options in tables. The tables themselves stay in the text. */
function findTables(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const all = nodes.filter((node) => node.type === 'table');
  const named = all.filter((table) => namesOptions(source, table));
  const raw = (named.length > 0 ? named : all.slice(0, 1)).flatMap((table) =>
    readTable(source, table).map((option) => ({ ...option, nodes: [] })),
  );
  return { raw, form: { layout: 'list' }, mayHaveDescription: false, before: [], after: nodes };
}

const label = /^[^:.\n]{2,80}: \S/;

/** Finds options in paragraphs that all begin with a name and a colon. */
function findLabels(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  if (nodes.length < 2 || nodes.some((node) => node.type !== 'paragraph')) return undefined;
  const words = nodes.map((node) => wordsAsWritten(source, node));
  if (!words.every((text) => label.test(text) && !isLabel(source, text))) return undefined;
  const raw = words.map((name) => ({ name, nodes: [] }));
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: true, before: [], after: [] };
}

/** The longest sentence that is the title of the only option, in UTF-16 units. */
const longestSentence = 160;

/** Finds the only option in a section that consists of its title, and perhaps a second sentence or an example. */
function findSentence(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const [first, ...rest] = nodes;
  if (first?.type !== 'paragraph' || !rest.every(({ type }) => type === 'code')) return undefined;
  const [sentence = '', ...others] = wordsAsWritten(source, first).split(/(?<=[.。])\s/);
  if (sentence.length > longestSentence || others.length > 1 || hasOptionWord(sentence)) return undefined;
  if (tells(sentence, source.language ?? 'en')) return undefined;
  const raw = [{ name: sentence.replace(/[.。]$/, ''), nodes: rest, description: others.join('') }];
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: false, before: [], after: [] };
}

/** Finds options that sentences name, in a section without any other layout. */
function findProse(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  if (nodes.some(({ type }) => type === 'heading')) return undefined;
  const raw = optionsInProse(source, nodes).map((option) => ({ ...option, nodes: [] }));
  return { raw, form: { layout: 'paragraphs' }, mayHaveDescription: false, before: [], after: [] };
}

/**
 * The options in the lists of several questions: each heading, or each item of a list, has a list of its own that holds
 * no points.
 */
export function findInner(source: Source, { raw, form }: Layout): readonly Layout[] {
  if (raw.length < 2 || (form.layout !== 'sections' && form.layout !== 'list')) return [];
  if (raw.every(({ name }) => isCounted(name))) return [];
  const inner = raw.map(({ nodes }) => {
    const lists = nodes.filter((node) => node.type !== 'paragraph');
    const [list] = lists;
    const isPlain = list?.type === 'list' && list.children.length > 1 && !holdsPoints(source, list);
    const before = list === undefined ? undefined : nodes[nodes.indexOf(list) - 1];
    // “It was not chosen for two reasons:”
    if (before?.type === 'paragraph' && rejection.test(textOf(before))) return undefined;
    return lists.length === 1 && isPlain ? findList(source, [list]) : undefined;
  });
  const found = inner.filter((layout) => layout !== undefined);
  const isEach =
    form.layout === 'sections' || raw.every(({ name }, at) => inner[at] !== undefined || !/[:：]$/.test(name));
  return isEach && found.length * 2 >= raw.length ? found : [];
}

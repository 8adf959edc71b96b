import type { List, ListItem, RootContent } from 'mdast';
import { kindOfLabel, splitPoint } from '../points/point-words.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { isCounted } from './counter.ts';
import type { Layout, RawOption } from './layout.ts';
import { namesOptions } from './option-words.ts';

/** Finds options in a list. */
export function findList(source: Source, nodes: readonly RootContent[]): Layout | undefined {
  const lists = nodes.filter(
    (node) => node.type === 'list' && (!holdsPoints(source, node) || areCrossed(source, node)),
  );
  const [list] = lists;
  if (list?.type !== 'list') return undefined;
  const at = nodes.indexOf(list);
  if (followsProse(source, nodes.slice(0, at))) return undefined;
  if (areCountedOn(lists)) return readScattered(source, nodes, { at, isName: ({ ordered }) => ordered === true });
  const scattered = lists.every((each) => each.type === 'list' && each.children.length === 1) && lists.length > 1;
  if (scattered) return readScattered(source, nodes, { at, isName: (each) => !holdsPoints(source, each) });
  const ticked = list.children.filter((item) => item.checked === true);
  const counted = endOfCounted(source, list);
  const raw = list.children.flatMap((item, index) => {
    if (isPointBelow(source, list, index) || index >= counted) return [];
    const read = readItem(source, item);
    return {
      ...read,
      nodes: [...read.nodes, ...pointsBehind(source, list, index)],
      ...keyOf(list, index),
      // Where all are ticked, or none, it says nothing of the choice.
      ...(ticked.length === 1 && ticked[0] === item ? { isChosen: true } : {}),
    };
  });
  return { raw, form: formOf(list), mayHaveDescription: true, before: nodes.slice(0, at), after: nodes.slice(at + 1) };
}

/** Whether each item of a list has a cross in front of a bold name: “❌ **Java**: too slow”. Those are no points, but what was left out. */
function areCrossed(source: Source, { children }: List): boolean {
  const areBold = children.every(
    ({ children: [line] }) => line?.type === 'paragraph' && crossed.test(wordsAsWritten(source, line)),
  );
  return children.length > 1 && areBold;
}

const crossed = /^(?:❌|✖|✗|✘|🚫)\ufe0f?[ ]?(?:\*\*|__)(?=[^ ])/u;

/** How many items are options: all, or those with a counter at the start where no other one has any, as in “Option 2: Java”. */
function endOfCounted(source: Source, { children }: List): number {
  const areCounted = children.map(
    ({ children: [line] }) => line !== undefined && isCounted(wordsAsWritten(source, line)),
  );
  const end = areCounted.indexOf(false);
  return end > 1 && areCounted.lastIndexOf(true) < end ? end : children.length;
}

/** Whether an item says what speaks for or against the option in an item above it, as “Pros: fast” does below “Java”. */
function isPointBelow(source: Source, { children }: List, index: number): boolean {
  const [first, item] = [children[0], children[index]];
  return first !== undefined && item !== undefined && !isPoint(source, first) && isPoint(source, item);
}

function isPoint(source: Source, { children: [line] }: ListItem): boolean {
  const label = line?.type === 'paragraph' ? splitPoint(wordsAsWritten(source, line), source.language) : undefined;
  const kind = label === undefined || label.label === '' ? undefined : kindOfLabel(label, source.language);
  return kind === 'pro' || kind === 'con';
}

/** The items with points right behind one, as a list. */
function pointsBehind(source: Source, list: List, index: number): RootContent[] {
  const rest = list.children.slice(index + 1);
  const end = rest.findIndex((_, at) => !isPointBelow(source, list, index + 1 + at));
  const items = rest.slice(0, end === -1 ? rest.length : end);
  const [first, last] = [items[0]?.position, items.at(-1)?.position];
  if (first === undefined || last === undefined) return [];
  return [{ ...list, children: items, position: { start: first.start, end: last.end } }];
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
  return !namesOptions(sentence);
}

/** Whether ordered lists of one item count on from one to the next, whatever other lists are between them. */
function areCountedOn(lists: readonly RootContent[]): boolean {
  const ordered = lists.filter((list) => list.type === 'list' && list.ordered === true);
  return (
    ordered.length > 1 &&
    ordered[0] === lists[0] &&
    ordered.every((list, at) => list.type === 'list' && list.children.length === 1 && list.start === at + 1)
  );
}

/** Reads options from lists of one item each, with blocks between them. */
function readScattered(
  source: Source,
  nodes: readonly RootContent[],
  { at, isName }: { readonly at: number; readonly isName: (list: List) => boolean },
): Layout {
  const raw: (RawOption & { readonly nodes: RootContent[] })[] = [];
  for (const node of nodes.slice(at)) {
    const [item] = node.type === 'list' && isName(node) ? node.children : [];
    if (item === undefined || node.type !== 'list') raw.at(-1)?.nodes.push(node);
    else raw.push({ ...readItem(source, item), ...keyOf(node, 0) });
  }
  return { raw, form: { layout: 'list' }, mayHaveDescription: true, before: nodes.slice(0, at), after: [] };
}

/** Whether all items of a list are pros, cons or other points. */
export function holdsPoints(source: Source, list: List): boolean {
  return list.children.every(({ children: [line] }) => {
    const label = line?.type === 'paragraph' ? splitPoint(wordsAsWritten(source, line), source.language) : undefined;
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
  return line?.type === 'paragraph' || line?.type === 'heading'
    ? { name: wordsAsWritten(source, line), nodes }
    : { name: '', nodes: [...item.children] };
}

function formOf(list: List): Layout['form'] {
  const hasLooseItems = list.children.some((item) => item.spread === true && item.children.length > 1);
  return { layout: 'list', isOrdered: list.ordered === true, isLoose: list.spread === true, hasLooseItems };
}

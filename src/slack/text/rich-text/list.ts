import type { RichTextList } from '@slack/types';
import type { List, ListItem, Paragraph } from 'mdast';
import { toElements, toRuns, weaveParagraphs } from './from-phrasing.ts';
import { toParagraphs } from './phrasing.ts';
import type { RichTextNames, Run } from './run.ts';
import { readRuns } from './typed-marks.ts';

/** A list that is still growing, and how far it is indented. */
interface OpenList {
  indent: number;
  readonly list: List;
}

/**
 * Slack's flat lists as nested ones. The `indent` of each of Slack's lists says where it belongs, and a list continues
 * after the deeper ones inside it. Items without text are left out.
 */
export function toLists(lists: readonly RichTextList[], names: RichTextNames): List[] {
  const roots: List[] = [];
  const open: OpenList[] = [];
  for (const element of lists) {
    const items = element.elements.map((section) => toParagraphs(readRuns(section.elements, names)));
    for (const paragraphs of items) {
      if (paragraphs.length > 0) findList(element, open, roots).children.push(toItem(paragraphs));
    }
  }
  return roots;
}

function toItem(children: Paragraph[]): ListItem {
  return { type: 'listItem', spread: false, children };
}

/** The list that the next item of `element` goes to: an open one of its level and kind, otherwise a new one. */
function findList(element: RichTextList, open: OpenList[], roots: List[]): List {
  const indent = element.indent ?? 0;
  const isOrdered = element.style === 'ordered';
  closeDeeper(open, indent);
  const last = open.at(-1);
  if (last?.indent === indent && last.list.ordered === isOrdered) return last.list;
  if (last?.indent === indent) open.pop();

  const list: List = { type: 'list', ordered: isOrdered, spread: false, children: [] };
  if (isOrdered) list.start = 1 + readOffset(element);
  const parent = open.at(-1)?.list.children.at(-1)?.children ?? roots;
  parent.push(list);
  open.push({ indent, list });
  return list;
}

/** Closes the lists deeper than `indent`; one that was indented too far is moved to where it fits. */
function closeDeeper(open: OpenList[], indent: number): void {
  for (let last = open.at(-1); last && last.indent > indent; last = open.at(-1)) {
    if ((open.at(-2)?.indent ?? -1) < indent) last.indent = indent;
    else open.pop();
  }
}

/**
 * Slack: an ordered list starts counting after `offset` items, as it must when it continues after a deeper list. The
 * field is not in `@slack/types` 3.2.
 */
export interface FlatList extends RichTextList {
  offset?: number;
}

function readOffset(element: FlatList): number {
  const { offset = 0 } = element;
  // CommonMark: the number of an item has at most nine digits.
  return Number.isInteger(offset) && offset > 0 && offset < 99_999_999 ? offset : 0;
}

// Slack: lists are indented by 0 to 8 levels.
const deepestIndent = 8;

/** A nested list as Slack's flat ones; a list with deeper ones inside it continues after them. */
export function toFlatLists(list: List, indent = 0): FlatList[] {
  const flat: FlatList[] = [];
  let count = (list.start ?? 1) - 1;
  let current: FlatList | undefined;
  for (const item of list.children) {
    const elements = toElements(weaveParagraphs(toTexts(item)));
    if (elements.length > 0) {
      current ??= startFlatList(list, indent, count, flat);
      current.elements.push({ type: 'rich_text_section', elements });
    }
    count += 1;
    const nested = item.children.filter((child) => child.type === 'list');
    if (nested.length > 0) current = undefined;
    flat.push(...nested.flatMap((child) => toFlatLists(child, Math.min(indent + 1, deepestIndent))));
  }
  return flat;
}

function startFlatList(list: List, indent: number, offset: number, flat: FlatList[]): FlatList {
  const started: FlatList = {
    type: 'rich_text_list',
    style: list.ordered ? 'ordered' : 'bullet',
    indent,
    elements: [],
  };
  if (list.ordered && offset > 0) started.offset = offset;
  flat.push(started);
  return started;
}

/** What an item says apart from its lists; the box of a task becomes text. */
function toTexts(item: ListItem): Run[][] {
  const [first = [], ...others] = item.children.filter((child) => child.type !== 'list').map((child) => toRuns(child));
  const box = typeof item.checked === 'boolean' ? `[${item.checked ? 'x' : ' '}] ` : '';
  return [[...toRuns({ type: 'text', value: box }), ...first], ...others];
}

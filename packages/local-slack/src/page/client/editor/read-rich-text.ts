import { asObject, asObjects, asText, type JsonObject } from '@gavel/local-server/json.ts';
import type { Mark, Node } from 'prosemirror-model';
import { richTextSchema } from './schema.ts';

type Label = (element: JsonObject) => string;

const { nodes, marks } = richTextSchema;

/** Converts a `rich_text` block to the editor's document. `label` returns the text of a mention or emoji. */
export function readRichText(block: unknown, label: Label): Node {
  const parts = asObjects(asObject(block).elements);
  const blocks: Node[] = [];
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at];
    if (part?.type === 'rich_text_list') {
      const end = parts.findIndex((other, index) => index > at && other.type !== 'rich_text_list');
      const run = parts.slice(at, end < 0 ? undefined : end);
      blocks.push(...readLists(run, label));
      at += run.length - 1;
    } else if (part !== undefined) {
      blocks.push(...readPart(part, at < parts.length - 1, label));
    }
  }
  return nodes.doc.create(null, blocks.length === 0 ? [nodes.paragraph.create()] : blocks);
}

function readPart(part: JsonObject, hasNext: boolean, label: Label): Node[] {
  const leaves = asObjects(part.elements);
  if (part.type === 'rich_text_preformatted') {
    const text = leaves.map((leaf) => asText(leaf.text) ?? asText(leaf.url) ?? '').join('');
    return [nodes.code_block.create(null, text === '' ? [] : [richTextSchema.text(text)])];
  }
  const lines = readLines(leaves, label);
  if (part.type === 'rich_text_quote') return [nodes.blockquote.create(null, lines)];
  // Slack ends a section with a line break if something follows it.
  const isEnded = hasNext && lines.length > 1 && lines.at(-1)?.childCount === 0;
  return isEnded ? lines.slice(0, -1) : lines;
}

interface List {
  readonly isOrdered: boolean;
  readonly offset: number;
  readonly items: { readonly paragraph: Node; readonly lists: List[] }[];
}

/** Converts flat lists to nested ones. A more deeply indented list belongs to the item before it. */
function readLists(run: readonly JsonObject[], label: Label): Node[] {
  const roots: List[] = [];
  const open: { readonly indent: number; readonly list: List }[] = [];
  for (const part of run) {
    const indent = Number(part.indent ?? 0);
    const isOrdered = part.style === 'ordered';
    while ((open.at(-1)?.indent ?? -1) > indent) open.pop();
    if (open.at(-1)?.indent === indent) open.pop();
    const siblings = open.at(-1)?.list.items.at(-1)?.lists ?? roots;
    const before = siblings.at(-1);
    const isSame = before?.isOrdered === isOrdered;
    const list = isSame && before !== undefined ? before : { isOrdered, offset: Number(part.offset ?? 0), items: [] };
    if (!isSame) siblings.push(list);
    open.push({ indent, list });
    for (const item of asObjects(part.elements)) {
      list.items.push({ paragraph: readItem(asObjects(item.elements), label), lists: [] });
    }
  }
  return roots.map(closeList);
}

function closeList({ isOrdered, offset, items }: List): Node {
  const children = items.map(({ paragraph, lists }) =>
    nodes.list_item.create(null, [paragraph, ...lists.map(closeList)]),
  );
  return isOrdered ? nodes.ordered_list.create({ offset }, children) : nodes.bullet_list.create(null, children);
}

function readItem(leaves: readonly JsonObject[], label: Label): Node {
  const lines = readLines(leaves, label);
  const inline = lines.flatMap((line, index) => [...(index > 0 ? [nodes.hard_break.create()] : []), ...line.children]);
  return nodes.paragraph.create(null, inline);
}

/** Converts leaves to paragraphs, one per line. */
function readLines(leaves: readonly JsonObject[], label: Label): Node[] {
  const lines: Node[][] = [[]];
  for (const leaf of leaves) {
    const text = asText(leaf.text) ?? (leaf.type === 'link' ? asText(leaf.url) : undefined);
    if (text === undefined || (leaf.type !== 'text' && leaf.type !== 'link')) {
      lines.at(-1)?.push(nodes.reference.create({ element: leaf, label: label(leaf) }));
      continue;
    }
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (line !== '') lines.at(-1)?.push(richTextSchema.text(line, readMarks(leaf)));
    }
  }
  return lines.map((line) => nodes.paragraph.create(null, line));
}

function readMarks(leaf: JsonObject): Mark[] {
  const style = asObject(leaf.style);
  const url = leaf.type === 'link' ? asText(leaf.url) : undefined;
  return [
    ...(url === undefined ? [] : [marks.link.create({ url })]),
    ...(['bold', 'italic', 'strike', 'code'] as const)
      .filter((name) => style[name] === true)
      .map((name) => marks[name].create()),
  ];
}

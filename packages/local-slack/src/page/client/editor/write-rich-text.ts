import { asObject, type JsonObject } from '@gavel/local-server/json.ts';
import type { Node } from 'prosemirror-model';

/** Converts the editor's document to a `rich_text` block (Slack: rich text block); undefined if it is empty. */
export function writeRichText(doc: Node): JsonObject | undefined {
  if (isBlank(doc)) return undefined;
  const parts: JsonObject[] = [];
  let lines: Node[] = [];
  const endSection = (isFollowed: boolean): void => {
    // Slack doesn't show an empty line for the line break at the end of a section, so an empty last line needs another.
    const isOpen = isFollowed && lines.length > 1 && lines.at(-1)?.childCount === 0;
    const all = isOpen ? [...lines, doc.type.schema.node('paragraph')] : lines;
    if (lines.length > 0) parts.push({ type: 'rich_text_section', elements: writeLines(all) });
    lines = [];
  };
  for (const block of doc.children) {
    if (block.type.name === 'paragraph') lines.push(block);
    else {
      endSection(true);
      parts.push(...writeBlock(block));
    }
  }
  endSection(false);
  return { type: 'rich_text', elements: parts };
}

function isBlank(doc: Node): boolean {
  let hasReference = false;
  doc.descendants((node) => {
    hasReference ||= node.type.name === 'reference';
  });
  return !hasReference && doc.textContent === '';
}

const blockWriters: Readonly<Record<string, (block: Node) => JsonObject[]>> = {
  blockquote: (block) => [{ type: 'rich_text_quote', elements: writeLines(block.children) }],
  code_block: (block) => [
    {
      type: 'rich_text_preformatted',
      elements: block.textContent === '' ? [] : [{ type: 'text', text: block.textContent }],
    },
  ],
  bullet_list: (block) => writeList(block, 0),
  ordered_list: (block) => writeList(block, 0),
};

function writeBlock(block: Node): JsonObject[] {
  return blockWriters[block.type.name]?.(block) ?? [];
}

/** Converts a list to Slack's flat lists. A nested list follows its item with more indentation. */
function writeList(list: Node, indent: number): JsonObject[] {
  const style = list.type.name === 'ordered_list' ? 'ordered' : 'bullet';
  const parts: JsonObject[] = [];
  let items: JsonObject[] = [];
  let offset = Number(list.attrs.offset ?? 0);
  const endRun = (): void => {
    if (items.length === 0) return;
    parts.push({ type: 'rich_text_list', style, indent, ...(offset > 0 ? { offset } : {}), elements: items });
    if (style === 'ordered') offset += items.length;
    items = [];
  };
  for (const item of list.children) {
    const [paragraph, ...nested] = item.children;
    items.push({ type: 'rich_text_section', elements: paragraph === undefined ? [] : writeLines([paragraph]) });
    if (nested.length === 0) continue;
    endRun();
    parts.push(...nested.flatMap((inner) => writeList(inner, indent + 1)));
  }
  endRun();
  return parts;
}

function writeLines(paragraphs: readonly Node[]): JsonObject[] {
  const leaves = paragraphs.flatMap((paragraph, index) => [
    ...(index > 0 ? [{ type: 'text', text: '\n' }] : []),
    ...paragraph.children.map(writeLeaf),
  ]);
  return joinTexts(leaves);
}

function writeLeaf(node: Node): JsonObject {
  if (node.type.name === 'hard_break') return { type: 'text', text: '\n' };
  if (node.type.name === 'reference') return asObject(node.attrs.element);
  const link = node.marks.find((mark) => mark.type.name === 'link');
  const names = node.marks.map((mark) => mark.type.name).filter((name) => name !== 'link');
  const style = names.length === 0 ? {} : { style: Object.fromEntries(names.map((name) => [name, true])) };
  return link === undefined
    ? { type: 'text', text: node.text ?? '', ...style }
    : { type: 'link', url: String(link.attrs.url), text: node.text ?? '', ...style };
}

/** Joins neighboring texts of the same style. */
function joinTexts(leaves: readonly JsonObject[]): JsonObject[] {
  const joined: JsonObject[] = [];
  for (const leaf of leaves) {
    const last = joined.at(-1);
    const isSame =
      last?.type === 'text' && leaf.type === 'text' && JSON.stringify(last.style) === JSON.stringify(leaf.style);
    if (isSame) joined[joined.length - 1] = { ...last, text: String(last.text) + String(leaf.text) };
    else joined.push(leaf);
  }
  return joined;
}

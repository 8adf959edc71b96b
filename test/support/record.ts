import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import type { List, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parse } from 'yaml';
import type { Stage } from './gavel.ts';
import { cardSays } from './scene.ts';

/** A committed ADR as any Markdown reader reads it: the front matter as YAML, and the tree of what follows it. */
export interface ReadRecord {
  readonly fileName: string;
  readonly text: string;
  readonly frontMatter: unknown;
  readonly tree: Root;
}

/** Waits until a decision is published, and reads its file from the repository. */
export async function readRecord(stage: Stage, title: string, channel?: string): Promise<ReadRecord> {
  const said = await cardSays(stage, title, 'Published as', channel);
  const fileName = /Published as `([^`]+)`/.exec(said)?.[1] ?? '';
  const text = await stage.git('show', `main:docs/decisions/${fileName}`);
  const [, frontMatter = '', body = ''] = /^---\n([\s\S]*?\n)---\n\n([\s\S]*)$/.exec(text) ?? [];
  return { fileName, text, frontMatter: parse(frontMatter), tree: parseMarkdown(body) };
}

/** The words of all headings of a level. */
export function headings({ tree }: ReadRecord, depth: number): string[] {
  return tree.children.filter((node) => node.type === 'heading' && node.depth === depth).map((node) => textOf(node));
}

/** The nodes between one heading and the next, whatever their levels. */
export function under({ tree }: ReadRecord, heading: string): Nodes[] {
  const start = tree.children.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  const rest = tree.children.slice(start + 1);
  const end = rest.findIndex((node) => node.type === 'heading');
  return start < 0 ? [] : rest.slice(0, end < 0 ? rest.length : end);
}

/** The items of the first list under a heading. */
export function itemsUnder(record: ReadRecord, heading: string): string[] {
  const list = under(record, heading).find((node): node is List => node.type === 'list');
  return list?.children.map((item) => textOf(item)) ?? [];
}

/** How many nodes of each type there are, at any depth. */
export function countNodes(node: Nodes): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const visit = (each: Nodes) => {
    counts.set(each.type, (counts.get(each.type) ?? 0) + 1);
    if ('children' in each) for (const child of each.children) visit(child);
  };
  visit(node);
  return counts;
}

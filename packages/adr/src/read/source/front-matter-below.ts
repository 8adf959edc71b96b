import type { RootContent, Yaml } from 'mdast';

/** What a line of YAML may begin with: a key, an indented value, an item, or a remark. */
const lineOfYaml = /^(?:["']?[\p{L}_][\p{L}\p{N}_ -]{0,60}["']?[ \t]*:(?:\s|$)|[ \t]|-[ \t]|#|$)/u;
const fence = /\n---[ \t]*(?=\n|$)/g;

/** Blocks in which YAML between two fences is front matter although comments stand above it, such as one for a license. */
export function withFrontMatterBelow(text: string, nodes: readonly RootContent[]): readonly RootContent[] {
  const at = nodes.findIndex((node) => node.type !== 'html' || !/^<!--[\s\S]*-->$/.test(node.value));
  const first = nodes[at];
  const begin = first?.position?.start;
  const from = begin?.offset;
  if (at < 1 || first?.type !== 'thematicBreak' || begin === undefined || from === undefined) return nodes;
  const yaml = yamlAt(text, from, begin);
  const end = yaml?.position?.end.offset ?? 0;
  const isBehind = ({ position }: RootContent) => (position?.start.offset ?? 0) >= end;
  return yaml === undefined ? nodes : [...nodes.slice(0, at), yaml, ...nodes.slice(at).filter(isBehind)];
}

/** The front matter whose first fence is at a place; undefined if there is none. */
function yamlAt(
  text: string,
  from: number,
  start: { readonly line: number; readonly column: number },
): Yaml | undefined {
  const opening = /^---[ \t]*\n/.exec(text.slice(from, from + 80))?.[0].length;
  if (opening === undefined) return undefined;
  fence.lastIndex = from + opening - 1;
  const closing = fence.exec(text);
  if (closing === null) return undefined;
  const value = text.slice(from + opening, closing.index);
  const lines = value.split('\n');
  if (value.trim() === '' || !lines.every((line) => lineOfYaml.test(line)) || !/^["'\p{L}_]/mu.test(value)) {
    return undefined;
  }
  const end = { line: start.line + lines.length + 1, column: 4, offset: closing.index + closing[0].length };
  return { type: 'yaml', value, position: { start: { ...start, offset: from }, end } };
}

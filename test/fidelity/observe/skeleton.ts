import type { Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** Blocks without their words: `### … / **Pros:** / * …`. Labels that the house repeats are kept. */
export function skeletonOf(text: string, nodes: readonly RootContent[], labels: ReadonlySet<string>): string[] {
  const parts = nodes.flatMap((node) => partsOf(text, node, labels));
  // A rule at the end sets the next section apart.
  if (parts.at(-1) === 'thematicBreak') parts.pop();
  return parts.filter((part, index) => part !== parts[index - 1]);
}

function partsOf(text: string, node: Nodes, labels: ReadonlySet<string>): string[] {
  const at = node.position?.start.offset ?? 0;
  switch (node.type) {
    case 'heading':
      return [`${'#'.repeat(node.depth)} ${labelOf(textOf(node), labels)}`];
    case 'paragraph':
      return [maskLine(text.slice(at, node.position?.end.offset), labels)];
    case 'list':
      return node.children.flatMap((item) => partsOf(text, item, labels));
    case 'listItem': {
      const [first, ...rest] = node.children;
      const marker = /^(?:[-*+]|\d+[.)]) */.exec(text.slice(at))?.[0].replace(/\d+/, '1').trimEnd() ?? '';
      const line = first === undefined ? '…' : partsOf(text, first, labels).join(' / ');
      return [`${marker} ${line}`, ...rest.flatMap((child) => partsOf(text, child, labels)).map((part) => `  ${part}`)];
    }
    case 'table':
      return [`| ${node.children[0]?.children.map((cell) => labelOf(textOf(cell), labels)).join(' | ')} |`];
    // Where links lead is told at the end of a text.
    case 'definition':
      return [];
    // Nobody sees a comment.
    case 'html':
      return /^<!--[\s\S]*-->$/.test(node.value.trim()) ? [] : [node.type];
    default:
      return [node.type];
  }
}

/** The words at the start of a line that may be a label: `Good, because`, `**Pros:**`, `✅`. */
const lead =
  /^(?:(?<bold>\*\*|__)(?<label>[^*_\n]{1,40}?[:：]?)\k<bold>[:：]?|(?<words>\p{L}+, \p{L}+|[\p{L} /&]{1,30}[:：])|(?<sign>\p{So}\ufe0f?|`[+-]`|[+-](?= )))/u;

/** The label at the start of a line, if it may be one. */
function leadOf(line: string): string | undefined {
  return lead.exec(line)?.[0];
}

function maskLine(line: string, labels: ReadonlySet<string>): string {
  const found = leadOf(line);
  if (found !== undefined && labels.has(found)) return found + (line.length > found.length ? ' …' : '');
  return /^(?:\*\*|__)/.test(line) ? '**…**' : '…';
}

function labelOf(words: string, labels: ReadonlySet<string>): string {
  const name = words.trim();
  if (labels.has(name)) return name;
  const counter = /^(?<word>\p{L}+ )?(?:\d+|[A-Z])(?<after>[.:)]| -| –)/u.exec(name)?.groups;
  return counter === undefined ? '…' : `${counter.word ?? ''}1${counter.after} …`;
}

/** Everything in some blocks that may be a label. */
export function possibleLabels(text: string, nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'paragraph') {
      const found = leadOf(text.slice(node.position?.start.offset, node.position?.end.offset));
      return found === undefined ? [] : [found];
    }
    if (node.type === 'heading' || node.type === 'tableCell') return [textOf(node).trim()];
    return 'children' in node ? possibleLabels(text, node.children) : [];
  });
}

import type { BlockContent, Link, List, Nodes, PhrasingContent } from 'mdast';
import { cleanLine } from '../text/clean-text.ts';
import { isSafeUrl } from '../text/safe-url.ts';
import { escapeLine, escapeOnlyLine } from './line-start.ts';
import { putOnOneLine } from './one-line.ts';
import { parseTypedLine } from './typed-line.ts';

/**
 * Blocks as somebody would type them, so that `parseTyped` reads the same again. Marks that are meant as text get a
 * backslash. All words stay; a style inside a word does not, since nobody can type one there.
 */
export function writeTyped(blocks: readonly BlockContent[]): string {
  return blocks
    .map(writeBlock)
    .filter((written) => written !== '')
    .join('\n\n');
}

/** Blocks as somebody would type them on one line, so that `parseTypedLine` reads their words. */
export function writeTypedLine(blocks: readonly BlockContent[]): string {
  return writeLine(putOnOneLine(blocks), (written) => escapeOnlyLine(cleanLine(written)));
}

function writeBlock(block: BlockContent): string {
  switch (block.type) {
    case 'code':
      return writeCode(block.value, block.lang ?? '');
    case 'list':
      return writeList(block, 0);
    case 'blockquote':
      return writeTyped(block.children.filter(isContent))
        .split('\n')
        .map((line) => `> ${line}`.trimEnd())
        .join('\n');
    case 'paragraph':
    case 'heading':
      return writeLines(block.children).join('\n');
    default:
      return '';
  }
}

function isContent(node: Nodes): node is BlockContent {
  return ['code', 'list', 'blockquote', 'paragraph', 'heading'].includes(node.type);
}

function writeCode(value: string, lang: string): string {
  const longest = Math.max(2, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}${lang}\n${value}\n${mark}`;
}

function writeList(list: List, indent: number): string {
  const first = list.start ?? 1;
  return list.children
    .map((item, index) => {
      const mark = list.ordered === true ? `${first + index}.` : '-';
      const lines = item.children.flatMap((child) => (child.type === 'list' ? [] : writeItemLines(child)));
      const [head = '', ...others] = lines.filter((line) => line !== '');
      const lists = item.children.flatMap((child) => (child.type === 'list' ? [writeList(child, indent + 3)] : []));
      const blanks = ' '.repeat(indent);
      return [`${blanks}${mark} ${head}`, ...others.map((line) => `${blanks}   ${line}`), ...lists].join('\n');
    })
    .join('\n');
}

function writeItemLines(node: Nodes): string[] {
  if (node.type === 'paragraph' || node.type === 'heading') return writeLines(node.children);
  if (node.type === 'code')
    return node.value.split('\n').map((line) => writeLine([{ type: 'inlineCode', value: line }], escapeLine));
  return 'children' in node ? [...node.children].flatMap(writeItemLines) : [];
}

/** The lines of a paragraph. A style that lasts longer than a line is typed on each of them. */
function writeLines(nodes: readonly PhrasingContent[]): string[] {
  return splitLines(nodes).map((line) => writeLine(line, escapeLine));
}

function splitLines(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'break') lines.push([]);
    else if ('children' in node) {
      const [first = [], ...others] = splitLines(node.children);
      const wrap = (children: PhrasingContent[]) => (children.length === 0 ? [] : [{ ...node, children }]);
      lines.at(-1)?.push(...wrap(first));
      for (const line of others) lines.push([...wrap(line)]);
    } else lines.at(-1)?.push(node);
  }
  return lines;
}

/** A way to type a line: with its marks and addresses as they are, or with a backslash before each that is text. */
interface Manner {
  readonly escapes: boolean;
  readonly styles: boolean;
  /** An address is typed between brackets. */
  readonly brackets: boolean;
}

const manners: readonly Manner[] = [
  { escapes: false, styles: true, brackets: false },
  { escapes: true, styles: true, brackets: false },
  { escapes: true, styles: true, brackets: true },
  { escapes: true, styles: false, brackets: true },
];

/** The plainest way to type a line that is read as the same; `guard` keeps its start from being more than text. */
function writeLine(nodes: readonly PhrasingContent[], guard: (written: string) => string): string {
  const wanted = keyOf(nodes);
  const written = manners.map((manner) => guard(nodes.map((node) => writeNode(node, manner)).join('')));
  return written.find((line) => keyOf(parseTypedLine(line)) === wanted) ?? written.at(-1) ?? '';
}

const styleMarks: Readonly<Partial<Record<Nodes['type'], string>>> = { strong: '*', emphasis: '_', delete: '~' };

function writeNode(node: PhrasingContent, manner: Manner): string {
  const inner = () => ('children' in node ? node.children.map((child) => writeNode(child, manner)).join('') : '');
  switch (node.type) {
    case 'text':
      return manner.escapes ? node.value.replaceAll(/[*_~`<[]/g, '\\$&') : node.value;
    case 'inlineCode':
      return writeInlineCode(node.value);
    case 'link':
      return writeLink(node, inner(), manner);
    case 'break':
      return ' ';
    default: {
      const mark = manner.styles ? (styleMarks[node.type] ?? '') : '';
      return inner() === '' ? '' : `${mark}${inner()}${mark}`;
    }
  }
}

function writeInlineCode(value: string): string {
  const longest = Math.max(0, ...[...value.matchAll(/`+/g)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return longest === 0 ? `${mark}${value}${mark}` : `${mark} ${value} ${mark}`;
}

function writeLink({ url, children }: Link, label: string, { brackets }: Manner): string {
  const [words, ...others] = children;
  if (words?.type === 'text' && others.length === 0) {
    const isBare = !brackets && keyOf(parseTypedLine(words.value)) === keyOf([{ type: 'link', url, children }]);
    if (isBare) return words.value;
    if (words.value === url) return `<${url}>`;
  }
  if (isSafeUrl(url) && !/[<>]/.test(label)) return `<${url.replaceAll('|', '%7C')}|${label}>`;
  return /[[\]]/.test(label) ? `${label} ${url}` : `[${label}](${url})`;
}

/** What a line says, with the styles and address of each letter, whichever way its nodes are nested. */
function keyOf(nodes: readonly Nodes[], outer: readonly string[] = []): string {
  return nodes
    .map((node) => {
      if ('children' in node) return keyOf(node.children, [...outer, node.type === 'link' ? node.url : node.type]);
      const isCode = node.type === 'inlineCode';
      const style = [...outer, ...(isCode ? ['code'] : [])].toSorted().join();
      const value = 'value' in node ? node.value : ' ';
      return [...value].map((letter) => (letter.trim() === '' && !isCode ? ' ' : `${letter}${style};`)).join('');
    })
    .join('');
}

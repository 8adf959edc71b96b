import type { BlockContent, Definition, ListItem, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { cleanLine, cleanText } from '../text/clean-text.ts';
import { harmlessLine, harmlessSource, harmlessWords, isReference } from '../text/harmless-line.ts';
import { toPlainText } from '../text/plain-text.ts';
import { isSafeUrl } from '../text/safe-url.ts';
import { type Block, isBlock } from './embed.ts';
import { isReadable, parseMarkdown } from './markdown.ts';
import { blocksToMarkdown } from './to-markdown.ts';

/** What is needed to read the words of a text: where its links lead. */
type Addresses = ReadonlyMap<string, string>;

/** Languages of code that forges draw, or fetch pictures for, instead of showing the code. */
const drawn =
  /^(?:suggestion|mermaid|math|(?:geo|topo)json|stl|plantuml|puml|uml|kroki|\w*diag|bpmn|bytefield|d2|ditaa|dot|graphviz|erd|excalidraw|nomnoml|pikchr|structurizr|svgbob|symbolator|tikz|umlet|vega|vegalite|wavedrom|wireviz|json:table)/iu;

/**
 * Somebody's blocks for the description of a review. They say what they said, with links, code, emphasis, lists and
 * tables, and mean something only to people: forges notify nobody, link no issue, close and run nothing, and load no
 * picture because of them. Headings become bold lines, and HTML becomes text.
 */
export function harmlessBlocks(blocks: readonly RootContent[]): BlockContent[] {
  const all = blocks.filter(isBlock);
  const addresses = new Map(definitionsIn(all).map(({ identifier, url }) => [identifier, url]));
  return all.flatMap((block) => inBlock(block, addresses)).flatMap(check);
}

/** As `harmlessBlocks`, for Markdown. */
export function harmlessMarkdown(markdown: string): BlockContent[] {
  const text = cleanText(markdown);
  return isReadable(text) ? harmlessBlocks(parseMarkdown(text).children) : plainLines(text);
}

/** A line of plain text for the description of a review. */
export function harmlessParagraph(text: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: harmlessLine(text) }] };
}

function definitionsIn(nodes: readonly Nodes[]): Definition[] {
  return nodes.flatMap((node) => {
    if (node.type === 'definition') return [node];
    return 'children' in node ? definitionsIn(node.children) : [];
  });
}

function inBlock(block: Block, addresses: Addresses): BlockContent[] {
  const inAll = (blocks: readonly Block[]) => blocks.flatMap((one) => inBlock(one, addresses));
  switch (block.type) {
    case 'paragraph':
      return [{ ...block, children: words(block.children, addresses) }];
    case 'heading': {
      const strong = words(block.children, addresses).flatMap((node) =>
        node.type === 'strong' ? node.children : node,
      );
      return [{ type: 'paragraph', children: [{ type: 'strong', children: strong }] }];
    }
    case 'html':
      return plainLines(block.value);
    case 'definition':
      return [];
    case 'footnoteDefinition':
      return inAll(block.children);
    case 'blockquote':
      return [{ ...block, children: inAll(block.children) }];
    case 'list':
      return [{ ...block, children: block.children.map((item) => inItem(item, inAll(item.children))) }];
    case 'table':
      return [
        {
          ...block,
          children: block.children.map((row) => ({
            ...row,
            children: row.children.map((cell) => ({ ...cell, children: words(cell.children, addresses) })),
          })),
        },
      ];
    case 'code':
      return [{ ...block, ...languageOf(block.lang), value: inCode(block.value) }];
    case 'thematicBreak':
      return [block];
  }
}

/** A box that somebody ticked stays as a sign, which nobody can tick. */
function inItem(item: ListItem, children: BlockContent[]): ListItem {
  const box = item.checked === true ? '☑ ' : item.checked === false ? '☐ ' : '';
  const [first, ...others] = children;
  const marked: BlockContent[] =
    box === '' || first?.type !== 'paragraph'
      ? children
      : [{ ...first, children: [{ type: 'text', value: box }, ...first.children] }, ...others];
  return { ...item, checked: null, children: marked };
}

function languageOf(lang: string | null | undefined): { readonly lang: string | null; readonly meta: null } {
  const isPlain = lang !== null && lang !== undefined && /^[\w+#.-]{1,30}$/u.test(lang) && !drawn.test(lang);
  return { lang: isPlain ? lang : null, meta: null };
}

/** Code whose lines are no commands to GitLab, which reads the source of a description. */
function inCode(value: string): string {
  return harmlessSource(cleanText(value)).replaceAll(/^(?=\/[a-z]|::include|>>>)/gimu, ' ');
}

/** Words that begin a line, and other pieces of a paragraph. */
function words(nodes: readonly PhrasingContent[], addresses: Addresses): PhrasingContent[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    return inPhrasing(node, addresses, before === undefined || before.type === 'break');
  });
}

function inPhrasing(node: PhrasingContent, addresses: Addresses, isFirst: boolean): PhrasingContent[] {
  switch (node.type) {
    case 'text':
    case 'html':
      return inText(node.value, isFirst);
    case 'inlineCode':
      return codeOf(node.value);
    case 'strong':
    case 'emphasis':
    case 'delete':
      return [{ ...node, children: words(node.children, addresses) }];
    case 'link':
      return inLink(node.url, node.children, addresses);
    case 'linkReference':
      return inLink(addresses.get(node.identifier) ?? '', node.children, addresses);
    case 'image':
      return inLink(node.url, [{ type: 'text', value: node.alt ?? '' }], addresses);
    case 'imageReference':
      return inLink(addresses.get(node.identifier) ?? '', [{ type: 'text', value: node.alt ?? '' }], addresses);
    case 'footnoteReference':
      return inText(`(${node.label ?? node.identifier})`, false);
    default:
      return [node];
  }
}

/**
 * A link of somebody's. One to an issue or the like becomes the address as code, since every forge would take it for a
 * reference.
 */
function inLink(url: string, children: readonly PhrasingContent[], addresses: Addresses): PhrasingContent[] {
  const [only, ...others] = children;
  const address = url.replace(/^(?:https?:\/\/|mailto:)/iu, '');
  const isAddress = only?.type === 'text' && others.length === 0 && only.value.endsWith(address);
  const label = words(children, addresses).flatMap((node) => (node.type === 'link' ? node.children : node));
  if (isReference(url)) return [...(isAddress || label.length === 0 ? [] : [...label, text(' ')]), ...codeOf(address)];
  if (!isSafeUrl(url)) return label;
  const shown = isAddress || label.length === 0 ? [text(isAddress ? only.value : url)] : label;
  return [{ type: 'link', title: null, url, children: shown }];
}

function codeOf(value: string): PhrasingContent[] {
  return [{ type: 'inlineCode', value: harmlessSource(cleanLine(value)) }];
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

/** Signs that a forge makes boxes to tick, notes or a table of contents of, wherever brackets are read so late. */
const brackets: readonly (readonly [written: RegExp, instead: string])[] = [
  [/^\s*\[\s\](?=\s|$)/u, '☐'],
  [/^\s*\[[x~]\](?=\s|$)/iu, '☑'],
  [/\[(!\w+|toc)\]/giu, '($1)'],
  [/\[\[/gu, '(('],
  [/\]\]/gu, '))'],
];

/** Text, in which a command at the beginning of a line becomes code. */
function inText(value: string, isFirst: boolean): PhrasingContent[] {
  return cleanText(value)
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => {
      const plain = brackets.reduce((all, [written, instead]) => all.replace(written, instead), line);
      const begin = index === 0 ? [] : [text('\n')];
      const command = isFirst || index > 0 ? commandAt.exec(plain)?.[0] : undefined;
      if (command === undefined) return [...begin, text(harmlessWords(plain))];
      return [...begin, ...codeOf(command), text(harmlessWords(plain.slice(command.length)))];
    });
}

/** A quick action, or an inclusion, of GitLab's. A path looks like one. */
const commandAt = /^\s*(?:\/[\p{L}_]\S*|::include\S*|>>>)/u;

const commandInSource = /^(?:\/[\p{L}_]|::include|>>>)/mu;

/** A block as it is, unless what it became may be read as more than that: then its text, line by line. */
function check(block: BlockContent): BlockContent[] {
  const source = blocksToMarkdown([block]);
  return isHarmless(source) ? [block] : plainLines(toPlainText(source));
}

/** Whether the source of a description means something only to people. */
function isHarmless(source: string): boolean {
  if (!isReadable(source) || harmlessSource(source) !== source) return false;
  const { children } = parseMarkdown(source);
  return !commandInSource.test(source) && children.every(isFine);
}

function isFine(node: Nodes): boolean {
  switch (node.type) {
    case 'text':
      return harmlessWords(node.value) === node.value;
    case 'link':
      return isSafeUrl(node.url) && !isReference(node.url);
    case 'html':
    case 'heading':
    case 'image':
    case 'imageReference':
    case 'definition':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'linkReference':
      return false;
    case 'listItem':
      return typeof node.checked !== 'boolean' && node.children.every(isFine);
    default:
      return !('children' in node) || [...node.children].every(isFine);
  }
}

function plainLines(text: string): Paragraph[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(harmlessParagraph);
}

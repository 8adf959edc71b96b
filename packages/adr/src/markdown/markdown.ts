import type { Nodes, Paragraph, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { type Guarded, guard } from './guard/guard.ts';
import { countIn, type TextRange } from './guard/text-range.ts';
import { withoutNeedlessEscapes } from './needless-escapes.ts';
import { forFiles, forPieces, type ParserFor } from './parsers.ts';
import { haveSameNodes } from './same-nodes.ts';

// remark-gfm keeps "www.example.org" from becoming a link, but not "www.über.example".
const wwwBeforeAnyDomain: NonNullable<Options['unsafe']>[number] = {
  character: '.',
  before: '[Ww]',
  // The first character of a domain. The period at the end of “now.” is followed by none.
  after: '[-._\\w\\u0080-\\uffff]',
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'link', 'image', 'label'],
};

// mdast-util-to-markdown counts the characters before and after a match as part of it, and so misses the second “@” in
// “a@b@c”. Lookarounds avoid that.
const addressAfterAnother: NonNullable<Options['unsafe']>[number] = {
  character: '@',
  before: '(?<=[+\\-.\\w])',
  after: '(?=[\\-.\\w])',
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'link', 'image', 'label'],
};

/** The marks for which Markdown allows a choice. */
interface Marks {
  readonly bullet: '*' | '-' | '+';
  readonly emphasis: '*' | '_';
}

const madrMarks: Marks = { bullet: '*', emphasis: '_' };

/** Paragraphs have no escapes that they don't need. */
const writeParagraph: NonNullable<NonNullable<Options['handlers']>['paragraph']> = (
  node: Paragraph,
  _,
  state,
  info,
) => {
  const leaveParagraph = state.enter('paragraph');
  const leaveWords = state.enter('phrasing');
  const written = state.containerPhrasing(node, info);
  leaveWords();
  leaveParagraph();
  // What the guard takes for text may be anything to other tools.
  return withoutNeedlessEscapes(
    written,
    (one, other) => isReadable(other) && haveSameNodes(parseMarkdown(one).children, parseMarkdown(other).children),
  );
};

function makeWriter({ bullet, emphasis }: Marks) {
  return unified()
    .use(remarkStringify, {
      bullet,
      emphasis,
      handlers: { paragraph: writeParagraph },
      listItemIndent: 'one',
      unsafe: [wwwBeforeAnyDomain, addressAfterAnother],
    })
    .use(remarkGfm)
    .use(remarkFrontmatter)
    .freeze();
}

const writers = new Map<string, ReturnType<typeof makeWriter>>();

function writerOf(marks: Marks): ReturnType<typeof makeWriter> {
  const key = marks.bullet + marks.emphasis;
  const writer = writers.get(key) ?? makeWriter(marks);
  writers.set(key, writer);
  return writer;
}

/** Parses a piece of Markdown (CommonMark with GitHub's extensions) without front matter. */
export function parseMarkdown(markdown: string): Root {
  return parseGuarded(markdown, forPieces).tree;
}

/** Parses a whole Markdown file, which may start with YAML front matter. */
export function parseMarkdownFile(markdown: string): Root {
  return parseGuarded(markdown, forFiles).tree;
}

/** A tree and the guard's remarks. Text that the guard refused to read is at the end, verbatim, as an HTML node. */
export interface GuardedTree extends Omit<Guarded, 'restore'> {
  readonly tree: Root;
}

/** Parses a whole Markdown file and reports what could not be read as Markdown. */
export function readMarkdownFile(markdown: string): GuardedTree {
  return parseGuarded(markdown, forFiles);
}

/** Whether the guard lets all of a text through. Other tools may read the rest as anything, such as HTML. */
export function isReadable(markdown: string): boolean {
  return guardFor(markdown, forPieces).exceededLimits.length === 0;
}

function guardFor(markdown: string, parserFor: ParserFor): Guarded {
  return guard(markdown, (text) => wordsIn(parserFor(text, 'blocks alone').parse(text)));
}

function parseGuarded(markdown: string, parserFor: ParserFor): GuardedTree {
  const { readable, restore, rest, exceededLimits } = guardFor(markdown, parserFor);
  const tree = parserFor(readable).parse(readable);
  if (restore !== undefined) restoreIn(tree, restore);
  if (rest !== '') tree.children.push(unread(readable, rest));
  return { tree, readable, rest, exceededLimits };
}

/** The paragraphs, headings and cells of a tree. */
function wordsIn(node: Nodes): TextRange[] {
  if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell')
    return 'children' in node ? node.children.flatMap(wordsIn) : [];
  const { start, end } = node.position ?? {};
  return start?.offset === undefined || end?.offset === undefined
    ? []
    : [{ start: start.offset, end: end.offset, line: start.line }];
}

function restoreIn(node: Nodes, restore: (text: string) => string): void {
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'type' && typeof value === 'string') Object.assign(node, { [key]: restore(value) });
  }
  if ('children' in node) for (const child of node.children) restoreIn(child, restore);
}

function unread(read: string, rest: string): RootContent {
  const line = 1 + countIn(read, /\r\n?|\n/g);
  const end = { line, column: 2, offset: read.length + rest.length };
  return { type: 'html', value: rest, position: { start: { line, column: 1, offset: read.length }, end } };
}

/** Writes a tree as Markdown, in which text nodes stay text. The result ends with one line feed unless it is empty. */
export function writeMarkdown(tree: Root, marks: Marks = madrMarks): string {
  return writerOf(marks).stringify(tree);
}

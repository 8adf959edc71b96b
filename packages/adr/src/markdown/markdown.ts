import type { Nodes, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify, { type Options } from 'remark-stringify';
import { type Processor, unified } from 'unified';
import { type Guarded, guard } from './guard/guard.ts';
import { countIn, type TextRange } from './guard/text-range.ts';

// remark-gfm looks for addresses a second time in the finished tree, where it can't see that the writer had escaped
// them; without this, a typed address would come back as a link. Addresses that nobody escaped are still found.
function respectEscapedAddresses(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}

// What stands inside a paragraph stays as it is typed; where paragraphs begin and end is the same without it.
const insideParagraphs: readonly string[] = [
  'attention',
  'autolink',
  'characterEscape',
  'characterReference',
  'codeText',
  'emailAutolink',
  'gfmFootnoteCall',
  'gfmPotentialFootnoteCall',
  'hardBreakEscape',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'protocolAutolink',
  'strikethrough',
  'wwwAutolink',
];

function readBlocksAlone(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { disable: { null: [...insideParagraphs] } }];
}

// Each on its own: a reader made from a frozen one would try every extension twice.
const makeReader = () => unified().use(remarkParse).use(remarkGfm).use(respectEscapedAddresses);
const makeFileReader = () => makeReader().use(remarkFrontmatter);
const plain = { reader: makeReader().freeze(), blockReader: makeReader().use(readBlocksAlone).freeze() };
const withFrontMatter = {
  reader: makeFileReader().freeze(),
  blockReader: makeFileReader().use(readBlocksAlone).freeze(),
};

// The parser looks for the end of front matter to the end of the text; where there is none, it has taken no line on its
// way for a list or a quotation.
const frontMatter = /^\ufeff?---[ \t]*(?:\r\n?|\n)(?:[\s\S]*?(?:\r\n?|\n))?---[ \t]*(?:[\r\n]|$)/;

/** Whether a text begins with YAML between two fences. */
export function hasFrontMatter(text: string): boolean {
  return frontMatter.test(text);
}

/** The readers for a text. */
type ReadersFor = (text: string) => typeof plain;

const forPieces: ReadersFor = () => plain;
const forFiles: ReadersFor = (text) => (hasFrontMatter(text) ? withFrontMatter : plain);

// remark-gfm keeps "www.example.org" from becoming a link, but not "www.über.example".
const wwwBeforeAnyDomain: NonNullable<Options['unsafe']>[number] = {
  character: '.',
  before: '[Ww]',
  // What a domain begins with: the end of a sentence in “now.” is none.
  after: '[-._\\w\\u0080-\\uffff]',
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'link', 'image', 'label'],
};

// mdast-util-to-markdown takes what stands before and after a character for a part of what it has found, and so misses
// the second of the two in “a@b@c”; here they are only looked at.
const addressAfterAnother: NonNullable<Options['unsafe']>[number] = {
  character: '@',
  before: '(?<=[+\\-.\\w])',
  after: '(?=[\\-.\\w])',
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'link', 'image', 'label'],
};

/** The marks for which Markdown leaves a choice. */
interface Marks {
  readonly bullet: '*' | '-' | '+';
  readonly emphasis: '*' | '_';
}

const madrMarks: Marks = { bullet: '*', emphasis: '_' };

function makeWriter({ bullet, emphasis }: Marks) {
  return unified()
    .use(remarkStringify, {
      bullet,
      emphasis,
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

/** Reads a piece of Markdown (CommonMark with GitHub's additions) that has no front matter of its own. */
export function parseMarkdown(markdown: string): Root {
  return parseGuarded(markdown, forPieces).tree;
}

/** Reads a whole Markdown file, which may begin with YAML front matter. */
export function parseMarkdownFile(markdown: string): Root {
  return parseGuarded(markdown, forFiles).tree;
}

/** A tree and the guard's remarks. What the guard refused to read is kept at the end, verbatim, as an HTML node. */
export interface GuardedTree extends Omit<Guarded, 'restore'> {
  readonly tree: Root;
}

/** Reads a whole Markdown file and reports what could not be read as Markdown. */
export function readMarkdownFile(markdown: string): GuardedTree {
  return parseGuarded(markdown, forFiles);
}

/** Whether the guard lets all of a text through. Other readers may take the rest for anything, such as HTML. */
export function isReadable(markdown: string): boolean {
  return guardFor(markdown, forPieces).exceededLimits.length === 0;
}

function guardFor(markdown: string, readersFor: ReadersFor): Guarded {
  return guard(markdown, (text) => wordsIn(readersFor(text).blockReader.parse(text)));
}

function parseGuarded(markdown: string, readersFor: ReadersFor): GuardedTree {
  const { readable, restore, rest, exceededLimits } = guardFor(markdown, readersFor);
  const tree = readersFor(readable).reader.parse(readable);
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

/** Writes a tree as Markdown in which text nodes stay text; ends with one line feed unless it is empty. */
export function writeMarkdown(tree: Root, marks: Marks = madrMarks): string {
  return writerOf(marks).stringify(tree);
}

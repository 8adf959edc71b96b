import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Data, type Processor, unified } from 'unified';

/** Parses Markdown into a tree. */
interface Parser {
  parse(markdown: string): Root;
}

/** Chooses the parser for a text; one for blocks alone leaves what is inside paragraphs. */
export type ParserFor = (text: string, extent?: 'blocks alone') => Parser;

/** Parsers for pieces of Markdown, without front matter. */
export const forPieces: ParserFor = (text, extent) => parserFor(text, { hasFrontMatter: false, extent });

/** Parsers for whole files. */
export const forFiles: ParserFor = (text, extent) => parserFor(text, { hasFrontMatter: hasFrontMatter(text), extent });

// The parser searches the whole text for the end of front matter. If there is none, it has not recognized any of those
// lines as a list or quotation. YAML never begins with bold text: then the lines of hyphens are rules.
const frontMatter = /^\ufeff?---[ \t]*(?:\r\n?|\n)(?!\s{0,9}\*\*)(?:[\s\S]*?(?:\r\n?|\n))?---[ \t]*(?:[\r\n]|$)/;

/** Whether a text starts with YAML between two fences. */
export function hasFrontMatter(text: string): boolean {
  return frontMatter.test(text);
}

/**
 * Constructs that the parser tries at each word or each line, and what every text that has one contains. Without them,
 * parsing takes two thirds of the time.
 */
const tried: readonly { readonly name: string; readonly sign: RegExp }[] = [
  { name: 'emailAutolink', sign: /@/ },
  { name: 'wwwAutolink', sign: /www\./i },
  { name: 'protocolAutolink', sign: /https?:\/\//i },
  // In the row of hyphens, one is beside a bar or a colon.
  { name: 'table', sign: /[|:][ \t]*-|-[ \t]*[|:]/ },
];

/** What a parser is made for. */
interface Purpose {
  readonly hasFrontMatter: boolean;
  readonly extent: 'blocks alone' | undefined;
}

const parsers = new Map<string, Parser>();

function parserFor(text: string, purpose: Purpose): Parser {
  const unused = tried.filter(({ sign }) => !sign.test(text)).map(({ name }) => name);
  const key = [purpose.hasFrontMatter, purpose.extent, ...unused].join();
  const known = parsers.get(key);
  if (known !== undefined) return known;
  const parser = makeParser(unused, purpose);
  parsers.set(key, parser);
  return parser;
}

// A parser derived from a frozen one would apply every extension twice, so each is made separately.
function makeParser(unused: readonly string[], { hasFrontMatter: isFile, extent }: Purpose): Parser {
  const base = unified().use(remarkParse).use(remarkGfm).use(respectEscapedAddresses).use(leaveOut, unused);
  if (isFile) base.use(remarkFrontmatter);
  if (extent === 'blocks alone') base.use(readBlocksAlone);
  return base.freeze();
}

// remark-gfm looks for URLs a second time in the finished tree, where it can't see that they were escaped. Without
// this, an escaped URL would become a link again. URLs that are not escaped are still found.
function respectEscapedAddresses(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}

type SyntaxExtension = NonNullable<Data['micromarkExtensions']>[number];

// The parser would still stop at each character where a disabled construct may begin.
function leaveOut(this: Processor, names: readonly string[]): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => without(extension, names));
}

/** What an extension has for a character: mostly constructs. */
type Entry = { readonly name?: string } | string | number;

/** An extension without the constructs of these names. */
function without(extension: SyntaxExtension, names: readonly string[]): SyntaxExtension {
  const isLeft = (construct: Entry) => typeof construct !== 'object' || !names.includes(construct.name ?? '');
  const hooks = Object.entries(extension).map(([hook, byCharacter]) => {
    const left = Object.entries<Entry | Entry[]>(byCharacter ?? {}).map(
      ([code, all]) => [code, [all].flat().filter(isLeft)] as const,
    );
    return [hook, Object.fromEntries(left.filter(([, constructs]) => constructs.length > 0))] as const;
  });
  return Object.fromEntries(hooks);
}

// Constructs inside paragraphs. They don't affect where paragraphs begin and end.
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

import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkStringify, { type Options } from 'remark-stringify';
import { type Processor, unified } from 'unified';

// remark-gfm looks for addresses a second time in the finished tree, where it can't see that the writer had escaped
// them; without this, a typed address would come back as a link. Addresses that nobody escaped are still found.
function respectEscapedAddresses(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map((extension) => ({ ...extension, transforms: [] }));
}

const reader = unified().use(remarkParse).use(remarkGfm).use(respectEscapedAddresses).freeze();
const fileReader = reader().use(remarkFrontmatter).freeze();

// remark-gfm keeps "www.example.org" from becoming a link, but not "www.über.example".
const wwwBeforeAnyDomain: NonNullable<Options['unsafe']>[number] = {
  character: '.',
  before: '[Ww]',
  inConstruct: 'phrasing',
  notInConstruct: ['autolink', 'link', 'image', 'label'],
};

const writer = unified()
  .use(remarkStringify, { bullet: '*', emphasis: '_', listItemIndent: 'one', unsafe: [wwwBeforeAnyDomain] })
  .use(remarkGfm)
  .use(remarkFrontmatter)
  .freeze();

/** Reads a piece of Markdown (CommonMark with GitHub's additions) that has no front matter of its own. */
export function parseMarkdown(markdown: string): Root {
  return reader.parse(markdown);
}

/** Reads a whole Markdown file, which may begin with YAML front matter. */
export function parseMarkdownFile(markdown: string): Root {
  return fileReader.parse(markdown);
}

/** Writes a tree as Markdown in which text nodes stay text; ends with one line feed unless it is empty. */
export function writeMarkdown(tree: Root): string {
  return writer.stringify(tree);
}

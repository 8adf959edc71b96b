import type { Heading, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { findDate } from './dates.ts';
import { entriesIn, fold } from './entries.ts';
import { isStatusKey } from './status-keys.ts';

/** Where everything of an ADR stands, found without Gavel's own reader. */
export interface Outline {
  /** Without byte order marks, and with line feeds only. */
  readonly text: string;
  readonly nodes: readonly RootContent[];
  /** What is between the fences of the front matter; empty if there is none. */
  readonly frontMatter: string;
  readonly title: Heading | undefined;
  readonly aboveTitle: readonly RootContent[];
  /** Everything up to the first section. Without a title, it starts at the top. */
  readonly underTitle: readonly RootContent[];
  /** All headings but the title. */
  readonly headings: readonly Heading[];
  readonly closing: readonly RootContent[];
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** Reads a file as plain Markdown. `name` is its path, whose words its title has. */
export function outlineOf(file: string, name: string): Outline {
  const text = file.replace(/^\ufeff+/, '').replaceAll(/\r\n?/g, '\n');
  const front = frontMatterOf(text);
  const blank = front === undefined ? '' : text.slice(front.start, front.end).replaceAll(/[^\n]/g, ' ');
  const body = front === undefined ? text : text.slice(0, front.start) + blank + text.slice(front.end);
  const nodes = withBoldHeadings(parser.parse(body).children, text);
  const frontMatter = front?.yaml ?? '';
  const title = titleOf(nodes, frontMatter, name);
  const at = title === undefined ? -1 : nodes.indexOf(title);
  const headings = nodes.filter((node) => node.type === 'heading').filter((node) => node !== title);
  const sections = headings.filter((heading) => nodes.indexOf(heading) > at);
  const end = sections[0] === undefined ? nodes.length : nodes.indexOf(sections[0]);
  const underTitle = nodes.slice(at + 1, end);
  return {
    text,
    nodes,
    frontMatter,
    title,
    aboveTitle: nodes.slice(0, Math.max(at, 0)),
    underTitle,
    headings,
    closing: sections.length === 0 ? [] : closingOf(text, nodes),
  };
}

/** A piece of a text as it is written, from the first of some blocks to the last. */
export function slice(text: string, nodes: readonly RootContent[]): string {
  return text.slice(nodes[0]?.position?.start.offset ?? 0, nodes.at(-1)?.position?.end.offset ?? 0);
}

/** What is between two fences at the top, or below a heading there, if it has keys. */
function frontMatterOf(text: string): { start: number; end: number; yaml: string } | undefined {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => /^---[ \t]*$/.test(line));
  const isAtTop = lines.slice(0, first).every((line) => /^(?:\s*|# .*|<!--.*-->)$/.test(line));
  if (first === -1 || !isAtTop) return undefined;
  const length = lines.slice(first + 1).findIndex((line) => /^(?:---|\.\.\.)[ \t]*$/.test(line));
  const yaml = lines.slice(first + 1, first + 1 + length);
  const isYaml = yaml.every((line) => /^(?:[\p{L}_][^:]*:(?:\s.*)?|[ \t].*|- .*|#.*|)$/u.test(line));
  if (length < 1 || !isYaml || yaml[0]?.trim() === '') return undefined;
  const before = lines.slice(0, first).join('\n').length + (first > 0 ? 1 : 0);
  const end = before + lines.slice(first, first + length + 2).join('\n').length;
  return { start: before, end, yaml: yaml.join('\n') };
}

/** In a file with no heading but the title, bold lines are its headings. */
function withBoldHeadings(nodes: readonly RootContent[], text: string): RootContent[] {
  const real = nodes.filter(({ type }) => type === 'heading').length;
  if (real > 1) return [...nodes];
  return nodes.map((node): RootContent => {
    const isBold = node.type === 'paragraph' && node.children.length === 1 && node.children[0]?.type === 'strong';
    if (!isBold || /[:：]\W*$/.test(slice(text, [node]))) return node;
    return { type: 'heading', depth: 2, children: node.children, ...(node.position && { position: node.position }) };
  });
}

/** The heading that says what the file or its front matter is named after, or else the only one above all others. */
function titleOf(nodes: readonly RootContent[], frontMatter: string, name: string): Heading | undefined {
  const headings = nodes.filter((node) => node.type === 'heading');
  const [first, second] = headings;
  if (first === undefined) return undefined;
  const named = /^title:(?<title>.*)$/m.exec(frontMatter)?.groups?.title ?? '';
  const known = [wordsOf(named), wordsOf(nameOf(name))];
  const isNamed = (heading: Heading) => known.some((words) => areAlike(words, wordsOf(textOf(heading))));
  const found = [first, second].find((heading) => heading !== undefined && isNamed(heading));
  if (found !== undefined) return found;
  const highest = Math.min(...headings.map(({ depth }) => depth));
  const [top, ...others] = headings.filter(({ depth }) => depth === highest);
  const isOnly = others.length === 0 && headings.length > 1;
  if (top === undefined || startsSection(top)) return undefined;
  // A title in the front matter needs no heading: one without a word of it is that of a section.
  const isRelated = known.some((words) => sharedBy(wordsOf(textOf(top)), words) > 0);
  if (named !== '') return isOnly && top === first && isRelated ? top : undefined;
  return isOnly || highest === 1 || (top === first && hasNumberOf(top, name)) ? top : undefined;
}

/** Names of the first sections of ADRs. */
const firstSections =
  /^(?:\d+ )?(?:summary|context|kontext|contexte|contexto|contesto|контекст|背景|상황|배경)(?!\p{L})/u;

function startsSection(heading: Heading): boolean {
  const name = fold(textOf(heading));
  return isStatusKey(name) || firstSections.test(name);
}

function hasNumberOf(heading: Heading, name: string): boolean {
  const number = /\d+/.exec(nameOf(name))?.[0];
  return number !== undefined && new RegExp(`(?<!\\d)0*${Number(number)}(?!\\d)`).test(textOf(heading));
}

/** The name of a file without its ending, or that of its folder. */
function nameOf(path: string): string {
  const [folder = '', file = ''] = path.split('/').slice(-2).length === 1 ? ['', path] : path.split('/').slice(-2);
  return /^(?:readme|index|adr|decision)\.\w+$/i.test(file) ? folder : file.replace(/\.\w+$/, '');
}

function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return new Set(plain.match(/\p{L}{2,}/gu)?.filter((word) => word !== 'adr'));
}

const sharedBy = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((word) => other.has(word)).length;

/** Whether most words of the shorter of two texts are in the other. */
function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const shared = sharedBy(one, other);
  return shared > 1 && shared * 2 > Math.min(one.size, other.size);
}

/** How many blocks at the end may be metadata. */
const mostClosing = 12;

/** What is after the last rule, or the entries with a status or a date at the end. */
function closingOf(text: string, nodes: readonly RootContent[]): readonly RootContent[] {
  const heading = nodes.findLastIndex(({ type }) => type === 'heading');
  const rule = nodes.findLastIndex(({ type }) => type === 'thematicBreak');
  if (rule > heading && rule < nodes.length - 1) return nodes.slice(rule + 1);
  const last = nodes.slice(Math.max(heading + 2, nodes.length - mostClosing));
  const isMetadata = (some: readonly RootContent[]) => {
    const lines = slice(text, some)
      .split('\n')
      .filter((line) => line.trim() !== '');
    const entries = entriesIn(slice(text, some), '');
    // A table with more columns says something of several things.
    const isWide = some.some((node) => node.type === 'table' && (node.children[0]?.children.length ?? 0) > 2);
    const isTold = !isWide && entries.some(({ key, value }) => isStatusKey(key) || findDate(value) === value.trim());
    return isTold && entries.length > 1 && entries.length >= lines.length;
  };
  const at = last.findIndex((_, index) => isMetadata(last.slice(index)));
  return at === -1 ? [] : last.slice(at);
}

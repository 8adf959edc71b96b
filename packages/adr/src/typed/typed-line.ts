import type { PhrasingContent } from 'mdast';
import { type Address, findAddresses } from '../text/addresses.ts';
import { cleanLine } from '../text/clean-text.ts';
import { isEmbeddable, isSafeUrl } from '../text/safe-url.ts';
import { unescapeLine } from './line-start.ts';

/** A mark that people type around words, and what it makes of them. */
interface StyleMark {
  readonly mark: string;
  readonly type: 'strong' | 'emphasis' | 'delete';
}

// Longer marks first.
const styleMarks: readonly StyleMark[] = [
  { mark: '**', type: 'strong' },
  { mark: '*', type: 'strong' },
  { mark: '_', type: 'emphasis' },
  { mark: '~~', type: 'delete' },
  { mark: '~', type: 'delete' },
];

/** What is known about the text that is read. */
interface Reading {
  readonly text: string;
  /** By where they start. */
  readonly addresses: ReadonlyMap<number, Address>;
  /** Styles that are open already; they don't nest. */
  readonly open: readonly StyleMark['type'][];
}

/** A node, and where the text goes on after it. */
interface Found {
  readonly nodes: readonly PhrasingContent[];
  readonly end: number;
}

/**
 * One line as people type it in Slack, read as Slack would show it: `*bold*`, `_italic_`, `~struck~`, `` `code` ``,
 * `<address|label>`, and addresses. What people are used to from Markdown works as well: `**bold**`, `[label](address)`,
 * and a backslash before a mark that is none. Everything else is text, letter by letter.
 */
export function parseTypedLine(typed: string): PhrasingContent[] {
  return parseTypedPiece(unescapeLine(cleanLine(typed)));
}

/** As `parseTypedLine`, for a piece of a line whose blanks are kept. */
export function parseTypedPiece(piece: string): PhrasingContent[] {
  if (mayHaveMarks.test(piece)) return readLine(piece);
  return piece === '' ? [] : [{ type: 'text', value: piece }];
}

// Most lines have none, and cards are drawn often.
const mayHaveMarks = /[*_~`<[\\@]|:\/\/|www\./i;

function readLine(text: string, open: Reading['open'] = []): PhrasingContent[] {
  const addresses = new Map(findAddresses(text).map((address) => [address.start, address]));
  const reading = { text, addresses, open };
  const nodes: PhrasingContent[] = [];
  for (let at = 0; at < text.length; ) {
    const found = readCode(reading, at) ?? readLink(reading, at) ?? readStyled(reading, at) ?? readText(reading, at);
    for (const node of found.nodes) push(nodes, node);
    at = found.end;
  }
  return nodes;
}

function push(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1);
  if (node.type === 'text' && last?.type === 'text') last.value += node.value;
  else nodes.push(node);
}

/** Up to the next place where something may begin. */
function readText({ text }: Reading, at: number): Found {
  const escaped = readEscape(text, at);
  if (escaped !== undefined) return { nodes: [{ type: 'text', value: escaped }], end: at + 2 };
  const isWord = /[\p{L}\p{N}]/u.test(text.charAt(at));
  const rest = isWord ? (/^[\p{L}\p{N}]+/u.exec(text.slice(at))?.[0] ?? '') : '';
  // An email address may begin anywhere that is no word.
  const value = rest === '' ? text.charAt(at) : rest;
  return { nodes: [{ type: 'text', value }], end: at + value.length };
}

/** A backslash keeps a mark from being one. */
function readEscape(text: string, at: number): string | undefined {
  return text.charAt(at) === '\\' && /[*_~`<[]/.test(text.charAt(at + 1)) ? text.charAt(at + 1) : undefined;
}

function readCode({ text }: Reading, at: number): Found | undefined {
  const end = endOfCode(text, at);
  if (end === undefined) return undefined;
  const marks = lengthOfRun(text, at);
  const inner = text.slice(at + marks, end - marks);
  // More than one backquote around code that begins or ends with one needs a blank between (CommonMark: code spans).
  const isPadded = inner.includes('`') && inner.startsWith(' ') && inner.endsWith(' ');
  const value = isPadded ? inner.slice(1, -1) : inner;
  return { nodes: [{ type: 'inlineCode', value }], end };
}

/** Where the code that begins here ends; undefined if none does. */
function endOfCode(text: string, at: number): number | undefined {
  const marks = lengthOfRun(text, at);
  if (marks === 0 || text.charAt(at - 1) === '`') return undefined;
  for (let close = text.indexOf('`', at + marks); close !== -1; ) {
    const run = lengthOfRun(text, close);
    if (run === marks) return text.slice(at + marks, close).trim() === '' ? undefined : close + run;
    close = text.indexOf('`', close + run);
  }
  return undefined;
}

function lengthOfRun(text: string, at: number): number {
  let end = at;
  while (text.charAt(end) === '`') end += 1;
  return end - at;
}

const slackLink = /^<(?<url>[a-z]+:[^\s<>|]+)(?:\|(?<label>[^<>\n]+))?>/i;
const markdownLink = /^\[(?<label>[^[\]\n]+)\]\((?<url>[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/;

/** A link as it is typed, or an address that is one. */
interface TypedLink {
  readonly url: string;
  /** What it shows: typed words, or the address letter by letter. */
  readonly label?: string | undefined;
  readonly address?: string;
  readonly end: number;
}

function readLink({ text, addresses, open }: Reading, at: number): Found | undefined {
  const link = linkAt(text, addresses, at);
  if (link === undefined) return undefined;
  const { url, label, address = url.replace(/^mailto:/, ''), end } = link;
  // A label that is another address would lead somewhere else than it says.
  const isHonest = label !== undefined && findAddresses(label).every((inLabel) => inLabel.url === url);
  const words = isHonest ? readLine(label, open).flatMap(withoutLinks) : [];
  const children = words.length > 0 ? words : [{ type: 'text' as const, value: address }];
  return { nodes: [{ type: 'link', title: null, url, children }], end };
}

function linkAt(text: string, addresses: Reading['addresses'], at: number): TypedLink | undefined {
  const address = addresses.get(at);
  if (address !== undefined) return { url: address.url, address: text.slice(at, address.end), end: address.end };
  const begin = text.charAt(at);
  if (begin !== '<' && begin !== '[') return undefined;
  const match = (begin === '<' ? slackLink : markdownLink).exec(text.slice(at));
  const { url, label } = match?.groups ?? {};
  if (match === null || url === undefined) return undefined;
  const isFine = begin === '<' ? isSafeUrl(url) : isEmbeddable(url);
  return isFine ? { url, label, end: at + match[0].length } : undefined;
}

/** Links don't nest. */
function withoutLinks(node: PhrasingContent): PhrasingContent[] {
  if (node.type === 'link') return node.children.flatMap(withoutLinks);
  return [node];
}

function readStyled(reading: Reading, at: number): Found | undefined {
  const { text, open } = reading;
  const style = styleMarks.find(({ mark }) => isMark(text, at, mark));
  if (style === undefined || open.includes(style.type)) return undefined;
  const start = at + style.mark.length;
  if (isWordAt(text, at - 1) || isBlankAt(text, start)) return undefined;
  const close = findClose(reading, start, style.mark);
  if (close === undefined) return undefined;
  const children = readLine(text.slice(start, close), [...open, style.type]);
  return { nodes: [{ type: style.type, children }], end: close + style.mark.length };
}

/** Where the mark that closes a style is. Marks in code and addresses close nothing. */
function findClose({ text, addresses }: Reading, start: number, mark: string): number | undefined {
  for (let at = start; at < text.length; ) {
    const isClose =
      at > start && isMark(text, at, mark) && !isBlankAt(text, at - 1) && !isWordAt(text, at + mark.length);
    if (isClose) return at;
    const isEscape = readEscape(text, at) !== undefined;
    at = isEscape ? at + 2 : (endOfCode(text, at) ?? linkAt(text, addresses, at)?.end ?? at + 1);
  }
  return undefined;
}

/** Whether exactly this mark is at a place, and not a longer one. */
function isMark(text: string, at: number, mark: string): boolean {
  const character = mark.charAt(0);
  return text.startsWith(mark, at) && text.charAt(at - 1) !== character && text.charAt(at + mark.length) !== character;
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}\p{M}]/u.test(text.charAt(at));
}

function isBlankAt(text: string, at: number): boolean {
  return text.charAt(at).trim() === '';
}

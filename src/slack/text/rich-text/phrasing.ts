import type { Paragraph, PhrasingContent } from 'mdast';
import type { Run } from './run.ts';

/** Runs as paragraphs: an empty line separates them, and a single line feed within one is a hard line break. */
export function toParagraphs(runs: readonly Run[]): Paragraph[] {
  const paragraphs: Run[][] = [[]];
  for (const line of toLines(runs)) {
    const paragraph = paragraphs.at(-1) ?? [];
    if (line.runs.length === 0) paragraphs.push([]);
    else if (paragraph.length === 0) paragraph.push(...line.runs);
    else paragraph.push(line.feed, ...line.runs);
  }
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => ({ type: 'paragraph', children: nest(paragraph, wrappers) }));
}

interface Line {
  /** The line feed before it, which has a style of its own. */
  readonly feed: Run;
  readonly runs: readonly Run[];
}

/** The lines, each without spaces at its edges, and with spaces at the edges of styles as runs of their own. */
function toLines(runs: readonly Run[]): Line[] {
  const first: Run = { text: '\n', url: undefined, bold: false, italic: false, strike: false, code: false };
  const lines: { feed: Run; runs: Run[] }[] = [{ feed: first, runs: [] }];
  for (const run of runs) {
    for (const text of run.text.split(/(\n)/)) {
      if (text === '\n') lines.push({ feed: { ...run, text }, runs: [] });
      else lines.at(-1)?.runs.push(...splitBlanks({ ...run, text }));
    }
  }
  return lines.map((line) => ({ ...line, runs: trimLine(line.runs) }));
}

/** Spaces in code are part of it. */
function splitBlanks(run: Run): Run[] {
  const parts = run.code ? [run.text] : run.text.split(/^(\s+)|(?<!\s)(\s+)$/);
  return parts.filter((text) => text).map((text) => ({ ...run, text }));
}

function trimLine(runs: readonly Run[]): readonly Run[] {
  const start = runs.findIndex((run) => !isBlank(run));
  return start === -1 ? [] : runs.slice(start, runs.findLastIndex((run) => !isBlank(run)) + 1);
}

function isBlank(run: Run): boolean {
  return run.text === '\n' || (!run.code && run.text.trim() === '');
}

/** One way to wrap an inline node around runs: around which runs, and how. */
interface Wrapper {
  /** What a run has to share with the first run to be inside one node; `undefined` if it can't be. */
  key(run: Run): string | undefined;
  wrap(children: PhrasingContent[], key: string): PhrasingContent;
}

const wrappers: readonly Wrapper[] = [
  { key: (run) => (run.bold ? 'bold' : undefined), wrap: (children) => ({ type: 'strong', children }) },
  { key: (run) => (run.italic ? 'italic' : undefined), wrap: (children) => ({ type: 'emphasis', children }) },
  { key: (run) => (run.strike ? 'strike' : undefined), wrap: (children) => ({ type: 'delete', children }) },
  { key: (run) => run.url, wrap: (children, url) => ({ type: 'link', url, children }) },
];

/**
 * Nests runs, with the longest-lasting style outermost. No node begins or ends with a space, which Markdown forbids.
 */
function nest(runs: readonly Run[], allowed: readonly Wrapper[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (let run = runs[at]; run; run = runs[at]) {
    const { wrapper, key, length } = findLongest(runs.slice(at), allowed);
    if (wrapper && key !== undefined) {
      const others = allowed.filter((other) => other !== wrapper);
      nodes.push(wrapper.wrap(nest(runs.slice(at, at + length), others), key));
    } else {
      nodes.push(toLeaf(run));
    }
    at += length;
  }
  return nodes;
}

interface Span {
  readonly wrapper?: Wrapper;
  readonly key?: string;
  readonly length: number;
}

function findLongest(runs: readonly Run[], allowed: readonly Wrapper[]): Span {
  let longest: Span = { length: 1 };
  for (const wrapper of allowed) {
    const [first] = runs;
    const key = first && !isBlank(first) ? wrapper.key(first) : undefined;
    if (key === undefined) continue;
    const past = runs.findIndex((run) => wrapper.key(run) !== key);
    const length = runs.slice(0, past === -1 ? runs.length : past).findLastIndex((run) => !isBlank(run)) + 1;
    if (longest.wrapper === undefined || length > longest.length) longest = { wrapper, key, length };
  }
  return longest;
}

function toLeaf(run: Run): PhrasingContent {
  if (run.text === '\n') return { type: 'break' };
  return { type: run.code ? 'inlineCode' : 'text', value: run.text };
}

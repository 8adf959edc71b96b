import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { toString as textOf } from 'mdast-util-to-string';
import { parse } from 'yaml';

/** What another tool makes of an ADR. What it doesn't read is left out. */
export interface Reading {
  readonly title?: string;
  readonly status?: string | undefined;
  readonly date?: string | undefined;
  readonly deciders?: readonly string[];
  /** What the links say, and the files or names that they lead to. */
  readonly links?: readonly (readonly [words: string, to: string])[];
}

function frontMatterOf(text: string): { readonly lines: string; readonly body: string } {
  const { lines = '', body = text } = /^---\n(?<lines>[\s\S]*?)^---[ \t]*\n(?<body>[\s\S]*)$/m.exec(text)?.groups ?? {};
  return { lines, body };
}

/** By the rules of @backstage/plugin-adr-common 0.2.22: front matter, with dates as YAML has them. */
export function readAsBackstage(name: string, text: string): Reading | undefined {
  if (!/^(?:.*\/)?\d{4}-.+\.md$/.test(name)) return undefined;
  const all: unknown = parse(frontMatterOf(text).lines, { schema: 'core', customTags: ['timestamp'] });
  const { status, date } =
    typeof all === 'object' && all !== null ? { status: undefined, date: undefined, ...all } : {};
  return {
    status: status ? String(status) : undefined,
    date: date ? new Date(`${date}`).toISOString().slice(0, 10) : undefined,
  };
}

/** By the rules of adr-log 2.2.0: its number is in the name, and its title on the first line behind the front matter. */
export function readAsAdrLog(_name: string, text: string): Reading {
  const [first = ''] = frontMatterOf(text).body.split('\n');
  return { title: first.slice(2).replace(/^\d+\. /, '') };
}

/** By the rules of @log4brains/core 1.1.0: a list before the first heading of level 2, and links by file name. */
export function readAsLog4brains(_name: string, text: string): Reading {
  const { children } = parseMarkdown(text);
  const title = children.find((node) => node.type === 'heading' && node.depth === 1);
  const end = children.findIndex((node) => node.type === 'heading' && node.depth === 2);
  const list = children.slice(0, end === -1 ? undefined : end).find((node) => node.type === 'list');
  const items = list?.type === 'list' ? list.children.map((item) => textOf(item)) : [];
  const lineOf = (key: string) =>
    items.flatMap((item) => new RegExp(`^\\s*${key}\\s*:\\s*(.*)$`, 'i').exec(item)?.[1]?.trim() ?? [])[0];
  const status = lineOf('Status') ?? 'accepted';
  const isSuperseded = status.toLowerCase().startsWith('superseded by');
  const isKnown = ['draft', 'proposed', 'rejected', 'accepted', 'deprecated', 'superseded'].includes(
    status.toLowerCase(),
  );
  return {
    title: title === undefined ? '' : textOf(title),
    status: isSuperseded ? 'superseded' : isKnown ? status.toLowerCase() : 'draft',
    date: /^(?:\d{4}-\d\d-\d\d|\d\d\/\d\d\/\d{4})$/.exec(lineOf('date') ?? '')?.[0],
    deciders: (lineOf('deciders') ?? '').split(/\s*,\s*/).filter(Boolean),
    links: isSuperseded ? [['superseded by', status.replace(/superseded\s*by\s*:?/i, '').trim()]] : [],
  };
}

/** By the rules of the importers of Structurizr: literal lines, one link for each of them. */
export const readAsStructurizr = {
  madr: (name: string, text: string): Reading | undefined => {
    if (!/^\d{4}-.+?\.md$/.test(name)) return undefined;
    const { lines, body } = frontMatterOf(text);
    const lineOf = (key: string) =>
      lines
        .split('\n')
        .find((line) => line.startsWith(`${key}: `))
        ?.slice(key.length + 2);
    const title = body
      .split('\n')
      .find((line) => line.startsWith('# '))
      ?.slice(2);
    return { title: title ?? '', status: lineOf('status') ?? 'accepted', date: lineOf('date') };
  },
  adrTools: (name: string, text: string): Reading | undefined => {
    if (!name.endsWith('.md')) return undefined;
    const lines = text.split('\n');
    const { title } = /^# \d+\. (?<title>.*)$/.exec(lines[0] ?? '')?.groups ?? {};
    const inStatus = lines.slice(lines.indexOf('## Status') + 1, lines.indexOf('## Context'));
    const links = inStatus.flatMap((line) => {
      const { words, to } = /^(?<words>.*) \[.*\]\((?<to>.*)\)$/.exec(line)?.groups ?? {};
      return words === undefined || to === undefined ? [] : [[words, to] as const];
    });
    const status = inStatus.find((line) => line.trim() !== '')?.split(' ')[0];
    const date = lines.find((line) => line.startsWith('Date: '))?.slice('Date: '.length);
    return { title: title ?? '', status, date, links };
  },
  log4brains: (name: string, text: string): Reading | undefined => {
    if (!/^\d{8}-.+?\.md$/.test(name)) return undefined;
    const lines = text.split('\n');
    const lineOf = (key: string) => lines.find((line) => line.startsWith(`- ${key}: `))?.slice(key.length + 4);
    return { title: lines[0]?.replace(/^# /, '') ?? '', status: lineOf('Status'), date: lineOf('Date') };
  },
};

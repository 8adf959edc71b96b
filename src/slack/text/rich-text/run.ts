import { cleanText } from '@gavel/adr/text/clean-text.ts';
import { isSafeUrl } from '@gavel/adr/text/safe-url.ts';
import type { RichTextElement } from '@slack/types';

/** The names behind Slack's ids: a person's name, a channel's name without `#`, a user group's name. */
export interface RichTextNames {
  user(id: string): string;
  channel(id: string): string;
  group(id: string): string;
}

/** The styles that Slack and Markdown share; Markdown has no underline. */
export interface RunStyle {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly strike: boolean;
  readonly code: boolean;
}

/** A stretch of text in one style, possibly with a link address. */
export interface Run extends RunStyle {
  readonly text: string;
  readonly url: string | undefined;
}

interface Content {
  readonly text: string;
  readonly url?: string | undefined;
}

type Readers = {
  readonly [Type in RichTextElement['type']]: (
    element: Extract<RichTextElement, { type: Type }>,
    names: RichTextNames,
  ) => Content;
};

const readers: Readers = {
  text: ({ text }) => ({ text }),
  link: ({ text, url }) => ({ text: text || url, url }),
  emoji: ({ name, unicode }) => ({ text: readUnicode(unicode) ?? `:${name}:` }),
  user: ({ user_id }, names) => ({ text: names.user(user_id) }),
  usergroup: ({ usergroup_id }, names) => ({ text: names.group(usergroup_id) }),
  team: ({ team_id }, names) => ({ text: names.group(team_id) }),
  channel: ({ channel_id }, names) => ({ text: `#${names.channel(channel_id)}` }),
  broadcast: ({ range }) => ({ text: `@${range}` }),
  date: ({ fallback, timestamp, url }) => ({ text: fallback || toDay(timestamp), url }),
  color: ({ value }) => ({ text: value }),
};

/** The elements of a section as runs, with neighbors of one style joined. A line feed in a run is a line break. */
export function readElements(elements: readonly RichTextElement[], names: RichTextNames): Run[] {
  return joinRuns(elements.map((element) => readRun(element, names)));
}

/** Joins neighbors with equal style and address, and drops empty runs. */
export function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const previous = joined.at(-1);
    if (run.text === '') continue;
    if (previous && isAlike(previous, run)) joined[joined.length - 1] = { ...run, text: previous.text + run.text };
    else joined.push(run);
  }
  return joined;
}

function readRun(element: RichTextElement, names: RichTextNames): Run {
  const { text, url } = readContent(element, names);
  const { bold = false, italic = false, strike = false, code = false } = element.style ?? {};
  const isLink = url !== undefined && isSafeUrl(url);
  const words = cleanText(text);
  return {
    text: isLink ? words.replaceAll('\n', ' ') : words,
    url: isLink ? url : undefined,
    bold,
    italic,
    strike,
    code,
  };
}

function readContent<Type extends RichTextElement['type']>(
  element: Extract<RichTextElement, { type: Type }>,
  names: RichTextNames,
): Content {
  // Slack adds kinds of elements now and then; an unknown kind has no text that we could read.
  const reader: Readers[Type] | undefined = readers[element.type];
  return reader?.(element, names) ?? { text: '' };
}

function isAlike(one: Run, other: Run): boolean {
  return (
    one.url === other.url &&
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.strike === other.strike &&
    one.code === other.code
  );
}

/** Slack: `unicode` holds the code points of an emoji in hexadecimal, joined by hyphens ("1f44d-1f3fd"). */
function readUnicode(unicode: string | undefined): string | undefined {
  if (!unicode || !/^[\da-f]{2,6}(-[\da-f]{2,6})*$/i.test(unicode)) return undefined;
  const points = unicode.split('-').map((point) => Number.parseInt(point, 16));
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : undefined;
}

function toDay(timestamp: number): string {
  const date = new Date(timestamp * 1000);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

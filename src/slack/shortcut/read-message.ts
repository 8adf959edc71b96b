import type { RichTextBlock } from '@slack/types';

/** A message as Slack sends it with a shortcut or in a thread; its blocks and files are as its author's app made them. */
export interface ShortcutMessage {
  readonly ts: string;
  readonly threadTs: string | undefined;
  readonly userId: string | undefined;
  /** What an app calls itself in it. */
  readonly appName: string | undefined;
  /** Slack's own markup. */
  readonly text: string;
  readonly isDeleted: boolean;
  readonly richText: RichTextBlock | undefined;
  readonly fileNames: readonly string[];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function isRichText(block: unknown): block is RichTextBlock {
  return fieldOf(block, 'type') === 'rich_text' && Array.isArray(fieldOf(block, 'elements'));
}

/** What the blocks and attachments of an app say where it gave its message no text. */
function wordsOfApp(message: unknown): string {
  const sections = listOf(fieldOf(message, 'blocks')).map((block) => textOf(fieldOf(fieldOf(block, 'text'), 'text')));
  const attached = listOf(fieldOf(message, 'attachments')).map(
    (each) => textOf(fieldOf(each, 'text')) ?? textOf(fieldOf(each, 'fallback')),
  );
  return [...sections, ...attached].filter((words) => words !== undefined).join('\n');
}

/** Reads a message in Slack's JSON, whoever or whatever wrote it. */
export function readMessage(message: unknown, ts: string): ShortcutMessage {
  const profile = fieldOf(message, 'bot_profile');
  const isDeleted = fieldOf(message, 'subtype') === 'tombstone';
  const blocks = listOf(fieldOf(message, 'blocks'));
  // What an app says in several kinds of blocks, it says whole in the text beside them.
  const isTyped = blocks.every(isRichText);
  return {
    ts,
    threadTs: textOf(fieldOf(message, 'thread_ts')),
    userId: textOf(fieldOf(message, 'user')),
    appName: textOf(fieldOf(message, 'username')) ?? textOf(fieldOf(profile, 'name')),
    text: textOf(fieldOf(message, 'text')) ?? wordsOfApp(message),
    isDeleted,
    richText: isDeleted || !isTyped ? undefined : blocks.find(isRichText),
    fileNames: listOf(fieldOf(message, 'files')).flatMap((file) => textOf(fieldOf(file, 'name')) ?? []),
  };
}

import { parseMarkdown, writeMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { parseTyped } from '@gavel/adr/typed/typed-blocks.ts';
import type { RichTextBlock } from '@slack/types';
import type { BlockContent, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { limits } from '../../decision/limits.ts';
import type { Language } from '../../words/language.ts';
import { shorten, unescapeText } from '../text/blocks.ts';
import { richTextToMarkdown } from '../text/rich-text/markdown.ts';
import type { RichTextNames } from '../text/rich-text/run.ts';
import type { ShortcutMessage } from './read-message.ts';

/** What leaves room for some words of the proposer's own. */
const longest = limits.context - 2_000;

/** The people and channels that Slack's markup mentions, as Slack's editor would write them. */
export function mentionsIn(markup: string): RichTextBlock {
  const people = [...markup.matchAll(/<@([A-Z0-9]+)/g)].map(([, id = '']) => ({ type: 'user' as const, user_id: id }));
  const channels = [...markup.matchAll(/<#([A-Z0-9]+)/g)].map(([, id = '']) => {
    return { type: 'channel' as const, channel_id: id };
  });
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [...people, ...channels] }] };
}

/** Slack's markup as somebody would type it: names for mentions, and no reference that only Slack understands. */
export function readMarkup(text: string, names: RichTextNames): string {
  const read = text.replaceAll(/<([^<>\n]*)>/g, (whole, inside: string) => {
    const [target = '', label] = inside.split('|', 2);
    const id = target.slice(1);
    if (target.startsWith('@')) return names.user(id);
    if (target.startsWith('#')) return `#${label || names.channel(id)}`;
    if (target.startsWith('!subteam')) return names.group(id);
    if (target.startsWith('!')) return label ?? `@${id}`;
    return whole;
  });
  return unescapeText(read);
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}

function isQuotable(node: RootContent): node is BlockContent {
  return ['paragraph', 'heading', 'blockquote', 'list', 'code', 'thematicBreak', 'table', 'html'].includes(node.type);
}

/** What a message says, as Markdown blocks. */
function readWords({ shortcut }: Language, message: ShortcutMessage, names: RichTextNames): BlockContent[] {
  if (message.isDeleted) return [paragraph(text(shortcut.deleted))];
  const { richText, fileNames } = message;
  const words = (
    richText ? parseMarkdown(richTextToMarkdown(richText, names)).children : parseTyped(readMarkup(message.text, names))
  ).filter(isQuotable);
  const files = fileNames.length === 0 ? [] : [paragraph(text(shortcut.files(fileNames)))];
  const said = [...words, ...files];
  return said.length === 0 ? [paragraph(text(shortcut.noWords))] : said;
}

/** A message in Markdown, quoted, with who wrote it and a link to it. What is too long is cut between its blocks. */
export function quoteMessage(
  language: Language,
  message: ShortcutMessage,
  {
    author,
    link,
    names,
  }: { readonly author: string; readonly link: string | undefined; readonly names: RichTextNames },
): string {
  const [before, name, after] = language.shortcut.quoted(author);
  const linked: PhrasingContent = link === undefined ? text(name) : { type: 'link', url: link, children: [text(name)] };
  const write = (children: BlockContent[]) =>
    writeMarkdown({
      type: 'root',
      children: [paragraph(text(before), linked, text(after)), { type: 'blockquote', children }],
    });
  const said = readWords(language, message, names);
  const whole = write(said);
  if (whole.length <= longest) return whole;
  const cut = paragraph(text('…'));
  for (let kept = said.length - 1; kept > 0; kept -= 1) {
    const shorter = write([...said.slice(0, kept), cut]);
    if (shorter.length <= longest) return shorter;
  }
  return write([paragraph(text(shorten(readMarkup(message.text, names).replaceAll(/\s+/g, ' '), longest / 2)))]);
}

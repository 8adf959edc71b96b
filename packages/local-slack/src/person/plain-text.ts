import { asObject, asObjects, asText, type JsonObject } from '@gavel/local-server/json.ts';
import type { User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { displayName, type SeenMessage, type SeenView } from './seen.ts';
import { writeSlackDate } from './slack-date.ts';

/** The person who reads, and their workspace. */
interface Viewer {
  readonly workspace: Workspace;
  readonly user: User;
}

/**
 * Everything that a person sees of a message or view, in lines of plain text. Emoji stay `:name:`; code is in
 * backticks.
 */
export function writePlainText(workspace: Workspace, user: User, seen: SeenMessage | SeenView): string {
  const viewer: Viewer = { workspace, user };
  const body = seen.blocks.flatMap((block) => blockLines(viewer, block, seen));
  if ('title' in seen) {
    const buttons = [seen.close, seen.submit].filter((text) => text !== undefined).map((text) => `[${text}]`);
    return [
      ...(seen.title === '' ? [] : [seen.title]),
      ...body,
      ...(buttons.length > 0 ? [buttons.join(' ')] : []),
    ].join('\n');
  }
  const reactions = seen.reactions.map(({ name, users }) => `:${name}: ${users.length}`).join('  ');
  const words = seen.blocks.length > 0 ? body : [mrkdwn(viewer, seen.text)];
  const attached = seen.attachments.flatMap((attachment) =>
    asObjects(attachment.blocks).flatMap((block) => blockLines(viewer, block, seen)),
  );
  return [
    ...words,
    ...attached,
    ...seen.files.map((file) => `(file: ${file})`),
    ...(reactions === '' ? [] : [reactions]),
  ].join('\n');
}

type Writer = (viewer: Viewer, object: JsonObject, seen: SeenMessage | SeenView) => string[];

const blockWriters: Readonly<Record<string, Writer>> = {
  alert: (viewer, block) => [`(${asText(block.level) ?? 'default'}) ${textOf(viewer, block.text)}`],
  card: (viewer, block) =>
    [
      ...['title', 'subtitle', 'body', 'subtext'].map((field) => textOf(viewer, block[field])),
      asObjects(block.actions)
        .map((button) => elementText(viewer, button))
        .join(' '),
    ].filter((line) => line !== ''),
  container: (viewer, block, seen) => [
    block.rich_text_title === undefined
      ? textOf(viewer, block.title)
      : richTextLines(viewer, asObject(block.rich_text_title)).join(' '),
    ...(block.subtitle === undefined ? [] : [textOf(viewer, block.subtitle)]),
    ...asObjects(block.child_blocks).flatMap((child) => blockLines(viewer, child, seen)),
  ],
  data_table: (viewer, block) => [asText(block.caption) ?? '', ...tableLines(viewer, block)],
  header: (viewer, block) => [textOf(viewer, block.text)],
  divider: () => ['────────'],
  section: (viewer, block) =>
    [
      ...textOf(viewer, block.text).split('\n'),
      ...asObjects(block.fields).map((field) => textOf(viewer, field)),
      ...(block.accessory === undefined ? [] : [elementText(viewer, asObject(block.accessory))]),
    ].filter((line) => line !== ''),
  context: (viewer, block) => [
    asObjects(block.elements)
      .map((element) => elementText(viewer, element))
      .join('  '),
  ],
  actions: (viewer, block) => [
    asObjects(block.elements)
      .map((element) => elementText(viewer, element))
      .join(' '),
  ],
  context_actions: (viewer, block) => [
    asObjects(block.elements)
      .map((element) => elementText(viewer, element))
      .join(' '),
  ],
  image: (viewer, block) => [textOf(viewer, block.title) || asText(block.alt_text) || ''],
  markdown: (_reader, block) => (asText(block.text) ?? '').split('\n'),
  rich_text: (viewer, block) => richTextLines(viewer, block),
  table: tableLines,
  input: (viewer, block, seen) => inputLines(viewer, block, seen),
};

function blockLines(viewer: Viewer, block: JsonObject, seen: SeenMessage | SeenView): string[] {
  const type = String(block.type);
  const write = Object.hasOwn(blockWriters, type) ? blockWriters[type] : undefined;
  return write === undefined ? [`(a block of type ${type})`] : write(viewer, block, seen);
}

function inputLines(viewer: Viewer, block: JsonObject, seen: SeenMessage | SeenView): string[] {
  const element = asObject(block.element);
  const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
  const value = 'state' in seen ? valueText(viewer, asObject(seen.state[blockId]?.[actionId])) : '';
  const error = 'errors' in seen ? seen.errors[blockId] : undefined;
  const options = /^(radio_buttons|checkboxes)$/.test(String(element.type))
    ? asObjects(element.options).map((option) => `( ) ${textOf(viewer, option.text)}`)
    : [];
  const label = `${textOf(viewer, block.label)}${block.optional === true ? ' (optional)' : ''}`;
  return [
    `${label}: ${value === '' ? textOf(viewer, element.placeholder) : value}`.trimEnd(),
    ...options,
    ...(block.hint === undefined ? [] : [textOf(viewer, block.hint)]),
    ...(error === undefined ? [] : [`! ${error}`]),
  ];
}

/** The text that a field of any kind shows for its value. */
function valueText(viewer: Viewer, value: JsonObject): string {
  const { type: _type, timezone: _timezone, ...slots } = value;
  const [held] = Object.values(slots);
  if (held === null || held === undefined) return '';
  if (value.type === 'datetimepicker' && typeof held === 'number') {
    return writeSlackDate(held, '{date_short} {time}', viewer.user.timeZone, viewer.workspace.clock.now());
  }
  const items = Array.isArray(held) ? held : [held];
  return items.map((item) => pickText(viewer, item)).join(', ');
}

function pickText(viewer: Viewer, item: unknown): string {
  const object = asObject(item);
  if (object.type === 'rich_text') return richTextLines(viewer, object).join('\n');
  if (object.text !== undefined) return textOf(viewer, object.text);
  if (object.name !== undefined) return String(object.name);
  const id = String(item);
  const channel = viewer.workspace.channel(id);
  return channel === undefined ? displayName(viewer.workspace, id) : `#${channel.name}`;
}

function elementText(viewer: Viewer, element: JsonObject): string {
  if (element.type === 'plain_text' || element.type === 'mrkdwn') return textOf(viewer, element);
  if (element.type === 'image') return asText(element.alt_text) ?? '';
  if (element.type === 'overflow') {
    return `[⋯ ${asObjects(element.options)
      .map((option) => textOf(viewer, option.text))
      .join(', ')}]`;
  }
  const initial = asObject(element.initial_option);
  return `[${textOf(viewer, element.text) || textOf(viewer, initial.text) || textOf(viewer, element.placeholder) || String(element.type)}]`;
}

function tableLines(viewer: Viewer, block: JsonObject): string[] {
  return (Array.isArray(block.rows) ? block.rows : []).map((row) =>
    asObjects(row)
      .map((cell) => cellText(viewer, cell))
      .join(' | '),
  );
}

function cellText(viewer: Viewer, cell: JsonObject): string {
  return cell.type === 'rich_text' ? richTextLines(viewer, cell).join(' ') : String(cell.text ?? '');
}

function textOf(viewer: Viewer, text: unknown): string {
  const { type, text: words } = asObject(text);
  if (typeof words !== 'string') return '';
  return type === 'mrkdwn' ? mrkdwn(viewer, words) : words;
}

/** Slack's mrkdwn with its references as the viewer sees them. Marks such as `*bold*` stay. */
function mrkdwn(viewer: Viewer, text: string): string {
  return text
    .replaceAll(/<([^<>]+)>/g, (_whole, inner: string) => reference(viewer, inner))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function reference({ workspace, user }: Viewer, inner: string): string {
  const [target = '', label] = inner.split(/\|(.*)/s);
  if (target.startsWith('@')) return `@${displayName(workspace, target.slice(1))}`;
  if (target.startsWith('#')) return `#${workspace.channel(target.slice(1))?.name ?? label ?? target.slice(1)}`;
  if (target.startsWith('!subteam^')) {
    const id = target.slice('!subteam^'.length);
    return `@${workspace.state.groups.find((group) => group.id === id)?.handle ?? label ?? id}`;
  }
  const date = /^!date\^(\d+)\^([^^]*)/.exec(target);
  if (date !== null) {
    return writeSlackDate(Number(date[1]), date[2] ?? '', user.timeZone, workspace.clock.now());
  }
  return target.startsWith('!') ? `@${target.slice(1)}` : (label ?? target);
}

function richTextLines(viewer: Viewer, block: JsonObject): string[] {
  return asObjects(block.elements).flatMap((part) => {
    if (part.type !== 'rich_text_list') {
      const mark = part.type === 'rich_text_quote' ? '> ' : '';
      return inlineText(viewer, part)
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${mark}${line}`);
    }
    const indent = '  '.repeat(Number(part.indent ?? 0));
    return asObjects(part.elements).map((item, index) => {
      const bullet = part.style === 'ordered' ? `${index + 1 + Number(part.offset ?? 0)}.` : '•';
      return `${indent}${bullet} ${inlineText(viewer, item)}`;
    });
  });
}

const inlineWriters: Readonly<Record<string, (viewer: Viewer, element: JsonObject) => string>> = {
  text: (_reader, element) => (asObject(element.style).code === true ? `\`${element.text}\`` : String(element.text)),
  link: (_reader, element) => String(element.text ?? element.url),
  emoji: (_reader, element) => `:${String(element.name)}:`,
  user: (viewer, element) => `@${displayName(viewer.workspace, String(element.user_id))}`,
  channel: (viewer, element) =>
    `#${viewer.workspace.channel(String(element.channel_id))?.name ?? String(element.channel_id)}`,
  usergroup: (viewer, element) => reference(viewer, `!subteam^${String(element.usergroup_id)}`),
  broadcast: (_reader, element) => `@${String(element.range)}`,
  color: (_reader, element) => String(element.value),
  date: ({ workspace, user }, element) =>
    writeSlackDate(Number(element.timestamp), String(element.format), user.timeZone, workspace.clock.now()),
};

function inlineText(viewer: Viewer, section: JsonObject): string {
  return asObjects(section.elements)
    .map((element) => inlineWriters[String(element.type)]?.(viewer, element) ?? `(${String(element.type)})`)
    .join('');
}

import { asObject, asObjects, asText, type JsonObject } from '../json.ts';
import type { User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { displayName, type SeenMessage, type SeenView } from './seen.ts';
import { writeSlackDate } from './slack-date.ts';

/** Who reads, and in which workspace. */
interface Reader {
  readonly workspace: Workspace;
  readonly user: User;
}

/** Everything that a person sees of a message or a view, as lines of plain text; emoji stay `:name:`, code has backquotes. */
export function writePlainText(workspace: Workspace, user: User, seen: SeenMessage | SeenView): string {
  const reader: Reader = { workspace, user };
  const body = seen.blocks.flatMap((block) => blockLines(reader, block, seen));
  if ('title' in seen) {
    const buttons = [seen.close, seen.submit].filter((text) => text !== undefined).map((text) => `[${text}]`);
    return [
      ...(seen.title === '' ? [] : [seen.title]),
      ...body,
      ...(buttons.length > 0 ? [buttons.join(' ')] : []),
    ].join('\n');
  }
  const reactions = seen.reactions.map(({ name, users }) => `:${name}: ${users.length}`).join('  ');
  const words = seen.blocks.length > 0 ? body : [mrkdwn(reader, seen.text)];
  return [...words, ...seen.files.map((file) => `(file: ${file})`), ...(reactions === '' ? [] : [reactions])].join(
    '\n',
  );
}

type Writer = (reader: Reader, object: JsonObject, seen: SeenMessage | SeenView) => string[];

const blockWriters: Readonly<Record<string, Writer>> = {
  header: (reader, block) => [textOf(reader, block.text)],
  divider: () => ['────────'],
  section: (reader, block) =>
    [
      ...textOf(reader, block.text).split('\n'),
      ...asObjects(block.fields).map((field) => textOf(reader, field)),
      ...(block.accessory === undefined ? [] : [elementText(reader, asObject(block.accessory))]),
    ].filter((line) => line !== ''),
  context: (reader, block) => [
    asObjects(block.elements)
      .map((element) => elementText(reader, element))
      .join('  '),
  ],
  actions: (reader, block) => [
    asObjects(block.elements)
      .map((element) => elementText(reader, element))
      .join(' '),
  ],
  context_actions: (reader, block) => [
    asObjects(block.elements)
      .map((element) => elementText(reader, element))
      .join(' '),
  ],
  image: (reader, block) => [textOf(reader, block.title) || asText(block.alt_text) || ''],
  markdown: (_reader, block) => (asText(block.text) ?? '').split('\n'),
  rich_text: (reader, block) => richTextLines(reader, block),
  table: (reader, block) =>
    (Array.isArray(block.rows) ? block.rows : []).map((row) =>
      asObjects(row)
        .map((cell) => cellText(reader, cell))
        .join(' | '),
    ),
  input: (reader, block, seen) => inputLines(reader, block, seen),
};

function blockLines(reader: Reader, block: JsonObject, seen: SeenMessage | SeenView): string[] {
  const type = String(block.type);
  const write = Object.hasOwn(blockWriters, type) ? blockWriters[type] : undefined;
  return write === undefined ? [`(a block of type ${type})`] : write(reader, block, seen);
}

function inputLines(reader: Reader, block: JsonObject, seen: SeenMessage | SeenView): string[] {
  const element = asObject(block.element);
  const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
  const value = 'state' in seen ? valueText(reader, asObject(seen.state[blockId]?.[actionId])) : '';
  const error = 'errors' in seen ? seen.errors[blockId] : undefined;
  const options = /^(radio_buttons|checkboxes)$/.test(String(element.type))
    ? asObjects(element.options).map((option) => `( ) ${textOf(reader, option.text)}`)
    : [];
  const label = `${textOf(reader, block.label)}${block.optional === true ? ' (optional)' : ''}`;
  return [
    `${label}: ${value === '' ? textOf(reader, element.placeholder) : value}`.trimEnd(),
    ...options,
    ...(block.hint === undefined ? [] : [textOf(reader, block.hint)]),
    ...(error === undefined ? [] : [`! ${error}`]),
  ];
}

/** What a field shows of its value, whichever kind it is. */
function valueText(reader: Reader, value: JsonObject): string {
  const { type: _type, timezone: _timezone, ...slots } = value;
  const [held] = Object.values(slots);
  if (held === null || held === undefined) return '';
  if (value.type === 'datetimepicker' && typeof held === 'number') {
    return writeSlackDate(held, '{date_short} {time}', reader.user.timeZone, reader.workspace.clock.now());
  }
  const items = Array.isArray(held) ? held : [held];
  return items.map((item) => pickText(reader, item)).join(', ');
}

function pickText(reader: Reader, item: unknown): string {
  const object = asObject(item);
  if (object.type === 'rich_text') return richTextLines(reader, object).join('\n');
  if (object.text !== undefined) return textOf(reader, object.text);
  if (object.name !== undefined) return String(object.name);
  const id = String(item);
  const channel = reader.workspace.channel(id);
  return channel === undefined ? displayName(reader.workspace, id) : `#${channel.name}`;
}

function elementText(reader: Reader, element: JsonObject): string {
  if (element.type === 'plain_text' || element.type === 'mrkdwn') return textOf(reader, element);
  if (element.type === 'image') return asText(element.alt_text) ?? '';
  if (element.type === 'overflow') {
    return `[⋯ ${asObjects(element.options)
      .map((option) => textOf(reader, option.text))
      .join(', ')}]`;
  }
  const initial = asObject(element.initial_option);
  return `[${textOf(reader, element.text) || textOf(reader, initial.text) || textOf(reader, element.placeholder) || String(element.type)}]`;
}

function cellText(reader: Reader, cell: JsonObject): string {
  return cell.type === 'rich_text' ? richTextLines(reader, cell).join(' ') : String(cell.text ?? '');
}

function textOf(reader: Reader, text: unknown): string {
  const { type, text: words } = asObject(text);
  if (typeof words !== 'string') return '';
  return type === 'mrkdwn' ? mrkdwn(reader, words) : words;
}

/** Slack's mrkdwn with its references as the reader sees them; marks such as `*bold*` stay. */
function mrkdwn(reader: Reader, text: string): string {
  return text
    .replaceAll(/<([^<>]+)>/g, (_whole, inner: string) => reference(reader, inner))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function reference({ workspace, user }: Reader, inner: string): string {
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

function richTextLines(reader: Reader, block: JsonObject): string[] {
  return asObjects(block.elements).flatMap((part) => {
    if (part.type !== 'rich_text_list') {
      const mark = part.type === 'rich_text_quote' ? '> ' : '';
      return inlineText(reader, part)
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${mark}${line}`);
    }
    const indent = '  '.repeat(Number(part.indent ?? 0));
    return asObjects(part.elements).map((item, index) => {
      const bullet = part.style === 'ordered' ? `${index + 1 + Number(part.offset ?? 0)}.` : '•';
      return `${indent}${bullet} ${inlineText(reader, item)}`;
    });
  });
}

const inlineWriters: Readonly<Record<string, (reader: Reader, element: JsonObject) => string>> = {
  text: (_reader, element) => (asObject(element.style).code === true ? `\`${element.text}\`` : String(element.text)),
  link: (_reader, element) => String(element.text ?? element.url),
  emoji: (_reader, element) => `:${String(element.name)}:`,
  user: (reader, element) => `@${displayName(reader.workspace, String(element.user_id))}`,
  channel: (reader, element) =>
    `#${reader.workspace.channel(String(element.channel_id))?.name ?? String(element.channel_id)}`,
  usergroup: (reader, element) => reference(reader, `!subteam^${String(element.usergroup_id)}`),
  broadcast: (_reader, element) => `@${String(element.range)}`,
  color: (_reader, element) => String(element.value),
  date: ({ workspace, user }, element) =>
    writeSlackDate(Number(element.timestamp), String(element.format), user.timeZone, workspace.clock.now()),
};

function inlineText(reader: Reader, section: JsonObject): string {
  return asObjects(section.elements)
    .map((element) => inlineWriters[String(element.type)]?.(reader, element) ?? `(${String(element.type)})`)
    .join('');
}

import { asObjects, asText, at, type JsonObject } from '@gavel/local-server/json.ts';
import { screen } from '../live.ts';

/** A choice in a menu. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly note?: string | undefined;
  /** The heading of its group. */
  readonly group?: string | undefined;
}

type ChoicesOf = (element: JsonObject) => Choice[];

/** The choices of each kind of menu. */
const sources: Readonly<Record<string, ChoicesOf>> = {
  static: (element) => [
    ...asObjects(element.options).map((option) => readOption(option)),
    ...asObjects(element.option_groups).flatMap((group) =>
      asObjects(group.options).map((option) => readOption(option, textOf(group.label))),
    ),
  ],
  users: () => people(),
  channels: () => channels(['public']),
  conversations: (element) => {
    const include = at(element.filter, 'include');
    const wanted = Array.isArray(include) ? include.map(String) : ['public', 'private', 'im'];
    return channels(wanted);
  },
};

/** The choices that a select menu offers to the current person. */
export function choicesOf(element: JsonObject): Choice[] {
  const kind = /^(?:multi_)?(static|users|channels|conversations)_select$/.exec(String(element.type))?.[1];
  return kind === undefined ? [] : (sources[kind]?.(element) ?? []);
}

/** Converts a Slack option object to a choice. */
function readOption(option: JsonObject, group?: string): Choice {
  return {
    value: asText(option.value) ?? '',
    label: textOf(option.text),
    note: asText(at(option.description, 'text')),
    group,
  };
}

function people(): Choice[] {
  return (screen.value?.people ?? [])
    .filter((person) => !person.isDeactivated)
    .map(({ id, name, title, isBot }) => ({ value: id, label: name, note: isBot ? 'App' : title }));
}

function channels(kinds: readonly string[]): Choice[] {
  return (screen.value?.channels ?? [])
    .filter((channel) => kinds.includes(channel.kind) && !channel.isArchived)
    .map(({ id, name, topic }) => ({ value: id, label: name, note: topic }));
}

function textOf(text: unknown): string {
  return asText(at(text, 'text')) ?? '';
}

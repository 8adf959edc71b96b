import type { Screen } from '../../screen.ts';

/** A suggestion in the composer. */
export interface Suggestion {
  /** The text of the composer after the suggestion is accepted. */
  readonly text: string;
  readonly label: string;
  readonly note: string;
}

/** The most suggestions at a time. */
const most = 8;

/** Suggests commands and their arguments, people and channels for a message that ends with `text`. */
export function suggest(
  text: string,
  screen: Pick<Screen, 'commands' | 'people' | 'channels' | 'groups'>,
): Suggestion[] {
  if (text.startsWith('/')) return suggestCommands(text, screen.commands).slice(0, most);
  const [, before = '', sign, typed = ''] = /^([\s\S]*?(?:^|\s))([@#])([\w-]*)$/.exec(text) ?? [];
  if (sign === undefined) return [];
  const names = sign === '@' ? people(screen) : channels(screen);
  return names
    .filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()))
    .slice(0, most)
    .map(({ name, note }) => ({ text: `${before}${sign}${name} `, label: `${sign}${name}`, note }));
}

function suggestCommands(text: string, commands: Screen['commands']): Suggestion[] {
  const exact = commands.find(({ command }) => text.startsWith(`${command} `));
  if (exact === undefined) {
    return commands
      .filter(({ command }) => command.startsWith(text.trimEnd()))
      .map(({ command, usageHint, description }) => ({
        text: `${command} `,
        label: [command, usageHint].filter((part) => part !== '').join(' '),
        note: description,
      }));
  }
  const typed = text.slice(exact.command.length + 1);
  return words(exact.usageHint)
    .filter(({ word }) => word.startsWith(typed) && word !== typed.trimEnd())
    .map(({ word, usage }) => ({ text: `${exact.command} ${word} `, label: `${exact.command} ${usage}`, note: '' }));
}

/** The subcommands in a usage hint such as `propose [title] | list | show N`. */
function words(usageHint: string): { word: string; usage: string }[] {
  return usageHint
    .split('|')
    .map((usage) => usage.trim())
    .flatMap((usage) => {
      const [word] = /^[a-z][\w-]*/.exec(usage) ?? [];
      return word === undefined ? [] : [{ word, usage }];
    });
}

interface Named {
  readonly name: string;
  readonly note: string;
}

function people({ people, groups }: Pick<Screen, 'people' | 'groups'>): Named[] {
  return [
    ...people
      .filter(({ isDeactivated }) => !isDeactivated)
      .map(({ name, title, isBot }) => ({ name, note: isBot ? 'App' : title })),
    ...groups.map(({ handle, name }) => ({ name: handle, note: name })),
    { name: 'here', note: 'Everyone who is active' },
    { name: 'channel', note: 'Everyone in this channel' },
  ];
}

function channels({ channels }: Pick<Screen, 'channels'>): Named[] {
  return channels
    .filter(({ kind }) => kind === 'public')
    .map(({ name, topic }) => ({ name: name.slice(1), note: topic }));
}

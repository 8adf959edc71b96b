import { type CommandUsage, commandWords } from '../../words/command-words.ts';
import type { Language } from '../../words/language.ts';
import { bold, code, lines, say, type Words } from '../../words/say.ts';

/** How a command is typed in a channel. */
export function usageOf({ usage, usageOfSeveral = usage }: CommandUsage, hasSeveral: boolean): string {
  return hasSeveral ? usageOfSeveral : usage;
}

/** The answer to `/adr help` in a channel, which may have several repositories. */
export function helpText({ commands: { title, commands, how } }: Language, hasSeveral: boolean): Words {
  const all = commandWords.map((word) => {
    const command = commands[word];
    return say`•  ${code(usageOf(command, hasSeveral))}: ${command.does}`;
  });
  return lines(bold(title), ...all, say`${how}`);
}

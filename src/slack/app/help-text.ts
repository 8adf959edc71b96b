import { commandWords } from '../../words/command-words.ts';
import type { Language } from '../../words/language.ts';
import { bold, code, lines, say, type Words } from '../../words/say.ts';

/** The answer to `/adr help`. */
export function helpText({ commands: { title, commands, how } }: Language): Words {
  const all = commandWords.map((word) => say`•  ${code(commands[word].usage)}: ${commands[word].does}`);
  return lines(bold(title), ...all, say`${how}`);
}

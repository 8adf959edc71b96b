import { computed, signal } from '@preact/signals';
import type { Emoji } from '../../emoji-table.ts';

/** Every emoji there is, once it has been read. */
export const emojiTable = signal<readonly Emoji[]>([]);

const characters = computed(
  () => new Map(emojiTable.value.flatMap(({ character, names }) => names.map((name) => [name, character] as const))),
);

/** Slack's skin tones are numbered by the Fitzpatrick scale, two to six. */
const tones: Readonly<Record<string, string>> = { 2: '🏻', 3: '🏼', 4: '🏽', 5: '🏾', 6: '🏿' };

/** Reads the table of emoji. */
export async function loadEmoji(): Promise<void> {
  const answer = await fetch('/control/emoji');
  if (answer.ok) emojiTable.value = (await answer.json()) as readonly Emoji[];
}

/** The character of an emoji by Slack's name, skin tone included; undefined for one that is not known. */
export function emojiCharacter(name: string): string | undefined {
  const [base = '', tone] = name.split('::skin-tone-');
  const character = characters.value.get(base);
  return character === undefined ? undefined : character + (tone === undefined ? '' : (tones[tone] ?? ''));
}

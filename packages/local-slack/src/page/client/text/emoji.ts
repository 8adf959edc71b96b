import { computed, signal } from '@preact/signals';
import type { Emoji } from '../../emoji-table.ts';

/** All emoji, once they are loaded. */
export const emojiTable = signal<readonly Emoji[]>([]);

const characters = computed(
  () => new Map(emojiTable.value.flatMap(({ character, names }) => names.map((name) => [name, character] as const))),
);

/** Slack's skin tones, from 2 to 6 on the Fitzpatrick scale. */
const tones: Readonly<Record<string, string>> = { 2: '🏻', 3: '🏼', 4: '🏽', 5: '🏾', 6: '🏿' };

/** Loads the table of emoji. */
export async function loadEmoji(): Promise<void> {
  const answer = await fetch('/control/emoji');
  if (answer.ok) emojiTable.value = (await answer.json()) as readonly Emoji[];
}

/** The character of an emoji by Slack's name, including the skin tone; undefined if it is unknown. */
export function emojiCharacter(name: string): string | undefined {
  const [base = '', tone] = name.split('::skin-tone-');
  const character = characters.value.get(base);
  return character === undefined ? undefined : character + (tone === undefined ? '' : (tones[tone] ?? ''));
}

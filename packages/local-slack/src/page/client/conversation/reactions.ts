import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { SeenMessage } from '../../../person/seen.ts';
import { doAs } from '../act.ts';
import { EmojiPicker } from '../controls/emoji-picker.ts';
import { screen } from '../live.ts';
import { EmojiView } from '../text/markup.ts';

/** The reactions under a message. A press adds or removes the reader's reaction. */
export function Reactions({ message }: { message: SeenMessage }): VNode | null {
  if (message.reactions.length === 0) return null;
  return html`<div class="reactions">
    ${message.reactions.map(({ name, users }) => html`<${Pill} key=${name} message=${message} name=${name} users=${users} />`)}
    <${EmojiPicker} label="Add a reaction" class="pill add" onPick=${(name: string) => react(message, name)} />
  </div>`;
}

function Pill({ message, name, users }: { message: SeenMessage; name: string; users: readonly string[] }): VNode {
  const isMine = users.includes(screen.value?.me.name ?? '');
  const who = `${users.join(', ')} reacted with :${name}:`;
  return html`<button type="button" class="pill" aria-pressed=${String(isMine)} title=${who}
    aria-label=${`${name.replaceAll('_', ' ')}, ${users.length} ${users.length === 1 ? 'reaction' : 'reactions'}: ${users.join(', ')}`}
    onClick=${() => react(message, name)}><${EmojiView} name=${name} /> <span class="count">${users.length}</span></button>`;
}

/** Adds the reader's reaction, or removes it if it is already there. */
export function react({ channel, ts, reactions }: SeenMessage, emoji: string): void {
  const isThere = reactions.some(({ name, users }) => name === emoji && users.includes(screen.value?.me.name ?? ''));
  void doAs(isThere ? 'unreact' : 'react', { message: { channel, ts }, emoji });
}

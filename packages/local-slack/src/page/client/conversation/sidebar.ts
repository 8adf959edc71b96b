import { html } from 'htm/preact';
import type { VNode } from 'preact';
import type { Screen, ScreenChannel } from '../../screen.ts';
import { Avatar } from '../controls/avatar.ts';
import { Icon } from '../controls/icon.ts';
import { go } from '../place.ts';
import { countUnread } from './unread.ts';

/** The list of conversations that the person sees. `onLeave` closes it if it covers the page. */
export function Sidebar({ now, at, onLeave }: { now: Screen; at: string; onLeave: () => void }): VNode {
  const open = (name: string, unread: number): void => {
    // An app with new messages opens at its messages.
    go({ at: name, app: unread > 0 ? 'messages' : '', thread: '', message: '', tab: 'talk' });
    onLeave();
  };
  const channels = now.channels
    .filter(({ kind }) => kind !== 'im')
    .toSorted((one, other) => one.name.localeCompare(other.name));
  const bot = now.people.filter((person) => person.isBot);
  const others = now.people.filter((person) => !person.isBot && !person.isDeactivated && person.id !== now.me.id);
  return html`<nav class="sidebar" aria-label="Conversations">
    <h2 class="team">${now.team}</h2>
    <h3>Channels</h3>
    <ul>${channels.map(
      (
        channel,
      ) => html`<${Row} key=${channel.id} name=${channel.name} isHere=${channel.name === at} unread=${countUnread(now.me.name, channel)} onOpen=${open} isQuiet=${!channel.isMember}>
      <${Icon} name=${channel.kind === 'private' ? 'lock' : 'hash'} /><//>`,
    )}</ul>
    <h3>Direct messages</h3>
    <ul>${others.map(({ id, name }) => html`<${Direct} key=${id} now=${now} name=${name} at=${at} onOpen=${open} />`)}</ul>
    <h3>Apps</h3>
    <ul>${bot.map(({ id, name }) => html`<${Direct} key=${id} now=${now} name=${name} at=${at} onOpen=${open} />`)}</ul>
  </nav>`;
}

function Direct({
  now,
  name,
  at,
  onOpen,
}: {
  now: Screen;
  name: string;
  at: string;
  onOpen: (name: string, unread: number) => void;
}): VNode {
  const channel = now.channels.find((each) => each.name === `@${name}`);
  const unread = channel === undefined ? 0 : countUnread(now.me.name, channel);
  return html`<${Row} name=${`@${name}`} isHere=${at === `@${name}`} unread=${unread} onOpen=${onOpen} isQuiet=${false}><${Avatar} name=${name} size="small" /><//>`;
}

function Row(props: {
  name: ScreenChannel['name'];
  isHere: boolean;
  unread: number;
  isQuiet: boolean;
  onOpen: (name: string, unread: number) => void;
  children?: unknown;
}): VNode {
  const { name, isHere, unread, isQuiet, onOpen, children } = props;
  return html`<li><button type="button" class=${`row ${unread > 0 ? 'unread' : ''} ${isQuiet ? 'quiet' : ''}`} aria-current=${isHere ? 'page' : undefined} onClick=${() => onOpen(name, unread)}>
    ${children}<span class="row-name">${name.slice(1)}</span>
    ${unread > 0 && html`<span class="unread-count" aria-label=${`${unread} unread`}>${unread}</span>`}
  </button></li>`;
}

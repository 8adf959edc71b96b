import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Screen, ScreenChannel } from '../screen.ts';
import { ConfirmDialog } from './controls/confirm.ts';
import { ToastList } from './controls/toast-list.ts';
import { showToast } from './controls/toasts.ts';
import { AppPage } from './conversation/app-page.ts';
import { Conversation } from './conversation/conversation.ts';
import { ObjectPane } from './conversation/object-pane.ts';
import { Sidebar } from './conversation/sidebar.ts';
import { Thread } from './conversation/thread.ts';
import { isConnected, screen } from './live.ts';
import { Modal } from './modal.ts';
import { appOf } from './names.ts';
import { place } from './place.ts';
import { Rail } from './rail.ts';
import { RepositoryTab } from './tabs/repository.ts';
import { SlackbotTab } from './tabs/slackbot.ts';
import { WireTab } from './tabs/wire.ts';

/** The whole page. */
export function App(): VNode {
  const now = screen.value;
  useNotices(now);
  if (now === undefined)
    return html`<p class="starting">${isConnected.value ? 'Opening…' : 'The local Slack can’t be reached.'}</p>`;
  const { tab } = place.value;
  return html`<div class="page" data-tab=${tab}>
    ${!isConnected.value && html`<p class="disconnected" role="status">The local Slack can’t be reached. This page reconnects by itself.</p>`}
    <${Rail} now=${now} />
    ${tab === 'talk' && html`<${Talk} now=${now} />`}
    ${tab === 'slackbot' && html`<${SlackbotTab} now=${now} />`}
    ${tab === 'repository' && html`<${RepositoryTab} />`}
    ${tab === 'wire' && html`<${WireTab} />`}
    <${Modal} stack=${now.modals} />
    <${ConfirmDialog} />
    <${ToastList} />
  </div>`;
}

/** The list of conversations, one of them, and an open thread. */
function Talk({ now }: { now: Screen }): VNode {
  const [isListOpen, setListOpen] = useState(false);
  const channel = findChannel(now, place.value.at);
  const isApp = appOf(now, channel.name) !== undefined;
  const message = channel.messages.find((each) => each.ts === place.value.thread);
  useEffect(() => {
    document.title = `${channel.name} · ${now.me.name} · ${now.team}`;
  }, [channel.name, now.me.name, now.team]);
  const hasPane = message !== undefined || now.flexpane !== undefined;
  return html`<div class=${`talk ${isListOpen ? 'list-open' : ''} ${hasPane ? 'thread-open' : ''}`}>
    <${Sidebar} now=${now} at=${channel.name} onLeave=${() => setListOpen(false)} />
    ${isListOpen && html`<button type="button" class="curtain" aria-label="Close the list" onClick=${() => setListOpen(false)}></button>`}
    <main class="stage">
      <${isApp ? AppPage : Conversation} now=${now} channel=${channel} onMenu=${() => setListOpen(true)} />
      ${now.flexpane !== undefined && html`<${ObjectPane} object=${now.flexpane} />`}
      ${now.flexpane === undefined && message !== undefined && html`<${Thread} channel=${channel} message=${message} />`}
    </main>
  </div>`;
}

/**
 * The conversation in the URL, or else the person's first one that an app is in. A direct message that is not open yet is
 * empty.
 */
function findChannel(now: Screen, at: string): ScreenChannel {
  const found = now.channels.find((channel) => channel.name === at || channel.id === at);
  if (found !== undefined) return found;
  const other = now.people.find((person) => `@${person.name}` === at && person.id !== now.me.id);
  const empty: ScreenChannel = {
    id: at,
    name: at,
    kind: 'im',
    topic: '',
    isMember: true,
    isArchived: false,
    members: [],
    messages: [],
  };
  if (other !== undefined) return empty;
  const apps = new Set(now.people.filter(({ isBot }) => isBot).map(({ name }) => name));
  const own = now.channels.filter((channel) => channel.isMember && channel.kind !== 'im');
  return (
    own.find(({ members }) => members.some((name) => apps.has(name))) ??
    own[0] ??
    now.channels[0] ?? { ...empty, isMember: false }
  );
}

/** Shows Slack's new notices to the person. Notices from before the page was opened are not shown. */
function useNotices(now: Screen | undefined): void {
  const seen = useRef<{ who: string; count: number } | undefined>(undefined);
  useEffect(() => {
    if (now === undefined) return;
    const before = seen.current?.who === now.me.id ? seen.current.count : now.notices.length;
    for (const notice of now.notices.slice(before)) showToast(notice.text);
    seen.current = { who: now.me.id, count: now.notices.length };
  }, [now]);
}

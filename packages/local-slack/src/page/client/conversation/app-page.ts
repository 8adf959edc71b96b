import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Screen, ScreenChannel } from '../../screen.ts';
import { doAs } from '../act.ts';
import { Blocks } from '../blocks/blocks.ts';
import { Avatar } from '../controls/avatar.ts';
import { Icon } from '../controls/icon.ts';
import { Outbox } from '../fields/outbox.ts';
import { type AppTab, go, place } from '../place.ts';
import { Messages } from './conversation.ts';

const labels: Readonly<Record<AppTab, string>> = { home: 'Home', messages: 'Messages', about: 'About' };

/** The page of the app, with the tabs that its manifest enables (Slack: App Home). */
export function AppPage({ now, channel, onMenu }: { now: Screen; channel: ScreenChannel; onMenu: () => void }): VNode {
  const name = channel.name.slice(1);
  const { hasHome, hasMessages } = now.app.home;
  const tabs: readonly AppTab[] = [
    ...(hasHome ? ['home' as const] : []),
    ...(hasMessages ? ['messages' as const] : []),
    'about',
  ];
  const tab = tabs.find((each) => each === place.value.app) ?? tabs[0] ?? 'about';
  // The app hears of it each time that somebody opens one of its tabs.
  useEffect(() => {
    if (tab !== 'about') void doAs(tab === 'home' ? 'openHome' : 'openMessages', {});
  }, [tab, now.me.id]);
  return html`<section class="conversation app-page" aria-label=${name}>
    <header class="conversation-head">
      <button type="button" class="icon-button only-narrow" aria-label="Channels" onClick=${onMenu}><${Icon} name="menu" /></button>
      <${Avatar} name=${name} size="small" /><h1>${name}</h1><span class="badge">APP</span>
    </header>
    <${Tabs} tabs=${tabs} chosen=${tab} />
    <div class="app-tab" role="tabpanel" id="app-tab" aria-labelledby=${`app-tab-${tab}`} tabindex=${tab === 'messages' ? undefined : '0'}>
      ${tab === 'home' && html`<${Home} key=${now.me.id} now=${now} />`}
      ${tab === 'messages' && html`<${Messages} now=${now} channel=${channel} />`}
      ${tab === 'about' && html`<${About} now=${now} name=${name} />`}
    </div>
  </section>`;
}

/** The tabs above the page. Arrow keys move between them (ARIA: tabs). */
function Tabs({ tabs, chosen }: { tabs: readonly AppTab[]; chosen: AppTab }): VNode {
  const list = useRef<HTMLDivElement>(null);
  const open = (tab: AppTab): void => go({ app: tab, thread: '', message: '' });
  const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const next = step === undefined ? undefined : tabs.at((tabs.indexOf(chosen) + step) % tabs.length);
    if (next === undefined) return;
    event.preventDefault();
    open(next);
    list.current?.querySelector<HTMLElement>(`#app-tab-${next}`)?.focus();
  };
  return html`<div class="app-tabs" role="tablist" aria-label="Tabs of the app" ref=${list} onKeyDown=${onKeyDown}>${tabs.map(
    (tab) =>
      html`<button key=${tab} type="button" role="tab" id=${`app-tab-${tab}`} aria-selected=${String(tab === chosen)} aria-controls="app-tab"
        tabindex=${tab === chosen ? '0' : '-1'} onClick=${() => open(tab)}>${labels[tab]}</button>`,
  )}</div>`;
}

/** What the app has published for the person. */
function Home({ now }: { now: Screen }): VNode {
  const outbox = useMemo(() => new Outbox(), []);
  if (now.home === undefined) {
    return html`<p class="home-empty">This is the app’s home, and it has not put anything here yet.</p>`;
  }
  const { id, state, errors, blocks } = now.home;
  const surface = { place: { view: id }, state, errors, outbox };
  return html`<div class="home"><${Blocks} surface=${surface} blocks=${blocks} /></div>`;
}

/** What the manifest says about the app, its commands and its shortcuts. */
function About({ now, name }: { now: Screen; name: string }): VNode {
  const { description, longDescription } = now.app;
  const places = { global: 'anywhere', message: 'on a message' } as const;
  return html`<div class="about">
    <h2>${name}</h2>
    ${description !== '' && html`<p>${description}</p>`}
    ${longDescription !== '' && html`<p>${longDescription}</p>`}
    ${now.commands.length > 0 && html`<h3>Commands</h3>`}
    <ul>${now.commands.map(
      ({ command, usageHint, description: words }) =>
        html`<li key=${command}><code>${`${command} ${usageHint}`.trim()}</code> <span>${words}</span></li>`,
    )}</ul>
    ${now.shortcuts.length > 0 && html`<h3>Shortcuts</h3>`}
    <ul>${now.shortcuts.map(
      ({ name: shortcut, type, callbackId, description: words }) =>
        html`<li key=${callbackId}><strong>${shortcut}</strong> <span>${words} (${places[type]})</span></li>`,
    )}</ul>
  </div>`;
}

/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { effect, signal } from '@preact/signals';

/** The tabs of the page. */
export type Tab = 'talk' | 'slackbot' | 'repository' | 'wire';

/** The tabs of the app's own page. */
export type AppTab = 'home' | 'messages' | 'about';

/** The state of navigation. It is stored in the URL, so that it survives a reload or restart. */
export interface Place {
  /** The display name of the current person. */
  readonly as: string;
  /** `#channel`, `@person`, or the id of a conversation; empty for the first one. */
  readonly at: string;
  /** The tab of the app's page; empty for its first one. */
  readonly app: AppTab | '';
  /** The timestamp of the message whose thread is open; empty for none. */
  readonly thread: string;
  /** The timestamp of the message that a link leads to; empty for none. */
  readonly message: string;
  readonly tab: Tab;
  /** The name of the tool chosen in Slackbot's tab; empty for the first one. */
  readonly tool: string;
  /** The name of the repository in its tab; empty for the first one. */
  readonly repository: string;
  /** The file shown in the repository tab; empty for none. */
  readonly file: string;
  /** The name of the review shown in the repository tab; empty for none. */
  readonly review: string;
}

const tabs: readonly Tab[] = ['talk', 'slackbot', 'repository', 'wire'];
const appTabs: readonly AppTab[] = ['home', 'messages', 'about'];

/** The current place. */
export const place = signal<Place>(followLink(location) ?? readPlace(location.hash));

/** Reads a place from the URL. Missing fields are empty. */
function readPlace(hash: string): Place {
  const fields = new URLSearchParams(hash.replace(/^#/, ''));
  const read = (name: string): string => fields.get(name) ?? '';
  return {
    as: read('as'),
    at: read('at'),
    app: appTabs.find((tab) => tab === read('app')) ?? '',
    thread: read('thread'),
    message: read('message'),
    tab: tabs.find((tab) => tab === read('tab')) ?? 'talk',
    tool: read('tool'),
    repository: read('repository'),
    file: read('file'),
    review: read('review'),
  };
}

/**
 * The place that the link of a message leads to, which is like Slack's: `/archives/C1/p1700000000000100`. Undefined for
 * the URLs of the page itself.
 */
function followLink({ pathname, search }: Location): Place | undefined {
  const [, at = '', seconds = '', rest = ''] = /^\/archives\/([^/]+)\/p(\d+)(\d{6})$/.exec(pathname) ?? [];
  if (at === '') return undefined;
  const message = `${seconds}.${rest}`;
  const thread = new URLSearchParams(search).get('thread_ts') ?? '';
  return { ...readPlace(''), as: lastPerson(), at, app: 'messages', thread, message };
}

const lastPersonKey = 'as';

/** The person that somebody acted as last in this browser; empty for none. */
export function lastPerson(): string {
  return localStorage.getItem(lastPersonKey) ?? '';
}

/** Writes a place for the URL. */
function writePlace(to: Place): string {
  const fields = Object.entries(to).filter(([name, value]) => value !== '' && !(name === 'tab' && value === 'talk'));
  return `/#${new URLSearchParams(fields)}`;
}

/** Changes the place. `replace` adds no entry to the browser's history. */
export function go(change: Partial<Place>, how: 'push' | 'replace' = 'push'): void {
  const next = { ...place.value, ...change };
  const address = writePlace(next);
  if (address === location.pathname + location.hash) return;
  history[how === 'push' ? 'pushState' : 'replaceState'](null, '', address);
  place.value = next;
}

effect(() => {
  const { as } = place.value;
  if (as !== '') localStorage.setItem(lastPersonKey, as);
});

window.addEventListener('popstate', () => {
  place.value = readPlace(location.hash);
});

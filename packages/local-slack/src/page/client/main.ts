import { html, render } from 'htm/preact';
import { App } from './app.ts';
import { showToast } from './controls/toasts.ts';
import { listen } from './live.ts';
import { go, lastPerson, place } from './place.ts';
import { loadEmoji } from './text/emoji.ts';

/** Loads the list of people, shows the page, and keeps it up to date. */
async function start(): Promise<void> {
  const answer = await fetch('/control/people');
  const { people } = (await answer.json()) as { people: readonly string[] };
  const as = [place.value.as, lastPerson()].find((name) => people.includes(name)) ?? people[0] ?? '';
  go({ as }, 'replace');
  void loadEmoji();
  listen();
  const root = document.getElementById('app');
  if (root === null) throw new Error('The page has no #app element.');
  root.replaceChildren();
  render(html`<${App} />`, root);
}

start().catch((error: unknown) => showToast(String(error)));

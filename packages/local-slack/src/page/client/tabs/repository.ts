import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Commit, RepositoryOverview } from '../../repository-view.ts';
import { follow } from '../live.ts';
import { go, place } from '../place.ts';
import { Markdown } from '../text/markdown.ts';
import { dayAndTime } from '../times.ts';

const overview = follow<RepositoryOverview>(() =>
  place.value.tab === 'repository' ? '/control/repository' : undefined,
);

const file = follow<{ text: string }>(() =>
  place.value.tab === 'repository' && place.value.file !== ''
    ? `/control/repository/file?path=${encodeURIComponent(place.value.file)}`
    : undefined,
);

/** The git repository: its files, its log, and one file, rendered or as source. */
export function RepositoryTab(): VNode {
  const now = overview.now.value;
  if (now === undefined) return html`<main class="tab"><p class="hint">ReadResult the repository…</p></main>`;
  const documents = now.files.filter((path) => path.endsWith('.md'));
  return html`<main class="tab repository">
    <header class="tab-head"><h1>Repository</h1><p class="topic"><code title=${now.path}>${now.path.split('/').at(-1)}</code> on <strong>${now.branch}</strong></p></header>
    <div class="repository-columns">
      <div class="repository-list">
        <h2>Documents</h2>
        ${documents.length === 0 && html`<p class="hint">Nothing has been committed yet.</p>`}
        <ul class="files">${documents.map(
          (
            path,
          ) => html`<li key=${path}><button type="button" class="row" aria-current=${path === place.value.file ? 'page' : undefined}
          onClick=${() => go({ file: path })}><span class="row-name">${path.split('/').at(-1)}</span></button></li>`,
        )}</ul>
        <h2>Log</h2>
        <ol class="log">${now.commits.map((commit) => html`<${LogLine} key=${commit.hash} commit=${commit} />`)}</ol>
      </div>
      <${Shown} />
    </div>
  </main>`;
}

function LogLine({ commit }: { commit: Commit }): VNode {
  const document = commit.files.find((path) => path.endsWith('.md'));
  return html`<li>
    <strong>${document === undefined ? commit.subject : html`<button type="button" class="link" onClick=${() => go({ file: document })}>${commit.subject}</button>`}</strong>
    <small><code>${commit.hash.slice(0, 7)}</code> ${commit.author}, ${dayAndTime(new Date(commit.date))}</small>
  </li>`;
}

/** The open file. */
function Shown(): VNode {
  const [isRaw, setRaw] = useState(false);
  const path = place.value.file;
  if (path === '')
    return html`<section class="document empty"><p class="hint">Select a document to read it here.</p></section>`;
  const text = file.now.value?.text ?? '';
  const { head, body } = split(text);
  const tab = (raw: boolean, label: string): VNode =>
    html`<button type="button" role="tab" aria-selected=${String(isRaw === raw)} onClick=${() => setRaw(raw)}>${label}</button>`;
  return html`<section class="document" aria-label=${path}>
    <header><code class="path">${path}</code><span class="tabs" role="tablist" aria-label="How to show it">${tab(false, 'Rendered')}${tab(true, 'Markdown')}</span></header>
    <div class="document-body" tabindex="0" role="region" aria-label="Text of the document">
      ${isRaw ? html`<pre class="raw"><code>${text}</code></pre>` : html`${head !== '' && html`<pre class="front-matter"><code>${head}</code></pre>`}<${Markdown} text=${body} />`}
    </div>
  </section>`;
}

/** Splits a text into its front matter, if there is any, and the rest. */
function split(text: string): { head: string; body: string } {
  const match = /^---\n([\s\S]*?)\n---\n?/.exec(text);
  return match === null ? { head: '', body: text } : { head: match[1] ?? '', body: text.slice(match[0].length) };
}

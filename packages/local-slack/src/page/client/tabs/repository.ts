import { html } from 'htm/preact';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Commit, RepositoryScreen, ShownReview } from '../../repository-view.ts';
import { follow, refresh } from '../live.ts';
import { go, place } from '../place.ts';
import { Markdown } from '../text/markdown.ts';
import { dayAndTime } from '../times.ts';

const overview = follow<RepositoryScreen>(() =>
  place.value.tab === 'repository' && place.value.as !== ''
    ? `/control/repository?${new URLSearchParams({ name: place.value.repository, as: place.value.as })}`
    : undefined,
);

const file = follow<{ text: string }>(() =>
  place.value.tab === 'repository' && place.value.file !== ''
    ? `/control/repository/file?${new URLSearchParams({ name: place.value.repository, path: place.value.file })}`
    : undefined,
);

/** The git repositories: the reviews, the files and the log of one, and a review or a file, rendered or as source. */
export function RepositoryTab(): VNode {
  const now = overview.now.value;
  if (now === undefined) return html`<main class="tab"><p class="hint">Reading the repository…</p></main>`;
  const documents = now.files.filter((path) => path.endsWith('.md'));
  const review = now.reviews.find(({ name }) => name === place.value.review);
  return html`<main class="tab split">
    <header class="tab-head"><h1>Repository</h1>${now.all.length > 1 && html`<${Choice} now=${now} />`}
      <p class="topic" title=${now.path}>${now.all.length === 1 && html`<code>${now.name}</code> `}on <strong>${now.branch}</strong></p></header>
    <div class="split-columns">
      <div class="split-list">
        ${now.reviews.length > 0 && html`<h2>Reviews</h2><ul class="reviews">${now.reviews.map((each) => html`<${ReviewLine} key=${each.name} review=${each} />`)}</ul>`}
        <h2>Documents</h2>
        ${documents.length === 0 && html`<p class="hint">Nothing has been committed yet.</p>`}
        <ul class="files">${documents.map(
          (
            path,
          ) => html`<li key=${path}><button type="button" class="row" aria-current=${path === place.value.file ? 'page' : undefined}
          onClick=${() => go({ file: path, review: '' })}><span class="row-name">${path.split('/').at(-1)}</span></button></li>`,
        )}</ul>
        <h2>Log</h2>
        <ol class="log">${now.commits.map((commit) => html`<${LogLine} key=${commit.hash} commit=${commit} />`)}</ol>
      </div>
      ${review === undefined ? html`<${Shown} />` : html`<${ReviewFrame} key=${review.url} review=${review} />`}
    </div>
  </main>`;
}

/** The names of the repositories, to choose one. */
function Choice({ now }: { now: RepositoryScreen }): VNode {
  return html`<span class="tabs" role="tablist" aria-label="Which repository">${now.all.map(
    ({ name, open }) =>
      html`<button key=${name} type="button" role="tab" aria-selected=${String(name === now.name)}
        onClick=${() => go({ repository: name, file: '', review: '' })}>${name}${open > 0 && html`<small> ${open} open</small>`}</button>`,
  )}</span>`;
}

function ReviewLine({ review: { name, title, state } }: { review: ShownReview }): VNode {
  return html`<li><button type="button" class="row" aria-current=${name === place.value.review ? 'page' : undefined}
    onClick=${() => go({ review: name, file: '' })}><span class="row-name">${title} <small>${name}</small></span><span class=${`review-state ${state}`}>${state}</span></button></li>`;
}

/** The page of the open review. Whatever somebody presses there changes what is shown here. */
function ReviewFrame({ review: { name, title, url } }: { review: ShownReview }): VNode {
  return html`<section class="document" aria-label=${title}>
    <header><code class="path">${name}</code><a href=${url} target="_blank" rel="noopener noreferrer">Open in a new tab</a></header>
    <iframe class="review-page" src=${url} title=${`Review ${name}`} onLoad=${refresh}></iframe>
  </section>`;
}

function LogLine({ commit }: { commit: Commit }): VNode {
  const document = commit.files.find((path) => path.endsWith('.md'));
  return html`<li>
    <strong>${document === undefined ? commit.subject : html`<button type="button" class="link" onClick=${() => go({ file: document, review: '' })}>${commit.subject}</button>`}</strong>
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

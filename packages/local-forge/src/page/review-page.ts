import { Person } from '../control/person.ts';
import type { Answer } from '../server/router.ts';
import { blockersOf, methodsFor, runQueue } from '../world/merging.ts';
import { protectionsOf } from '../world/protections.ts';
import { type Blocker, Refused } from '../world/refusal.ts';
import type { Comment, MergeMethod, Repository, Review, Verdict } from '../world/state.ts';
import { diffView } from './diff-view.ts';
import { type Html, html, type Part } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import { inAddress, page, time, trail, type Visit } from './site.ts';
import { blockerWords, refusalWords } from './words.ts';

const methodWords: Readonly<Record<MergeMethod, string>> = {
  merge: 'Merge commit',
  squash: 'Squash',
  rebase: 'Rebase',
};

const verdictWords: Readonly<Record<Verdict['state'], string>> = {
  approved: 'approved this',
  'changes-requested': 'requested changes',
  commented: 'reviewed this',
  dismissed: 'gave a verdict that was dismissed',
};

/** The page of a review: what it says, what people say about it, what it changes, and what can be done with it. */
export async function reviewPage(visit: Visit, repository: Repository, review: Review, told?: string): Promise<Answer> {
  const { world, words, dialect } = visit;
  const changes = await world.git(repository).changes(review.baseSha, review.headSha);
  const name = `${words.sign}${review.number}`;
  const head =
    review.head === undefined
      ? html`<code>${review.topic ?? ''}</code>`
      : html`<a href="${dialect.filePath(repository, inAddress(review.head), '')}"><code>${review.head}</code></a>`;
  const content = html`${trail(repository, `${words.review} ${name}`)}
<h1>${review.title} <span class="quiet">${name}</span></h1>
<p class="facts">${statePill(review)} ${review.by} wants to merge ${head} into <code>${review.base}</code> · opened ${time(review.openedAt)}</p>
${review.labels.length > 0 && html`<p class="labels">${review.labels.map((label) => html`<span class="label">${label}</span> `)}</p>`}
${told !== undefined && html`<p class="told" role="alert">${told}</p>`}
<article class="card"><header><strong>${review.by}</strong> ${time(review.openedAt)}</header>
${review.body === '' ? html`<p class="quiet">No description.</p>` : renderMarkdown(review.body)}</article>
${conversation(review)}
${await actions(visit, repository, review)}
<h2>What changes</h2>
${diffView(changes)}`;
  return page(visit, `${review.title} ${name}`, content, told === undefined ? 200 : 409);
}

/** Does what somebody pressed on the page of a review, and shows the page again. */
export async function actOnReview(
  visit: Visit,
  repository: Repository,
  review: Review,
  form: URLSearchParams,
): Promise<Answer> {
  const { world, dialect } = visit;
  if (visit.person === undefined) return await reviewPage(visit, repository, review, 'The forge has no people yet.');
  const person = new Person(world, visit.person.login);
  const { path } = repository;
  const { number } = review;
  const body = form.get('body') ?? '';
  const method = methodsFor(repository, review).find((each) => each === form.get('method')) ?? 'merge';
  const deeds: Readonly<Record<string, () => unknown>> = {
    approve: () => person.approve(path, number, body),
    'request-changes': () => person.requestChanges(path, number, body),
    comment: () => person.comment(path, number, body),
    merge: () => person.merge(path, number, method),
    'merge-when-ready': () => person.autoMerge(path, number, method),
    enqueue: () => person.enqueue(path, number),
    'run-queue': () => runQueue(world, repository),
    close: () => person.close(path, number),
    reopen: () => person.reopen(path, number),
    ready: () => person.setDraft(path, number, false),
    draft: () => person.setDraft(path, number, true),
    'delete-branch': () => person.deleteBranch(path, review.head ?? ''),
  };
  const deed = deeds[form.get('action') ?? ''];
  try {
    if (deed === undefined) return await reviewPage(visit, repository, review, 'There is no such button.');
    await deed();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return await reviewPage(visit, repository, review, refusalWords(error.reason));
  }
  return { status: 303, headers: { location: dialect.reviewPath(repository, review) } };
}

/** The state of a review, in a word. */
export function statePill(review: Review): Html {
  const state = review.state !== 'open' ? review.state : review.queued ? 'queued' : review.isDraft ? 'draft' : 'open';
  return html`<span class="pill ${state}">${state}</span>`;
}

function conversation(review: Review): Part {
  const items = [
    ...review.verdicts.map((verdict) => ({ at: verdict.at, view: verdictView(verdict) })),
    ...review.comments.map((comment) => ({ at: comment.at, view: commentView(comment) })),
  ];
  return items.toSorted((one, other) => one.at.localeCompare(other.at)).map(({ view }) => view);
}

function verdictView({ id, by, state, body, at }: Verdict): Html {
  return html`<article class="card ${state}" id="pullrequestreview-${id}"><header><strong>${by}</strong> ${verdictWords[state]} ${time(at)}</header>
${body !== '' && renderMarkdown(body)}</article>
`;
}

function commentView({ id, by, body, at, place }: Comment): Html {
  const where = place !== undefined && html` on <code>${place.path}</code>, line ${place.line},`;
  return html`<article class="card" id="${place === undefined ? 'issuecomment-' : 'discussion_r'}${id}"><span id="note_${id}"></span>
<header><strong>${by}</strong> commented${where} ${time(at)}</header>${renderMarkdown(body)}</article>
`;
}

async function actions(visit: Visit, repository: Repository, review: Review): Promise<Part> {
  const { world, person, dialect } = visit;
  if (person === undefined) return undefined;
  const action = dialect.reviewPath(repository, review);
  const button = (name: string, label: string, kind = ''): Html =>
    html`<button name="action" value="${name}" class="${kind}">${label}</button> `;
  if (review.state !== 'open') {
    const ended = review.state === 'merged' ? review.mergedAt : review.closedAt;
    const tip = review.head === undefined ? undefined : await world.git(repository).branch(review.head);
    return html`<form class="card" method="post" action="${action}"><p>${review.closedBy ?? ''} has ${review.state} this${ended !== undefined && html` · ${time(ended)}`}.
${review.mergeSha !== undefined && html`<code>${review.mergeSha.slice(0, 10)}</code>`}</p>
<p>${review.state === 'closed' && button('reopen', 'Open again')}${tip !== undefined && button('delete-branch', 'Delete the branch')}</p></form>`;
  }
  const blockers = await blockersOf(world, repository, review, person.login);
  const reviewForm = html`<form class="card" method="post" action="${action}">
<label for="body">Your review</label>
<textarea id="body" name="body" rows="3" placeholder="What you want to say (Markdown)"></textarea>
<p>${button('approve', 'Approve', 'good')}${button('request-changes', 'Request changes')}${button('comment', 'Comment')}</p></form>`;
  return html`${reviewForm}
<form class="card merge" method="post" action="${action}">
${mergeStatus(review, blockers)}
<p>${mergeButtons(repository, review, blockers, button)}
${review.isDraft ? button('ready', 'Ready for review') : button('draft', 'Convert to draft')}${button('close', 'Close')}</p></form>`;
}

function mergeStatus(review: Review, blockers: readonly Blocker[]): Part {
  if (review.queued !== undefined) return html`<p>It is in the merge queue.</p>`;
  const auto = review.autoMerge !== undefined && html`<p>It will be merged as soon as nothing is in the way.</p>`;
  if (blockers.length === 0) return html`<p class="plus">Nothing is in the way of merging.</p>${auto}`;
  return html`<p>It can’t be merged yet:</p><ul>${blockers.map((blocker) => html`<li>${blockerWords[blocker]}</li>`)}</ul>${auto}`;
}

function mergeButtons(
  repository: Repository,
  review: Review,
  blockers: readonly Blocker[],
  button: (name: string, label: string, kind?: string) => Html,
): Part {
  if (review.queued !== undefined) return button('run-queue', 'Let the queue run', 'good');
  const others = blockers.filter((blocker) => blocker !== 'queue');
  if (protectionsOf(repository, review.base).some(({ mergeQueue }) => mergeQueue)) {
    return others.length === 0 && button('enqueue', 'Add to the merge queue', 'good');
  }
  const methods = methodsFor(repository, review);
  const choice = html`<label>How <select name="method">${methods.map((each) => html`<option value="${each}">${methodWords[each]}</option>`)}</select></label> `;
  if (blockers.length === 0 && methods.length > 0) return html`${choice}${button('merge', 'Merge', 'good')}`;
  const canWait = repository.settings.allowsAutoMerge && review.autoMerge === undefined && !review.isDraft;
  const waiting = canWait && html`${choice}${button('merge-when-ready', 'Merge when ready')}`;
  return html`${waiting}<button disabled>Merge</button> `;
}

import { Person } from '../control/person.ts';
import type { Answer } from '../server/router.ts';
import { Refused } from '../world/refusal.ts';
import type { Repository } from '../world/state.ts';
import { diffView } from './diff-view.ts';
import { editLink } from './edit-page.ts';
import { type Html, html, type Part } from './html.ts';
import { renderMarkdown } from './markdown.ts';
import { statePill } from './review-page.ts';
import { inAddress, missing, page, time, trail, type Visit } from './site.ts';
import { refusalWords } from './words.ts';

/** The first page: all repositories. */
export function homePage(visit: Visit): Answer {
  const { world, words } = visit;
  const rows = world.state.repositories.map((repository) => {
    const open = repository.reviews.filter(({ state }) => state === 'open').length;
    return html`<li><a href="/${repository.path}">${repository.path}</a>
<span class="quiet">${open === 1 ? `1 open ${words.review}` : `${open} open ${words.review}s`}${repository.isArchived && ' · archived'}</span></li>`;
  });
  const list = rows.length === 0 ? html`<p class="quiet">There are none.</p>` : html`<ul class="list">${rows}</ul>`;
  return page(visit, 'Repositories', html`<h1>Repositories</h1>${list}`);
}

/** The page of a repository: its reviews, branches and files. */
export async function repositoryPage(visit: Visit, repository: Repository): Promise<Answer> {
  const { world, words, dialect } = visit;
  const git = world.git(repository);
  const reviews = repository.reviews.toReversed().map(
    (review) => html`<li>${statePill(review)} <a href="${dialect.reviewPath(repository, review)}">${review.title}</a>
<span class="quiet">${words.sign}${review.number} by ${review.by}</span></li>`,
  );
  const branches = (await git.refs('refs/heads/')).map(({ name }) => {
    const branch = name.slice('refs/heads/'.length);
    return html`<li><a href="${dialect.filePath(repository, inAddress(branch), '')}"><code>${branch}</code></a></li>`;
  });
  const list = (items: readonly Html[]): Part =>
    items.length === 0 ? html`<p class="quiet">There are none.</p>` : html`<ul class="list">${items}</ul>`;
  const tip = await git.branch(repository.defaultBranch);
  const content = html`${trail(repository)}<h1>${repository.path}</h1>
<p class="facts">${repository.isArchived && html`<span class="pill closed">archived</span>`} ${repository.description}</p>
<h2>${`${words.review[0]?.toUpperCase() ?? ''}${words.review.slice(1)}`}s</h2>${list(reviews)}
<h2>Branches</h2>${list(branches)}
<h2>Files on <code>${repository.defaultBranch}</code></h2>
${editLink(repository, '')}${tip === undefined ? list([]) : await folderView(visit, repository, repository.defaultBranch, tip, '')}`;
  return page(visit, repository.path, content);
}

/** The page of a file or a folder. `rest` is the branch, or a commit, and the path. */
export async function filePage(visit: Visit, repository: Repository, rest: string, isRaw = false): Promise<Answer> {
  const { world } = visit;
  const git = world.git(repository);
  const found = await findPlace(visit, repository, rest);
  if (found === undefined) return missing(visit, 'such branch');
  const { name, sha, path } = found;
  if (path === '') {
    const content = html`${trail(repository, html`<code>${name}</code>`)}<h1><code>${name}</code></h1>
${await folderView(visit, repository, name, sha, '')}`;
    return page(visit, name, content);
  }
  const file = await git.file(sha, path);
  const isFolder = file === undefined && (await git.resolve(`${sha}:${path}`)) !== undefined;
  const where = trail(repository, html`<code>${name}</code>`, html`<code>${path}</code>`);
  if (isFolder) {
    return page(
      visit,
      path,
      html`${where}<h1><code>${path}</code></h1>${await folderView(visit, repository, name, sha, path)}`,
    );
  }
  if (file === undefined) return missing(visit, 'such file');
  const text = file.bytes.toString();
  if (isRaw) return { status: 200, other: { type: 'text/plain; charset=utf-8', bytes: file.bytes } };
  const [last] = await git.log(sha, { path, limit: 1 });
  const commit = last === undefined ? undefined : await git.commit(last);
  const changed =
    commit !== undefined &&
    html`<p class="facts">Last changed by ${commit.author.name} · ${time(commit.author.at.toISOString())} · <a href="/${repository.path}/commit/${commit.sha}"><code>${commit.sha.slice(0, 10)}</code></a></p>`;
  const shown = /\.(?:md|markdown)$/i.test(path)
    ? html`<article class="card">${renderMarkdown(text)}</article><details><summary>Source</summary><pre>${text}</pre></details>`
    : html`<pre class="card">${text}</pre>`;
  return page(
    visit,
    path,
    html`${where}<h1><code>${path.slice(path.lastIndexOf('/') + 1)}</code></h1>${changed}${name === repository.defaultBranch && editLink(repository, path)}${shown}`,
  );
}

/** The page of a commit. */
export async function commitPage(visit: Visit, repository: Repository, name: string): Promise<Answer> {
  const git = visit.world.git(repository);
  const sha = await git.resolve(`${name}^{commit}`);
  if (sha === undefined) return missing(visit, 'such commit');
  const { author, message, parents } = await git.commit(sha);
  const [parent] = parents;
  const emptyTree = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
  const changes = await git.changes(parent ?? emptyTree, sha);
  const [subject = '', ...rest] = message.split('\n');
  const body = rest.join('\n').trim();
  const content = html`${trail(repository, html`<code>${sha.slice(0, 10)}</code>`)}<h1>${subject}</h1>
<p class="facts">${author.name} · ${time(author.at.toISOString())} · <code>${sha}</code></p>
${body !== '' && html`<pre class="card">${body}</pre>`}${diffView(changes)}`;
  return page(visit, subject, content);
}

/** The form to open a review of a branch, to which git's output points. */
export async function newReviewPage(
  visit: Visit,
  repository: Repository,
  head: string,
  told?: string,
): Promise<Answer> {
  const { world, words } = visit;
  const git = world.git(repository);
  const sha = await git.branch(head);
  if (sha === undefined) return missing(visit, `branch ${head}`);
  const [subject = '', ...rest] = (await git.commit(sha)).message.trimEnd().split('\n');
  const base = repository.defaultBranch;
  const start = (await git.mergeBase(`refs/heads/${base}`, sha)) ?? sha;
  const content = html`${trail(repository, `new ${words.review}`)}<h1>Open a ${words.review}</h1>
<p class="facts"><code>${head}</code> into <code>${base}</code></p>
${told !== undefined && html`<p class="told" role="alert">${told}</p>`}
<form class="card" method="post" action="/-/new-review">
<input type="hidden" name="repository" value="${repository.path}"><input type="hidden" name="head" value="${head}">
<label for="title">Title</label><input id="title" name="title" value="${subject}" required>
<label for="body">Description</label><textarea id="body" name="body" rows="8">${rest.join('\n').trim()}</textarea>
<p><button class="good">Create ${words.review}</button></p></form>
${diffView(await git.changes(start, sha))}`;
  return page(visit, `New ${words.review}`, content, told === undefined ? 200 : 409);
}

/** Opens the review that somebody has filled in. */
export async function openFromForm(visit: Visit, form: URLSearchParams): Promise<Answer> {
  const { world, person, dialect } = visit;
  const repository = world.repository(form.get('repository') ?? '');
  if (repository === undefined || person === undefined) return missing(visit, 'such repository');
  const head = form.get('head') ?? '';
  try {
    const wanted = { title: form.get('title') ?? head, body: form.get('body') ?? '', head };
    const review = await new Person(world, person.login).openReview(repository.path, wanted);
    return { status: 303, headers: { location: dialect.reviewPath(repository, review) } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return await newReviewPage(visit, repository, head, refusalWords(error.reason));
  }
}

async function folderView(
  visit: Visit,
  repository: Repository,
  name: string,
  sha: string,
  path: string,
): Promise<Part> {
  const { world, dialect } = visit;
  const git = world.git(repository);
  const entries = await git.tree(sha, path === '' ? {} : { path: `${path}/` });
  const ordered = entries.toSorted((one, other) => Number(one.type !== 'tree') - Number(other.type !== 'tree'));
  const rows = ordered.map((entry) => {
    const own = entry.path.slice(entry.path.lastIndexOf('/') + 1);
    const address = dialect.filePath(repository, inAddress(name), inAddress(entry.path));
    return html`<li><a href="${address}">${own}${entry.type === 'tree' && '/'}</a></li>`;
  });
  const readMe = entries.find((entry) => /(?:^|\/)readme\.md$/i.test(entry.path));
  const shown = readMe === undefined ? undefined : await git.blob(readMe.sha);
  return html`<ul class="list">${rows}</ul>
${shown !== undefined && html`<article class="card">${renderMarkdown(shown.toString())}</article>`}`;
}

/** The branch, tag or commit with which a path begins. A branch may have slashes; the longest one counts. */
async function findPlace(
  { world }: Visit,
  repository: Repository,
  rest: string,
): Promise<{ readonly name: string; readonly sha: string; readonly path: string } | undefined> {
  const git = world.git(repository);
  const parts = rest.split('/');
  for (let length = parts.length; length > 0; length--) {
    const name = parts.slice(0, length).join('/');
    const sha = name === '' ? undefined : await git.branch(name);
    if (sha !== undefined) return { name, sha, path: parts.slice(length).join('/') };
  }
  const [first = ''] = parts;
  const sha = /^[0-9a-f]{7,40}$/.test(first)
    ? await git.resolve(`${first}^{commit}`)
    : await git.resolve(`refs/tags/${first}^{commit}`);
  return sha === undefined ? undefined : { name: first, sha, path: parts.slice(1).join('/') };
}

import { Person } from '../control/person.ts';
import type { Answer } from '../server/router.ts';
import { Refused } from '../world/refusal.ts';
import type { Repository } from '../world/state.ts';
import { html, type Part } from './html.ts';
import { inAddress, missing, page, trail, type Visit } from './site.ts';
import { refusalWords } from './words.ts';

/** What somebody has typed so far, and what was wrong with it. */
interface Typed {
  readonly path: string;
  readonly content: string;
  readonly title: string;
  readonly told?: string;
}

/** The link to the form for changing a file, or for a new one if `path` is empty. */
export function editLink({ path: repository }: Repository, path: string): Part {
  const address = `/-/edit?repository=${inAddress(repository)}&path=${inAddress(path)}`;
  return html`<p><a href="${address}">${path === '' ? 'Add a file' : 'Change this file'}</a></p>`;
}

/** The form for changing a file of the default branch in a review of its own. */
export async function editPage(visit: Visit): Promise<Answer> {
  const { world, request } = visit;
  const repository = world.repository(request.query.get('repository') ?? '');
  if (repository === undefined) return missing(visit, 'such repository');
  const path = request.query.get('path') ?? '';
  const git = world.git(repository);
  const tip = await git.branch(repository.defaultBranch);
  const file = path === '' || tip === undefined ? undefined : await git.file(tip, path);
  return formPage(visit, repository, { path, content: file?.bytes.toString() ?? '', title: '' });
}

/** Commits what somebody has typed to a new branch, and opens a review of it. */
export async function proposeChange(visit: Visit, form: URLSearchParams): Promise<Answer> {
  const { world, person, dialect } = visit;
  const repository = world.repository(form.get('repository') ?? '');
  if (repository === undefined || person === undefined) return missing(visit, 'such repository');
  const path = (form.get('path') ?? '').trim();
  const content = (form.get('content') ?? '').replaceAll('\r\n', '\n');
  const title = (form.get('title') ?? '').trim() || `Change ${path}`;
  const typed: Typed = { path, content, title };
  if (!isPath(path)) {
    return formPage(visit, repository, {
      ...typed,
      told: 'A path is like docs/notes.md, from the top of the repository.',
    });
  }
  try {
    const author = new Person(world, person.login);
    const head = await freeBranch(visit, repository, person.login);
    await author.commit(repository.path, { branch: head, files: { [path]: content }, message: title });
    const review = await author.openReview(repository.path, { title, body: '', head });
    return { status: 303, headers: { location: dialect.reviewPath(repository, review) } };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return formPage(visit, repository, { ...typed, told: refusalWords(error.reason) });
  }
}

function formPage(visit: Visit, repository: Repository, { path, content, title, told }: Typed): Answer {
  const { words } = visit;
  const body = html`${trail(repository, 'a change')}<h1>Change a file</h1>
<p class="facts">It goes to a branch of its own, with a ${words.review} into <code>${repository.defaultBranch}</code>.</p>
${told !== undefined && html`<p class="told" role="alert">${told}</p>`}
<form class="card" method="post" action="/-/edit">
<input type="hidden" name="repository" value="${repository.path}">
<label for="path">Path</label><input id="path" name="path" value="${path}" required>
<label for="content">Content</label><textarea id="content" name="content" rows="16">${content}</textarea>
<label for="title">Title of the ${words.review}</label><input id="title" name="title" value="${title}">
<p><button class="good">Create ${words.review}</button></p></form>`;
  return page(visit, 'Change a file', body, told === undefined ? 200 : 409);
}

/** Whether git takes this as the path of a file. */
function isPath(path: string): boolean {
  return path !== '' && path.split('/').every((part) => !['', '.', '..', '.git'].includes(part));
}

/** As GitHub names the branches of changes made in its pages. */
async function freeBranch({ world }: Visit, repository: Repository, login: string): Promise<string> {
  const git = world.git(repository);
  for (let count = 1; ; count++) {
    const name = `${login}-patch-${count}`;
    if ((await git.branch(name)) === undefined) return name;
  }
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, ApiRequest } from '../server/router.ts';
import { headerOf } from '../server/router.ts';
import { type Part, readRequest } from '../server/server.ts';
import { reviewOf } from '../world/reviews.ts';
import type { Account } from '../world/state.ts';
import { editPage, proposeChange } from './edit-page.ts';
import { commitPage, filePage, homePage, newReviewPage, openFromForm, repositoryPage } from './repository-pages.ts';
import { actOnReview, reviewPage } from './review-page.ts';
import { missing, page, personCookie, type Site, type Visit } from './site.ts';

const style = join(import.meta.dirname, 'style.css');

/** Serves the pages for people. Everybody who can open them sees everything, and chooses who they are. */
export function servePages(site: Site): Part {
  return (incoming, _response, url) =>
    (async () => {
      const request = await readRequest(incoming, url);
      if (request === undefined) return { status: 413, json: { message: 'The form is too large.' } };
      const end = site.parts.wire.begin('page', `${request.method} ${request.path}`, undefined);
      const answer = await answerVisit(site, request);
      end(String(answer.status), undefined, answer.status >= 500);
      return answer;
    })();
}

async function answerVisit(site: Site, request: ApiRequest): Promise<Answer> {
  const visit: Visit = { ...site, request, person: personOf(site, request) };
  if (request.method === 'POST') return await answerForm(visit);
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return { status: 405, json: { message: 'Method Not Allowed' } };
  if (request.path === '/-/forge.css') {
    return {
      status: 200,
      headers: { 'cache-control': 'no-cache' },
      other: { type: 'text/css; charset=utf-8', bytes: await readFile(style) },
    };
  }
  const as = request.query.get('as');
  if (as !== null) return becomePerson(visit, as, request.path);
  if (request.path === '/') return homePage(visit);
  if (request.path === '/-/edit') return await editPage(visit);
  const path = decoded(request.path);
  return path === undefined ? missing(visit, 'such page') : await answerPath(visit, path.replace(/\/$/, ''));
}

async function answerPath(visit: Visit, path: string): Promise<Answer> {
  const { dialect, world, request } = visit;
  const review = dialect.readReviewPath(path.replace(/\/(?:files|diffs|commits)$/, ''));
  if (review !== null && review !== undefined) return await showReview(visit, review.repository, review.number);
  const repository = world.repository(path.slice(1));
  if (repository !== undefined) return await repositoryPage(visit, repository);
  const moved = world.renamed(path.slice(1));
  if (moved !== undefined) return { status: 301, headers: { location: `/${moved.path}` } };
  const [, owner = '', what = '', rest = ''] = placePattern.exec(path) ?? [];
  const found = world.repository(owner) ?? world.renamed(owner);
  if (found === undefined) return missing(visit, 'such page');
  switch (what) {
    case 'pull/new/':
      return await newReviewPage(visit, found, rest);
    case 'merge_requests/new':
      return await newReviewPage(visit, found, request.query.get('merge_request[source_branch]') ?? '');
    case 'compare/':
      return await newReviewPage(visit, found, rest.slice(rest.indexOf('...') + 3));
    case 'commit/':
      return await commitPage(visit, found, rest);
    case 'raw/branch/':
    case 'raw/':
      return await filePage(visit, found, rest, true);
    case 'pulls':
    case 'merge_requests':
      return await repositoryPage(visit, found);
    default:
      return await filePage(visit, found, rest);
  }
}

/** What can stand behind a repository, at any of the forges. */
const placePattern =
  /^\/(.+?)\/(?:-\/)?(pull\/new\/|merge_requests\/new|compare\/|commit\/|raw\/branch\/|raw\/|pulls|merge_requests|blob\/|tree\/|src\/branch\/|src\/commit\/)(.*)$/;

async function showReview(visit: Visit, path: string, number: number): Promise<Answer> {
  const { world, dialect } = visit;
  const repository = world.repository(path) ?? world.renamed(path);
  const review = repository === undefined ? undefined : reviewOf(repository, number);
  if (repository === undefined || review === undefined) return missing(visit, `such ${visit.words.review}`);
  if (world.repository(path) === undefined) {
    return { status: 301, headers: { location: dialect.reviewPath(repository, review) } };
  }
  return await reviewPage(visit, repository, review);
}

async function answerForm(visit: Visit): Promise<Answer> {
  const { request, world, dialect, parts } = visit;
  if (headerOf(request, 'origin') !== parts.url() && headerOf(request, 'origin') !== localName(parts.url())) {
    return page(visit, 'Refused', 'A form has to come from a page of this forge.', 403);
  }
  const form = new URLSearchParams(request.body.toString());
  if (request.path === '/-/person') return becomePerson(visit, form.get('login') ?? '', form.get('back') ?? '/');
  if (request.path === '/-/new-review') return await openFromForm(visit, form);
  if (request.path === '/-/edit') return await proposeChange(visit, form);
  const place = dialect.readReviewPath(decoded(request.path) ?? '');
  const repository = place === undefined ? undefined : world.repository(place.repository);
  const review = repository === undefined ? undefined : reviewOf(repository, place?.number ?? 0);
  if (repository === undefined || review === undefined) return missing(visit, 'such page');
  return await actOnReview(visit, repository, review, form);
}

/** Shows a page as somebody else, and every page after it. Nothing is secret here, so that a link may do so too. */
function becomePerson({ world }: Site, login: string, back: string): Answer {
  const known = world.account(login)?.login ?? '';
  const cookie = `${personCookie}=${encodeURIComponent(known)}; Path=/; HttpOnly; SameSite=Lax`;
  return { status: 303, headers: { location: /^\/(?![/\\])/.test(back) ? back : '/', 'set-cookie': cookie } };
}

function personOf({ world }: Site, request: ApiRequest): Account | undefined {
  const cookie = new RegExp(`(?:^|; )${personCookie}=([^;]*)`).exec(headerOf(request, 'cookie') ?? '')?.[1];
  const chosen = cookie === undefined ? undefined : world.account(decoded(cookie) ?? '');
  return chosen ?? world.state.accounts.find(({ kind }) => kind === 'person');
}

function localName(url: string): string {
  return url.replace('127.0.0.1', 'localhost');
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

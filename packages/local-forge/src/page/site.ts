import type { Dialect, ForgeParts } from '../dialect.ts';
import type { Answer, ApiRequest } from '../server/router.ts';
import type { Account, Repository } from '../world/state.ts';
import type { World } from '../world/world.ts';
import { Html, html, type Part } from './html.ts';
import type { ForgeWords } from './words.ts';

/** What the pages are made of. */
export interface Site {
  readonly parts: ForgeParts;
  readonly world: World;
  readonly dialect: Dialect;
  readonly words: ForgeWords;
}

/** A page that somebody asks for. */
export interface Visit extends Site {
  readonly request: ApiRequest;
  /** Who looks at it; undefined while the forge has no people. */
  readonly person: Account | undefined;
}

/** The policy of every page: nothing but its own style, and forms that come back here. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  'frame-ancestors http://127.0.0.1:* http://localhost:*',
].join('; ');

/** The cookie that keeps who looks at the pages. */
export const personCookie = 'local_forge_person';

/** A whole page. */
export function page(visit: Visit, title: string, content: Part, status = 200): Answer {
  const { words, world, person, request } = visit;
  const people = world.state.accounts.filter(({ kind }) => kind === 'person');
  const options = people.map(
    ({ login }) => html`<option${login === person?.login && new Html(' selected')}>${login}</option>`,
  );
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Local ${words.forge}</title>
<link rel="stylesheet" href="/-/forge.css">
</head>
<body>
<header class="site">
<a class="home" href="/">Local ${words.forge}</a>
${
  people.length > 0 &&
  html`<form method="post" action="/-/person">
<input type="hidden" name="back" value="${request.path}">
<label>You are <select name="login">${options}</select></label>
<button>Switch</button>
</form>`
}
</header>
<main>
${content}
</main>
</body>
</html>
`;
  return {
    status,
    headers: { 'content-security-policy': policy, 'cache-control': 'no-store' },
    other: { type: 'text/html; charset=utf-8', bytes: document.text },
  };
}

/** The page for what is not there. */
export function missing(visit: Visit, what: string): Answer {
  return page(visit, 'Not found', html`<h1>Not found</h1><p>There is no ${what} here.</p>`, 404);
}

/** The way to a repository, above everything that is in it. */
export function trail(repository: Repository, ...rest: readonly Part[]): Html {
  const more = rest.map((part) => html`<span aria-hidden="true">/</span> ${part} `);
  return html`<nav class="trail" aria-label="Where you are"><a href="/${repository.path}">${repository.path}</a> ${more}</nav>`;
}

/** A time, for people. */
export function time(at: string): Html {
  return html`<time datetime="${at}">${at.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

/** A path as it is written in an address. */
export function inAddress(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

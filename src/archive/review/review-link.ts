import type { Address } from '../address.ts';

/** The address of a review by its number: GitHub and Bitbucket, GitLab, Forgejo and Gitea, Azure, Gerrit. */
const review = /\/(?:pull|pulls|merge_requests|pull-requests|pullrequest|\+)\/\d+\/?$/u;

/** The address of a page for opening one. */
const opening = /\/pull\/new\/|\/merge_requests\/new\b|\/compare\/|\/pull-requests\/new\b|\/pullrequestcreate\b/u;

/**
 * The address that a remote printed for the review of a branch, or else for opening one. Only addresses on the remote's
 * own host count, and only in its own words, after `remote:`.
 */
export function findReviewLink(said: string, { host }: Address, branch: string): string | undefined {
  if (host === undefined) return undefined;
  const own = new URL(`https://${host}`).hostname;
  const links = said
    .split(/[\r\n]+/u)
    .filter((line) => /^remote:/u.test(line))
    .flatMap((line) => line.match(/https?:\/\/[^\s<>"'`]+/gu) ?? [])
    .flatMap((text) => (URL.canParse(text) ? [new URL(text)] : []))
    .filter((url) => url.hostname === own && url.username === '' && url.password === '');
  const found =
    links.find(({ pathname }) => review.test(pathname)) ??
    links.find(({ pathname }) => opening.test(pathname)) ??
    links.find(({ href }) => decode(href).includes(branch));
  return found?.href;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

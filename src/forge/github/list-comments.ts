import type { ReviewComment } from '../../workflow/ports/forge/forge.ts';
import { beginningOf } from '../said.ts';
import type { GitHubApi } from './connect.ts';
import type { Repository } from './repository.ts';

const perPage = 100;
/** A review with more comments than this is not read to its end at once. */
const mostPages = 10;

interface Written {
  readonly id: number | bigint;
  readonly user: { readonly login: string; readonly type?: string } | null;
  readonly html_url: string;
  readonly body?: string | null | undefined;
}

/** What people wrote on a pull request: below it, beside its lines, and as reviews. */
export async function listComments(
  api: GitHubApi,
  { owner, repo }: Repository,
  number: number,
  since: Date,
): Promise<readonly ReviewComment[]> {
  const at = { owner, repo, since: since.toISOString(), per_page: perPage };
  const below = await allPages(async (page) => {
    const { data } = await api.rest.issues.listComments({ ...at, issue_number: number, page });
    return data.map((one) => readComment('comment', { ...one, user: one.user ?? null }, one.created_at));
  });
  const beside = await allPages(async (page) => {
    const { data } = await api.rest.pulls.listReviewComments({ ...at, pull_number: number, page });
    return data.map((one) => readComment('line', one, one.created_at));
  });
  const reviews = await allPages(async (page) => {
    const { data } = await api.rest.pulls.listReviews({ owner, repo, pull_number: number, per_page: perPage, page });
    return data.map((one) => readComment('review', one, one.submitted_at));
  });
  return [...below, ...beside, ...reviews]
    .filter((one) => one !== undefined)
    .filter((one) => one.at >= since)
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

async function allPages<T>(ask: (page: number) => Promise<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const some = await ask(page);
    all.push(...some);
    if (some.length < perPage) break;
  }
  return all;
}

/** Undefined for what a bot wrote, for a review without words, and for one that is not sent yet. */
function readComment(kind: string, written: Written, at: string | undefined): ReviewComment | undefined {
  const text = beginningOf(written.body ?? '');
  if (text === '' || at === undefined || written.user?.type === 'Bot') return undefined;
  return {
    id: `${kind}-${written.id}`,
    // GitHub's own name for people who are gone.
    by: written.user?.login ?? 'ghost',
    url: written.html_url,
    at: new Date(at),
    text,
  };
}

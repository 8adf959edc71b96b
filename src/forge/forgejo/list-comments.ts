import type { ReviewComment } from '../../workflow/ports/forge/forge.ts';
import { beginningOf } from '../said.ts';
import { allOf, type Comment, type ForgejoApi, type Pull, type PullReview } from './api.ts';

/** What people have written on a pull request since some time, oldest first: about it, in reviews, and on lines. */
export async function listComments(api: ForgejoApi, number: number, since: Date): Promise<readonly ReviewComment[]> {
  // Whoever opened the pull request is Gavel.
  const { user: own } = await api.ask<Pull>('GET', `pulls/${number}`);
  const query = { since: since.toISOString() };
  const comments = await api.ask<Comment[]>('GET', `issues/${number}/comments`, { query });
  const reviews = await allOf(api.pages<PullReview>(`pulls/${number}/reviews`));
  const recent = reviews.filter(({ submitted_at }) => new Date(submitted_at) > since);
  const onLines = await Promise.all(
    recent
      .filter((review) => review.comments_count > 0)
      .map((review) => api.ask<Comment[]>('GET', `pulls/${number}/reviews/${review.id}/comments`)),
  );
  const ofReviews = recent.map((review) => ({ ...review, created_at: review.submitted_at }));
  return [...comments, ...ofReviews, ...onLines.flat()]
    .flatMap(({ id, user, body, created_at, html_url }) => {
      const at = new Date(created_at);
      // The users of Forgejo's own actions have no id of their own.
      if (user === null || user.id <= 0 || user.id === own.id || body.trim() === '' || at <= since) return [];
      return [
        { id: String(id), by: user.login, url: html_url === '' ? undefined : html_url, at, text: beginningOf(body) },
      ];
    })
    .toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

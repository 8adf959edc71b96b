import type { ChangedReview, ListedReview, OthersReviews, ToldCheck } from '../../workflow/ports/forge/forge.ts';
import { unless } from '../ask-forge.ts';
import { type OwnComments, oneComment } from '../own-comments.ts';
import {
  type ChangedFile,
  type Comment,
  type ForgejoApi,
  type Pull,
  pageSize,
  type Repository,
  someOf,
  type User,
} from './api.ts';
import { isOwn } from './review-of.ts';

/** As many as GitHub lists. Forgejo lists all, fifty at a time. */
const mostFiles = 3_000;

/**
 * The pull requests of others, for a token with the scope `read:user` besides. `told` tells what Forgejo refuses in the
 * words of the port.
 */
export function forgejoOthers(api: ForgejoApi, told: <T>(work: () => Promise<T>) => Promise<T>): OthersReviews {
  let ownId: number | undefined;
  const own: OwnComments = {
    list: async (number, marker) => {
      ownId ??= (await api.askAtTop<User>('GET', 'user')).id;
      const all = await api.ask<Comment[]>('GET', `issues/${number}/comments`);
      return all.filter(({ user, body }) => user?.id === ownId && body.includes(marker)).map(({ id }) => String(id));
    },
    add: async (number, body) =>
      String((await api.ask<Comment>('POST', `issues/${number}/comments`, { body: { body } })).id),
    editComment: async (_, id, body) => {
      const edited = api.ask<Comment>('PATCH', `issues/comments/${id}`, { body: { body } });
      return (await unless([404], undefined, edited)) !== undefined;
    },
    removeComment: async (_, id) => {
      await unless([404], undefined, api.ask('DELETE', `issues/comments/${id}`));
    },
  };
  return {
    showsSummaries: false,
    listOpen: (most) => told(() => listOpen(api, most)),
    read: (number) => told(() => read(api, number)),
    ...oneComment(own, told),
    tellCheck: (check) => told(() => tellStatus(api, check)),
  };
}

async function listOpen(api: ForgejoApi, most: number): Promise<readonly ListedReview[]> {
  const { items } = await someOf(api.pages<Pull>('pulls', { state: 'open', sort: 'recentupdate' }), most);
  return items.map(({ number, head, title, body }) => ({ number, head: head.sha, title, body }));
}

async function read(api: ForgejoApi, number: number): Promise<ChangedReview | undefined> {
  const pull = await unless([404], undefined, api.ask<Pull>('GET', `pulls/${number}`));
  if (pull === undefined) {
    // Throws if it is the repository that is not there.
    await api.ask<Repository>('GET', '');
    return undefined;
  }
  const pages = api.pages<ChangedFile>(`pulls/${number}/files`, undefined, mostFiles / pageSize + 1);
  const { items, hasMore } = await someOf(pages, mostFiles);
  return {
    isOpen: pull.state === 'open',
    url: pull.html_url,
    head: pull.head.sha,
    branch: isOwn(pull) ? pull.head.label : undefined,
    title: pull.title,
    body: pull.body,
    files: items.flatMap(({ filename, previous_filename: former }) => [filename, ...(former ? [former] : [])]),
    hasMoreFiles: hasMore,
    showsChecks: true,
  };
}

/** Forgejo has nothing between passing and failing that lets a pull request be merged, and tells of it in a line. */
async function tellStatus(api: ForgejoApi, check: ToldCheck): Promise<void> {
  const { head, name, conclusion, title, review, comment } = check;
  const state = conclusion === 'failure' ? 'failure' : 'success';
  const target_url = comment === undefined ? review : `${review}#issuecomment-${comment}`;
  await api.ask('POST', `statuses/${head}`, { body: { state, context: name, description: title, target_url } });
}

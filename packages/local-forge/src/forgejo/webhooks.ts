import { createHmac } from 'node:crypto';
import type { JsonObject } from '@gavel/local-server/json.ts';
import type { ForgeParts, WebhookMessage } from '../dialect.ts';
import { noObject } from '../git/bare-repository.ts';
import type { Happening } from '../world/happening.ts';
import type { Hook, Verdict } from '../world/state.ts';
import { commentShape, pullShape, repositoryShape, userOf } from './shapes.ts';

type ReviewHappened = Extract<Happening, { kind: 'review' }>;
type Pushed = Extract<Happening, { kind: 'push' }>;
type RepositoryHappened = Extract<Happening, { kind: 'repository' }>;

/** The webhooks of Forgejo that tell what happened. */
export async function webhooksOf(parts: ForgeParts, happening: Happening): Promise<readonly WebhookMessage[]> {
  switch (happening.kind) {
    case 'push':
      return await pushHooks(parts, happening);
    case 'review':
      return await reviewHooks(parts, happening);
    case 'repository':
      return repositoryHooks(parts, happening);
    default:
      return [];
  }
}

/** The headers of a webhook, under all the names by which its receivers may look for them. */
export function webhookHeaders(hook: Hook, event: string, id: string, body: string): Record<string, string> {
  const hmac = (hash: string) => createHmac(hash, hook.secret).update(body).digest('hex');
  const makers = ['forgejo', 'gitea', 'gogs'];
  const signature = hmac('sha256');
  return {
    ...Object.fromEntries(
      makers.flatMap((maker) => [
        [`x-${maker}-delivery`, id],
        [`x-${maker}-event`, event],
        [`x-${maker}-event-type`, event],
        [`x-${maker}-signature`, signature],
      ]),
    ),
    'x-hub-signature': `sha1=${hmac('sha1')}`,
    'x-hub-signature-256': `sha256=${signature}`,
    'x-github-delivery': id,
    'x-github-event': event,
    'x-github-event-type': event,
    'user-agent': 'Forgejo/13.0.0',
  };
}

function about({ world, url }: ForgeParts, { repository, by }: Extract<Happening, { by: string }> & RepositoryIn) {
  return {
    repository: repositoryShape(world, url(), repository, undefined),
    sender: userOf(world, url(), by),
  };
}

type RepositoryIn = Pick<RepositoryHappened, 'repository'>;

async function pushHooks(parts: ForgeParts, happening: Pushed): Promise<readonly WebhookMessage[]> {
  const { world, url } = parts;
  const { repository, ref, before, after } = happening;
  const match = /^refs\/(heads|tags)\/(.+)$/.exec(ref);
  if (match === null) return [];
  const kind = { ref: match[2], ref_type: match[1] === 'heads' ? 'branch' : 'tag' };
  const shared = about(parts, happening);
  const git = world.git(repository);
  const facts = await Promise.all(happening.commits.map((sha) => git.commit(sha)));
  const commits = facts.toReversed().map(({ sha, message, author }) => ({
    id: sha,
    message,
    url: `${url()}/${repository.path}/commit/${sha}`,
    author: { name: author.name, email: author.email, username: '' },
    committer: { name: author.name, email: author.email, username: '' },
    verification: null,
    timestamp: author.at.toISOString(),
    added: [],
    removed: [],
    modified: [],
  }));
  const push: WebhookMessage = {
    event: 'push',
    action: undefined,
    payload: {
      ref,
      before,
      after,
      compare_url: `${url()}/${repository.path}/compare/${before}...${after}`,
      commits,
      total_commits: commits.length,
      head_commit: commits[0] ?? null,
      pusher: shared.sender,
      ...shared,
    },
  };
  if (after === noObject) {
    return [{ event: 'delete', action: undefined, payload: { ...kind, pusher_type: 'user', ...shared } }];
  }
  if (before !== noObject) return [push];
  return [{ event: 'create', action: undefined, payload: { sha: after, ...kind, ...shared } }, push];
}

/** What happens to comments, in Forgejo's words. */
const commentActions: Partial<Record<ReviewHappened['what'], string>> = {
  commented: 'created',
  'comment-edited': 'edited',
  'comment-deleted': 'deleted',
};

async function reviewHooks(parts: ForgeParts, happening: ReviewHappened): Promise<readonly WebhookMessage[]> {
  const { world, url } = parts;
  const { repository, review } = happening;
  const shared = about(parts, happening);
  const pull_request = await pullShape(world, url(), repository, review);
  const said = commentActions[happening.what];
  if (said !== undefined && 'comment' in happening) {
    const shape = commentShape(world, url(), repository, review, happening.comment);
    const issue = { number: review.number, title: review.title, html_url: pull_request.html_url };
    const payload = { action: said, issue, pull_request, comment: shape, is_pull: true, ...shared };
    return [{ event: 'issue_comment', action: said, payload }];
  }
  const told = toldOf(happening);
  if (told === undefined) return [];
  const payload: JsonObject = {
    action: told.action,
    number: review.number,
    ...(happening.what === 'edited' ? { changes: changesOf(happening.former) } : {}),
    pull_request,
    requested_reviewer: happening.what === 'asked' ? userOf(world, url(), happening.reviewer) : null,
    ...shared,
    commit_id: review.headSha,
    review:
      told.verdict === undefined ? null : { type: `pull_request_review_${told.review}`, content: told.verdict.body },
  };
  return [{ event: told.event, action: told.action, payload }];
}

interface Told {
  readonly event: string;
  readonly action: string;
  readonly review?: string;
  readonly verdict?: Verdict;
}

/** The event and its action; undefined for what Forgejo tells nobody. */
function toldOf(happening: ReviewHappened): Told | undefined {
  const pull = (action: string): Told => ({ event: 'pull_request', action });
  switch (happening.what) {
    case 'opened':
    case 'reopened':
    case 'closed':
    case 'edited':
      return pull(happening.what);
    case 'merged':
      return pull('closed');
    case 'labeled':
    case 'unlabeled':
      return pull('label_updated');
    case 'asked':
      return pull('review_requested');
    case 'unasked':
      return pull('review_request_removed');
    case 'pushed':
      return pull('synchronized');
    case 'drafted':
    case 'readied':
      return pull('edited');
    case 'judged': {
      const { verdict } = happening;
      const kinds = {
        approved: 'approved',
        'changes-requested': 'rejected',
        commented: 'comment',
        dismissed: 'comment',
      };
      const review = kinds[verdict.state];
      return { event: `pull_request_${review}`, action: 'reviewed', review, verdict };
    }
    case 'commented':
    case 'dismissed':
    case 'queued':
    case 'dequeued':
    case 'auto-merge':
      return undefined;
  }
}

function changesOf(former: { readonly title?: string; readonly body?: string; readonly base?: string }): JsonObject {
  const from = (text: string | undefined) => (text === undefined ? undefined : { from: text });
  return { title: from(former.title), body: from(former.body), ref: from(former.base) };
}

function repositoryHooks(parts: ForgeParts, happening: RepositoryHappened): readonly WebhookMessage[] {
  // Forgejo tells of nothing else that happens to a repository.
  if (happening.what !== 'created' && happening.what !== 'deleted') return [];
  const { repository, sender } = about(parts, happening);
  const payload = { action: happening.what, repository, organization: null, sender };
  return [{ event: 'repository', action: happening.what, payload }];
}

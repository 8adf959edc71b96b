import type { JsonObject } from '@gavel/local-server/json.ts';
import type { ForgeParts, WebhookMessage } from '../dialect.ts';
import type { Happening } from '../world/happening.ts';
import type { Hook, Repository, Review } from '../world/state.ts';
import { nameOf, ownerOf, type World } from '../world/world.ts';
import { approvalsNeeded, mergeStatusOf, reviewersOf, stateOf, titleOf } from './shapes.ts';

type ReviewHappened = Extract<Happening, { kind: 'review' }>;
type Pushed = Extract<Happening, { kind: 'push' }>;

/** The webhooks of GitLab that tell what happened. */
export async function webhooksOf(parts: ForgeParts, happening: Happening): Promise<readonly WebhookMessage[]> {
  if (happening.kind === 'push') return await pushHooks(parts, happening);
  return happening.kind === 'review' ? await reviewHooks(parts, happening) : [];
}

/** The headers of a webhook. The token is the secret itself. */
export function webhookHeaders(parts: ForgeParts, hook: Hook, event: string, id: string): Record<string, string> {
  return {
    'user-agent': 'GitLab/18.6.0',
    'idempotency-key': id,
    'x-gitlab-event': event,
    'x-gitlab-webhook-uuid': `hook-${hook.id}`,
    'x-gitlab-instance': parts.url(),
    'x-gitlab-event-uuid': id,
    'x-gitlab-token': hook.secret,
  };
}

async function pushHooks({ world, url }: ForgeParts, happening: Pushed): Promise<readonly WebhookMessage[]> {
  const { repository, ref, before, after, commits } = happening;
  if (!/^refs\/(?:heads|tags)\//.test(ref)) return [];
  const isTag = ref.startsWith('refs/tags/');
  const git = world.git(repository);
  const facts = await Promise.all(commits.map((sha) => git.commit(sha)));
  const user = world.accountOf(happening.by);
  const payload = {
    object_kind: isTag ? 'tag_push' : 'push',
    event_name: isTag ? 'tag_push' : 'push',
    before,
    after,
    ref,
    ref_protected: false,
    checkout_sha: /^0+$/.test(after) ? null : after,
    message: null,
    user_id: user.id,
    user_name: user.name,
    user_username: user.login,
    user_email: '',
    user_avatar: null,
    project_id: repository.id,
    project: projectOf(url(), repository),
    commits: facts.map(({ sha, message, author }) => ({
      id: sha,
      message,
      title: message.split('\n')[0] ?? '',
      timestamp: author.at.toISOString(),
      url: `${url()}/${repository.path}/-/commit/${sha}`,
      author: { name: author.name, email: '[REDACTED]' },
      added: [],
      modified: [],
      removed: [],
    })),
    total_commits_count: commits.length,
    push_options: {},
    repository: repositoryOf(url(), repository),
  };
  return [{ event: isTag ? 'Tag Push Hook' : 'Push Hook', action: undefined, payload }];
}

async function reviewHooks({ world, url }: ForgeParts, happening: ReviewHappened): Promise<readonly WebhookMessage[]> {
  const { repository, review, by } = happening;
  const action = actionOf(happening);
  const attributes = await attributesOf(world, url(), repository, review);
  const about = {
    user: userOf(world, by),
    project: projectOf(url(), repository),
    repository: repositoryOf(url(), repository),
  };
  const messages: WebhookMessage[] = [];
  const said = saidIn(happening);
  if (said !== undefined) {
    messages.push({
      event: 'Note Hook',
      action: happening.what === 'comment-edited' ? 'update' : 'create',
      payload: notePayload(url(), happening, attributes, about, said),
    });
  }
  if (action !== undefined) {
    messages.push({
      event: 'Merge Request Hook',
      action,
      payload: {
        object_kind: 'merge_request',
        event_type: 'merge_request',
        ...about,
        object_attributes: {
          ...attributes,
          action,
          ...(happening.what === 'pushed' ? { oldrev: happening.before } : {}),
        },
        labels: review.labels.map((title) => ({ title, type: 'ProjectLabel', project_id: repository.id })),
        changes: changesOf(happening),
        assignees: review.assignees.map((login) => userOf(world, login)),
        reviewers: reviewersOf(review).map(({ login, state }) => ({ ...userOf(world, login), state })),
      },
    });
  }
  return messages;
}

function actionOf(happening: ReviewHappened): string | undefined {
  const { repository, review } = happening;
  switch (happening.what) {
    case 'opened':
      return 'open';
    case 'closed':
      return 'close';
    case 'reopened':
      return 'reopen';
    case 'merged':
      return 'merge';
    case 'commented':
      return undefined;
    case 'judged': {
      if (happening.verdict.state !== 'approved') return 'update';
      const approvals = reviewersOf(review).filter(({ state }) => state === 'approved').length;
      return approvals >= approvalsNeeded(repository, review) ? 'approved' : 'approval';
    }
    case 'dismissed':
      return 'unapproval';
    case 'drafted':
    case 'readied':
    case 'queued':
    case 'auto-merge':
    case 'dequeued':
    case 'edited':
    case 'labeled':
    case 'unlabeled':
    case 'asked':
    case 'unasked':
    case 'pushed':
      return 'update';
  }
}

/** What somebody wrote. */
function saidIn(
  happening: ReviewHappened,
): { readonly id: number; readonly body: string; readonly at: string } | undefined {
  if (happening.what === 'commented' || happening.what === 'comment-edited') return happening.comment;
  return happening.what === 'judged' && happening.verdict.body !== '' ? happening.verdict : undefined;
}

function changesOf(happening: ReviewHappened): JsonObject {
  const { review } = happening;
  if (happening.what === 'edited') {
    const { title, body, base } = happening.former;
    return {
      ...(title === undefined ? {} : { title: { previous: title, current: titleOf(review) } }),
      ...(body === undefined ? {} : { description: { previous: body, current: review.body } }),
      ...(base === undefined ? {} : { target_branch: { previous: base, current: review.base } }),
    };
  }
  if (happening.what === 'drafted' || happening.what === 'readied') {
    return { draft: { previous: happening.what === 'readied', current: happening.what === 'drafted' } };
  }
  return {};
}

function notePayload(
  web: string,
  happening: ReviewHappened,
  attributes: JsonObject,
  about: JsonObject,
  said: { readonly id: number; readonly body: string; readonly at: string },
): JsonObject {
  const { repository, review } = happening;
  return {
    object_kind: 'note',
    event_type: 'note',
    ...about,
    project_id: repository.id,
    object_attributes: {
      id: said.id,
      note: said.body,
      noteable_type: 'MergeRequest',
      noteable_id: review.id,
      project_id: repository.id,
      created_at: said.at,
      updated_at: said.at,
      system: false,
      internal: false,
      action: happening.what === 'comment-edited' ? 'update' : 'create',
      url: `${web}/${repository.path}/-/merge_requests/${review.number}#note_${said.id}`,
    },
    merge_request: attributes,
  };
}

async function attributesOf(world: World, web: string, repository: Repository, review: Review): Promise<JsonObject> {
  return {
    id: review.id,
    iid: review.number,
    author_id: world.account(review.by)?.id ?? null,
    title: titleOf(review),
    description: review.body,
    state: stateOf(review),
    draft: review.isDraft,
    work_in_progress: review.isDraft,
    source_branch: review.head ?? '',
    target_branch: review.base,
    source_project_id: repository.id,
    target_project_id: repository.id,
    source: projectOf(web, repository),
    target: projectOf(web, repository),
    created_at: review.openedAt,
    updated_at: review.updatedAt,
    detailed_merge_status: await mergeStatusOf(world, repository, review),
    merge_commit_sha: review.mergeSha ?? null,
    merge_when_pipeline_succeeds: review.autoMerge !== undefined,
    last_commit: { id: review.headSha, url: `${web}/${repository.path}/-/commit/${review.headSha}` },
    url: `${web}/${repository.path}/-/merge_requests/${review.number}`,
  };
}

function userOf(world: World, login: string): JsonObject {
  const { id, name } = world.accountOf(login);
  return { id, name, username: login, avatar_url: null, email: '[REDACTED]' };
}

function projectOf(web: string, repository: Repository): JsonObject {
  const { id, path, description, defaultBranch, isPrivate } = repository;
  return {
    id,
    name: nameOf(repository),
    description,
    web_url: `${web}/${path}`,
    avatar_url: null,
    git_ssh_url: `git@127.0.0.1:${path}.git`,
    git_http_url: `${web}/${path}.git`,
    namespace: ownerOf(repository),
    visibility_level: isPrivate ? 0 : 20,
    path_with_namespace: path,
    default_branch: defaultBranch,
    ci_config_path: null,
    homepage: `${web}/${path}`,
    url: `git@127.0.0.1:${path}.git`,
    ssh_url: `git@127.0.0.1:${path}.git`,
    http_url: `${web}/${path}.git`,
  };
}

function repositoryOf(web: string, repository: Repository): JsonObject {
  const { path, description } = repository;
  return {
    name: nameOf(repository),
    url: `git@127.0.0.1:${path}.git`,
    description,
    homepage: `${web}/${path}`,
  };
}

import { createHmac } from 'node:crypto';
import type { JsonObject } from '@gavel/local-server/json.ts';
import type { WebhookMessage } from '../dialect.ts';
import { noObject } from '../git/bare-repository.ts';
import type { DequeueReason, Happening } from '../world/happening.ts';
import { covers, installationOn } from '../world/installations.ts';
import type { Hook, Repository, Review } from '../world/state.ts';
import { nameOf, ownerOf, type World } from '../world/world.ts';
import { accountShape } from './shapes/account-shape.ts';
import { installationShape } from './shapes/app-shape.ts';
import { type Addresses, nodeId, stamp } from './shapes/context.ts';
import {
  issueCommentShape,
  labelShape,
  lineCommentShape,
  noReactions,
  pullShape,
  verdictShape,
} from './shapes/pull-shape.ts';
import { repositoryShape } from './shapes/repository-shape.ts';

/** What GitHub calls the reasons for which a pull request leaves the merge queue. */
const reasons: Readonly<Record<DequeueReason, string>> = {
  'merge-conflict': 'MERGE_CONFLICT',
  'failed-checks': 'CI_FAILURE',
  'branch-updated': 'MANUAL',
  closed: 'MANUAL',
  manual: 'MANUAL',
};

/** The headers of a webhook, with the signature of its body. */
export function webhookHeaders(hook: Hook, event: string, id: string, body: string): Record<string, string> {
  const sign = (algorithm: string): string => createHmac(algorithm, hook.secret).update(body).digest('hex');
  const isOfApp = 'app' in hook.of;
  return {
    accept: '*/*',
    'user-agent': 'GitHub-Hookshot/0000000',
    'x-github-event': event,
    'x-github-delivery': id,
    'x-github-hook-id': String(hook.id),
    'x-github-hook-installation-target-type': isOfApp ? 'integration' : 'repository',
    'x-github-hook-installation-target-id': String('app' in hook.of ? hook.of.app : hook.of.repository),
    'x-hub-signature': `sha1=${sign('sha1')}`,
    'x-hub-signature-256': `sha256=${sign('sha256')}`,
  };
}

/** Makes GitHub's webhooks of what happens. */
export class Webhooks {
  readonly #world: World;
  readonly #url: () => string;

  constructor(world: World, url: () => string) {
    this.#world = world;
    this.#url = url;
  }

  /** The webhooks that tell of something that happened. */
  async of(happening: Happening): Promise<readonly WebhookMessage[]> {
    switch (happening.kind) {
      case 'review':
        // What happens next must not show in this webhook.
        return await this.#ofReview({ ...happening, review: structuredClone(happening.review) });
      case 'push':
        return [await this.#ofPush(happening)];
      case 'repository':
        return this.#ofRepository(happening);
      case 'installation':
      case 'installation-repositories':
        return [this.#ofInstallation(happening)];
    }
  }

  /** What a hook is sent: that of an App is also told through which installation it gets it. */
  payload(hook: Hook, { payload }: WebhookMessage, happening: Happening): JsonObject {
    const { of } = hook;
    if (!('app' in of) || !('repository' in happening)) return payload;
    const app = this.#world.state.apps.find(({ id }) => id === of.app);
    const installation = app === undefined ? undefined : installationOn(app, happening.repository);
    if (installation === undefined) return payload;
    return { ...payload, installation: { id: installation.id, node_id: nodeId('I', installation.id) } };
  }

  get #addresses(): Addresses {
    const web = this.#url();
    return { web, api: `${web}/api/v3` };
  }

  #about(repository: Repository, by: string): JsonObject {
    const owner = this.#world.accountOf(ownerOf(repository));
    return {
      repository: repositoryShape(this.#world, this.#addresses, repository),
      ...(owner.kind === 'group' ? { organization: this.#organization(owner.login) } : {}),
      sender: accountShape(this.#addresses, this.#world.accountOf(by)),
    };
  }

  #organization(login: string): JsonObject {
    const { id, avatar_url } = accountShape(this.#addresses, this.#world.accountOf(login));
    const url = `${this.#addresses.api}/orgs/${login}`;
    return {
      ...{ login, id, node_id: nodeId('U', Number(id)), url, repos_url: `${url}/repos`, events_url: `${url}/events` },
      ...{ hooks_url: `${url}/hooks`, issues_url: `${url}/issues`, members_url: `${url}/members{/member}` },
      ...{ public_members_url: `${url}/public_members{/member}`, avatar_url, description: null },
    };
  }

  async #ofReview(happening: Happening & { kind: 'review' }): Promise<WebhookMessage[]> {
    const { repository, review, by } = happening;
    const world = this.#world;
    const about = this.#about(repository, by);
    const pull = await pullShape(world, this.#addresses, repository, review);
    const message = (event: string, action: string, more: JsonObject = {}): WebhookMessage => ({
      event,
      action,
      payload: { action, ...more, ...about },
    });
    const onPull = (action: string, more: JsonObject = {}): WebhookMessage[] => [
      message('pull_request', action, { number: review.number, pull_request: pull, ...more }),
    ];
    switch (happening.what) {
      case 'opened':
      case 'reopened':
      case 'closed':
        return onPull(happening.what);
      case 'merged':
        return onPull('closed');
      case 'drafted':
        return onPull('converted_to_draft');
      case 'readied':
        return onPull('ready_for_review');
      case 'queued':
        return onPull('enqueued');
      case 'dequeued':
        return onPull('dequeued', { reason: reasons[happening.reason] });
      case 'auto-merge':
        return onPull('auto_merge_enabled', { reason: '' });
      case 'edited':
        return onPull('edited', { changes: this.#changes(review, happening.former) });
      case 'labeled':
      case 'unlabeled':
        return onPull(happening.what, { label: labelShape(this.#addresses, repository, happening.label) });
      case 'asked':
      case 'unasked': {
        const requested_reviewer = accountShape(this.#addresses, world.accountOf(happening.reviewer));
        const action = happening.what === 'asked' ? 'review_requested' : 'review_request_removed';
        return onPull(action, { requested_reviewer });
      }
      case 'pushed':
        return onPull('synchronize', { before: happening.before, after: happening.after });
      case 'judged':
      case 'dismissed': {
        const shape = verdictShape(world, this.#addresses, repository, review, happening.verdict);
        // Here, and only here, GitHub writes the state in lower case.
        const said = { ...shape, state: shape.state.toLowerCase() };
        const action = happening.what === 'judged' ? 'submitted' : 'dismissed';
        return [message('pull_request_review', action, { review: said, pull_request: pull })];
      }
      case 'commented': {
        const { comment } = happening;
        if (comment.place === undefined) {
          const said = issueCommentShape(world, this.#addresses, repository, review, comment);
          return [message('issue_comment', 'created', { issue: this.#issue(pull), comment: said })];
        }
        const said = lineCommentShape(world, this.#addresses, repository, review, comment);
        return [message('pull_request_review_comment', 'created', { comment: said, pull_request: pull })];
      }
      case 'comment-edited':
      case 'comment-deleted': {
        const said = issueCommentShape(world, this.#addresses, repository, review, happening.comment);
        const [action, more] =
          happening.what === 'comment-edited'
            ? ['edited', { changes: { body: { from: happening.former } } }]
            : ['deleted', {}];
        return [message('issue_comment', action, { issue: this.#issue(pull), comment: said, ...more })];
      }
    }
  }

  #changes(
    review: Review,
    former: { readonly title?: string; readonly body?: string; readonly base?: string },
  ): JsonObject {
    const { title, body, base } = former;
    return {
      ...(title === undefined ? {} : { title: { from: title } }),
      ...(body === undefined ? {} : { body: { from: body } }),
      ...(base === undefined ? {} : { base: { ref: { from: base }, sha: { from: review.baseSha } } }),
    };
  }

  #issue(pull: Awaited<ReturnType<typeof pullShape>>): JsonObject {
    const { id, number, title, user, state, locked, comments, created_at, updated_at, closed_at, body, issue_url } =
      pull;
    const { author_association, labels, html_url, diff_url, patch_url, assignees, assignee, draft, url } = pull;
    return {
      ...{ url: issue_url, repository_url: issue_url.replace(/\/issues\/\d+$/, ''), html_url, id, number, title, user },
      ...{
        labels_url: `${issue_url}/labels{/name}`,
        comments_url: `${issue_url}/comments`,
        events_url: `${issue_url}/events`,
      },
      ...{
        node_id: nodeId('I', Number(id)),
        labels,
        state,
        locked,
        assignee,
        assignees: assignees ?? [],
        milestone: null,
      },
      ...{ comments, created_at, updated_at, closed_at, author_association, active_lock_reason: null, body, draft },
      ...{ timeline_url: `${issue_url}/timeline`, performed_via_github_app: null, state_reason: null },
      reactions: noReactions(issue_url),
      pull_request: { url, html_url, diff_url, patch_url, merged_at: pull.merged_at },
    };
  }

  async #ofPush(happening: Happening & { kind: 'push' }): Promise<WebhookMessage> {
    const { repository, by, ref, before, after, isForced } = happening;
    const { web } = this.#addresses;
    const page = `${web}/${repository.path}`;
    const commits = await Promise.all(happening.commits.map((sha) => this.#pushedCommit(repository, sha)));
    const isDeleted = after === noObject;
    const { repository: shape, ...about } = this.#about(repository, by);
    const account = this.#world.accountOf(by);
    const owner = this.#world.accountOf(ownerOf(repository));
    const seconds = (at: string): number => Math.floor(Date.parse(at) / 1000);
    const payload = {
      ref,
      before,
      after,
      base_ref: null,
      compare: `${page}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
      created: before === noObject,
      deleted: isDeleted,
      forced: isForced,
      commits,
      head_commit: isDeleted ? null : (commits.at(-1) ?? (await this.#pushedCommit(repository, after))),
      pusher: { name: account.login, email: account.email },
      // A push has the times in seconds, and the e-mail address of the owner.
      repository: {
        ...Object(shape),
        owner: { ...accountShape(this.#addresses, owner), name: owner.login, email: owner.email },
        created_at: seconds(repository.createdAt),
        pushed_at: seconds(repository.pushedAt),
        url: page,
        master_branch: repository.defaultBranch,
        stargazers: 0,
      },
      ...about,
    };
    return { event: 'push', action: undefined, payload };
  }

  async #pushedCommit(repository: Repository, sha: string): Promise<JsonObject> {
    const git = this.#world.git(repository);
    const { author, committer, message, tree, parents } = await git.commit(sha);
    const [parent] = parents;
    const changes = parent === undefined ? [] : await git.changes(parent, sha);
    const paths = (status: string): string[] =>
      changes.filter((each) => each.status === status).map(({ path }) => path);
    const loginOf = (email: string): string | undefined =>
      this.#world.state.accounts.find((each) => each.email === email)?.login;
    const who = ({ name, email, at }: typeof author): JsonObject => {
      const username = loginOf(email);
      const date = stamp(at.toISOString());
      return username === undefined ? { name, email, date } : { name, email, username, date };
    };
    return {
      id: sha,
      tree_id: tree,
      distinct: true,
      message: message.trimEnd(),
      timestamp: stamp(committer.at.toISOString()),
      url: `${this.#addresses.web}/${repository.path}/commit/${sha}`,
      author: who(author),
      committer: who(committer),
      added: [...paths('added'), ...paths('renamed')],
      removed: [
        ...paths('removed'),
        ...changes.flatMap(({ formerPath }) => (formerPath === undefined ? [] : [formerPath])),
      ],
      modified: paths('modified'),
    };
  }

  #ofRepository(happening: Happening & { kind: 'repository' }): WebhookMessage[] {
    const { repository, by, what, former = '' } = happening;
    const about = this.#about(repository, by);
    const message = (action: string, more: JsonObject = {}): WebhookMessage[] => [
      { event: 'repository', action, payload: { action, ...more, ...about } },
    ];
    if (what === 'branch-renamed') return message('edited', { changes: { default_branch: { from: former } } });
    if (what !== 'renamed') return message(what);
    const formerOwner = former.slice(0, former.lastIndexOf('/'));
    if (formerOwner === ownerOf(repository)) {
      return message('renamed', {
        changes: { repository: { name: { from: former.slice(former.lastIndexOf('/') + 1) } } },
      });
    }
    const from = { organization: this.#organization(formerOwner) };
    return message('transferred', { changes: { owner: { from } } });
  }

  #ofInstallation(happening: Happening & { kind: 'installation' | 'installation-repositories' }): WebhookMessage {
    const { app, installation, by } = happening;
    const world = this.#world;
    const shape = installationShape(world, this.#addresses, app, installation);
    const sender = accountShape(this.#addresses, world.accountOf(by));
    const brief = (repository: Repository): JsonObject => ({
      id: repository.id,
      node_id: nodeId('R', repository.id),
      name: nameOf(repository),
      full_name: repository.path,
      private: repository.isPrivate,
    });
    if (happening.kind === 'installation') {
      const actions = {
        ...{ created: 'created', deleted: 'deleted', suspended: 'suspend', unsuspended: 'unsuspend' },
        accepted: 'new_permissions_accepted',
      };
      const action = actions[happening.what];
      const all = world.state.repositories.filter(
        (each) => ownerOf(each) === installation.login && covers(installation, each),
      );
      return {
        event: 'installation',
        action,
        payload: { action, installation: shape, repositories: all.map(brief), sender },
      };
    }
    const action = happening.added.length > 0 ? 'added' : 'removed';
    return {
      event: 'installation_repositories',
      action,
      payload: {
        action,
        installation: shape,
        repository_selection: shape.repository_selection,
        repositories_added: happening.added.map(brief),
        repositories_removed: happening.removed.map(brief),
        requester: null,
        sender,
      },
    };
  }
}

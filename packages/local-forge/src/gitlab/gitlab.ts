import { randomBytes } from 'node:crypto';
import type { DialectMaker, GitAccess } from '../dialect.ts';
import type { Repository } from '../world/state.ts';
import type { Caller, World } from '../world/world.ts';
import { apiPath, GitLabApi } from './api.ts';
import { customs } from './customs.ts';
import { afterPush } from './push-options.ts';
import { refuseGit, refusePush } from './push-words.ts';
import { hasScope, reaches } from './tokens.ts';
import { webhookHeaders, webhooksOf } from './webhooks.ts';

/** The dialect of GitLab. */
export const gitlab: DialectMaker = {
  customs,
  newSecret: () => `glpat-${randomBytes(15).toString('base64url')}`,
  make: (parts) => {
    const { world } = parts;
    return {
      apiPath,
      procReceiveRefs: [],
      webhookTimeout: 10_000,
      isApi: (path) => path.startsWith(`${apiPath}/`),
      api: new GitLabApi(parts).answer,
      reviewPath: (repository, { number }) => `/${repository.path}/-/merge_requests/${number}`,
      readReviewPath: (path) => {
        const match = /^\/(.+)\/-\/merge_requests\/(\d+)$/.exec(path);
        return match === null ? undefined : { repository: match[1] ?? '', number: Number(match[2]) };
      },
      filePath: (repository, branch, file) => `/${repository.path}/-/blob/${branch}/${file}`,
      readFilePath: (path) => {
        const match = /^\/(.+?)\/-\/blob\/(.+)$/.exec(path);
        return match === null ? undefined : { repository: match[1] ?? '', rest: match[2] ?? '' };
      },
      // Any user name will do for a token.
      gitCaller: (_user, password) => world.callerWith(password),
      gitAccess: (caller, repository) => gitAccess(world, caller, repository),
      answerFormer: ({ from, repository }) => ({
        lines: [
          ...['', `Project '${from}' was moved to '${repository.path}'.`, '', 'Please update your Git remote:', ''],
          ...[`  git remote set-url origin ${parts.url()}/${repository.path}.git`, ''],
        ],
      }),
      refuseGit,
      refusePush: (_push, _update, violations) => refusePush(violations),
      refuseRef: ({ ref }) =>
        /^refs\/(?:heads|tags)\//.test(ref) ? undefined : [`GitLab: You are not allowed to change ${ref}.`],
      afterPush: (push) => afterPush(parts, push),
      receiveForReview: ({ updates }) =>
        Promise.resolve({ results: updates.map(({ ref }) => ({ ref, refused: 'not supported' })), lines: [] }),
      webhooksOf: (happening) => webhooksOf(parts, happening),
      webhookPayload: (_hook, { payload }) => payload,
      webhookHeaders: (hook, event, id) => webhookHeaders(parts, hook, event, id),
    };
  },
};

function gitAccess(world: World, caller: Caller | undefined, repository: Repository): GitAccess {
  const token = caller?.token;
  const login = caller?.account.login;
  if (!reaches(token, repository) || !world.hasRole(login, repository, 'read')) return 'none';
  const mayPush = token === undefined || hasScope(token, ['api', 'write_repository']);
  if (mayPush && world.hasRole(login, repository, 'write')) return 'write';
  const mayFetch = token === undefined || mayPush || hasScope(token, ['read_repository']);
  return mayFetch ? 'read' : 'none';
}

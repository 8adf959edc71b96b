import { randomBytes } from 'node:crypto';
import type { DialectMaker, ForgeParts, GitAccess, Push } from '../dialect.ts';
import { noObject } from '../git/bare-repository.ts';
import type { Repository } from '../world/state.ts';
import type { Caller, World } from '../world/world.ts';
import { receiveForReview } from './agit.ts';
import { apiPath, ForgejoApi } from './api.ts';
import { customs } from './customs.ts';
import { refuseGit, refusePush } from './push-words.ts';
import { hasScope, reaches } from './tokens.ts';
import { webhookHeaders, webhooksOf } from './webhooks.ts';

/** The dialect of Forgejo. */
export const forgejo: DialectMaker = {
  customs,
  newSecret: () => randomBytes(20).toString('hex'),
  make: (parts) => {
    const { world } = parts;
    return {
      apiPath,
      procReceiveRefs: ['refs/for'],
      webhookTimeout: 5_000,
      isApi: (path) => path.startsWith(`${apiPath}/`),
      api: new ForgejoApi(parts).answer,
      reviewPath: (repository, { number }) => `/${repository.path}/pulls/${number}`,
      readReviewPath: (path) => {
        const match = /^\/([^/]+\/[^/]+)\/pulls\/(\d+)$/.exec(path);
        return match === null ? undefined : { repository: match[1] ?? '', number: Number(match[2]) };
      },
      filePath: (repository, branch, file) => `/${repository.path}/src/branch/${branch}/${file}`,
      readFilePath: (path) => {
        const match = /^\/([^/]+\/[^/]+)\/src\/branch\/(.+)$/.exec(path);
        return match === null ? undefined : { repository: match[1] ?? '', rest: match[2] ?? '' };
      },
      // A token may be given as the password, or in place of the user name.
      gitCaller: (user, password) => world.callerWith(password) ?? world.callerWith(user),
      gitAccess: (caller, repository) => gitAccess(world, caller, repository),
      answerFormer: ({ repository }) => ({ status: 307, path: `/${repository.path}` }),
      refuseGit,
      refusePush: (_push, { ref }, violations) => refusePush(ref.slice('refs/heads/'.length), violations),
      refuseRef: ({ ref }) => (/^refs\/(?:heads|tags)\//.test(ref) ? undefined : [`Forgejo: You can't push to ${ref}`]),
      afterPush: (push) => Promise.resolve(afterPush(parts, push)),
      receiveForReview: (push) => receiveForReview(parts, push),
      webhooksOf: (happening) => webhooksOf(parts, happening),
      webhookPayload: (_hook, { payload }) => payload,
      webhookHeaders,
    };
  },
};

function gitAccess(world: World, caller: Caller | undefined, repository: Repository): GitAccess {
  const token = caller?.token;
  const login = caller?.account.login;
  if (!reaches(token, repository) || !world.hasRole(login, repository, 'read')) return 'none';
  const has = (level: 'read' | 'write') => token === undefined || hasScope(token, 'repository', level);
  if (has('write') && world.hasRole(login, repository, 'write')) return 'write';
  return has('read') ? 'read' : 'none';
}

function afterPush({ url }: ForgeParts, { repository, updates }: Push): string[] {
  return updates.flatMap(({ ref, after }) => {
    const branch = ref.startsWith('refs/heads/') ? ref.slice('refs/heads/'.length) : undefined;
    if (branch === undefined || after === noObject || branch === repository.defaultBranch) return [];
    const open = repository.reviews.find(({ state, head }) => state === 'open' && head === branch);
    const web = `${url()}/${repository.path}`;
    return open === undefined
      ? [
          '',
          `Create a new pull request for '${branch}':`,
          `  ${web}/compare/${repository.defaultBranch}...${branch}`,
          '',
        ]
      : ['', 'Visit the existing pull request:', `  ${web}/pulls/${open.number}`, ''];
  });
}

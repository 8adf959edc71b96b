import { randomBytes } from 'node:crypto';
import type { DialectMaker } from '../dialect.ts';
import { noObject } from '../git/bare-repository.ts';
import { customs } from './customs.ts';

/** The dialect of Forgejo. */
export const forgejo: DialectMaker = {
  customs,
  newSecret: () => randomBytes(20).toString('hex'),
  make: ({ world, url }) => ({
    apiPath: '/api/v1',
    procReceiveRefs: ['refs/for'],
    webhookTimeout: 10_000,
    isApi: (path) => path.startsWith('/api/v1/'),
    api: () => Promise.resolve({ status: 404, json: { message: '404 Not Found' } }),
    reviewPath: (repository, { number }) => `/${repository.path}/pulls/${number}`,
    readReviewPath: (path) => {
      const match = /^\/(.+)\/pulls\/(\d+)$/.exec(path);
      return match === null ? undefined : { repository: match[1] ?? '', number: Number(match[2]) };
    },
    filePath: (repository, branch, file) => `/${repository.path}/src/branch/${branch}/${file}`,
    readFilePath: (path) => {
      const match = /^\/(.+?)\/src\/branch\/(.+)$/.exec(path);
      return match === null ? undefined : { repository: match[1] ?? '', rest: match[2] ?? '' };
    },
    gitCaller: (_user, password) => world.callerWith(password),
    gitAccess: (caller, repository) => {
      const login = caller?.account.login;
      if (world.hasRole(login, repository, 'write')) return 'write';
      return world.hasRole(login, repository, 'read') ? 'read' : 'none';
    },
    refuseGit: (refusal) => {
      if (refusal === 'sign-in' || refusal === 'wrong-token') return { status: 401, text: 'Unauthorized' };
      if (refusal === 'unknown') return { status: 404, text: 'Repository not found' };
      return { status: 403, text: 'User permission denied for writing.' };
    },
    refusePush: (_push, update, violations) => {
      const branch = update.ref.slice('refs/heads/'.length);
      const kinds = violations.map(({ kind }) => kind);
      if (kinds.includes('deletion')) return [`Forgejo: branch ${branch} is protected from deletion`];
      if (kinds.includes('force-push')) return [`Forgejo: branch ${branch} is protected from force push`];
      return [`Forgejo: Not allowed to push to protected branch ${branch}`];
    },
    refuseRef: ({ ref }) => (/^refs\/(?:heads|tags)\//.test(ref) ? undefined : [`${ref} can't be changed.`]),
    afterPush: ({ repository, updates }) => {
      const isNew = updates.filter(({ before, ref }) => before === noObject && ref.startsWith('refs/heads/'));
      const lines = isNew.flatMap(({ ref }) => {
        const branch = ref.slice('refs/heads/'.length);
        return [
          '',
          `Create a new pull request for '${branch}':`,
          `  ${url()}/${repository.path}/compare/${repository.defaultBranch}...${branch}`,
          '',
        ];
      });
      return Promise.resolve(lines);
    },
    receiveForReview: ({ updates }) =>
      Promise.resolve({ results: updates.map(({ ref }) => ({ ref, refused: 'not supported' })), lines: [] }),
    webhooksOf: () => Promise.resolve([]),
    webhookPayload: (_hook, { payload }) => payload,
    webhookHeaders: () => ({}),
  }),
};

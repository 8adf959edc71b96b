import { randomBytes } from 'node:crypto';
import type { DialectMaker } from '../dialect.ts';
import { noObject } from '../git/bare-repository.ts';
import { customs } from './customs.ts';

/** The dialect of GitLab. */
export const gitlab: DialectMaker = {
  customs,
  newSecret: () => `glpat-${randomBytes(15).toString('base64url')}`,
  make: ({ world, url }) => ({
    apiPath: '/api/v4',
    procReceiveRefs: [],
    webhookTimeout: 10_000,
    isApi: (path) => path.startsWith('/api/v4/'),
    api: () => Promise.resolve({ status: 404, json: { message: '404 Not Found' } }),
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
    gitCaller: (_user, password) => world.callerWith(password),
    gitAccess: (caller, repository) => {
      const login = caller?.account.login;
      if (world.hasRole(login, repository, 'write')) return 'write';
      return world.hasRole(login, repository, 'read') ? 'read' : 'none';
    },
    refuseGit: (refusal) => {
      if (refusal === 'sign-in' || refusal === 'wrong-token')
        return { status: 401, text: 'HTTP Basic: Access denied.' };
      if (refusal === 'unknown')
        return {
          status: 404,
          text: "The project you were looking for could not be found or you don't have permission to view it.",
        };
      return { status: 403, text: 'You are not allowed to push code to this project.' };
    },
    refusePush: (_push, _update, violations) => {
      const kinds = violations.map(({ kind }) => kind);
      if (kinds.includes('deletion'))
        return ['GitLab: You are not allowed to delete protected branches from this project.'];
      if (kinds.includes('force-push')) {
        return ['GitLab: You are not allowed to force push code to a protected branch on this project.'];
      }
      return ['GitLab: You are not allowed to push code to protected branches on this project.'];
    },
    refuseRef: ({ ref }) => (/^refs\/(?:heads|tags)\//.test(ref) ? undefined : [`${ref} can't be changed.`]),
    afterPush: ({ repository, updates }) => {
      const isNew = updates.filter(({ before, ref }) => before === noObject && ref.startsWith('refs/heads/'));
      const lines = isNew.flatMap(({ ref }) => {
        const branch = ref.slice('refs/heads/'.length);
        return [
          '',
          `To create a merge request for ${branch}, visit:`,
          `  ${url()}/${repository.path}/-/merge_requests/new?merge_request%5Bsource_branch%5D=${encodeURIComponent(branch)}`,
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

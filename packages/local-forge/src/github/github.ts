import { randomBytes } from 'node:crypto';
import type { DialectMaker } from '../dialect.ts';
import { noObject } from '../git/bare-repository.ts';
import { Api } from './api/api.ts';
import { customs } from './customs.ts';
import { gitAccess } from './permissions.ts';
import { refuseGit, refusePush, tellBypass } from './push-words.ts';
import { Webhooks, webhookHeaders } from './webhooks.ts';

/** The dialect of GitHub, as GitHub Enterprise Server speaks it at an address of its own. */
export const github: DialectMaker = {
  customs,
  newSecret: (kind) =>
    kind === 'person'
      ? `github_pat_${randomBytes(40).toString('hex')}`
      : `ghs_${randomBytes(120).toString('base64url')}`,
  make: (parts) => {
    const { world, url } = parts;
    const api = new Api(parts);
    const webhooks = new Webhooks(world, url);
    return {
      apiPath: '/api/v3',
      procReceiveRefs: [],
      webhookTimeout: 10_000,
      isApi: (path) => path.startsWith('/api/'),
      api: (request, failure) => api.answer(request, failure),
      reviewPath: (repository, { number }) => `/${repository.path}/pull/${number}`,
      readReviewPath: (path) => {
        const match = /^\/([^/]+\/[^/]+)\/pull\/(\d+)$/.exec(path);
        return match === null ? undefined : { repository: match[1] ?? '', number: Number(match[2]) };
      },
      filePath: (repository, branch, file) => `/${repository.path}/blob/${branch}/${file}`,
      readFilePath: (path) => {
        const match = /^\/([^/]+\/[^/]+)\/blob\/(.+)$/.exec(path);
        return match === null ? undefined : { repository: match[1] ?? '', rest: match[2] ?? '' };
      },
      gitCaller: (_user, password) => world.callerWith(password),
      gitAccess: (caller, repository) => gitAccess(world, caller, repository),
      answerFormer: ({ repository, what, isPush }) => {
        const path = `/${repository.path}.git`;
        if (what === 'info/refs' && !isPush) return { status: 301, path };
        return { lines: ['This repository moved. Please use the new location:', `  ${url()}${path}`] };
      },
      refuseGit,
      refusePush: ({ repository }, update, violations) => refusePush(url(), repository, update, violations),
      tellBypass,
      refuseRef: ({ ref }) =>
        /^refs\/(?:heads|tags)\//.test(ref) ? undefined : [`error: ${ref} is a hidden ref and can't be changed.`],
      afterPush: ({ repository, updates }) => {
        const isNew = updates.filter(({ before, ref }) => before === noObject && ref.startsWith('refs/heads/'));
        const lines = isNew.flatMap(({ ref }) => {
          const branch = ref.slice('refs/heads/'.length);
          const address = `${url()}/${repository.path}/pull/new/${branch}`;
          return ['', `Create a pull request for '${branch}' on GitHub by visiting:`, `     ${address}`, ''];
        });
        return Promise.resolve(lines);
      },
      receiveForReview: ({ updates }) =>
        Promise.resolve({ results: updates.map(({ ref }) => ({ ref, refused: 'not supported' })), lines: [] }),
      webhooksOf: (happening) => webhooks.of(happening),
      webhookPayload: (hook, message, happening) => webhooks.payload(hook, message, happening),
      webhookHeaders,
    };
  },
};

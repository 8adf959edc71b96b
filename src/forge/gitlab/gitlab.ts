import {
  Branches,
  Commits,
  MergeRequestApprovals,
  MergeRequestNotes,
  MergeRequests,
  ProjectPushRules,
  Projects,
  ProtectedBranches,
  Users,
} from '@gitbeaker/rest';
import type { Api } from '../ask-forge.ts';
import { usualPatience } from '../patience.ts';
import { type TokenSettings, whereIs } from '../settings.ts';
import { makeRequester } from './gitlab-requester.ts';

/** GitLab's API, as far as Gavel needs it. */
export type GitLab = ReturnType<typeof connectGitLab>;

/** Makes no request yet. */
export function connectGitLab(settings: TokenSettings) {
  const { address, repository } = whereIs(settings, '/api/v4');
  const api: Api = {
    place: settings.place,
    address,
    identify: async () => ({ name: 'private-token', value: settings.token, secret: settings.token }),
  };
  const options = { requesterFn: ({ url }: { url: string }) => makeRequester(api, url), queryTimeout: null };
  return {
    project: repository,
    patience: settings.patience ?? usualPatience,
    projects: new Projects(options),
    branches: new Branches(options),
    commits: new Commits(options),
    protectedBranches: new ProtectedBranches(options),
    pushRules: new ProjectPushRules(options),
    mergeRequests: new MergeRequests(options),
    approvals: new MergeRequestApprovals(options),
    notes: new MergeRequestNotes(options),
    users: new Users(options),
  };
}

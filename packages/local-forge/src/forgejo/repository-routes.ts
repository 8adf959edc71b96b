import { asText } from '@gavel/local-server/json.ts';
import type { Route } from '../server/router.ts';
import { report } from '../world/reviews.ts';
import { ownerOf } from '../world/world.ts';
import {
  ApiError,
  answer,
  type Handler,
  loginOf,
  mustWrite,
  notFound,
  page,
  parameter,
  repositoryRoute,
} from './call.ts';
import { branchShape, labelShape, protectionShape, repositoryShape, statusShape, userShape } from './shapes.ts';

/** What the status of a commit may be. What is not a success keeps a pull request from being merged where it has to be one. */
const outcomes = {
  pending: 'pending',
  success: 'success',
  error: 'failure',
  failure: 'failure',
  warning: 'failure',
} as const;

/** The routes for users, repositories and what is in them. */
export const repositoryRoutes: readonly Route<Handler>[] = [
  {
    method: 'GET',
    path: '/user',
    handler: {
      of: 'anybody',
      category: 'user',
      handle: async (call) => answer(userShape(call.parts.url(), call.world.accountOf(loginOf(call)))),
    },
  },
  {
    method: 'GET',
    path: '/orgs/:org/labels',
    handler: {
      of: 'anybody',
      category: 'organization',
      handle: async (call) => {
        const owner = call.world.account(parameter(call, 'org'));
        const own = call.world.state.repositories.filter((each) => ownerOf(each) === owner?.login);
        if (owner?.kind !== 'group' || own.length === 0) throw notFound();
        return page(call, [], (label) => label);
      },
    },
  },
  repositoryRoute('GET', '', 'repository', async ({ world, parts, repository, caller }) =>
    answer(repositoryShape(world, parts.url(), repository, caller?.account.login)),
  ),
  repositoryRoute('GET', '/branches/*branch', 'repository', async (call) => {
    const { world, repository, caller } = call;
    const name = parameter(call, 'branch');
    const sha = await world.git(repository).branch(name);
    if (sha === undefined) throw notFound();
    return answer(branchShape(world, repository, { name, sha }, caller?.account.login));
  }),
  repositoryRoute('GET', '/branch_protections', 'repository', async (call) => {
    const { world, repository } = call;
    if (!world.hasRole(loginOf(call), repository, 'admin')) {
      throw new ApiError(403, 'user should be an owner or a collaborator with admin write of a repository');
    }
    return answer(repository.protections.map(protectionShape));
  }),
  repositoryRoute('POST', '/statuses/:sha', 'repository', async (call) => {
    const { world, parts, repository, body } = call;
    const by = mustWrite(call);
    const sha = parameter(call, 'sha');
    const outcome = Object.entries(outcomes).find(([state]) => state === body.state)?.[1];
    if (outcome === undefined) throw new ApiError(422, `invalid state ${String(body.state)}`);
    if ((await world.git(repository).typeOf(sha)) !== 'commit') throw notFound();
    const [description = '', url = '', name = 'default'] = [body.description, body.target_url, body.context].map(
      asText,
    );
    const check = report(world, repository, { sha, name, outcome, status: { by, description, url } });
    return answer(statusShape(world, parts.url(), repository, check), 201);
  }),
  repositoryRoute('GET', '/labels', 'issue', async (call) =>
    page(call, call.repository.labels, (label) => labelShape(call.parts.url(), call.repository, label)),
  ),
  repositoryRoute('POST', '/labels', 'issue', async (call) => {
    const { world, parts, repository, body } = call;
    if (!world.hasRole(loginOf(call), repository, 'write')) {
      throw new ApiError(403, 'user should have a permission to write to a repo');
    }
    if (typeof body.name !== 'string' || typeof body.color !== 'string') throw new ApiError(422, '[Name]: Required');
    const label = { id: world.newId(), name: body.name };
    repository.labels.push(label);
    world.changed();
    return answer(labelShape(parts.url(), repository, label), 201);
  }),
];

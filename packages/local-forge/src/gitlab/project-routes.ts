import { asText } from '@gavel/local-server/json.ts';
import type { Route } from '../server/router.ts';
import { report } from '../world/reviews.ts';
import {
  ApiError,
  answer,
  type Handler,
  loginOf,
  mustDevelop,
  notFound,
  page,
  parameter,
  projectRoute,
  refusal,
} from './call.ts';
import {
  approvalRuleShapes,
  branchShape,
  projectShape,
  protectedBranchShape,
  pushRuleShape,
  statusShape,
  userShape,
} from './shapes.ts';

/** What the status of a commit may be, and how GitLab calls the change to one that has not ended. */
const outcomes = {
  pending: { outcome: 'pending', change: 'enqueue' },
  running: { outcome: 'pending', change: 'run' },
  success: { outcome: 'success', change: undefined },
  failed: { outcome: 'failure', change: undefined },
  canceled: { outcome: 'failure', change: undefined },
} as const;

/** The most characters of a status's name, description and address. */
const longestOfStatus = 255;

/** The routes for users and projects. */
export const projectRoutes: readonly Route<Handler>[] = [
  {
    method: 'GET',
    path: '/user',
    handler: {
      of: 'caller',
      handle: async ({ parts, caller }) => answer(userShape(parts.url(), caller.account)),
    },
  },
  {
    method: 'GET',
    path: '/users',
    handler: {
      of: 'caller',
      handle: async (call) => {
        const { world, request, parts } = call;
        const wanted = request.query.get('username')?.toLowerCase();
        const found = world.state.accounts.filter(
          ({ login, kind }) => kind !== 'group' && (wanted === undefined || login.toLowerCase() === wanted),
        );
        return page(call, found, (account) => userShape(parts.url(), account));
      },
    },
  },
  projectRoute('GET', '', async ({ world, parts, project, caller }) =>
    answer(projectShape(world, parts.url(), project, caller?.account.login)),
  ),
  projectRoute('GET', '/repository/branches/:branch', async (call) => {
    const { world, parts, project, caller } = call;
    const name = parameter(call, 'branch');
    const sha = await world.git(project).branch(name);
    if (sha === undefined) throw notFound('Branch');
    return answer(branchShape(world, parts.url(), project, { name, sha }, caller?.account.login));
  }),
  projectRoute('GET', '/protected_branches', async (call) => {
    mustRead(call);
    return page(call, call.project.protections, protectedBranchShape);
  }),
  projectRoute('GET', '/protected_branches/:name', async (call) => {
    mustRead(call);
    const found = call.project.protections.find(({ branch }) => branch === parameter(call, 'name'));
    if (found === undefined) throw notFound();
    return answer(protectedBranchShape(found));
  }),
  projectRoute('POST', '/statuses/:sha', async (call) => {
    const { world, parts, project, body } = call;
    const by = mustDevelop(call);
    const sha = parameter(call, 'sha');
    const state = asText(body.state) ?? '';
    const found = Object.entries(outcomes).find(([name]) => name === state)?.[1];
    if (found === undefined) throw new ApiError(400, { error: 'state does not have a valid value' });
    if ((await world.git(project).typeOf(sha)) !== 'commit') throw notFound('Commit');
    const [description = '', url = '', name = 'default'] = [
      body.description,
      body.target_url,
      body.name ?? body.context,
    ].map(asText);
    for (const [field, text] of Object.entries({ name, description, target_url: url })) {
      if (text.length <= longestOfStatus) continue;
      throw refusal(400, { [field]: [`is too long (maximum is ${longestOfStatus} characters)`] });
    }
    const last = project.checks.findLast((check) => check.sha === sha && check.name === name);
    if (last?.outcome === 'pending' && found.change !== undefined) {
      throw refusal(400, `Cannot transition status via :${found.change} from :${state}`);
    }
    const told = { sha, name, outcome: found.outcome, status: { by, description, url } };
    return answer(statusShape(world, parts.url(), project, report(world, project, told), state), 201);
  }),
  projectRoute('GET', '/push_rule', async (call) => {
    mustMaintain(call);
    return answer(pushRuleShape(call.project));
  }),
  projectRoute('GET', '/approval_rules', async (call) => {
    mustRead(call);
    return page(call, approvalRuleShapes(call.project), (shape) => shape);
  }),
];

function mustRead(call: Parameters<Parameters<typeof projectRoute>[2]>[0]): void {
  if (!call.world.hasRole(loginOf(call), call.project, 'write')) throw refusal(403, '403 Forbidden');
}

function mustMaintain(call: Parameters<Parameters<typeof projectRoute>[2]>[0]): void {
  if (!call.world.hasRole(loginOf(call), call.project, 'maintain')) throw refusal(403, '403 Forbidden');
}

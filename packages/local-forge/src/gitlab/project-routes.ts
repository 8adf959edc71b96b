import type { Route } from '../server/router.ts';
import { answer, type Handler, loginOf, notFound, page, parameter, projectRoute, refusal } from './call.ts';
import {
  approvalRuleShapes,
  branchShape,
  projectShape,
  protectedBranchShape,
  pushRuleShape,
  userShape,
} from './shapes.ts';

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

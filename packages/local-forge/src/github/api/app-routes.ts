import { randomBytes } from 'node:crypto';
import { asObject, asTexts, isObject } from '@gavel/local-server/json.ts';
import type { Answer } from '../../server/router.ts';
import { covers } from '../../world/installations.ts';
import type { App, Installation, Repository, Token } from '../../world/state.ts';
import { nameOf, ownerOf, type World } from '../../world/world.ts';
import { includes } from '../permissions.ts';
import { accountShape } from '../shapes/account-shape.ts';
import { appShape, installationShape, permissionsShape } from '../shapes/app-shape.ts';
import { stamp } from '../shapes/context.ts';
import { repositoryShape } from '../shapes/repository-shape.ts';
import { type ApiRoute, answer, type Call, page, parameter } from './call.ts';
import { ApiError, notFound } from './errors.ts';

/** How long an installation token lives, in milliseconds. */
const lifeOfToken = 3_600_000;

/** Apps, their installations and tokens, and who somebody is. */
export const appRoutes: readonly ApiRoute[] = [
  appRoute('GET', '/app', async ({ world, addresses }, app) => answer(appShape(world, addresses, app))),
  appRoute('GET', '/app/installations', async (call, app) =>
    page(call, app.installations, (each) => each.map((one) => installationShape(call.world, call.addresses, app, one))),
  ),
  appRoute('GET', '/app/installations/:id', async (call, app) => {
    const found = app.installations.find(({ id }) => String(id) === call.parameters.id);
    return installationAnswer(call, app, found);
  }),
  appRoute('GET', '/repos/:owner/:repo/installation', async (call, app) => {
    const path = `${parameter(call, 'owner')}/${parameter(call, 'repo')}`;
    const repository = call.world.repository(path) ?? call.world.renamed(path);
    const found = app.installations.find(
      (each) => repository !== undefined && each.login === ownerOf(repository) && covers(each, repository),
    );
    if (repository !== undefined && found !== undefined && repository.path.toLowerCase() !== path.toLowerCase()) {
      const url = `${call.addresses.api}/repositories/${repository.id}/installation`;
      return { status: 301, headers: { location: url }, json: { message: 'Moved Permanently', url } };
    }
    return installationAnswer(call, app, found);
  }),
  ...['/orgs/:login/installation', '/users/:login/installation'].map((path) =>
    appRoute('GET', path, async (call, app) => {
      const found = app.installations.find(({ login }) => login === call.parameters.login);
      return installationAnswer(call, app, found);
    }),
  ),
  appRoute('POST', '/app/installations/:id/access_tokens', makeToken),
  {
    method: 'GET',
    path: '/installation/repositories',
    handler: {
      of: 'caller',
      handle: async (call, { token }) => {
        const installation = installationOf(call.world, token);
        if (installation === undefined) {
          const message =
            'You must authenticate with an installation access token in order to list repositories for an installation.';
          throw new ApiError(403, message);
        }
        const repositories = reachable(call.world, installation).filter(
          ({ id }) => token?.repositories === undefined || token.repositories.includes(id),
        );
        return page(call, repositories, (shown) => ({
          total_count: repositories.length,
          repository_selection: installation.repositories === undefined ? 'all' : 'selected',
          repositories: shown.map((each) => repositoryShape(call.world, call.addresses, each)),
        }));
      },
    },
  },
  {
    method: 'DELETE',
    path: '/installation/token',
    handler: {
      of: 'caller',
      handle: async ({ world }, { token }) => {
        if (token?.installation === undefined)
          throw new ApiError(403, 'Resource not accessible by personal access token');
        token.isRevoked = true;
        world.changed();
        return { status: 204 };
      },
    },
  },
  {
    method: 'GET',
    path: '/user',
    handler: {
      of: 'caller',
      handle: async ({ world, addresses }, { account, token }) => {
        if (token?.installation !== undefined) throw new ApiError(403, 'Resource not accessible by integration');
        return answer({
          ...accountShape(addresses, account),
          ...{ name: account.name, company: null, blog: null, location: null, email: account.email, hireable: null },
          ...{ bio: null, public_repos: 0, public_gists: 0, followers: 0, following: 0 },
          created_at: stamp(world.now()),
          updated_at: stamp(world.now()),
        });
      },
    },
  },
  {
    method: 'GET',
    path: '/meta',
    handler: {
      of: 'anybody',
      handle: async () => answer({ verifiable_password_authentication: false, installed_version: '3.19.0' }),
    },
  },
];

function appRoute(method: string, path: string, handle: (call: Call, app: App) => Promise<Answer>): ApiRoute {
  return { method, path, handler: { of: 'app', handle } };
}

function installationAnswer({ world, addresses }: Call, app: App, found: Installation | undefined): Answer {
  if (found === undefined) throw notFound();
  return answer(installationShape(world, addresses, app, found));
}

async function makeToken(call: Call, app: App): Promise<Answer> {
  const { world, parts, body } = call;
  const installation = app.installations.find(({ id }) => String(id) === call.parameters.id);
  if (installation === undefined) throw notFound();
  if (installation.isSuspended) throw new ApiError(403, 'This installation has been suspended');
  const wanted = isObject(body.permissions) ? Object.entries(asObject(body.permissions)) : undefined;
  const grants = wanted?.map(([name, level]) => `${name}:${String(level)}`) ?? installation.grants;
  if (grants.some((grant) => !isGranted(installation, grant))) {
    throw new ApiError(422, 'The permissions requested are not granted to this installation.');
  }
  const chosen = chooseRepositories(world, installation, body.repositories, body.repository_ids);
  const at = world.clock.now();
  const token: Token = {
    id: world.newId(),
    secret: newInstallationSecret(app),
    login: app.bot,
    name: app.name,
    grants,
    repositories: chosen?.map(({ id }) => id),
    installation: installation.id,
    createdAt: at.toISOString(),
    expiresAt: new Date(at.getTime() + lifeOfToken).toISOString(),
    isRevoked: false,
  };
  parts.wire.mask(token.secret);
  const { tokens } = world.state;
  // One an hour adds up. An expired token is refused like an unknown one.
  for (const old of tokens.filter((each) => each.installation !== undefined && !world.isValid(each))) {
    tokens.splice(tokens.indexOf(old), 1);
  }
  tokens.push(token);
  world.changed();
  const json = {
    token: token.secret,
    expires_at: stamp(token.expiresAt ?? ''),
    permissions: permissionsShape(grants),
    repository_selection: chosen === undefined && installation.repositories === undefined ? 'all' : 'selected',
    ...(chosen === undefined
      ? {}
      : { repositories: chosen.map((each) => repositoryShape(world, call.addresses, each)) }),
  };
  return answer(json, 201);
}

function isGranted({ grants }: Installation, grant: string): boolean {
  const [name = '', level = ''] = grant.split(':');
  return includes(grants, name, level);
}

function chooseRepositories(
  world: World,
  installation: Installation,
  names: unknown,
  ids: unknown,
): Repository[] | undefined {
  const wanted = [...asTexts(names), ...(Array.isArray(ids) ? ids.filter((id) => typeof id === 'number') : [])];
  if (wanted.length === 0) return undefined;
  const all = reachable(world, installation);
  const chosen = wanted.map((each) => all.find((one) => one.id === each || nameOf(one) === each));
  const found = chosen.filter((each) => each !== undefined);
  if (found.length < wanted.length) {
    const message =
      'There is at least one repository that does not exist or is not accessible to the parent installation.';
    throw new ApiError(422, message);
  }
  return found;
}

function reachable(world: World, installation: Installation): Repository[] {
  return world.state.repositories.filter((each) => ownerOf(each) === installation.login && covers(installation, each));
}

function installationOf(world: World, token: Token | undefined): Installation | undefined {
  const all = world.state.apps.flatMap(({ installations }) => installations);
  return token?.installation === undefined ? undefined : all.find(({ id }) => id === token.installation);
}

/** As long as GitHub's newer tokens, which have a JWT inside. */
function newInstallationSecret(app: App): string {
  const part = (bytes: number): string => randomBytes(bytes).toString('base64url');
  return `ghs_${app.id}_ey${part(27)}.ey${part(120)}.${part(64)}`;
}

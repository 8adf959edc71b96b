import type { App, Installation } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { accountShape } from './account-shape.ts';
import { type Addresses, nodeId, type Schemas, stamp } from './context.ts';

/** Grants such as `contents:write` as GitHub writes them. */
export function permissionsShape(grants: readonly string[]): Record<string, string> {
  const given = grants.map((grant) => grant.split(':')).map(([name = '', level = '']) => [name, level]);
  return Object.fromEntries([['metadata', 'read'], ...given]);
}

/** An App. */
export function appShape(world: World, addresses: Addresses, app: App): NonNullable<Schemas['integration']> {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('A', app.id),
    client_id: app.clientId,
    owner: accountShape(addresses, world.accountOf(app.owner)),
    name: app.name,
    description: null,
    external_url: addresses.web,
    html_url: `${addresses.web}/github-apps/${app.slug}`,
    created_at: stamp(world.now()),
    updated_at: stamp(world.now()),
    permissions: permissionsShape(app.grants),
    events: app.events,
    installations_count: app.installations.length,
  };
}

/** The App that did something through an installation; null for people. */
export function appBehind(world: World, addresses: Addresses, login: string): Schemas['integration'] {
  const app = world.state.apps.find(({ slug }) => `${slug}[bot]` === login);
  return app === undefined ? null : appShape(world, addresses, app);
}

/** An installation of an App. */
export function installationShape(
  world: World,
  addresses: Addresses,
  app: App,
  installation: Installation,
): Schemas['installation'] {
  const { id, login } = installation;
  const account = world.accountOf(login);
  const isOrganization = account.kind === 'group';
  return {
    id,
    account: accountShape(addresses, account),
    repository_selection: installation.repositories === undefined ? 'all' : 'selected',
    access_tokens_url: `${addresses.api}/app/installations/${id}/access_tokens`,
    repositories_url: `${addresses.api}/installation/repositories`,
    html_url: isOrganization
      ? `${addresses.web}/organizations/${login}/settings/installations/${id}`
      : `${addresses.web}/settings/installations/${id}`,
    app_id: app.id,
    client_id: app.clientId,
    app_slug: app.slug,
    target_id: account.id,
    target_type: isOrganization ? 'Organization' : 'User',
    permissions: permissionsShape(installation.grants),
    events: app.events,
    created_at: stamp(installation.createdAt),
    updated_at: stamp(installation.createdAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: installation.isSuspended ? accountShape(addresses, account) : null,
    suspended_at: installation.isSuspended ? stamp(world.now()) : null,
  };
}

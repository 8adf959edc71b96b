import type { JsonObject } from '@gavel/local-server/json.ts';
import type { Courier } from '../delivery/courier.ts';
import type { ResponseUrls } from '../delivery/response-urls.ts';
import type { Channel, User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Triggers } from '../world/triggers.ts';

/** Everything that is needed to deliver a person's action to the app. */
export interface InteractionContext {
  readonly workspace: Workspace;
  readonly courier: Courier;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
}

/**
 * The fields of every interactive payload. For somebody from another workspace, `user.team_id` is that workspace.
 * `team` is still this one, except in modals (see `viewBase`).
 */
export function interactionBase(workspace: Workspace, user: User): JsonObject {
  const { app, team } = workspace.state;
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.foreignTeam ?? team.id },
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    api_app_id: app.id,
    token: app.verificationToken,
  };
}

/**
 * The fields of every payload from a modal. `team` is the person's own workspace, even if the app is not installed
 * there; `view.app_installed_team_id` is this one (bolt-js#1614, bolt-python#767).
 */
export function viewBase(workspace: Workspace, user: User): JsonObject {
  const base = interactionBase(workspace, user);
  return user.foreignTeam === undefined ? base : { ...base, team: { id: user.foreignTeam, domain: 'elsewhere' } };
}

/** The name of a conversation in interactive payloads. Only that of a public channel is told. */
export function channelName(workspace: Workspace, id: string): string {
  const channel = workspace.channel(id);
  return channel === undefined ? '' : (coveredNames[channel.kind] ?? channel.name);
}

const coveredNames: Readonly<Record<Channel['kind'], string | undefined>> = {
  public: undefined,
  private: 'privategroup',
  im: 'directmessage',
};

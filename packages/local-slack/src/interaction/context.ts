import type { Courier } from '../delivery/courier.ts';
import type { ResponseUrls } from '../delivery/response-urls.ts';
import type { JsonObject } from '../json.ts';
import type { User } from '../workspace/state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Triggers } from '../world/triggers.ts';

/** What it takes to tell the app that a person did something. */
export interface InteractionContext {
  readonly workspace: Workspace;
  readonly courier: Courier;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
}

/**
 * The fields that every interactive payload has. For somebody of another workspace, `user.team_id` names that one;
 * `team` is still ours, but for what happens in a modal (see `viewBase`).
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
 * The fields of what somebody does in a modal. Its `team` is the person's own workspace even where the app is not
 * installed there; `view.app_installed_team_id` is ours (bolt-js#1614, bolt-python#767).
 */
export function viewBase(workspace: Workspace, user: User): JsonObject {
  const base = interactionBase(workspace, user);
  return user.foreignTeam === undefined ? base : { ...base, team: { id: user.foreignTeam, domain: 'elsewhere' } };
}

import { isObject, type JsonObject, parseJson } from '@gavel/local-server/json.ts';
import { validateBlocks, validateMessage, validateView } from '../../block-kit/validate.ts';
import { invalidArguments, SlackError } from '../../slack-error.ts';
import { optionalText } from '../arguments.ts';
import type { Call, Methods } from '../method.ts';

/** The methods about the app itself and its workspace. */
export const appMethods: Methods = {
  'api.test': { token: 'none', scopes: [], tier: 'tier 4', run: test },
  'auth.test': { token: 'bot', scopes: [], tier: 'unlimited', run: identify },
  'apps.connections.open': { token: 'app', scopes: [], tier: 'tier 3', run: openConnection },
  'blocks.validate': { token: 'none', scopes: [], tier: 'tier 4', run: validate },
  'bots.info': { token: 'bot', scopes: ['users:read'], tier: 'tier 3', run: describeBot },
  'emoji.list': { token: 'bot', scopes: ['emoji:read'], tier: 'tier 2', run: listEmoji },
  'team.info': { token: 'bot', scopes: ['team:read'], tier: 'tier 3', run: describeTeam },
};

function test({ args }: Call): JsonObject {
  const error = optionalText(args, 'error');
  if (error !== undefined) throw new SlackError(error, { args });
  return { args };
}

function identify({ workspace }: Call): JsonObject {
  const { app, team } = workspace.state;
  return {
    url: `${workspace.url}/`,
    team: team.name,
    user: workspace.user(app.botUserId)?.name,
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  };
}

function openConnection({ workspace, tickets }: Call): JsonObject {
  const address = workspace.url.replace(/^http/, 'ws');
  return { url: `${address}/link/?ticket=${tickets.make()}&app_id=${workspace.state.app.id}` };
}

const checks: Readonly<Record<string, { error: string; problems: (value: unknown) => readonly unknown[] }>> = {
  blocks: { error: 'invalid_blocks', problems: (value) => validateBlocks(value, 'message') },
  view: { error: 'invalid_view', problems: validateView },
  message: { error: 'invalid_message', problems: (value) => validateMessage(isObject(value) ? value : {}) },
};

function validate({ args }: Call): JsonObject {
  const given = Object.entries(checks).filter(([name]) => args[name] !== undefined);
  const [only, another] = given;
  if (only === undefined || another !== undefined) throw invalidArguments('pass exactly one of blocks, view, message');
  const [name, check] = only;
  const value = args[name];
  const errors = check.problems(typeof value === 'string' ? parseJson(value) : value);
  if (errors.length > 0) throw new SlackError(check.error, { errors });
  return {};
}

function describeBot({ workspace, args }: Call): JsonObject {
  const { app } = workspace.state;
  const id = optionalText(args, 'bot');
  const webhook = workspace.state.messages.find(({ username, botId }) => username !== undefined && botId === id);
  if (webhook !== undefined) return { bot: { id, deleted: false, name: webhook.username } };
  if (id !== app.botId) throw new SlackError('bot_not_found');
  return {
    bot: { id: app.botId, deleted: false, name: workspace.app.botName, app_id: app.id, user_id: app.botUserId },
  };
}

function listEmoji({ workspace }: Call): JsonObject {
  return { emoji: { ...workspace.state.emoji } };
}

function describeTeam({ workspace }: Call): JsonObject {
  const { id, name, domain } = workspace.state.team;
  return { team: { id, name, domain, email_domain: 'example.com', url: `${workspace.url}/` } };
}

import { asObject, asObjects, asText, asTexts, at, type JsonObject } from '@gavel/local-server/json.ts';
import { entityTypes } from '../work-object/schema.ts';
import { readShortcuts, type Shortcut } from './shortcuts.ts';

/** A slash command of the app. */
interface Command {
  readonly command: string;
  readonly description: string;
  readonly usageHint: string;
  /** People, channels and groups arrive as references such as `<@U…>` instead of the typed text. */
  readonly isEscaped: boolean;
}

/** The tabs of the app's own page, next to About, which every app has (Slack: App Home). */
interface AppHome {
  readonly hasHome: boolean;
  readonly hasMessages: boolean;
  /** Whether people may only read the messages tab: they can’t write to the app, nor use its commands there. */
  readonly isReadOnly: boolean;
}

/** What the workspace has granted the app, according to its manifest. */
export interface AppManifest {
  readonly name: string;
  readonly botName: string;
  readonly description: string;
  readonly longDescription: string;
  readonly commands: readonly Command[];
  readonly shortcuts: readonly Shortcut[];
  readonly botEvents: ReadonlySet<string>;
  readonly botScopes: ReadonlySet<string>;
  /** The scopes that whoever installs the app may decline. */
  readonly optionalScopes: ReadonlySet<string>;
  readonly isSocketMode: boolean;
  readonly home: AppHome;
  /** The types of Work Objects that the app may show; empty if it shows none (Slack: rich_previews). */
  readonly entityTypes: ReadonlySet<string>;
  /** The MCP servers that Slackbot may use (Slack: mcp_servers). */
  readonly mcpServers: readonly McpServer[];
  /** The domains whose links the app hears of and unfurls, with those below them. */
  readonly unfurlDomains: readonly string[];
}

/** An MCP server of the app. */
interface McpServer {
  readonly url: string;
  readonly authType: string;
}

const authTypes = ['dynamic_client_registration', 'no_auth', 'manual_auth', 'slack_identity_auth'];

/** The most MCP servers that an app may have, and the longest address (Slack: manifest reference). */
const mcpLimits = { servers: 20, url: 500 } as const;

/** The most domains that an app may unfurl (Slack: manifest reference). */
const mostDomains = 5;

/**
 * Reads the fields of an app manifest (Slack: manifest schema v2) that the local Slack uses. `declined` are the
 * optional scopes that are declined at installation. Throws TypeError for an invalid manifest.
 */
export function readManifest(manifest: unknown, declined: readonly string[] = []): AppManifest {
  const name = asText(at(manifest, 'display_information', 'name'));
  if (name === undefined)
    throw new TypeError('The manifest has no display_information.name. Pass a parsed manifest.json.');
  const features = asObject(at(manifest, 'features'));
  const scopes = asObject(at(manifest, 'oauth_config', 'scopes'));
  const settings = asObject(at(manifest, 'settings'));
  if (asObjects(features.slash_commands).length > 0 && !asTexts(scopes.bot).includes('commands')) {
    throw new TypeError('The manifest has slash commands, which need the scope "commands".');
  }
  return {
    name,
    botName: asText(at(features, 'bot_user', 'display_name')) ?? name,
    description: asText(at(manifest, 'display_information', 'description')) ?? '',
    longDescription: asText(at(manifest, 'display_information', 'long_description')) ?? '',
    commands: asObjects(features.slash_commands).map((command) => ({
      command: asText(command.command) ?? '',
      description: asText(command.description) ?? '',
      usageHint: asText(command.usage_hint) ?? '',
      isEscaped: command.should_escape === true,
    })),
    shortcuts: readShortcuts(manifest),
    botEvents: new Set(asTexts(at(settings, 'event_subscriptions', 'bot_events'))),
    botScopes: grantScopes(asTexts(scopes.bot), asTexts(scopes.bot_optional), declined),
    optionalScopes: new Set(asTexts(scopes.bot_optional)),
    isSocketMode: settings.socket_mode_enabled === true,
    home: {
      hasHome: at(features, 'app_home', 'home_tab_enabled') === true,
      hasMessages: at(features, 'app_home', 'messages_tab_enabled') !== false,
      isReadOnly: at(features, 'app_home', 'messages_tab_read_only_enabled') !== false,
    },
    entityTypes: readEntityTypes(asObject(features.rich_previews)),
    mcpServers: readMcpServers(asObject(at(manifest, 'mcp_servers')), asTexts(scopes.bot)),
    unfurlDomains: readDomains(asTexts(features.unfurl_domains)),
  };
}

function readEntityTypes({ is_active: isActive, entity_types: types }: JsonObject): ReadonlySet<string> {
  const unknown = asTexts(types).filter((type) => !entityTypes.some((each) => each === type));
  if (unknown.length > 0) throw new TypeError(`The manifest has unknown types of Work Objects: ${unknown.join(', ')}.`);
  return new Set(isActive === true ? asTexts(types) : []);
}

function readMcpServers(declared: JsonObject, scopes: readonly string[]): readonly McpServer[] {
  const servers = Object.entries(declared).map(([key, server]) => {
    const [url = '', authType = ''] = [asText(at(server, 'url')), asText(at(server, 'auth_type'))];
    if (!url.startsWith('https://') || url.length > mcpLimits.url || !URL.canParse(url))
      throw new TypeError(`The manifest has no web address for the MCP server "${key}".`);
    if (!authTypes.includes(authType))
      throw new TypeError(`The auth_type of the MCP server "${key}" must be one of ${authTypes.join(', ')}.`);
    return { url, authType };
  });
  if (servers.length > mcpLimits.servers)
    throw new TypeError(`The manifest has more than ${mcpLimits.servers} mcp_servers.`);
  if (servers.length > 0 && !scopes.includes('mcp:connect'))
    throw new TypeError('The manifest has mcp_servers, which need the scope "mcp:connect".');
  return servers;
}

function readDomains(domains: readonly string[]): readonly string[] {
  if (domains.length > mostDomains) throw new TypeError(`The manifest has more than ${mostDomains} unfurl_domains.`);
  const wrong = domains.filter((domain) => !/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain));
  if (wrong.length > 0) throw new TypeError(`The manifest has unfurl_domains that are none: ${wrong.join(', ')}.`);
  return domains;
}

/** The scopes of the installed app: everything in `bot`, except the optional scopes that were declined. */
function grantScopes(
  bot: readonly string[],
  optional: readonly string[],
  declined: readonly string[],
): ReadonlySet<string> {
  const unasked = optional.filter((scope) => !bot.includes(scope));
  if (unasked.length > 0) {
    throw new TypeError(`The manifest must list optional scopes under bot too: ${unasked.join(', ')}.`);
  }
  const required = declined.filter((scope) => !optional.includes(scope));
  if (required.length > 0) throw new TypeError(`Only optional scopes can be declined, not ${required.join(', ')}.`);
  return new Set(bot.filter((scope) => !declined.includes(scope)));
}

/** The app after one of its optional scopes is granted or declined. Throws for any other scope. */
export function withScope(app: AppManifest, scope: string, isGranted: boolean): AppManifest {
  if (!app.optionalScopes.has(scope)) {
    const names = [...app.optionalScopes].join(', ');
    throw new Error(`"${scope}" is not an optional scope of ${app.name}. Its optional scopes: ${names || 'none'}.`);
  }
  const others = [...app.botScopes].filter((each) => each !== scope);
  return { ...app, botScopes: new Set(isGranted ? [...others, scope] : others) };
}

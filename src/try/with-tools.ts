import type { JsonObject } from '@gavel/local-server/json.ts';

/**
 * A manifest with what a team adds so that Slackbot uses Gavel's tools (docs/agents.md). A manifest takes web addresses
 * only; the local Slack is told by itself where they are on this machine.
 */
export function withTools(manifest: JsonObject): JsonObject {
  const oauth = manifest.oauth_config as { readonly scopes: { readonly bot: readonly string[] } };
  return {
    ...manifest,
    oauth_config: { ...oauth, scopes: { ...oauth.scopes, bot: [...oauth.scopes.bot, 'mcp:connect'] } },
    mcp_servers: { gavel: { url: 'https://gavel.example.com/mcp', auth_type: 'slack_identity_auth' } },
  };
}

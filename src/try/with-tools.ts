import { asObject, asTexts, type JsonObject } from '@gavel/local-server/json.ts';

/**
 * A manifest with what a team adds so that Slackbot uses Gavel's tools (docs/agents.md). A manifest takes web addresses
 * only; the local Slack is told by itself where they are on this machine.
 */
export function withTools(manifest: JsonObject): JsonObject {
  const oauth = asObject(manifest.oauth_config);
  const scopes = asObject(oauth.scopes);
  return {
    ...manifest,
    oauth_config: { ...oauth, scopes: { ...scopes, bot: [...asTexts(scopes.bot), 'mcp:connect'] } },
    mcp_servers: { gavel: { url: 'https://gavel.example.com/mcp', auth_type: 'slack_identity_auth' } },
  };
}

import { describe, expect, it } from 'vitest';
import { manifest, openSlack } from '../stage.ts';

const { bot } = manifest.oauth_config.scopes;
const withOptional = (...optional: string[]) => ({
  ...manifest,
  oauth_config: { scopes: { bot, bot_optional: optional } },
});

async function scopesGranted(settings: Parameters<typeof openSlack>[0]): Promise<readonly string[]> {
  await using slack = await openSlack(settings);
  const { response_metadata } = await slack.client.auth.test();
  return response_metadata?.scopes ?? [];
}

describe('the scopes of an installed app', () => {
  it('are those of its manifest, including optional ones', async () => {
    expect(await scopesGranted({ manifest: withOptional('files:read') })).toEqual(bot);
  });

  it('leave out a declined optional scope', async () => {
    const settings = { manifest: withOptional('files:read', 'usergroups:read'), declinedScopes: ['files:read'] };
    expect(await scopesGranted(settings)).toEqual(bot.filter((scope) => scope !== 'files:read'));
  });

  it('can’t be declined unless they are optional', async () => {
    const settings = { manifest: withOptional('files:read'), declinedScopes: ['chat:write'] };
    await expect(openSlack(settings)).rejects.toThrow('Only optional scopes can be declined, not chat:write.');
  });

  it('must be listed under `bot` too if they are optional', async () => {
    const settings = { manifest: withOptional('files:read', 'links:read') };
    await expect(openSlack(settings)).rejects.toThrow(
      'The manifest must list optional scopes under bot too: links:read.',
    );
  });
});

describe('the MCP servers of an app', () => {
  const withServer = (server: object, scopes = [...bot, 'mcp:connect']) => ({
    ...{ ...manifest, oauth_config: { scopes: { bot: scopes } } },
    mcp_servers: { trial: server },
  });
  const server = { url: 'https://example.com/mcp', auth_type: 'slack_identity_auth' };

  it('are for Slackbot, where Slack says who asks', async () => {
    await using slack = await openSlack({ manifest: withServer(server) });
    expect(() => slack.slackbot('http://127.0.0.1/mcp')).not.toThrow();
    await using other = await openSlack({ manifest: withServer({ ...server, auth_type: 'no_auth' }) });
    expect(() => other.slackbot('http://127.0.0.1/mcp')).toThrow('slack_identity_auth');
  });

  it.each([
    [withServer(server, [...bot]), 'need the scope "mcp:connect"'],
    [withServer({ ...server, url: 'http://example.com/mcp' }), 'no web address'],
    [withServer({ ...server, auth_type: 'trust' }), 'auth_type'],
  ])('are refused if something is wrong with them', async (wrong, told) => {
    await expect(openSlack({ manifest: wrong })).rejects.toThrow(told);
  });
});

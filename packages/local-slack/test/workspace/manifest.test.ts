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

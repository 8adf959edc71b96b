import { readFile } from 'node:fs/promises';
import { methods } from '@gavel/local-slack/web-api/methods/methods.ts';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { surface } from '../src/slack/app/listeners.ts';
import { commandWords } from '../src/words/command-words.ts';
import { manifestSchema } from './support/manifest-schema.ts';
import { findUnused, readAsked } from './support/use-of-slack.ts';

const manifest = JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));

describe('manifest.json', () => {
  it('is a manifest of Slack’s, version 2', () => {
    const validate = new Ajv({ allErrors: true }).compile(manifestSchema);
    validate(manifest);
    expect(validate.errors).toBeNull();
  });

  it('is refused with a name too long, or with a word that Slack does not know', () => {
    const validate = new Ajv().compile(manifestSchema);
    const { display_information } = manifest;
    expect(validate({ ...manifest, display_information: { ...display_information, name: 'x'.repeat(36) } })).toBe(
      false,
    );
    expect(validate({ ...manifest, feature: {} })).toBe(false);
  });

  it('has the commands, shortcuts and events that the app listens to, and no others', () => {
    const commands = manifest.features.slash_commands.map(({ command }: { command: string }) => command);
    expect(commands).toEqual(Object.keys(surface.commands));
    const shortcuts = manifest.features.shortcuts.map(({ callback_id }: { callback_id: string }) => callback_id);
    expect(shortcuts).toEqual(Object.keys(surface.shortcuts));
    expect(manifest.settings.event_subscriptions.bot_events).toEqual([
      ...Object.keys(surface.reactions),
      ...Object.keys(surface.homes),
      ...Object.keys(surface.objects),
      ...Object.keys(surface.comments),
    ]);
  });

  it('hints at words that the command has, the help among them', () => {
    const [{ usage_hint }] = manifest.features.slash_commands;
    const hinted = usage_hint.split(' | ').map((usage: string) => usage.split(' ')[0]);
    expect(hinted).toContain('help');
    expect(commandWords).toEqual(expect.arrayContaining(hinted));
  });

  it('asks for the scopes of every method that the app calls', async () => {
    const { methods: called } = await readAsked();
    expect(called.length).toBeGreaterThan(10);
    // Links are unfurled where a team has added its own domain, with these scopes: the manifest can't know it.
    const granted = new Set([...manifest.oauth_config.scopes.bot, 'links:write']);
    const refused = called.filter((name) => {
      const { scopes } = methods[name] ?? expect.unreachable(`The local Slack has no method ${name}.`);
      return scopes.length > 0 && !scopes.some((scope) => granted.has(scope));
    });
    expect(refused).toEqual([]);
  });

  it('lists optional scopes among all, as Slack wants it (Slack: installing with OAuth, optional scopes)', () => {
    const { bot, bot_optional } = manifest.oauth_config.scopes;
    const read = ['reactions:read', 'users:read', 'channels:read', 'groups:read'];
    const needed = ['commands', 'chat:write', 'reactions:write', ...read];
    expect(new Set(bot)).toEqual(new Set([...needed, ...bot_optional]));
    expect(bot_optional.filter((scope: string) => needed.includes(scope))).toEqual([]);
  });

  // Whether the tests needed each scope is seen at the end of a whole run: see `UseOfSlackReporter`.
  it('is compared with what was used', () => {
    const asked = { scopes: ['commands', 'files:read'], methods: ['chat.update', 'views.open'] };
    const used = { scopes: new Set(['commands']), methods: new Set(['views.open', 'auth.test']) };
    expect(findUnused(asked, used)).toEqual({ scopes: ['files:read'], methods: ['chat.update'] });
  });
});

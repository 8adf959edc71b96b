import { readdir, readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { surface } from '../src/slack/app/listeners.ts';
import { commandWords } from '../src/words/command-words.ts';
import { manifestSchema } from './support/manifest-schema.ts';

const manifest = JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));

/** Every method of Slack's that the bot calls, and the scope that Slack asks for it (Slack: method pages). */
const scopeOf: Readonly<Record<string, readonly string[]>> = {
  'auth.test': [],
  'chat.getPermalink': [],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.unfurl': ['links:write'],
  'chat.update': ['chat:write'],
  'conversations.info': ['channels:read', 'groups:read'],
  'conversations.list': ['channels:read'],
  'conversations.members': ['channels:read', 'groups:read'],
  'conversations.replies': ['channels:history', 'groups:history'],
  'entity.presentDetails': [],
  'reactions.add': ['reactions:write'],
  'reactions.get': ['reactions:read'],
  'usergroups.list': ['usergroups:read'],
  'usergroups.users.list': ['usergroups:read'],
  'users.conversations': ['channels:read', 'groups:read'],
  'users.info': ['users:read'],
  'users.list': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};

async function methodsCalled(): Promise<string[]> {
  const folder = new URL('../src/slack/', import.meta.url);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')));
  const calls = texts.join('\n').matchAll(/client\s*((?:\.\w+\s*){2,3})\(|apiCall\('([\w.]+)'/g);
  return [...new Set([...calls].map(([, chain = '', whole]) => whole ?? chain.replaceAll(/\s/g, '').slice(1)))].sort();
}

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
    ]);
  });

  it('hints at words that the command has, the help among them', () => {
    const [{ usage_hint }] = manifest.features.slash_commands;
    const hinted = usage_hint.split(' | ').map((usage: string) => usage.split(' ')[0]);
    expect(hinted).toContain('help');
    expect(commandWords).toEqual(expect.arrayContaining(hinted));
  });

  it('asks for the scopes that the app needs, and no others', async () => {
    const called = await methodsCalled();
    expect(called).toEqual(Object.keys(scopeOf));
    // For the file input, which has no method of its own; without it, a draft can be pasted. And for the groups of
    // deciders, which the form does not show without it. And for the addresses of co-authors, where the operator wants
    // commits to name them. And for the thread of a message, which the form does not offer without it.
    const optional = ['files:read', 'usergroups:read', 'users:read.email', 'channels:history', 'groups:history'];
    // Links are unfurled where a team has added its own domain, with these scopes: the manifest can't know it.
    const ofTeams = ['links:write'];
    const scopes = ['commands', ...called.flatMap((method) => scopeOf[method] ?? []), ...optional];
    const needed = new Set(scopes.filter((scope) => !ofTeams.includes(scope)));
    const { bot, bot_optional } = manifest.oauth_config.scopes;
    expect(new Set(bot)).toEqual(needed);
    // Slack wants an optional scope in both lists (Slack: installing with OAuth, optional scopes).
    expect(bot_optional).toEqual(optional);
  });
});

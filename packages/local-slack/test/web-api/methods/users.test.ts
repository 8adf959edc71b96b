import { describe, expect, it } from 'vitest';
import { manifest, openSlack, refusalOf } from '../../stage.ts';

describe('user groups', () => {
  it('are listed with their members on request', async () => {
    await using slack = await openSlack();
    const id = (name: string) => slack.person(name).id;
    const { usergroups = [] } = await slack.client.usergroups.list();
    expect(usergroups.map(({ handle }) => handle)).toEqual(['architects', 'platform']);
    expect(usergroups[0]).not.toHaveProperty('users');
    expect(usergroups[0]).not.toHaveProperty('user_count');
    const full = await slack.client.usergroups.list({ include_users: true, include_count: true });
    expect(full.usergroups?.[1]).toMatchObject({ users: [id('Dev'), id('Gus')], user_count: 2 });
    const members = await slack.client.usergroups.users.list({ usergroup: usergroups[0]?.id ?? '' });
    expect(members.users).toEqual([id('Alice'), id('Ben'), id('Chloe')]);
    expect(await refusalOf(slack.client.usergroups.users.list({ usergroup: 'S404' }))).toBe('no_such_subteam');
  });

  it('need the scope', async () => {
    const bot = manifest.oauth_config.scopes.bot.filter((scope) => scope !== 'usergroups:read');
    await using slack = await openSlack({ manifest: { ...manifest, oauth_config: { scopes: { bot } } } });
    expect(await refusalOf(slack.client.usergroups.list())).toBe('missing_scope');
    expect(await refusalOf(slack.client.usergroups.users.list({ usergroup: 'S1' }))).toBe('missing_scope');
  });
});

describe('people', () => {
  it('are admins, members, guests or deactivated', async () => {
    await using slack = await openSlack();
    const info = async (name: string) => (await slack.client.users.info({ user: slack.person(name).id })).user;
    expect(await info('Alice')).toMatchObject({ is_admin: true, is_restricted: false, deleted: false });
    expect(await info('Ben')).toMatchObject({ is_admin: false, is_restricted: false });
    expect(await info('Gus')).toMatchObject({ is_admin: false, is_restricted: true });
    slack.admin.changeRole('Ben', 'admin');
    slack.admin.deactivate('Gus');
    expect(await info('Ben')).toMatchObject({ is_admin: true });
    expect(await info('Gus')).toMatchObject({ deleted: true });
  });

  it('have their Slack in a language, which it tells to those who ask', async () => {
    await using slack = await openSlack();
    const user = slack.person('Ben').id;
    const info = async () => (await slack.client.users.info({ user, include_locale: true })).user?.locale;
    expect((await slack.client.users.info({ user })).user).not.toHaveProperty('locale');
    expect(await info()).toBe('en-US');
    slack.admin.changeLocale('Ben', 'de-DE');
    expect(await info()).toBe('de-DE');
    const { members } = await slack.client.users.list({ include_locale: true });
    expect(members?.find(({ id }) => id === user)?.locale).toBe('de-DE');
    expect(() => slack.admin.changeLocale('Ben', 'german')).toThrow('use one such as "en-US" or "de-DE"');
  });

  it('have a status until its time is up', async () => {
    await using slack = await openSlack();
    const user = slack.person('Ben').id;
    const status = async () => {
      const { status_emoji, status_text, status_expiration } =
        (await slack.client.users.info({ user })).user?.profile ?? {};
      return [status_emoji, status_text, status_expiration];
    };
    expect(await status()).toEqual(['', '', 0]);
    const until = new Date(slack.clock.now().getTime() + 60_000);
    slack.admin.changeStatus('Ben', ':palm_tree:', 'Vacationing', until);
    expect(await status()).toEqual([':palm_tree:', 'Vacationing', Math.floor(until.getTime() / 1_000)]);
    slack.clock.advance(60_000);
    expect(await status()).toEqual(['', '', 0]);
    slack.admin.changeStatus('Ben', ':palm_tree:', 'Vacationing');
    expect(await status()).toEqual([':palm_tree:', 'Vacationing', 0]);
  });

  it('get a direct message by their id without im:write, unless their account is deactivated', async () => {
    const bot = manifest.oauth_config.scopes.bot.filter((scope) => scope !== 'im:write');
    await using slack = await openSlack({ manifest: { ...manifest, oauth_config: { scopes: { bot } } } });
    const ben = slack.person('Ben');
    expect(await refusalOf(slack.client.conversations.open({ users: ben.id }))).toBe('missing_scope');
    await slack.client.chat.postMessage({ channel: ben.id, text: 'Your vote is missing' });
    expect(ben.sees('@Trial').map(({ text }) => text)).toEqual(['Your vote is missing']);
    slack.admin.deactivate('Ben');
    expect(await refusalOf(slack.client.chat.postMessage({ channel: ben.id, text: 'x' }))).toBe('channel_not_found');
  });
});

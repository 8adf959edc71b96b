import { describe, expect, it } from 'vitest';
import { openSlack, refusalOf } from '../../stage.ts';

describe('conversation methods', () => {
  it('hide a private channel without the bot', async () => {
    await using slack = await openSlack();
    slack.admin.removeFromChannel('#security', slack.botUserId);
    const { id } = slack.channel('security');
    expect(await refusalOf(slack.client.conversations.info({ channel: id }))).toBe('channel_not_found');
    const { channels } = await slack.client.conversations.list({ types: 'public_channel,private_channel' });
    expect(channels?.map((each) => each.name)).toEqual(['general', 'architecture', 'random']);
  });

  it('page through members with a cursor', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const seen: string[] = [];
    for await (const answer of slack.client.paginate('conversations.members', { channel, limit: 2 })) {
      const members: unknown = Object(answer).members;
      if (Array.isArray(members)) seen.push(...members.map(String));
    }
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(await refusalOf(slack.client.conversations.members({ channel, limit: 1000 }))).toBe('invalid_limit');
    expect(await refusalOf(slack.client.conversations.members({ channel, cursor: 'x' }))).toBe('invalid_cursor');
  });

  it('list somebody’s public channels, and private ones with the bot', async () => {
    await using slack = await openSlack();
    slack.admin.createChannel('#secrets', { isPrivate: true, members: ['Alice'] });
    slack.admin.addStranger('Zoe', '#architecture');
    const types = 'public_channel,private_channel';
    const of = async (user?: string) => {
      const { channels } = await slack.client.users.conversations({ types, ...(user ? { user } : {}) });
      return channels?.map(({ name }) => name);
    };
    expect(await of()).toEqual(['general', 'architecture', 'security']);
    expect(await of(slack.person('Alice').id)).toEqual(['general', 'architecture', 'random', 'security']);
    expect(await of(slack.person('Gus').id)).toEqual(['architecture']);
    expect(await refusalOf(of(slack.person('Zoe').id))).toBe('user_not_found');
    expect(await refusalOf(of('U404'))).toBe('user_not_found');
    const { channels, response_metadata } = await slack.client.users.conversations({ types, limit: 2 });
    expect(channels).toHaveLength(2);
    const { next_cursor: cursor = '' } = response_metadata ?? {};
    const rest = await slack.client.users.conversations({ types, limit: 2, cursor });
    expect(rest.channels).toMatchObject([{ name: 'security', is_private: true, is_member: true }]);
    expect(rest.response_metadata?.next_cursor).toBe('');
  });

  it('list kinds of conversations only with their scopes', async () => {
    await using slack = await openSlack();
    await expect(slack.client.conversations.list({ types: 'public_channel,im' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'im:read' },
    });
    expect(await refusalOf(slack.client.conversations.list({ types: 'cabal' }))).toBe('invalid_types');
  });

  it('open one direct message conversation per person', async () => {
    await using slack = await openSlack();
    const users = slack.person('Ben').id;
    const first = await slack.client.conversations.open({ users });
    const second = await slack.client.conversations.open({ users });
    expect(second.channel?.id).toBe(first.channel?.id);
    await slack.client.chat.postMessage({ channel: users, text: 'Just between us' });
    expect(
      slack
        .person('Ben')
        .sees('@Trial')
        .map((each) => each.text),
    ).toEqual(['Just between us']);
    expect(() => slack.person('Alice').sees(first.channel?.id ?? '')).toThrow('sees no conversation');
    expect(await refusalOf(slack.client.conversations.open({ users: 'U404' }))).toBe('user_not_found');
  });
});

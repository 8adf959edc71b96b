import { describe, expect, it } from 'vitest';
import { manifest, openSlack, refusalOf, type Stage } from '../../stage.ts';

const { bot } = manifest.oauth_config.scopes;
const withScopes = (...optional: string[]) => ({
  ...manifest,
  oauth_config: { scopes: { bot: [...new Set([...bot, ...optional])], bot_optional: optional } },
});

/** What a refused call says: its error, and the scopes in question. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  const { data } = await call.then(
    () => ({ data: {} }),
    (error: unknown) => Object(error),
  );
  return data;
}

/** Posts numbered messages to #architecture as Ben, in a thread if there is one. Returns their timestamps. */
async function say(slack: Stage, count: number, parent?: { channel: string; ts: string }): Promise<string[]> {
  const ben = slack.person('Ben');
  const posted: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    if (parent === undefined) posted.push((await ben.say('architecture', `No. ${number}`)).messages.at(-1)?.ts ?? '');
    else {
      await ben.reply(parent, `Reply ${number}`);
      posted.push(ben.thread(parent).at(-1)?.ts ?? '');
    }
  }
  return posted;
}

const texts = ({ messages = [] }: { messages?: { text?: string }[] }) => messages.map(({ text }) => text);

describe('reading conversations', () => {
  it('needs the scope for the kind of conversation, in it, and on the spot', async () => {
    await using slack = await openSlack({ manifest: withScopes('channels:history', 'groups:history') });
    const [open, secret] = [slack.channel('architecture').id, slack.channel('security').id];
    const [ts = ''] = await say(slack, 1);
    const { message } = await slack.client.chat.postMessage({ channel: secret, text: 'Hidden' });
    const readBoth = [
      () => slack.client.conversations.history({ channel: open }),
      () => slack.client.conversations.replies({ channel: open, ts }),
      () => slack.client.conversations.history({ channel: secret }),
      () => slack.client.conversations.replies({ channel: secret, ts: message?.ts ?? '' }),
    ];
    for (const read of readBoth) expect((await read()).messages).toHaveLength(1);
    slack.admin.declineScope('groups:history');
    expect((await readBoth[0]?.())?.messages).toHaveLength(1);
    const refused = {
      error: 'missing_scope',
      needed: 'groups:history',
      provided: expect.stringContaining('channels:'),
    };
    for (const read of readBoth.slice(2)) expect(await refusal(read())).toMatchObject(refused);
    slack.admin.declineScope('channels:history');
    const needed = 'channels:history,groups:history,im:history,mpim:history';
    for (const read of readBoth) expect(await refusal(read())).toMatchObject({ error: 'missing_scope', needed });
    slack.admin.grantScope('channels:history');
    expect((await readBoth[0]?.())?.messages).toHaveLength(1);
    expect(() => slack.admin.declineScope('chat:write')).toThrow(
      '"chat:write" is not an optional scope of Trial. Its optional scopes: channels:history, groups:history.',
    );
  });

  it('is refused where the app is not a member, and for a thread that does not exist', async () => {
    await using slack = await openSlack({ manifest: withScopes('groups:history') });
    const [random, architecture] = [slack.channel('random').id, slack.channel('architecture').id];
    slack.admin.createChannel('#secrets', { isPrivate: true, members: ['Alice'] });
    const secrets = slack.channel('secrets').id;
    const [history, replies] = [slack.client.conversations.history, slack.client.conversations.replies];
    const ts = '1700000000.000100';
    expect(await refusalOf(history({ channel: random }))).toBe('not_in_channel');
    expect(await refusalOf(replies({ channel: random, ts }))).toBe('not_in_channel');
    expect(await refusalOf(history({ channel: secrets }))).toBe('channel_not_found');
    expect(await refusalOf(replies({ channel: 'C404', ts }))).toBe('channel_not_found');
    expect(await refusalOf(replies({ channel: architecture, ts }))).toBe('thread_not_found');
    slack.admin.archiveChannel('#architecture');
    expect(await refusalOf(history({ channel: architecture }))).toBe('not_in_channel');
  });

  it('goes through a channel page by page, newest first, whatever is posted or deleted meanwhile', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const [, , third = ''] = await say(slack, 5);
    const first = await slack.client.conversations.history({ channel, limit: 2 });
    expect([texts(first), first.has_more]).toEqual([['No. 5', 'No. 4'], true]);
    slack.admin.deleteMessage('architecture', third);
    await slack.person('Ben').say('architecture', 'Late');
    const cursor = first.response_metadata?.next_cursor ?? '';
    const rest = await slack.client.conversations.history({ channel, limit: 2, cursor });
    expect([texts(rest), rest.has_more, rest.response_metadata?.next_cursor]).toEqual([['No. 2', 'No. 1'], false, '']);
    for (const limit of [0, 1000]) {
      expect(await refusalOf(slack.client.conversations.history({ channel, limit }))).toBe('invalid_limit');
    }
    expect(await refusalOf(slack.client.conversations.history({ channel, cursor: 'bmV4dDox' }))).toBe('invalid_cursor');
  });

  it('keeps to a range of timestamps', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const [one = '', , three = ''] = await say(slack, 3);
    const history = slack.client.conversations.history;
    expect(texts(await history({ channel, oldest: one, latest: three }))).toEqual(['No. 2']);
    expect(texts(await history({ channel, oldest: one, latest: three, inclusive: true }))).toHaveLength(3);
    expect(texts(await history({ channel, oldest: one, inclusive: true, limit: 1, latest: one }))).toEqual(['No. 1']);
    expect(await refusalOf(history({ channel, oldest: 'yesterday' }))).toBe('invalid_ts_oldest');
    expect(await refusalOf(history({ channel, latest: '1.2.3' }))).toBe('invalid_ts_latest');
  });

  it('goes through a thread page by page, oldest first, and leaves its replies out of the channel', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const [ts = ''] = await say(slack, 1);
    const replied = await say(slack, 5, { channel, ts });
    await slack.client.chat.postMessage({ channel, thread_ts: ts, text: 'For all', reply_broadcast: true });
    const seen: (string | undefined)[] = [];
    for await (const answer of slack.client.paginate('conversations.replies', { channel, ts, limit: 3 })) {
      seen.push(...texts(Object(answer)));
    }
    expect(seen).toEqual(['No. 1', ...replied.map((_ts, index) => `Reply ${index + 1}`), 'For all']);
    expect(texts(await slack.client.conversations.history({ channel }))).toEqual(['For all', 'No. 1']);
    const [, reply = ''] = replied;
    const alone = await slack.client.conversations.replies({ channel, ts: reply });
    expect(alone.messages).toMatchObject([{ text: 'Reply 2', thread_ts: ts, parent_user_id: slack.person('Ben').id }]);
    const some = await slack.client.conversations.replies({ channel, ts, oldest: replied[3] ?? '' });
    expect(texts(some)).toEqual(['No. 1', 'Reply 5', 'For all']);
    expect(some.messages?.[0]).toMatchObject({ reply_count: 6, reply_users_count: 2 });
  });

  it('shows edited messages as they are now, and a notice for a deleted one with replies', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const [ben, alice] = [slack.person('Ben'), slack.person('Alice')];
    const [ts = ''] = await say(slack, 1);
    const posted = await slack.client.chat.postMessage({ channel, thread_ts: ts, text: 'Before' });
    await slack.client.chat.update({ channel, ts: posted.ts ?? '', text: 'After' });
    const [gone = ''] = await say(slack, 1, { channel, ts });
    slack.admin.deleteMessage('architecture', gone);
    const edited = { text: 'After', edited: { user: slack.botUserId } };
    const thread = () => slack.client.conversations.replies({ channel, ts });
    expect((await thread()).messages).toMatchObject([{ text: 'No. 1' }, edited]);

    slack.admin.deleteMessage('architecture', ts);
    const tombstone = { subtype: 'tombstone', hidden: true, user: 'USLACKBOT', text: 'This message was deleted.', ts };
    expect((await thread()).messages).toMatchObject([{ ...tombstone, reply_count: 1 }, edited]);
    expect((await slack.client.conversations.history({ channel })).messages).toMatchObject([tombstone]);
    expect(alice.sees('architecture')).toMatchObject([{ from: 'Slackbot', isDeleted: true, replyCount: 1 }]);
    await expect(ben.react({ channel, ts }, 'wave')).rejects.toThrow('Was it deleted?');
    expect(await refusalOf(slack.client.reactions.get({ channel, timestamp: ts }))).toBe('message_not_found');
    await slack.client.chat.delete({ channel, ts: posted.ts ?? '' });
    expect(await refusalOf(thread())).toBe('thread_not_found');
    expect(alice.sees('architecture')).toEqual([]);
  });

  it('shows messages that are only files, and messages of webhooks, which have no user', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const ben = slack.person('Ben');
    const [ts = ''] = await say(slack, 1);
    await ben.reply({ channel, ts }, '', [{ name: 'plan.md', content: '# Plan' }]);
    slack.admin.postAsOtherApp('architecture', 'Build', 'Build 7 failed');
    const { messages = [] } = await slack.client.conversations.history({ channel });
    const [build] = messages;
    expect(build).toMatchObject({ subtype: 'bot_message', username: 'Build', text: 'Build 7 failed' });
    expect(build).not.toHaveProperty('user');
    expect(await slack.client.bots.info({ bot: build?.bot_id ?? '' })).toMatchObject({ bot: { name: 'Build' } });
    const thread = await slack.client.conversations.replies({ channel, ts });
    expect(thread.messages?.[1]).toMatchObject({ text: '', files: [{ name: 'plan.md', size: 6, user: ben.id }] });
    expect(ben.sees('architecture').at(-1)).toMatchObject({ from: 'Build' });
    await expect(ben.say('architecture', '')).rejects.toThrow('A message needs text or a file.');
  });

  it('reads a direct message with the app only with im:history', async () => {
    await using slack = await openSlack({ manifest: withScopes('im:history') });
    const ben = slack.person('Ben');
    const { channel = '', ts = '' } = await slack.client.chat.postMessage({ channel: ben.id, text: 'Your vote' });
    expect(texts(await slack.client.conversations.replies({ channel, ts }))).toEqual(['Your vote']);
    slack.admin.declineScope('im:history');
    expect(await refusal(slack.client.conversations.history({ channel }))).toMatchObject({ needed: 'im:history' });
  });
});

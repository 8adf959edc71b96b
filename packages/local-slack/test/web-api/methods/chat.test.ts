import { describe, expect, it } from 'vitest';
import { openSlack, refusalOf } from '../../stage.ts';

describe('chat methods', () => {
  it('fail with Slack’s error codes', async () => {
    await using slack = await openSlack({ rateLimits: false });
    const { chat } = slack.client;
    const [channel, random] = [slack.channel('architecture').id, slack.channel('random').id];
    const said = (await slack.person('Ben').say('architecture', 'Hello')).messages.at(-1)?.ts ?? '';
    const { ts = '' } = await chat.postMessage({ channel, text: 'Card' });
    const cases: [string, Promise<unknown>][] = [
      ['channel_not_found', chat.postMessage({ channel: 'C404', text: 'x' })],
      ['channel_not_found', chat.postMessage({ channel: '#architecture', text: 'x' })],
      ['not_in_channel', chat.postMessage({ channel: random, text: 'x' })],
      ['no_text', chat.postMessage({ channel, text: '' })],
      ['invalid_blocks', chat.postMessage({ channel, text: 'x', blocks: [{ type: 'divide' } as never] })],
      ['invalid_blocks_format', slack.client.apiCall('chat.postMessage', { channel, text: 'x', blocks: 'no list' })],
      ['markdown_text_conflict', slack.client.apiCall('chat.postMessage', { channel, text: 'x', markdown_text: 'y' })],
      ['thread_not_found', chat.postMessage({ channel, text: 'x', thread_ts: '1.000000' })],
      ['message_not_found', chat.update({ channel, ts: '1.000000', text: 'x' })],
      ['cant_update_message', chat.update({ channel, ts: said, text: 'x' })],
      ['msg_too_long', chat.update({ channel, ts, text: 'x'.repeat(4001) })],
      ['cant_delete_message', chat.delete({ channel, ts: said })],
      ['user_not_in_channel', chat.postEphemeral({ channel, user: slack.person('Emi').id, text: 'x' })],
      ['message_not_found', chat.getPermalink({ channel, message_ts: '1.000000' })],
      ['invalid_arguments', slack.client.apiCall('chat.postMessage', { text: 'x' })],
    ];
    for (const [name, call] of cases) expect(await refusalOf(call)).toBe(name);
  });

  it('locate each problem in the blocks', async () => {
    await using slack = await openSlack();
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: 'x'.repeat(3001) } }];
    const call = slack.client.chat.postMessage({ channel: slack.channel('architecture').id, text: 'x', blocks });
    await expect(call).rejects.toMatchObject({
      data: { error: 'invalid_blocks', errors: [expect.stringContaining('[json-pointer:/blocks/0/text/text]')] },
    });
  });

  it('truncate a text above 40,000 characters, with a warning', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const answer = await slack.client.chat.postMessage({ channel, text: 'x'.repeat(40_001) });
    expect(answer).toMatchObject({ warning: 'message_truncated' });
    expect(slack.person('Ben').sees('architecture').at(-1)?.text).toHaveLength(40_000);
  });

  it('post only one message for a repeated client_msg_id', async () => {
    await using slack = await openSlack();
    const message = { channel: slack.channel('architecture').id, text: 'Once', client_msg_id: 'a-b-c' };
    const first = await slack.client.chat.postMessage(message);
    const second = await slack.client.chat.postMessage(message);
    expect(second.ts).toBe(first.ts);
    expect(slack.person('Ben').sees('architecture')).toHaveLength(1);
  });

  it('keep replies in their thread, unless they are broadcast', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'Parent' });
    await slack.client.chat.postMessage({ channel, text: 'Quiet', thread_ts: ts });
    await slack.client.chat.postMessage({ channel, text: 'Loud', thread_ts: ts, reply_broadcast: true });
    const ben = slack.person('Ben');
    expect(ben.sees('architecture').map((each) => each.text)).toEqual(['Parent', 'Loud']);
    expect(ben.thread({ channel, ts }).map((each) => each.text)).toEqual(['Parent', 'Quiet', 'Loud']);
    expect(ben.sees('architecture')[0]?.replyCount).toBe(2);
  });

  it('remove the blocks of a message that is updated with only a text', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'x', blocks: [{ type: 'divider' }] });
    await slack.client.chat.update({ channel, ts, text: 'plain' });
    expect(slack.person('Ben').sees('architecture')[0]).toMatchObject({ text: 'plain', blocks: [], isEdited: true });
  });

  it('show an ephemeral message to only one person', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    await slack.client.chat.postEphemeral({ channel, user: slack.person('Ben').id, text: 'Only for Ben' });
    expect(slack.person('Ben').sees('architecture')).toMatchObject([{ text: 'Only for Ben', isEphemeral: true }]);
    expect(slack.person('Alice').sees('architecture')).toEqual([]);
    const { messages } = await slack.client.conversations.history({ channel });
    expect(messages).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { openSlack, refusalOf } from '../../stage.ts';

describe('reaction methods', () => {
  it('fail with Slack’s error codes', async () => {
    await using slack = await openSlack();
    const { reactions } = slack.client;
    const channel = slack.channel('architecture').id;
    const { ts: timestamp = '' } = await slack.client.chat.postMessage({ channel, text: 'Card' });
    await reactions.add({ channel, timestamp, name: 'thumbsup' });
    expect(await refusalOf(reactions.add({ channel, timestamp, name: '+1' }))).toBe('already_reacted');
    expect(await refusalOf(reactions.add({ channel, timestamp, name: ':one:' }))).toBe('invalid_name');
    expect(await refusalOf(reactions.add({ channel, timestamp, name: '1️⃣' }))).toBe('invalid_name');
    expect(await refusalOf(reactions.add({ channel, timestamp: '1.0', name: 'one' }))).toBe('message_not_found');
    expect(await refusalOf(slack.client.apiCall('reactions.add', { name: 'one' }))).toBe('no_item_specified');
    expect(await refusalOf(reactions.remove({ channel, timestamp, name: 'two' }))).toBe('no_reaction');
    for (let number = 0; number < 22; number += 1) await reactions.add({ channel, timestamp, name: `e${number}` });
    expect(await refusalOf(reactions.add({ channel, timestamp, name: 'one' }))).toBe('too_many_reactions');
  });

  it('list everybody only with `full`', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'Card' });
    for (const name of ['Alice', 'Ben', 'Chloe', 'Dev', 'Gus']) await slack.person(name).react({ channel, ts }, 'one');
    const get = async (full: boolean) => {
      const { message } = await slack.client.reactions.get({ channel, timestamp: ts, full });
      return message?.reactions?.map(({ name, count, users }) => ({ name, count, named: users?.length }));
    };
    expect(await get(true)).toEqual([{ name: 'one', count: 5, named: 5 }]);
    expect(await get(false)).toEqual([{ name: 'one', count: 5, named: 3 }]);
  });

  it('keep skin tones and resolve aliases', async () => {
    await using slack = await openSlack();
    const channel = slack.channel('architecture').id;
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'Card' });
    await slack.person('Ben').react({ channel, ts }, 'thumbsup::skin-tone-3');
    const [message] = slack.person('Ben').sees('architecture');
    expect(message?.reactions).toEqual([{ name: '+1::skin-tone-3', users: ['Ben'] }]);
  });
});

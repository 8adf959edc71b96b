import { describe, expect, it } from 'vitest';
import { listenAsApp, openSlack, titleModal } from '../stage.ts';

describe('Person', () => {
  it('sees only what they may see', async () => {
    await using slack = await openSlack();
    await slack.person('Alice').say('security', 'Between us');
    expect(() => slack.person('Ben').sees('security')).toThrow('Ben sees no conversation "security"');
    expect(() => slack.person('Gus').sees('general')).toThrow('Gus sees no conversation');
    expect(slack.person('Emi').sees('architecture')).toEqual([]);
    await expect(slack.person('Emi').say('architecture', 'x')).rejects.toThrow('Emi is not in architecture');
    expect(() => slack.person('Nobody')).toThrow('The people are Alice, Ben');
  });

  it('can only use what is on the screen', async () => {
    await using slack = await openSlack();
    const ben = slack.person('Ben');
    const channel = slack.channel('architecture').id;
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'Card' });
    await expect(ben.click({ channel, ts }, 'Vote')).rejects.toThrow('There is no button "Vote" here. Found: none.');
    await expect(ben.submit()).rejects.toThrow('Ben has no modal open.');
    expect((await ben.command('#architecture', '/unknown')).notices).toMatchObject([{ code: 'invalid_command' }]);
  });

  it('selects from an overflow menu, and presses the right one of two buttons', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const channel = slack.channel('architecture').id;
    const text = (words: string) => ({ type: 'plain_text' as const, text: words });
    const menu = { type: 'overflow' as const, action_id: 'menu', options: [{ text: text('Edit'), value: 'edit' }] };
    const add = (value: string) => ({ type: 'button' as const, text: text('Add'), action_id: `add_${value}`, value });
    const blocks = [{ type: 'actions' as const, block_id: 'row', elements: [add('a'), add('b'), menu] }];
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'Card', blocks });
    const ben = slack.person('Ben');
    await ben.choose({ channel, ts }, 'Edit');
    expect(app.received.at(-1)?.payload).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: false },
      message: { ts, blocks: [{ block_id: 'row' }] },
      actions: [{ type: 'overflow', selected_option: { value: 'edit', text: { text: 'Edit' } } }],
      response_url: expect.stringContaining('/actions/'),
    });
    await ben.click({ channel, ts }, 'Add', 2);
    expect(app.received.at(-1)?.payload).toMatchObject({ actions: [{ action_id: 'add_b', value: 'b' }] });
  });

  it('fills in people by name, and reports a field to the app if it asks for that', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    await ben.command('#architecture', '/try');
    const element = { type: 'multi_users_select' as const, action_id: 'who' };
    const label = { type: 'plain_text' as const, text: 'Deciders' };
    const block = { type: 'input' as const, block_id: 'people', dispatch_action: true, label, element };
    const trigger_id = String(app.received.at(-1)?.payload.trigger_id);
    await slack.client.views.open({ trigger_id, view: titleModal('Try', { blocks: [block] }) });
    await ben.fill('Deciders', ['Alice', 'Ben']);
    const ids = [slack.person('Alice').id, ben.id];
    expect(app.received.at(-1)?.payload).toMatchObject({
      type: 'block_actions',
      actions: [{ type: 'multi_users_select', block_id: 'people', action_id: 'who', selected_users: ids }],
      view: { state: { values: { people: { who: { type: 'multi_users_select', selected_users: ids } } } } },
    });
    await expect(ben.fill('Nothing', 'x')).rejects.toThrow('has no field "Nothing"');
  });

  it('writes mentions as references, and reads them as names', async () => {
    await using slack = await openSlack();
    const ben = slack.person('Ben');
    const { messages } = await ben.say('architecture', '@Alice <b> & @architects in #random');
    const [message] = messages;
    expect(message?.text).toMatch(/^<@U\w+> &lt;b&gt; &amp; <!subteam\^S\w+> in <#C\w+\|random>$/);
    expect(message && ben.plainText(message)).toBe('@Alice <b> & @architects in #random');
  });
});

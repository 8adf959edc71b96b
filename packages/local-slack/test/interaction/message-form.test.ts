import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { listenAsApp, openSlack } from '../stage.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const form = (id = 'why', element: object = {}): KnownBlock[] => [
  {
    type: 'input',
    block_id: id,
    label: plain('Reason'),
    element: { type: 'plain_text_input', action_id: 'text', ...element },
  },
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'static_select', action_id: 'pick', options: [{ text: plain('Go'), value: 'go' }] },
      { type: 'button', action_id: 'send', text: plain('Send') },
    ],
  },
];

describe('the fields of a message', () => {
  it('keep what each person enters, and send it with a button', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const channel = slack.channel('architecture').id;
    const blocks = form('why', { initial_value: 'Because' });
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'Card', blocks });
    const [ben, chloe] = [slack.person('Ben'), slack.person('Chloe')];
    await ben.fillIn({ channel, ts }, 'Reason', 'One binary');
    await slack.settled();
    expect(app.received.map(({ payload }) => payload.type)).toEqual(['event_callback']);
    await ben.fillIn({ channel, ts }, 'pick', 'Go');
    await ben.click({ channel, ts }, 'Send');
    await chloe.click({ channel, ts }, 'Send');
    const acts = app.received.filter(({ payload }) => payload.type === 'block_actions');
    const values = acts.map(({ payload }) => Object(payload.state).values);
    expect(values).toMatchObject([
      { why: { text: { value: 'One binary' } }, row: { pick: { selected_option: { value: 'go' } } } },
      { why: { text: { value: 'One binary' } }, row: { pick: { selected_option: { value: 'go' } } } },
      { why: { text: { value: 'Because' } }, row: { pick: { selected_option: null } } },
    ]);
    await expect(ben.fillIn({ channel, ts }, 'Cause', 'x')).rejects.toThrow('The message has no field "Cause".');
  });

  it('keep it when the message is updated and the ids stay, and send it at once if the app asks for that', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const channel = slack.channel('architecture').id;
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'Card', blocks: form() });
    const ben = slack.person('Ben');
    await ben.fillIn({ channel, ts }, 'Reason', 'Kept');
    const sent = async () => {
      await ben.click({ channel, ts }, 'Send');
      return Object(app.received.at(-1)?.payload.state).values;
    };
    await slack.client.chat.update({ channel, ts, text: 'Card', blocks: [{ type: 'divider' }, ...form()] });
    expect(await sent()).toMatchObject({ why: { text: { value: 'Kept' } } });
    await slack.client.chat.update({ channel, ts, text: 'Card', blocks: form('other') });
    expect(await sent()).toMatchObject({ other: { text: { value: null } } });
    const [input, ...rest] = form('now');
    const blocks = [{ ...input, dispatch_action: true } as KnownBlock, ...rest];
    await slack.client.chat.update({ channel, ts, text: 'Card', blocks });
    await ben.fillIn({ channel, ts }, 'Reason', 'At once');
    expect(app.received.at(-1)?.payload).toMatchObject({
      container: { type: 'message', message_ts: ts },
      actions: [{ type: 'plain_text_input', block_id: 'now', value: 'At once' }],
    });
  });
});

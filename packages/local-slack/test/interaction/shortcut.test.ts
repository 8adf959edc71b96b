import { describe, expect, it } from 'vitest';
import { listenAsApp, manifest, openSlack, refusalOf, titleModal } from '../stage.ts';

const withShortcuts = (shortcuts: readonly object[], more: object = {}) => ({
  ...manifest,
  ...more,
  features: { ...manifest.features, shortcuts },
});
const shortcut = (callback_id: string, more: object = {}) => ({
  name: 'Try',
  type: 'message',
  callback_id,
  description: 'Tries',
  ...more,
});

describe('a shortcut', () => {
  it('brings the message, its channel, a trigger and a response_url', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const [message] = (await ben.say('random', 'Look')).messages;
    if (message === undefined) throw new Error('Ben said nothing.');
    await ben.shortcut('on_this', message);
    const payload = app.received[0]?.payload ?? {};
    expect(Object.keys(payload).sort()).toEqual(
      (
        'action_ts api_app_id callback_id channel enterprise is_enterprise_install message message_ts response_url ' +
        'team token trigger_id type user'
      ).split(' '),
    );
    expect(payload).toMatchObject({
      type: 'message_action',
      callback_id: 'on_this',
      channel: { id: message.channel, name: 'random' },
      message_ts: message.ts,
      message: { type: 'message', user: ben.id, text: 'Look', ts: message.ts },
      user: { id: ben.id },
    });
    const answer = { text: 'Only for you', response_type: 'ephemeral' };
    const body = JSON.stringify(answer);
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(String(payload.response_url), { method: 'POST', headers, body })).status).toBe(200);
    expect(ben.sees('random').at(-1)).toMatchObject({ text: 'Only for you', isEphemeral: true });
  });

  it('works on a reply, on a message of the app, and where the app is not a member', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const [alice, ben] = [slack.person('Alice'), slack.person('Ben')];
    slack.admin.createChannel('#secrets', { isPrivate: true, members: ['Alice'] });
    const channel = slack.channel('architecture').id;
    const card = await slack.client.chat.postMessage({ channel, text: 'A card' });
    const parent = { channel, ts: card.ts ?? '' };
    await ben.reply(parent, 'In the thread');
    const [, reply] = ben.thread(parent);
    const [secret] = (await alice.say('secrets', 'Psst')).messages;
    const [direct] = (await alice.say('@Ben', 'Between us')).messages;
    slack.admin.postAsOtherApp('architecture', 'Build', 'Build 7 failed');
    const build = ben.sees('architecture').at(-1);
    for (const [person, message] of [
      [ben, parent],
      [ben, reply],
      [alice, secret],
      [ben, direct],
      [ben, build],
    ] as const) {
      if (message !== undefined) await person.shortcut('Try on this', message);
    }
    expect(app.received.map(({ payload }) => payload).filter(({ type }) => type === 'message_action')).toMatchObject([
      { channel: { name: 'architecture' }, message: { text: 'A card', bot_id: expect.any(String), reply_count: 1 } },
      { message: { text: 'In the thread', thread_ts: parent.ts, parent_user_id: slack.botUserId } },
      { channel: { name: 'privategroup' }, message: { text: 'Psst' } },
      { channel: { name: 'directmessage' }, message: { text: 'Between us' } },
      { message: { subtype: 'bot_message', username: 'Build', text: 'Build 7 failed' } },
    ]);
  });

  it('has a message as its author left it', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const [first] = (await ben.say('architecture', 'We run it alredy.')).messages.slice(-1);
    if (first === undefined) throw new Error('There is no message.');
    await ben.edit(first, 'We run it already.');
    await expect(slack.person('Alice').edit(first, 'We never ran it.')).rejects.toThrow('only their own');
    await ben.shortcut('on_this', first);
    expect(app.received.map(({ payload }) => payload).find(({ type }) => type === 'message_action')).toMatchObject({
      message: { ts: first.ts, text: 'We run it already.', edited: { user: ben.id, ts: expect.any(String) } },
    });
  });

  it('is only where the person has it', async () => {
    await using slack = await openSlack();
    const ben = slack.person('Ben');
    const [message] = (await ben.say('random', 'Look')).messages;
    if (message === undefined) throw new Error('Ben said nothing.');
    await expect(ben.shortcut('anywhere', message)).rejects.toThrow('no message shortcut "anywhere"');
    await expect(ben.shortcut('on_this')).rejects.toThrow('no global shortcut "on_this"');
    await expect(slack.person('Gus').shortcut('on_this', message)).rejects.toThrow('Gus sees no conversation');
    await ben.command('#architecture', '/unknown');
    const { ts = '' } = await slack.client.chat
      .postEphemeral({
        channel: slack.channel('architecture').id,
        user: ben.id,
        text: 'For you',
      })
      .then(({ message_ts }) => ({ ts: message_ts }));
    const ephemeral = { channel: slack.channel('architecture').id, ts };
    await expect(ben.shortcut('on_this', ephemeral)).rejects.toThrow('has no reactions, replies or shortcuts');
  });

  it('opens a modal within three seconds, with the conversation it was used in', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const select = { type: 'conversations_select', action_id: 'where', default_to_current_conversation: true };
    const block = { type: 'input', block_id: 'to', label: { type: 'plain_text', text: 'To' }, element: select };
    const view = titleModal('Try', { blocks: [block] });
    const triggerId = () => String(app.received.at(-1)?.payload.trigger_id);
    const chosen = () => ben.modal()?.state.to?.where?.selected_conversation;
    await ben.shortcut('Try anywhere', '#architecture');
    expect(Object.keys(app.received.at(-1)?.payload ?? {}).sort()).toEqual(
      'action_ts api_app_id callback_id enterprise is_enterprise_install team token trigger_id type user'.split(' '),
    );
    await slack.client.views.open({ trigger_id: triggerId(), view });
    expect(chosen()).toBe(slack.channel('architecture').id);
    await ben.closeModal();
    await ben.shortcut('Try anywhere');
    await slack.client.views.open({ trigger_id: triggerId(), view });
    expect(chosen()).toBeNull();
    await ben.shortcut('Try anywhere');
    slack.clock.advance(3001);
    expect(await refusalOf(slack.client.views.open({ trigger_id: triggerId(), view }))).toBe('expired_trigger_id');
  });

  it('fails with a notice if the app doesn’t acknowledge it within three seconds', async () => {
    await using app = await listenAsApp(() => 'never');
    await using slack = await openSlack({ requestUrl: app.url });
    const ben = slack.person('Ben');
    const used = ben.shortcut('anywhere');
    await app.arrived(1);
    slack.clock.advance(3000);
    expect((await used).notices).toMatchObject([
      { code: 'operation_timeout', text: 'Try anywhere failed with the error "operation_timeout"' },
    ]);
    app.reply = () => ({ status: 404 });
    expect((await ben.shortcut('anywhere')).notices.at(-1)).toMatchObject({ code: 'dispatch_failed' });
  });
});

describe('the shortcuts in a manifest', () => {
  const { oauth_config, settings } = manifest;
  const scopes = { bot: oauth_config.scopes.bot.filter((scope) => scope !== 'commands') };
  const noCommands = { ...manifest.features, slash_commands: [] };
  it.each([
    ['eleven', withShortcuts(Array.from({ length: 11 }, (_, index) => shortcut(`s${index}`))), 'Slack allows 10.'],
    ['of another type', withShortcuts([shortcut('a', { type: 'channel' })]), 'the type "global" or "message"'],
    ['with a long name', withShortcuts([shortcut('a', { name: 'x'.repeat(25) })]), 'a name of 1 to 24 characters'],
    ['without callback_id', withShortcuts([shortcut('')]), 'a callback_id of 1 to 255 characters'],
    ['without description', withShortcuts([shortcut('a', { description: '' })]), 'a description of 1 to 150'],
    [
      'with the same callback_id',
      withShortcuts([shortcut('a'), shortcut('a')]),
      'two shortcuts with the callback_id "a"',
    ],
    [
      'without their scope',
      {
        ...withShortcuts([shortcut('a')]),
        features: { ...noCommands, shortcuts: [shortcut('a')] },
        oauth_config: { scopes },
      },
      'shortcuts, which need the scope "commands"',
    ],
    [
      'without interactivity',
      withShortcuts([shortcut('a')], { settings: { ...settings, interactivity: { is_enabled: false } } }),
      'which need settings.interactivity.is_enabled',
    ],
    ['next to commands without their scope', { ...manifest, oauth_config: { scopes } }, 'slash commands, which need'],
  ])('can’t be %s', async (_name, bad, words) => {
    await expect(openSlack({ manifest: bad })).rejects.toThrow(words);
  });
});

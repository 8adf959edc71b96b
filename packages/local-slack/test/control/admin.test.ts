import { describe, expect, it } from 'vitest';
import { listenAsApp, openSlack, refusalOf, titleModal } from '../stage.ts';

describe('joining and leaving', () => {
  it('is reported to an app in the channel', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    const emi = slack.person('Emi');
    expect((await emi.join('#architecture')).messages).toEqual([]);
    expect(app.received.at(-1)?.payload.event).toMatchObject({ type: 'member_joined_channel', user: emi.id });
    expect(slack.channel('architecture').members).toContain('Emi');
    await emi.leave('#architecture');
    expect(slack.channel('architecture').members).not.toContain('Emi');
    await expect(emi.leave('#architecture')).rejects.toThrow('Emi is not in #architecture');
  });

  it('is possible in public channels, for members of the workspace only', async () => {
    await using slack = await openSlack();
    await expect(slack.person('Emi').join('#security')).rejects.toThrow('sees no conversation');
    await expect(slack.person('Gus').join('#general')).rejects.toThrow('sees no conversation');
    slack.admin.changeRole('Gus', 'member');
    await slack.person('Gus').join('#general');
    expect(slack.channel('general').members).toContain('Gus');
  });
});

describe('a channel', () => {
  const conversations = { types: 'public_channel,private_channel' };

  it('keeps its id and its members when it becomes private or public', async () => {
    await using slack = await openSlack();
    const { id } = slack.channel('architecture');
    const emi = slack.person('Emi');
    await slack.person('Alice').say('#architecture', 'Hello');
    expect(emi.sees('#architecture')).toHaveLength(1);
    slack.admin.convertChannel('#architecture', 'private');
    expect(() => emi.sees('#architecture')).toThrow('sees no conversation');
    expect(slack.person('Ben').sees('#architecture')).toHaveLength(1);
    const info = () => slack.client.conversations.info({ channel: id });
    expect((await info()).channel).toMatchObject({ id, is_private: true, is_member: true });
    slack.admin.convertChannel('#architecture', 'public');
    expect((await info()).channel).toMatchObject({ id, is_private: false, is_member: true });
    expect(emi.sees('#architecture')).toHaveLength(1);
    expect(() => slack.admin.convertChannel('#general', 'private')).toThrow('#general can’t be made private.');
  });

  it('loses the bot when it is archived, and is visible to the app only if it is public', async () => {
    await using slack = await openSlack();
    const open = slack.channel('architecture').id;
    const secret = slack.channel('security').id;
    for (const name of ['#architecture', '#security']) slack.admin.archiveChannel(name);
    const { channels } = await slack.client.users.conversations(conversations);
    expect(channels?.map(({ name }) => name)).toEqual(['general']);
    const { channel } = await slack.client.conversations.info({ channel: open });
    expect(channel).toMatchObject({ is_archived: true, is_member: false });
    expect(await refusalOf(slack.client.conversations.info({ channel: secret }))).toBe('channel_not_found');
    expect(slack.channel('security').members).toContain('Alice');
  });

  it('is deleted with all its messages', async () => {
    await using slack = await openSlack();
    const { id } = slack.channel('architecture');
    await slack.person('Alice').say('#architecture', 'Hello');
    slack.admin.deleteChannel('#architecture');
    expect(await refusalOf(slack.client.conversations.info({ channel: id }))).toBe('channel_not_found');
    expect(() => slack.person('Alice').sees(id)).toThrow('sees no conversation');
  });
});

describe('somebody from another workspace', () => {
  it('is in the shared channel, and sees no other', async () => {
    await using slack = await openSlack();
    slack.admin.addStranger('Zoe', '#architecture');
    const zoe = slack.person('Zoe');
    const { user } = await slack.client.users.info({ user: zoe.id });
    expect(user).toMatchObject({ is_stranger: false, is_admin: false, is_restricted: false, deleted: false });
    expect(user?.team_id).not.toBe(slack.teamId);
    const info = await slack.client.conversations.info({ channel: slack.channel('architecture').id });
    expect(info.channel).toMatchObject({ is_ext_shared: true });
    const { members } = await slack.client.conversations.members({ channel: slack.channel('architecture').id });
    expect(members).toContain(zoe.id);
    await slack.person('Alice').say('general', 'Ours');
    expect(() => zoe.sees('general')).toThrow('Zoe sees no conversation "general"');
    expect(await refusalOf(slack.client.chat.postMessage({ channel: zoe.id, text: 'x' }))).toBe('channel_not_found');
    slack.admin.removeFromChannel('#architecture', 'Zoe');
    expect((await slack.client.users.info({ user: zoe.id })).user).toMatchObject({ is_stranger: true });
  });

  it('has none of the app’s commands, but reacts, presses buttons and fills in forms under their own workspace', async () => {
    await using app = await listenAsApp();
    await using slack = await openSlack({ requestUrl: app.url });
    slack.admin.addStranger('Zoe', '#architecture');
    await slack.settled();
    const zoe = slack.person('Zoe');
    const before = app.received.length;
    expect((await zoe.command('#architecture', '/try')).notices).toMatchObject([{ code: 'invalid_command' }]);
    await expect(zoe.shortcut('Try anywhere')).rejects.toThrow('does not have this app');
    expect(app.received).toHaveLength(before);

    const channel = slack.channel('architecture').id;
    const button = { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } };
    const blocks = [{ type: 'actions' as const, elements: [button] }];
    const { ts = '' } = await slack.client.chat.postMessage({ channel, text: 'Card', blocks });
    await zoe.react({ channel, ts }, 'one');
    expect(app.received.at(-1)?.payload).toMatchObject({
      team_id: slack.teamId,
      is_ext_shared_channel: true,
      event: { user: zoe.id },
    });
    await zoe.click({ channel, ts }, 'Go');
    const { payload } = app.received.at(-1) ?? {};
    const elsewhere = expect.not.stringMatching(slack.teamId);
    expect(payload).toMatchObject({ team: { id: slack.teamId }, user: { id: zoe.id, team_id: elsewhere } });
    await slack.client.views.open({ trigger_id: String(payload?.trigger_id), view: titleModal() });
    await zoe.fill('Title', 'Words');
    await zoe.submit();
    expect(app.received.at(-1)?.payload).toMatchObject({
      team: { id: elsewhere },
      user: { team_id: elsewhere },
      view: { team_id: slack.teamId, app_installed_team_id: slack.teamId },
    });
  });
});

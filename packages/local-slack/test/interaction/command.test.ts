import { expect, it } from 'vitest';
import { listenAsApp, manifest, openSlack } from '../stage.ts';

it('delivers a text with all its line breaks', async () => {
  await using app = await listenAsApp();
  await using slack = await openSlack({ requestUrl: app.url });
  const text = 'propose # Title\n\n## Context\n\n- one\n  - two\n\n```\na  b\n```';
  await slack.person('Ben').command('#architecture', `/try ${text}`);
  expect(app.received.at(-1)?.payload).toMatchObject({ command: '/try', text });
  await slack.person('Ben').command('#architecture', '/try\n# Title\n\nwords\n');
  expect(app.received.at(-1)?.payload).toMatchObject({ command: '/try', text: '# Title\n\nwords' });
});

it('delivers mentions as typed, or as references if the manifest asks for them', async () => {
  const [command] = manifest.features.slash_commands;
  const commands = [command, { ...command, command: '/refer', should_escape: true }];
  const features = { ...manifest.features, slash_commands: commands };
  await using app = await listenAsApp();
  await using slack = await openSlack({ requestUrl: app.url, manifest: { ...manifest, features } });
  const ben = slack.person('Ben');
  await ben.command('#architecture', '/try @platform & @Alice');
  expect(app.received.at(-1)?.payload.text).toBe('@platform & @Alice');
  await ben.command('#architecture', '/refer @platform & @Alice');
  expect(app.received.at(-1)?.payload.text).toMatch(/^<!subteam\^S\w+> &amp; <@U\w+>$/);
});

it('refuses a command of the app in a thread, as Slack does, and posts nothing', async () => {
  await using app = await listenAsApp();
  await using slack = await openSlack({ requestUrl: app.url });
  const ben = slack.person('Ben');
  await ben.say('#architecture', 'Which queue?');
  const [message] = ben.sees('#architecture').slice(-1);
  if (message === undefined) throw new Error('Nobody said anything.');
  await ben.reply(message, '/try propose');
  expect(ben.notices().at(-1)).toMatchObject({ text: '/try is not supported in threads. Sorry!' });
  await ben.reply(message, '/shrug Kafka');
  expect(ben.thread(message).map((reply) => ben.plainText(reply))).toEqual(['Which queue?', '/shrug Kafka']);
  expect(app.received.filter(({ payload }) => payload.command !== undefined)).toEqual([]);
});

it('knows which scopes and methods the app has made use of', async () => {
  await using app = await listenAsApp();
  await using slack = await openSlack({ requestUrl: app.url });
  expect([...slack.use.scopes]).toEqual([]);
  await slack.person('Ben').command('#architecture', '/try');
  await slack.client.conversations.info({ channel: slack.channel('#architecture').id });
  await slack.client.conversations.info({ channel: 'C0' }).catch(() => undefined);
  await slack.client.usergroups.list();
  expect([...slack.use.scopes].toSorted()).toEqual(['channels:read', 'commands', 'usergroups:read']);
  expect([...slack.use.methods].toSorted()).toEqual(['conversations.info', 'usergroups.list']);
});

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

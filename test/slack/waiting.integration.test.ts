import { expect, it } from 'vitest';
import { setStage } from '../support/gavel.ts';
import { architecture, ask, cardWithEmoji, propose } from '../support/scene.ts';

const security = '#security';

it('/adr waiting lists votes that are missing, the earliest deadline first, until they are cast', async () => {
  await using stage = await setStage({ mode: 'http' });
  stage.slack.clock.set(new Date('2030-01-07T10:00:00Z'));
  const [ben, alice] = [stage.slack.person('Ben'), stage.slack.person('Alice')];
  expect(await ask(stage, ben, '/adr waiting')).toBe('Nothing waits for you. Have a good day!');
  await propose(stage, { title: 'Choose a queue', deadline: '2030-01-14T10:00:00Z' });
  await propose(stage, { title: 'Choose a language', deadline: '2030-01-10T10:00:00Z' });
  await propose(stage, { title: 'Choose a logo', deciders: ['Chloe'], deadline: '2030-01-09T10:00:00Z' });
  await propose(stage, { title: 'Choose a name', isDiscussedFirst: true });
  const waits = await ask(stage, ben, '/adr waiting');
  expect(waits).toMatch(/^\*Votes that wait for you\*\n.*Choose a language.*\n.*Choose a queue/);
  expect(waits).not.toMatch(/logo|name|proposals/);
  expect(await ask(stage, alice, '/adr waiting')).toMatch(/\*Your proposals\*\n.*under discussion.*Choose a name/);

  await ben.react(await cardWithEmoji(stage, 'Choose a language'), 'one');
  await stage.slack.settled();
  expect(await ask(stage, ben, '/adr waiting')).not.toContain('Choose a language');
});

it('/adr waiting names what a private channel decides only there, and lists it only for its people', async () => {
  await using stage = await setStage({ mode: 'http' });
  const title = 'Which key store?';
  await propose(stage, { title, channel: security, deciders: ['Ben', 'Dev'] });
  const [ben, dev] = [stage.slack.person('Ben'), stage.slack.person('Dev')];
  expect(await ask(stage, dev, '/adr waiting', security)).toContain(title);
  const elsewhere = await ask(stage, dev, '/adr waiting', architecture);
  expect(elsewhere).toContain('a decision in a private channel');
  expect(elsewhere).not.toContain(title);
  expect(await ask(stage, ben, '/adr waiting')).toBe('Nothing waits for you. Have a good day!');
});

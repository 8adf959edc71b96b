import { expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import {
  architecture,
  ask,
  cardSays,
  cardWithEmoji,
  look,
  openFromCard,
  overAWeek,
  propose,
} from '../../support/scene.ts';

const security = '#security';

it('/adr waiting lists missing votes, earliest deadline first, until they are cast', async () => {
  await using stage = await setStage({ mode: 'http' });
  stage.slack.clock.set(new Date('2030-01-07T10:00:00Z'));
  const [ben, alice] = [stage.slack.person('Ben'), stage.slack.person('Alice')];
  expect(await ask(stage, ben, '/adr waiting')).toBe('Nothing waits for you. Have a good day!');
  await propose(stage, { title: 'Choose a queue', deadline: '2030-01-14T10:00:00Z' });
  await propose(stage, { title: 'Choose a language', deadline: '2030-01-10T10:00:00Z' });
  await propose(stage, { title: 'Choose a logo', deciders: ['Chloe'], deadline: '2030-01-09T10:00:00Z' });
  await propose(stage, { title: 'Choose a name', isDiscussedFirst: true });
  const waits = await ask(stage, ben, '/adr waiting');
  expect(waits).toMatch(/^Votes that wait for you\n.*Choose a language.*\n.*Choose a queue/);
  expect(waits).not.toMatch(/logo|name|proposals/);
  expect(await ask(stage, alice, '/adr waiting')).toMatch(/Your proposals\n.*under discussion.*Choose a name/);

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

it('/adr waiting and /adr history say, as the card of a closed vote does, that an objection stands', async () => {
  await using stage = await setStage({ mode: 'http' });
  stage.slack.clock.set(new Date('2030-01-07T10:00:00Z'));
  const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
  const title = 'Choose a cloud';
  await propose(stage, { title, deciders: ['Ben', 'Chloe'], rule: 'Unanimous', deadline: '2030-01-10T10:00:00Z' });
  const card = await cardWithEmoji(stage, title);
  for (const person of [ben, stage.slack.person('Chloe')]) await person.react(card, 'one');
  await openFromCard(stage, ben, card, ['Object', 'Object']);
  await ben.fill('Because', 'It is in one country.');
  await ben.submit();
  await stage.advance(overAWeek);
  const blocked = 'voting has closed, and an objection stands';
  await cardSays(stage, title, `Proposed · ${blocked}`);
  expect(await ask(stage, alice, '/adr waiting')).toMatch(new RegExp(`${blocked}: .*Choose a cloud`));
  expect(await look(stage, alice, `/adr history ${title}`)).toContain(
    'Gavel closed voting, and an objection stands: 2 of 2 deciders voted',
  );

  await openFromCard(stage, ben, card, ['Resolve objection', 'Resolve']);
  await ben.fill('What has changed', 'There are two by now.');
  await ben.submit();
  const free = 'voting has closed, and no outcome is recorded yet';
  await cardSays(stage, title, `Proposed · ${free}`);
  expect(await ask(stage, alice, '/adr waiting')).toMatch(new RegExp(`${free}: .*Choose a cloud`));
});

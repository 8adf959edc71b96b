import { expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import {
  ask,
  cardSays,
  cardWithEmoji,
  look,
  modalSays,
  modalWith,
  openFromCard,
  press,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

it('/adr nudges says whether somebody gets messages, and lets them choose', async () => {
  await using stage = await setStage({ mode: 'http' });
  const [ben, chloe] = [stage.slack.person('Ben'), stage.slack.person('Chloe')];
  expect(await ask(stage, ben, '/adr nudges')).toContain('halfway through and a day before the end');
  expect(await ask(stage, ben, '/adr nudges OFF')).toContain('I don’t message you');
  await stage.restart();
  expect(await ask(stage, ben, '/adr nudges')).toContain('I don’t message you');
  expect(await ask(stage, chloe, '/adr nudges')).toContain('I message you');
  expect(await ask(stage, ben, '/adr nudges <maybe>')).toBe(
    'I don’t know “<maybe>”. Type it like this: /adr nudges on|off',
  );
  expect(await ask(stage, ben, '/adr nudges on')).toContain('halfway through and a day before the end');
});

it('who is away is on the card, and a proposal that stalls is asked about, with buttons that do it', async () => {
  await using stage = await setStage({ mode: 'http' });
  const { slack } = stage;
  slack.clock.set(new Date('2030-01-07T10:00:00Z'));
  const [alice, ben, chloe] = [slack.person('Alice'), slack.person('Ben'), slack.person('Chloe')];
  const title = 'Which key store?';
  const deciders = ['Alice', 'Ben', 'Chloe'];
  await propose(stage, { title, deciders, rule: 'Unanimous', deadline: '2030-01-30T10:00:00Z' });
  const card = await cardWithEmoji(stage, title);
  await ask(stage, chloe, '/adr away until 2030-01-20');
  await cardSays(stage, title, '1 of 3 is away: Chloe (away until Sunday, January 20)');

  await press(ben, card, 'Who is away');
  expect(await modalSays(stage, ben, 'Only the proposer')).toContain('can take people out who are away');
  await openFromCard(stage, alice, standingCard(stage, title), ['Who is away', 'Save']);
  await alice.fill('Taken out of the count', ['Chloe (away until Sunday, January 20)']);
  await alice.submit();
  const said = await cardSays(stage, title, 'Taken out of the count: Chloe (away until Sunday, January 20)');
  expect(said).toContain('0 of 2 have voted');
  expect(threadOf(stage, card)).toContain(
    'Alice took Chloe out of the count because they are away. The quorum is figured without them, and if they vote, it counts.',
  );
  // The form shows who is out, and whoever is left out of it is back.
  await openFromCard(stage, alice, standingCard(stage, title), ['Who is away', 'Save']);
  await alice.fill('Taken out of the count', []);
  await alice.submit();
  await cardSays(stage, title, '1 of 3 is away');
  expect(await look(stage, ben, `/adr history ${title}`)).toContain('put 1 person back into the count');
  await ask(stage, chloe, '/adr back');
  await expect.poll(async () => alice.plainText(standingCard(stage, title))).not.toContain('away');

  await propose(stage, { title: 'Which queue?', isDiscussedFirst: true, deadline: '2030-03-30T10:00:00Z' });
  await stage.advance(14 * 24 * 60 * 60 * 1_000);
  const question = await slack.until(
    () => alice.sees('@Gavel').find((message) => alice.plainText(message).startsWith('Nothing new since')),
    'the question',
  );
  expect(alice.plainText(question)).toContain('Which queue?');
  expect(await ask(stage, alice, '/adr waiting')).toMatch(/Which queue\?.*nothing new since/);
  await alice.click(question, 'Leave it two more weeks');
  await slack.until(
    () => alice.sees('@Gavel').some((message) => alice.plainText(message).startsWith('It stays as it is.')),
    'the answer',
  );
  expect(await ask(stage, alice, '/adr waiting')).not.toContain('nothing new since');
  await alice.click(question, 'Open voting');
  await modalWith(stage, alice, 'Open voting');
});

import { expect, it } from 'vitest';
import { de } from '../../src/words/de/de.ts';
import { en } from '../../src/words/en/en.ts';
import { setStage } from '../support/gavel.ts';
import { ask, modalSays, propose, standingCard } from '../support/scene.ts';

const hour = 60 * 60 * 1_000;

it('speaks to each person in the language of their Slack, and to the channel in its own', async () => {
  await using stage = await setStage({ rateLimits: false });
  const { slack } = stage;
  const [ben, chloe] = [slack.person('Ben'), slack.person('Chloe')];
  slack.admin.changeLocale('Ben', 'de-AT');
  slack.admin.changeLocale('Chloe', 'fr-FR');
  const card = await propose(stage, { title: 'Which queue?', deciders: ['Ben', 'Chloe'] });

  // One button opens each person's modal in their own language. Gavel doesn't know French.
  await ben.click(card, en.card.buttons.readMore);
  await modalSays(stage, ben, de.forms.close);
  await chloe.click(card, en.card.buttons.readMore);
  await modalSays(stage, chloe, en.forms.close);

  // Both are named, so each is told of the vote, and reminded of it as long as they have not voted. Nobody is woken up.
  const lastOf = (person: typeof ben) =>
    person
      .sees('@Gavel')
      .map((message) => person.plainText(message))
      .at(-1) ?? '';
  await slack.until(() => lastOf(chloe).includes('asks you to'), 'a message to Chloe, for whom it is day');
  await stage.advance(12 * hour);
  await slack.until(() => lastOf(ben).includes('bittet dich um deine Stimme'), 'a message to Ben, in his morning');
  await stage.advance(5 * 24 * hour);
  await stage.advance(20 * hour);
  const isReminded = () => lastOf(ben).includes('Deine Stimme fehlt') && lastOf(chloe).includes('Your vote is missing');
  await slack.until(isReminded, 'a reminder to each, in their language');
  expect(slack.person('Alice').plainText(standingCard(stage, 'Which queue?'))).toContain('have voted');

  // When somebody changes their Slack's language, Gavel follows a little later, without waiting for it.
  slack.admin.changeLocale('Chloe', 'de-DE');
  const answerLater = async () => {
    await stage.advance(hour);
    return ask(stage, chloe, '/adr nudges');
  };
  await expect.poll(answerLater, { timeout: 30_000 }).toContain('schreibe ich dir');
});

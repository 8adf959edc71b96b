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

  // Both are named and have not voted: each gets a message, and the thread gets none.
  await stage.advance(6 * 24 * hour);
  // Nobody is woken up: in New York it is early in the morning.
  await stage.advance(8 * hour);
  const lastOf = (person: typeof ben) =>
    person
      .sees('@Gavel')
      .map((message) => person.plainText(message))
      .at(-1) ?? '';
  await slack.until(() => lastOf(ben) !== '' && lastOf(chloe) !== '', 'a direct message to each');
  expect(lastOf(ben)).toContain('Deine Stimme');
  expect(lastOf(chloe)).toContain('Your vote');
  expect(slack.person('Alice').plainText(standingCard(stage, 'Which queue?'))).toContain('have voted');

  // When somebody changes their Slack's language, Gavel follows a little later, without waiting for it.
  slack.admin.changeLocale('Chloe', 'de-DE');
  await stage.advance(hour);
  await expect.poll(() => ask(stage, chloe, '/adr nudges'), { timeout: 30_000 }).toContain('schreibe ich dir');
});

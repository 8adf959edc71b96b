import { expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import { cardSays, cardWithEmoji, modalSays, press, propose } from '../../support/scene.ts';

it('“Read more” names who voted for what, who abstained and who has not voted', async () => {
  await using stage = await setStage({ mode: 'http' });
  const title = 'Choose a language';
  const [ben, chloe, dev] = [stage.slack.person('Ben'), stage.slack.person('Chloe'), stage.slack.person('Dev')];
  await propose(stage, { title, rule: 'Majority' });
  const card = await cardWithEmoji(stage, title, 3);
  await ben.react(card, 'one');
  await chloe.react(card, 'white_circle');
  await cardSays(stage, title, '2 of 4 have voted');
  await press(dev, card, 'Read more');
  const said = await modalSays(stage, dev, 'Abstained: Chloe.');
  expect(said).toContain('Votes: Ben');
  expect(said).toContain('Not voted yet: Alice and Dev.');
});

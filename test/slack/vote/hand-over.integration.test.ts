import { expect, it, vi } from 'vitest';
import { addFiles } from '../../support/archive.ts';
import { setStage } from '../../support/gavel.ts';
import { readRecord } from '../../support/record.ts';
import {
  ask,
  cardSays,
  cardWithEmoji,
  look,
  modalSays,
  openFromCard,
  overAWeek,
  press,
  propose,
  standingCard,
} from '../../support/scene.ts';

it('somebody who goes away hands their vote over, and everybody reads it, on the card and in the record', async () => {
  await using stage = await setStage({ mode: 'http' });
  const { slack } = stage;
  // By day, wherever they are.
  slack.clock.set(new Date('2026-03-02T16:00:00Z'));
  const [alice, ben, chloe, dev] = [
    slack.person('Alice'),
    slack.person('Ben'),
    slack.person('Chloe'),
    slack.person('Dev'),
  ];
  await addFiles(stage, { '.gavel.yml': 'rules:\n  Open hands: { preset: majority, handover: true }\n' });
  await ask(stage, alice, '/adr import');
  await vi.waitUntil(
    async () => (await stage.query("select from archive where settings like '%Open hands%'")).length === 1,
    20_000,
  );
  const title = 'Which queue?';
  await propose(stage, { title, rule: 'Open hands' });
  await propose(stage, { title: 'By another rule' });
  const card = await cardWithEmoji(stage, title);

  const away = await ask(stage, chloe, '/adr away until tomorrow');
  expect(away).toContain(
    'Somebody else can vote for you meanwhile: choose “Hand over my vote” in the menu of the card.',
  );
  expect(away).toContain('Which queue?');
  expect(away).not.toContain('By another rule');

  await chloe.openHome();
  const homeSays = (words: string, isSaid: boolean) =>
    slack.until(
      () => {
        const home = chloe.home();
        return home && chloe.plainText(home).includes(words) === isSaid;
      },
      `Chloe’s Home ${isSaid ? 'with' : 'without'} “${words}”`,
    );
  await homeSays('Here that is possible: Which queue?', true);

  const saidTo = (who: typeof ben, words: string) =>
    who.sees('@Gavel').find((message) => who.plainText(message).includes(words));
  const choose = ['Hand over my vote', 'Hand over'] as const;
  const handToBen = async (who: typeof ben) => {
    await openFromCard(stage, who, standingCard(stage, title), choose);
    await who.fill('Who votes for you', 'Ben');
    await who.submit();
  };
  await handToBen(chloe);
  await homeSays('Somebody else can vote for you meanwhile', false);
  const said = await cardSays(stage, title, 'Ben also votes on behalf of Chloe');
  expect(said).toMatch(/waiting for (?!.*Chloe)/);
  const letter = await slack.until(
    () => ben.sees('@Gavel').find((message) => ben.plainText(message).includes('has handed you their vote')),
    'the message to Ben',
  );
  expect(ben.plainText(letter)).toContain('Chloe has handed you their vote: Which queue?');

  // Whoever has voted does so themselves, and so do others by other rules.
  await alice.react(card, 'one');
  await cardSays(stage, title, '1 of 4 have voted');
  await press(alice, card, 'Hand over my vote');
  await modalSays(stage, alice, 'You have voted, and your own vote counts.');
  await handToBen(dev);
  await cardSays(stage, title, 'Ben also votes on behalf of Chloe and Dev');
  await openFromCard(stage, dev, standingCard(stage, title), ['Hand over my vote', 'Take my vote back']);
  expect(await modalSays(stage, dev, 'You have handed your vote to Ben')).toContain('only your own vote counts');
  await dev.submit();
  await cardSays(stage, title, 'Ben also votes on behalf of Chloe\n');

  await ben.react(card, 'two');
  await cardSays(stage, title, '3 of 4 have voted');

  // Ben would rather not vote for Dev, whichever way he is asked.
  await handToBen(dev);
  await cardSays(stage, title, '4 of 4 have voted');
  const asked = await slack.until(() => saidTo(ben, 'Dev has handed you their vote'), 'the message to Ben');
  await ben.click(asked, 'Give it back');
  await cardSays(stage, title, '3 of 4 have voted');
  await slack.until(() => saidTo(ben, 'Dev has their own vote again'), 'the answer to Ben');
  await ben.click(asked, 'Give it back');
  await slack.until(() => saidTo(ben, 'You don’t have this vote anymore'), 'the answer to Ben');
  await handToBen(dev);
  await cardSays(stage, title, '4 of 4 have voted');
  await press(ben, standingCard(stage, title), 'Hand over my vote');
  await modalSays(stage, ben, 'You also vote on behalf of Dev');
  await ben.press('Give it back', 2);
  await modalSays(stage, ben, 'Dev has their own vote again');
  await ben.closeAllModals();
  await cardSays(stage, title, '3 of 4 have voted');

  const history = await look(stage, alice, `/adr history ${title}`);
  expect(history).toContain('Chloe handed their vote to Ben');
  expect(history).toContain('Ben gave Dev their vote back');
  expect(history).toContain('Dev took their vote back from Ben');
  await stage.advance(overAWeek);
  await cardSays(stage, title, 'Ben also voted on behalf of Chloe');
  const { text } = await readRecord(stage, title);
  expect(text).toContain('Votes handed over: Chloe → Ben');
  expect(text).toContain('Rust: 2 votes (Ben, Chloe)');
});

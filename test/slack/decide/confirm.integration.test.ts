import type { Person } from '@gavel/local-slack/person/person.ts';
import { expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  ask,
  cardSays,
  cardWithEmoji,
  lastPrivateAnswer,
  modalSays,
  openFromCard,
  press,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

const title = 'Keep the queue?';

async function setVote() {
  const stage = await setStage({ mode: 'http' });
  const [alice, ben, chloe] = ['Alice', 'Ben', 'Chloe'].map((name) => stage.slack.person(name));
  if (!alice || !ben || !chloe) throw new Error('The workspace lacks people.');
  await propose(stage, { title, options: ['Keep', 'Drop it'], deciders: ['Alice', 'Ben'], rule: 'Unanimous' });
  const card = await cardWithEmoji(stage, title);
  await ben.react(card, 'one');
  await cardSays(stage, title, '1 of 2 have voted');
  return { stage, alice, ben, chloe };
}

async function recordDrop(stage: Stage, person: Person): Promise<void> {
  await openFromCard(stage, person, standingCard(stage, title), ['Record outcome', 'Record']);
  await person.fill('Chosen option', 'Drop it');
  await modalSays(stage, person, 'a second person has to confirm this');
  await person.fill('Because', 'I said so.');
  await person.submit();
}

function threadSays(stage: Stage, words: string): Promise<string> {
  return stage.slack.until(
    () => threadOf(stage, standingCard(stage, title)).find((said) => said.includes(words)),
    `the thread to say “${words}”`,
  );
}

it('under Unanimous nobody decides alone: an outcome waits on the card and in the thread until another confirms it', async () => {
  const { stage, alice, ben, chloe } = await setVote();
  await using _ = stage;
  await recordDrop(stage, alice);
  const shown = await cardSays(stage, title, 'Waits for a second person: Alice recorded “Drop it”');
  expect(shown).toContain('I said so.');
  expect(shown).toContain('[Confirm] [Decline]');
  expect(await threadSays(stage, 'Waits for a second person')).toContain('I said so.');
  expect(await ask(stage, ben, '/adr waiting')).toContain('Outcomes that you can confirm');

  // Neither whoever recorded it nor somebody whom the rule doesn’t name is the second person.
  await press(alice, standingCard(stage, title), 'Confirm');
  await stage.slack.until(() => lastPrivateAnswer(alice).includes('You recorded this outcome'), 'Alice to be refused');
  await press(chloe, standingCard(stage, title), 'Confirm');
  await stage.slack.until(() => lastPrivateAnswer(chloe).includes('can confirm an outcome'), 'Chloe to be refused');

  await press(ben, standingCard(stage, title), 'Confirm');
  expect(await cardSays(stage, title, 'Accepted')).not.toContain('Confirm');
  expect(await threadSays(stage, 'Decided by Alice, confirmed by Ben,')).toContain('Drop it');
  // The question in the thread doesn’t ask anymore.
  await threadSays(stage, 'It no longer waits.');
});

it('an outcome that is declined is none, and the vote goes on', async () => {
  const { stage, alice, ben } = await setVote();
  await using _ = stage;
  await recordDrop(stage, alice);
  await cardSays(stage, title, 'Waits for a second person');
  await press(ben, standingCard(stage, title), 'Decline');
  await threadSays(stage, 'Ben declined the outcome that Alice recorded.');
  await stage.slack.until(() => {
    const card = standingCard(stage, title);
    return !alice.plainText(card).includes('Waits for a second person');
  }, 'the card to say that nothing waits');
  await cardSays(stage, title, 'voting is open');
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import { cardSays, cardWithEmoji, look, openFromCard, propose, standingCard, threadOf } from '../../support/scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
});
afterAll(() => stage[Symbol.asyncDispose]());

async function keepDiscussing(title: string, reason: string): Promise<void> {
  const alice = stage.slack.person('Alice');
  await openFromCard(stage, alice, standingCard(stage, title), ['Record outcome', 'Record']);
  await alice.fill('Outcome', 'Keep discussing');
  const asksWhy = () => JSON.stringify(alice.modal()?.blocks).includes('Please say why');
  await stage.slack.until(() => !asksWhy(), 'the form to want no reason');
  if (reason !== '') await alice.fill('Because', reason);
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
}

async function threadSays(title: string, words: string): Promise<void> {
  await stage.slack.until(
    () => threadOf(stage, standingCard(stage, title)).some((text) => text.includes(words)),
    `“${words}” in the thread`,
  );
}

it('“Keep discussing” closes the vote, tells why on the card, in the thread and in the history, and can be undone', async () => {
  const title = 'Keep talking';
  const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
  await propose(stage, { title });
  const first = await cardWithEmoji(stage, title);
  await ben.react(first, 'one');
  await cardSays(stage, title, '1 of 4');

  await keepDiscussing(title, 'A third option came up.');
  await cardSays(stage, title, 'Voting is closed, and Alice wants to go on discussing: A third option came up.');
  await threadSays(title, 'Alice ended the vote without an outcome, to go on discussing: A third option came up.');
  expect(await look(stage, alice, '/adr history keep talking')).toContain(
    'closed voting to go on discussing: A third option came up.',
  );
  await alice.closeAllModals();

  await openFromCard(stage, alice, standingCard(stage, title), ['Vote again', 'Vote again']);
  await alice.fill('Why', 'We have looked at the third.');
  await alice.submit();
  expect(await cardSays(stage, title, '0 of 4 have voted')).not.toContain('wants to go on discussing');
});

it('“Keep discussing” is all that is offered where the rule leaves every outcome to others, and says so', async () => {
  const title = 'Talk it over';
  await propose(stage, {
    title,
    by: 'Chloe',
    isDiscussedFirst: true,
    deciders: ['Ben'],
    rule: 'One decides, after advice',
  });
  const chloe = stage.slack.person('Chloe');
  await openFromCard(stage, chloe, standingCard(stage, title), ['Record outcome', 'Keep discussing']);
  const shown = JSON.stringify(chloe.modal()?.blocks);
  expect(shown).toContain('can decide in place of the vote, or before it has ended: please ask Ben.');
  expect(shown).toContain('What is still open');
  for (const text of ['Accept an option', 'Reject: none of them', 'Chosen option', 'Good consequences'])
    expect(shown).not.toContain(text);
  await chloe.fill('Because', 'We need the figures first.');
  await chloe.submit();
  await threadSays(title, 'Chloe wants to go on discussing: We need the figures first.');
});

it('“Keep discussing” is told where no vote is open, too', async () => {
  const title = 'Still talking';
  await propose(stage, { title, isDiscussedFirst: true });
  await keepDiscussing(title, '');
  await threadSays(title, 'Alice wants to go on discussing.');
  await cardSays(stage, title, 'Voting is not open yet');
});

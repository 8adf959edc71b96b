import { expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { itemsUnder, readRecord } from '../support/record.ts';
import {
  architecture,
  card,
  cardSays,
  cardWithEmoji,
  fillForm,
  openFreshForm,
  openFromCard,
  overAWeek,
  propose,
  threadOf,
} from '../support/scene.ts';

const title = 'Does the vote outlive its card?';

/** A vote that Alice and Ben have cast their ballots in. */
async function openVote(stage: Stage) {
  const [alice, ben, chloe] = [stage.slack.person('Alice'), stage.slack.person('Ben'), stage.slack.person('Chloe')];
  await propose(stage, { title });
  const first = await cardWithEmoji(stage, title);
  await alice.react(first, 'one');
  await ben.react(first, 'one');
  await cardSays(stage, title, '2 of 4 have voted');
  return { alice, ben, chloe, first };
}

it('posts the card again with its emoji; earlier ballots count, new ones too, and each can be withdrawn', async () => {
  await using stage = await setStage();
  const { alice, ben, chloe, first } = await openVote(stage);
  await openFromCard(stage, ben, first, ['Add pro / con', 'Add']);
  stage.slack.admin.deleteMessage(architecture, first.ts);
  expect(card(stage, title)).toBeUndefined();

  // The next change finds that the card is gone.
  await ben.fill('Option', 'Go');
  await ben.fill('Because', 'one binary');
  await ben.submit();
  await cardSays(stage, title, '2 of 4 have voted · waiting for Chloe and Dev · Go leads');
  const second = await cardWithEmoji(stage, title);
  expect(second.ts).not.toBe(first.ts);
  expect(second.reactions).toEqual([
    { name: 'one', users: ['Gavel'] },
    { name: 'two', users: ['Gavel'] },
  ]);

  // New votes on it count together with the earlier ones.
  await chloe.react(second, 'two');
  await cardSays(stage, title, '3 of 4 have voted');

  // Somebody who voted on the first card withdraws the vote on the second.
  await alice.react(second, 'one');
  await alice.unreact(second, 'one');
  await cardSays(stage, title, ':one:  Go\n█████░░░░░ 1');
  await cardSays(stage, title, 'Go and Rust are tied');
  await chloe.unreact(second, 'two');
  await cardSays(stage, title, '1 of 4 have voted · waiting for Alice, Chloe and Dev · Go leads');

  // Slack's own list knows only the second card; votes on the first still count at the end.
  await stage.advance(overAWeek);
  const record = await readRecord(stage, title);
  expect(itemsUnder(record, 'More Information')).toEqual(['Go: 1 vote (Ben)', 'Rust: no votes']);
  const history = await stage.query<{ kind: string }>('select kind from event order by id');
  expect(history.map(({ kind }) => kind)).toContain('card gone');
});

it('closes the vote with the ballots that it has when nobody noticed that the card was gone', async () => {
  await using stage = await setStage();
  const { first } = await openVote(stage);
  stage.slack.admin.deleteMessage(architecture, first.ts);
  await stage.advance(overAWeek);
  const record = await readRecord(stage, title);
  expect(itemsUnder(record, 'More Information')).toEqual(['Go: 2 votes (Alice, Ben)', 'Rust: no votes']);
  const second = await cardWithEmoji(stage, title, 0);
  await stage.slack.until(
    () => threadOf(stage, second).some((said) => said.includes('Accepted: Go')),
    'the announcement under the new card',
  );
});

it('looks for missing cards when it starts', async () => {
  await using stage = await setStage();
  const { first } = await openVote(stage);
  stage.slack.admin.deleteMessage(architecture, first.ts);
  await stage.restart();
  await cardSays(stage, title, '2 of 4 have voted');
  const second = await cardWithEmoji(stage, title);
  await stage.slack.person('Dev').react(second, 'two');
  await cardSays(stage, title, '3 of 4 have voted');
});

it('keeps reactions to other messages apart from those to the card that is gone', async () => {
  await using stage = await setStage();
  const { chloe, first } = await openVote(stage);
  stage.slack.admin.deleteMessage(architecture, first.ts);
  await chloe.say(architecture, 'Where has it gone?');
  const remark = stage.slack.person('Alice').sees(architecture).at(-1);
  if (remark) await chloe.react(remark, 'two');
  await stage.restart();
  await cardSays(stage, title, '2 of 4 have voted');
  expect(await stage.query('select is_cast from ballot where user_id = $1', [chloe.id])).toEqual([]);
});

it('lets another decision be proposed in the meantime', async () => {
  await using stage = await setStage();
  const { first } = await openVote(stage);
  stage.slack.admin.deleteMessage(architecture, first.ts);
  await openFreshForm(stage, 'Ben');
  const ben = await fillForm(stage, { title: 'Another one', by: 'Ben' });
  await ben.submit();
  await cardSays(stage, 'Another one', '0 of 4 have voted');
});

it('finds it even when nobody votes yet, and there is nothing left to press', async () => {
  await using stage = await setStage();
  await openFreshForm(stage, 'Ben');
  const ben = await fillForm(stage, { title: 'Still under discussion?', by: 'Ben' });
  await ben.fill('Voting', 'Discuss first, vote later');
  await ben.submit();
  await cardSays(stage, 'Still under discussion?', 'Voting is not open yet');
  const first = card(stage, 'Still under discussion?');
  if (first) stage.slack.admin.deleteMessage(architecture, first.ts);
  await stage.restart();
  await cardSays(stage, 'Still under discussion?', 'Voting is not open yet');
});

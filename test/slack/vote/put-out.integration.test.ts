import { expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import { itemsUnder, readRecord } from '../../support/record.ts';
import { cardSays, cardWithEmoji, overAWeek, propose, standingCard, threadOf } from '../../support/scene.ts';

it('a vote stands when the voter is removed from the channel, and the thread does not say that they left', async () => {
  await using stage = await setStage({ mode: 'http' });
  const title = 'Which one?';
  const [alice, ben, chloe] = ['Alice', 'Ben', 'Chloe'].map((name) => stage.slack.person(name));
  if (!alice || !ben || !chloe) throw new Error('The workspace lacks people.');
  await propose(stage, { title });
  const card = await cardWithEmoji(stage, title);
  await alice.react(card, 'one');
  for (const person of [ben, chloe]) await person.react(card, 'two');
  await cardSays(stage, title, '3 of 4 have voted');

  for (const name of ['Ben', 'Chloe', 'Dev']) stage.slack.admin.removeFromChannel('#architecture', name);
  await stage.advance(overAWeek);
  const closed = await cardSays(stage, title, 'Published as');
  expect(closed).toContain('Accepted: 3 of 3 deciders voted, Rust has 2 of 3, more than any other option.');
  const thread = threadOf(stage, standingCard(stage, title)).join('\n');
  expect(thread).toContain('Dev is no longer in the channel and is no longer counted among the deciders.');
  expect(thread).toContain('Ben and Chloe are no longer in the channel; their votes stand.');
  expect(thread).not.toContain('left');
  const record = await readRecord(stage, title);
  expect(record.text).toContain('Not counted, because they could no longer take part: Dev');
  expect(itemsUnder(record, 'More Information')).toContain('Rust: 2 votes (Ben, Chloe)');
});

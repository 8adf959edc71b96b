import type { Person } from '@gavel/local-slack/person/person.ts';
import { expect, it } from 'vitest';
import { presets } from '../../../src/decision/rule/preset.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import { readRecord } from '../../support/record.ts';
import {
  ask,
  cardSays,
  cardWithEmoji,
  errorUnder,
  look,
  modalSays,
  openFromCard,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

const title = 'Keep the old importer';

async function setPeople() {
  const stage = await setStage({ mode: 'http' });
  stage.slack.clock.set(new Date('2030-01-07T10:00:00Z'));
  const [alice, ben, chloe, dev] = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => stage.slack.person(name));
  if (!alice || !ben || !chloe || !dev) throw new Error('The workspace lacks people.');
  return { stage, alice, ben, chloe, dev };
}

async function threadSays(stage: Stage, words: string): Promise<string> {
  return stage.slack.until(
    () => threadOf(stage, standingCard(stage, title)).find((said) => said.includes(words)),
    `the thread to say “${words}”`,
  );
}

/** What Gavel wrote to somebody in a direct message. */
function lettersTo({ slack }: Stage, person: Person): string[] {
  const hasConversation = slack.wire
    .entries()
    .some(({ name, sent }) => name === 'chat.postMessage' && JSON.stringify(sent).includes(`"${person.id}"`));
  if (!hasConversation) return [];
  const letters = person.sees('@Gavel').filter(({ isEphemeral, from }) => !isEphemeral && from === 'Gavel');
  return letters.map((letter) => person.plainText(letter));
}

async function open(stage: Stage, person: Person): Promise<void> {
  await openFromCard(stage, person, standingCard(stage, title), ['Record outcome', 'Record']);
}

it('an outcome against the vote and an objection says so, and by whom, wherever it is told', async () => {
  const { stage, alice, ben, chloe, dev } = await setPeople();
  await using _ = stage;
  await propose(stage, {
    title,
    options: ['Keep it', 'Drop it'],
    deadline: '2030-01-14T10:00:00Z',
    isDiscussedFirst: true,
  });
  await stage.query('update decision set rule = $2::jsonb where title = $1', [
    title,
    JSON.stringify({ ...presets.unanimous.rule, needsSecond: false }),
  ]);
  await openFromCard(stage, alice, standingCard(stage, title), ['Open voting', 'Open voting']);
  await alice.submit();
  const card = await cardWithEmoji(stage, title);
  for (const person of [ben, chloe, dev]) await person.react(card, 'one');
  await alice.react(card, 'two');
  await openFromCard(stage, ben, standingCard(stage, title), ['Object', 'Object']);
  await ben.fill('Because', 'We lose the audit trail.');
  await ben.submit();
  await cardSays(stage, title, 'Ben objects');

  // Ben is told by name, in the thread and in a message of his own.
  await openFromCard(stage, alice, standingCard(stage, title), ['Resolve objection', 'Override']);
  await alice.fill('Because', 'Nobody reads it.');
  await alice.submit();
  await threadSays(stage, 'Alice overrode the objection of @Ben: Nobody reads it.');
  await stage.slack.until(
    () =>
      lettersTo(stage, ben).some((letter) => letter.includes(`overrode your objection to ${title}: Nobody reads it.`)),
    'a message to Ben',
  );

  // The form follows what is picked, and wants the reason where it goes against something.
  await open(stage, alice);
  await alice.fill('Chosen option', 'Drop it');
  const warned = await modalSays(stage, alice, 'This goes against the vote: Keep it 3, Drop it 1.');
  expect(warned).toContain('People can still vote.');
  expect(warned).toContain('Alice overrode the objection of Ben: Nobody reads it.');
  await alice.fill('Because', ' \u200b ');
  await alice.submit();
  expect(errorUnder(alice, 'Because')).toBe('Please say why, for people who read this in two years.');
  await alice.fill('Because', 'The importer is not maintained.');
  await alice.submit();

  const expected =
    'Decided by Alice against the vote (Keep it 3, Drop it 1), although no option had enough votes, before the deadline.';
  const overridden = 'Alice overrode the objection of Ben: Nobody reads it.';
  const shown = await cardSays(stage, title, expected);
  expect(shown).toContain(overridden);
  expect(await threadSays(stage, 'recorded the outcome')).toContain(`Accepted: Drop it.\n${expected}\n${overridden}`);
  const { text, frontMatter } = await readRecord(stage, title);
  expect(frontMatter).toMatchObject({ 'decision-makers': ['Alice'], consulted: ['Ben', 'Chloe', 'Dev'] });
  expect(text).toContain('Chosen option: "Drop it", because the importer is not maintained.');
  expect(text).toContain(`${expected} ${overridden}`);
  expect(text).toContain('Ben objected: We lose the audit trail. Overridden by Alice: Nobody reads it.');
  expect(text).not.toContain('stays open');
  expect(await stage.git('log', '-1', '--format=%b', 'main')).toContain(`${expected}\n${overridden}`);
  expect(await look(stage, dev, `/adr history ${title}`)).toContain(
    'accepted it against the vote (Keep it 3, Drop it 1)',
  );
  await dev.closeAllModals();
  const digest = await ask(stage, dev, '/adr digest');
  expect(digest).toContain('decided by Alice against the vote (Keep it 3, Drop it 1)');
  expect(digest).toContain('with the objection of Ben overridden by Alice');
});

it('an outcome before anybody voted names who recorded it, and nobody else', async () => {
  const { stage, ben } = await setPeople();
  await using _ = stage;
  await propose(stage, {
    title,
    deciders: ['Ben'],
    options: ['Keep it', 'Drop it'],
    deadline: '2030-01-14T10:00:00Z',
    isDiscussedFirst: true,
  });
  await open(stage, ben);
  await modalSays(stage, ben, 'Voting has not opened yet.');
  await ben.fill('Chosen option', 'Keep it');
  await ben.fill('Because', 'It works.');
  await ben.submit();
  await cardSays(stage, title, 'Decided by Ben before voting opened.');
  await threadSays(stage, 'Decided by Ben before voting opened.');
  const { text, frontMatter } = await readRecord(stage, title);
  expect(frontMatter).toMatchObject({ 'decision-makers': ['Ben'] });
  expect(text).toContain('Decided by Ben before voting opened.');
});

it('nobody records what goes against the vote without having read so, even if they submit at once', async () => {
  const { stage, alice, ben } = await setPeople();
  await using _ = stage;
  await propose(stage, { title, options: ['Keep it', 'Drop it'], deadline: '2030-01-14T10:00:00Z' });
  await ben.react(await cardWithEmoji(stage, title), 'one');
  await cardSays(stage, title, 'Keep it leads');
  await open(stage, alice);
  stage.slack.faults.failNext('views.update', { error: 'hash_conflict' });
  await alice.fill('Chosen option', 'Drop it');
  await alice.fill('Because', 'it is old');
  await alice.submit();
  await modalSays(stage, alice, 'This goes against the vote: Keep it 1, Drop it 0.');
  expect(await stage.query('select status from decision')).toEqual([{ status: 'proposed' }]);
  await alice.submit();
  await cardSays(stage, title, 'Decided by Alice against the vote');
});

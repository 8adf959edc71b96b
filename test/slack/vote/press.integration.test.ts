import type { Person } from '@gavel/local-slack/person/person.ts';
import { expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  cardSays,
  cardWithEmoji,
  lastPrivateAnswer,
  look,
  modalSays,
  overAWeek,
  press,
  propose,
  standingCard,
} from '../../support/scene.ts';

const title = 'Choose a queue';
const aMinute = 60_000;

function peopleOf(stage: Stage): [alice: Person, ben: Person, chloe: Person, gus: Person] {
  return [
    stage.slack.person('Alice'),
    stage.slack.person('Ben'),
    stage.slack.person('Chloe'),
    stage.slack.person('Gus'),
  ];
}

/** Somebody sets that cards in the channel get buttons to vote with. */
async function wantButtons(stage: Stage, person: Person): Promise<void> {
  await look(stage, person, '/adr settings');
  await person.fill('How people vote', 'With a reaction or a button on the card');
  await person.submit();
  expect(person.modal()).toBeUndefined();
}

/** Presses a button of the card a while after the last one, and waits for the private answer. */
async function vote(stage: Stage, person: Person, button: string): Promise<string> {
  stage.slack.clock.advance(aMinute);
  const count = () => person.sees('#architecture').filter(({ isEphemeral }) => isEphemeral).length;
  const before = count();
  await person.click(standingCard(stage, title), button);
  await stage.slack.until(() => count() > before, `an answer to “${button}”`);
  return lastPrivateAnswer(person);
}

it('people vote with buttons beside reactions, and each is told privately what their vote is', async () => {
  await using stage = await setStage({ mode: 'http' });
  const [alice, ben, chloe, gus] = peopleOf(stage);
  await propose(stage, { title: 'Before' });
  await wantButtons(stage, alice);
  await propose(stage, { title, options: ['NATS', 'Kafka'] });
  const card = await cardWithEmoji(stage, title);
  expect(await cardSays(stage, title, 'Press to vote, or react to the card.')).toContain('[1 · NATS] [2 · Kafka]');
  expect(await cardSays(stage, 'Before', 'have voted')).not.toContain('[1 · ');

  expect(await vote(stage, ben, '1 · NATS')).toBe('You voted for NATS.');
  expect(await cardSays(stage, title, '1 of 4 have voted')).toContain('NATS leads');
  expect(await vote(stage, ben, '2 · Kafka')).toBe('You voted for Kafka. You also back NATS.');
  expect(await vote(stage, ben, '2 · Kafka')).toBe('You took back your vote for Kafka. You still back NATS.');
  expect(await vote(stage, gus, '1 · NATS')).toBe(
    'You voted for NATS. You are not a decider here, so it is shown as advice and not counted.',
  );
  await cardSays(stage, title, 'Advisory, not counted: Gus for NATS');
  // Nobody else reads it, and Slack has no reaction of theirs.
  expect(lastPrivateAnswer(chloe)).toBe('');
  expect(standingCard(stage, title).reactions.map(({ users }) => users.length)).toEqual([1, 1]);

  // A look at Slack's list leaves these votes alone.
  await stage.advance(60 * aMinute);
  expect(await cardSays(stage, title, '1 of 4 have voted')).toContain('NATS leads');

  // Both by one person: the later one counts.
  await chloe.react(card, 'one');
  await cardSays(stage, title, '2 of 4 have voted');
  expect(await vote(stage, chloe, '1 · NATS')).toBe(
    'You took back your vote for NATS. Your reaction is still on the card, but it doesn’t count. You have no vote now.',
  );
  await cardSays(stage, title, '1 of 4 have voted');
  await stage.advance(60 * aMinute);
  await cardSays(stage, title, '1 of 4 have voted');
  await chloe.unreact(card, 'one');
  await chloe.react(card, 'one');
  await cardSays(stage, title, '2 of 4 have voted');

  await press(alice, card, 'Read more');
  expect(await modalSays(stage, alice, 'Votes: ')).toContain('Votes: Ben and Chloe');
  await alice.closeAllModals();
  await stage.advance(overAWeek);
  const closed = await cardSays(stage, title, 'Accepted');
  expect(closed).not.toContain('[1 · NATS]');
});

it('a double click and a second delivery are one vote, and a press on an old card is refused', async () => {
  await using stage = await setStage({ mode: 'http' });
  const [alice, ben] = peopleOf(stage);
  await wantButtons(stage, alice);
  await propose(stage, { title, options: ['NATS', 'Kafka'] });
  const card = await cardWithEmoji(stage, title);
  expect(await vote(stage, ben, '1 · NATS')).toBe('You voted for NATS.');
  await ben.click(card, '1 · NATS');
  await cardSays(stage, title, '1 of 4 have voted');

  // Slack takes the press in time, but Gavel hears of the end first.
  await stage.query('update decision set voting_closed_at = closes_at');
  expect(await vote(stage, ben, '2 · Kafka')).toBe('Voting has closed, so nothing was changed.');
  const ballots = await stage.query<{ is_cast: boolean }>('select is_cast from ballot');
  expect(ballots).toEqual([{ is_cast: true }]);
});

it('one vote each: a button replaces the last button, and a reaction counts if it is later', async () => {
  await using stage = await setStage({ mode: 'http' });
  const [alice, ben] = peopleOf(stage);
  await wantButtons(stage, alice);
  await propose(stage, { title, options: ['NATS', 'Kafka', 'Redis'], isDiscussedFirst: true });
  await stage.query(`update decision set rule = jsonb_set(rule::jsonb, '{method}', '"single"')`);
  await press(alice, standingCard(stage, title), 'Open voting');
  await modalSays(stage, alice, 'Voting closes');
  await alice.submit();
  const card = await cardWithEmoji(stage, title, 3);
  expect(await vote(stage, ben, '1 · NATS')).toBe('You voted for NATS.');
  expect(await vote(stage, ben, '2 · Kafka')).toBe('You voted for Kafka.');
  await cardSays(stage, title, 'Kafka leads');
  await ben.react(card, 'three');
  await cardSays(stage, title, 'Redis leads');
  expect(await vote(stage, ben, '1 · NATS')).toBe('You voted for NATS.');
  await cardSays(stage, title, 'NATS leads');
  expect(await vote(stage, ben, '1 · NATS')).toBe(
    'You took back your vote for NATS. Your reaction for Redis counts now.',
  );
  await cardSays(stage, title, 'Redis leads');
});

it('a hidden count stays hidden, and the voter reads only their own vote', async () => {
  await using stage = await setStage({ mode: 'http' });
  const [alice, ben] = peopleOf(stage);
  await wantButtons(stage, alice);
  await propose(stage, { title, options: ['NATS', 'Kafka'], isDiscussedFirst: true });
  await stage.query(`update decision set rule = jsonb_set(rule::jsonb, '{isTallyHidden}', 'true')`);
  await press(alice, standingCard(stage, title), 'Open voting');
  await modalSays(stage, alice, 'Voting closes');
  await alice.submit();
  await cardWithEmoji(stage, title);
  expect(await vote(stage, ben, '1 · NATS')).toBe('You voted for NATS.');
  expect(await cardSays(stage, title, '1 of 4 have voted')).not.toMatch(/█|leads|Ben/);
});

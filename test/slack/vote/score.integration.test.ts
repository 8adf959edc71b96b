import type { Person } from '@gavel/local-slack/person/person.ts';
import { expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import { readRecord } from '../../support/record.ts';
import {
  cardSays,
  errorUnder,
  look,
  modalSays,
  openFromCard,
  overAWeek,
  press,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

const title = 'Choose a queue';
const button = ['Give scores', 'Save'] as const;

/** Fills in the form for scores, and sends it; what is left out stays as it is. */
async function score(stage: Stage, person: Person, given: Readonly<Record<string, string>>, times = 1): Promise<void> {
  await openFromCard(stage, person, standingCard(stage, title), button);
  for (const [label, choice] of Object.entries(given)) await person.fill(label, choice);
  await person.submit({ times });
}

async function threadSays(stage: Stage, words: string): Promise<void> {
  const isSaid = () => threadOf(stage, standingCard(stage, title)).some((said) => said.includes(words));
  await stage.slack.until(isSaid, `the thread to say “${words}”`);
}

it('a vote by scores goes from the form to the committed file', async () => {
  await using stage = await setStage({ mode: 'http' });
  stage.slack.clock.set(new Date('2030-01-07T10:00:00Z'));
  const [alice, ben, chloe, dev] = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => stage.slack.person(name));
  const gus = stage.slack.person('Gus');
  if (!alice || !ben || !chloe || !dev) throw new Error('The workspace lacks people.');
  const deadline = '2030-01-14T10:00:00Z';
  const deciders = ['Ben', 'Chloe', 'Dev'];
  await propose(stage, { title, rule: 'Scores', deciders, deadline, options: ['NATS', 'Kafka'] });
  await cardSays(stage, title, 'Press “Give scores” to vote; reactions don’t count.');

  // An empty form says nothing, and a double click says it once.
  await score(stage, ben, {});
  expect(errorUnder(ben, 'Your vote')).toBe(
    'Please give at least one option a score. If you back none of them, give 0.',
  );
  await ben.closeAllModals();
  await score(stage, ben, { NATS: '3: the best', Kafka: '1: I can live with it' }, 2);
  expect(ben.modal()).toBeUndefined();
  await cardSays(stage, title, '1 of 3 have voted · waiting for Chloe and Dev');

  // The form has what was given; a guest's points and a reaction count for nothing.
  await openFromCard(stage, ben, standingCard(stage, title), button);
  expect(await modalSays(stage, ben, 'NATS (optional)')).toMatch(/NATS \(optional\)[^\n]*3: the best/);
  await ben.fill('Kafka', '2: good');
  await ben.submit();
  await score(stage, gus, { Kafka: '3: the best' });
  await dev.react(standingCard(stage, title), 'two');
  await score(stage, chloe, { 'Your vote': 'I abstain' });
  await cardSays(stage, title, 'Advisory, not counted: Gus 3 for Kafka');
  expect(await cardSays(stage, title, '1 of them abstains')).toContain('NATS leads with 3 of 3 points');
  await score(stage, chloe, { NATS: '2: good' });
  await cardSays(stage, title, 'NATS leads with 5 of 6 points');
  await press(alice, standingCard(stage, title), 'Read more');
  expect(await modalSays(stage, alice, 'Points: Ben 3 and Chloe 2')).toContain('Not voted yet: Dev.');
  await alice.closeAllModals();
  await score(stage, chloe, { 'Your vote': 'I take my vote back' });
  await cardSays(stage, title, '1 of 3 have voted');
  await score(stage, chloe, { NATS: '2: good' });
  await cardSays(stage, title, '2 of 3 have voted');

  // Dev has the form open when the vote closes.
  await openFromCard(stage, dev, standingCard(stage, title), button);
  await dev.fill('Kafka', '3: the best');
  await stage.advance(overAWeek);
  const { text } = await readRecord(stage, title);
  await dev.submit();
  expect(errorUnder(dev, 'Your vote')).toBe('Voting has closed, so nothing was changed.');

  expect(text).toContain('Chosen option: "NATS".\n\nDecided by vote: the most points, 5 of 6 points.');
  expect(text).toContain('NATS: 5 points (Ben 3, Chloe 2)');
  expect(text).toContain('Kafka: 2 points (Ben 2)');
  expect(text).toContain(
    'By its rule, everyone gave each option 0 to 3 points, an option needed more points than any other',
  );
  expect(text).toContain('Did not vote: Dev');
  expect(text).toMatch(/Advisory votes, which were not counted:\n\n[*-] Kafka: Gus 3\n/);
  expect(await look(stage, alice, '/adr history 1')).toContain(
    '2 votes were cast, none taken back: NATS 5 points, Kafka 2 points.',
  );
  const [reactions] = standingCard(stage, title).reactions;
  expect([reactions?.name, standingCard(stage, title).reactions.length]).toEqual(['two', 1]);
});

it('an option that is added while people score is asked for, and a vote that begins again asks for all', async () => {
  await using stage = await setStage({ mode: 'http' });
  stage.slack.clock.set(new Date('2030-01-07T10:00:00Z'));
  const [alice, ben, chloe] = ['Alice', 'Ben', 'Chloe'].map((name) => stage.slack.person(name));
  if (!alice || !ben || !chloe) throw new Error('The workspace lacks people.');
  await propose(stage, { title, rule: 'Scores', deciders: ['Ben', 'Chloe'], deadline: '2030-01-14T10:00:00Z' });
  await openFromCard(stage, ben, standingCard(stage, title), button);
  await ben.fill('Go', '2: good');
  await openFromCard(stage, chloe, standingCard(stage, title), ['Add option', 'Add']);
  await chloe.fill('Option', 'Zig');
  await chloe.submit();
  await ben.submit();
  expect(ben.modal()).toBeUndefined();
  await cardSays(stage, title, 'Go leads with 2 of 3 points');
  await threadSays(stage, '“Give scores” asks for them');
  await score(stage, ben, { Zig: '3: the best' });
  await cardSays(stage, title, 'Zig leads with 3 of 3 points');

  // It is tied at the end, twice; everyone votes again, with a form of the round before still open.
  await score(stage, ben, { Zig: '2: good' });
  await cardSays(stage, title, 'Go and Zig are tied');
  await stage.advance(overAWeek);
  await threadSays(stage, 'Voting is extended, this once');
  await openFromCard(stage, chloe, standingCard(stage, title), button);
  await chloe.fill('Go', '1: I can live with it');
  await stage.advance(2 * overAWeek);
  await cardSays(stage, title, 'voting has closed without a winner');
  await openFromCard(stage, alice, standingCard(stage, title), ['Vote again', 'Vote again']);
  await alice.fill('Why', 'Zig is an option now.');
  await alice.fill('Voting closes', '2030-02-28T10:00:00Z');
  await alice.submit();
  await cardSays(stage, title, '0 of 2 have voted');
  await chloe.submit();
  expect(errorUnder(chloe, 'Your vote')).toMatch(/^A new round has begun since you opened this/);
  await chloe.closeAllModals();
  await score(stage, chloe, { Go: '1: I can live with it' });
  await cardSays(stage, title, 'Go leads with 1 of 3 points');
});

it('a hidden count of scores tells nobody what others gave', async () => {
  await using stage = await setStage({ mode: 'http' });
  const [alice, ben] = ['Alice', 'Ben'].map((name) => stage.slack.person(name));
  if (!alice || !ben) throw new Error('The workspace lacks people.');
  await propose(stage, { title, rule: 'Scores', isDiscussedFirst: true });
  await stage.query(`update decision set rule = jsonb_set(rule::jsonb, '{isTallyHidden}', 'true')`);
  await openFromCard(stage, alice, standingCard(stage, title), ['Open voting', 'Open voting']);
  await alice.submit();
  await cardSays(stage, title, '0 of 4 have voted');
  await score(stage, ben, { Go: '3: the best' });
  const shown = await cardSays(stage, title, '1 of 4 have voted');
  expect(shown).not.toMatch(/█|leads|Ben 3/);
  await press(alice, standingCard(stage, title), 'Read more');
  expect(await modalSays(stage, alice, 'may vote')).not.toMatch(/Ben 3|Points:/);
});

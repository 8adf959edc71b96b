import { rename } from 'node:fs/promises';
import type { Person } from '@gavel/local-slack/person/person.ts';
import { describe, expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { openVotes } from '../../failure/many-cards.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  architecture,
  ask,
  cardWithEmoji,
  errorUnder,
  modalSays,
  modalWith,
  openFromCard,
  propose,
} from '../../support/scene.ts';

/** Opens somebody's Home, and returns all that it says. */
async function openHome({ slack }: Stage, person: Person): Promise<string> {
  await person.openHome();
  return homeSays(slack, person, 'Waiting for you');
}

/** Waits until somebody's Home says something, and no longer something else; returns all that it says. */
function homeSays(slack: Stage['slack'], person: Person, words: string, past?: string): Promise<string> {
  return slack.until(
    () => {
      const home = person.home();
      const text = home && person.plainText(home);
      return text?.includes(words) && !(past !== undefined && text.includes(past)) ? text : undefined;
    },
    `a Home of ${person.name}’s that says “${words}”${past === undefined ? '' : ` without “${past}”`}`,
  );
}

describe('Home', () => {
  it('shows what waits, what is open, and what was decided, to those who see it in Slack', async () => {
    await using stage = await setStage();
    const [alice, ben, chloe] = ['Alice', 'Ben', 'Chloe'].map((name) => stage.slack.person(name));
    if (!alice || !ben || !chloe) throw new Error('Nobody is here.');
    expect(await openHome(stage, ben)).toContain('Nothing waits for you.');

    await propose(stage, { title: 'Which queue do we use?', options: ['NATS', 'Redis'] });
    await propose(stage, { title: 'Rotate the keys', channel: '#security', options: ['Now', 'Later'], by: 'Chloe' });
    await propose(stage, { title: 'Which lamp do we buy?', isDiscussedFirst: true });
    await cardWithEmoji(stage, 'Which queue do we use?');
    const bens = await openHome(stage, ben);
    expect(bens).toMatch(/Which lamp do we buy\?”? in #architecture: proposed/i);
    expect(bens).toContain('Which queue do we use?');
    expect(bens).toContain('Open the card');
    expect(bens).toContain('#architecture');
    expect(bens).not.toContain('Rotate the keys');
    expect(bens).not.toContain('#security');
    const chloes = await openHome(stage, chloe);
    expect(chloes).toContain('Rotate the keys');
    expect(chloes).toContain('#security');
  });

  it('opens the form without a channel, and goes on with one that was left', async () => {
    await using stage = await setStage();
    const ben = stage.slack.person('Ben');
    await openHome(stage, ben);
    await ben.pressAtHome('Propose a decision');
    await modalWith(stage, ben, 'Propose');
    await ben.fill('Question', 'Which cache do we use?');
    await stage.slack.settled();
    await ben.closeModal();
    expect(await homeSays(stage.slack, ben, 'Which cache do we use?')).toContain('Go on with it');
    expect(ben.sees('@Gavel')).toEqual([]);
    await ben.pressAtHome('Go on with it');
    await modalSays(stage, ben, 'Which cache do we use?');
    await ben.closeAllModals();

    // What is left and discarded elsewhere is seen there too.
    await ben.command('#architecture', '/adr propose Which proxy?');
    await modalSays(stage, ben, 'Which proxy?');
    await ben.closeModal();
    await homeSays(stage.slack, ben, 'Which proxy?');
    await ben.command('#architecture', '/adr propose');
    await modalSays(stage, ben, 'You left “Which proxy?” unfinished');
    await ben.press('Discard');
    await homeSays(stage.slack, ben, 'Which cache do we use?', 'Which proxy?');
  });

  it('searches, and turns the pages of the register', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    const files = Array.from({ length: 130 }, (_, place) => [
      `docs/decisions/${String(place + 1).padStart(4, '0')}-thing.md`,
      `# ${place + 1}. Thing ${place + 1}\n\n## Status\n\nAccepted\n`,
    ]);
    await pushFiles(stage.repository, Object.fromEntries(files));
    await openHome(stage, alice);
    await alice.fillAtHome('Find a decision', 'thing 77');
    await modalSays(stage, alice, 'ADR 0077 Thing 77');
    await alice.closeAllModals();

    const first = await openHome(stage, alice);
    expect(first).toContain('130 decisions');
    expect(first).toContain('Thing 130');
    expect(first).not.toContain('Thing 30\n');
    await alice.pressAtHome('Older');
    expect(await homeSays(stage.slack, alice, 'Page 2')).toContain('Thing 30');
    await alice.pressAtHome('Newer');
    await homeSays(stage.slack, alice, 'Thing 130');
  });

  it('shows the first of 500 open votes, and counts the rest', async () => {
    await using stage = await setStage({ mode: 'http', rateLimits: false });
    const ben = stage.slack.person('Ben');
    await openVotes(stage, 500);
    const home = await openHome(stage, ben);
    expect(home).toContain('Question 1\n');
    expect(home).toContain('500 decisions');
    for (const rest of ['`/adr waiting`', '`/adr list`']) expect(home).toContain(`and 490 more: ${rest}`);
    await ben.pressAtHome('Older');
    expect(await homeSays(stage.slack, ben, 'Page 2')).toContain('Question 400');
    const refused = stage.slack.wire
      .entries()
      .filter(({ name, status }) => name === 'views.publish' && status !== 'ok');
    expect(refused).toEqual([]);
  });

  it('is renewed for those who looked lately when something of theirs changed, and only then', async () => {
    await using stage = await setStage();
    const [alice, ben, dev] = ['Alice', 'Ben', 'Dev'].map((name) => stage.slack.person(name));
    if (!alice || !ben || !dev) throw new Error('Nobody is here.');
    await openHome(stage, ben);
    await openHome(stage, dev);
    await propose(stage, { title: 'Which queue do we use?', options: ['NATS', 'Redis'] });
    const card = await cardWithEmoji(stage, 'Which queue do we use?');
    await homeSays(stage.slack, ben, 'Which queue do we use?');
    await openFromCard(stage, ben, card, ['Add pro / con', 'Add']);
    await ben.closeAllModals();
    await ben.react(card, 'one');
    await homeSays(stage.slack, ben, 'Nothing waits for you.');
    expect(await homeSays(stage.slack, dev, '1 of ')).toContain('Open the card');
  });

  it('is renewed for everybody else when somebody’s account was just closed', async () => {
    await using stage = await setStage();
    const [ben, dev] = ['Ben', 'Dev'].map((name) => stage.slack.person(name));
    if (!ben || !dev) throw new Error('Nobody is here.');
    await openHome(stage, ben);
    await openHome(stage, dev);
    stage.slack.admin.deactivate('Ben');
    await propose(stage, { title: 'Which queue do we use?', options: ['NATS', 'Redis'] });
    await homeSays(stage.slack, dev, 'Which queue do we use?');
    const left = "select from home where user_id = (select user_id from person where name = 'Ben')";
    await stage.slack.until(async () => (await stage.query(left)).length === 0, 'Ben’s Home to be forgotten');
  });

  it('tells those who set Gavel up what is missing, until it is there', async () => {
    await using stage = await setStage();
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    expect(await openHome(stage, alice)).toContain('Still missing');
    expect(await openHome(stage, ben)).not.toContain('Still missing');
    await alice.pressAtHome('Set up a digest');
    await modalWith(stage, alice, 'Save');
    await alice.submit();
    expect(errorUnder(alice, 'Channel')).toContain('required');
    await alice.fill('Channel', '#random');
    await alice.submit();
    expect(errorUnder(alice, 'Channel')).toContain('I am not in #random yet.');
    await alice.fill('Channel', architecture);
    await alice.fill('How often', 'Every Friday');
    await alice.submit();
    await modalSays(stage, alice, '#architecture now gets a digest every Friday at 09:00');
    await alice.closeAllModals();
    await homeSays(stage.slack, alice, 'Waiting for you', 'Still missing');
    expect(await ask(stage, alice, '/adr digest off')).toContain('This channel no longer gets a digest');
    expect(await homeSays(stage.slack, alice, 'Set up a digest')).toContain('1. No channel gets a digest');
  });

  it('has a button to look at a repository again, and shows what was read then', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await openHome(stage, alice);
    await rename(stage.repository, `${stage.repository}.away`);
    await openHome(stage, alice);
    await homeSays(stage.slack, alice, 'Try again');
    await alice.pressAtHome('Try again');
    await stage.slack.settled();
    expect(await homeSays(stage.slack, alice, 'Try again')).toContain('1. There is no repository');
    await rename(`${stage.repository}.away`, stage.repository);
    await alice.pressAtHome('Try again');
    await homeSays(stage.slack, alice, '1. No channel gets a digest', 'Try again');

    const files = Array.from({ length: 250 }, (_, place) => [
      `docs/decisions/${String(place + 1).padStart(4, '0')}-thing.md`,
      `# ${place + 1}. Thing ${place + 1}\n`,
    ]);
    await stage.query("update archive set stopped_by = 'U1'");
    await pushFiles(stage.repository, Object.fromEntries(files));
    await openHome(stage, alice);
    await homeSays(stage.slack, alice, 'Somebody stopped the reading');
    await Promise.all([alice.pressAtHome('Try again'), alice.pressAtHome('Try again')]);
    await homeSays(stage.slack, alice, '250 decisions', 'Somebody stopped the reading');
  });
});

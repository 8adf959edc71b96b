import type { PersonSeed, WorkspaceSeed } from '@gavel/local-slack/workspace/seed.ts';
import { expect, it } from 'vitest';
import { setStage } from '../../support/gavel.ts';
import { cardSays, cardWithEmoji, overAWeek, propose } from '../../support/scene.ts';

const size = 10_000;
const voters = 300;
const title = 'Which language do we write services in?';

const names = ['Alice', ...Array.from({ length: size - 1 }, (_, index) => `Person${index + 1}`)];

function makePerson(name: string): PersonSeed {
  return { name, title: 'Engineer', timeZone: 'Europe/Lisbon', role: 'member' };
}

/** A company whose people are all in one channel. */
const workspace: WorkspaceSeed = {
  name: 'A company',
  domain: 'company',
  people: names.map(makePerson),
  channels: [{ name: 'architecture', isPrivate: false, topic: '', hasBot: true, members: names }],
  groups: [],
};

it('takes a vote of ten thousand people from the form to the ADR in git', async () => {
  await using stage = await setStage({ workspace, rateLimits: false });
  const { slack } = stage;
  await propose(stage, { title, rule: 'Most votes' });
  const card = await cardWithEmoji(stage, title);

  const people = names.slice(0, voters).map((name) => slack.person(name));
  for (let at = 0; at < voters; at += 20) {
    await Promise.all(people.slice(at, at + 20).map((person, index) => person.react(card, index % 4 ? 'one' : 'two')));
  }
  await cardSays(stage, title, `${voters} of ${size.toLocaleString('en')} have voted`);

  await stage.advance(overAWeek);
  await cardSays(stage, title, 'Published as');
  const adr = await stage.git('show', 'main:docs/decisions/0001-which-language-do-we-write-services-in.md');
  expect(adr).toContain('status: accepted');
  expect(adr).toContain('Chosen option: "Go".\n\nDecided by vote: the most votes, 225 of the 300 who voted.');
}, 120_000);

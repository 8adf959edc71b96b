import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, beforeEach, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  architecture,
  cardSays,
  cardWithEmoji,
  openFromCard,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

/** Zoe is from another organization, and in #architecture through Slack Connect. */
let stage: Stage;
let zoe: Person;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
  stage.slack.admin.addStranger('Zoe', architecture);
  zoe = stage.slack.person('Zoe');
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => zoe.closeAllModals().catch(() => undefined));

/** Opens a form from the card, fills it in, and sends it. Throws what the form says when it stays open. */
async function send(title: string, names: readonly [string, string], values: Readonly<Record<string, unknown>>) {
  await openFromCard(stage, zoe, standingCard(stage, title), names);
  for (const [label, value] of Object.entries(values)) await zoe.fill(label, value);
  await zoe.submit();
  const left = zoe.modal();
  if (left) throw new Error(`${Object.values(left.errors).join(' ')}\n${zoe.plainText(left)}`);
}

async function threadSays(title: string, words: string): Promise<void> {
  const isSaid = () => threadOf(stage, standingCard(stage, title)).some((said) => said.includes(words));
  await stage.slack.until(isSaid, `the thread to say “${words}”`);
}

it('somebody from another organization argues, adds options and objects, like everyone in the channel', async () => {
  const title = 'Which queue for both?';
  await propose(stage, { title });
  await send(title, ['Add pro / con', 'Add'], { Option: 'Go', Because: 'we run it too' });
  await cardSays(stage, title, 'we run it too (Zoe)');
  await send(title, ['Add option', 'Add'], { Option: 'Zig' });
  await cardSays(stage, title, 'Zig');
  await send(title, ['Object', 'Object'], { Because: 'Our auditors have to agree.' });
  await cardSays(stage, title, 'Zoe objects (advice)');
  await send(title, ['Resolve objection', 'Resolve'], { 'What has changed': 'They agree.' });
  await threadSays(title, 'They agree.');
});

it('a decider from another organization votes, edits and records the outcome', async () => {
  const title = 'Whose auditors?';
  await propose(stage, { title, deciders: ['Ben', 'Zoe'] });
  await cardSays(stage, title, '0 of 2 have voted · waiting for Ben and Zoe');
  await zoe.react(await cardWithEmoji(stage, title), 'one');
  await cardSays(stage, title, '1 of 2 have voted');
  await send(title, ['Edit', 'Save'], { 'Decision drivers': 'both pay for it' });
  await threadSays(title, 'Zoe edited the question');
  await send(title, ['Move the deadline', 'Move it'], { 'Voting closes': '2026-03-20T10:00:00Z' });
  await send(title, ['Record outcome', 'Record'], { 'Chosen option': 'Go', Because: 'we all run it.' });
  await cardSays(stage, title, 'Accepted');
});

it('a decider from another organization names others in “Edit”, and gives scores', async () => {
  const title = 'By points?';
  await propose(stage, { title, rule: 'Scores', deciders: ['Zoe'], isDiscussedFirst: true });
  await send(title, ['Edit', 'Save'], { Deciders: ['Ben', 'Zoe'] });
  await send(title, ['Open voting', 'Open voting'], {});
  await cardSays(stage, title, '0 of 2 have voted');
  await send(title, ['Give scores', 'Save'], { Go: '3: the best' });
  await cardSays(stage, title, '1 of 2 have voted');
  await send(title, ['Withdraw', 'Withdraw'], { Why: 'Not now.' });
  await cardSays(stage, title, 'Withdrawn');
});

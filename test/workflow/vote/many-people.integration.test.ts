import type { PersonSeed, WorkspaceSeed } from '@gavel/local-slack/workspace/seed.ts';
import { expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import { cardSays, openFreshForm } from '../../support/scene.ts';

const names = Array.from({ length: 320 }, (_, index) => (index === 0 ? 'Alice' : `Person${index}`));

function makePerson(name: string): PersonSeed {
  return { name, title: 'Engineer', timeZone: 'Europe/Lisbon', role: 'member' };
}

/** Six channels of thirty, each of different people besides Alice, and one of three hundred. */
const small = Array.from({ length: 6 }, (_, index) => `team-${index + 1}`);
const workspace: WorkspaceSeed = {
  name: 'A company',
  domain: 'company',
  people: names.map(makePerson),
  channels: [
    ...small.map((name, index) => ({
      ...{ name, isPrivate: false, topic: '', hasBot: true },
      members: ['Alice', ...names.slice(1 + index * 29, 1 + (index + 1) * 29)],
    })),
    { name: 'everyone', isPrivate: false, topic: '', hasBot: true, members: names.slice(0, 300) },
  ],
  groups: [],
};

/** Proposes a decision that is voted on at once. */
async function openVote(stage: Stage, channel: string): Promise<void> {
  await openFreshForm(stage, 'Alice', channel);
  const alice = stage.slack.person('Alice');
  for (const [field, value] of [
    ['Question', `Whose is #${channel}?`],
    ['Context and problem statement', 'It has to be decided.'],
    ['Option 1', 'Ours'],
    ['Option 2', 'Theirs'],
  ] as const)
    await alice.fill(field, value);
  await alice.submit();
}

/** How Slack was asked about people and channels, and what it answered. */
function calls({ slack }: Stage) {
  const about = slack.wire
    .entries()
    .filter(({ kind, name }) => kind === 'call' && /^(users|conversations)\./.test(name));
  return about.map(({ name, status }) => ({ name, status }));
}

it('votes open in channels of thirty and of hundreds while Slack counts every call', async () => {
  await using stage = await setStage({ workspace, rateLimits: true });
  for (const channel of small) await openVote(stage, channel);
  for (const channel of small) await cardSays(stage, `Whose is #${channel}?`, '0 of 30 have voted', `#${channel}`);
  await openVote(stage, 'everyone');
  await cardSays(stage, 'Whose is #everyone?', '0 of 300 have voted', '#everyone');

  const asked = calls(stage);
  expect(asked.filter(({ status }) => status !== 'ok')).toEqual([]);
  // The workspace fits on one page, and is known from then on.
  expect(asked.filter(({ name }) => name === 'users.list').length).toBeLessThanOrEqual(3);
  expect(asked.filter(({ name }) => name === 'users.info').length).toBeLessThanOrEqual(10);
});

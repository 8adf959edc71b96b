import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { describe, expect, it } from 'vitest';
import type { Stage } from './support/gavel.ts';
import { cardSays, openFromCard, pickedOption, propose, standingCard, threadOf } from './support/scene.ts';
import { deliver, openAt, path } from './support/with-forge.ts';

const file = 'docs/decisions/0001-use-a-queue.md';
const branch = 'gavel/0001-use-a-queue';
const title = 'Use a queue';
const aMinute = 60_000;

/** Proposes and decides in Slack, until the card says that the ADR is in review. */
async function decide(stage: Stage): Promise<void> {
  await record(stage, await propose(stage, { title, options: ['Kafka', 'RabbitMQ'] }));
}

/** Records the outcome of a decision by its card, and waits until that says something. */
async function record(stage: Stage, decision: SeenMessage, says = 'in review'): Promise<void> {
  const alice = stage.slack.person('Alice');
  await openFromCard(stage, alice, decision, ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'RabbitMQ');
  await pickedOption(stage, alice);
  await alice.fill('Because', 'we run it already.');
  await alice.submit();
  await cardSays(stage, title, says);
}

describe.each(['github', 'gitlab', 'forgejo'] as const)('a decision whose repository is at %s', (dialect) => {
  it.each(['webhooks', 'polling'] as const)('gets from Slack to a protected main, told by %s', async (by) => {
    await using both = await openAt(dialect);
    const { stage, forge, logged, secrets } = both;
    if (by === 'webhooks') deliver(dialect, both);
    await decide(stage);
    const [review, ...others] = forge.reviews(path);
    expect(others).toEqual([]);
    expect(review).toMatchObject({ number: 1, head: branch, state: 'open' });
    expect(await forge.file(path, 'main', file)).toBeUndefined();
    await cardSays(stage, title, '1 approval');
    const said = () => threadOf(stage, standingCard(stage, title)).join('\n');
    await stage.slack.until(() => /main (?:takes changes by|is protected)/.test(said()), 'why it is in review');
    expect(said()).not.toContain('The record is');

    const look = () => (by === 'polling' ? stage.advance(aMinute) : undefined);
    const ann = forge.person('ann');
    ann.approve(path, 1);
    await look();
    await cardSays(stage, title, 'approved');
    await ann.merge(path, 1);
    await look();
    await cardSays(stage, title, 'Published as');
    expect(await forge.file(path, 'main', file)).toContain('RabbitMQ');
    await stage.slack.until(() => said().includes('The record is'), 'the announcement');
    for (const delivery of forge.admin.deliveries()) forge.admin.redeliver(delivery);
    await forge.settled();
    expect(threadOf(stage, standingCard(stage, title)).filter((text) => text.includes('The record is'))).toHaveLength(
      1,
    );
    expect(forge.reviews(path)).toHaveLength(1);
    expect(logged.join('')).toContain('published');
    for (const one of secrets) expect(logged.join('')).not.toContain(one);
    expect(logged.join('')).not.toMatch(/ghs_|Bearer|Basic /);
  });
});

describe.each(['github', 'gitlab', 'forgejo'] as const)('while %s is away', (dialect) => {
  it('for an hour, a decision waits, and gets into its review by itself', async () => {
    await using both = await openAt(dialect);
    const { stage, forge } = both;
    const decision = await propose(stage, { title, options: ['Kafka', 'RabbitMQ'] });
    forge.faults.failNext({ kind: 'status', status: 503 }, { times: 10_000 });
    forge.faults.set({ failGit: 10_000 });
    await record(stage, decision, 'Accepted');
    const said = (words: string) => threadOf(stage, decision).filter((text) => text.includes(words));
    await stage.slack.until(() => said('cannot be reached just now').length > 0, 'the trouble');
    for (let minutes = 0; minutes < 60; minutes += 10) await stage.advance(10 * aMinute);
    expect(forge.reviews(path)).toEqual([]);
    forge.faults.clear();
    // Longer than any pause after a failure; Gavel's own rounds, which tests leave out, would end it after ten minutes.
    await stage.advance(7 * 60 * aMinute);
    await cardSays(stage, title, 'in review');
    await stage.slack.until(() => said('so I opened').length > 0, 'the review');
    expect(said('cannot be reached just now')).toHaveLength(1);
    expect(said('so I opened')).toHaveLength(1);
    expect(forge.reviews(path)).toMatchObject([{ number: 1, head: branch, state: 'open' }]);
  });
});

it('an App that is not installed on the repository is told with the link to install it, and waited for', async () => {
  await using both = await openAt('github');
  const { stage, forge } = both;
  const app = forge.admin.findApp('Gavel');
  if (app === undefined) throw new Error('There is no App.');
  forge.admin.uninstall(app, 'team');
  const decision = await propose(stage, { title, options: ['Kafka', 'RabbitMQ'] });
  await record(stage, decision, 'Accepted');
  const said = () => threadOf(stage, decision).join('\n');
  await stage.slack.until(() => said().includes('App is not installed on'), 'what is missing');
  expect(said()).toContain(`${forge.url}/github-apps/gavel/installations/new`);
  forge.admin.install(app, 'team', [path]);
  await stage.advance(7 * 60 * aMinute);
  await cardSays(stage, title, 'in review');
});

describe.each(['github', 'gitlab', 'forgejo'] as const)('a draft at %s', (dialect) => {
  it('opens with the vote, brings its comments to the thread, and gets the outcome', async () => {
    await using both = await openAt(dialect, 'propose');
    const { stage, forge } = both;
    const decision = await propose(stage, { title, options: ['Kafka', 'RabbitMQ'] });
    await cardSays(stage, title, 'proposed in');
    expect(forge.reviews(path)).toMatchObject([{ number: 1, head: branch, state: 'open', isDraft: true }]);
    expect(await forge.file(path, branch, file)).toMatch(/proposed/iu);
    const ann = forge.person('ann');
    ann.comment(path, 1, 'What about NATS? @team');
    await stage.advance(aMinute);
    const said = () => threadOf(stage, standingCard(stage, title)).join('\n');
    await stage.slack.until(() => said().includes('1 new comment in'), 'the comment');

    await record(stage, decision);
    await stage.slack.until(() => said().includes('The outcome is in'), 'the outcome');
    expect(forge.reviews(path)).toMatchObject([{ number: 1, state: 'open', isDraft: false }]);
    expect(await forge.file(path, branch, file)).toMatch(/accepted/iu);
    ann.approve(path, 1);
    await ann.merge(path, 1);
    await stage.advance(aMinute);
    await cardSays(stage, title, 'Published as');
    expect(said().match(/new comment/gu)).toHaveLength(1);
  });
});

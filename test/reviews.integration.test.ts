import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalForge, type LocalForgeSettings, startLocalForge } from '@gavel/local-forge/local-forge.ts';
import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { PublishSetting } from '../src/decision/publication/publish-way.ts';
import { appPermissions } from '../src/forge/github/app-needs.ts';
import type { ForgeConfig } from '../src/publishing-config.ts';
import { usualPublishing } from '../src/workflow/ports/archive/publishing.ts';
import { type Stage, setStage } from './support/gavel.ts';
import { cardSays, openFromCard, pickedOption, propose, standingCard, threadOf } from './support/scene.ts';

const path = 'team/adrs';
const file = 'docs/decisions/0001-use-a-queue.md';
const branch = 'gavel/0001-use-a-queue';
const title = 'Use a queue';
const secret = 'a secret that only the two of them know';
const aMinute = 60_000;

type Dialect = LocalForgeSettings['dialect'];

/** A local forge with a repository whose `main` takes reviews with one approval, and who Gavel is there. */
async function openForge(dialect: Dialect, folder: string): Promise<{ forge: LocalForge; config: ForgeConfig }> {
  const forge = await startLocalForge({ dialect, folder });
  await forge.admin.createRepository({
    path,
    files: { 'README.md': '# Our decisions\n' },
    members: { ann: 'maintain', 'gavel-bot': 'write' },
  });
  forge.admin.protect(path, { branch: 'main', approvals: 1 });
  const apiUrl = forge.apiUrl;
  if (dialect === 'github') {
    const grants = Object.entries(appPermissions).map(([name, access]) => `${name}:${access}`);
    const app = await forge.admin.createApp({ name: 'Gavel', grants, events: [] });
    forge.admin.install(app, 'team', [path]);
    return {
      forge,
      config: { kind: dialect, apiUrl, key: { kind: 'app', id: app.clientId, privateKey: app.privateKey } },
    };
  }
  const grants = dialect === 'gitlab' ? { grants: ['api', 'write_repository'] } : {};
  const token = forge.admin.createToken('gavel-bot', grants).secret;
  return { forge, config: { kind: dialect, apiUrl, key: { kind: 'token', token } } };
}

interface Both extends AsyncDisposable {
  readonly stage: Stage;
  readonly forge: LocalForge;
  /** What Gavel logs, at every level and without the mask of the process. */
  readonly logged: readonly string[];
  /** What must be in no log. */
  readonly secrets: readonly string[];
}

/** A whole Gavel with the local Slack and a local forge, beside each other. */
async function openAt(dialect: Dialect, setting: PublishSetting = 'auto'): Promise<Both> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-reviews-'));
  const { forge, config } = await openForge(dialect, folder);
  const logged: string[] = [];
  const stage = await setStage({
    rateLimits: false,
    parts: {
      log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
      webhookSecrets: [secret],
      archive: {
        repository: forge.gitUrl(path),
        branch: undefined,
        folder: 'docs/decisions',
        token: config.key.kind === 'token' ? config.key.token : undefined,
        author: { name: 'Gavel', email: 'gavel@example.com' },
        publishing: { ...usualPublishing, setting, forge: config, signing: undefined },
      },
    },
  });
  return {
    ...{ stage, forge, logged },
    secrets: [secret, config.key.kind === 'app' ? config.key.privateKey.slice(40, 80) : config.key.token],
    [Symbol.asyncDispose]: async () => {
      await stage[Symbol.asyncDispose]();
      await forge.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Has the forge tell Gavel whatever happens, and everything twice. */
function deliver(dialect: Dialect, { stage, forge }: { stage: Stage; forge: LocalForge }): void {
  const url = `http://127.0.0.1:${stage.gavel.port}/webhooks/${dialect}`;
  forge.admin.createHook(path, { url, secret, events: ['*'] });
  forge.faults.set({ duplicateWebhooks: 1_000 });
}

/** Proposes and decides in Slack, until the card says that the ADR is in review. */
async function decide(stage: Stage): Promise<void> {
  await record(stage, await propose(stage, { title, options: ['Kafka', 'RabbitMQ'] }));
}

/** Records the outcome of a decision by its card. */
async function record(stage: Stage, decision: SeenMessage): Promise<void> {
  const alice = stage.slack.person('Alice');
  await openFromCard(stage, alice, decision, ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'RabbitMQ');
  await pickedOption(stage, alice);
  await alice.fill('Because', 'we run it already.');
  await alice.submit();
  await cardSays(stage, title, 'in review');
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

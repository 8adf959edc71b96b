import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalSlack, startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { launch, type RealProcess } from '../failure/real-process.ts';
import { freshDatabase } from '../support/postgres.ts';
import { anyFrames, anyVisit } from './any-bytes.ts';
import { type Leaving, oddRequests, sendBytes, upgrade } from './stranger.ts';

const node = process.execPath;

/** A first try: Gavel in Socket Mode and the local Slack, in one process. */
let trial: RealProcess;
/** A Gavel to which Slack delivers over HTTP. */
let server: RealProcess;
let slack: LocalSlack;
let folder: string;

const portIn = (said: string, name: string) =>
  Number(new RegExp(`${name} +http://127\\.0\\.0\\.1:(\\d+)`).exec(said)?.[1]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gavel-hostile-'));
  trial = launch([node, 'src/main.ts'], { GAVEL_DATA: join(folder, 'trial'), LOCAL_SLACK_PORT: '0' });
  const manifest: unknown = JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'));
  slack = await startLocalSlack({ manifest, mode: 'http' });
  const repository = join(folder, 'team.git');
  await createLocalRepository(repository);
  server = launch([node, 'src/main.ts'], {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_SIGNING_SECRET: slack.signingSecret,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: await freshDatabase(),
    ADR_REPOSITORY: repository,
    GAVEL_DATA: join(folder, 'data'),
  });
  await Promise.all([trial.says('Gavel is running.'), server.says('Gavel is running.')]);
});
afterAll(async () => {
  await Promise.all([trial.end('SIGTERM'), server.end('SIGTERM'), slack.stop()]);
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

const targets = [
  ['the health checks in Socket Mode', () => trial, () => portIn(trial.said(), 'Health'), '/healthz'],
  ['Gavel in HTTP mode', () => server, () => portIn(server.said(), 'Health'), '/healthz'],
  ['the local Slack', () => trial, () => portIn(trial.said(), 'Slack'), '/'],
] as const;

describe.each(targets)('%s', (_name, process, port, path) => {
  const answers = async () => (await fetch(`http://127.0.0.1:${port()}${path}`)).status;

  it.each(oddRequests)('lives on after $what', async ({ bytes, leaving }) => {
    await sendBytes(port(), bytes, leaving);
    expect(await answers()).toBe(200);
    expect(process().ending()).toBeUndefined();
  });

  it('waits for nobody who sends half a request and then nothing', async () => {
    expect(await sendBytes(port(), 'GET /heal', 'wait')).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('lives on after anything at all', async () => {
    const visit = fc.asyncProperty(anyVisit, async ({ bytes, leaving }) => {
      await sendBytes(port(), bytes, leaving);
      expect(process().ending()).toBeUndefined();
    });
    await fc.assert(visit, { numRuns: 300 });
    expect(await answers()).toBe(200);
  });
});

describe('a Socket Mode connection to the local Slack', () => {
  const port = () => portIn(trial.said(), 'Slack');

  /** What it takes to come in: an app that Slack knows asks for an address, which is good once. */
  async function openAddress(): Promise<string> {
    const state = JSON.parse(await readFile(join(folder, 'trial/slack.json'), 'utf8')) as { app: { appToken: string } };
    const answer = await fetch(`http://127.0.0.1:${port()}/api/apps.connections.open`, {
      method: 'POST',
      headers: { authorization: `Bearer ${state.app.appToken}` },
    });
    const { url } = (await answer.json()) as { url: string };
    return new URL(url).pathname + new URL(url).search;
  }

  const masked = (flags: number, text: Buffer | string) =>
    Buffer.concat([Buffer.from([flags, 0x80 + text.length, 0, 0, 0, 0]), Buffer.from(text)]);
  it.each<[string, Buffer, Leaving]>([
    ['a message that nobody asked for', masked(0x81, '{"envelope_id":1}'), 'end'],
    ['a message that is no JSON', masked(0x81, '{'), 'end'],
    ['no text at all', masked(0x81, Buffer.from([0xff, 0xfe])), 'end'],
    ['a message that is not masked', Buffer.from([0x81, 2, 0x7b, 0x7d]), 'end'],
    ['a frame of two million bytes to come', Buffer.from('81ff00000000001e848000000000', 'hex'), 'end'],
    ['a frame of 2^63 bytes to come', Buffer.from('81ff800000000000000000000000', 'hex'), 'end'],
    ['an unknown opcode', masked(0x83, 'x'), 'end'],
    ['a ping in parts', masked(0x09, 'x'), 'end'],
    ['a goodbye with a code that is none', masked(0x88, Buffer.from([0, 1])), 'end'],
    ['half a frame', Buffer.from([0x81, 0xfe, 1]), 'reset'],
  ])('ends after %s, and nothing else does', async (_what, frames, leaving) => {
    const greeting = Buffer.from(upgrade(await openAddress()));
    await sendBytes(port(), Buffer.concat([greeting, frames]), leaving);
    await expect(openAddress()).resolves.toContain('/link/?ticket=');
    expect(trial.ending()).toBeUndefined();
  });

  it('ends after any frames, and nothing else does', async () => {
    const visit = fc.asyncProperty(anyFrames, anyVisit, async (frames, { leaving }) => {
      const greeting = Buffer.from(upgrade(await openAddress()));
      await sendBytes(port(), Buffer.concat([greeting, frames]), leaving);
      expect(trial.ending()).toBeUndefined();
    });
    await fc.assert(visit, { numRuns: 25 });
  });
});

import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalSlack, startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { git, makeFolder } from '../archive/workshop.ts';
import { query } from '../jobs/workshop.ts';
import { freshDatabase } from '../support/postgres.ts';
import { startProcess } from './real-process.ts';
import {
  accept,
  answerTo,
  cardSays,
  cardsOf,
  channel,
  nextCall,
  patience,
  propose,
  submitProposal,
  threadSays,
} from './scene.ts';

const title = 'Choose a language';
const aMinute = 60_000;

/** Gavel in a process of its own, with its surroundings outside: they stay when it is killed. */
async function setScene() {
  const folder = await makeFolder();
  const repository = join(folder, 'team.git');
  await createLocalRepository(repository);
  await mkdir(join(repository, 'hooks'));
  const manifest: unknown = JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'));
  const slack = await startLocalSlack({ manifest, rateLimits: false, mode: 'socket' });
  onTestFinished(() => slack.stop());
  const databaseUrl = await freshDatabase();
  const environment = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: databaseUrl,
    ADR_REPOSITORY: repository,
    GAVEL_DATA: join(folder, 'data'),
  };
  const rows = (text: string) => query(databaseUrl, text);
  return { slack, repository, rows, start: () => startProcess(environment) };
}

type Scene = Awaited<ReturnType<typeof setScene>>;

/** A hook of the repository that stops every push at this point, until it is told how to end. */
async function holdPushes({ repository }: Scene, hook: 'pre-receive' | 'post-receive') {
  const path = join(repository, 'hooks', hook);
  const held = join(repository, 'held');
  const go = join(repository, 'go');
  const script = `#!/bin/sh\ntouch held; while test -e held && ! test -s go; do sleep 0.05; done; exit "$(cat go)"\n`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  return {
    isHeld: () => expect.poll(() => existsSync(held), patience).toBe(true),
    letGo: (status: 0 | 1) => writeFile(go, String(status)),
    openForAll: () => writeFile(path, '#!/bin/sh\n'),
  };
}

/** Everything with these words that Gavel said in the channel and in threads. */
function saidWith(slack: LocalSlack, words: string): string[] {
  const alice = slack.person('Alice');
  const messages = alice.sees(channel).filter(({ from }) => from === 'Gavel');
  const all = messages.flatMap((message) => [message, ...alice.thread(message)]);
  const distinct = new Map(all.map((message) => [message.ts, alice.plainText(message)]));
  return [...distinct.values()].filter((text) => text.includes(words));
}

/** One commit, one announcement, one card, and nothing left to do. */
async function expectOneOfEach(scene: Scene): Promise<void> {
  await cardSays(scene.slack, title, 'Published as');
  await expect.poll(() => scene.rows('select from message where ts is null'), patience).toEqual([]);
  // A job that was replaced while under way, and then lost its worker, stays behind with no attempts left.
  const underWay = `select from graphile_worker.jobs
    where task_identifier ~ ':(publish|tell)$' and attempts < max_attempts`;
  await expect.poll(() => scene.rows(underWay), patience).toEqual([]);
  await expect.poll(() => scene.rows('select from card_mark'), patience).toEqual([]);
  expect(await git(scene.repository, 'log', '--format=%s', 'main')).toBe('ADR 0001: Choose a language (accepted)');
  expect(saidWith(scene.slack, 'The record is')).toHaveLength(1);
  expect(cardsOf(scene.slack, title)).toHaveLength(1);
}

describe('kill -9', () => {
  it.each([
    ['between commit and push', 'pre-receive', 1],
    ['in the middle of a push that goes on without Gavel', 'pre-receive', 0],
    ['between the push and its being recorded', 'post-receive', 0],
  ] as const)('%s leaves one commit and one announcement', async (_when, hook, status) => {
    const scene = await setScene();
    const first = await scene.start();
    const card = await propose(scene.slack, title);
    const pushes = await holdPushes(scene, hook);
    await accept(scene.slack, card);
    await pushes.isHeld();
    await first.kill();
    await pushes.openForAll();
    await pushes.letGo(status);

    const next = await scene.start();
    await expectOneOfEach(scene);
    expect(await next.end('SIGTERM')).toEqual([0, null]);
  });

  it('between the announcement and its being recorded leaves one announcement', async () => {
    const scene = await setScene();
    const first = await scene.start();
    const card = await propose(scene.slack, title);
    const announcing = nextCall(scene.slack, 'chat.postMessage', (sent) => sent.includes('The record is')).then(() =>
      first.kill(),
    );
    await accept(scene.slack, card);
    await announcing;
    // Slack has it; Gavel never heard of that.
    await threadSays(scene.slack, card, 'The record is');
    expect(await scene.rows('select from message where ts is null')).toHaveLength(1);

    await scene.start();
    await expectOneOfEach(scene);
  });

  it('while a card is being changed leaves it with every vote, including those that came in the meantime', async () => {
    const scene = await setScene();
    const { slack } = scene;
    const first = await scene.start();
    const card = await propose(slack, title);
    await cardSays(slack, title, '0 of 4 have voted');
    // Slack takes so long to change the card that the process does not live to hear about it.
    slack.faults.set({ callDelay: aMinute });
    const changing = nextCall(slack, 'chat.update', (sent) => sent.includes('1 of 4 have voted'));
    await slack.person('Alice').react(card, 'one');
    await changing;
    await slack.person('Ben').react(card, 'two');
    await first.kill();
    slack.faults.clear();
    slack.clock.advance(aMinute);
    expect(await scene.rows('select from card_mark where taken_by is not null and is_renewed')).toHaveLength(1);

    await scene.start();
    await cardSays(slack, title, '2 of 4 have voted');
    await expect.poll(() => scene.rows('select from card_mark'), patience).toEqual([]);
    expect(cardsOf(slack, title)).toHaveLength(1);
  });

  it('between the post of a card and its being recorded leaves one card', async () => {
    const scene = await setScene();
    const first = await scene.start();
    const posting = nextCall(scene.slack, 'chat.postMessage', (sent) => sent.includes(title)).then(() => first.kill());
    await submitProposal(scene.slack, title);
    await posting;
    await scene.slack.until(() => cardsOf(scene.slack, title)[0], 'the card');
    expect(await scene.rows('select from decision where card_ts is null')).toHaveLength(1);

    await scene.start();
    const card = await scene.slack.until(
      () => cardsOf(scene.slack, title).find(({ reactions }) => reactions.length === 2),
      'the emoji',
    );
    await accept(scene.slack, card);
    await expectOneOfEach(scene);
  });

  it('between the post of a digest and its being recorded leaves one digest', async () => {
    const scene = await setScene();
    const first = await scene.start();
    await accept(scene.slack, await propose(scene.slack, title));
    await expectOneOfEach(scene);
    expect(await answerTo(scene.slack, '/adr digest daily 16:00 Europe/Berlin')).toContain('every day at 16:00');
    await first.kill();

    // It is due when Gavel starts: all of this was three days ago.
    await scene.rows(`update digest_cadence set told_until = told_until - interval '3 days'`);
    await scene.rows(`update decision set decided_at = decided_at - interval '3 days'`);
    await scene.rows(
      `select graphile_worker.remove_job(key) from graphile_worker.jobs where task_identifier like '%:send-digest'`,
    );
    const posting = nextCall(scene.slack, 'chat.postMessage', (sent) => sent.includes('Decisions'));
    const second = await scene.start();
    await posting.then(() => second.kill());
    await scene.slack.until(() => saidWith(scene.slack, 'Decisions').length > 0, 'the digest');
    expect(await scene.rows('select from message where ts is null')).toHaveLength(1);

    await scene.start();
    await expect.poll(() => scene.rows('select from message where ts is null'), patience).toEqual([]);
    expect(saidWith(scene.slack, 'Decisions')).toHaveLength(1);
  });
});

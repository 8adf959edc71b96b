import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type LocalSlack, startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { makeFolder } from '../archive/workshop.ts';
import { freshDatabase } from '../support/postgres.ts';
import { launch, type RealProcess } from './real-process.ts';
import { accept, cardSays, patience, propose } from './scene.ts';

const gavel = [process.execPath, 'src/main.ts'] as const;
const npmStart = ['npm', 'start'] as const;
const isRunning = 'Gavel is running.';

type Command = readonly [string, ...string[]];

/** Starts a command; whatever is left of it is killed with the test. */
function start(command: Command, environment: Readonly<Record<string, string>>): RealProcess {
  const started = launch(command, environment);
  onTestFinished(() => started.kill());
  return started;
}

/** Surroundings with which Gavel has to start nothing itself. */
async function surroundings() {
  const folder = await makeFolder();
  const repository = join(folder, 'team.git');
  await createLocalRepository(repository);
  const manifest: unknown = JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'));
  const slack = await startLocalSlack({ manifest, rateLimits: false, mode: 'socket' });
  onTestFinished(() => slack.stop());
  const environment = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: await freshDatabase(),
    ADR_REPOSITORY: repository,
    GAVEL_DATA: join(folder, 'data'),
  };
  return { slack, repository, environment };
}

/** The Node process that wrote the log, whoever started it. */
function writerOf(said: string): number {
  return Number(/"pid":(\d+)/.exec(said)?.[1]);
}

function isAlive(pid: number): boolean {
  try {
    // A process that has ended without anybody collecting its status is not alive either.
    return process.kill(pid, 0) && !/^State:\s+Z/m.test(statusOf(pid));
  } catch {
    return false;
  }
}

function statusOf(pid: number): string {
  return spawnSync('cat', [`/proc/${pid}/status`], { encoding: 'utf8' }).stdout;
}

/** Stops every push until it is let go; a Gavel that publishes can't stop in the meantime. */
async function holdPushes(repository: string) {
  const hook = join(repository, 'hooks/pre-receive');
  await mkdir(join(repository, 'hooks'), { recursive: true });
  await writeFile(hook, '#!/bin/sh\ntouch held; while test -e held && ! test -e go; do sleep 0.05; done\n');
  await chmod(hook, 0o755);
  return {
    isHeld: () => expect.poll(() => existsSync(join(repository, 'held')), patience).toBe(true),
    letGo: () => writeFile(join(repository, 'go'), ''),
  };
}

/** A Gavel in the middle of a push. */
async function startPublishing(shutdownSeconds: string) {
  const scene = await surroundings();
  const pushes = await holdPushes(scene.repository);
  onTestFinished(pushes.letGo);
  const environment = { ...scene.environment, SHUTDOWN_SECONDS: shutdownSeconds };
  const running = start(gavel, environment);
  await running.says(isRunning);
  await accept(scene.slack, await propose(scene.slack, 'Choose a language'));
  await pushes.isHeld();
  return { ...scene, ...pushes, running, environment };
}

async function expectPublishedOnce(slack: LocalSlack, repository: string): Promise<void> {
  await cardSays(slack, 'Choose a language', 'Published as');
  const { stdout } = spawnSync('git', ['--git-dir', repository, 'rev-list', '--count', 'main'], { encoding: 'utf8' });
  expect(stdout).toBe('1\n');
}

describe('npm start', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'that gets %s, npm alone, stops in order and leaves nothing',
    async (signal) => {
      const data = join(await makeFolder(), 'data');
      const npm = start(npmStart, { GAVEL_DATA: data, LOCAL_SLACK_PORT: '0' });
      await npm.says(isRunning);
      const postmaster = join(data, 'postgres/postmaster.pid');
      const pids = [Number((await readFile(postmaster, 'utf8')).split('\n')[0])];
      expect(await npm.end(signal)).toEqual([0, null]);
      expect(npm.said()).toContain('Stopping …');
      expect(pids.filter(isAlive)).toEqual([]);
      expect(existsSync(postmaster)).toBe(false);
    },
  );

  it('shows a second repository, at a local GitHub that protects its main', async () => {
    const data = join(await makeFolder(), 'data');
    const trial = start(gavel, { GAVEL_DATA: data, LOCAL_SLACK_PORT: '0' });
    await trial.says(isRunning);
    await trial.says('Ctrl-C stops everything');
    expect(trial.said()).toContain('with platform/decisions for #platform');
    const [, slack] = /Slack +(http\S+)/.exec(trial.said()) ?? [];
    const shown = await (await fetch(`${slack}/control/repository?name=platform/decisions&as=Ben`)).json();
    expect(shown).toMatchObject({ name: 'platform/decisions', all: [{ name: 'decisions' }, { name: shown.name }] });
    expect(await trial.end('SIGTERM')).toEqual([0, null]);
    const { repositories } = JSON.parse(await readFile(join(data, 'forge/forge.json'), 'utf8'));
    expect(repositories).toMatchObject([{ protections: [{ branch: 'main', approvals: 1 }] }]);
  });

  it.each(['LOCAL_SLACK_PORT', 'LOCAL_FORGE_PORT', 'LOCAL_MCP_PORT'])(
    'names %s when another program has that port',
    async (setting) => {
      const other = createServer().listen(0, '127.0.0.1');
      onTestFinished(() => void other.close());
      await once(other, 'listening');
      const address = other.address();
      const port = String(typeof address === 'object' && address ? address.port : 0);
      const data = join(await makeFolder(), 'data');
      const trial = start(gavel, { GAVEL_DATA: data, LOCAL_SLACK_PORT: '0', [setting]: port });
      expect(await trial.ended).toEqual([1, null]);
      expect(trial.said()).toContain(`Port ${port} is in use by another program. Set ${setting} to a free one.`);
    },
  );

  it('counts signals to its whole group as one request, and stops in order', async () => {
    const data = join(await makeFolder(), 'data');
    const npm = start(npmStart, { GAVEL_DATA: data, LOCAL_SLACK_PORT: '0' });
    await npm.says(isRunning);
    // As Ctrl-C in a terminal does; npm passes it on as well.
    process.kill(-npm.pid, 'SIGINT');
    expect(await npm.ended).toEqual([0, null]);
    expect(npm.said()).not.toContain('at once');
    expect(existsSync(join(data, 'postgres/postmaster.pid'))).toBe(false);
  });

  it('stops even when npm is killed, and can pass nothing on', async () => {
    const { environment } = await surroundings();
    const npm = start(npmStart, environment);
    await npm.says(isRunning);
    const pid = writerOf(npm.said());
    expect(pid).not.toBe(npm.pid);
    expect(isAlive(pid)).toBe(true);
    process.kill(npm.pid, 'SIGKILL');
    await expect.poll(() => isAlive(pid), patience).toBe(false);
    await expect.poll(() => npm.said(), patience).toContain('Stopping …');
  });
});

describe('Gavel', () => {
  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('stops in order at %s', async (signal) => {
    const { environment } = await surroundings();
    const running = start(gavel, environment);
    await running.says(isRunning);
    expect(await running.end(signal)).toEqual([0, null]);
  });

  it.each([
    [
      'waits for the database',
      (scene: Scene) => ({ ...scene.environment, DATABASE_URL: 'postgres://gavel@127.0.0.1:9/x' }),
      'The database can’t be reached yet',
    ],
    [
      'waits for Slack',
      (scene: Scene) => {
        scene.slack.faults.failNext('auth.test', { status: 503, times: 10_000 });
        return scene.environment;
      },
      'Slack can’t be reached yet',
    ],
    [
      'waits for a socket',
      (scene: Scene) => {
        scene.slack.faults.failNext('apps.connections.open', { status: 503, times: 10_000 });
        return scene.environment;
      },
      'over Socket Mode; trying again',
    ],
  ])('stops in order while it still %s', async (_what, change, words) => {
    const running = start(gavel, change(await surroundings()));
    await running.says(words);
    expect(await running.end('SIGTERM')).toEqual([0, null]);
    expect(running.said()).not.toContain(isRunning);
  });

  it.skipIf(process.platform !== 'linux')('listens for signals before it has loaded anything else', async () => {
    const { environment } = await surroundings();
    const running = start(gavel, environment);
    // Linux: proc(5), SigCgt, in which bit 0 is SIGHUP. Node itself listens for SIGTERM, but only to end at once.
    const hears = () =>
      (Number.parseInt(/^SigCgt:\s+([\da-f]+)$/m.exec(statusOf(running.pid))?.[1] ?? '0', 16) & 1) !== 0;
    await expect.poll(hears, { ...patience, interval: 1 }).toBe(true);
    expect(await running.end('SIGTERM')).toEqual([0, null]);
    expect(running.said()).not.toContain(isRunning);
    const main = await readFile(new URL('../../src/main.ts', import.meta.url), 'utf8');
    expect(main.match(/^import .*$/gm)).toEqual(["import { heedSignals } from './process/signals.ts';"]);
    const signals = await readFile(new URL('../../src/process/signals.ts', import.meta.url), 'utf8');
    expect(signals.match(/^import .*$/gm)).toBeNull();
  });

  it('says what did not end in time, and ends with 1; the next start does it again', async () => {
    const { running, slack, repository, environment, letGo } = await startPublishing('1');
    expect(await running.end('SIGTERM')).toEqual([1, null]);
    expect(running.said()).toContain(
      'Gavel did not stop within 1 s (SHUTDOWN_SECONDS). It was still stopping the background work (publish).',
    );
    await letGo();
    const next = start(gavel, environment);
    await next.says(isRunning);
    await expectPublishedOnce(slack, repository);
  });

  it('waits for what is under way', async () => {
    const { running, letGo } = await startPublishing('100');
    process.kill(running.pid, 'SIGTERM');
    await running.says('Stopping …');
    await letGo();
    expect(await running.ended).toEqual([0, null]);
  });

  it('ends at once, without waiting, for somebody who signals again', async () => {
    const { running } = await startPublishing('100');
    // The first ones count as one.
    const again = () => {
      if (running.ending() === undefined) process.kill(running.pid, 'SIGTERM');
      return running.ending();
    };
    await expect.poll(again, patience).toEqual([1, null]);
    expect(running.said()).toContain('Stopping at once.');
  });
});

describe('a mistake in Gavel', () => {
  /** A Gavel in which this happens when it gets SIGUSR2. */
  async function startWith(happening: string) {
    const { environment } = await surroundings();
    const code = `process.on('SIGUSR2', () => { ${happening} })`;
    const running = start([process.execPath, '--import', `data:text/javascript,${code}`, 'src/main.ts'], environment);
    await running.says(isRunning);
    process.kill(running.pid, 'SIGUSR2');
    return running;
  }

  it('that nobody caught stops it in order, with a message and status 1, to be restarted', async () => {
    const running = await startWith('throw new Error("a slip")');
    expect(await running.ended).toEqual([1, null]);
    expect(running.said()).toContain('An error was not caught.');
    expect(running.said()).toContain('Gavel has stopped.');
  });

  it('in one piece of work is logged, and the rest continues', async () => {
    const running = await startWith('Promise.reject(new Error("a slip"))');
    await running.says('An error went unhandled.');
    expect(await running.end('SIGTERM')).toEqual([0, null]);
  });
});

describe('npm run demo', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('that gets %s in the middle leaves nothing behind', async (signal) => {
    const folder = await makeFolder();
    const demo = start(['npm', 'run', 'demo'], { TMPDIR: folder });
    await demo.says('The card, as everyone sees it');
    // npm keeps something there as well.
    const ours = async () => (await readdir(folder)).filter((each) => each.startsWith('gavel-'));
    const [name = ''] = await ours();
    const [pid] = (await readFile(join(folder, name, 'postgres/postmaster.pid'), 'utf8')).split('\n');
    expect(isAlive(Number(pid))).toBe(true);
    expect(await demo.end(signal)).toEqual([1, null]);
    expect(isAlive(Number(pid))).toBe(false);
    expect(await ours()).toEqual([]);
  });
});

type Scene = Awaited<ReturnType<typeof surroundings>>;

const unshare = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'] as const;
const mayUnshare = spawnSync(unshare[0], [...unshare.slice(1), 'true']).status === 0;

/** Linux: proc(5), /proc/pid/task/tid/children. */
async function firstChildOf(pid: number): Promise<number> {
  return Number.parseInt(await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8'), 10);
}

describe('Gavel as process 1', () => {
  it.skipIf(!mayUnshare)(
    '(skipped where unshare may make no process namespace) stops in order at SIGTERM',
    async () => {
      const { environment } = await surroundings();
      const namespace = start([...unshare, ...gavel], environment);
      await namespace.says(isRunning);
      expect(writerOf(namespace.said())).toBe(1);
      process.kill(await firstChildOf(namespace.pid), 'SIGTERM');
      expect(await namespace.ended).toEqual([0, null]);
      expect(namespace.said()).toContain('Stopping …');
    },
  );

  it.skipIf(!mayUnshare)('(skipped likewise) stops in order as a child of npm, which is process 1', async () => {
    const { environment } = await surroundings();
    const namespace = start([...unshare, ...npmStart], environment);
    await namespace.says(isRunning);
    process.kill(await firstChildOf(namespace.pid), 'SIGTERM');
    expect(await namespace.ended).toEqual([0, null]);
    expect(namespace.said()).toContain('Stopping …');
  });
});

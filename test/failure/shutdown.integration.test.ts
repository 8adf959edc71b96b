import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startGavel } from '../../src/gavel.ts';
import { makeFolder } from '../archive/workshop.ts';
import { setStage } from '../support/gavel.ts';
import { startProcess } from './real-process.ts';
import { accept, cardSays, channel, patience, propose, repliesTo, threadSays } from './scene.ts';

describe('stopping', () => {
  it('lets a push that is under way end, and be recorded; the rest follows at the next start', async () => {
    await using stage = await setStage();
    const { slack, repository } = stage;
    const card = await propose(slack, 'Choose a language');
    const hook = join(repository, 'hooks/pre-receive');
    await mkdir(join(repository, 'hooks'), { recursive: true });
    await writeFile(hook, '#!/bin/sh\ntouch held; while test -e held && ! test -e go; do sleep 0.05; done\n');
    await chmod(hook, 0o755);
    await accept(slack, card);
    await expect.poll(() => existsSync(join(repository, 'held')), patience).toBe(true);

    const stopping = stage.gavel.stop();
    await writeFile(join(repository, 'go'), '');
    await stopping;
    expect(await stage.query('select from publication where pushed_at is not null')).toHaveLength(1);
    expect(await stage.query('select from graphile_worker.jobs where locked_at is not null')).toEqual([]);

    stage.gavel = await startGavel(stage.parts);
    await cardSays(slack, 'Choose a language', 'Published as');
    await threadSays(slack, card, 'The record is');
    expect(repliesTo(slack, card).filter((text) => text.includes('The record is'))).toHaveLength(1);
    expect(await stage.git('rev-list', '--count', 'main')).toBe('1\n');
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('npm start without tokens', () => {
  it('ends with 0 at SIGINT and SIGTERM, leaves nothing running, and finds its data at the next start', async () => {
    const data = join(await makeFolder(), 'data');
    const start = () => startProcess({ GAVEL_DATA: data, LOCAL_SLACK_PORT: '0' });
    const slackOf = (said: string) => /Slack +(http:\S+)/.exec(said)?.[1] ?? '';
    const postmaster = join(data, 'postgres/postmaster.pid');
    const act = async (slack: string, step: string, body: object) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(`${slack}/control/person/${step}`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ as: 'Alice', ...body }),
      });
      return JSON.stringify(await answer.json());
    };

    const first = await start();
    const slack = slackOf(first.said());
    await act(slack, 'command', { channel, line: '/adr propose Choose a language' });
    const screen = async (at: string) => await (await fetch(`${at}/control/state?as=Alice`)).text();
    await expect.poll(() => screen(slack), patience).toContain('"submit":"Propose"');
    for (const [label, value] of [
      ['Context and problem statement', 'We choose.'],
      ['Option 1', 'Go'],
      ['Option 2', 'Rust'],
    ]) {
      await act(slack, 'fill', { label, value });
    }
    await act(slack, 'submit', {});
    await expect.poll(() => screen(slack), patience).toContain('of 4 have voted');

    const pid = Number((await readFile(postmaster, 'utf8')).split('\n')[0]);
    expect(isAlive(pid)).toBe(true);
    expect(await first.end('SIGINT')).toEqual([0, null]);
    expect([isAlive(pid), existsSync(postmaster)]).toEqual([false, false]);
    await expect(fetch(slack)).rejects.toThrow();

    const second = await start();
    const again = slackOf(second.said());
    expect(await screen(again)).toContain('Choose a language');
    await act(again, 'command', { channel, line: '/adr list' });
    await expect.poll(() => screen(again), patience).toContain('Choose a language: voting is open');
    expect(await second.end('SIGTERM')).toEqual([0, null]);
    expect(existsSync(postmaster)).toBe(false);
  });
});

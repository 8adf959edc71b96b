import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { describe, expect, it } from 'vitest';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { serveGit } from '../archive/git-server.ts';
import { git, makeFolder, pushFiles } from '../archive/workshop.ts';
import { type Stage, setStage } from '../support/gavel.ts';
import { propose as proposeWith } from '../support/scene.ts';
import { openGitProxy } from './git-proxy.ts';
import { accept, cardSays, listOf, patience, propose, repliesTo, threadSays } from './scene.ts';

const title = 'Choose a language';
const token = 'token-of-today';

const dueNow = 'select graphile_worker.reschedule_jobs(array[id], run_at := now()) from graphile_worker.jobs';

/**
 * Waits until the publish job has failed once more; returns how many attempts there were, and the seconds to the next.
 */
async function nextFailure(stage: Stage, before = 0): Promise<{ attempts: number; pause: number }> {
  const find = async () => {
    const [job] = await stage.query<{ attempts: number; pause: number }>(
      `select attempts, extract(epoch from run_at - updated_at)::float as pause from graphile_worker.jobs
       where task_identifier like '%:publish' and locked_at is null and attempts > ${before}`,
    );
    return job ?? { attempts: 0, pause: 0 };
  };
  await expect.poll(async () => (await find()).attempts, patience).toBeGreaterThan(before);
  return find();
}

/** Gives the publish job its next turn now, and lets it fail. */
async function failAgain(stage: Stage): Promise<number> {
  const { attempts } = await nextFailure(stage);
  await stage.query(`${dueNow} where task_identifier like '%:publish' and locked_at is null`);
  return (await nextFailure(stage, attempts)).pause;
}

/** What has to be true while a decision can't be published; returns the only sentence in the thread. */
async function expectUnpublished(stage: Stage, card: SeenMessage, words: string): Promise<string> {
  const told = await threadSays(stage.slack, card, words);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('The decision stands, but its record is not in the repository yet.');
  expect(await cardSays(stage.slack, title, 'Not published yet')).toContain('Accepted');
  expect(await listOf(stage.slack)).toMatch(/Choose a language: accepted · “Go” · .*not published yet/);
  return told[0] ?? '';
}

/** What has to be true when all is well again: one commit, one announcement, and each kind of trouble was told once. */
async function expectPublished(stage: Stage, card: SeenMessage, troubles: number): Promise<void> {
  await cardSays(stage.slack, title, 'Published as');
  await threadSays(stage.slack, card, 'The record is');
  await expect.poll(() => stage.query('select from message where ts is null'), patience).toEqual([]);
  const said = (words: string) => repliesTo(stage.slack, card).filter((text) => text.includes(words));
  expect(said('The record is')).toHaveLength(1);
  expect(said('not in the repository yet')).toHaveLength(troubles);
  expect(await stage.git('log', '--format=%s', 'main')).toBe('ADR 0001: Choose a language (accepted)\n');
  expect(await listOf(stage.slack)).not.toContain('not published yet');
}

describe('a git server', () => {
  it('that is unreachable, then refuses the token, is reported once each, and has the record in the end', async () => {
    const folder = await makeFolder();
    const [good, strict] = [
      await serveGit(folder, 'x-access-token', token),
      await serveGit(folder, 'x-access-token', 'token-of-tomorrow'),
    ];
    const proxy = await openGitProxy(good.urlOf(''));
    const archive = {
      repository: `http://127.0.0.1:${proxy.port}/decisions.git`,
      branch: undefined,
      folder: 'docs/decisions',
      token,
      author: { name: 'Gavel', email: 'gavel@example.com' },
    };
    await using stage = await setStage({ folder, parts: { archive } });
    const card = await propose(stage.slack, title);

    await proxy.close();
    await accept(stage.slack, card);
    await expectUnpublished(stage, card, 'cannot be reached just now');
    const [first, second] = [await failAgain(stage), await failAgain(stage)];
    expect(second).toBeGreaterThan(first);
    await expectUnpublished(stage, card, 'cannot be reached just now');

    await proxy.forwardTo(strict.urlOf(''));
    await failAgain(stage);
    await expectUnpublished(stage, card, 'check that ADR_TOKEN is valid');
    expect(JSON.stringify(stage.slack.wire.entries())).not.toContain(token);

    await proxy.forwardTo(good.urlOf(''));
    await stage.query(dueNow);
    await expectPublished(stage, card, 2);
  });
});

describe('a branch', () => {
  it('that is protected keeps the decision accepted and unpublished, until Gavel may push', async () => {
    await using stage = await setStage();
    const hook = join(stage.repository, 'hooks/pre-receive');
    await mkdir(join(stage.repository, 'hooks'), { recursive: true });
    // Forges put the number of the request, or the time, into their refusals.
    await writeFile(hook, '#!/bin/sh\necho "GH006: Protected branch update failed. Request $$" >&2\nexit 1\n');
    await chmod(hook, 0o755);

    const card = await propose(stage.slack, title);
    await accept(stage.slack, card);
    const told = await expectUnpublished(stage, card, 'protects this branch against direct pushes');
    expect(told).toContain('set ADR_BRANCH to a branch that it may push to');
    await failAgain(stage);
    await expectUnpublished(stage, card, 'protects this branch against direct pushes');
    expect(await stage.git('for-each-ref')).toBe('');

    await rm(hook);
    await stage.query(dueNow);
    await expectPublished(stage, card, 1);
  });

  it('that HEAD of an empty repository names takes all decisions', async () => {
    await using stage = await setStage();
    await stage.git('symbolic-ref', 'HEAD', 'refs/heads/trunk');
    for (const one of ['Choose a language', 'Choose a database']) {
      await accept(stage.slack, await propose(stage.slack, one));
      await cardSays(stage.slack, one, 'Published as');
    }
    expect(await stage.git('for-each-ref', '--format=%(refname:short)')).toBe('trunk\n');
    expect(await stage.git('rev-list', '--count', 'trunk')).toBe('2\n');
  });

  it('that was merged and deleted is created again, and the thread says so', async () => {
    const folder = await makeFolder();
    const repository = join(folder, 'team.git');
    await createLocalRepository(repository);
    await pushFiles(repository, { 'README.md': 'Ours' });
    const author = { name: 'Gavel', email: 'gavel@example.com' };
    const archive = { repository, branch: 'adr', folder: 'docs/decisions', token: undefined, author };
    await using stage = await setStage({ parts: { archive } });
    const first = await propose(stage.slack, 'Choose a language');
    await accept(stage.slack, first);
    const made = 'There was no branch adr in the repository, so I made it from main.';
    expect(await threadSays(stage.slack, first, 'The record is')).toEqual([expect.stringContaining(made)]);

    await git(repository, 'update-ref', 'refs/heads/main', 'adr');
    await git(repository, 'branch', '--delete', '--force', 'adr');
    const second = await propose(stage.slack, 'Choose a database');
    await accept(stage.slack, second);
    expect(await threadSays(stage.slack, second, 'The record is')).toEqual([expect.stringContaining(made)]);
    const names = await git(repository, 'ls-tree', '--name-only', 'adr:docs/decisions');
    expect(names).toBe('0001-choose-a-language.md\n0002-choose-a-database.md');
    expect(repliesTo(stage.slack, first).join()).not.toContain('not in the repository');
  });
});

describe('“Publish now”', () => {
  /** What was said to somebody privately. */
  const heard = (stage: Stage, name: string) => {
    const person = stage.slack.person(name);
    const alone = person.sees('#architecture').filter(({ isEphemeral }) => isEphemeral);
    return alone.map((message) => person.plainText(message));
  };
  /** Makes the next attempt at each publication wait for an hour. */
  const putOff = async (stage: Stage, count: number) => {
    const later = dueNow.replace('now()', "now() + interval '1 hour'");
    const rest = `where task_identifier like '%:publish' and locked_at is null and attempts > 0`;
    await expect.poll(() => stage.query(`${later} ${rest}`), patience).toHaveLength(count);
  };
  const hears = (stage: Stage, name: string, words: string) =>
    stage.slack.until(() => heard(stage, name).some((text) => text.includes(words)), `${name} to hear “${words}”`);

  it('tries at once for people who may, answers them once, and wakes whatever else is waiting', async () => {
    await using stage = await setStage();
    const { slack } = stage;
    const hook = join(stage.repository, 'hooks/pre-receive');
    await mkdir(join(stage.repository, 'hooks'), { recursive: true });
    await writeFile(hook, '#!/bin/sh\necho "GH006: Protected branch update failed." >&2\nexit 1\n');
    await chmod(hook, 0o755);
    const [alice, ben] = [slack.person('Alice'), slack.person('Ben')];
    const card = await proposeWith(stage, { title, deciders: ['Chloe'] });
    const other = await proposeWith(stage, { title: 'Choose a database', deciders: ['Chloe'] });
    for (const one of [card, other]) {
      await accept(slack, one);
      await threadSays(slack, one, 'not in the repository yet');
    }
    await cardSays(slack, title, 'Publish now');
    await putOff(stage, 2);

    await ben.click(card, 'Publish now');
    await hears(stage, 'Ben', 'can have it published: please ask Alice');
    await alice.click(card, 'Publish now');
    await hears(stage, 'Alice', 'It is still not published. ');
    expect(heard(stage, 'Alice').join()).toContain('protects this branch against direct pushes');
    expect(repliesTo(slack, card).filter((text) => text.includes('not in the repository yet'))).toHaveLength(1);

    // Both attempts are under way at the same time.
    await writeFile(hook, '#!/bin/sh\nsleep 0.5\n');
    const [inThread] = alice
      .thread(card)
      .filter((reply) => alice.plainText(reply).includes('not in the repository yet'));
    if (inThread === undefined) throw new Error('The thread does not say it.');
    await Promise.all([alice.click(inThread, 'Publish now'), alice.click(inThread, 'Publish now')]);
    await hears(stage, 'Alice', 'It is published, as `0001-choose-a-language.md`.');
    await threadSays(slack, card, 'The record is');
    await threadSays(slack, other, 'The record is');
    await expect.poll(() => stage.query('select from message where ts is null'), patience).toEqual([]);
    expect(heard(stage, 'Alice').filter((text) => text.includes('It is published'))).toHaveLength(1);
    expect(repliesTo(slack, card).filter((text) => text.includes('The record is'))).toHaveLength(1);
    expect(await stage.query(`select from event where kind = 'published'`)).toHaveLength(2);
    expect(await stage.git('rev-list', '--count', 'main')).toBe('2\n');
    const text = await cardSays(slack, title, 'Published as');
    expect(text).not.toContain('Publish now');
  });

  it('is not needed after /adr import, which wakes what is waiting as well', async () => {
    await using stage = await setStage();
    const card = await propose(stage.slack, title);
    await rename(stage.repository, `${stage.repository}.away`);
    await accept(stage.slack, card);
    await threadSays(stage.slack, card, 'not in the repository yet');
    await putOff(stage, 1);
    await rename(`${stage.repository}.away`, stage.repository);
    await stage.slack.person('Alice').command('#architecture', '/adr import');
    await threadSays(stage.slack, card, 'The record is');
  });
});

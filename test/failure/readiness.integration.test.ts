import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appPermissions } from '../../src/forge/github/app-needs.ts';
import { usualPublishing } from '../../src/workflow/ports/archive/publishing.ts';
import { type Stage as Forge, openStage } from '../forge/local.ts';
import { type Stage, setStage } from '../support/gavel.ts';
import { accept, cardSays, patience, propose } from './scene.ts';

const title = 'Choose a language';
const path = 'team/adrs';

/** What /readyz answers, and what a load balancer sees of it. */
function readiness({ gavel }: Stage) {
  return async () => {
    const answer = await fetch(`http://127.0.0.1:${gavel.healthPort}/readyz`);
    const { checks } = await answer.json();
    return { status: answer.status, ...checks };
  };
}

const isFine = { status: 200, slack: { state: 'ok' }, repository: { state: 'ok' } };

describe.each(['http', 'socket'] as const)('/readyz in %s mode', (mode) => {
  it('says that the token is revoked as soon as a call finds out, and when it is good again', async () => {
    await using stage = await setStage({ mode });
    const { slack } = stage;
    const health = readiness(stage);
    expect(await health()).toMatchObject(isFine);
    const card = await propose(slack, title);
    slack.faults.set({ tokenRevoked: true });
    await slack.person('Alice').react(card, 'one');
    const refused = { state: 'down', reason: 'token refused: token_revoked' };
    await expect.poll(health, patience).toMatchObject({ status: 503, slack: refused });
    slack.faults.clear();
    await expect.poll(health, patience).toMatchObject(isFine);
    await cardSays(slack, title, '1 of 4 have voted');
  });

  it('says that Slack fails our calls, and keeps taking votes', async () => {
    await using stage = await setStage({ mode });
    const { slack } = stage;
    const health = readiness(stage);
    const card = await propose(slack, title);
    slack.faults.failNext('*', { status: 503, times: 10_000 });
    await slack.person('Alice').react(card, 'one');
    const failing = { state: 'degraded', reason: 'HTTP 503' };
    await expect.poll(health, patience).toMatchObject({ status: 200, slack: failing });
    expect(await stage.query('select from ballot where is_cast')).toHaveLength(1);
    slack.faults.clear();
    await expect.poll(health, patience).toMatchObject(isFine);
  });

  it('counts a no to one call as an answer', async () => {
    await using stage = await setStage({ mode });
    const { slack } = stage;
    await propose(slack, title);
    slack.faults.failNext('chat.update', { error: 'message_not_found' });
    await slack.person('Alice').command('#architecture', '/adr list');
    expect(await readiness(stage)()).toMatchObject(isFine);
  });
});

it('/readyz says that the repository takes no commits, until one is taken', async () => {
  await using stage = await setStage();
  const health = readiness(stage);
  const hook = join(stage.repository, 'hooks/pre-receive');
  await mkdir(join(stage.repository, 'hooks'), { recursive: true });
  await writeFile(hook, '#!/bin/sh\necho "GH006: Protected branch update failed." >&2\nexit 1\n');
  await chmod(hook, 0o755);
  await accept(stage.slack, await propose(stage.slack, title));
  const repository = { state: 'degraded', reason: 'protected branch' };
  await expect.poll(health, patience).toMatchObject({ status: 200, repository });
  // Reading it changes nothing.
  await stage.slack.person('Alice').command('#architecture', '/adr import');
  expect(await health()).toMatchObject({ repository });
  await rm(hook);
  await stage.query(
    `select graphile_worker.reschedule_jobs(array[id], run_at := now()) from graphile_worker.jobs
     where task_identifier like '%:publish'`,
  );
  await cardSays(stage.slack, title, 'Published as');
  await expect.poll(health, patience).toMatchObject(isFine);
});

/** A team whose repository is at a local GitHub, where Gavel is an App. */
async function setStageAtGitHub(forge: Forge): Promise<Stage> {
  const grants = Object.entries(appPermissions).map(([name, access]) => `${name}:${access}`);
  const app = await forge.admin.createApp({ name: 'Gavel', grants, events: [] });
  forge.admin.install(app, 'team', [path]);
  const key = { kind: 'app', id: app.clientId, privateKey: app.privateKey } as const;
  const archive = {
    ...{ repository: forge.gitUrl(path), branch: undefined, folder: 'docs/decisions', token: undefined },
    author: { name: 'Gavel', email: 'gavel@example.com' },
    publishing: {
      ...usualPublishing,
      forge: { kind: 'github', apiUrl: `${forge.apiUrl}/`, key },
      signing: undefined,
    } as const,
  };
  return setStage({ parts: { archive } });
}

it.each([
  ['make a commit', /git\/trees$/u, undefined],
  ['open a review', /pulls$/u, { branch: 'main', approvals: 1 }],
] as const)('/readyz says that the forge refuses to %s, until it does', async (_, call, protection) => {
  await using forge = await openStage('github', path);
  if (protection) forge.admin.protect(path, protection);
  await using stage = await setStageAtGitHub(forge);
  const health = readiness(stage);
  await expect.poll(health, patience).toMatchObject(isFine);
  forge.faults.failNext({ kind: 'status', status: 401 }, { method: 'POST', path: call, times: 1_000 });
  await accept(stage.slack, await propose(stage.slack, title));
  const repository = { state: 'degraded', reason: 'forge key refused' };
  await expect.poll(health, patience).toMatchObject({ status: 200, repository });
  forge.faults.clear();
  await stage.query(
    `select graphile_worker.reschedule_jobs(array[id], run_at := now()) from graphile_worker.jobs
     where task_identifier like '%:publish'`,
  );
  await cardSays(stage.slack, title, protection ? 'in review' : 'Published as');
  await expect.poll(health, patience).toMatchObject(isFine);
});

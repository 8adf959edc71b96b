import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LocalForge, startLocalForge } from '@gavel/local-forge/local-forge.ts';
import { startLocalSlack } from '@gavel/local-slack/local-slack.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { appPermissions } from '../../src/forge/github/app-needs.ts';
import { makeFolder } from '../archive/workshop.ts';
import { query } from '../jobs/workshop.ts';
import { freshDatabase } from '../support/postgres.ts';
import { startProcess } from './real-process.ts';
import { accept, cardSays, cardsOf, patience, propose, repliesTo } from './scene.ts';

const title = 'Choose a language';
const path = 'team/adrs';
const branch = 'gavel/0001-choose-a-language';

/** Gavel in a process of its own, set up as the README says, and outside it Slack and a GitHub with a protected `main`. */
async function setScene() {
  const folder = await makeFolder();
  const forge = await startLocalForge({ dialect: 'github', folder: join(folder, 'forge') });
  onTestFinished(() => forge.stop());
  await forge.admin.createRepository({
    path,
    files: { 'README.md': '# Our decisions\n' },
    members: { ann: 'maintain' },
  });
  const grants = Object.entries(appPermissions).map(([name, access]) => `${name}:${access}`);
  const app = await forge.admin.createApp({ name: 'Gavel', grants, events: [] });
  forge.admin.install(app, 'team', [path]);
  const keyFile = join(folder, 'gavel.private-key.pem');
  await writeFile(keyFile, app.privateKey);
  forge.admin.protect(path, { branch: 'main', approvals: 1 });
  const manifest: unknown = JSON.parse(await readFile(new URL('../../manifest.json', import.meta.url), 'utf8'));
  const slack = await startLocalSlack({ manifest, rateLimits: false, mode: 'socket' });
  onTestFinished(() => slack.stop());
  const databaseUrl = await freshDatabase();
  const environment = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    DATABASE_URL: databaseUrl,
    ADR_REPOSITORY: forge.gitUrl(path),
    GITHUB_APP_ID: String(app.id),
    GITHUB_APP_KEY: keyFile,
    // The address of a local forge shows neither.
    ADR_FORGE: 'github',
    ADR_FORGE_URL: forge.apiUrl,
    ADR_REVIEW_LABELS: 'adr',
    GAVEL_DATA: join(folder, 'data'),
  };
  const rows = (text: string) => query(databaseUrl, text);
  return { slack, forge, rows, start: () => startProcess(environment) };
}

/** Resolves when the forge is asked for this, or has answered it; in that moment, `act` is called. */
function atRequest(forge: LocalForge, name: RegExp, when: 'asked' | 'answered', act: () => Promise<void>) {
  return new Promise<void>((resolve, reject) => {
    const end = forge.wire.subscribe((entry) => {
      if (!name.test(entry.name) || (entry.status !== undefined) !== (when === 'answered')) return;
      end();
      act().then(resolve, reject);
    });
  });
}

describe('kill -9', { timeout: 120_000 }, () => {
  it.each([
    ['in the middle of the push', /^POST .*\/git-receive-pack/, 'asked'],
    ['between the push and the opening', /^POST .*\/git-receive-pack/, 'answered'],
    ['while a review is being opened', /^POST .*\/pulls$/, 'asked'],
    ['between the opening and its being recorded', /^POST .*\/labels$/, 'asked'],
  ] as const)('%s leaves one review, with its label, and one announcement', async (_when, name, when) => {
    const { slack, forge, rows, start } = await setScene();
    const first = await start();
    const card = await propose(slack, title);
    const killed = atRequest(forge, name, when, () => first.kill());
    await accept(slack, card);
    await killed;
    expect(await rows(`select 1 from message where body ->> 'kind' = 'review opened'`)).toEqual([]);

    const next = await start();
    await cardSays(slack, title, 'waiting for 1 approval');
    await expect.poll(() => rows('select from message where ts is null'), patience).toEqual([]);
    expect(forge.reviews(path)).toMatchObject([{ number: 1, head: branch, state: 'open', labels: ['adr'] }]);
    expect(repliesTo(slack, card).filter((text) => text.includes('#1'))).toHaveLength(1);
    expect(cardsOf(slack, title)).toHaveLength(1);
    expect(await next.end('SIGTERM')).toEqual([0, null]);
  });
});

import { execFile } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { branch, path, pushBranch, type Stage, setStage } from './stage.ts';

const run = promisify(execFile);

afterEach(() => {
  vi.useRealTimers();
});

/** The installation tokens that were made. */
function tokensOf({ asked }: Stage): readonly string[] {
  return asked().filter((name) => name.includes('access_tokens'));
}

/** What git needs to read and write as the App. */
async function gitUrl({ forge, gavel }: Stage): Promise<string> {
  const url = new URL(`${forge.url}/${path}.git`);
  return Object.assign(url, await gavel.gitToken()).href;
}

/** Puts a commit that the forge has on `main`. */
async function pushCommit(url: string, commit: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-github-clone-'));
  const git = async (...args: readonly string[]) => await run('git', ['-C', folder, ...args]);
  try {
    await git('init', '--quiet', '--bare');
    await git('fetch', '--quiet', url, commit);
    await git('push', '--quiet', url, `${commit}:refs/heads/main`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The id of the tree of a commit. */
async function treeOf({ forge, gavel }: Stage, commit: string): Promise<string> {
  const { password } = await gavel.gitToken();
  const headers = { authorization: `token ${password}` };
  const answer = await fetch(`${forge.apiUrl}/repos/${path}/git/commits/${commit}`, { headers });
  const { tree }: { tree: { sha: string } } = await answer.json();
  return tree.sha;
}

describe('an App', () => {
  it('takes one token for this repository and what it needs there, and keeps it', async () => {
    await using stage = await setStage();
    await stage.gavel.forge.askBranch('main');
    await Promise.all([stage.gavel.forge.findReview(branch), stage.gavel.gitToken(), stage.gavel.gitToken()]);
    expect(tokensOf(stage)).toHaveLength(1);
    const made = stage.forge.wire.entries().find(({ name }) => name.includes('access_tokens'));
    expect(made?.sent).toEqual({
      repositories: ['adrs'],
      permissions: { contents: 'write', metadata: 'read', pull_requests: 'write' },
    });
  });

  it('is known by its id as well as by its client id', async () => {
    await using stage = await setStage();
    const { id, privateKey } = stage.app;
    const { forge } = stage.open({ credentials: { app: { id: String(id), privateKey } } });
    expect((await forge.askBranch('main')).takesCommits).toBe(true);
  });

  it('takes a key whose lines were joined for an environment variable', async () => {
    await using stage = await setStage();
    const { clientId, privateKey } = stage.app;
    const joined = privateKey.replaceAll('\n', '\\n');
    const { forge } = stage.open({ credentials: { app: { id: clientId, privateKey: joined } } });
    expect((await forge.askBranch('main')).takesCommits).toBe(true);
  });

  it('lets git read and write with its token', async () => {
    await using stage = await setStage();
    const { stdout } = await run('git', ['ls-remote', await gitUrl(stage), 'refs/heads/main']);
    expect(stdout).toContain('refs/heads/main');
  });

  it.each([
    ['', 0],
    [', though its clock is an hour slow', 3600],
    [', though its clock is an hour fast', -3600],
  ])('takes another token before the first is too old for a long push%s', async (_, seconds) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using stage = await setStage({ begins: new Date(Date.now() + seconds * 1000) });
    const first = await stage.gavel.gitToken();
    vi.setSystemTime(Date.now() + 45 * 60_000);
    expect(await stage.gavel.gitToken()).toEqual(first);
    vi.setSystemTime(Date.now() + 6 * 60_000);
    expect(await stage.gavel.gitToken()).not.toEqual(first);
  });

  it('takes another token when the first is revoked', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using stage = await setStage();
    const { password } = await stage.gavel.gitToken();
    stage.forge.admin.revokeToken(password);
    vi.setSystemTime(Date.now() + 10_000);
    expect((await stage.gavel.forge.askBranch('main')).takesCommits).toBe(true);
  });

  it('gives git another token for one that was refused, and only for that', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using stage = await setStage();
    const first = await stage.gavel.gitToken();
    vi.setSystemTime(Date.now() + 10_000);
    expect(await stage.gavel.gitToken('an earlier one')).toEqual(first);
    expect(await stage.gavel.gitToken(first?.password)).not.toEqual(first);
  });

  it('is found again after it was removed and installed anew', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using stage = await setStage();
    await stage.gavel.forge.askBranch('main');
    stage.forge.admin.uninstall(stage.app, 'team');
    stage.forge.admin.install(stage.app, 'team');
    vi.setSystemTime(Date.now() + 10 * 60_000);
    expect((await stage.gavel.forge.askBranch('main')).takesCommits).toBe(true);
  });

  it('says where to install it', async () => {
    await using stage = await setStage();
    const missing = {
      code: 'app not installed',
      place: stage.place,
      url: `${stage.forge.url}/github-apps/gavel/installations/new`,
    };
    await stage.gavel.forge.askBranch('main');
    stage.forge.admin.chooseRepositories(stage.app, 'team', []);
    await expect(stage.gavel.forge.findReview(branch)).rejects.toMatchObject({ trouble: missing });
    stage.forge.admin.uninstall(stage.app, 'team');
    await expect(stage.gavel.forge.findReview(branch)).rejects.toMatchObject({ trouble: missing });
    await expect(stage.open({}).gitToken()).rejects.toMatchObject({ trouble: missing });
  });

  it('names the permission that it was not granted', async () => {
    await using stage = await setStage();
    stage.forge.admin.grant(stage.app, 'team', ['metadata:read', 'contents:write', 'pull_requests:read']);
    await expect(stage.gavel.forge.askBranch('main')).rejects.toMatchObject({
      trouble: { code: 'permission missing', place: stage.place, permission: 'pull_requests: write' },
    });
    stage.forge.admin.grant(stage.app, 'team', ['metadata:read', 'contents:write', 'pull_requests:write']);
    expect((await stage.gavel.forge.askBranch('main')).takesCommits).toBe(true);
  });

  it('names the permission that it was granted once', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using stage = await setStage();
    await stage.gavel.forge.askBranch('main');
    stage.forge.admin.grant(stage.app, 'team', ['metadata:read', 'contents:read', 'pull_requests:write']);
    vi.setSystemTime(Date.now() + 60 * 60_000);
    await expect(stage.gavel.forge.askBranch('main')).rejects.toMatchObject({
      trouble: { code: 'permission missing', place: stage.place, permission: 'contents: write' },
    });
  });

  it('says that it is suspended', async () => {
    await using stage = await setStage();
    stage.forge.admin.suspend(stage.app, 'team');
    await expect(stage.gavel.forge.askBranch('main')).rejects.toMatchObject({
      trouble: { code: 'forge key refused', key: 'app', said: 'This installation has been suspended' },
    });
  });

  it('says that its key is another one', async () => {
    await using stage = await setStage();
    const { privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      publicKeyEncoding: { type: 'spki', format: 'pem' },
    });
    const { forge } = stage.open({ credentials: { app: { id: stage.app.clientId, privateKey } } });
    await expect(forge.askBranch('main')).rejects.toMatchObject({
      trouble: { code: 'forge key refused', key: 'app', said: 'A JSON web token could not be decoded' },
    });
  });

  it('says that there is no App of its id', async () => {
    await using stage = await setStage();
    const { privateKey } = stage.app;
    const { forge } = stage.open({ credentials: { app: { id: 'Iv23nobody', privateKey } } });
    await expect(forge.askBranch('main')).rejects.toMatchObject({
      trouble: { code: 'forge key refused', key: 'app', said: 'Integration not found' },
    });
  });

  it.each([-3600, 3600])('puts up with a clock that is %d seconds off', async (seconds) => {
    await using stage = await setStage({ begins: new Date(Date.now() + seconds * 1000) });
    expect((await stage.gavel.forge.askBranch('main')).takesCommits).toBe(true);
  });

  it('makes commits that GitHub signs', async () => {
    await using stage = await setStage();
    const { forge, gavel } = stage;
    stage.protect({ signatures: true, push: 'writers' });
    const parent = (await forge.tip(path, 'main')) ?? '';
    const commit = await gavel.makeCommit?.({
      parents: [parent],
      baseTree: await treeOf(stage, parent),
      message: 'Use PostgreSQL\n\nCo-authored-by: Ann <ann@example.com>\n\nGavel-Decision: 12\n',
      files: [
        { path: 'docs/adr/0012-use-postgres.md', mode: '100644', content: '# Über PostgreSQL 𝄞\n' },
        { path: 'docs/adr/0001-use-adrs.md', mode: '100644', blob: null },
      ],
    });
    expect(forge.wire.entries().find(({ name }) => name.endsWith('/git/trees'))?.sent).toMatchObject({
      tree: [{ path: 'docs/adr/0012-use-postgres.md' }, { path: 'docs/adr/0001-use-adrs.md', sha: null }],
    });
    // The branch takes only commits whose signature is verified.
    await pushCommit(await gitUrl(stage), commit ?? '');
    expect(await forge.tip(path, 'main')).toBe(commit);
    expect(await forge.file(path, 'main', 'docs/adr/0012-use-postgres.md')).toBe('# Über PostgreSQL 𝄞\n');
    expect(await forge.file(path, 'main', 'docs/adr/0001-use-adrs.md')).toBeUndefined();
    expect(await forge.file(path, 'main', 'README.md')).toBe('Our decisions\n');
  });

  it('makes merges in which no file changes', async () => {
    await using stage = await setStage();
    const { forge, gavel } = stage;
    const [before = '', other = ''] = [await forge.tip(path, 'main'), await pushBranch(stage)];
    const request = { parents: [before, other], baseTree: await treeOf(stage, other), message: 'Merge\n', files: [] };
    const commit = (await gavel.makeCommit?.(request)) ?? '';
    await pushCommit(await gitUrl(stage), commit);
    expect(await forge.tip(path, 'main')).toBe(commit);
    expect(await forge.file(path, 'main', 'docs/adr/0012-use-postgres.md')).toBe('# Use PostgreSQL\n');
  });
});

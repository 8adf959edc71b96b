import { createServer } from 'node:http';
import { basename, dirname } from 'node:path';
import { startLocalForge } from '@gavel/local-forge/local-forge.ts';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { watchArchive } from '../../src/archive/watch.ts';
import { serveGit } from './git-server.ts';
import { archiveFor, makeChange, makeFolder, makeRemote, namesIn, pushFiles } from './workshop.ts';

const path = 'team/adrs';
const folder = 'docs/decisions';
const branch = 'gavel/0002-choose';
const dialects = ['github', 'gitlab', 'forgejo'] as const;

/** A forge, and an archive there by a token of its bot. */
async function openTeam(dialect: (typeof dialects)[number]) {
  const forge = await startLocalForge({ dialect, folder: await makeFolder() });
  onTestFinished(() => forge.stop());
  const files = { [`${folder}/0000-zero.md`]: 'zero\n' };
  await forge.admin.createRepository({ path, files, members: { ann: 'maintain', gavel: 'write' } });
  const { secret } = forge.admin.createToken('gavel');
  const archive = await archiveFor(forge.gitUrl(path), { token: secret });
  return { forge, archive, on: await archive.fetch() };
}

describe.each(dialects)('a repository that was renamed at %s', (dialect) => {
  it('is fetched from and pushed to at its old address, and tells the new one once', async () => {
    const { forge, archive } = await openTeam(dialect);
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const watched = watchArchive(archive, log, () => undefined);
    onTestFinished(() => watched.stop());
    expect(archive.movedTo()).toBeUndefined();
    forge.admin.rename(path, 'team/decisions');
    const { commit } = await watched.archive.commit(makeChange(1), await watched.archive.fetch());
    expect(await forge.tip('team/decisions', 'main')).toBe(commit);

    const on = await watched.archive.fetch();
    const pushed = await watched.archive.pushReview(makeChange(2), on, { branch, replaces: undefined });
    await forge.person('ann').commit('team/decisions', { branch, files: { 'notes.md': 'Noted.\n' } });
    const review = await watched.archive.fetchReview(branch, on);
    expect(review).toMatchObject({ others: [{ by: 'ann' }] });
    await watched.archive.deleteReview(branch, review?.commit ?? pushed.commit);
    expect(await forge.tip('team/decisions', branch)).toBeUndefined();

    const place = archive.label;
    const to = place.replace(path, 'team/decisions');
    expect(archive.movedTo()).toBe(to);
    expect(log.warn.mock.calls).toEqual([[{ place, to }, expect.any(String)]]);
    expect(watched.condition()).toEqual({ state: 'ok' });
  });
});

describe.each(dialects)('a default branch that was renamed at %s', (dialect) => {
  it('is followed by its new name', async () => {
    const { forge, archive, on } = await openTeam(dialect);
    const { commit } = await archive.commit(makeChange(1), on);
    await forge.admin.renameBranch(path, 'main', 'trunk');
    const renamed = await archive.fetch();
    expect(renamed).toMatchObject({ branch: 'trunk', madeFrom: undefined, commit });
    expect(namesIn(renamed)).toEqual(['0000-zero.md', '0001-choose-1.md']);
    const next = await archive.commit(makeChange(2), renamed);
    expect(await forge.tip(path, 'trunk')).toBe(next.commit);
    expect(await forge.tip(path, 'main')).toBeUndefined();
  });
});

describe('a repository that has moved to another host', () => {
  it('does not get the token there', async () => {
    const token = 'kept-here';
    const remote = await makeRemote();
    await pushFiles(remote, { 'docs/decisions/0001-first.md': 'one' });
    const elsewhere = await serveGit(dirname(remote), 'x-access-token', token);
    const given: string[] = [];
    const server = createServer((request, response) => {
      given.push(request.headers.authorization ?? '');
      if (request.headers.authorization === undefined)
        response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="git"' }).end();
      else response.writeHead(301, { location: elsewhere.urlOf(`${basename(remote)}${request.url?.slice(9)}`) }).end();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    onTestFinished(() => new Promise<void>((done) => server.close(() => done())));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/team.git`;
    const archive = await archiveFor(url, { token });
    await expect(archive.fetch()).rejects.toMatchObject({ trouble: { code: 'not authorized' } });
    expect(given).toContain(`Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`);
    expect([...elsewhere.seen].join(' ')).not.toContain(token);
  });
});

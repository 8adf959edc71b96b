import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BranchMoved } from '../../src/workflow/ports/archive/archive-error.ts';
import { serveGit } from './git-server.ts';
import { archiveFor, git, makeChange, makeRemote, namesIn, pushFiles } from './workshop.ts';

const folder = 'docs/decisions';
const first = `${folder}/0001-first.md`;

async function makeEmptyRemote(head: string): Promise<string> {
  const remote = await makeRemote();
  await git(remote, 'symbolic-ref', 'HEAD', `refs/heads/${head}`);
  return remote;
}

const branchesOf = (remote: string) => git(remote, 'for-each-ref', '--format=%(refname:short)');

describe('an empty repository', () => {
  const ways: Readonly<Record<string, (remote: string) => string | Promise<string>>> = {
    'a path': (remote) => remote,
    'a file address': (remote) => pathToFileURL(remote).href,
    http: async (remote) => (await serveGit(dirname(remote), 'x-access-token', 'secret')).urlOf('team.git'),
  };

  it.each(Object.entries(ways))('over %s takes all commits on the branch that its HEAD names', async (_, addressOf) => {
    const remote = await makeEmptyRemote('trunk');
    const archive = await archiveFor(await addressOf(remote), { token: 'secret' });
    for (const number of [1, 2]) await archive.commit(makeChange(number), await archive.fetch());
    expect(await branchesOf(remote)).toBe('trunk');
    expect(await git(remote, 'rev-list', '--count', 'trunk')).toBe('2');
  });

  it('takes them on main if its server does not tell the name', async () => {
    const remote = await makeEmptyRemote('trunk');
    await git(remote, 'config', 'lsrefs.unborn', 'ignore');
    const address = (await serveGit(dirname(remote), 'x-access-token', 'secret')).urlOf('team.git');
    const archive = await archiveFor(address, { token: 'secret' });
    for (const number of [1, 2]) await archive.commit(makeChange(number), await archive.fetch());
    const another = await archiveFor(address, { token: 'secret' });
    await another.commit(makeChange(3), await another.fetch());
    expect(await branchesOf(remote)).toBe('main');
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('3');
  });
});

describe('a repository whose HEAD names a branch that does not exist', () => {
  it('is followed on its only branch', async () => {
    const remote = await makeEmptyRemote('trunk');
    await pushFiles(remote, { [first]: 'one' });
    const archive = await archiveFor(remote);
    await archive.check();
    const { commit } = await archive.commit(makeChange(2), await archive.fetch());
    expect(await git(remote, 'rev-parse', 'main')).toBe(commit);
  });

  it('is followed on the branch that was followed before, and asks for one if there was none', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { [first]: 'one' });
    await pushFiles(remote, { 'a.txt': 'a' }, 'shop');
    const archive = await archiveFor(remote);
    await archive.fetch();
    await git(remote, 'symbolic-ref', 'HEAD', 'refs/heads/gone');
    const { commit } = await archive.commit(makeChange(2), await archive.fetch());
    expect(await git(remote, 'rev-parse', 'main')).toBe(commit);

    const another = await archiveFor(remote);
    await expect(another.fetch()).rejects.toMatchObject({ trouble: { code: 'no branch', known: ['main', 'shop'] } });
    await git(remote, 'symbolic-ref', 'HEAD', 'refs/heads/main');
    expect(namesIn(await another.fetch())).toEqual(['0001-first.md', '0002-choose-2.md']);
  });

  it('is followed where its HEAD leads when it was renamed', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { [first]: 'one' });
    const archive = await archiveFor(remote);
    const stale = await archive.fetch();
    await git(remote, 'branch', '--move', 'main', 'trunk');
    await expect(archive.commit(makeChange(2), stale)).rejects.toBeInstanceOf(BranchMoved);
    await archive.commit(makeChange(2), await archive.fetch());
    expect(await branchesOf(remote)).toBe('trunk');
    expect(await git(remote, 'rev-list', '--count', 'trunk')).toBe('2');
  });
});

describe('a publishing branch that does not exist', () => {
  it('is created from the default branch with the first commit', async () => {
    const remote = await makeRemote();
    const main = await pushFiles(remote, { [first]: 'one' });
    const archive = await archiveFor(remote, { branch: 'adr' });
    expect(await archive.check()).toEqual({ branch: 'adr', madeFrom: 'main' });
    const snapshot = await archive.fetch();
    expect([namesIn(snapshot), snapshot.branch, snapshot.madeFrom]).toEqual([['0001-first.md'], 'adr', 'main']);
    const { commit } = await archive.commit(makeChange(2), snapshot);
    expect(await git(remote, 'rev-parse', 'adr', 'adr^', 'main')).toBe([commit, main, main].join('\n'));
    const next = await archive.fetch();
    expect([next.branch, next.madeFrom, next.commit]).toEqual(['adr', undefined, commit]);
    expect(await archive.check()).toBeUndefined();
  });

  it('is not created twice', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { [first]: 'one' });
    const archive = await archiveFor(remote, { branch: 'team/adr' });
    const snapshot = await archive.fetch();
    const theirs = await pushFiles(remote, { 'b.txt': 'b' }, 'team/adr');
    await expect(archive.commit(makeChange(2), snapshot)).rejects.toBeInstanceOf(BranchMoved);
    await archive.commit(makeChange(2), await archive.fetch());
    expect(await git(remote, 'rev-parse', 'team/adr^')).toBe(theirs);
  });

  /** A branch with a commit of ours, which reaches `main` the way `merge` puts it there, and which is then deleted. */
  async function deleteBranch(merge: (remote: string) => Promise<unknown>) {
    const remote = await makeRemote();
    await pushFiles(remote, { [first]: 'one' });
    await git(remote, 'branch', 'adr', 'main');
    const archive = await archiveFor(remote, { branch: 'adr' });
    const { commit } = await archive.commit(makeChange(2), await archive.fetch());
    await archive.fetch();
    await merge(remote);
    await git(remote, 'branch', '--delete', '--force', 'adr');
    return { remote, archive, commit };
  }

  it.each([
    ['merged', (remote: string) => git(remote, 'update-ref', 'refs/heads/main', 'adr')],
    ['squashed', (remote: string) => pushFiles(remote, { [`${folder}/0002-choose-2.md`]: 'edited since' })],
  ])('is made anew from the default branch into which it was %s', async (_, merge) => {
    const { remote, archive } = await deleteBranch(merge);
    const snapshot = await archive.fetch();
    expect([namesIn(snapshot), snapshot.madeFrom]).toEqual([['0001-first.md', '0002-choose-2.md'], 'main']);
    await archive.commit(makeChange(3), snapshot);
    expect(await git(remote, 'rev-parse', 'adr^')).toBe(await git(remote, 'rev-parse', 'main'));
  });

  it('is not created again while its ADRs are nowhere else, and says what to do', async () => {
    const { remote, archive, commit } = await deleteBranch(async () => undefined);
    const lost = { other: 'main', lost: ['0002-choose-2.md'], more: 0 };
    for (const _ of [1, 2])
      await expect(archive.fetch()).rejects.toMatchObject({
        trouble: { code: 'branch gone', branch: 'adr', commit, ...lost },
      });
    await git(remote, 'branch', 'adr', commit);
    await archive.commit(makeChange(3), await archive.fetch());
    expect(await git(remote, 'rev-parse', 'adr^')).toBe(commit);
  });

  it('asks for a default branch to create it from', async () => {
    const remote = await makeEmptyRemote('gone');
    await pushFiles(remote, { 'a.txt': 'a' }, 'one');
    await pushFiles(remote, { 'a.txt': 'a' }, 'two');
    const archive = await archiveFor(remote, { branch: 'adr' });
    await expect(archive.fetch()).rejects.toMatchObject({
      trouble: { code: 'no branch', branch: 'adr', known: ['one', 'two'] },
    });
  });
});

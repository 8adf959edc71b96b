import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/archive.ts';
import { archiveFor, git, makeChange, makeFolder, makeRemote, namesIn, pushFiles, settingsFor } from '../workshop.ts';

describe('the machine’s own git configuration', () => {
  it('does not interfere, nor does the environment of a git hook', async () => {
    const remote = await makeRemote();
    const home = await makeFolder();
    const hook = join(home, 'hooks', 'pre-push');
    await mkdir(join(home, 'hooks'));
    await writeFile(hook, '#!/bin/sh\necho no >&2\nexit 1\n');
    await chmod(hook, 0o755);
    const lines = [
      '[commit]\ngpgSign = true\n[tag]\ngpgSign = true\n[gpg]\nprogram = /nowhere',
      '[push]\ngpgSign = true\nfollowTags = true\npushOption = x\n[i18n]\ncommitEncoding = latin1',
      '[init]\ntemplateDir = /nowhere\n[log]\nshowSignature = true\n[color]\nui = always\n[core]\nautocrlf = true',
      `[remote "origin"]\nurl = /nowhere\n[fetch]\nprune = true\n[core]\nhooksPath = ${home}/hooks`,
    ];
    await writeFile(join(home, '.gitconfig'), `${lines.join('\n')}\n`);
    const environment = { PATH: process.env.PATH, HOME: home, GIT_DIR: '/nowhere', GIT_INDEX_FILE: '/nowhere' };
    const archive = openArchive(await settingsFor(remote), { environment });
    await archive.check();
    const { commit } = await archive.commit(makeChange(1, { subject: 'Größe' }), await archive.fetch());
    expect(await archive.find('decision-1', new Date(0), await archive.fetch())).toMatchObject({ commit });
    expect(await git(remote, 'cat-file', 'commit', commit)).not.toContain('encoding');
    expect(await git(remote, 'log', '-1', '--format=%s', 'main')).toBe('Größe');
  });

  it('keeps the machine’s harmless settings: a rewritten address still works', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'docs/decisions/0001-first.md': 'one' });
    const home = await makeFolder();
    await writeFile(join(home, '.gitconfig'), `[url "${remote}"]\ninsteadOf = /short/name\n`);
    const environment = { PATH: process.env.PATH, HOME: home };
    const archive = openArchive(await settingsFor('/short/name'), { environment });
    expect(namesIn(await archive.fetch())).toEqual(['0001-first.md']);
  });

  it.runIf(process.getuid?.() === 0)('does not keep root out of another user’s repository', async () => {
    const remote = await makeRemote();
    await pushFiles(remote, { 'a.txt': 'a' });
    await git('/', '-c', `alias.give=!chown -R 12345 '${remote}'`, 'give');
    const archive = await archiveFor(remote);
    await archive.commit(makeChange(1), await archive.fetch());
    expect(await git(remote, 'rev-list', '--count', 'main')).toBe('2');
    expect(await readFile(join(remote, 'HEAD'), 'utf8')).toBe('ref: refs/heads/main\n');
  });
});

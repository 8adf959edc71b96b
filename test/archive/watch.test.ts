import { expect, it, onTestFinished } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { watchArchive } from '../../src/archive/watch.ts';
import { ForgeError } from '../../src/workflow/ports/forge/forge-error.ts';
import type { Log } from '../../src/workflow/ports/ports.ts';
import { FakeForge } from '../workflow/fake-forge.ts';
import { makeChange, makeRemote, pushFiles, settingsFor } from './workshop.ts';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const listed = { name: 'platform', folderSetting: 'folder' } as const;
const trouble = { code: 'permission missing', place: 'forge.example', permission: 'contents: write' } as const;

it('says with trouble of the forge how the repository is listed, and that nothing can be published', async () => {
  const remote = await makeRemote();
  await pushFiles(remote, { 'docs/decisions/0001-use-tea.md': '# 1. Use tea\n' });
  const makeCommit = () => Promise.reject(new ForgeError(trouble));
  const watched = watchArchive(openArchive(await settingsFor(remote, { listed, makeCommit })), silent, () => undefined);
  onTestFinished(() => watched.stop());
  const known = { trouble: { ...trouble, listed } };
  const forge = new FakeForge(remote);
  const { askBranch } = watched.watchForge(forge);

  forge.fault = () => new ForgeError(trouble);
  await expect(askBranch('main')).rejects.toMatchObject(known);
  expect(watched.condition()).toEqual({ state: 'degraded', reason: trouble.code });
  forge.fault = () => new ForgeError({ code: 'forge unreachable', place: 'forge.example', said: '' });
  await expect(askBranch('main')).rejects.toThrow(ForgeError);
  forge.fault = undefined;
  await askBranch('main');
  expect(watched.condition()).toEqual({ state: 'ok' });

  const { archive } = watched;
  await expect(archive.commit(makeChange(2), await archive.fetch())).rejects.toMatchObject(known);
  await askBranch('main');
  expect(watched.condition()).toEqual({ state: 'degraded', reason: trouble.code });
});

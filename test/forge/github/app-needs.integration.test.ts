import { afterEach, describe, expect, it, vi } from 'vitest';
import { appPermissions } from '../../../src/forge/github/app-needs.ts';
import { branch, openedReview, path, type Stage, setStage } from './stage.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

/** Does everything that Gavel does at GitHub. */
async function doEverything(stage: Stage): Promise<void> {
  const { forge, makeCommit } = stage.gavel;
  const number = await openedReview(stage, { labels: ['adr'], reviewers: ['ben'] });
  await forge.askBranch('main');
  await forge.findReview(branch);
  await forge.readReview(number);
  await forge.editReview(number, { title: 'Use SQLite', isDraft: true });
  await forge.listComments(number, new Date(0));
  await forge.closeReview(number);
  await forge.reopenReview(number);
  const parent = (await stage.forge.tip(path, 'main')) ?? '';
  const files = [
    { path: 'a.md', mode: '100644', content: 'A\n' },
    { path: 'README.md', mode: '100644', blob: null },
  ] as const;
  await makeCommit?.({ parents: [parent], baseTree: parent, message: 'A\n', files });
}

/** What each request could have been made with: sets of permissions, any of which is enough. */
function watchPermissions(): readonly string[][] {
  const seen: string[][] = [];
  const { fetch } = globalThis;
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (...args) => {
    const response = await fetch(...args);
    const accepted = response.headers.get('x-accepted-github-permissions');
    if (accepted !== null) seen.push(accepted.split(';').map((set) => set.trim()));
    return response;
  });
  return seen;
}

describe('everything that Gavel does at GitHub', () => {
  it('needs the permissions of the App, and no other', async () => {
    await using stage = await setStage();
    const seen = watchPermissions();
    await doEverything(stage);
    const levels = { read: ['read'], write: ['read', 'write'] };
    const granted = Object.entries(appPermissions).flatMap(([name, access]) =>
      levels[access].map((level) => `${name}=${level}`),
    );
    expect(seen.length).toBeGreaterThan(10);
    expect(seen.filter((sets) => !sets.some((set) => granted.includes(set)))).toEqual([]);
    const needed = Object.entries(appPermissions).map(([name, access]) => `${name}=${access}`);
    expect(needed.filter((permission) => !seen.some((sets) => sets.includes(permission)))).toEqual([]);
  });
});

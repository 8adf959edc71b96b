import { afterEach, describe, expect, it, vi } from 'vitest';
import { path, setStage } from './stage.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe('askBranch', () => {
  it('finds a branch open that nothing protects', async () => {
    await using stage = await setStage();
    expect(await stage.gavel.forge.askBranch('main')).toEqual({
      takesCommits: true,
      why: { code: 'branch open', branch: 'main' },
      wantsSignatures: false,
      otherRules: [],
    });
  });

  it('finds a branch open that does not exist yet', async () => {
    await using stage = await setStage();
    expect((await stage.gavel.forge.askBranch('later')).takesCommits).toBe(true);
  });

  it('finds a branch open that is only kept from being deleted or rewritten', async () => {
    await using stage = await setStage();
    stage.protect({ push: 'writers' });
    expect(await stage.gavel.forge.askBranch('main')).toMatchObject({ takesCommits: true, otherRules: [] });
  });

  it('asks for a review where the rules do, whoever may bypass them', async () => {
    await using stage = await setStage();
    stage.protect({ approvals: 2, signatures: true, bypass: [stage.app.bot] });
    expect(await stage.gavel.forge.askBranch('main')).toEqual({
      takesCommits: false,
      why: { code: 'reviews only', branch: 'main', approvals: 2 },
      wantsSignatures: true,
      otherRules: [],
    });
  });

  it('names a merge queue, and rules that could refuse a commit', async () => {
    await using stage = await setStage();
    stage.protect({ mergeQueue: true, messagePattern: '^ADR', restrictedPaths: ['src/'], checks: ['ci'] });
    expect(await stage.gavel.forge.askBranch('main')).toMatchObject({
      takesCommits: false,
      why: { code: 'merge queue', branch: 'main' },
      otherRules: ['commit_message_pattern', 'file_path_restriction', 'required_status_checks'],
    });
  });

  it('knows that only others may push', async () => {
    await using stage = await setStage();
    stage.protect({ push: 'maintainers' });
    expect((await stage.gavel.forge.askBranch('main')).why).toEqual({ code: 'may not push', branch: 'main' });
  });

  it('reads what everybody may know of the older kind of protection', async () => {
    await using stage = await setStage();
    stage.protect({ source: 'classic', approvals: 1, signatures: true });
    expect(await stage.gavel.forge.askBranch('main')).toEqual({
      takesCommits: false,
      why: { code: 'reviews only', branch: 'main', approvals: 1 },
      wantsSignatures: true,
      otherRules: [],
    });
  });

  it('asks nothing twice within minutes, and then only whether anything has changed', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    await using stage = await setStage();
    stage.protect({ approvals: 1 });
    await stage.gavel.forge.askBranch('main');
    stage.asked();
    stage.forge.admin.unprotect(path, 'main');
    expect((await stage.gavel.forge.askBranch('main')).takesCommits).toBe(false);
    expect(stage.asked()).toEqual([]);
    vi.setSystemTime(Date.now() + 4 * 60_000);
    expect((await stage.gavel.forge.askBranch('main')).takesCommits).toBe(true);
    expect(stage.asked()).not.toEqual([]);
    vi.setSystemTime(Date.now() + 4 * 60_000);
    await stage.gavel.forge.askBranch('main');
    const last = stage.forge.wire
      .entries()
      .filter(({ kind }) => kind === 'api')
      .slice(-3);
    expect(last.map(({ status }) => status)).toEqual(['304', '304', '304']);
  });

  it('says that a repository is archived before anything is pushed', async () => {
    await using stage = await setStage();
    stage.forge.admin.archive(path);
    await expect(stage.gavel.forge.askBranch('main')).rejects.toMatchObject({
      trouble: { code: 'repository archived', place: stage.place },
    });
  });
});

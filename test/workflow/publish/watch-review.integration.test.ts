import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { withdrawDecision } from '../../../src/workflow/decide/decide.ts';
import { catchUp } from '../../../src/workflow/follow/catch-up.ts';
import { ForgeError } from '../../../src/workflow/ports/forge/forge-error.ts';
import { hearForge } from '../../../src/workflow/publish/review/hear-forge.ts';
import { leaveReview, reopenReview } from '../../../src/workflow/publish/review/review-ended.ts';
import { git, writeScript } from '../../archive/workshop.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const branch = 'gavel/0002-choose-the-language';
const file = '0002-choose-the-language.md';
const alice = { teamId: 'T1', userId: 'U1' };
const theirs = (number: number, title = 'Use tea') => `# ${number}. ${title}\n\n## Status\n\nAccepted\n`;

type Workshop = Awaited<ReturnType<typeof openReviewWorkshop>>;

/** A decision whose ADR is in review. */
async function inReview(workshop: Workshop, more: Partial<Decision> = {}): Promise<Decision> {
  const decision = await workshop.decide({ proposerId: 'U1', ...more });
  await workshop.publish(decision);
  return decision;
}

describe('an open review', { timeout: 240_000 }, () => {
  it('is shown on its card as the forge has it, for one question', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    await workshop.watch(decision);
    workshop.forge.asked.length = 0;
    workshop.forge.change(12, { approvals: 1, wantsChanges: true });
    await workshop.query('delete from card_mark');
    await workshop.watch(decision);
    expect(workshop.forge.asked).toEqual(['readReview']);
    expect(await workshop.review(decision)).toMatchObject({ seen: { approvals: 1, wantsChanges: true } });
    expect(await workshop.query("select from card_mark where task = 'show'")).toHaveLength(1);
    await workshop.query('delete from card_mark');
    await workshop.watch(decision);
    expect(await workshop.query('select from card_mark')).toEqual([]);
  });

  it('is looked at every minute at first, then every ten, then every hour', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    const pauses = [];
    for (const minutes of [0, 30, 60, 600, 24 * 60, 3 * 24 * 60]) {
      workshop.pass(minutes);
      await workshop.watch(decision);
      const { nextLookAt } = (await workshop.review(decision)) ?? {};
      pauses.push(((nextLookAt?.getTime() ?? 0) - workshop.now().getTime()) / 60_000);
    }
    expect(pauses).toEqual([1, 1, 10, 10, 60, 60]);
  });

  it('is looked at again after its job was lost', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    await workshop.query('select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs');
    await catchUp(workshop.ports);
    expect((await workshop.waitingJobs()).map(({ key }) => key)).toEqual([
      expect.stringContaining(`watch-review:${decision.id}`),
    ]);
  });

  it('of two that supersede one ADR, the later one leaves it to the first', async () => {
    const workshop = await openReviewWorkshop();
    const bond = await workshop.bondTo('0001-use-git.md');
    const first = await inReview(workshop, { bond });
    const second = await inReview(workshop, { bond, title: 'Choose a tool' });
    await workshop.forge.merge(12);
    workshop.forge.change(13, { hasConflict: true });
    for (const decision of [first, second, second]) await workshop.watch(decision);
    workshop.forge.change(13, { hasConflict: false });
    await workshop.forge.merge(13);
    await workshop.watch(second);
    expect(await workshop.publication(second)).toMatchObject({ state: 'merged', number: 3 });
    const old = await workshop.textOn('main', '0001-use-git.md');
    expect(old).toContain('0002-choose-the-language.md');
    expect(old).not.toContain('0003-choose-a-tool.md');
    expect(await workshop.textOn('main', '0003-choose-a-tool.md')).not.toMatch(/supersedes/i);
    expect(await workshop.kinds(second)).toEqual(['review opened', 'published']);
  });

  it('is named in the thread once, after a week', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    for (let day = 1; day <= 22; day += 1) {
      workshop.pass(24 * 60);
      await workshop.watch(decision);
    }
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'review waits']);
  });

  it('keeps waiting while its forge does not answer; the thread hears of it after a while, and once', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    const trouble = { code: 'forge unreachable', place: 'forge.example', said: 'HTTP 503' } as const;
    workshop.forge.fault = () => new ForgeError(trouble);
    for (let minute = 0; minute < 60; minute += 1) await workshop.watch(decision);
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'not published']);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review', trouble });
    workshop.forge.fault = undefined;
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review', trouble: undefined });
    await workshop.forge.merge(12);
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged' });
  });

  it('is looked at no sooner than its forge says', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    const retryAt = new Date(workshop.now().getTime() + 45 * 60_000);
    const limit = { code: 'forge unreachable', place: 'forge.example', said: 'rate limit' } as const;
    workshop.forge.fault = () => new ForgeError(limit, { retryAt });
    await workshop.watch(decision);
    expect((await workshop.review(decision))?.nextLookAt).toEqual(retryAt);
  });

  it('has the next number after somebody has taken its own, with what others did on it', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    await workshop.commitTo(branch, (folder) => appendFile(join(folder, file), '\nA suggestion.\n'));
    await workshop.push({ '0002-use-tea.md': theirs(2) });
    await workshop.watch(decision);
    await workshop.follow();
    await workshop.watch(decision);
    await workshop.watch(decision);
    const renamed = '0003-choose-the-language.md';
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review', number: 3, fileName: renamed });
    const text = await workshop.textOn(branch, renamed);
    expect(text).toContain('# 3. Choose the language');
    expect(text).toContain('A suggestion.');
    await expect(workshop.textOn(branch, file)).rejects.toThrow();
    expect(await git(workshop.remote, 'log', '--format=%s', branch)).toContain('Suggest something');
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'edited in review', 'review renumbered']);
    expect(workshop.forge.reviews()[0]?.title).toContain('0003');
    await workshop.forge.merge(12);
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', number: 3, fileName: renamed });
    expect(await git(workshop.remote, 'ls-tree', '--name-only', 'main:docs/decisions')).toBe(
      '0001-use-git.md\n0002-use-tea.md\n0003-choose-the-language.md',
    );
  });

  it('is left alone while it waits in a merge queue, which a push would take it out of', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    const head = await git(workshop.remote, 'rev-parse', branch);
    workshop.forge.change(12, { isQueued: true });
    await workshop.push({ '0002-use-tea.md': theirs(2) });
    await workshop.follow();
    await workshop.watch(decision);
    expect(await workshop.review(decision)).toMatchObject({ seen: { isQueued: true } });
    expect(await git(workshop.remote, 'rev-parse', branch)).toBe(head);
  });

  it.each(['merge', 'squash', 'rebase'] as const)(
    'has one commit with the next number if nobody else has changed it, and comes once by %s',
    async (way) => {
      const workshop = await openReviewWorkshop();
      const decision = await inReview(workshop);
      for (const [name, text] of Object.entries({
        '0002-use-tea.md': theirs(2),
        '0003-use-milk.md': theirs(3, 'Use milk'),
      })) {
        await workshop.push({ [name]: text });
        await workshop.follow();
        await workshop.watch(decision);
        await workshop.watch(decision);
      }
      const head = await git(workshop.remote, 'rev-parse', branch);
      expect(await git(workshop.remote, 'rev-list', `main..${branch}`)).toBe(head);
      expect(await workshop.review(decision)).toMatchObject({ pushed: head, seen: { head } });
      await workshop.forge.merge(12, way);
      await workshop.watch(decision);
      const renamed = '0004-choose-the-language.md';
      expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', number: 4, fileName: renamed });
      expect(await git(workshop.remote, 'ls-tree', '--name-only', 'main:docs/decisions')).toBe(
        `0001-use-git.md\n0002-use-tea.md\n0003-use-milk.md\n${renamed}`,
      );
      const kinds = ['review opened', 'review renumbered', 'review renumbered', 'published'];
      expect(await workshop.kinds(decision)).toEqual(kinds);
    },
  );

  /** How a remote may keep Gavel from replacing a commit: by git's own setting, or by a rule, in the words of a forge. */
  const keepers: Readonly<Record<'setting' | 'rule', (remote: string) => Promise<unknown>>> = {
    setting: (remote) => git(remote, 'config', 'receive.denyNonFastForwards', 'true'),
    rule: (remote) =>
      writeScript(
        join(remote, 'hooks/update'),
        `case "$2" in *[!0]*) ;; *) exit 0 ;; esac
git merge-base --is-ancestor "$2" "$3" || { echo "GH006: Protected branch update failed for $1." >&2; exit 1; }`,
      ),
  };

  it.each([
    ['merge', 'setting'],
    ['squash', 'rule'],
    ['rebase', 'rule'],
  ] as const)(
    'has the next number by a merge where no commit may be replaced, and comes once by %s (%s)',
    async (way, keeper) => {
      const workshop = await openReviewWorkshop();
      const decision = await inReview(workshop);
      await keepers[keeper](workshop.remote);
      const head = await git(workshop.remote, 'rev-parse', branch);
      await workshop.push({ '0002-use-tea.md': theirs(2) });
      await workshop.follow();
      await workshop.watch(decision);
      expect(await workshop.textOn(branch, '0003-choose-the-language.md')).toContain('# 3. Choose the language');
      expect(await git(workshop.remote, 'rev-parse', `${branch}^1^`)).toBe(head);
      expect(await workshop.kinds(decision)).toEqual(['review opened', 'review renumbered']);
      await workshop.forge.merge(12, way);
      await workshop.watch(decision);
      const renamed = '0003-choose-the-language.md';
      expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', number: 3, fileName: renamed });
      expect(await git(workshop.remote, 'ls-tree', '--name-only', 'main:docs/decisions')).toBe(
        `0001-use-git.md\n0002-use-tea.md\n${renamed}`,
      );
    },
  );

  it('tells of a conflict that people have to resolve, once', async () => {
    const workshop = await openReviewWorkshop();
    await workshop.push({ 'README.md': '# Decisions\n\n- [1. Use git](0001-use-git.md)\n' });
    const decision = await inReview(workshop);
    await workshop.commitTo(branch, async (folder) => {
      const path = join(folder, 'README.md');
      await writeFile(path, (await readFile(path, 'utf8')).replace('Use git', 'Use git, always'));
    });
    await workshop.push({ 'README.md': '# Decisions\n\n- [1. Use git, mostly](0001-use-git.md)\n' });
    workshop.forge.change(12, { hasConflict: true });
    await workshop.watch(decision);
    await workshop.watch(decision);
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'review conflict']);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review' });
  });

  it('stays as others made it, also when they rewrite its branch', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    const head = await workshop.commitTo(branch, (folder) => appendFile(join(folder, file), '\nMore.\n'), '--amend');
    await workshop.watch(decision);
    expect(await workshop.review(decision)).toMatchObject({ seen: { head } });
    expect(await git(workshop.remote, 'rev-parse', branch)).toBe(head);
    await workshop.forge.merge(12);
    await workshop.watch(decision);
    expect(await workshop.kinds(decision)).toEqual([
      'review opened',
      'edited in review',
      'edited in review',
      'published',
    ]);
  });

  it('is merged into the branch that became the default one', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    await git(workshop.remote, 'branch', '-m', 'main', 'trunk');
    await git(workshop.remote, 'symbolic-ref', 'HEAD', 'refs/heads/trunk');
    await git(workshop.remote, 'branch', 'main', 'trunk');
    await workshop.forge.merge(12);
    await git(workshop.remote, 'branch', '-f', 'trunk', 'main');
    await git(workshop.remote, 'branch', '-D', 'main');
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', fileName: file });
  });

  it('is closed when its decision is withdrawn', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    await withdrawDecision(workshop.ports, decision.id, alice, 'We think again.');
    await workshop.watch(decision);
    expect(workshop.forge.reviews()).toMatchObject([{ state: 'closed' }]);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'closed without merging' });
    expect(await workshop.kinds(decision)).not.toContain('review closed');
    await workshop.publish(decision);
    expect(workshop.forge.reviews()).toHaveLength(1);
  });
});

describe('a review that is closed without merging', { timeout: 240_000 }, () => {
  async function closed(workshop: Workshop): Promise<Decision> {
    const decision = await inReview(workshop);
    workshop.forge.change(12, { state: 'closed', endedBy: 'ada' });
    await workshop.watch(decision);
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'closed without merging' });
    return decision;
  }

  it('asks once what is to be done, and nothing is lost', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await closed(workshop);
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'review closed']);
    const [, told] = await workshop.told(decision);
    expect([...(await workshop.told(decision))]).toContainEqual(
      expect.objectContaining({ kind: 'review closed', closedBy: 'ada', hasBranch: true }),
    );
    expect(told).toBeDefined();
    await workshop.publish(decision);
    expect(workshop.forge.reviews()).toMatchObject([{ state: 'closed' }]);
    expect(await git(workshop.remote, 'rev-parse', branch)).toMatch(/^[0-9a-f]{40}$/);
  });

  it('is opened again when somebody asks for it', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await closed(workshop);
    await reopenReview(workshop.ports, alice, decision.id);
    await workshop.publish(decision);
    expect(workshop.forge.reviews()).toMatchObject([{ number: 12, state: 'open' }]);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review', number: 2 });
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'review closed', 'review reopened']);
    await workshop.forge.merge(12);
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged' });
  });

  it('is opened again with its branch pushed anew, if that is gone', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    workshop.forge.change(12, { state: 'closed', endedBy: 'ada' });
    await git(workshop.remote, 'update-ref', '-d', `refs/heads/${branch}`);
    await workshop.watch(decision);
    await reopenReview(workshop.ports, alice, decision.id);
    await workshop.publish(decision);
    expect(workshop.forge.reviews()).toMatchObject([{ number: 12, state: 'open' }]);
    expect(await workshop.textOn(branch, file)).toContain('Choose the language');
  });

  it('is left when somebody chooses that, and may still be opened again at the forge', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await closed(workshop);
    await leaveReview(workshop.ports, alice, decision.id);
    await expect(leaveReview(workshop.ports, alice, decision.id)).rejects.toMatchObject({
      refusal: { code: 'review not closed' },
    });
    expect(await workshop.review(decision)).toMatchObject({ answer: 'left' });
    workshop.forge.change(12, { state: 'open', endedBy: undefined });
    await workshop.watch(decision);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review' });
    const kinds = ['review opened', 'review closed', 'review left', 'review reopened'];
    expect(await workshop.kinds(decision)).toEqual(kinds);
  });

  it('leaves its decision to be withdrawn', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await closed(workshop);
    await withdrawDecision(workshop.ports, decision.id, alice, 'Nobody wants it.');
    await workshop.watch(decision);
    expect(await workshop.ports.store.read.decisions.find(decision.id)).toMatchObject({ status: 'withdrawn' });
    await expect(reopenReview(workshop.ports, alice, decision.id)).rejects.toMatchObject({
      refusal: { code: 'review not closed' },
    });
  });

  it('is one whose branch is gone where git alone is used', async () => {
    const workshop = await openReviewWorkshop({ hasForge: false, publishing: { setting: 'review' } });
    const decision = await inReview(workshop);
    await git(workshop.remote, 'update-ref', '-d', `refs/heads/${branch}`);
    await workshop.watch(decision);
    expect(await workshop.kinds(decision)).toEqual(['review opened', 'review closed']);
    await reopenReview(workshop.ports, alice, decision.id);
    await workshop.publish(decision);
    expect(await workshop.textOn(branch, file)).toContain('Choose the language');
  });
});

describe('what a forge has news of', { timeout: 120_000 }, () => {
  /** What is looked at soon, after nothing was to be looked at. */
  async function lookedAtAfter(workshop: Workshop, hear: () => Promise<void>): Promise<string[]> {
    await workshop.query('select graphile_worker.complete_jobs(array_agg(id)) from graphile_worker.jobs');
    await hear();
    const rows = await workshop.query<{ key: string }>('select key from graphile_worker.jobs where run_at <= now()');
    return rows
      .map(({ key }) => key.split(':').slice(2).join(':'))
      .filter((key) => /^(?:watch-review|follow-archive)/.test(key))
      .toSorted();
  }

  it('is looked at, and news of other places is not', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    const place = workshop.archive.label;
    const heard = [];
    for (const news of [
      { kind: 'review', place, branch },
      { kind: 'review', place: place.toUpperCase(), branch: 'another' },
      { kind: 'review', place: 'elsewhere.example/team', branch },
      { kind: 'push', place, branch: 'main' },
      { kind: 'push', place, branch },
      { kind: 'access', place: undefined },
      { kind: 'access', place: 'elsewhere.example/team' },
    ] as const)
      heard.push(await lookedAtAfter(workshop, () => hearForge(workshop.ports, news)));
    const [watch, follow] = [`watch-review:${decision.id}`, 'follow-archive:all'];
    expect(heard).toEqual([[watch], [], [], [follow], [follow, watch], [follow, watch], []]);
  });

  it('is looked at under the name, too, that the forge has given the repository meanwhile', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await inReview(workshop);
    const place = 'forge.example/team/decisions';
    const archive = { ...workshop.archive, movedTo: () => 'forge.example/Team/decisions' };
    const moved = workshop.openGavelAt({ archive });
    const news = { kind: 'review', place, branch } as const;
    expect(await lookedAtAfter(workshop, () => hearForge(workshop.ports, news))).toEqual([]);
    expect(await lookedAtAfter(workshop, () => hearForge(moved, news))).toEqual([`watch-review:${decision.id}`]);
  });
});

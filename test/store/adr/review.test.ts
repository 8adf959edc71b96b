import { describe, expect, it } from 'vitest';
import { archive, makeDecision, makePublication, makeReview } from '../decision-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

describe('the review of an ADR', () => {
  it('is kept from the name of its branch to its end', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    expect(await store.read.reviews.find(decision.id)).toBeUndefined();

    const said = 'remote: \u0000 “main” \ud800 is protected';
    const named = makeReview({ why: { code: 'push refused', branch: 'main', said } });
    const seen = {
      ...{ number: 12, url: 'https://example.org/12', branch: named.branch, head: 'abc', state: 'open' as const },
      ...{ isDraft: false, approvals: 0, approvalsNeeded: 1, wantsChanges: true, hasConflict: false, isQueued: false },
      ...{ endedBy: undefined, mergeCommit: undefined },
    };
    const at = after(30).toISOString();
    const drafted = {
      ...named,
      proposal: { at, pushedAt: at, heardUntil: at, heard: ['comment-1'], mergedAs: '1.md' },
    };
    const opened = {
      ...drafted,
      ...{
        number: 12,
        url: seen.url,
        seen,
        base: 'b',
        pushed: 'abc',
        fileName: '0001-choose.md',
        written: '# 1. Choose\n',
        openedAt: after(60),
      },
      ...{ seenAt: after(60), nextLookAt: after(120) },
    };
    const left = {
      ...opened,
      nextLookAt: undefined,
      remindedAt: after(600),
      answer: 'left',
      merged: '# Else',
    } as const;
    const why = { ...named.why, said: 'remote: \uFFFD “main” \uFFFD is protected' };
    for (const stage of [named, drafted, opened, left]) {
      await store.read.reviews.save(decision, stage);
      expect(await store.read.reviews.find(decision.id)).toEqual({ ...stage, why });
    }
  });

  it('is found by its branch, and while its ADR is in review', async () => {
    const { store } = await openWorkshop();
    const [one, other] = [makeDecision(), makeDecision()];
    for (const decision of [one, other]) await store.read.decisions.insert(decision);
    await store.read.reviews.save(one, makeReview({ branch: 'gavel/1' }));
    await store.read.reviews.save(other, makeReview({ branch: 'gavel/2' }));
    await store.read.publications.save(other, makePublication({ state: 'in review', number: 2 }));
    expect(await store.read.reviews.findByBranch('T1', archive, 'gavel/1')).toBe(one.id);
    expect(await store.read.reviews.findByBranch('T1', archive, 'gavel/\0')).toBeUndefined();
    expect(await store.read.reviews.findTakenBranches('T1', archive, ['gavel/2', 'gavel/3'])).toEqual(['gavel/2']);
    expect(await store.read.reviews.findOpen('T1', archive)).toEqual([other.id]);
  });

  it('shares its branch with no other one', async () => {
    const { store } = await openWorkshop();
    const [one, other] = [makeDecision(), makeDecision()];
    for (const decision of [one, other]) await store.read.decisions.insert(decision);
    await store.read.reviews.save(one, makeReview());
    await expect(store.read.reviews.save(other, makeReview())).rejects.toThrow('review_team_id_archive_branch_key');
  });

  it('tells how long a push to the branch has been known to be refused', async () => {
    const { store } = await openWorkshop();
    const decision = makeDecision();
    await store.read.decisions.insert(decision);
    const review = makeReview({ why: { code: 'push refused', branch: 'main', said: '' }, namedAt: now });
    await store.read.reviews.save(decision, review);
    expect(await store.read.reviews.findRefusal('T1', archive, 'main', after(-60))).toEqual(review);
    expect(await store.read.reviews.findRefusal('T1', archive, 'main', after(60))).toBeUndefined();
    expect(await store.read.reviews.findRefusal('T1', archive, 'develop', after(-60))).toBeUndefined();
  });
});

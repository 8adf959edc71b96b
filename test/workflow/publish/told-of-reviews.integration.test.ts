import { describe, expect, it } from 'vitest';
import { previewDigest } from '../../../src/workflow/digest/digest.ts';
import { findWaiting } from '../../../src/workflow/nudge/waiting.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const alice = { teamId: 'T1', userId: 'U1' };

describe('a decision whose ADR is in review', { timeout: 120_000 }, () => {
  it('is told in the digest as being in review, then as accepted in the week in which it is merged', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide();
    const told = async () => {
      const { accepted, inReview = [] } = await previewDigest(workshop.ports, alice, 'C1');
      return { accepted: accepted.map(({ id }) => id), inReview: inReview.map((one) => one.inReview) };
    };
    await workshop.publish(decision);
    const review = { number: 12, url: 'https://forge.example/pull/12' };
    expect(await told()).toEqual({ accepted: [], inReview: [review] });
    workshop.pass(20 * 24 * 60);
    await workshop.watch(decision);
    expect(await told()).toEqual({ accepted: [], inReview: [review] });
    await workshop.forge.merge(12);
    await workshop.watch(decision);
    expect(await told()).toEqual({ accepted: [decision.id], inReview: [] });
    workshop.pass(8 * 24 * 60);
    expect(await told()).toEqual({ accepted: [], inReview: [] });
  });

  it('waits for its proposer and deciders until it is merged', async () => {
    const workshop = await openReviewWorkshop();
    const decision = await workshop.decide({ proposerId: 'U1' });
    await workshop.publish(decision);
    const { reviews } = await findWaiting(workshop.ports, alice, 'C1');
    expect(reviews).toMatchObject([{ id: decision.id, title: 'Choose the language', number: 12 }]);
    await workshop.forge.merge(12);
    await workshop.watch(decision);
    expect((await findWaiting(workshop.ports, alice, 'C1')).reviews).toEqual([]);
  });
});

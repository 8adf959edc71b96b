import { expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import type { PublicationState } from '../../../src/decision/publication/publication-state.ts';
import type { Store } from '../../../src/workflow/ports/store.ts';
import { makeDecision, makeOutcome, makePublication, makeReview, makeVoting } from '../decision-samples.ts';
import { makeVote, openVote } from '../vote-samples.ts';
import { after, now, openWorkshop } from '../workshop.ts';

const me = { teamId: 'T1', userId: 'U1' };

async function insert(store: Store, title: string, more: Partial<Decision> = {}): Promise<void> {
  await store.read.decisions.insert(makeDecision({ title, proposerId: 'U9', ...more }));
}

async function titles(store: Store): Promise<{ votes: string[]; proposals: string[] }> {
  const { votes, proposals } = await store.read.summaries.findWaiting(me, now, 9);
  return { votes: votes.map(({ title }) => title), proposals: proposals.map(({ title }) => title) };
}

it('open votes wait for deciders who have not voted, the earliest deadline first', async () => {
  const { store, neighbor } = await openWorkshop();
  const mine = makeVoting({ deciders: ['U1', 'U2'] });
  await insert(store, 'later', { voting: mine, closesAt: after(900) });
  await insert(store, 'soon', { voting: mine, closesAt: after(60) });
  await insert(store, 'too late', { voting: mine, closesAt: now });
  await insert(store, 'of others', { voting: makeVoting({ deciders: ['U2'] }) });
  await insert(store, 'left', { voting: { ...mine, gone: [{ id: 'U1', why: 'left' }] } });
  await insert(store, 'excluded', { voting: makeVoting({ deciders: ['U2'], excluded: [{ id: 'U1', why: 'guest' }] }) });
  await insert(store, 'closed', { voting: makeVoting({ closedAt: now }) });
  await insert(store, 'withdrawn', { voting: mine, status: 'withdrawn' });
  await insert(neighbor, 'elsewhere', { voting: mine, teamId: 'T2' });
  await insert(store, 'under discussion');
  expect(await titles(store)).toEqual({ votes: ['soon', 'later'], proposals: [] });
});

it('a vote no longer waits once it is cast, and again when it is taken back', async () => {
  const { store } = await openWorkshop();
  await openVote(store, { title: 'one', proposerId: 'U9' });
  await store.read.ballots.cast(makeVote({ eventUs: 1 }), now);
  expect((await titles(store)).votes).toEqual([]);
  await store.read.ballots.cast(makeVote({ eventUs: 2, isCast: false }), now);
  expect((await titles(store)).votes).toEqual(['one']);
});

it('proposals wait for their proposer while nobody votes on them', async () => {
  const { store } = await openWorkshop();
  await insert(store, 'discussed', { proposerId: 'U1', proposedAt: after(-60) });
  await insert(store, 'undecided', { proposerId: 'U1', voting: makeVoting({ deciders: ['U2'], closedAt: now }) });
  await insert(store, 'voting', { proposerId: 'U1', voting: makeVoting({ deciders: ['U2'] }) });
  await insert(store, 'withdrawn', { proposerId: 'U1', status: 'withdrawn' });
  await insert(store, 'of others');
  expect(await titles(store)).toEqual({ votes: [], proposals: ['discussed', 'undecided'] });
  const { proposals } = await store.read.summaries.findWaiting(me, now, 9);
  expect(proposals.map(({ isUndecided }) => isUndecided)).toEqual([false, true]);
});

it('reviews wait for the proposer and the deciders, the oldest first', async () => {
  const { store } = await openWorkshop();
  const outcome = makeOutcome(undefined);
  const voting = makeVoting({ deciders: ['U1'], closedAt: now });
  const titled = async (title: string, more: Partial<Decision>, state: PublicationState, openedAt?: Date) => {
    const decision = makeDecision({ title, proposerId: 'U9', status: 'accepted', outcome, ...more });
    await store.read.decisions.insert({ ...decision, status: 'proposed', outcome: undefined });
    await store.read.decisions.save(decision);
    await store.read.reviews.save(decision, makeReview({ branch: title, number: 12, openedAt }));
    await store.read.publications.save(decision, makePublication({ state, number: undefined }));
  };
  await titled('proposed', { proposerId: 'U1' }, 'in review', after(60));
  await titled('decided', { voting }, 'in review', after(30));
  await titled('of others', {}, 'in review', after(30));
  await titled('closed', { proposerId: 'U1' }, 'closed without merging', after(30));
  await titled('not opened', { proposerId: 'U1' }, 'not yet');
  const { reviews } = await store.read.summaries.findWaiting(me, now, 9);
  expect(reviews).toMatchObject([
    { title: 'decided', number: 12, since: after(30) },
    { title: 'proposed', number: 12, since: after(60) },
  ]);
});

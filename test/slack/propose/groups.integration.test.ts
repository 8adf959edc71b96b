import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import { card, cardSays, errorUnder, fillForm, isKept, openFreshForm, threadOf } from '../../support/scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ rateLimits: false });
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => stage.slack.person('Alice').closeAllModals());

it('the members of a group vote; a guest among them only if named', async () => {
  await openFreshForm(stage);
  const alice = await fillForm(stage, { title: 'For a group', deciders: ['Alice'] });
  await alice.fill('Groups of deciders', ['@platform']);
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
  // Alice by name, Dev by the group; Gus is a guest.
  const shown = await cardSays(stage, 'For a group', '0 of 2 have voted');
  expect(shown).toContain('waiting for Alice and Dev');
  expect(shown).toContain('Not counted: 1 guest');
});

it('groups are kept with the draft', async () => {
  await openFreshForm(stage);
  const alice = await fillForm(stage, { title: 'Kept' });
  await alice.fill('Groups of deciders', ['@architects', '@platform']);
  await isKept(stage, 'architects');
  await alice.closeAllModals();
  await alice.command('#architecture', '/adr propose');
  await stage.slack.until(() => JSON.stringify(alice.modal()?.blocks ?? []).includes('Go on with it'), 'the draft');
  await alice.press('Go on with it');
  const text = await stage.slack.until(() => {
    const modal = alice.modal();
    return modal?.submit === 'Propose' && alice.plainText(modal);
  }, 'the form');
  expect(text).toContain('@architects');
  expect(text).toContain('@platform');
});

it('one person does not decide for a group', async () => {
  await openFreshForm(stage);
  const alice = await fillForm(stage, { title: 'One for many', deciders: ['Ben'], rule: 'One decides, after advice' });
  await alice.fill('Groups of deciders', ['@platform']);
  await alice.submit();
  expect(errorUnder(alice, 'Deciders')).toContain('Please name one decider, and no group.');
});

it('a group that Slack does not list keeps voting from opening; the thread says why, and it opens later', async () => {
  const { slack } = stage;
  await openFreshForm(stage);
  const alice = await fillForm(stage, { title: 'Who is it?' });
  await alice.fill('Groups of deciders', ['@platform']);
  slack.faults.failNext('usergroups.users.list', { error: 'internal_error', times: 1 });
  await alice.submit();
  await slack.until(() => {
    const message = card(stage, 'Who is it?');
    return message && threadOf(stage, message).some((text) => text.includes('Slack did not tell me who may vote.'));
  }, 'the reason in the thread');
  await cardSays(stage, 'Who is it?', '0 of 1 have voted');
});

it('a group that is gone when voting opens is told in the thread', async () => {
  const { slack } = stage;
  await openFreshForm(stage);
  const alice = await fillForm(stage, { title: 'Gone group' });
  await alice.fill('Groups of deciders', ['@platform']);
  slack.faults.failNext('usergroups.users.list', { error: 'no_such_subteam', times: 1 });
  await alice.submit();
  await slack.until(() => {
    const message = card(stage, 'Gone group');
    return message && threadOf(stage, message).some((text) => text.includes('@platform does not exist anymore.'));
  }, 'the reason in the thread');
});

it('without the scope, the form has no such field', async () => {
  // By then, the groups have been listed again.
  await stage.advance(31_000);
  stage.slack.faults.failNext('usergroups.list', { error: 'missing_scope', times: 1 });
  const form = await openFreshForm(stage);
  expect(stage.slack.person('Alice').plainText(form)).not.toContain('Groups of deciders');
});

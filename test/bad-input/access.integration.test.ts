import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import {
  cardSays,
  errorUnder,
  fillForm,
  modalSays,
  openFreshForm,
  openFromCard,
  pickedOption,
  press,
  propose,
  standingCard,
  threadOf,
} from '../support/scene.ts';

const notFound = 'I can’t find this decision, or it is in a channel that you are not in.';

const security = '#security';

/** After this time, Gavel asks Slack again who sees what. */
const aMoment = 11_000;

describe('somebody who was removed from the private channel', () => {
  let stage: Stage;
  let chloe: Person;
  beforeAll(async () => {
    stage = await setStage({ rateLimits: false });
    chloe = stage.slack.person('Chloe');
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  const forms: readonly (readonly [button: string, submit: string, firstField: string, Record<string, string>])[] = [
    ['Add pro / con', 'Add', 'Option', { Option: 'Go', Because: 'one binary' }],
    ['Add option', 'Add', 'Option', { Option: 'Zig' }],
    ['Edit', 'Save', 'Question', { 'Decision drivers': 'secret no more' }],
    ['Open voting', 'Open voting', 'Voting closes', {}],
    ['Move the deadline', 'Move it', 'Voting closes', {}],
    ['Record outcome', 'Record', 'Outcome', { 'Chosen option': 'Go', Because: 'it is small.' }],
    ['Withdraw', 'Withdraw', 'Why', {}],
  ];

  it.each(forms)('can submit nothing with “%s” still open', async (button, submit, field, values) => {
    const title = `Lost while in ${button}?`;
    // Chloe proposed it, so only her access can stand in her way.
    const message = await propose(stage, { title, channel: security, by: 'Chloe', isDiscussedFirst: true });
    await openFromCard(stage, chloe, message, [button, submit]);
    for (const [label, value] of Object.entries(values)) await chloe.fill(label, value);
    if ('Chosen option' in values) await pickedOption(stage, chloe);
    stage.slack.admin.removeFromChannel(security, 'Chloe');
    const version = () => stage.query('select version, status from decision where title = $1', [title]);
    const before = await version();
    await chloe.submit();
    expect(errorUnder(chloe, field)).toBe(notFound);
    expect(await version()).toEqual(before);
    await chloe.closeModal();
    stage.slack.admin.addToChannel(security, 'Chloe');
  });

  it.each(['Read more', ...forms.map(([button]) => button)])(
    'gets nothing from “%s” on a card that was still on her screen',
    async (button) => {
      const title = `Stale at ${button}?`;
      const message = await propose(stage, { title, channel: security, by: 'Chloe', isDiscussedFirst: true });
      await stage.advance(aMoment);
      // The click is on its way while she loses access.
      stage.slack.faults.set({ deliveryDelay: 300 });
      const click = press(chloe, message, button);
      stage.slack.admin.removeFromChannel(security, 'Chloe');
      await click.catch((error: Error) => expect(error.message).toContain('sees no conversation'));
      stage.slack.faults.clear();
      const said = await modalSays(stage, chloe, notFound);
      expect(said).not.toContain(title);
      expect(chloe.modal()?.submit).toBeUndefined();
      await chloe.closeModal();
      stage.slack.admin.addToChannel(security, 'Chloe');
    },
  );

  it('cannot propose there with the form still open', async () => {
    await openFreshForm(stage, 'Chloe', security);
    await fillForm(stage, { title: 'Proposed from outside?', by: 'Chloe' });
    stage.slack.admin.removeFromChannel(security, 'Chloe');
    await chloe.submit();
    expect(errorUnder(chloe, 'Channel')).toMatch(/You are not in this channel anymore/);
    expect(await stage.query(`select id from decision where title = 'Proposed from outside?'`)).toEqual([]);
    stage.slack.admin.addToChannel(security, 'Chloe');
    await chloe.submit();
    await cardSays(stage, 'Proposed from outside?', '0 of 3 have voted', security);
  });
});

describe('somebody who is neither proposer nor decider', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ rateLimits: false });
    await propose(stage, { title: 'Whose decision?', deciders: ['Ben', 'Gus'] });
    await propose(stage, { title: 'Whose to open?', deciders: ['Ben'], isDiscussedFirst: true });
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  it.each([
    ['Edit', 'Whose decision?', 'edit it: please ask Alice, Ben, and Gus'],
    ['Move the deadline', 'Whose decision?', 'move the deadline: please ask Alice, Ben, and Gus'],
    ['Withdraw', 'Whose decision?', 'withdraw it: please ask Alice, Ben, and Gus'],
    ['Record outcome', 'Whose decision?', 'record the outcome: please ask Alice, Ben, and Gus'],
    ['Open voting', 'Whose to open?', 'open voting: please ask Alice and Ben'],
  ])('who tries “%s” is told who can', async (button, title, words) => {
    const dev = stage.slack.person('Dev');
    const message = standingCard(stage, title);
    await press(dev, message, button);
    await modalSays(stage, dev, `Only the proposer, the deciders, the channel’s creator, and admins can ${words}.`);
    expect(dev.modal()?.submit).toBeUndefined();
    await dev.closeModal();
  });

  it('can still argue and add options', async () => {
    const emi = stage.slack.person('Emi');
    const message = standingCard(stage, 'Whose decision?');
    await openFromCard(stage, emi, message, ['Add pro / con', 'Add']);
    await emi.fill('Option', 'Go');
    await emi.fill('Because', 'I know it');
    await emi.submit();
    await openFromCard(stage, emi, message, ['Add option', 'Add']);
    await emi.fill('Option', 'Zig');
    await emi.submit();
    await cardSays(stage, 'Whose decision?', 'I know it (Emi)');
    await cardSays(stage, 'Whose decision?', 'Zig');
  });

  it('unless they are a guest whom the proposer named: then they may', async () => {
    const gus = stage.slack.person('Gus');
    await openFromCard(stage, gus, standingCard(stage, 'Whose decision?'), ['Edit', 'Save']);
    await gus.closeModal();
    await cardSays(stage, 'Whose decision?', '0 of 2 have voted · waiting for Ben and Gus');
  });
});

describe('the creator of the channel', () => {
  const channel = '#backend';
  const title = 'Whose channel?';
  const refusal = 'Only the proposer, the deciders, the channel’s creator, and admins can withdraw it: please ask Dev.';

  it('may do what the proposer may, while in the channel', async () => {
    await using stage = await setStage();
    const { admin } = stage.slack;
    const ben = stage.slack.person('Ben');
    admin.createChannel(channel, { members: ['Ben', 'Chloe', 'Dev'] });
    admin.inviteBot(channel);
    const message = await propose(stage, { title, channel, by: 'Dev', deciders: ['Dev'], isDiscussedFirst: true });

    await press(stage.slack.person('Chloe'), message, 'Withdraw');
    await modalSays(stage, stage.slack.person('Chloe'), refusal);
    await openFromCard(stage, ben, message, ['Withdraw', 'Withdraw']);
    admin.removeFromChannel(channel, 'Ben');
    await ben.submit();
    expect(errorUnder(ben, 'Why')).toBe(refusal);
    admin.addToChannel(channel, 'Ben');
    await ben.submit();
    await cardSays(stage, title, 'Withdrawn', channel);
  });
});

describe('somebody whose account was closed', () => {
  it('is not a decider of a vote that opens afterward, though Gavel knew them before', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await propose(stage, { title: 'With Dev' });
    await cardSays(stage, 'With Dev', '0 of 4 have voted');
    const named = await propose(stage, { title: 'Dev is named', deciders: ['Ben', 'Dev'], isDiscussedFirst: true });
    const alone = await propose(stage, { title: 'Dev alone', deciders: ['Dev'], isDiscussedFirst: true });
    stage.slack.admin.deactivate('Dev');

    await openFromCard(stage, alice, named, ['Open voting', 'Open voting']);
    await alice.submit();
    await cardSays(stage, 'Dev is named', '0 of 1 have voted · waiting for Ben');

    await propose(stage, { title: 'Without Dev' });
    await cardSays(stage, 'Without Dev', '0 of 3 have voted · waiting for Alice, Ben and Chloe');

    await openFromCard(stage, alice, alone, ['Open voting', 'Open voting']);
    await alice.submit();
    await stage.slack.until(
      () => threadOf(stage, alone).some((said) => /Voting could not be opened\. None of these can vote/.test(said)),
      'the reason in the thread',
    );
    await cardSays(stage, 'Dev alone', 'Voting is not open yet');
  });
});

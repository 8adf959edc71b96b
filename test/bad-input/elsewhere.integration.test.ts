import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import {
  ask,
  cardSays,
  errorUnder,
  fillForm,
  lastPrivateAnswer,
  look,
  modalIsFilled,
  modalSays,
  modalWith,
  openFreshForm,
  propose,
} from '../support/scene.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ rateLimits: false });
  stage.slack.admin.createChannel('#secrets', { isPrivate: true, members: ['Alice', 'Ben'] });
});
afterAll(() => stage[Symbol.asyncDispose]());

/** Conversations that Gavel cannot post in, with what it says in each. */
const places: readonly (readonly [what: string, conversation: string, words: string])[] = [
  ['a public channel without Gavel', '#random', 'I am not in #random yet. Type “/invite @Gavel” there'],
  ['a private channel without Gavel', '#secrets', 'a private channel or a group message that I am not in'],
  ['a direct message', '@Ben', 'This is a direct message'],
  ['a direct message to Gavel', '@Gavel', 'This is a direct message'],
];

/** The words that no other test here types. */
const others = [
  'find queue',
  'history queue',
  'supersede 1',
  'amend 1',
  'deprecate 1',
  'waiting',
  'nudges',
  'away',
  'back',
  'settings',
  'token',
  'porpose',
];

/** The first lines of the answer to a command, whether it is a modal or a message. */
async function answerTo(person: Person, line: string, conversation: string): Promise<string> {
  await person.closeAllModals();
  const messages = () => person.sees(conversation).filter(({ isEphemeral }) => isEphemeral);
  const before = messages().length;
  await person.command(conversation, line);
  const isModal = await stage.slack.until(
    () => (person.modal() ? 'yes' : messages().length > before ? 'no' : undefined),
    `an answer to ${line}`,
  );
  const said = isModal === 'yes' ? await modalIsFilled(stage, person) : lastPrivateAnswer(person, conversation);
  return said
    .split('\n')
    .filter((text) => text.trim() !== '')
    .slice(0, 4)
    .join('\n  ');
}

describe.each(places)('in %s', (_what, conversation, words) => {
  it('/adr propose opens a form that says what to do, and nothing is started', async () => {
    const alice = stage.slack.person('Alice');
    await openFreshForm(stage, 'Alice', conversation);
    await fillForm(stage, { title: 'Choose' });
    const said = await modalSays(stage, alice, conversation.startsWith('@') ? 'Channel: Choose a channel' : words);
    expect(said).toContain('“/invite @Gavel”');
    await alice.submit();
    expect(errorUnder(alice, 'Channel')).toMatch(/required|I am not in #random yet/);
    expect(await stage.query('select from decision')).toEqual([]);
    await stage.query('update draft set ended_at = now()');
    await alice.closeModal();
  });

  it('/adr digest weekly says what to do, and nothing is subscribed', async () => {
    const alice = stage.slack.person('Alice');
    const said = await ask(stage, alice, '/adr digest weekly', conversation);
    expect(said).toContain(words);
    expect(said).toContain('“/invite @Gavel”');
    expect(await stage.query('select * from digest_cadence')).toEqual([]);
  });

  it('/adr list, show, style, doctor, help and digest still answer', async () => {
    const alice = stage.slack.person('Alice');
    expect(await look(stage, alice, '/adr list', conversation)).toContain('There are no decisions yet');
    expect(await look(stage, alice, '/adr style', conversation)).toContain('An example');
    expect(await look(stage, alice, '/adr doctor', conversation)).toContain('0 ADRs');
    expect(await look(stage, alice, '/adr show 1', conversation)).toContain('There is no ADR with number 1.');
    await alice.closeAllModals();
    expect(await ask(stage, alice, '/adr help', conversation)).toContain('/adr propose [title]');
    expect(await ask(stage, alice, '/adr digest', conversation)).toContain('Nothing was decided');
  });

  it('every other word has an answer', async () => {
    const alice = stage.slack.person('Alice');
    const answers: string[] = [];
    for (const line of others) answers.push(`/adr ${line}\n  ${await answerTo(alice, `/adr ${line}`, conversation)}`);
    await expect(`${answers.join('\n')}\n`).toMatchFileSnapshot(
      `elsewhere-${conversation.slice(1).toLowerCase()}.golden.txt`,
    );
  });
});

describe('once Gavel has been invited', () => {
  it('/adr propose opens the form', async () => {
    await using invited = await setStage();
    invited.slack.admin.inviteBot('#random');
    await invited.slack.person('Alice').command('#random', '/adr propose Choose');
    await modalWith(invited, invited.slack.person('Alice'), 'Propose');
  });
});

describe('when Gavel is removed from the channel', () => {
  it('while the form is open, submitting says so and keeps what was typed', async () => {
    await using lost = await setStage();
    await openFreshForm(lost);
    const alice = await fillForm(lost, { title: 'Taken out' });
    lost.slack.admin.removeFromChannel('#architecture', lost.slack.botUserId);
    await alice.submit();
    expect(errorUnder(alice, 'Channel')).toMatch(/I am not in #architecture yet/);
    expect(await lost.query('select id from decision')).toEqual([]);

    lost.slack.admin.inviteBot('#architecture');
    await alice.submit();
    await cardSays(lost, 'Taken out', 'have voted');
  });

  it('the card is brought up to date once it is back', async () => {
    await using lost = await setStage();
    const [alice, ben] = [lost.slack.person('Alice'), lost.slack.person('Ben')];
    const message = await propose(lost, { title: 'Back again' });
    await ben.click(message, 'Add option');
    await modalWith(lost, ben, 'Add');
    lost.slack.admin.removeFromChannel('#architecture', lost.slack.botUserId);
    await ben.fill('Option', 'Zig');
    await ben.submit();
    expect(ben.modal()).toBeUndefined();
    lost.slack.admin.inviteBot('#architecture');
    await alice.react(message, 'one');
    await cardSays(lost, 'Back again', 'Zig');
    await cardSays(lost, 'Back again', '1 of 4 have voted');
  });
});

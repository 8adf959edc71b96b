import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFiles } from '../support/archive.ts';
import { type Stage, setStage } from '../support/gavel.ts';
import { readRecord } from '../support/record.ts';
import {
  architecture,
  ask,
  card,
  cardWithEmoji,
  look,
  modalSays,
  modalWith,
  openFromCard,
  propose,
  standingCard,
  threadOf,
} from '../support/scene.ts';

const general = '#general';
const aDay = 24 * 60 * 60 * 1_000;

/** After this time, Gavel asks Slack again who sees what. */
const aMoment = 31_000;

const title = 'Which key store?';
const bound = 'Supersede Go?';
const words = /key store|Vault|Supersede Go/;

/** A channel that Emi is not in, though she sees it as long as it is public, with a vote and a bound proposal. */
async function setUp(): Promise<Stage> {
  const stage = await setStage({ mode: 'http', rateLimits: false });
  await addFiles(stage, {
    '0003-use-go.md': '# 3. Use Go\n\n## Status\n\nAccepted\n\n## Decision\n\nGo.\n',
  });
  await propose(stage, { title, options: ['Vault', 'Paper'], deciders: ['Ben', 'Emi'], deadline: '2026-03-16T10:00Z' });
  const alice = stage.slack.person('Alice');
  await alice.command(architecture, '/adr supersede 3');
  await modalWith(stage, alice, 'Propose');
  await alice.fill('Question', bound);
  await alice.fill('Context and problem statement', 'Times have changed.');
  await alice.fill('Option 1', 'Rust');
  await alice.submit();
  await cardWithEmoji(stage, bound);
  return stage;
}

/** Everything that somebody is told in a channel, by everything that they can ask. */
async function everythingAsked(stage: Stage, person: Person, channel: string): Promise<string> {
  const answers: string[] = [];
  for (const line of ['/adr waiting', '/adr digest']) answers.push(await ask(stage, person, line, channel));
  const lines = ['/adr list', '/adr list store', '/adr history key store', '/adr show 3', '/adr style'];
  for (const line of [...lines, '/adr supersede 3', '/adr amend 3'])
    answers.push(await look(stage, person, line, channel));
  await person.closeAllModals();
  // What they typed themselves tells them nothing.
  return answers.join('\n').replaceAll(/“(?:key )?store”/g, '');
}

/** The direct messages that somebody got from Gavel. */
function directMessages({ slack }: Stage, person: Person): string[] {
  return slack
    .person(person.name)
    .sees('@Gavel')
    .filter(({ isEphemeral }) => !isEphemeral)
    .map((message) => person.plainText(message));
}

/** The reminders to deciders that should have been sent by now. */
function dueNow(stage: Stage): Promise<object[]> {
  return stage.query(
    `select from graphile_worker.jobs where task_identifier ~ ':(nudge-decider|tell)$' and run_at <= now()`,
  );
}

describe('a public channel that becomes private', () => {
  let stage: Stage;
  let emi: Person;
  /** What Emi was told while she could see the channel: that she is asked to decide. */
  let told: string[];
  beforeAll(async () => {
    stage = await setUp();
    emi = stage.slack.person('Emi');
    await ask(stage, emi, '/adr digest daily', general);
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  it('is shown to everybody while it is public', async () => {
    const said = await everythingAsked(stage, emi, general);
    expect(said.match(new RegExp(title.replace('?', '\\?'), 'g'))?.length).toBeGreaterThan(4);
    expect(said).toContain(`There is already an open proposal to change ADR 0003 Use Go: ${bound}`);
  });

  it('is shown to nobody outside afterward, wherever they look', async () => {
    // What was on her screen before.
    await emi.command(general, '/adr list');
    await modalSays(stage, emi, title);
    await stage.slack.until(() => directMessages(stage, emi).length > 0, 'the message to Emi');
    told = directMessages(stage, emi);
    stage.slack.admin.convertChannel(architecture, 'private');
    await stage.advance(aMoment);
    await emi.press('Show');
    await modalSays(stage, emi, 'I can’t find this decision, or it is in a channel');
    await emi.closeAllModals();

    expect(await everythingAsked(stage, emi, general)).not.toMatch(words);
    expect(await everythingAsked(stage, stage.slack.person('Alice'), general)).not.toContain('Vault');
    expect(await everythingAsked(stage, stage.slack.person('Alice'), architecture)).toContain('Vault');
  });

  it('is in no digest of another channel, and nobody outside gets a message', async () => {
    const toldUntil = () => stage.query('select told_until from digest_cadence');
    const before = await toldUntil();
    await stage.advance(aDay);
    await expect.poll(toldUntil, { timeout: 30_000 }).not.toEqual(before);
    expect(await stage.query(`select from message where key like 'digest:%'`)).toEqual([]);
    // Half of the time until the deadline is over; each of them gets a message in their own morning.
    await stage.advance(7 * aDay);
    const ben = stage.slack.person('Ben');
    const thread = () => threadOf(stage, standingCard(stage, title)).join('\n');
    await stage.slack.until(() => thread().includes('Still to vote: Ben and Emi'), 'the reminder in the thread');
    const waiting = () => stage.query(`select from graphile_worker.jobs where task_identifier like '%:nudge-decider'`);
    for (let hours = 0; hours < 24; hours += 4) {
      await stage.advance(aDay / 6);
      await expect.poll(async () => (await dueNow(stage)).length, { timeout: 30_000 }).toBe(0);
    }
    expect(await waiting()).toEqual([]);
    const isReminded = () => directMessages(stage, ben).some((text) => text.startsWith('Your vote is missing'));
    await stage.slack.until(isReminded, 'the reminder to Ben');
    expect(directMessages(stage, ben).join('\n')).not.toMatch(words);
    expect(directMessages(stage, emi)).toEqual(told);
    const said = emi.sees(general).filter(({ isEphemeral }) => !isEphemeral);
    expect(said.map((message) => emi.plainText(message)).join('\n')).not.toMatch(words);
  });

  it('is shown again once it is public again', async () => {
    stage.slack.admin.convertChannel(architecture, 'public');
    await stage.advance(aMoment);
    expect(await look(stage, emi, '/adr list', general)).toContain(title);
  });

  it('is not named in the record of its decision, if it is private then', async () => {
    stage.slack.admin.convertChannel(architecture, 'private');
    await stage.advance(aMoment);
    const alice = stage.slack.person('Alice');
    const message = card(stage, title, architecture);
    if (message === undefined) throw new Error('The card is gone.');
    await openFromCard(stage, alice, message, ['Record outcome', 'Record']);
    await alice.fill('Chosen option', 'Vault');
    await alice.fill('Because', 'we run it already.');
    await alice.submit();
    const record = await readRecord(stage, title);
    expect(record.text).not.toContain(architecture);
    // From here on it is in git, and everybody’s; its card still is not.
    await stage.advance(aMoment);
    const said = await look(stage, emi, '/adr list', general);
    expect(said).toContain(title);
    expect(said).not.toContain('/archives/');
    expect(await look(stage, emi, '/adr history 4', general)).toContain('I can’t find a decision “4”');
  });
});

describe('while Slack does not answer', () => {
  it('nothing that is not in git is shown, and a kind message says so', async () => {
    await using stage = await setUp();
    const ben = stage.slack.person('Ben');
    const fail = () => stage.slack.faults.failNext('users.conversations', { error: 'internal_error', times: 1 });
    await stage.advance(aMoment);
    fail();
    const listed = await look(stage, ben, '/adr list');
    expect(listed).toContain('Slack did not tell me what you may see, so what is not in git yet is left out.');
    expect(listed).toContain('Use Go');
    expect(listed).not.toMatch(words);
    fail();
    const history = await look(stage, ben, '/adr history key store');
    expect(history).toContain('Slack did not answer, so nothing was shown or changed.');
    expect(await look(stage, ben, '/adr history key store')).toContain('Alice proposed it');
  });
});

describe('a channel that Gavel is removed from', () => {
  it('stays in the lists of people who see it, while it is public, even when it is archived', async () => {
    await using stage = await setUp();
    const emi = stage.slack.person('Emi');
    stage.slack.admin.archiveChannel(architecture);
    await stage.advance(aMoment);
    expect(await look(stage, emi, '/adr list', general)).toContain(title);
    expect(await look(stage, emi, '/adr history key store', general)).toContain('Alice proposed it');
    stage.slack.admin.convertChannel(architecture, 'private');
    await stage.advance(aMoment);
    expect(await everythingAsked(stage, emi, general)).not.toMatch(words);
    expect(await everythingAsked(stage, stage.slack.person('Alice'), general)).not.toMatch(words);
  });

  it('is shown to nobody once it is deleted', async () => {
    await using stage = await setUp();
    stage.slack.admin.deleteChannel(architecture);
    await stage.advance(aMoment);
    for (const name of ['Emi', 'Alice'])
      expect(await everythingAsked(stage, stage.slack.person(name), general)).not.toMatch(words);
  });
});

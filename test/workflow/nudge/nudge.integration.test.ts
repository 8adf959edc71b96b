import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { describe, expect, it } from 'vitest';
import { planNudges } from '../../../src/decision/time/nudge.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  architecture,
  ask,
  cardWithEmoji,
  openFromCard,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';
import { findPings } from '../../support/wire.ts';

const anHour = 60 * 60 * 1_000;
const title = 'Which key store?';

/** A Monday morning in Lisbon; halfway through a week's vote is Thursday at ten in the evening there. */
const monday = new Date('2030-01-07T10:00:00Z');
const aWeekLater = '2030-01-14T10:00:00Z';
const untilHalfTime = 84 * anHour + 60_000;

/**
 * Proposes on Monday, for a week, with Ben (New York), Chloe (London) and Dev (Kolkata) as deciders, and waits until
 * those who are awake have been asked to vote.
 */
async function open(stage: Stage, channel = architecture, deciders = ['Ben', 'Chloe', 'Dev']): Promise<SeenMessage> {
  stage.slack.clock.set(monday);
  await propose(stage, { title, channel, deciders, deadline: aWeekLater });
  const card = channel === architecture ? cardWithEmoji(stage, title) : standingCard(stage, title, channel);
  await card;
  await settle(stage);
  return card;
}

/** Moves time, and waits until all work that is due by then is done and every message is posted. */
async function pass(stage: Stage, milliseconds: number): Promise<void> {
  await stage.advance(milliseconds);
  await settle(stage);
}

/** Waits until all work that is due is done, with what is put off by a moment, as a message that waits for its card. */
async function settle(stage: Stage): Promise<void> {
  const due = () =>
    stage.query<{ count: number }>(`select (
      (select count(*) from graphile_worker.jobs where locked_at is not null or (run_at <= now() + interval '5 seconds' and attempts = 0))
      + (select count(*) from message where ts is null)
    )::integer as count`);
  await expect.poll(async () => (await due())[0]?.count, { timeout: 30_000, interval: 100 }).toBe(0);
}

function nudgesIn(stage: Stage, card: SeenMessage): string[] {
  return threadOf(stage, card).filter((text) => text.startsWith('Still to vote'));
}

/** The reminders that Gavel has sent to somebody. */
function lettersTo(stage: Stage, name: string): string[] {
  return allLettersTo(stage, name).filter((letter) => letter.startsWith('Your vote is missing'));
}

/** Everything that Gavel has told somebody about the opening of a vote. */
function invitationsTo(stage: Stage, name: string): string[] {
  return allLettersTo(stage, name).filter((letter) => letter.includes(' asks you to decide: '));
}

/** The direct messages that Gavel has sent to somebody. */
function allLettersTo({ slack }: Stage, name: string): string[] {
  const person = slack.person(name);
  const hasConversation = slack.wire
    .entries()
    .some(({ name: call, sent }) => call === 'chat.postMessage' && JSON.stringify(sent).includes(`"${person.id}"`));
  if (!hasConversation) return [];
  const letters = person.sees('@Gavel').filter(({ isEphemeral, from }) => !isEphemeral && from === 'Gavel');
  return letters.map((letter) => person.plainText(letter));
}

async function moveDeadline(stage: Stage, card: SeenMessage, to: string): Promise<void> {
  const alice = stage.slack.person('Alice');
  await openFromCard(stage, alice, card, ['Move the deadline', 'Move it']);
  await alice.fill('Voting closes', to);
  await alice.submit();
  if (alice.modal()?.submit === 'Make it earlier') {
    await alice.fill('Why', 'It is urgent.');
    await alice.submit();
  }
  const isTold = (text: string) => /moved the deadline|made the deadline earlier/.test(text);
  await stage.slack.until(() => threadOf(stage, card).some(isTold), 'the move');
}

describe('people who have not voted', () => {
  it('are named halfway through and a day before the end, and get messages by day', async () => {
    await using stage = await setStage({ mode: 'http' });
    const card = await open(stage);
    await stage.slack.person('Dev').react(card, 'one');
    await pass(stage, untilHalfTime);
    expect(nudgesIn(stage, card)).toEqual([expect.stringContaining('Still to vote: Ben and Chloe. Voting closes')]);
    // It is five in the afternoon for Ben, and ten in the evening for Chloe.
    expect(lettersTo(stage, 'Ben')).toEqual([expect.stringContaining(`Your vote is missing: ${title}`)]);
    expect(lettersTo(stage, 'Chloe')).toEqual([]);
    await pass(stage, 11 * anHour - 120_000);
    expect(lettersTo(stage, 'Chloe')).toEqual([]);
    await pass(stage, 60_000);
    expect(lettersTo(stage, 'Chloe')).toHaveLength(1);

    await stage.slack.person('Ben').react(card, 'two');
    await pass(stage, 49 * anHour);
    expect(nudgesIn(stage, card)).toEqual([
      expect.stringContaining('Ben and Chloe'),
      expect.stringContaining('Still to vote: Chloe. Voting closes'),
    ]);
    expect(lettersTo(stage, 'Chloe')).toHaveLength(2);
    expect(lettersTo(stage, 'Ben')).toHaveLength(1);
    expect(lettersTo(stage, 'Dev')).toEqual([]);
    expect(findPings(stage)).toEqual([]);

    await pass(stage, 25 * anHour);
    expect(nudgesIn(stage, card)).toHaveLength(2);
  });

  it('are nudged once, however often the work is done', async () => {
    await using stage = await setStage({ mode: 'http' });
    const card = await open(stage);
    const [voting] = await stage.query<{ id: string; openedAt: Date; closesAt: Date }>(
      `select id, voting_opened_at as "openedAt", closes_at as "closesAt" from decision`,
    );
    if (voting === undefined) throw new Error('There is no decision.');
    const [dueAt] = planNudges(voting, voting.closesAt);
    const payload = JSON.stringify({ teamId: stage.slack.teamId, decisionId: voting.id, dueAt: dueAt?.toISOString() });
    const repeat = (due: boolean) =>
      stage.query(
        `select graphile_worker.add_job($1::json ->> 'teamId' || ':nudge', $1::json, run_at := now() + $2::integer * interval '84 hours')
        from generate_series(1, 4)`,
        [payload, due ? 0 : 1],
      );
    await repeat(false);
    await pass(stage, untilHalfTime);
    await repeat(true);
    const letter = JSON.stringify({ ...JSON.parse(payload), userId: stage.slack.person('Ben').id });
    await stage.query(
      `select graphile_worker.add_job($1::json ->> 'teamId' || ':nudge-decider', $1::json) from generate_series(1, 3)`,
      [letter],
    );
    await settle(stage);
    await stage.restart();
    await settle(stage);
    expect(nudgesIn(stage, card)).toHaveLength(1);
    expect(lettersTo(stage, 'Ben')).toHaveLength(1);
    // A process that comes back a day later, to a job that it had done but not crossed out.
    await stage.advance(20 * anHour);
    await repeat(true);
    await settle(stage);
    expect(nudgesIn(stage, card)).toHaveLength(1);
    expect(await stage.query(`select from event where kind = 'nudged'`)).toHaveLength(1);
    // The thread, Ben, and by now Chloe, while for Dev it is night again; and Chloe and Dev when voting opened.
    expect(await stage.query('select from nudge')).toHaveLength(5);
  });

  it('are nudged once even in a vote that an older Gavel opened without scheduling nudges', async () => {
    await using stage = await setStage({ mode: 'http' });
    const card = await open(stage);
    const planned = () => stage.query(`select payload from graphile_worker._private_jobs where key like '%:nudge:%'`);
    const before = await planned();
    expect(before).toHaveLength(1);
    await stage.query(
      `select graphile_worker.remove_job(key) from graphile_worker.jobs where task_identifier like '%:nudge'`,
    );
    expect(await planned()).toEqual([]);
    for (let start = 0; start < 2; start += 1) {
      await stage.restart();
      await expect.poll(planned, { timeout: 30_000, interval: 50 }).toEqual(before);
    }
    await pass(stage, untilHalfTime);
    expect(nudgesIn(stage, card)).toEqual([expect.stringContaining('Still to vote: Ben, Chloe and Dev.')]);
  });

  it('are left alone once everybody has voted', async () => {
    await using stage = await setStage({ mode: 'http' });
    const card = await open(stage);
    for (const name of ['Ben', 'Chloe', 'Dev']) await stage.slack.person(name).react(card, 'one');
    await pass(stage, untilHalfTime);
    expect(nudgesIn(stage, card)).toEqual([]);
    // Somebody withdraws their vote: the next nudge is for them.
    await stage.slack.person('Dev').unreact(card, 'one');
    await pass(stage, 60 * anHour);
    expect(nudgesIn(stage, card)).toEqual([expect.stringContaining('Still to vote: Dev.')]);
  });

  it('are nudged by the new deadline when it is moved', async () => {
    await using stage = await setStage({ mode: 'http' });
    const card = await open(stage);
    await pass(stage, 24 * anHour);
    await moveDeadline(stage, card, '2030-01-21T10:00:00Z');
    await pass(stage, 72 * anHour);
    expect(nudgesIn(stage, card)).toEqual([]);
    await pass(stage, 73 * anHour);
    expect(nudgesIn(stage, card)).toEqual([expect.stringContaining('2030')]);
  });

  it('are not nudged twice in twelve hours when the deadline is moved', async () => {
    await using stage = await setStage({ mode: 'http' });
    const card = await open(stage);
    await pass(stage, untilHalfTime);
    // A day before the new deadline is six hours after the midpoint of the old one.
    await moveDeadline(stage, card, '2030-01-12T04:00:00Z');
    await pass(stage, 7 * anHour);
    await pass(stage, 7 * anHour);
    expect(nudgesIn(stage, card)).toHaveLength(1);
    expect(lettersTo(stage, 'Ben')).toHaveLength(1);
  });

  it('are no longer nudged when the vote has ended, even if a message was waiting for the morning', async () => {
    await using stage = await setStage({ mode: 'http' });
    const card = await open(stage);
    await pass(stage, untilHalfTime);
    const alice = stage.slack.person('Alice');
    await openFromCard(stage, alice, card, ['Withdraw', 'Withdraw']);
    await alice.submit();
    await pass(stage, 12 * anHour);
    await pass(stage, 50 * anHour);
    expect(lettersTo(stage, 'Chloe')).toEqual([]);
    expect(nudgesIn(stage, card)).toHaveLength(1);
  });

  it('get no message if nobody named them, or if they don’t want any', async () => {
    await using stage = await setStage({ mode: 'http' });
    await ask(stage, stage.slack.person('Ben'), '/adr nudges off');
    const card = await open(stage, architecture, ['Ben', 'Dev']);
    await propose(stage, { title: 'Which queue?', deadline: aWeekLater });
    await pass(stage, untilHalfTime);
    await pass(stage, 12 * anHour);
    expect(nudgesIn(stage, card)).toEqual([expect.stringContaining('Still to vote: Ben and Dev.')]);
    expect(nudgesIn(stage, standingCard(stage, 'Which queue?'))).toHaveLength(1);
    expect(lettersTo(stage, 'Dev')).toEqual([expect.stringContaining(title)]);
    expect(lettersTo(stage, 'Ben')).toEqual([]);
    expect(lettersTo(stage, 'Chloe')).toEqual([]);
  });

  it('are left alone while they are away, and hear of what still waits when they are back', async () => {
    await using stage = await setStage({ mode: 'http' });
    const { slack } = stage;
    const [ben, chloe, dev] = [slack.person('Ben'), slack.person('Chloe'), slack.person('Dev')];
    const card = await open(stage);
    expect(await ask(stage, ben, '/adr away')).toContain('You have not told me that you are away.');
    // The reminder halfway through is on Thursday evening. It is still Thursday for Ben in New York when it is not in Kolkata.
    expect(await ask(stage, ben, '/adr away until friday')).toContain('back on Friday, January 11');
    expect(await ask(stage, dev, '/adr away until 2030-01-20')).toContain('back on Sunday, January 20');
    expect(await ask(stage, dev, '/adr away')).toContain('back on Sunday, January 20');
    expect(await ask(stage, dev, '/adr away until 2030-01-07')).toBe(
      'Monday, January 7 is not a day to come. Please say when you are back.',
    );
    slack.admin.changeStatus('Chloe', ':palm_tree:', 'Vacationing');
    await pass(stage, untilHalfTime);
    expect(nudgesIn(stage, card)).toEqual([]);
    expect(await ask(stage, ben, '/adr away')).toContain('Friday');

    // Ben is back on Friday, of itself, and Chloe has taken her status away by the last reminder.
    await pass(stage, 12 * anHour);
    expect(await ask(stage, ben, '/adr away')).toContain('You have not told me that you are away.');
    slack.admin.changeStatus('Chloe', '', '');
    await pass(stage, 10 * anHour);
    expect(lettersTo(stage, 'Ben')).toEqual([expect.stringContaining('Your vote is missing')]);
    await pass(stage, 40 * anHour);
    expect(nudgesIn(stage, card)).toEqual([expect.stringContaining('Still to vote: Ben and Chloe.')]);
    expect(lettersTo(stage, 'Dev')).toEqual([]);

    expect(await ask(stage, chloe, '/adr away until tomorrow')).toContain('Monday, January 14');
    expect(await ask(stage, chloe, '/adr back')).toContain('Welcome back!');
    expect(await ask(stage, chloe, '/adr back')).toContain('You were not away.');
  });

  it('get a message without the title in a private channel, and only while they are in it', async () => {
    await using stage = await setStage({ mode: 'http' });
    await open(stage, '#security', ['Ben', 'Dev']);
    await pass(stage, untilHalfTime);
    await pass(stage, 12 * anHour);
    expect(lettersTo(stage, 'Ben')).toEqual([]);
    const letters = lettersTo(stage, 'Dev');
    expect(letters).toEqual([expect.stringContaining('Your vote is missing: a decision in a private channel')]);
    expect(letters.join()).not.toContain('key store');
  });
});

describe('named deciders', () => {
  it('are told once, by day, that they are asked, unless they don’t want any messages or have voted', async () => {
    await using stage = await setStage({ mode: 'http' });
    await ask(stage, stage.slack.person('Chloe'), '/adr nudges off');
    // It is ten in Lisbon and London, five in the morning for Ben, and half past three in the afternoon for Dev.
    const card = await open(stage, architecture, ['Alice', 'Ben', 'Chloe', 'Dev']);
    await stage.slack.until(() => invitationsTo(stage, 'Dev').length > 0, 'the message to Dev');
    await settle(stage);
    expect(invitationsTo(stage, 'Dev')).toEqual([
      expect.stringMatching(/^Alice asks you to decide: Which key store\?\nVoting closes /),
    ]);
    expect(allLettersTo(stage, 'Dev').join()).toContain('/adr nudges off');
    // Alice opened it herself.
    for (const name of ['Alice', 'Ben', 'Chloe']) expect(invitationsTo(stage, name)).toEqual([]);

    const [{ id } = {}] = await stage.query<{ id: string }>('select id from decision');
    const again = JSON.stringify({
      teamId: stage.slack.teamId,
      decisionId: id,
      round: 1,
      userId: stage.slack.person('Dev').id,
    });
    await stage.query(`select graphile_worker.add_job($1::json ->> 'teamId' || ':ask-decider', $1::json)`, [again]);
    await stage.restart();
    await pass(stage, 4 * anHour + 60_000);
    expect(invitationsTo(stage, 'Ben')).toHaveLength(1);
    expect(invitationsTo(stage, 'Dev')).toHaveLength(1);
    expect(findPings(stage)).toEqual([]);
    expect(threadOf(stage, card).join()).not.toContain('asks you to decide');
  });

  it('who have voted by the morning are not asked anymore', async () => {
    await using stage = await setStage({ mode: 'http' });
    const card = await open(stage, architecture, ['Ben', 'Dev']);
    await stage.slack.person('Ben').react(card, 'one');
    await pass(stage, 4 * anHour + 60_000);
    expect(invitationsTo(stage, 'Dev')).toHaveLength(1);
    expect(invitationsTo(stage, 'Ben')).toEqual([]);
  });

  it('of a private channel read no title, and only while they are in it', async () => {
    await using stage = await setStage({ mode: 'http' });
    await open(stage, '#security', ['Ben', 'Dev']);
    await pass(stage, 4 * anHour + 60_000);
    expect(invitationsTo(stage, 'Ben')).toEqual([]);
    expect(invitationsTo(stage, 'Dev')).toEqual([
      expect.stringContaining('Alice asks you to decide: a decision in a private channel'),
    ]);
  });
});

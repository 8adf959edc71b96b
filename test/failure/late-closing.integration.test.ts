import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { readRecord } from '../support/record.ts';
import { cardSays, cardWithEmoji, modalSays, openFromCard, propose, standingCard, threadOf } from '../support/scene.ts';

const title = 'How did it end?';
const deadline = new Date('2026-03-04T12:00:00Z');
const aSecond = 1_000;
const aMinute = 60 * aSecond;

type Reaction = readonly [person: string, emoji: string];

/** A vote in which, as far as Gavel knows, Alice and Ben are for Go, and Chloe is for Rust. */
async function openVote(mode: 'http' | 'socket') {
  const stage = await setStage({ mode });
  await propose(stage, { title, deadline: deadline.toISOString() });
  const card = await cardWithEmoji(stage, title);
  await stage.slack.person('Alice').react(card, 'one');
  await stage.slack.person('Ben').react(card, 'one');
  await stage.slack.person('Chloe').react(card, 'two');
  await cardSays(stage, title, '3 of 4 have voted');
  return { stage, card };
}

/** Removes an existing reaction, or adds it. */
async function react({ slack }: Stage, card: SeenMessage, [name, emoji]: Reaction): Promise<void> {
  const person = slack.person(name);
  const standing = standingCardOf(slack, card).reactions.find((one) => one.name === emoji);
  if (standing?.users.includes(name)) await person.unreact(card, emoji);
  else await person.react(card, emoji);
}

function standingCardOf(slack: Stage['slack'], { ts }: SeenMessage): SeenMessage {
  const found = slack
    .person('Alice')
    .sees('#architecture')
    .find((message) => message.ts === ts);
  if (found === undefined) throw new Error('The card is gone.');
  return found;
}

/** Moves the time to so many milliseconds after the deadline. */
async function goTo(stage: Stage, milliseconds: number): Promise<void> {
  await stage.advance(deadline.getTime() + milliseconds - stage.slack.clock.now().getTime());
}

/** Gavel is down over the deadline, and people react before and after it; then it is started again. */
async function missTheEnd(stage: Stage, card: SeenMessage, inTime: readonly Reaction[], late: readonly Reaction[]) {
  await stage.restart(async () => {
    await goTo(stage, -50 * aSecond);
    for (const reaction of inTime) await react(stage, card, reaction);
    await goTo(stage, 5 * aSecond);
    for (const reaction of late) await react(stage, card, reaction);
    await goTo(stage, 30 * aSecond);
  });
}

async function threadSays(stage: Stage, words: string): Promise<string> {
  return stage.slack.until(
    () => threadOf(stage, standingCard(stage, title)).find((said) => said.includes(words)),
    `the thread to say “${words}”`,
  );
}

const cases: readonly (readonly [
  what: string,
  inTime: readonly Reaction[],
  late: readonly Reaction[],
  told: string,
])[] = [
  [
    'cast in time',
    [
      ['Dev', 'two'],
      ['Ben', 'two'],
      ['Ben', 'one'],
    ],
    [],
    'Rust has 3 of 4',
  ],
  [
    'cast late',
    [],
    [
      ['Dev', 'two'],
      ['Ben', 'two'],
      ['Ben', 'one'],
    ],
    'Rust has 3 of 4',
  ],
  [
    'taken back in time',
    [
      ['Alice', 'one'],
      ['Ben', 'one'],
    ],
    [],
    'Rust has 1 of 1',
  ],
  [
    'taken back late',
    [],
    [
      ['Alice', 'one'],
      ['Ben', 'one'],
    ],
    'Rust has 1 of 1',
  ],
];

describe('votes that Gavel was never told about, during an outage at the deadline', () => {
  it.each(cases)('%s: people are asked, and their answer is recorded with the doubt', async (_, inTime, late, told) => {
    const { stage, card } = await openVote('socket');
    await using _stage = stage;
    await missTheEnd(stage, card, inTime, late);
    await threadSays(stage, 'I wait until');
    await cardSays(stage, title, 'voting has ended, votes may still be on their way');
    await stage.advance(8 * aMinute);
    const asked = await threadSays(stage, 'Nobody can tell');
    expect(asked).toMatch(/^@Alice Voting ended while I was away/);
    expect(asked).toContain('Without it: 3 of 4 deciders voted, Go has 2 of 3');
    expect(asked).toMatch(new RegExp(`With all of it: .*${told}`));
    const shown = await cardSays(stage, title, 'Voting ended while I was away');
    expect(shown).toContain('[Record outcome]');
    expect(shown).toContain('Vote again');

    const alice = stage.slack.person('Alice');
    await openFromCard(stage, alice, standingCard(stage, title), ['Record outcome', 'Record']);
    await modalSays(stage, alice, 'Voting ended while I was away');
    await alice.fill('Chosen option', 'Go');
    await alice.fill('Because', 'we asked everybody.');
    await alice.submit();
    const { text } = await readRecord(stage, title);
    expect(text).toContain('Not counted, because it is unclear whether it was in time: ');
    expect(text).toContain('With what is not counted: ');
    expect(text).toContain('Go: 2 votes (Alice, Ben)');
  });

  it('make no difference: the vote ends as the events say, and the rest is told', async () => {
    const { stage, card } = await openVote('socket');
    await using _stage = stage;
    await missTheEnd(
      stage,
      card,
      [],
      [
        ['Dev', 'three'],
        ['Dev', 'one'],
      ],
    );
    await stage.advance(8 * aMinute);
    expect(await threadSays(stage, 'Nobody can tell')).toContain('Dev for Go');
    const { text } = await readRecord(stage, title);
    expect(text).toContain('Go: 2 votes (Alice, Ben)');
    expect(text).toContain('Not counted, because it is unclear whether it was in time: Dev for Go');
    expect(await threadSays(stage, 'has closed. Accepted: Go.')).toContain('3 of 4 deciders voted, Go has 2 of 3');
  });
});

describe('votes that Slack delivers again after an outage at the deadline', () => {
  it.each([
    ['cast in time', cases[0]?.[1] ?? [], [], 'Accepted: 4 of 4 deciders voted, Rust has 3 of 4'],
    ['cast late', [], cases[1]?.[2] ?? [], 'Accepted: 3 of 4 deciders voted, Go has 2 of 3'],
    ['taken back in time', cases[2]?.[1] ?? [], [], 'Accepted: 1 of 4 deciders voted, Rust has 1 of 1'],
    ['taken back late', [], cases[3]?.[2] ?? [], 'Accepted: 3 of 4 deciders voted, Go has 2 of 3'],
  ] as const)('%s: what was in time counts, and nothing else', async (_, inTime, late, verdict) => {
    const { stage, card } = await openVote('http');
    await using _stage = stage;
    await missTheEnd(stage, card, inTime, late);
    await threadSays(stage, 'I wait until');
    // Slack tries again a minute after the first failed attempt, and five minutes after that.
    await stage.advance(aMinute);
    await stage.slack.settled();
    await stage.advance(5 * aMinute);
    await stage.slack.settled();
    await stage.advance(2 * aMinute);
    await cardSays(stage, title, verdict);
    expect(threadOf(stage, standingCard(stage, title)).filter((said) => said.includes('Nobody can tell'))).toEqual([]);
  });
});

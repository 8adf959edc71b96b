import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  cardSays,
  cardWithEmoji,
  errorUnder,
  fillForm,
  modalSays,
  openFreshForm,
  openFromCard,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';

let stage: Stage;
beforeAll(async () => {
  // Over HTTP, no connection has to be reopened when the clock jumps.
  stage = await setStage({ mode: 'http', rateLimits: false });
});
afterAll(() => stage[Symbol.asyncDispose]());

const anHour = 60 * 60 * 1_000;

/** Beyond any deadline that the form suggests: a week, extended over a weekend if needed. */
const twoWeeks = 14 * 24 * anHour;

const go = 'one';
const rust = 'two';
const abstains = 'white_circle';

/** Who reacts with what; nobody else votes. */
type Votes = Readonly<Record<string, readonly string[]>>;

interface Case {
  readonly rule: string;
  readonly deciders?: readonly string[];
  readonly emoji?: number;
  readonly votes: Votes;
  /** What the card says while voting is open, and when it is over. */
  readonly open: string;
  readonly closed: string;
}

const four = ['Alice', 'Ben', 'Chloe', 'Dev'];

const cases: readonly (readonly [string, Case])[] = [
  [
    'most votes, accepted',
    {
      rule: 'Most votes',
      votes: { [go]: ['Alice', 'Ben'], [rust]: ['Chloe'] },
      open: '3 of 4 have voted · waiting for Dev · Go leads',
      closed: 'Accepted: 3 of 4 deciders voted, Go has 2 of 3, more than any other option.',
    },
  ],
  [
    'a majority, of those who change their minds',
    {
      rule: 'Majority',
      emoji: 3,
      votes: { [go]: ['Alice', 'Ben'], [rust]: ['Chloe', 'Dev', 'Ben', 'Alice'], [abstains]: [] },
      open: 'the quorum of 2 is reached',
      closed: 'Accepted: 4 of 4 deciders voted (quorum 2), Rust has 4 of 4 (needs more than half of those who voted).',
    },
  ],
  [
    'a majority, without its quorum',
    {
      rule: 'Majority',
      emoji: 3,
      votes: { [go]: ['Alice'] },
      open: '1 more vote for the quorum of 2',
      closed: 'No quorum: 1 of 4 deciders voted (quorum 2).',
    },
  ],
  [
    'two thirds, with somebody who abstains',
    {
      rule: 'Two thirds',
      emoji: 3,
      votes: { [go]: ['Alice', 'Ben'], [abstains]: ['Chloe'] },
      open: '3 of 4 have voted · waiting for Dev · 1 of them abstains',
      closed: 'Accepted: 3 of 4 deciders voted (quorum 3, 1 abstained), Go has 2 of 2 (needs at least two thirds',
    },
  ],
  [
    'unanimous, missed',
    {
      rule: 'Unanimous',
      emoji: 3,
      votes: { [go]: ['Alice', 'Ben', 'Chloe'], [rust]: ['Dev'] },
      open: 'the quorum of 4 is reached',
      closed: 'Not enough votes: 4 of 4 deciders voted (quorum 4), Go has 3 of 4 (needs all of those who voted).',
    },
  ],
  [
    'lazy consensus, with nobody’s vote',
    {
      rule: 'Lazy consensus',
      votes: {},
      open: 'who does not vote counts for Go',
      closed: 'Accepted: 0 of 4 deciders voted and the other 4 count for Go, Go has 4 of 4',
    },
  ],
  [
    'one who decides; the others advise',
    {
      rule: 'One decides, after advice',
      deciders: ['Ben'],
      votes: { [go]: ['Alice'], [rust]: ['Ben'] },
      open: 'Advisory, not counted: Alice for Go',
      closed: 'Accepted: 1 of 1 deciders voted, Rust has 1 of 1',
    },
  ],
  [
    'a majority, missed by two options',
    {
      rule: 'Majority',
      emoji: 3,
      votes: { [go]: ['Alice'], [rust]: ['Ben'] },
      open: 'Go and Rust are tied with 1 of 2 each',
      closed: 'Not enough votes: 2 of 4 deciders voted (quorum 2), Go and Rust have 1 of 2 each',
    },
  ],
];

async function vote(message: SeenMessage, votes: Votes): Promise<void> {
  for (const [emoji, names] of Object.entries(votes)) {
    for (const name of names) await stage.slack.person(name).react(message, emoji);
  }
}

it.each(cases)('%s', async (title, { rule, deciders, emoji = 2, votes, open, closed }) => {
  await propose(stage, { title, rule, ...(deciders ? { deciders } : {}) });
  expect(await cardSays(stage, title, `*${rule}.*`)).toContain('voting is open');
  const message = await cardWithEmoji(stage, title, emoji);
  await vote(message, votes);
  expect(await cardSays(stage, title, open)).toContain(`of ${deciders?.length ?? four.length} have voted`);
  await stage.advance(twoWeeks);
  const goesOn = () => threadOf(stage, message).some((text) => text.includes('Voting is extended, this once'));
  const isClosed = () => stage.slack.person('Alice').plainText(standingCard(stage, title)).includes(closed);
  await stage.slack.until(() => goesOn() || isClosed(), 'voting to end, or to go on');
  // Some rules extend the vote once, by the original length.
  if (goesOn()) await stage.advance(twoWeeks);
  await cardSays(stage, title, closed);
});

it('a tie extends the vote once by its length; then the proposer is asked', async () => {
  const title = 'A tie';
  await propose(stage, { title, rule: 'Majority' });
  const message = await cardWithEmoji(stage, title, 3);
  await vote(message, { [go]: ['Alice', 'Ben'], [rust]: ['Alice', 'Ben'] });
  await cardSays(stage, title, 'Go and Rust are tied with 2 of 2 each');
  const tied = 'Go and Rust are tied with 2 votes each; 2 of 4 deciders voted (quorum 2).';
  const goesOn = () =>
    threadOf(stage, message).filter((text) => text.startsWith(`${tied} Voting is extended, this once, until `));
  await stage.advance(twoWeeks);
  await stage.slack.until(() => goesOn().length > 0, 'voting to go on');
  expect(await cardSays(stage, title, 'are tied with 2 of 2 each')).toContain('voting is open');
  await stage.advance(twoWeeks);
  await cardSays(stage, title, `${tied} The proposer and the deciders can record an outcome`);
  await stage.slack.until(
    () => threadOf(stage, message).some((text) => text.startsWith('@Alice Voting has closed, and there is no winner.')),
    'the proposer to be asked',
  );
  expect(goesOn()).toHaveLength(1);
});

it('a vote under a rule that closes early ends when all have voted, at least an hour after it opened', async () => {
  const title = 'Ends early';
  await propose(stage, { title, rule: 'Majority' });
  const message = await cardWithEmoji(stage, title, 3);
  await vote(message, { [go]: four });
  await cardSays(stage, title, '4 of 4 have voted');
  expect(await cardSays(stage, title, 'voting is open')).toContain('Go leads with 4 of 4');
  await stage.advance(anHour);
  const text = await cardSays(stage, title, 'Accepted: 4 of 4 deciders voted (quorum 2), Go has 4 of 4');
  expect(text).toContain('Chosen: Go');
  // The record says what the card says, and how many people changed their minds.
  const record = await vi.waitUntil(async () => {
    const files = (await stage.git('ls-tree', '-r', '--name-only', 'HEAD')).split('\n');
    const file = files.find((name) => name.includes('ends-early'));
    return file && stage.git('show', `HEAD:${file}`);
  }, 20_000);
  expect(record).toContain('Accepted: 4 of 4 deciders voted (quorum 2), Go has 4 of 4 (needs more than half of those');
});

it('a hidden tally shows no figures and no leader, in any text, until voting closes', async () => {
  await stage.query(
    `insert into rule_setting (team_id, channel_id, name, value, set_by, set_at)
     select team_id, channel_id, 'Hidden', '{"preset": "plurality", "hidden tally": true}', proposer_id, now()
     from decision limit 1`,
  );
  const title = 'Nobody peeks';
  await propose(stage, { title, rule: 'Hidden' });
  const message = await cardWithEmoji(stage, title);
  await vote(message, { [go]: ['Alice', 'Ben'], [rust]: ['Gus'] });
  const text = await cardSays(stage, title, '2 of 4 have voted');
  expect(text).toContain('the count is shown when voting closes');
  const alice = stage.slack.person('Alice');
  await openFromCard(stage, alice, message, ['Record outcome', 'Record']);
  const seen = [text, alice.plainText(alice.modal() ?? message), ...threadOf(stage, message)];
  await alice.closeAllModals();
  for (const words of seen) {
    expect(words).not.toMatch(/leads|level|█|░|Advisory|Go has/);
  }
  await stage.advance(twoWeeks);
  expect(await cardSays(stage, title, 'Accepted: 2 of 4 deciders voted')).toContain(
    'Advisory, not counted: Gus for Rust',
  );
});

it('one person who decides has to be named', async () => {
  await openFreshForm(stage);
  const alice = await fillForm(stage, { title: 'Who decides?', rule: 'One decides, after advice' });
  await alice.submit();
  expect(errorUnder(alice, 'Deciders')).toContain('Under this rule one person decides, who has to be named.');
  await alice.closeAllModals();
});

it('the rule can be changed until voting opens, and stays if it is left alone', async () => {
  const rules = async (title: string) =>
    (await stage.query<{ rule: { quorum: unknown } }>('select rule from decision where title = $1', [title]))[0]?.rule;
  const alice = stage.slack.person('Alice');
  for (const [title, other] of [
    ['Left alone', undefined],
    ['Changed', 'Two thirds'],
  ] as const) {
    await propose(stage, { title, rule: 'Majority', isDiscussedFirst: true });
    await openFromCard(stage, alice, standingCard(stage, title), ['Open voting', 'Open voting']);
    expect(alice.plainText(alice.modal() ?? standingCard(stage, title))).toContain('As proposed: Majority');
    if (other) {
      await alice.fill('Rule', other);
      await modalSays(stage, alice, 'at least two thirds of those who voted');
    }
    await alice.submit();
    await cardSays(stage, title, 'have voted');
  }
  expect((await rules('Left alone'))?.quorum).toEqual({ parts: 1, of: 2 });
  expect((await rules('Changed'))?.quorum).toEqual({ parts: 2, of: 3 });
});

it('people vote again, for a reason that the thread and the history tell', async () => {
  const title = 'Once more';
  const alice = stage.slack.person('Alice');
  await propose(stage, { title });
  const first = await cardWithEmoji(stage, title);
  await vote(first, { [go]: ['Alice'], [rust]: ['Ben'] });
  await cardSays(stage, title, '2 of 4 have voted');
  await stage.advance(twoWeeks);
  await cardSays(stage, title, 'Go and Rust are tied with 1 vote each');
  await openFromCard(stage, alice, standingCard(stage, title), ['Vote again', 'Vote again']);
  await alice.fill('Why', 'The budget has changed.');
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
  await cardSays(stage, title, '0 of 4 have voted');
  const second = standingCard(stage, title);
  expect(second.ts).not.toBe(first.ts);
  const old = await stage.slack.until(() => {
    const seen = alice.sees('#architecture').find(({ ts }) => ts === first.ts);
    const text = seen && alice.plainText(seen);
    return text?.includes('on a new card') ? text : undefined;
  }, 'the old card to send people to the new one');
  expect(old).toContain('Go and Rust are tied with 1 vote each; 2 of 4 deciders voted.');
  expect(old).not.toMatch(/Record outcome|Vote again/);
  await stage.slack.until(
    () =>
      threadOf(stage, second).some((text) =>
        text.includes('opened voting again, from scratch: The budget has changed.'),
      ),
    'the reason in the thread',
  );
  const events = await stage.query<{ reason: string }>(
    `select detail ->> 'reason' as reason from event where kind = 'voting reopened'`,
  );
  expect(events).toEqual([{ reason: 'The budget has changed.' }]);
});

import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { architecture, cardSays, cardWithEmoji, lastPrivateAnswer, propose, threadOf } from '../support/scene.ts';
import { reactionEvent, sendRequest } from '../support/slack-request.ts';

const title = 'Which reactions are votes?';

let stage: Stage;
let message: SeenMessage;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
  await propose(stage, { title });
  message = await cardWithEmoji(stage, title);
});
afterAll(() => stage[Symbol.asyncDispose]());

/** The standing votes of everybody except the bot below. */
const ballots = () =>
  stage.query<{ user_id: string }>(`select user_id from ballot where is_cast and user_id <> 'U00000BOT'`);

it('Gavel’s own emoji, even after its list was compared with Slack’s', async () => {
  await stage.restart();
  await stage.slack.person('Dev').react(message, 'one');
  await cardSays(stage, title, '1 of 4 have voted · waiting for Alice, Ben and Chloe · Go leads');
  expect(await stage.query('select 1 from ballot where user_id = $1', [stage.slack.botUserId])).toEqual([]);
  await stage.slack.person('Dev').unreact(message, 'one');
  await cardSays(stage, title, '0 of 4 have voted');
});

it('other emoji are not votes, including the number of an option that nobody offered', async () => {
  const ben = stage.slack.person('Ben');
  for (const emoji of ['tada', '+1', 'three', 'keycap_ten', 'one_more']) await ben.react(message, emoji);
  expect(await ballots()).toEqual([]);
});

it('an option’s emoji is not a vote on other messages: in the channel, in the thread, in another channel', async () => {
  const ben = stage.slack.person('Ben');
  await ben.say(architecture, 'Not a card');
  await ben.reply(message, 'Not a card either');
  await ben.say('#general', 'Nor this');
  const [remark, reply, elsewhere] = [
    ben.sees(architecture).at(-1),
    ben.thread(message).at(-1),
    ben.sees('#general').at(-1),
  ];
  for (const other of [remark, reply, elsewhere]) if (other) await ben.react(other, 'one');
  expect([remark?.text, reply?.text, elsewhere?.text]).toEqual(['Not a card', 'Not a card either', 'Nor this']);
  expect(await ballots()).toEqual([]);
});

it('those of other bots are neither votes nor advice', async () => {
  // What Gavel learned a moment ago about another bot, as it does about everybody.
  const bot = { id: 'U00000BOT', seen: stage.slack.clock.now() };
  await stage.query(`insert into person values ($1, $2, 'Helper', 'UTC', 'bot', $3)`, [
    stage.slack.teamId,
    bot.id,
    bot.seen,
  ]);
  const { channel, ts } = message;
  expect(await sendRequest(stage, { body: reactionEvent(stage, { user: bot.id, reaction: 'two', channel, ts }) })).toBe(
    200,
  );
  await stage.slack.person('Alice').react(message, 'one');
  const said = await cardSays(stage, title, '1 of 4 have voted · waiting for Ben, Chloe and Dev · Go leads');
  expect(said).not.toContain('Advisory');
  await stage.slack.person('Alice').unreact(message, 'one');
  expect(await ballots()).toEqual([]);
});

it('one that is reported twice, or with a skin tone, is one; an older one changes nothing', async () => {
  const chloe = stage.slack.person('Chloe').id;
  const { channel, ts } = message;
  const older = reactionEvent(stage, { user: chloe, reaction: 'one', channel, ts, isRemoved: true });
  const cast = reactionEvent(stage, { user: chloe, reaction: 'one::skin-tone-3', channel, ts });
  for (const body of [cast, cast, older]) expect(await sendRequest(stage, { body })).toBe(200);
  expect(await ballots()).toEqual([{ user_id: chloe }]);
  const taken = reactionEvent(stage, { user: chloe, reaction: 'one', channel, ts, isRemoved: true });
  expect(await sendRequest(stage, { body: taken })).toBe(200);
  expect(await ballots()).toEqual([]);
});

it('those after the vote has ended don’t count, and each voter is told privately', async () => {
  const alice = stage.slack.person('Alice');
  await alice.react(message, 'two');
  await cardSays(stage, title, '1 of 4 have voted');
  await alice.choose(message, 'Withdraw');
  await stage.slack.until(() => alice.modal()?.submit === 'Withdraw', 'the form');
  await alice.submit();
  await stage.slack.person('Ben').react(message, 'one');
  await cardSays(stage, title, 'Withdrawn');
  expect(await ballots()).toEqual([{ user_id: alice.id }]);
  await stage.slack.until(() => threadOf(stage, message).join().includes('withdrew'), 'the reply that says so');
  const ben = stage.slack.person('Ben');
  const told = 'had closed before you reacted, so your vote is not counted.';
  await stage.slack.until(() => lastPrivateAnswer(ben).includes(told), 'the notice to Ben');
  expect(lastPrivateAnswer(alice)).not.toContain(told);
});

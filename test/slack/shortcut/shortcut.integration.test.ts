import type { Person } from '@gavel/local-slack/person/person.ts';
import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  architecture,
  card,
  cardSays,
  isKept,
  modalSays,
  modalWith,
  openFromCard,
  standingCard,
} from '../../support/scene.ts';

const name = 'Propose a decision';
const warning = '⚠ The context quotes a private conversation.';

let stage: Stage;
let alice: Person;
let ben: Person;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
  alice = stage.slack.person('Alice');
  ben = stage.slack.person('Ben');
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await alice.closeAllModals();
  await stage.query('update draft set ended_at = now()');
});

/** The message in a channel that has these words. */
function messageWith(words: string, channel = architecture, person = alice): SeenMessage {
  const found = person.sees(channel).findLast((message) => person.plainText(message).includes(words));
  if (found === undefined) throw new Error(`Nobody said “${words}” in ${channel}.`);
  return found;
}

/** Uses the shortcut on a message, and returns what the form says. */
async function proposeFrom(message: SeenMessage, person = alice): Promise<string> {
  await person.shortcut(name, message);
  return person.plainText(await modalWith(stage, person, 'Propose'));
}

/** Waits until somebody says something in the thread of a message. */
async function threadSays(message: SeenMessage, words: string): Promise<void> {
  const said = () => alice.thread(message).map((reply) => alice.plainText(reply));
  await stage.slack.until(() => said().some((text) => text.includes(words)), `“${words}” in the thread`);
}

/** Chooses another channel in the form, and waits for its rules. */
async function chooseChannel(channel: string): Promise<void> {
  await alice.fill('Channel', `#${channel}`);
  const block = `rule:${stage.slack.channel(channel).id}`;
  await stage.slack.until(
    () => alice.modal()?.blocks.some(({ block_id }) => block_id === block),
    `rules of #${channel}`,
  );
}

async function fillOptions(title: string): Promise<void> {
  await alice.fill('Question', title);
  await alice.fill('Option 1', 'Go');
  await alice.fill('Option 2', 'Rust');
}

describe('the shortcut on a message', () => {
  it('quotes it with its author and a link; its thread hears of the proposal and of the outcome, once each', async () => {
    await ben.say(architecture, 'Which broker do we take?\n• one that we can *run*\n# not a heading');
    const message = messageWith('Which broker');
    const form = await proposeFrom(message);
    expect(form).toContain('Ben wrote in this message:');
    expect(form).toContain('Which broker do we take?');
    expect(form).toContain('# not a heading');
    expect(form).not.toContain(warning);
    expect(form).toContain(`Channel: ${architecture}\n`);

    await fillOptions('Which broker?');
    await alice.submit();
    await cardSays(stage, 'Which broker?', 'have voted');
    const [row] = await stage.query<{ context: string; source: { link: string; ts: string } }>(
      "select context, source from decision where title = 'Which broker?'",
    );
    expect(row?.source.ts).toBe(message.ts);
    expect(row?.context).toContain(`Ben wrote in [this message](${row?.source.link}):\n\n> Which broker`);
    expect(JSON.stringify(standingCard(stage, 'Which broker?').blocks)).toContain(row?.source.link);
    await threadSays(message, 'Alice proposed a decision about this: Which broker?');

    await openFromCard(stage, alice, standingCard(stage, 'Which broker?'), ['Withdraw', 'Withdraw']);
    await alice.submit();
    await threadSays(message, 'The proposal Which broker? was withdrawn.');
    await stage.slack.settled();
    expect(alice.thread(message)).toHaveLength(3);
  });

  it('on a reply, tells the thread that the reply is in', async () => {
    await ben.say(architecture, 'The queue is full again.');
    const parent = messageWith('queue is full');
    await ben.reply(parent, 'Then let us choose another.');
    const reply = alice.thread(parent).at(-1);
    if (reply === undefined) throw new Error('There is no reply.');
    expect(await proposeFrom(reply)).toContain('Then let us choose another.');
    await fillOptions('Which queue?');
    await alice.submit();
    await threadSays(parent, 'Alice proposed a decision about this: Which queue?');
  });

  it('on a message of another app, of files only, or of Gavel itself', async () => {
    stage.slack.admin.postAsOtherApp(architecture, 'Monitor', 'Disk full on <https://db.example.com|db> &amp; more');
    const alert = await proposeFrom(messageWith('Disk full'));
    expect(alert).toContain('Monitor wrote in this message:');
    expect(alert).toContain('& more');
    await alice.closeAllModals();

    await ben.say(architecture, '', [{ name: 'plan.txt', content: 'a plan' }]);
    const file = alice.sees(architecture).at(-1);
    if (file === undefined) throw new Error('There is no message.');
    expect(await proposeFrom(file)).toContain('Files: plan.txt');
    await alice.closeAllModals();

    await ben.say(architecture, 'A card comes next.');
    await proposeFrom(messageWith('A card comes next'));
    await fillOptions('Which card?');
    await alice.submit();
    await cardSays(stage, 'Which card?', 'have voted');
    expect(await proposeFrom(standingCard(stage, 'Which card?'))).toContain('Which card?');
  });

  it('says in the form that Gavel is not in the channel, and quotes all the same', async () => {
    await alice.say('#random', 'Where do we eat?');
    const form = await proposeFrom(messageWith('Where do we eat?', '#random'));
    expect(form).toContain('⚠ I am not in #random yet.');
    expect(form).toContain('Where do we eat?');
    await fillOptions('Which lunch?');
    await alice.fill('Channel', architecture);
    await modalSays(stage, alice, '\nRule: ');
    await alice.submit();
    await cardSays(stage, 'Which lunch?', 'have voted');
    await stage.slack.settled();
    expect(alice.thread(messageWith('Where do we eat?', '#random'))).toHaveLength(1);
  });

  it('warns where a private message would be read by others, and tells no thread what it may not know', async () => {
    await alice.say('#security', 'The key has leaked.');
    const message = messageWith('The key has leaked', '#security');
    expect(await proposeFrom(message)).not.toContain(warning);
    await chooseChannel('architecture');
    await modalSays(stage, alice, warning);
    await chooseChannel('security');
    expect(await modalSays(stage, alice, '\nRule: ')).not.toContain(warning);
    await alice.closeAllModals();

    await ben.say(architecture, 'A public remark.');
    const remark = messageWith('A public remark');
    await proposeFrom(remark);
    await chooseChannel('security');
    await fillOptions('Which secret?');
    await alice.submit();
    await cardSays(stage, 'Which secret?', 'have voted', '#security');
    await stage.slack.settled();
    expect(alice.thread(remark)).toHaveLength(1);
    expect(card(stage, 'Which secret?')).toBeUndefined();
  });

  it('in a direct message, quotes it without a link and asks for the channel', async () => {
    await alice.say('@Ben', 'Shall we leave the cloud?');
    const message = messageWith('Shall we leave', '@Ben');
    const form = await proposeFrom(message);
    expect(form).toContain('Alice wrote in this message:');
    expect(form).toContain('Shall we leave the cloud?');
    expect(form).toContain('Channel: Choose a channel\n');
    expect(form).not.toContain('Take from the thread');
    await chooseChannel('architecture');
    await modalSays(stage, alice, warning);
    await fillOptions('Which cloud?');
    await alice.submit();
    await cardSays(stage, 'Which cloud?', 'have voted');
    await stage.slack.settled();
    expect(alice.thread(message)).toHaveLength(1);
  });

  it('in a channel that another organization is in, quotes its people by their names', async () => {
    stage.slack.admin.createChannel('partners', { members: ['Alice', 'Ben'] });
    stage.slack.admin.inviteBot('#partners');
    stage.slack.admin.addStranger('Zoe', '#partners');
    await stage.slack.person('Zoe').say('#partners', 'Which format do we exchange?');
    const message = messageWith('Which format', '#partners');
    await ben.reply(message, 'Parquet');
    const form = await proposeFrom(message);
    expect(form).toContain('Zoe wrote in this message:');
    expect(form).toContain('Take from the thread');
    await fillOptions('Which format?');
    await alice.submit();
    await cardSays(stage, 'Which format?', 'have voted', '#partners');
    const said = () => alice.thread(message).map((reply) => alice.plainText(reply));
    await stage.slack.until(
      () => said().some((text) => text.includes('Alice proposed a decision')),
      'the thread to hear',
    );
  });

  it('survives that the message is deleted while people decide', async () => {
    await ben.say(architecture, 'Soon gone.');
    const message = messageWith('Soon gone');
    await proposeFrom(message);
    stage.slack.admin.deleteMessage(architecture, message.ts);
    await fillOptions('Which gap?');
    await alice.submit();
    await cardSays(stage, 'Which gap?', 'have voted');
    await stage.slack.settled();
  });
});

describe('the thread of the message', () => {
  const list = 'Say what each message is.';

  /** Opens the form from a message, and the list of its thread on top of it. */
  async function listThread(message: SeenMessage): Promise<string> {
    expect(await proposeFrom(message)).toContain('Take from the thread');
    await alice.press('Take from the thread');
    return modalSays(stage, alice, list);
  }

  /** Says in the list what a message is, and waits until the form below has it. */
  async function pick(message: string, what: string, kept: string): Promise<void> {
    const listed = () => JSON.stringify(alice.modal()?.blocks.map(({ block_id }) => block_id));
    const before = listed();
    await alice.fill(message, what);
    await isKept(stage, kept);
    await stage.slack.until(() => listed() !== before, 'the list with the pick');
    await stage.slack.settled();
  }

  it('fills in options and reasons, each with who said it, up to the card and the record', async () => {
    await ben.say(architecture, 'Which broker for events?');
    const parent = messageWith('Which broker for events');
    const chloe = stage.slack.person('Chloe');
    await chloe.reply(parent, 'Let us take *NATS*.\nWe run it already & know it.');
    await ben.reply(parent, 'Redis streams');
    await chloe.reply(parent, 'It forgets everything at a restart.');
    await alice.reply(parent, 'Nobody is paid to run it.');
    await ben.reply(parent, '', [{ name: 'load.csv', content: '1,2' }]);
    await ben.reply(parent, 'Deleted since.');
    const deleted = alice.thread(parent).at(-1);
    stage.slack.admin.deleteMessage(architecture, deleted?.ts ?? '');

    const listed = await listThread(parent);
    expect(listed).toContain('load.csv');
    expect(listed).not.toContain('Deleted since.');
    const option = 'It is an option';
    await pick('Let us take *NATS*.\nWe run it already & know it.', option, 'Chloe wrote: Let us take *NATS*.');
    await pick('Redis streams', option, 'Ben wrote: Redis streams');
    await pick('It forgets everything at a restart.', 'Con: Redis streams', '"saidBy"');
    await pick('Nobody is paid to run it.', 'Con: Redis streams', 'Nobody is paid');
    await alice.closeModal();
    const form = await modalSays(stage, alice, 'Reasons: 2 cons');
    expect(form).toContain('Option 1: Let us take *NATS*.');
    await alice.fill('Question', 'Which event broker?');
    await alice.submit();
    const card = await cardSays(stage, 'Which event broker?', '(Chloe, in a message)');
    expect(card).toContain('Nobody is paid to run it. (Alice)');
    const rows = await stage.query<{ text: string; author: string; taken: string }>(
      'select text, author_id as author, taken_by as taken from argument order by made_at',
    );
    expect(rows).toEqual([
      expect.objectContaining({ author: chloe.id, taken: alice.id }),
      { text: 'Nobody is paid to run it.', author: alice.id, taken: null },
    ]);
  });

  it('takes back what was taken, quotes, and keeps what was typed meanwhile', async () => {
    await ben.say(architecture, 'Where do logs go?');
    const parent = messageWith('Where do logs go');
    await ben.reply(parent, 'Loki');
    await ben.reply(parent, 'One more thing: they are *big*.');
    await proposeFrom(parent);
    await alice.fill('Question', 'Typed before the list');
    await alice.press('Take from the thread');
    await modalSays(stage, alice, list);
    await pick('Loki', 'It is an option', 'Ben wrote: Loki');
    await pick('One more thing: they are *big*.', 'Quote it in the context', 'One more thing');
    await alice.fill('Loki', 'Leave it out');
    await stage.slack.settled();
    await alice.closeModal();
    const form = await modalSays(stage, alice, 'Bring back “Loki”');
    for (const words of ['Typed before the list', 'Where do logs go?', 'One more thing']) expect(form).toContain(words);
  });

  it('lists an edited message as it reads now, and one of another app under its name', async () => {
    await ben.say(architecture, 'Where do metrics go?');
    const parent = messageWith('Where do metrics go');
    await ben.reply(parent, 'Prometeus');
    const [, reply] = ben.thread(parent);
    if (reply === undefined) throw new Error('There is no reply.');
    await ben.edit(reply, 'Prometheus');
    stage.slack.admin.postAsOtherApp(architecture, 'Monitor', 'The old store drops *half* of them.', parent.ts);
    const listed = await listThread(parent);
    expect(listed).toContain('Prometheus');
    expect(listed).not.toContain('Prometeus');
    expect(listed).toContain('Monitor');
    await pick('Prometheus', 'It is an option', 'Ben wrote: Prometheus');
    await pick('The old store drops *half* of them.', 'Pro: Prometheus', 'The old store');
    // What was taken stays as it was when it was taken, whatever is edited or deleted afterwards.
    await ben.edit(reply, 'Never mind.');
    stage.slack.admin.deleteMessage(architecture, ben.thread(parent).at(-1)?.ts ?? '');
    await alice.closeModal();
    await modalSays(stage, alice, 'Reasons: 1 pro');
    await alice.fill('Question', 'Which store for metrics?');
    await alice.fill('Option 2', 'InfluxDB');
    await alice.submit();
    const card = await cardSays(stage, 'Which store for metrics?', 'The old store drops');
    expect(card).toContain('Prometheus');
    expect(card).toContain('Monitor');
    expect(card).not.toContain('Never mind.');
  });

  it('lists a thousand messages by the page, and says when Slack wants it to wait', async () => {
    await ben.say(architecture, 'A long story.');
    const parent = messageWith('A long story');
    for (let count = 1; count < 1_000; count += 1) await ben.reply(parent, `Reply ${count}.`);
    const late = alice.thread(parent)[990];
    if (late === undefined) throw new Error('There is no such reply.');
    const first = await listThread(late);
    expect(first).toContain('Reply 28.');
    expect(first).not.toContain('Reply 29.');
    await alice.press('Later messages');
    expect(await modalSays(stage, alice, 'Reply 29.')).toContain('Reply 56.');
    stage.slack.faults.failNext('conversations.replies', { status: 429, retryAfter: 60 });
    await alice.press('Later messages');
    expect(await modalSays(stage, alice, '⚠')).toContain('Reply 56.');
    // What is listed already needs no call.
    await pick('Reply 30.', 'It is an option', 'Ben wrote: Reply 30.');
    await stage.advance(61_000);
    await alice.press('Earlier messages');
    await modalSays(stage, alice, 'Reply 28.');
    await alice.press('Go to your message');
    const end = await modalSays(stage, alice, 'Reply 990.');
    expect(end).toContain('Reply 999.');
    expect(end).not.toContain('Later messages');
  });

  it('is shown to nobody who is no longer in the channel, and not offered where Gavel is not', async () => {
    await alice.say('#random', 'Who is not here?');
    expect(await proposeFrom(messageWith('Who is not here', '#random'))).not.toContain('Take from the thread');
    await alice.closeAllModals();
    await alice.say('#security', 'The key is old.');
    const message = messageWith('The key is old', '#security');
    await proposeFrom(message);
    stage.slack.admin.removeFromChannel('#security', 'Alice');
    await stage.advance(60_000);
    await alice.press('Take from the thread');
    expect(await modalSays(stage, alice, 'I can’t read this thread')).not.toContain('The key is old');
    stage.slack.admin.addToChannel('#security', 'Alice');
    await alice.closeAllModals();
    await stage.advance(60_000);
    expect(await listThread(message)).toContain('The key is old');
  });

  it('is told to be gone, and keeps the form', async () => {
    await ben.say(architecture, 'Soon there is nothing here.');
    const message = messageWith('Soon there is nothing');
    await proposeFrom(message);
    stage.slack.admin.deleteMessage(architecture, message.ts);
    await alice.press('Take from the thread');
    await modalSays(stage, alice, 'This thread is no longer there.');
    await alice.closeModal();
    await modalSays(stage, alice, 'Soon there is nothing here.');
  });
});

describe('the global shortcut', () => {
  it('opens the form, which asks for the channel, and offers what was left unfinished', async () => {
    await alice.shortcut(name);
    const form = alice.plainText(await modalWith(stage, alice, 'Propose'));
    expect(form).toContain('Channel: Choose a channel\n');
    await fillOptions('Which lamp?');
    await expect
      .poll(() => stage.query("select from draft where form::text like '%Which lamp?%'"), { timeout: 30_000 })
      .not.toEqual([]);
    await alice.closeAllModals();
    await alice.shortcut(name);
    await modalSays(stage, alice, 'You left “Which lamp?” unfinished');
  });
});

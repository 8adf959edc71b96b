import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { describe, expect, it } from 'vitest';
import type { Stage } from '../../support/gavel.ts';
import {
  cardSays,
  modalWith,
  openFromCard,
  pickedOption,
  press,
  propose,
  standingCard,
  threadOf,
} from '../../support/scene.ts';
import { deliver, openAt, path } from '../../support/with-forge.ts';

const title = 'Use a queue';
const file = 'docs/decisions/0001-use-a-queue.md';
const aMinute = 60_000;
const aDay = 24 * 60 * aMinute;

/** Alice records that it is to be RabbitMQ, and when to look at that again. */
async function decide(stage: Stage): Promise<void> {
  const alice = stage.slack.person('Alice');
  await propose(stage, { title, options: ['Kafka', 'RabbitMQ'] });
  await openFromCard(stage, alice, standingCard(stage, title), ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'RabbitMQ');
  await pickedOption(stage, alice);
  await alice.fill('Because', 'we run it already.');
  await alice.fill('Look again on', '2026-03-16');
  await alice.submit();
  await cardSays(stage, title, 'in review');
}

/** The last message in the thread of the card that says something. */
async function inThread(stage: Stage, words: string): Promise<SeenMessage> {
  const alice = stage.slack.person('Alice');
  return stage.slack.until(() => {
    const said = alice.thread(standingCard(stage, title)).filter((message) => alice.plainText(message).includes(words));
    return said.at(-1);
  }, `the thread to say “${words}”`);
}

describe.each(['github', 'gitlab', 'forgejo'] as const)('the review of a note at %s', (dialect) => {
  it('tells by webhooks that it was closed, is opened again by a button, and brings the note', async () => {
    await using both = await openAt(dialect);
    const { stage, forge } = both;
    deliver(dialect, both);
    await decide(stage);
    const [alice, ann] = [stage.slack.person('Alice'), forge.person('ann')];
    ann.approve(path, 1);
    await ann.merge(path, 1);
    await cardSays(stage, title, 'Published as');
    await stage.advance(15 * aDay);
    await press(alice, await inThread(stage, 'Is this still right?'), 'Still right');
    await modalWith(stage, alice, 'It is still right');
    await alice.fill('Look again on', '2027-03-16');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    await inThread(stage, 'The note for the ADR waits in');

    ann.close(path, 2);
    const question = await inThread(stage, 'was not merged');
    expect(alice.plainText(question)).toContain('It stays recorded here.');
    // Twice in a row.
    const presses = [press(alice, question, 'Open it again'), press(alice, question, 'Open it again')];
    await Promise.all(presses);
    await inThread(stage, 'is open again');
    const answered = await inThread(stage, 'Alice asked me to open the review again.');
    expect(JSON.stringify(answered.blocks)).not.toContain('note_review');

    const open = forge.reviews(path).filter(({ state }) => state === 'open');
    expect(open).toHaveLength(1);
    const { number = 0 } = open[0] ?? {};
    ann.approve(path, number);
    await ann.merge(path, number);
    await inThread(stage, 'The ADR now says that it is still right');
    for (const delivery of forge.admin.deliveries()) forge.admin.redeliver(delivery);
    await forge.settled();
    const said = threadOf(stage, standingCard(stage, title));
    expect(said.filter((line) => line.includes('now says that it is still right'))).toHaveLength(1);
    expect(said.filter((line) => line.includes('was not merged'))).toHaveLength(1);
    const adr = await forge.file(path, 'main', file);
    expect(adr).toContain('Revisited on 2026-03-17 by Alice: still right.');
    expect(adr).toContain('2027-03-16');
  });
});

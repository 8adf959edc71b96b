import type { LocalSlack } from '@gavel/local-slack/local-slack.ts';
import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import type { WireEntry } from '@gavel/local-slack/server/wire-log.ts';
import { press } from '../support/scene.ts';

/** Where these tests take place. The deciders are Alice, Ben, Chloe and Dev. */
export const channel = '#architecture';
export const aMinute = 60_000;
export const aDay = 24 * 60 * aMinute;

/** For waiting on what the screen does not show: git, the database, a process. */
export const patience = { timeout: 30_000, interval: 50 };

/** The cards with this title in the channel; more than one is one too many. */
export function cardsOf(slack: LocalSlack, title: string): SeenMessage[] {
  const isTitle = (block: object) => JSON.stringify(block).startsWith('{"type":"header"');
  return slack
    .person('Alice')
    .sees(channel)
    .filter((message) => message.blocks.some((block) => isTitle(block) && JSON.stringify(block).includes(title)));
}

/** Waits until the card says something, and returns its text. */
export function cardSays(slack: LocalSlack, title: string, words: string): Promise<string> {
  const says = () => {
    const card = cardsOf(slack, title).at(-1);
    const text = card && slack.person('Alice').plainText(card);
    return text?.includes(words) ? text : undefined;
  };
  return slack.until(says, `the card “${title}” to say “${words}”`);
}

/** Alice fills in the propose modal, with the options Go and Rust, and submits it; voting opens at once. */
export async function submitProposal(slack: LocalSlack, title: string): Promise<void> {
  const alice = slack.person('Alice');
  await alice.command(channel, `/adr propose ${title}`);
  await slack.until(() => alice.modal()?.submit === 'Propose', 'the propose modal');
  await alice.fill('Context and problem statement', 'We have to choose.');
  await alice.fill('Option 1', 'Go');
  await alice.fill('Option 2', 'Rust');
  const { modal } = await alice.submit();
  if (modal) throw new Error(`The proposal was refused:\n${JSON.stringify(modal.errors)}`);
}

/** Alice proposes; resolves with the card when it has both emoji. */
export async function propose(slack: LocalSlack, title: string): Promise<SeenMessage> {
  await submitProposal(slack, title);
  return slack.until(
    () => cardsOf(slack, title).find(({ reactions }) => reactions.length === 2),
    `the card “${title}”`,
  );
}

/** Alice accepts Go. */
export async function accept(slack: LocalSlack, card: SeenMessage): Promise<void> {
  const alice = slack.person('Alice');
  await press(alice, card, 'Record outcome');
  await slack.until(() => alice.modal()?.submit === 'Record', 'the outcome modal');
  await alice.fill('Chosen option', 'Go');
  // The form is drawn again for the option.
  await slack.until(() => alice.modal()?.privateMetadata.includes('optionId'), 'the form for Go');
  await alice.fill('Because', 'we know it');
  await alice.submit();
}

/** What Gavel said in a card's thread, in order. */
export function repliesTo(slack: LocalSlack, card: SeenMessage): string[] {
  const alice = slack.person('Alice');
  const replies = alice.thread(card).filter(({ ts, from }) => ts !== card.ts && from === 'Gavel');
  return replies.map((reply) => alice.plainText(reply));
}

/** Waits until a reply in the thread contains these words, and returns all that do. */
export function threadSays(slack: LocalSlack, card: SeenMessage, words: string): Promise<string[]> {
  const found = () => repliesTo(slack, card).filter((text) => text.includes(words));
  return slack.until(() => found().length > 0 && found(), `the thread to say “${words}”`);
}

/** What a command answers the person who typed it. */
export async function answerTo(slack: LocalSlack, line: string): Promise<string> {
  const alice = slack.person('Alice');
  const before = alice.sees(channel).filter(({ isEphemeral }) => isEphemeral).length;
  await alice.command(channel, line);
  const answer = await slack.until(
    () => alice.sees(channel).filter(({ isEphemeral }) => isEphemeral)[before],
    `the answer to ${line}`,
  );
  return alice.plainText(answer);
}

/** What Alice reads in `/adr list`. */
export async function listOf(slack: LocalSlack): Promise<string> {
  const alice = slack.person('Alice');
  await alice.closeAllModals();
  await alice.command(channel, '/adr list');
  return slack.until(() => {
    const modal = alice.modal();
    const text = modal && alice.plainText(modal);
    return text?.includes('One moment …') ? undefined : text;
  }, 'the list of decisions');
}

/** The calls of a Web API method so far. */
export function callsOf(slack: LocalSlack, method: string): WireEntry[] {
  return slack.wire.entries().filter(({ kind, name }) => kind === 'call' && name === method);
}

/** Resolves with the next call of a Web API method that `isMeant`, as it comes in, before it is answered. */
export function nextCall(slack: LocalSlack, method: string, isMeant: (sent: string) => boolean): Promise<WireEntry> {
  return new Promise((resolve) => {
    const end = slack.wire.subscribe((entry) => {
      if (entry.name !== method || entry.status !== undefined || !isMeant(JSON.stringify(entry.sent))) return;
      end();
      resolve(entry);
    });
  });
}

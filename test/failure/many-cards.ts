import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { onTestFinished } from 'vitest';
import { openDatabase, openPool } from '../../db/connect.ts';
import { clientOf } from '../../packages/local-slack/test/stage.ts';
import { openStore } from '../../src/store/store.ts';
import { makeDecision, makeOption, makeVoting } from '../store/decision-samples.ts';
import type { Stage } from '../support/gavel.ts';
import { callsOf, cardsOf, channel } from './scene.ts';

const aWeek = 7 * 24 * 60 * 60 * 1_000;

/** Another process on the stage's database. */
export function otherStore({ databaseUrl, slack }: Stage) {
  const pool = openPool(databaseUrl, () => undefined);
  onTestFinished(() => pool.end());
  return openStore(openDatabase(pool), () => slack.clock.now(), { teamId: slack.teamId, archive: 'nowhere' });
}

/** The title of a card that `openVotes` has posted. */
export function titleOf(index: number): string {
  return `Question ${index + 1}`;
}

/**
 * So many open votes of Alice, Ben, Chloe and Dev, each with its card in the channel, as if people had proposed them
 * one after another. Returns the ids of the decisions.
 */
export async function openVotes(stage: Stage, count: number): Promise<string[]> {
  const { slack } = stage;
  const { read } = otherStore(stage);
  const client = clientOf(slack, slack.botToken);
  const { id: channelId } = slack.channel(channel);
  const { members = [] } = await client.users.list({});
  const deciders = members
    .filter(({ name = '' }) => ['alice', 'ben', 'chloe', 'dev'].includes(name.toLowerCase()))
    .map(({ id = '' }) => id);
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    // Slack takes five messages at a time.
    if (index % 5 === 0) slack.clock.advance(5_000);
    const now = slack.clock.now();
    const closesAt = new Date(now.getTime() + aWeek);
    const decision = makeDecision({
      ...{ teamId: slack.teamId, channelId, title: titleOf(index), proposerId: deciders[0] ?? '' },
      options: [makeOption(0, 'Go'), makeOption(1, 'Rust')],
      ...{ closesAt, proposedAt: now },
      voting: makeVoting({ deciders, openedAt: now, firstClosesAt: closesAt }),
    });
    const header = { type: 'header', text: { type: 'plain_text', text: decision.title } } as const;
    const { ts = '' } = await client.chat.postMessage({ channel: channelId, text: decision.title, blocks: [header] });
    await read.decisions.insert(decision);
    await read.cards.place(decision.id, { ts, link: '' });
    await read.cards.markOptionsSeeded(decision.id, 2);
    ids.push(decision.id);
  }
  return ids;
}

/** A card from `openVotes` as it is now. */
export function cardAt({ slack }: Stage, index: number): SeenMessage {
  const found = cardsOf(slack, titleOf(index)).find(({ blocks }) =>
    JSON.stringify(blocks).includes(`"${titleOf(index)}"`),
  );
  if (found === undefined) throw new Error(`There is no card “${titleOf(index)}”.`);
  return found;
}

/** The cards that Slack was asked to change, in that order, with the result of each call. */
export function changesOf({ slack }: Stage): { ts: string; at: number; status: string | undefined }[] {
  return callsOf(slack, 'chat.update').map(({ sent, at, status }) => {
    const { ts } = sent as { ts: string };
    return { ts, at: Date.parse(at), status };
  });
}

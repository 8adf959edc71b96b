import { describe, expect, it } from 'vitest';
import type { Chat } from '../../../src/workflow/ports/chat/chat.ts';
import type { Ports } from '../../../src/workflow/ports/ports.ts';
import { reconcileVote } from '../../../src/workflow/vote/vote.ts';
import { openProcess } from '../../jobs/workshop.ts';
import { cardTs, makeVote, nowUs, openVote } from '../../store/vote-samples.ts';
import { now } from '../../store/workshop.ts';
import { freshDatabase } from '../../support/postgres.ts';

/** Ports on a real store, with a Slack that lists these people for the first option, after `meanwhile` has happened. */
async function openPolls(listed: readonly string[], meanwhile: (ports: Ports) => Promise<unknown>) {
  const { ports: all } = openProcess(await freshDatabase(), async () => '');
  const readReactions: Chat['readReactions'] = async () => {
    await meanwhile(ports);
    return new Map([['one', listed]]);
  };
  const ports: Ports = { ...all, now: () => now, chat: { ...all.chat, readReactions } };
  const { store } = ports;
  const decision = await openVote(store);
  const standing = async () =>
    (await store.read.ballots.find(decision)).filter(({ isCast }) => isCast).map(({ userId }) => userId);
  return { store, ports, decision, standing };
}

describe('reconciling a vote with Slack’s list', () => {
  it('corrects what no event reported', async () => {
    const { store, ports, decision, standing } = await openPolls(['U2'], async () => undefined);
    await store.read.ballots.cast(makeVote(), now);
    await reconcileVote(ports, decision.id);
    expect(await standing()).toEqual(['U2']);
  });

  it('keeps a vote that came in while Slack was asked', async () => {
    const cast = ({ store }: Ports) => store.read.ballots.cast(makeVote({ eventUs: nowUs + 1 }), now);
    const { ports, decision, standing } = await openPolls([], cast);
    await reconcileVote(ports, decision.id);
    expect(await standing()).toEqual(['U1']);
  });

  it('keeps the withdrawal of a vote that came in while Slack was asked', async () => {
    const retract = ({ store }: Ports) =>
      store.read.ballots.cast(makeVote({ eventUs: nowUs + 1, isCast: false, cardTs }), now);
    const { store, ports, decision, standing } = await openPolls(['U1'], retract);
    await store.read.ballots.cast(makeVote(), now);
    await reconcileVote(ports, decision.id);
    expect(await standing()).toEqual([]);
  });
});

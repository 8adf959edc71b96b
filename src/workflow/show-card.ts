import { type Decision, phaseOf } from '../decision/decision.ts';
import { tallyOf } from './decide.ts';
import { learnPeople, peopleOf } from './people.ts';
import type { CardView, Ports } from './ports.ts';

const aSecond = 1_000;

/** Everything that a card shows, with the names of all that it names. */
export async function viewCard(ports: Ports, decision: Decision): Promise<CardView> {
  const { read } = ports.store;
  const ballots = await read.findBallots(decision);
  const ids = [...peopleOf(decision), ...ballots.map((ballot) => ballot.userId)];
  const people = await learnPeople(ports, decision.teamId, ids);
  const tally = tallyOf(decision, ballots, people);
  const publication = decision.outcome && (await read.findPublication(decision.id));
  return { decision, tally, people, publication };
}

/**
 * Brings the card in the channel up to date: posts it if there is none, updates it otherwise, posts it anew if it was
 * deleted, and puts the options' emoji under it while voting is open. At most once a second: a job that comes sooner
 * puts itself off.
 */
export async function showCard(ports: Ports, decisionId: string): Promise<void> {
  const { read } = ports.store;
  const decision = await read.findDecision(decisionId);
  if (decision === undefined) return;
  const posting = await read.findCardPosting(decisionId);
  const now = ports.now();
  const nextTurn = new Date((posting.shownAt?.getTime() ?? 0) + aSecond);
  if (nextTurn > now) return read.addJob('refresh-card', { decisionId }, { runAt: nextTurn });

  await read.markCardShown(decisionId, now);
  const view = await viewCard(ports, decision);
  if (decision.card === undefined) {
    const card = await ports.chat.postCard(view, posting.messageId);
    await read.placeCard(decisionId, card);
    await seedOptions(ports, { ...decision, card }, posting.seeded);
  } else if (await ports.chat.updateCard(view, decision.card)) {
    await seedOptions(ports, decision, posting.seeded);
  } else {
    await ports.store.transaction(async (records) => {
      await records.dropCard(decisionId);
      const detail = { ts: decision.card?.ts };
      await records.recordEvent({ decision, at: now, actorId: undefined, kind: 'card gone', detail });
      await records.addJob('refresh-card', { decisionId }, { runAt: new Date(now.getTime() + aSecond) });
    });
  }
  // The second begins when Slack has the card: finding the names for it may have taken a while.
  await read.markCardShown(decisionId, ports.now());
}

async function seedOptions(ports: Ports, decision: Decision, seeded: number): Promise<void> {
  const { card, options } = decision;
  if (card === undefined || phaseOf(decision) !== 'voting') return;
  for (const option of options.slice(seeded)) {
    await ports.chat.seedEmoji(decision.channelId, card.ts, option.emoji);
    await ports.store.read.markOptionsSeeded(decision.id, option.position + 1);
  }
}

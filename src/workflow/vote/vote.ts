import { phaseOf } from '../../decision/decision.ts';
import { plainEmoji } from '../../decision/vote/ballot.ts';
import { forgetCard } from '../card/forget-card.ts';
import type { Ports } from '../ports/ports.ts';
import type { LateVote, Vote } from '../ports/records/ballots.ts';
import { compareReactions, readReactions } from './compare-reactions.ts';
import { applyGone, askWhoIsGone } from './electorate.ts';

const anHour = 60 * 60 * 1_000;

/** In a larger electorate, people who left are found when voting closes: Slack lists two hundred people per call. */
const mostWatched = 200;

/**
 * Saves a reaction as a ballot, durably, before we acknowledge the event to Slack. What isn't a vote (another message,
 * another emoji, a closed vote, an event older than the one we know) changes nothing.
 */
export async function castBallot(ports: Ports, vote: Vote): Promise<void> {
  const late = await ports.store.read.ballots.cast({ ...vote, emoji: plainEmoji(vote.emoji) }, ports.now());
  ports.metrics.count('vote received');
  if (late) await refuseLate(ports, vote, late);
}

/** Tells somebody privately, once per round, that voting had ended when they reacted. */
async function refuseLate(ports: Ports, { channelId, userId }: Vote, late: LateVote): Promise<void> {
  const { teamId, decisionId, round } = late;
  const key = `late vote:${decisionId}:${round}:${userId}`;
  const message = { teamId, key, channelId, decisionId, body: { kind: 'late vote', userId } } as const;
  await ports.store.transaction((records) => records.messages.write(message, ports.now()));
}

/**
 * Brings an open vote in line with Slack: with its own list of reactions, until the deadline, and with which deciders
 * are still there. A card that is gone is posted again. Throws ChatError when Slack does not list the reactions.
 */
export async function reconcileVote(ports: Ports, decisionId: string): Promise<void> {
  const decision = await ports.store.read.decisions.find(decisionId);
  if (decision?.card === undefined || phaseOf(decision) !== 'voting') return;
  const { card } = decision;
  const isWatched = (decision.voting?.deciders.length ?? 0) <= mostWatched;
  const gone = isWatched ? await askWhoIsGone(ports, decision, anHour) : undefined;
  const asked = await readReactions(ports, decision, card);
  await ports.store.transaction(async (records) => {
    const locked = await records.decisions.lock(decisionId);
    if (locked === undefined || phaseOf(locked) !== 'voting' || locked.card?.ts !== card.ts) return;
    if (asked === undefined) await forgetCard(ports, records, locked);
    else await compareReactions(ports, records, locked, asked);
    // What becomes of votes when somebody leaves depends on who has voted.
    await applyGone(ports, records, locked, gone);
    await records.marks.mark(decisionId, 'stale');
  });
}

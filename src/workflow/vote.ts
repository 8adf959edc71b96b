import {
  abstentionEmoji,
  abstentionIdOf,
  type Ballot,
  plainEmoji,
  type Reactions,
  reconcileBallots,
} from '../decision/ballot.ts';
import { type CardPlace, type Decision, phaseOf } from '../decision/decision.ts';
import { isScored } from '../decision/score.ts';
import { applyGone, askWhoIsGone } from './electorate.ts';
import { forgetCard } from './forget-card.ts';
import type { LateVote, Records, Vote } from './ports/store.ts';
import type { Ports } from './ports.ts';

const anHour = 60 * 60 * 1_000;

/** Who leaves a larger electorate is found when voting closes: Slack lists two hundred people a call. */
const mostWatched = 200;

/**
 * Takes a reaction down as a ballot, durably, before Slack hears that we have the event. What isn't a vote (another
 * message, another emoji, a closed vote, an older event than the one we know) changes nothing.
 */
export async function castBallot(ports: Ports, vote: Vote): Promise<void> {
  const late = await ports.store.read.castBallot({ ...vote, emoji: plainEmoji(vote.emoji) }, ports.now());
  ports.metrics.count('vote received');
  if (late) await refuseLate(ports, vote, late);
}

/** Tells somebody alone, once for each round, that voting had ended when they reacted. */
async function refuseLate(ports: Ports, { channelId, userId }: Vote, late: LateVote): Promise<void> {
  const { teamId, decisionId, round } = late;
  const key = `late vote:${decisionId}:${round}:${userId}`;
  const message = { teamId, key, channelId, decisionId, body: { kind: 'late vote', userId } } as const;
  await ports.store.transaction((records) => records.writeMessage(message, ports.now()));
}

/** Slack's own list of the reactions on a card, by option, and the ballots that we knew before we asked for it. */
export interface AskedReactions {
  readonly reactions: Reactions;
  readonly known: readonly Ballot[];
}

/** Asks Slack for the reactions on a card, abstentions among them; undefined when the card is gone. */
export async function readReactions(
  ports: Ports,
  decision: Decision,
  card: CardPlace,
): Promise<AskedReactions | undefined> {
  const known = await ports.store.read.findBallots(decision);
  const byEmoji = await ports.chat.readReactions(decision.channelId, card.ts);
  if (byEmoji === undefined) return undefined;
  const abstentionId = abstentionIdOf(decision);
  const choices = [
    ...decision.options.map(({ id, emoji }) => [id, emoji] as const),
    ...(abstentionId === undefined ? [] : [[abstentionId, abstentionEmoji] as const]),
  ];
  return { reactions: new Map(choices.map(([id, emoji]) => [id, new Set(byEmoji.get(emoji) ?? [])])), known };
}

/**
 * The ballots that an event changed since Slack was asked. The answer may be older than that event, which is
 * acknowledged and won't come again: it has the last word, and the next look at the list will tell if it was wrong.
 */
function findMoved(current: readonly Ballot[], known: readonly Ballot[]): ReadonlySet<string> {
  const before = new Set(known.map((ballot) => `${placeOf(ballot)} ${ballot.eventUs}`));
  return new Set(current.filter((ballot) => !before.has(`${placeOf(ballot)} ${ballot.eventUs}`)).map(placeOf));
}

function placeOf({ optionId, userId }: Pick<Ballot, 'optionId' | 'userId'>): string {
  return `${optionId} ${userId}`;
}

/**
 * Corrects the ballots after Slack's own list, but for what people did after the deadline, and records that there was
 * something to correct.
 */
export async function applyReactions(
  ports: Ports,
  records: Records,
  decision: Decision,
  card: CardPlace,
  { reactions, known }: AskedReactions,
): Promise<void> {
  // Scores come by a form, and no reaction is a vote.
  if (isScored(decision.rule)) return;
  const current = await records.findBallots(decision);
  const late = (await records.findLateVotes(decision)).map(placeOf);
  const untouchable = new Set([...findMoved(current, known), ...late]);
  const corrections = reconcileBallots(current, reactions, card.ts).filter(
    (ballot) => !untouchable.has(placeOf(ballot)),
  );
  if (corrections.length === 0) return;
  await records.writeBallots(decision, corrections);
  const detail = {
    added: corrections.filter((ballot) => ballot.isCast).length,
    removed: corrections.filter((ballot) => !ballot.isCast).length,
  };
  await records.recordEvent({ decision, at: ports.now(), actorId: undefined, kind: 'ballots reconciled', detail });
  ports.metrics.count('ballot added', detail.added);
  ports.metrics.count('ballot removed', detail.removed);
  ports.log.warn(
    { decision: decision.id, ...detail },
    'The ballots differed from Slack’s own list and were corrected.',
  );
}

/**
 * Brings an open vote in line with Slack: its own list of reactions, and which deciders are still there. A card that
 * is gone is posted anew.
 */
export async function reconcileVote(ports: Ports, decisionId: string): Promise<void> {
  const decision = await ports.store.read.findDecision(decisionId);
  if (decision?.card === undefined || phaseOf(decision) !== 'voting') return;
  const { card } = decision;
  const isWatched = (decision.voting?.deciders.length ?? 0) <= mostWatched;
  const gone = isWatched ? await askWhoIsGone(ports, decision, anHour) : undefined;
  const asked = await readReactions(ports, decision, card);
  await ports.store.transaction(async (records) => {
    const locked = await records.lockDecision(decisionId);
    if (locked === undefined || phaseOf(locked) !== 'voting' || locked.card?.ts !== card.ts) return;
    const current = await applyGone(ports, records, locked, gone);
    if (asked === undefined) await forgetCard(ports, records, locked);
    else await applyReactions(ports, records, current, card, asked);
    await records.markCard(decisionId, 'stale');
  });
}

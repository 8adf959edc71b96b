import type { CardPlace, Decision } from '../../decision/decision.ts';
import { isInTime, recallReactions, sightBefore, type Timing, timeLook } from '../../decision/vote/at-deadline.ts';
import {
  abstentionEmoji,
  abstentionIdOf,
  type Ballot,
  leaveOutWithdrawn,
  noteReactions,
  type Reactions,
  reconcileBallots,
} from '../../decision/vote/ballot.ts';
import { isScored } from '../../decision/vote/score.ts';
import { askSlack } from '../ports/chat/chat-error.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';

/** Slack's own list of the reactions on a card, by option, and the ballots that we knew before we asked for it. */
export interface AskedReactions {
  readonly card: CardPlace;
  readonly reactions: Reactions;
  readonly known: readonly Ballot[];
  readonly answeredAt: Date;
}

/** Asks Slack for the reactions on a card, including abstentions; undefined when the card is gone. Throws ChatError. */
export async function readReactions(
  ports: Ports,
  decision: Decision,
  card: CardPlace,
): Promise<AskedReactions | undefined> {
  const known = await ports.store.read.ballots.find(decision);
  const byEmoji = await askSlack(() => ports.chat.readReactions(decision.channelId, card.ts));
  if (byEmoji === undefined) return undefined;
  const abstentionId = abstentionIdOf(decision);
  const choices = [
    ...decision.options.map(({ id, emoji }) => [id, emoji] as const),
    ...(abstentionId === undefined ? [] : [[abstentionId, abstentionEmoji] as const]),
  ];
  const reactions = new Map(choices.map(([id, emoji]) => [id, new Set(byEmoji.get(emoji) ?? [])]));
  return { card, reactions, known, answeredAt: ports.now() };
}

/**
 * The ballots that an event changed since Slack was asked. The answer may be older than that event, which is
 * acknowledged and won't come again. So the event has the last word, and the next look at the list will show if it was
 * wrong.
 */
function findMoved(current: readonly Ballot[], known: readonly Ballot[]): ReadonlySet<string> {
  const before = new Set(known.map((ballot) => `${placeOf(ballot)} ${ballot.eventUs}`));
  return new Set(current.filter((ballot) => !before.has(`${placeOf(ballot)} ${ballot.eventUs}`)).map(placeOf));
}

function placeOf({ optionId, userId }: Pick<Ballot, 'optionId' | 'userId'>): string {
  return `${optionId} ${userId}`;
}

/** A look at Slack's list: how it relates to the deadline, and where it differs from the ballots as they would be. */
export interface Look {
  readonly timing: Timing;
  readonly differences: readonly Ballot[];
}

/**
 * Compares the ballots of a locked decision with Slack's list as it was at the deadline, as far as anything tells.
 * Before the deadline, they are corrected at once. After it, differences are only recorded, and left to the code that
 * closes the vote.
 */
export async function compareReactions(
  ports: Ports,
  records: Records,
  decision: Decision,
  asked: AskedReactions | undefined,
): Promise<Look> {
  // Scores come from a form, which tells the person whether it was in time.
  if (isScored(decision.rule)) return { timing: 'before', differences: [] };
  const timing = timeLook(decision, asked?.answeredAt ?? ports.now(), ports.hearing.since());
  if (asked === undefined || decision.card?.ts !== asked.card.ts) return { timing, differences: [] };

  const current = await records.ballots.find(decision);
  const events = await records.ballots.findLate(decision);
  const seen = await records.ballots.findSeen(decision);
  const reactions = recallReactions(asked.reactions, [...events.map(sightBefore), ...seen]);
  const moved = findMoved(current, asked.known);
  // An option may have been withdrawn, even since Slack was asked.
  const keepCurrent = (ballots: readonly Ballot[]) =>
    leaveOutWithdrawn(decision, ballots).filter((ballot) => !moved.has(placeOf(ballot)));
  const all = keepCurrent(reconcileBallots(current, reactions, asked.card.ts));
  if (timing === 'before') {
    await correctBallots(ports, records, decision, all);
    const noted = keepCurrent(noteReactions(current, reactions, asked.card.ts));
    if (noted.length > 0) await records.ballots.write(decision, noted);
  } else await records.ballots.noteSeen(decision, all, asked.answeredAt);
  return { timing, differences: timing === 'before' ? [] : keepTelling(decision, all, timing) };
}

/** If something's timing is unclear, it matters only if it was a decider's. */
function keepTelling({ voting }: Decision, differences: readonly Ballot[], timing: Timing): readonly Ballot[] {
  if (isInTime(timing)) return differences;
  const isDecider = new Set(voting?.deciders);
  return differences.filter(({ userId }) => isDecider.has(userId));
}

/** Corrects the ballots to match Slack's own list, and records that there was something to correct. */
export async function correctBallots(
  ports: Ports,
  records: Records,
  decision: Decision,
  corrections: readonly Ballot[],
): Promise<void> {
  if (corrections.length === 0) return;
  await records.ballots.write(decision, corrections);
  const detail = countChanges(corrections);
  await records.events.record({ decision, at: ports.now(), actorId: undefined, kind: 'ballots reconciled', detail });
  ports.metrics.count('ballot added', detail.added);
  ports.metrics.count('ballot removed', detail.removed);
  ports.log.warn(
    { decision: decision.id, ...detail },
    'The ballots differed from Slack’s own list and were corrected.',
  );
}

/** How many votes the changes to ballots add, and how many they remove. */
export function countChanges(changes: readonly Ballot[]): { added: number; removed: number } {
  const added = changes.filter(({ isCast }) => isCast).length;
  return { added, removed: changes.length - added };
}

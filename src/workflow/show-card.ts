import { abstentionEmoji, abstentionIdOf } from '../decision/ballot.ts';
import { type Decision, hidesTally, phaseOf } from '../decision/decision.ts';
import { countedDeciders } from '../decision/electorate.ts';
import { endHolds } from '../decision/objection.ts';
import { hideFigures } from '../decision/tally.ts';
import { planEarlyClose } from './close-voting.ts';
import { tallyOf } from './decide.ts';
import { learnPeople, peopleOf } from './people.ts';
import type { CardView } from './ports/chat.ts';
import type { Jobs } from './ports/jobs.ts';
import type { CardPosting } from './ports/store.ts';
import type { Ports } from './ports.ts';

const aSecond = 1_000;

/** Everything that a card shows, with the names of all that it names. A tally that is hidden has no figures. */
export async function viewCard(ports: Ports, found: Decision): Promise<CardView> {
  const decision = endHolds(found, ports.now());
  const { read } = ports.store;
  const ballots = await read.findBallots(decision);
  const ids = [...peopleOf(decision), ...ballots.map((ballot) => ballot.userId)];
  const people = await learnPeople(ports, decision.teamId, ids);
  const whole = tallyOf(decision, ballots, people);
  const tally = whole && hidesTally(decision) ? hideFigures(whole) : whole;
  const publication = decision.outcome && (await read.findPublication(decision.id));
  const counted = new Set(decision.voting ? countedDeciders(decision.voting) : []);
  const takenBack = ballots.filter(({ isCast, userId }) => !isCast && counted.has(userId)).length;
  return { decision, tally, people, publication, boundAdrUrl: await addressOfBoundAdr(ports, decision), takenBack };
}

async function addressOfBoundAdr({ store, archive }: Ports, { bond }: Decision): Promise<string | undefined> {
  const adr = bond && (await store.read.findAdr(bond.adrId));
  return adr && archive.addressOfFile(adr.fileName);
}

/**
 * Brings the card in the channel up to date: posts it if there is none, updates it otherwise, posts it anew if it was
 * deleted, and puts the options' emoji under it while voting is open. At most once a second: a job that comes sooner
 * puts itself off.
 */
export async function showCard(ports: Ports, decisionId: string): Promise<void> {
  const { read } = ports.store;
  const found = await read.findCard(decisionId);
  if (found === undefined) return;
  const nextTurn = new Date((found.posting.shownAt?.getTime() ?? 0) + aSecond);
  if (nextTurn > ports.now()) return read.addJob('refresh-card', { decisionId }, { runAt: nextTurn });
  try {
    await bringUpToDate(ports, found.decision, found.posting);
  } finally {
    // The second begins when Slack has the card, as finding the names for it may take a while; or has refused it.
    await read.markCardShown(decisionId, ports.now());
  }
}

/** Lets the card of an earlier round say how that round ended, and that everyone votes again on a new card. */
export async function retireCard(ports: Ports, { decisionId, place, ended }: Jobs['retire-card']): Promise<void> {
  const decision = await ports.store.read.findDecision(decisionId);
  if (decision === undefined) return;
  const view = await viewCard(ports, { ...decision, outcome: undefined });
  await ports.chat.updateCard({ ...view, tally: undefined, earlierRound: ended }, place);
}

async function bringUpToDate(ports: Ports, decision: Decision, posting: CardPosting): Promise<void> {
  const { id: decisionId } = decision;
  const now = ports.now();
  await planEarlyClose(ports, decision);
  const view = await viewCard(ports, decision);
  if (decision.card === undefined) {
    const card = await ports.chat.postCard(view, posting.messageId);
    await ports.store.read.placeCard(decisionId, card);
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
}

async function seedOptions(ports: Ports, decision: Decision, seeded: number): Promise<void> {
  const { card, options } = decision;
  if (card === undefined || phaseOf(decision) !== 'voting') return;
  const abstains = abstentionIdOf(decision) !== undefined;
  for (const option of options.slice(seeded)) {
    await ports.chat.seedEmoji(decision.channelId, card.ts, option.emoji);
    // After the options, and again after one that is added later: Slack has it once all the same.
    const isLast = option.position === options.length - 1;
    if (isLast && abstains) await ports.chat.seedEmoji(decision.channelId, card.ts, abstentionEmoji);
    await ports.store.read.markOptionsSeeded(decision.id, option.position + 1);
  }
}

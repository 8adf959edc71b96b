import { randomUUID } from 'node:crypto';
import { type Decision, hidesTally, phaseOf } from '../../decision/decision.ts';
import type { LanguageCode } from '../../decision/language-code.ts';
import { endHolds } from '../../decision/objection/objection.ts';
import { listWithdrawn } from '../../decision/proposal/option.ts';
import type { Census } from '../../decision/tally/census.ts';
import { findSilent, hideFigures } from '../../decision/tally/tally.ts';
import { abstentionEmoji, abstentionIdOf } from '../../decision/vote/ballot.ts';
import { findForOthers } from '../../decision/vote/hand-over.ts';
import { isScored } from '../../decision/vote/score.ts';
import { countTakenBack, countTakenBackInCensus } from '../../decision/vote/taken-back.ts';
import { authorsOf, learnPeople, peopleOf, recallPeople } from '../access/people.ts';
import { introduceArchive } from '../follow/introduce-archive.ts';
import { planHomes } from '../home/plan-homes.ts';
import { languageOfChannel } from '../message/language.ts';
import { tellSource } from '../message/tell-source.ts';
import { viewObject } from '../object/view-object.ts';
import { type CardView, type ChannelCard, namesOnCard } from '../ports/chat/chat.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { Publication } from '../ports/publication.ts';
import type { CardPosting, CardShowing } from '../ports/records/cards.ts';
import { tallyOf, tallyOfCensus } from '../vote/count-ballots.ts';
import { readAway } from '../vote/take-out.ts';
import { findUndated } from '../vote/undated-votes.ts';
import { viewBoundAdr, viewFate } from './bound-adr.ts';
import { forgetCard } from './forget-card.ts';

const aSecond = 1_000;
const anHour = 60 * 60 * aSecond;

/** Everything that a card shows, with the names of everybody it mentions. A hidden tally has no figures. */
export async function viewCard(ports: Ports, found: Decision): Promise<CardView> {
  const decision = endHolds(found, ports.now());
  const { read } = ports.store;
  const ballots = await read.ballots.find(decision);
  const ids = [...peopleOf(decision), ...ballots.map((ballot) => ballot.userId)];
  const people = await learnPeople(ports, decision.teamId, ids);
  const whole = tallyOf(decision, ballots, people);
  const tally = whole && hidesTally(decision) ? hideFigures(whole) : whole;
  const { away } = await readAway(ports, decision, tally);
  const publication = decision.outcome && (await read.publications.find(decision.id));
  const takenBack = countTakenBack(decision, ballots);
  const adrs = {
    ...(await viewBoundAdr(ports, decision, publication)),
    ...(await viewFate(ports, decision, publication)),
  };
  const review = await viewReview(ports, publication, decision);
  const object = await viewObject(ports, decision, publication);
  const end = await viewEnd(ports, decision);
  return { decision, tally, people, away, publication, ...review, ...adrs, takenBack, object, ...end };
}

/** The review that shows the ADR of a decision, that it waits in, or that was closed without merging. */
async function viewReview(
  { store }: Ports,
  publication: Publication | undefined,
  decision: Decision,
): Promise<Pick<CardView, 'review'>> {
  const isDecided = publication !== undefined && publication.state !== 'not yet' && publication.state !== 'committed';
  if (!isDecided && phaseOf(decision) !== 'voting') return {};
  const review = await store.read.reviews.find(decision.id);
  return review ? { review } : {};
}

/** What a card says about a vote whose deadline has passed, besides how it ended. */
async function viewEnd(ports: Ports, decision: Decision): Promise<Pick<CardView, 'undated' | 'isBeingCounted'>> {
  if (decision.voting === undefined || ports.now() <= decision.closesAt) return {};
  if (phaseOf(decision) === 'voting') return { isBeingCounted: true };
  const undated = await findUndated(ports.store.read, decision);
  return undated ? { undated } : {};
}

/** A card and all that is known about it, read together with those of others. */
export interface ReadCard {
  readonly decision: Decision;
  readonly posting: CardPosting;
  readonly census: Census;
  readonly language: LanguageCode;
}

/** Reads cards, and how people voted on them, by decision id. */
export async function readCards(
  { store, chat, settings }: Ports,
  decisionIds: readonly string[],
): Promise<ReadonlyMap<string, ReadCard>> {
  const found = await store.read.cards.find(decisionIds);
  const voting = found.map(({ decision }) => decision).filter((decision) => decision.voting !== undefined);
  const censuses = voting.length === 0 ? new Map<string, Census>() : await store.read.ballots.takeCensus(voting);
  const languages = await store.read.languages.findAll(
    chat.teamId,
    found.map(({ decision }) => decision.channelId),
  );
  return new Map(
    found.map((card) => {
      const { id, channelId } = card.decision;
      const language = languages.get(channelId) ?? settings.language;
      return [id, { ...card, census: censuses.get(id) ?? [], language }];
    }),
  );
}

/**
 * Brings the card in the channel up to date: posts it if there is none, updates it if it looks different, posts a new
 * one if it was deleted and its ADR has not been in git for an hour, and adds the options' emoji while voting is open.
 */
export async function showCard(ports: Ports, card: ReadCard): Promise<void> {
  let showing: CardShowing | undefined;
  try {
    showing = await bringUpToDate(ports, card);
  } finally {
    // It is shown again a second after Slack has accepted or refused it, since finding the names for it may take a
    // while.
    await ports.store.read.cards.markShown(card.decision.id, ports.now(), showing);
    // Votes change cards, and many votes change one card once.
    if (showing) await planHomes(ports, ports.store.read);
  }
}

/**
 * What a card shows in its channel, computed from groups of people who voted alike. It holds only the names of people
 * the card mentions, which are few even out of ten thousand.
 */
async function viewInChannel(ports: Ports, { decision: found, census, language }: ReadCard): Promise<ChannelCard> {
  const decision = endHolds(found, ports.now());
  const { teamId, voting } = decision;
  const others = census.filter(({ isDecider }) => !isDecider).flatMap(({ userIds }) => userIds);
  const whole = tallyOfCensus(decision, census, await recallPeople(ports, teamId, others));
  const tally = whole && hidesTally(decision) ? hideFigures(whole) : whole;
  const absence = await readAway(ports, decision, tally);
  const forOthers = tally ? findForOthers(decision, tally) : [];
  const lists = tally
    ? [
        ...[findSilent(tally), tally.unclear, tally.takenOut, ...tally.options.map(({ advisers }) => advisers)],
        ...[forOthers.map(({ from }) => from), forOthers.map(({ to }) => to)],
      ]
    : [];
  const end = await viewEnd(ports, decision);
  const named = await recallPeople(ports, teamId, [
    ...authorsOf(decision),
    ...(end.undated?.changes ?? []).slice(0, namesOnCard).map(({ userId }) => userId),
    ...(voting?.gone ?? []).map(({ id }) => id),
    ...lists.flatMap((ids) => ids.slice(0, namesOnCard)),
  ]);
  const people = new Map([...named, ...absence.people]);
  const publication = decision.outcome && (await ports.store.read.publications.find(decision.id));
  const takenBack = countTakenBackInCensus(decision, census);
  const bound = await viewBoundAdr(ports, decision, publication);
  const fate = await viewFate(ports, decision, publication);
  const review = await viewReview(ports, publication, decision);
  const object = await viewObject(ports, decision, publication);
  const rest = { ...review, ...bound, ...fate, takenBack, object, ...end };
  return { language, decision, tally, people, away: absence.away, publication, ...rest };
}

/** Updates the card of an earlier round to say how that round ended, and that everyone votes again on a new card. */
export async function retireCard(ports: Ports, { decisionId, place, ended }: Jobs['retire-card']): Promise<void> {
  const { read } = ports.store;
  const decision = await read.decisions.find(decisionId);
  if (decision === undefined) return;
  if (await read.marks.isTaken(decisionId)) {
    // Another attempt may be showing this card right now, as it was before.
    const runAt = new Date(ports.now().getTime() + aSecond);
    return read.jobs.add('retire-card', { decisionId, place, ended }, { runAt });
  }
  const view = await viewCard(ports, { ...decision, outcome: undefined });
  const earlierRound = typeof ended === 'string' ? ({ kind: 'told before', text: ended } as const) : ended;
  const language = await languageOfChannel(ports, decision.channelId);
  await ports.chat.updateCard({ ...view, language, tally: undefined, earlierRound }, place);
}

/** Returns what Slack shows now, if it was asked to show something else. */
async function bringUpToDate(ports: Ports, read: ReadCard): Promise<CardShowing | undefined> {
  const { decision, posting } = read;
  const { id: decisionId } = decision;
  const view = await viewInChannel(ports, read);
  const fingerprint = fingerprintNow(ports, view);
  if (decision.card !== undefined && posting.shown === fingerprint) {
    await seedOptions(ports, decision, posting.seeded);
    return undefined;
  }
  const sign = `changing ${randomUUID()}`;
  await ports.store.read.cards.announce(decisionId, sign);
  ports.metrics.count('card changed');
  if (decision.card === undefined) {
    const card = await ports.chat.postCard(view, posting.messageId);
    await ports.store.transaction(async (records) => {
      await records.cards.place(decisionId, card);
      await tellSource(ports, records, decision, 'proposed from here');
    });
    await seedOptions(ports, { ...decision, card }, posting.seeded);
    await introduceArchive(ports, decision);
    // After an earlier attempt, the card that Slack knows under this id may be the one from that attempt.
    return posting.shown === undefined ? { sign, fingerprint } : undefined;
  }
  if (await ports.chat.updateCard(view, decision.card)) {
    await seedOptions(ports, decision, posting.seeded);
    return { sign, fingerprint };
  }
  // Some time after the ADR is in git, nobody waits for the card, and an old one would be news to the channel.
  const { pushedAt } = view.publication ?? {};
  const isOld = pushedAt !== undefined && pushedAt.getTime() + anHour <= ports.now().getTime();
  if (!isOld) await replaceCard(ports, decision);
  return undefined;
}

/**
 * A card's fingerprint, which changes every hour. An update from a process that died or was cut off may reach Slack
 * after ours, and this way it gets corrected.
 */
function fingerprintNow({ chat, now }: Ports, view: ChannelCard): string {
  return `${Math.floor(now().getTime() / anHour)} ${chat.fingerprintCard(view)}`;
}

/** Posts a new card in place of one that is gone. */
async function replaceCard(ports: Ports, decision: Decision): Promise<void> {
  await ports.store.transaction(async (records) => {
    await forgetCard(ports, records, decision);
    await records.marks.mark(decision.id, 'acted');
  });
}

/** `seeded`: below which position the options have had their emoji added, withdrawn options included. */
async function seedOptions(ports: Ports, decision: Decision, seeded: number): Promise<void> {
  const { card, options } = decision;
  if (card === undefined || phaseOf(decision) !== 'voting' || isScored(decision.rule)) return;
  const end = options.length + listWithdrawn(decision.withdrawn.options).length;
  if (seeded >= end) return;
  const { cards } = ports.store.read;
  for (const option of options.filter(({ position }) => position >= seeded)) {
    await ports.chat.seedEmoji(decision.channelId, card.ts, option.emoji);
    if (option.position + 1 < end) await cards.markOptionsSeeded(decision.id, option.position + 1);
  }
  // After the options, and again after an option is added later; Slack keeps only one either way.
  const abstains = abstentionIdOf(decision) !== undefined;
  if (abstains) await ports.chat.seedEmoji(decision.channelId, card.ts, abstentionEmoji);
  await cards.markOptionsSeeded(decision.id, end);
}

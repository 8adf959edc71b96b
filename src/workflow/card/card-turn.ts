import { ChatError } from '../ports/chat/chat-error.ts';
import { TooManyCalls } from '../ports/chat/too-many-calls.ts';
import type { CardTask, Most, TakenCard, Turn } from '../ports/jobs/card-marks.ts';
import type { Ports } from '../ports/ports.ts';
import { planEarlyCloses } from '../vote/close-voting.ts';
import { lookAfterCard } from './look-after-card.ts';
import { readCards, showCard } from './show-card.ts';

const aSecond = 1_000;
const longestPause = 5 * 60 * aSecond;

/** Does the work for one card. `ports` are those of that card. */
type WorkOnOne = (ports: Ports, decisionId: string) => Promise<void>;

/** Reads once what the cards have in common, and returns the work to do for each. */
const works: Readonly<Record<CardTask, (ports: Ports, decisionIds: readonly string[]) => Promise<WorkOnOne>>> = {
  show: async (ports, decisionIds) => {
    const cards = await readCards(ports, decisionIds);
    return async (own, decisionId) => {
      const card = cards.get(decisionId);
      if (card) await showCard(own, card);
    };
  },
  judge: async (ports, decisionIds) => {
    await planEarlyCloses(ports, decisionIds);
    return async () => undefined;
  },
  compare: async () => lookAfterCard,
};

/** A card being worked on. `done` never rejects. */
export interface CardUnderWay {
  readonly card: TakenCard;
  readonly done: Promise<void>;
}

/** Takes at most so many cards that are due, and begins with each of them. */
export async function beginTurn(
  ports: Ports,
  task: CardTask,
  most: Most,
): Promise<Omit<Turn, 'taken'> & { readonly begun: readonly CardUnderWay[] }> {
  const { taken, ...next } = await ports.store.read.marks.take(ports.chat.teamId, task, most);
  if (taken.length === 0) return { ...next, begun: [] };
  const ids = taken.map(({ decisionId }) => decisionId);
  const work = works[task](ports, ids);
  return { ...next, begun: taken.map((card) => ({ card, done: workOn(ports, card, work) })) };
}

/** Does the work for a card. After a failure it tries again, with growing pauses, for as long as it takes. */
async function workOn(ports: Ports, card: TakenCard, work: Promise<WorkOnOne>): Promise<void> {
  const { store, chat, log, metrics, now } = ports;
  const { decisionId, task, failures } = card;
  try {
    const workOnOne = await work;
    await workOnOne({ ...ports, chat: chat.withUrgency(card.urgency) }, decisionId);
    await store.read.marks.finish(card);
  } catch (failure) {
    const error = failure instanceof ChatError ? failure.cause : failure;
    const isRefused = error instanceof TooManyCalls;
    const pause = isRefused ? error.seconds * aSecond : Math.min(aSecond * 2 ** Math.min(failures, 20), longestPause);
    if (!isRefused) {
      metrics.count('job failed');
      log.warn({ decision: decisionId, task, failures, error }, 'A card could not be brought up to date yet.');
    }
    await store.read.marks
      .putBack(card, new Date(now().getTime() + pause))
      .catch((cause) =>
        log.warn(
          { decision: decisionId, error: cause },
          'A card could not be released; it is free again in a few seconds.',
        ),
      );
  }
}

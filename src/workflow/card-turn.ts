import { planEarlyClose } from './close-voting.ts';
import type { CardTask, TakenCard } from './ports/card-marks.ts';
import type { Ports } from './ports.ts';
import { showCard } from './show-card.ts';

const aSecond = 1_000;
const longestPause = 5 * 60 * aSecond;

const works: Readonly<Record<CardTask, (ports: Ports, decisionId: string) => Promise<void>>> = {
  show: showCard,
  judge: planEarlyClose,
};

/** A card that somebody is at work on. `done` never rejects. */
export interface CardUnderWay {
  readonly card: TakenCard;
  readonly done: Promise<void>;
}

/** Takes the cards whose turn it is, so many at the most, and begins with each of them. */
export async function beginTurn(
  ports: Ports,
  task: CardTask,
  most: number,
): Promise<{ begun: readonly CardUnderWay[]; next: Date | undefined }> {
  const { taken, next } = await ports.store.read.takeCards(ports.chat.teamId, task, most);
  return { begun: taken.map((card) => ({ card, done: workOn(ports, card) })), next };
}

/** Does what is to be done about a card; what fails is tried again after growing pauses, for as long as it takes. */
async function workOn(ports: Ports, card: TakenCard): Promise<void> {
  const { read } = ports.store;
  const { decisionId, task, failures } = card;
  try {
    await works[task](ports, decisionId);
    await read.finishCard(card);
  } catch (error) {
    ports.metrics.count('job failed');
    const pause = Math.min(aSecond * 2 ** Math.min(failures, 20), longestPause);
    ports.log.warn({ decision: decisionId, task, failures, error }, 'A card could not be brought up to date yet.');
    await read
      .putCardBack(card, new Date(ports.now().getTime() + pause))
      .catch((cause) =>
        ports.log.warn({ decision: decisionId, error: cause }, 'A card is free again in a few seconds.'),
      );
  }
}

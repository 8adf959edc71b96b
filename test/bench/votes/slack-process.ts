import { setTimeout as sleep } from 'node:timers/promises';
import { CardWatch, type Seen } from './card-watch.ts';
import { keepPace, type Stretch, saturate } from './load.ts';
import { signRequest } from './signed-event.ts';
import { type CaseName, cardTsAt, changeAt, personAt, standingsAfter, voteCases } from './vote-case.ts';
import { startWebApi } from './web-api.ts';

// Slack's side, in a process of its own: delivers the votes, answers the bot's calls, and looks at the cards.

/** What this process is asked to do, one thing at a time, and what each is answered with. */
export interface Orders {
  /** Signs so many events in advance, and answers with the address of the Web API. */
  prepare: { order: { caseName: CaseName; events: number }; answer: string };
  saturate: { order: { port: number; seconds: number }; answer: Stretch };
  keepPace: { order: { port: number; seconds: number; perSecond: number }; answer: Stretch };
  /** Waits until every card shows what was voted. */
  watchCards: { order: { patience: number }; answer: Settled };
}

/** How the cards ended. */
export interface Settled extends Seen {
  /** From the sending of a card's last vote to the card that shows it; of the slowest card, in milliseconds. */
  readonly lastVoteShownAfter: number;
  /** Calls that the bot made too soon. */
  readonly refusedCalls: number;
  /** Cards that never showed what was voted. */
  readonly wrongCards: number;
  /** How many have voted on each card, after all that was sent. */
  readonly turnout: readonly number[];
  readonly unknownMethods: readonly string[];
}

const lastVoteAt = new Map<number, number>();
const watch = new CardWatch();
let voteCase = voteCases.spread as (typeof voteCases)[CaseName];
let requests: Buffer[] = [];
let taken = 0;

const series = {
  take: () => {
    const request = requests[taken];
    if (request === undefined) return undefined;
    lastVoteAt.set(changeAt(voteCase, taken).card, performance.now());
    taken += 1;
    return request;
  },
};

const api = await startWebApi(watch, (cardTs) => {
  const users = new Map<string, Set<string>>();
  for (let index = 0; index < taken; index += 1) {
    const { card, person, emoji, isAdded } = changeAt(voteCase, index);
    if (cardTsAt(card) !== cardTs) continue;
    const backers = users.get(emoji) ?? new Set();
    if (isAdded) backers.add(personAt(person));
    else backers.delete(personAt(person));
    users.set(emoji, backers);
  }
  return [...users].map(([name, ids]) => ({ name, users: [...ids], count: ids.size }));
});

async function watchCards(patience: number): Promise<Settled> {
  const standings = standingsAfter(voteCase, taken);
  const delays = () =>
    [...lastVoteAt].map(([card, at]) => {
      const standing = standings[card];
      const shownAt = standing && watch.firstShowing(cardTsAt(card), at, standing);
      return (shownAt ?? Number.POSITIVE_INFINITY) - at;
    });
  const deadline = performance.now() + patience;
  while (performance.now() < deadline && delays().some((delay) => delay === Infinity)) await sleep(20);
  const shown = delays().filter((delay) => delay !== Infinity);
  return {
    ...watch.summarize(),
    lastVoteShownAfter: Math.max(0, ...shown),
    refusedCalls: api.refused(),
    wrongCards: lastVoteAt.size - shown.length,
    turnout: standings.map(({ voted }) => voted),
    unknownMethods: [...api.unknown],
  };
}

const obey: { [Name in keyof Orders]: (order: Orders[Name]['order']) => Promise<Orders[Name]['answer']> } = {
  prepare: async ({ caseName, events }) => {
    voteCase = voteCases[caseName];
    const nowUs = Date.now() * 1_000;
    requests = Array.from({ length: events }, (_, index) => signRequest(changeAt(voteCase, index), nowUs + index));
    return api.url;
  },
  saturate: ({ port, seconds }) => saturate(port, series, seconds),
  keepPace: ({ port, perSecond, seconds }) => keepPace(port, series, perSecond, seconds),
  watchCards: ({ patience }) => watchCards(patience),
};

process.on('message', async ({ name, order }: { name: keyof Orders; order: never }) => {
  try {
    process.send?.({ answer: await obey[name](order) });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
process.on('disconnect', () => process.exit());

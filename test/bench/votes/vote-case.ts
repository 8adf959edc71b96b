/** How many people vote, on how many open decisions. */
export interface VoteCase {
  readonly name: string;
  readonly cards: number;
  readonly people: number;
}

/** The two cases: everybody spread over many cards, and everybody on one. */
export const voteCases = {
  spread: { name: '10,000 people, 100 cards', cards: 100, people: 10_000 },
  crowd: { name: '10,000 people, one card', cards: 1, people: 10_000 },
} as const satisfies Record<string, VoteCase>;

/** The name of a case, as it is handed from process to process. */
export type CaseName = keyof typeof voteCases;

/** Where all cards of a case are, and who is who. */
export const workspace = { teamId: 'T0BENCH', channelId: 'C0BENCH', botUserId: 'U0GAVEL', botId: 'B0GAVEL' } as const;

/** The options of every card. */
export const emojis = ['one', 'two', 'three'] as const;

/** The user id of a person. */
export function personAt(index: number): string {
  return `U${String(index).padStart(8, '0')}`;
}

/** The `ts` of a card's message. */
export function cardTsAt(index: number): string {
  return `1772445600.${String(index).padStart(6, '0')}`;
}

/** Who may vote on a card: everyone who does. */
export function decidersOf({ cards, people }: VoteCase, card: number): string[] {
  return Array.from({ length: people }, (_, person) => person)
    .filter((person) => person % cards === card)
    .map(personAt);
}

/** One change of mind: someone adds or removes an option's emoji on the card that they vote on. */
export interface Change {
  readonly person: number;
  readonly card: number;
  readonly emoji: string;
  readonly isAdded: boolean;
}

/** How a vote stands: how many have voted, and how many for each option. */
export interface Standing {
  readonly voted: number;
  readonly votes: readonly number[];
}

// Shares no factor with the number of people, so that it goes through all of them before it comes back to one.
const stride = 7_919;

/**
 * The change at a place in the endless series: everybody votes, in an order that leaps from card to card, then
 * everybody takes it back, then everybody votes for the next option, and so on. So each changes the turnout by one.
 */
export function changeAt({ cards, people }: VoteCase, index: number): Change {
  const pass = Math.floor(index / people);
  const person = (index * stride) % people;
  const emoji = emojis[(person + Math.floor(pass / 2)) % emojis.length] ?? '';
  return { person, card: person % cards, emoji, isAdded: pass % 2 === 0 };
}

/** How many have voted on each card after so many changes, and how many of them for each option. */
export function standingsAfter(voteCase: VoteCase, changes: number): Standing[] {
  const standings = Array.from({ length: voteCase.cards }, () => ({ voted: 0, votes: emojis.map(() => 0) }));
  for (let index = 0; index < changes; index += 1) {
    const { card, emoji, isAdded } = changeAt(voteCase, index);
    const standing = standings[card];
    const option = (emojis as readonly string[]).indexOf(emoji);
    if (standing === undefined) continue;
    standing.voted += isAdded ? 1 : -1;
    standing.votes[option] = (standing.votes[option] ?? 0) + (isAdded ? 1 : -1);
  }
  return standings;
}

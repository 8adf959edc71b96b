import type { LateVote, Vote } from '../../workflow/ports/records/ballots.ts';

/** What became of votes that were written together, by their positions in the list. */
export interface Written {
  /** Left for later, because another transaction has locked the decision. */
  readonly left: readonly number[];
  /** Cast after the vote had ended. */
  readonly late: ReadonlyMap<number, LateVote>;
}

/** Writes votes in one statement. Throws if none was written. */
export type CastMany = (votes: readonly Vote[], now: Date) => Promise<Written>;

/** Writes one vote, waiting for whoever has locked its decision. */
export type CastOne = (vote: Vote, now: Date) => Promise<LateVote | undefined>;

interface Waiting {
  readonly vote: Vote;
  readonly now: Date;
  readonly resolve: (late: LateVote | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/** How many votes to write at a time: arrays of this length are easy to handle. */
const largest = 500;

/**
 * Collects the votes that arrive while others are being written, and writes them together, since a commit costs as much
 * for one as for a hundred. A vote that comes alone is written at once. Each call resolves when its own ballot is
 * committed, or fails on its own: a vote that PostgreSQL refuses doesn't make others fail.
 */
export function openBallotBox(castMany: CastMany, castOne: CastOne): CastOne {
  let waiting: Waiting[] = [];
  let isBusy = false;

  const castAlone = ({ vote, now, resolve, reject }: Waiting) => castOne(vote, now).then(resolve, reject);

  const castTogether = async (batch: readonly Waiting[]): Promise<void> => {
    const now = batch.at(-1)?.now;
    if (now === undefined) return;
    try {
      const votes = batch.map(({ vote }) => vote);
      const written = await castMany(votes, now);
      const left = new Set(written.left);
      for (const [place, each] of batch.entries()) {
        if (left.has(place)) void castAlone(each);
        else each.resolve(written.late.get(place));
      }
    } catch (error) {
      for (const each of batch) {
        if (batch.length > 1 && isAboutAVote(error)) void castAlone(each);
        else each.reject(error);
      }
    }
  };

  const empty = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, largest);
      waiting = waiting.slice(largest);
      await castTogether(batch);
    }
    isBusy = false;
  };

  return (vote, now) =>
    new Promise((resolve, reject) => {
      waiting.push({ vote, now, resolve, reject });
      if (isBusy) return;
      isBusy = true;
      // Votes read from their sockets in one turn of the event loop are written together.
      setImmediate(empty);
    });
}

/** Data that can't be stored, a broken constraint, a conflict with another transaction: each vote may succeed alone. */
const classesAboutAVote: ReadonlySet<string> = new Set(['22', '23', '40']);

/** Whether PostgreSQL refused something in particular, rather than being unreachable (PostgreSQL: SQLSTATE classes). */
function isAboutAVote(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.length === 5 && classesAboutAVote.has(code.slice(0, 2));
}

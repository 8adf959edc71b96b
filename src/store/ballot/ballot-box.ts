import type { LateVote, Vote } from '../../workflow/ports/records/ballots.ts';

/** What became of votes that were written together, by their places in the list. */
export interface Written {
  /** Left for later, because somebody holds the decision. */
  readonly left: readonly number[];
  /** Cast after the vote had ended. */
  readonly late: ReadonlyMap<number, LateVote>;
}

/** Writes votes in one go. Throws if none was written. */
export type CastMany = (votes: readonly Vote[], now: Date) => Promise<Written>;

/** Writes one vote, waiting for whoever holds its decision. */
export type CastOne = (vote: Vote, now: Date) => Promise<LateVote | undefined>;

interface Waiting {
  readonly vote: Vote;
  readonly now: Date;
  readonly resolve: (late: LateVote | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

/** So many arrays of this length are no burden to anybody. */
const largest = 500;

/**
 * Collects the votes that arrive while others are being written, and writes them together: a commit costs the same
 * for one as for a hundred. Nobody waits for company: a vote that comes alone is written at once. Each is answered
 * when its own ballot is committed, or fails on its own: a vote that PostgreSQL refuses takes no other down with it.
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
      // Votes that were read from their sockets in the same turn of the event loop go together.
      setImmediate(empty);
    });
}

/** Data that can't be stored, a broken constraint, a conflict with another transaction: each vote may fare better alone. */
const classesAboutAVote: ReadonlySet<string> = new Set(['22', '23', '40']);

/** Whether PostgreSQL refused something in particular, rather than being away (PostgreSQL: SQLSTATE classes). */
function isAboutAVote(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && code.length === 5 && classesAboutAVote.has(code.slice(0, 2));
}

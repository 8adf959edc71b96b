import type { Trouble } from '../decision/failure/trouble.ts';
import { type Condition, ok } from '../process/condition.ts';
import { keepTrying, type Pauses } from '../process/pauses.ts';
import type { Archive } from '../workflow/ports/archive/archive.ts';
import { ArchiveError } from '../workflow/ports/archive/archive-error.ts';
import type { Log } from '../workflow/ports/ports.ts';
import type { GitArchive } from './archive.ts';

/** An archive whose state is known from its answers to those who use it. */
export interface WatchedArchive {
  readonly archive: Archive;
  /** Never `down`: people decide and vote without it, and what is decided is published later. */
  condition(): Condition;
  stop(): Promise<void>;
}

const usualPauses: Pauses = { first: 2_000, longest: 60_000 };

/**
 * Troubles that show whether the archive can be reached and read; any other trouble with a commit means that it refuses
 * ours.
 */
const absences: ReadonlySet<Trouble['code']> = new Set([
  ...(['no git', 'git too old', 'not found', 'unreachable', 'branch gone', 'no branch'] as const),
]);

/**
 * Starts watching an archive: checks whether it is reachable, and after each trouble checks again, with growing pauses,
 * until it is; then calls `onBack`. An unreachable archive stops nothing, even at startup.
 */
export function watchArchive(git: GitArchive, log: Log, onBack: () => void, pauses = usualPauses): WatchedArchive {
  const stopping = new AbortController();
  let isLooking = false;
  /** Why it can't be reached or read. */
  let away: Trouble['code'] | undefined;
  /** Why it did not accept the last commit. */
  let closed: Trouble['code'] | undefined;

  const noteTrouble = (error: unknown, isCommit: boolean) => {
    if (!(error instanceof ArchiveError)) return;
    const { trouble } = error;
    // It is about one branch alone.
    if (trouble.code === 'review conflict') return;
    const isNews = trouble.code !== away && trouble.code !== closed;
    if (isCommit && !absences.has(trouble.code)) closed = trouble.code;
    else away = trouble.code;
    if (isNews)
      log.warn({ trouble }, 'Nothing can be published right now; it will be once the repository accepts it again.');
    if (away !== undefined) look();
  };
  const noteAnswer = (isCommit: boolean) => {
    const wasAway = away !== undefined;
    away = undefined;
    if (isCommit) closed = undefined;
    if (!wasAway) return;
    log.info({}, 'The repository is reachable again.');
    onBack();
  };
  const watched = async <T>(work: Promise<T>, isCommit = false): Promise<T> => {
    try {
      const result = await work;
      noteAnswer(isCommit);
      return result;
    } catch (error) {
      noteTrouble(error, isCommit);
      throw error;
    }
  };
  function look(): void {
    if (isLooking) return;
    isLooking = true;
    keepTrying(
      () => watched(git.check()),
      pauses,
      () => undefined,
      stopping.signal,
    )
      .catch(() => undefined)
      .finally(() => {
        isLooking = false;
      });
  }

  look();
  return {
    archive: {
      ...git,
      fetch: () => watched(git.fetch()),
      commit: (change, on) => watched(git.commit(change, on), true),
      fetchReview: (branch, on) => watched(git.fetchReview(branch, on)),
      pushReview: (change, on, push) => watched(git.pushReview(change, on, push), true),
      updateReview: (update, review, on, push) => watched(git.updateReview(update, review, on, push), true),
      deleteReview: (branch, commit) => watched(git.deleteReview(branch, commit)),
    },
    condition: () => {
      const reason = closed ?? away;
      return reason === undefined ? ok : { state: 'degraded', reason };
    },
    stop: async () => stopping.abort(),
  };
}

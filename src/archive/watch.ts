import type { PublicationTrouble } from '../decision/failure/forge-trouble.ts';
import type { Trouble } from '../decision/failure/trouble.ts';
import { type Condition, ok } from '../process/condition.ts';
import { keepTrying, type Pauses } from '../process/pauses.ts';
import type { Archive } from '../workflow/ports/archive/archive.ts';
import { ArchiveError } from '../workflow/ports/archive/archive-error.ts';
import type { Forge } from '../workflow/ports/forge/forge.ts';
import { ForgeError } from '../workflow/ports/forge/forge-error.ts';
import type { Log } from '../workflow/ports/ports.ts';
import type { GitArchive } from './archive.ts';
import { addListed } from './listed-error.ts';

/** An archive whose state is known from its answers to those who use it. */
export interface WatchedArchive {
  readonly archive: Archive;
  /** The API of its forge, whose refusals count as well. */
  watchForge(forge: Forge): Forge;
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

/** Troubles that show that a forge refuses whatever Gavel asks, until somebody mends that. */
const refusals: ReadonlySet<PublicationTrouble['code']> = new Set([
  ...(['forge key refused', 'app not installed', 'permission missing', 'repository unknown'] as const),
  'repository archived',
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
  let closed: PublicationTrouble['code'] | undefined;
  /** Why its forge wants to hear nothing from Gavel. */
  let refused: PublicationTrouble['code'] | undefined;
  let movedTo: string | undefined;

  const noteNews = (trouble: PublicationTrouble) => {
    if (![away, closed, refused].includes(trouble.code))
      log.warn({ trouble }, 'Nothing can be published right now; it will be once the repository accepts it again.');
    return trouble.code;
  };
  const noteTrouble = (error: unknown, isCommit: boolean) => {
    // A forge may make the commits.
    if (error instanceof ForgeError && isCommit) closed = noteNews(error.trouble);
    if (!(error instanceof ArchiveError)) return;
    const { trouble } = error;
    // It is about one branch alone.
    if (trouble.code === 'review conflict') return;
    noteNews(trouble);
    if (isCommit && !absences.has(trouble.code)) closed = trouble.code;
    else away = trouble.code;
    if (away !== undefined) look();
  };
  const noteMove = () => {
    const to = git.movedTo();
    if (to !== movedTo)
      log.warn({ place: git.label, to }, 'The repository has another address by now. The configured one still works.');
    movedTo = to;
  };
  const noteAnswer = (isCommit: boolean) => {
    noteMove();
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
  /** A question to the forge: one of those that publishing begins with shows whether it hears us at all. */
  const asked = async <T>(work: Promise<T>, isTelling = false): Promise<T> => {
    try {
      const result = await work;
      if (isTelling) refused = undefined;
      return result;
    } catch (cause) {
      const error = addListed(cause, git.listed);
      const isRefused = error instanceof ForgeError && refusals.has(error.trouble.code);
      if (isTelling && isRefused) refused = noteNews(error.trouble);
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
    watchForge: (forge) => ({
      kind: forge.kind,
      longestBody: forge.longestBody,
      askBranch: (branch) => asked(forge.askBranch(branch), true),
      openReview: (request) => asked(forge.openReview(request), true),
      findReview: (branch) => asked(forge.findReview(branch)),
      readReview: (number) => asked(forge.readReview(number)),
      editReview: (number, change) => asked(forge.editReview(number, change)),
      reopenReview: (number) => asked(forge.reopenReview(number)),
      closeReview: (number) => asked(forge.closeReview(number)),
      listComments: (number, since) => asked(forge.listComments(number, since)),
      // What a team wants besides says nothing of whether ADRs can be published.
      ...(forge.others === undefined ? {} : { others: forge.others }),
    }),
    condition: () => {
      const reason = closed ?? refused ?? away;
      return reason === undefined ? ok : { state: 'degraded', reason };
    },
    stop: async () => stopping.abort(),
  };
}

import type { Metrics } from '../../workflow/ports/metrics.ts';
import type { Log } from '../../workflow/ports/ports.ts';
import type { Journal } from './journal.ts';

/**
 * What the log says about an event besides its kind: figures, times, and where in git. Titles, names and reasons stay
 * in the channel, which may be private.
 */
const told: readonly string[] = ['round', 'closesAt', 'added', 'removed', 'path', 'commit'];

function factsOf(detail: { readonly verdict?: unknown }): object {
  const { verdict } = detail;
  const isKept = typeof verdict === 'object' && verdict !== null && 'kind' in verdict;
  const facts = Object.fromEntries(Object.entries(detail).filter(([name]) => told.includes(name)));
  return isKept ? { verdict: verdict.kind, ...facts } : facts;
}

/** Writes each event of a decision, and each digest, to the log: one line, with ids. */
export function logJournal(log: Log): Journal {
  return {
    onEvent: ({ decision: { id: decisionId, teamId }, kind, detail }) =>
      log.info({ teamId, decisionId, ...factsOf(detail) }, `Decision: ${kind}.`),
    onMessage: ({ teamId, channelId, body }) => {
      if (body.kind === 'digest') log.info({ teamId, channelId }, 'A digest goes to its channel.');
    },
  };
}

/** Metrics that also log how many votes came in, since they are too many for a line each. */
export interface VoteLog extends Metrics {
  /** Logs the votes since the last line. */
  stop(): Promise<void>;
}

const aMinute = 60_000;

/** Counts, and logs once a minute how many votes came in, if any did. */
export function logVotes(metrics: Metrics, log: Log): VoteLog {
  let votes = 0;
  const logCount = () => {
    if (votes > 0) log.info({ votes }, 'Votes came in.');
    votes = 0;
  };
  const timer = setInterval(logCount, aMinute);
  timer.unref();
  return {
    count: (what, times = 1) => {
      if (what === 'vote received') votes += times;
      metrics.count(what, times);
    },
    stop: async () => {
      clearInterval(timer);
      logCount();
    },
  };
}

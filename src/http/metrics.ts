import { Counter, Registry } from '@prometheus-io/client';
import type { Counted, Metrics } from '../workflow/ports/metrics.ts';
import type { Route } from './server.ts';

interface Series {
  readonly name: string;
  readonly help: string;
  readonly labels?: Readonly<Record<string, string>>;
}

const corrections = {
  name: 'gavel_ballot_corrections_total',
  help: 'Ballots that differed from Slack’s own list of reactions, and were added or removed.',
};

const publications = {
  name: 'gavel_publications_total',
  help: 'Attempts to commit an outcome to the repository.',
};

const series: Readonly<Record<Counted, Series>> = {
  'vote received': {
    name: 'gavel_votes_received_total',
    help: 'Reactions that were added to or taken off a message, and forms with scores.',
  },
  'ballot added': { ...corrections, labels: { correction: 'added' } },
  'ballot removed': { ...corrections, labels: { correction: 'removed' } },
  'card changed': { name: 'gavel_card_changes_total', help: 'Cards that were posted or updated.' },
  'outcome published': { ...publications, labels: { result: 'published' } },
  'publication failed': { ...publications, labels: { result: 'failed' } },
  'job failed': { name: 'gavel_jobs_failed_total', help: 'Attempts at background jobs that failed.' },
  'job given up': {
    name: 'gavel_jobs_given_up_total',
    help: 'Background jobs that failed too often and are not tried again; the log has each.',
  },
  'call refused': {
    name: 'gavel_slack_refusals_total',
    help: 'Calls that Slack refused because there were too many of them.',
  },
  'delivery refused': {
    name: 'gavel_webhook_refusals_total',
    help: 'Deliveries of forges that were refused because their signature was wrong.',
  },
  'socket gap': { name: 'gavel_socket_gaps_total', help: 'Gaps in the connection to Slack.' },
};

/** The metrics, and the page from which Prometheus reads them. */
export interface OpenMetrics extends Metrics {
  readonly routes: readonly Route[];
}

/** Starts all metrics at zero, and serves them at `GET /metrics` (Prometheus: text-based exposition format). */
export function openMetrics(): OpenMetrics {
  const registry = new Registry();
  const counters = new Map<string, Counter<string>>();
  const counterOf = ({ name, help, labels = {} }: Series): Counter<string> => {
    const known = counters.get(name);
    if (known) return known;
    const counter = new Counter<string>({ name, help, labelNames: Object.keys(labels), registers: [registry] });
    counters.set(name, counter);
    return counter;
  };
  const count = (what: Counted, times = 1) => counterOf(series[what]).inc(series[what].labels ?? {}, times);

  // Prometheus sees a first failure only if there was a zero before it.
  for (const what of Object.keys(series) as Counted[]) count(what, 0);
  return {
    count,
    routes: [
      {
        path: '/metrics',
        method: 'GET',
        handle: async (_request, response) => {
          response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics());
        },
      },
    ],
  };
}

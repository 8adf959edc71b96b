import type { Logger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { CallUrgency } from '../../workflow/ports/chat.ts';
import type { CallBudget } from './budget/call-budget.ts';
import { pacedFetch } from './budget/paced-fetch.ts';

/** What clients of the Web API differ in. */
interface ClientParts {
  readonly logger: Logger;
  readonly budget: CallBudget;
  readonly urgency: CallUrgency;
  /** Another API than slack.com's. */
  readonly apiUrl: string | undefined;
  /** Called whenever Slack refuses a call because there are too many. */
  readonly onRefused: () => void;
}

/**
 * Retries of a single call that did not get through: short enough for a job to be tried again instead. Always set:
 * Socket Mode would put a hundred retries in its place for every client.
 */
const retryConfig = { retries: 4, factor: 2, minTimeout: 300, maxTimeout: 5_000 };

/** How long Slack may take to answer one attempt, in milliseconds. */
const timeout = 15_000;

/** How a client of the Web API calls Slack: within a budget, and with few retries. */
export function clientOptions({ logger, budget, urgency, apiUrl, onRefused }: ClientParts): WebClientOptions {
  return {
    retryConfig,
    logger,
    // A client that waits by itself for a method that Slack refuses lets every other method wait as well.
    rejectRateLimitedCalls: true,
    fetch: pacedFetch(budget, urgency, { timeout, onRefused }),
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
}

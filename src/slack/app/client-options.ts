import type { Logger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { CallUrgency } from '../../workflow/ports/chat/chat.ts';
import type { CallBudget } from './budget/call-budget.ts';
import { pacedFetch } from './budget/paced-fetch.ts';

/** How clients of the Web API differ. */
interface ClientParts {
  readonly logger: Logger;
  readonly budget: CallBudget;
  readonly urgency: CallUrgency;
  /** An API other than slack.com's. */
  readonly apiUrl: string | undefined;
  /** Called whenever Slack refuses a call because there are too many. */
  readonly onRefused: () => void;
}

/**
 * Retries of a single call that did not get through, few enough that a job is tried again instead. Always set:
 * otherwise Socket Mode would use a hundred retries for every client.
 */
const retryConfig = { retries: 4, factor: 2, minTimeout: 300, maxTimeout: 5_000 };

/** How long Slack may take to answer one attempt, in milliseconds. */
const timeout = 15_000;

/** How a Web API client calls Slack: within a budget, and with few retries. */
export function clientOptions({ logger, budget, urgency, apiUrl, onRefused }: ClientParts): WebClientOptions {
  return {
    retryConfig,
    logger,
    // A client that itself waits for one refused method keeps every other method waiting as well.
    rejectRateLimitedCalls: true,
    fetch: pacedFetch(budget, urgency, { timeout, onRefused }),
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
}

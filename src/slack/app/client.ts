import { WebAPIRateLimitedError, WebClient, type WebClientOptions } from '@slack/web-api';
import { TooManyCalls } from '../../workflow/ports/chat/too-many-calls.ts';
import type { Standing } from './standing.ts';

/**
 * Slack’s client for the Web API. Each answer is noted, and so is each failure to answer. Throws TooManyCalls for
 * refused calls.
 */
export class WatchedClient extends WebClient {
  readonly #standing: Standing;

  constructor(token: string, options: WebClientOptions, standing: Standing) {
    super(token, options);
    this.#standing = standing;
  }

  override async apiCall(...call: Parameters<WebClient['apiCall']>): ReturnType<WebClient['apiCall']> {
    try {
      const answer = await super.apiCall(...call);
      this.#standing.noteAnswer();
      return answer;
    } catch (error) {
      this.#standing.noteError(error);
      throw error instanceof WebAPIRateLimitedError ? new TooManyCalls(error.retryAfter) : error;
    }
  }
}

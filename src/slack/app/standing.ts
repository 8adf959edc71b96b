import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** Slack’s errors that only another token, or another app, can mend (Slack: auth.test, apps.connections.open). */
const refusals: ReadonlySet<string> = new Set([
  ...['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'not_allowed_token_type'],
  ...['user_removed_from_team', 'team_disabled', 'org_login_required'],
]);

/** Slack’s errors that say nothing of us, but that Slack can’t do its work just now (Slack: errors of all methods). */
const outages: ReadonlySet<string> = new Set([
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited', 'team_added_to_org'],
  ...['accesslimited', 'migration_in_progress'],
]);

/** What an answer of Slack’s, or the lack of one, says of us: a `refused` token, or Slack being `away`. */
export type Trouble = { readonly kind: 'refused' | 'away'; readonly reason: string };

/** Reads an error of Slack’s client; undefined when Slack did its work, and only said no to this one call. */
export function troubleIn(error: unknown): Trouble | undefined {
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error ?? '';
    if (refusals.has(reason)) return { kind: 'refused', reason };
    // An error page that came with status 200 is no word of Slack’s.
    if (/^\w{1,80}$/.test(reason)) return outages.has(reason) ? { kind: 'away', reason } : undefined;
    return { kind: 'away', reason: 'an answer that is none of Slack’s' };
  }
  if (error instanceof WebAPIRateLimitedError) return undefined;
  if (error instanceof WebAPIHTTPError) return { kind: 'away', reason: `HTTP ${error.statusCode}` };
  return { kind: 'away', reason: 'no answer' };
}

/** How we stand with Slack, as its answers to our calls tell. */
export class Standing {
  #trouble: Trouble | undefined;
  readonly #onTrouble: (trouble: Trouble) => void;

  /** `onTrouble` hears of trouble when it begins, and when it becomes another one. */
  constructor(onTrouble: (trouble: Trouble) => void) {
    this.#onTrouble = onTrouble;
  }

  get trouble(): Trouble | undefined {
    return this.#trouble;
  }

  /** Slack did what we asked for, or said why not. */
  noteAnswer(): void {
    this.#trouble = undefined;
  }

  noteError(error: unknown): void {
    // That we ask too much says nothing of Slack, which may not even have been asked.
    if (error instanceof WebAPIRateLimitedError) return;
    const before = this.#trouble;
    this.#trouble = troubleIn(error);
    if (this.#trouble && (this.#trouble.kind !== before?.kind || this.#trouble.reason !== before.reason))
      this.#onTrouble(this.#trouble);
  }
}

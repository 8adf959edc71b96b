import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError } from '@slack/web-api';

/** Slack’s errors that only another token, or another app, can fix (Slack: auth.test, apps.connections.open). */
const refusals: ReadonlySet<string> = new Set([
  ...['not_authed', 'invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'not_allowed_token_type'],
  ...['user_removed_from_team', 'team_disabled', 'org_login_required'],
]);

/**
 * Slack’s errors that don't concern us, and only mean that Slack can’t work right now (Slack: errors of all methods).
 */
const outages: ReadonlySet<string> = new Set([
  ...['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout', 'ratelimited', 'team_added_to_org'],
  ...['accesslimited', 'migration_in_progress'],
]);

/** What Slack's answer, or the lack of one, says about us: that the token is `refused`, or that Slack is `away`. */
export type SlackTrouble = { readonly kind: 'refused' | 'away'; readonly reason: string };

/** Reads an error from Slack’s client; undefined when Slack worked, and only said no to this one call. */
export function troubleIn(error: unknown): SlackTrouble | undefined {
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error ?? '';
    if (refusals.has(reason)) return { kind: 'refused', reason };
    // An error page that came with status 200 is not Slack’s answer.
    if (/^\w{1,80}$/.test(reason)) return outages.has(reason) ? { kind: 'away', reason } : undefined;
    return { kind: 'away', reason: 'an answer that is none of Slack’s' };
  }
  if (error instanceof WebAPIRateLimitedError) return undefined;
  if (error instanceof WebAPIHTTPError) return { kind: 'away', reason: `HTTP ${error.statusCode}` };
  return { kind: 'away', reason: 'no answer' };
}

/** How we stand with Slack, as its answers to our calls show. */
export class Standing {
  #trouble: SlackTrouble | undefined;
  readonly #onTrouble: (trouble: SlackTrouble) => void;

  /** `onTrouble` is called when trouble begins, and when it changes into another kind. */
  constructor(onTrouble: (trouble: SlackTrouble) => void) {
    this.#onTrouble = onTrouble;
  }

  get trouble(): SlackTrouble | undefined {
    return this.#trouble;
  }

  /** Slack did what we asked for, or said why not. */
  noteAnswer(): void {
    this.#trouble = undefined;
  }

  noteError(error: unknown): void {
    // Asking too much says nothing about Slack, which may not even have been asked.
    if (error instanceof WebAPIRateLimitedError) return;
    const before = this.#trouble;
    this.#trouble = troubleIn(error);
    if (this.#trouble && (this.#trouble.kind !== before?.kind || this.#trouble.reason !== before.reason))
      this.#onTrouble(this.#trouble);
  }
}

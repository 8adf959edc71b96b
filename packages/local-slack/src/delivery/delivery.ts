import type { JsonObject } from '@gavel/local-server/json.ts';

/** The three kinds of deliveries to an app, by their names in Socket Mode. */
export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive';

/** A retry: its number, and the reason for it (Slack: x-slack-retry-reason). */
export interface Retry {
  readonly number: number;
  readonly reason: string;
}

/** A delivery to the app. */
export interface Delivery {
  readonly kind: DeliveryKind;
  /** The name in the wire log, such as `reaction_added`, `/adr` or `view_submission`. */
  readonly name: string;
  readonly payload: JsonObject;
  readonly retry?: Retry;
  /** Whether to ignore the app's acknowledgement (fault injection). */
  readonly isAckDropped: boolean;
}

/** The outcome of a delivery. `body` is the content of the acknowledgement, if it had any. */
export type Answer =
  | { readonly outcome: 'acknowledged'; readonly body: unknown }
  | {
      readonly outcome: 'operation_timeout' | 'dispatch_failed';
      /** Slack's retry reason, such as `http_timeout`. */
      readonly reason: string;
      /** Whether a retry makes sense. */
      readonly mayRetry: boolean;
    };

/** A way to deliver: HTTP requests, or WebSockets that the app opened. */
export interface Transport {
  deliver(delivery: Delivery): Promise<Answer>;
}

/** How long an app has to acknowledge, in milliseconds (Slack: three seconds). */
export const timeToAcknowledge = 3000;

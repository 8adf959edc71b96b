import type { JsonObject } from '../json.ts';

/** The three kinds of things that Slack delivers to an app, by their names in Socket Mode. */
export type DeliveryKind = 'events_api' | 'slash_commands' | 'interactive';

/** Why something is delivered again (Slack: x-slack-retry-reason). */
export interface Retry {
  readonly number: number;
  readonly reason: string;
}

/** One delivery to the app. */
export interface Delivery {
  readonly kind: DeliveryKind;
  /** What it is, for the wire log: `reaction_added`, `/adr`, `view_submission` ... */
  readonly name: string;
  readonly payload: JsonObject;
  readonly retry?: Retry;
  /** The app's acknowledgement is to be ignored (fault injection). */
  readonly isAckDropped: boolean;
}

/** What became of a delivery. `body` is what came with the acknowledgement, if anything did. */
export type Answer =
  | { readonly outcome: 'acknowledged'; readonly body: unknown }
  | {
      readonly outcome: 'operation_timeout' | 'dispatch_failed';
      /** Slack's retry reason, such as `http_timeout`. */
      readonly reason: string;
      /** Whether delivering it once more makes sense. */
      readonly mayRetry: boolean;
    };

/** One way to the app: HTTP requests, or a WebSocket that the app opened. */
export interface Transport {
  deliver(delivery: Delivery): Promise<Answer>;
}

/** How long an app has to acknowledge, in milliseconds (Slack: three seconds). */
export const timeToAcknowledge = 3000;

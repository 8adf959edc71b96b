import type { JsonObject } from '@gavel/local-server/json.ts';
import type { Tickets } from '../delivery/tickets.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Triggers } from '../world/triggers.ts';

/** A call of a Web API method whose token, scopes and rate have been checked. */
export interface Call {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly tickets: Tickets;
  /** The arguments as received: texts from a form, or any JSON from a JSON body. */
  readonly args: JsonObject;
}

/** Slack's rate limit tiers, the special limit for posting, and no limit. */
export type Tier = 'tier 1' | 'tier 2' | 'tier 3' | 'tier 4' | 'posting' | 'unlimited';

/** A Web API method: who may call it, how often, and what it does. */
export interface Method {
  /** The kind of token that the method accepts. */
  readonly token: 'bot' | 'app' | 'none';
  /** The app needs one of these scopes. If the list is empty, it needs none. */
  readonly scopes: readonly string[];
  readonly tier: Tier;
  /** Returns the fields of the response except `ok`. Throws SlackError to refuse. */
  readonly run: (call: Call) => JsonObject;
}

/** Methods by name. */
export type Methods = Readonly<Record<string, Method>>;

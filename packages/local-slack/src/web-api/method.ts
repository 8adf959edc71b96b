import type { Tickets } from '../delivery/tickets.ts';
import type { JsonObject } from '../json.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Triggers } from '../world/triggers.ts';

/** One call of a Web API method, after its token, its scope and its rate have been found good. */
export interface Call {
  readonly workspace: Workspace;
  readonly triggers: Triggers;
  readonly tickets: Tickets;
  /** The arguments as they came: texts from a form, any JSON from a JSON body. */
  readonly args: JsonObject;
}

/** Slack's rate tiers, and the two methods that stand outside them. */
export type Tier = 'tier 1' | 'tier 2' | 'tier 3' | 'tier 4' | 'posting' | 'unlimited';

/** A Web API method: who may call it, how often, and what it does. */
export interface Method {
  /** The kind of token that it takes. */
  readonly token: 'bot' | 'app' | 'none';
  /** The app needs one of these; none means that any token will do. */
  readonly scopes: readonly string[];
  readonly tier: Tier;
  /** The fields of the answer beside `ok`; throws a SlackError to refuse. */
  readonly run: (call: Call) => JsonObject;
}

/** Methods by their name on the wire. */
export type Methods = Readonly<Record<string, Method>>;

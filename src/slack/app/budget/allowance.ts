/** How many calls Slack accepts within so many milliseconds. */
export interface Allowance {
  readonly calls: number;
  readonly within: number;
}

/** How often a method may be called; undefined if Slack names no number. */
export type Allowances = (method: string) => Allowance | undefined;

// A second more than a minute, since calls do not all take equally long to arrive.
const aMinute = 61_000;
const tier2 = { calls: 20, within: aMinute };
const tier3 = { calls: 50, within: aMinute };
const tier4 = { calls: 100, within: aMinute };

/** Slack: “1 per second” and channel, “short bursts >1 allowed”. */
const posting = { calls: 5, within: 5_500 };

/**
 * What Slack's documentation says about each method that is called here (Slack: rate limits, and each method's page).
 */
const documented: ReadonlyMap<string, Allowance> = new Map([
  ['apps.connections.open', tier3],
  ['chat.postEphemeral', tier4],
  ['chat.postMessage', posting],
  ['chat.unfurl', tier3],
  ['chat.update', tier3],
  ['conversations.info', tier3],
  ['conversations.list', tier2],
  ['conversations.members', tier4],
  ['conversations.replies', tier3],
  ['entity.presentComments', tier3],
  ['entity.presentDetails', tier3],
  ['files.info', tier4],
  ['reactions.add', tier3],
  ['reactions.get', tier3],
  ['usergroups.list', tier2],
  ['usergroups.users.list', tier2],
  ['users.conversations', tier3],
  ['users.info', tier4],
  ['users.list', tier2],
  ['views.open', tier4],
  ['views.publish', tier4],
  ['views.push', tier4],
  ['views.update', tier4],
]);

/** The rates that Slack documents. */
export const slackAllowances: Allowances = (method) => documented.get(method);

/** No limits of our own, for a Slack that has none. What it refuses is still waited for. */
export const noAllowances: Allowances = () => undefined;

import type * as local from '@gavel/local-server/wire-log.ts';

/** The kind of an exchange: a call by the bot, a delivery to it, a use of a response_url, or a socket message. */
export type WireKind = 'call' | 'delivery' | 'response_url' | 'socket';

/** One exchange between the bot and this Slack. */
export type WireEntry = local.WireEntry<WireKind>;

/** The log of all exchanges between the bot and this Slack. */
export type WireLog = local.WireLog<WireKind>;

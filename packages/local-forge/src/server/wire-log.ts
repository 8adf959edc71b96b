import type * as local from '@gavel/local-server/wire-log.ts';

/** The kind of an exchange: a call of the API, a request of git, a webhook, or a page for people. */
export type WireKind = 'api' | 'git' | 'webhook' | 'page';

/** One exchange with this forge. */
export type WireEntry = local.WireEntry<WireKind>;

/** The log of all exchanges with this forge. */
export type WireLog = local.WireLog<WireKind>;

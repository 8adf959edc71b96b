import type { Logger } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import { type Condition, ok } from '../../process/condition.ts';
import { keepTrying } from '../../process/pauses.ts';
import type { CallUrgency } from '../../workflow/ports/chat/chat.ts';
import type { Log } from '../../workflow/ports/ports.ts';
import { Refreshes } from '../form/refreshes.ts';
import { ObjectSupport } from '../object/object-support.ts';
import { SlackChat } from '../ports/chat.ts';
import { Locales } from '../ports/locales.ts';
import { RecentSight } from '../ports/sight.ts';
import { Threads } from '../shortcut/threads.ts';
import type { Allowances } from './budget/allowance.ts';
import { CallBudget } from './budget/call-budget.ts';
import { WatchedClient } from './client.ts';
import { clientOptions } from './client-options.ts';
import { type Identity, signIn } from './sign-in.ts';
import { Standing } from './standing.ts';

/** What a workspace's Slack is called with. */
export interface WorkspaceToken {
  /** The setting that has it; unset if it comes from an installation. */
  readonly setting: 'SLACK_BOT_TOKEN' | undefined;
  readonly botToken: string;
  /** An API other than slack.com's, such as GovSlack's. */
  readonly apiUrl: string | undefined;
}

/** What one workspace's Slack is called with, and who is told about it. */
export interface WorkspaceParts {
  readonly token: WorkspaceToken;
  readonly logger: Logger;
  readonly log: Log;
  /** How often each method may be called. */
  readonly allowances: Allowances;
  /** The clock that calls are counted by. */
  readonly now: () => Date;
  /** Called whenever Slack refuses a call because there are too many. */
  readonly onRefused: () => void;
}

/** A workspace once Slack has told us who we are there. */
interface SignedIn {
  readonly identity: Identity;
  readonly chat: SlackChat;
  readonly sight: RecentSight;
  /** For what a person waits for. */
  readonly client: WatchedClient;
  readonly threads: Threads;
  readonly objects: ObjectSupport;
  readonly refreshes: Refreshes;
}

/** One workspace's Slack, as Gavel calls it: with its own token and within its own budget. */
export interface WorkspaceSlack {
  /** Asks who we are, as soon as Slack answers. Throws TokenRefused when it never will. */
  signIn(stopWanted: AbortSignal): Promise<SignedIn>;
  /** How we stand with Slack, as its answers to our usual calls show. */
  condition(): Condition;
  stop(): Promise<void>;
}

/** How long to wait between checks whether trouble is over, when nothing else is asked. */
const recheckPauses = { first: 1_000, longest: 60_000 };

/** Sets up what calls a workspace's Slack, without asking it anything yet. */
export function openWorkspaceSlack(parts: WorkspaceParts): WorkspaceSlack {
  const { token, log, now } = parts;
  const budget = new CallBudget(parts.allowances, now);
  const optionsFor = (urgency: CallUrgency): WebClientOptions =>
    clientOptions({ ...parts, budget, urgency, apiUrl: token.apiUrl });
  const stopping = new AbortController();
  const standing = new Standing((trouble) => {
    const { kind, reason } = trouble;
    if (kind === 'refused') log.warn({ reason }, `Slack refuses ${token.setting ?? 'the token of this workspace'}.`);
    else log.warn({ reason }, 'Slack does not answer properly.');
    if (isSignedIn) recheck();
  });
  const clients = new Map<CallUrgency, WatchedClient>();
  const clientFor = (urgency: CallUrgency): WatchedClient => {
    const known = clients.get(urgency) ?? new WatchedClient(token.botToken, optionsFor(urgency), standing);
    clients.set(urgency, known);
    return known;
  };
  const client = clientFor('awaited');
  const objects = new ObjectSupport(now);
  let isSignedIn = false;
  let isRechecking = false;

  /** Asks until Slack answers well, since it may be long until something else is asked. */
  function recheck(): void {
    if (isRechecking) return;
    isRechecking = true;
    const isOver = async () => {
      if (standing.trouble) await client.auth.test();
    };
    keepTrying(isOver, recheckPauses, () => undefined, stopping.signal)
      .then(() => log.info({}, 'Slack answers again.'))
      .catch(() => undefined)
      .finally(() => {
        isRechecking = false;
      });
  }

  return {
    signIn: async (stopWanted) => {
      const either = AbortSignal.any([stopWanted, stopping.signal]);
      const identity = await signIn(client, { setting: token.setting, log, stopWanted: either });
      isSignedIn = true;
      const chat = new SlackChat({
        ...{ ...identity, clientFor, budget, objects },
        locales: new Locales(now),
      });
      const threads = new Threads(client, identity.mayReadMessages, identity.botUserId, now);
      return {
        identity,
        chat,
        sight: new RecentSight(chat, now),
        client,
        threads,
        objects,
        refreshes: new Refreshes(),
      };
    },
    /**
     * A refused token is `down`. While only our own calls fail, votes still come in and are counted, so a load balancer
     * that stopped the traffic would make it worse.
     */
    condition: () => {
      const { trouble } = standing;
      if (trouble?.kind === 'refused') return { state: 'down', reason: `token refused: ${trouble.reason}` };
      if (!isSignedIn) return { state: 'down', reason: `not signed in yet: ${trouble?.reason ?? 'no answer so far'}` };
      return trouble ? { state: 'degraded', reason: trouble.reason } : ok;
    },
    stop: async () => {
      stopping.abort();
      budget.close();
    },
  };
}

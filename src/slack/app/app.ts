import { App, type BlockAction, type Logger, type ReceiverEvent } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { SlackConnection } from '../../config.ts';
import { RuleBroken } from '../../decision/rule-broken.ts';
import type { Route } from '../../http/server.ts';
import { type Condition, ok } from '../../process/condition.ts';
import { keepTrying } from '../../process/pauses.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import type { CallUrgency } from '../../workflow/ports/chat.ts';
import type { Hearing } from '../../workflow/ports/hearing.ts';
import type { Log, Ports } from '../../workflow/ports/ports.ts';
import { SlackChat } from '../ports/chat.ts';
import { RecentSight } from '../ports/sight.ts';
import { readReaction } from '../vote/reaction.ts';
import { actorOf } from './actor.ts';
import { answerFailure, errorsFor, tellPrivately } from './answer.ts';
import { type Allowances, slackAllowances } from './budget/allowance.ts';
import { CallBudget } from './budget/call-budget.ts';
import { pacedFetch } from './budget/paced-fetch.ts';
import { WatchedClient } from './client.ts';
import { type Connection, openConnection } from './connection.ts';
import type { Desk, SubmitGesture } from './gesture.ts';
import { SlackHearing } from './hearing.ts';
import { surface } from './listeners.ts';
import { type Identity, signIn } from './sign-in.ts';
import { Standing, type Trouble } from './standing.ts';

/** Slack as Gavel sees it: something to talk through, and something that listens. */
export interface Slack {
  /** Asks who we are, as soon as Slack answers. Throws TokenRefused when it never will. */
  signIn(stopWanted: AbortSignal): Promise<{ chat: SlackChat; sight: RecentSight }>;
  /** Hands the listeners what they work with, and begins to receive, as soon as Slack lets us. Throws TokenRefused. */
  listen(ports: Ports, stopWanted: AbortSignal): Promise<void>;
  stop(): Promise<void>;
  /** What answers Slack's requests in HTTP mode. */
  readonly routes: readonly Route[];
  /** How well its events reach us. */
  readonly hearing: Hearing;
  /** How we stand with Slack: known from its answers to what we ask anyway. */
  condition(): Condition;
}

/** What Slack is connected with. */
export interface SlackParts {
  readonly slack: SlackConnection;
  readonly logger: Logger;
  readonly log: Log;
  readonly onGap: () => void;
  /** How often each method may be called; as Slack documents unless told otherwise. */
  readonly allowances?: Allowances | undefined;
  /** The clock by which calls are counted. */
  readonly now: () => Date;
  /** Called whenever Slack refuses a call because there are too many. */
  readonly onRefused: () => void;
}

/**
 * Retries of a single call that did not get through: short enough for a job to be tried again instead. Always set:
 * Socket Mode would put a hundred retries in its place for every client.
 */
const retryConfig = { retries: 4, factor: 2, minTimeout: 300, maxTimeout: 5_000 };

/** How long Slack may take to answer one attempt, in milliseconds. */
const timeout = 15_000;

/** Between questions whether trouble is over, when nothing else is asked. */
const recheckPauses = { first: 1_000, longest: 60_000 };

/** Makes the connection to Slack, without asking it anything yet. */
export function openSlack(parts: SlackParts): Slack {
  const { slack, logger, log, allowances = slackAllowances } = parts;
  const budget = new CallBudget(allowances, parts.now);
  const optionsFor = (urgency: CallUrgency): WebClientOptions => ({
    retryConfig,
    logger,
    // A client that waits by itself for a method that Slack refuses lets every other method wait as well.
    rejectRateLimitedCalls: true,
    fetch: pacedFetch(budget, urgency, { timeout, onRefused: parts.onRefused }),
    ...(slack.apiUrl ? { slackApiUrl: slack.apiUrl } : {}),
  });
  const clientOptions = optionsFor('awaited');
  const stopping = new AbortController();
  const standing = new Standing((trouble) => {
    const words = trouble.kind === 'refused' ? 'Slack refuses SLACK_BOT_TOKEN.' : 'Slack does not answer as it should.';
    log.warn({ reason: trouble.reason }, words);
    if (identity) recheck();
  });
  const clients = new Map<CallUrgency, WatchedClient>();
  const clientFor = (urgency: CallUrgency): WatchedClient => {
    const known = clients.get(urgency) ?? new WatchedClient(slack.botToken, optionsFor(urgency), standing);
    clients.set(urgency, known);
    return known;
  };
  const client = clientFor('awaited');
  const hearing = new SlackHearing(parts.now);
  const connection = openConnection({ ...parts, clientOptions, hearing });
  let identity: Identity | undefined;
  let isRechecking = false;

  /** Asks until Slack answers well, as it may be long until something else is asked. */
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
      identity = await signIn(client, log, stopWanted);
      const chat = new SlackChat({ ...identity, clientFor, budget });
      return { chat, sight: new RecentSight(chat, parts.now) };
    },
    listen: async (ports, stopWanted) => {
      const app = openApp(slack, connection, clientOptions, logger, identity);
      await app.init();
      const desk = { ports, client, mayReadFiles: identity?.mayReadFiles ?? true };
      acknowledgeVotesLast(app, desk, hearing);
      listenTo(app, desk);
      await connection.start(stopWanted);
    },
    routes: connection.routes,
    hearing,
    stop: async () => {
      stopping.abort();
      budget.close();
      await connection.stop();
    },
    condition: () => conditionOf(identity !== undefined, standing.trouble, connection.whyClosed()),
  };
}

/** Bolt's own client is used for nothing: who we are is known already. */
function openApp(
  slack: SlackConnection,
  { receiver }: Connection,
  clientOptions: WebClientOptions,
  logger: Logger,
  identity: Identity | undefined,
): App {
  const { botId = '', botUserId = '' } = identity ?? {};
  return new App({
    token: slack.botToken,
    ...{ botId, botUserId, tokenVerificationEnabled: false },
    ...{ receiver, clientOptions, logger, deferInitialization: true },
  });
}

/**
 * Slack is `down` while no event can reach us or our token is refused. While only our own calls fail, votes still come
 * in and are counted: a load balancer that took them away would make it worse.
 */
function conditionOf(isSignedIn: boolean, trouble: Trouble | undefined, whyClosed: string | undefined): Condition {
  if (trouble?.kind === 'refused') return { state: 'down', reason: `token refused: ${trouble.reason}` };
  if (!isSignedIn) return { state: 'down', reason: `not signed in yet: ${trouble?.reason ?? 'no answer so far'}` };
  if (whyClosed !== undefined) return { state: 'down', reason: `no events can come in: ${whyClosed}` };
  return trouble ? { state: 'degraded', reason: trouble.reason } : ok;
}

/**
 * Bolt acknowledges an event before any listener has seen it, so a crash in between would lose a vote. Here Slack
 * hears back when the listeners are done; if one fails, it hears nothing good, and delivers the event again. A
 * reaction goes straight to its listener: votes come by the thousand, and Bolt would offer each to all of them.
 */
function acknowledgeVotesLast(app: App, desk: Desk, hearing: SlackHearing): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== 'event_callback') return process(event);
    const { name, gesture } = readReaction(event.body) ?? {};
    if (name === undefined || gesture === undefined) await process({ ...event, ack: async () => undefined });
    // Our own are the options' emoji, put there for others to find.
    else if (gesture.userId !== desk.ports.chat.botUserId) {
      await surface.reactions[name](desk, gesture).catch((error) => {
        hearing.miss();
        throw error;
      });
    }
    await event.ack();
  };
  app.error(async (error) => {
    throw error;
  });
}

function listenTo(app: App, desk: Desk): void {
  const { log } = desk.ports;

  for (const [name, handle] of Object.entries(surface.commands)) {
    app.command(name, async ({ ack, command, respond }) => {
      await ack();
      const actor = { teamId: command.team_id, userId: command.user_id };
      const words = command.text.trim().split(/\s+/).filter(Boolean);
      const { text, channel_id: channelId, trigger_id: triggerId } = command;
      const gesture = { actor, channelId, words, text, triggerId };
      const answer = await admitted(desk, actor, () => handle(desk, gesture)).catch((error) =>
        answerFailure(error, log),
      );
      if (answer)
        await respond({ response_type: 'ephemeral', ...answer }).catch((error) =>
          log.warn({ error }, 'A command could not be answered.'),
        );
    });
  }

  for (const [actionId, handle] of Object.entries(surface.actions)) {
    app.action<BlockAction>({ action_id: actionId, type: 'block_actions' }, async ({ ack, body, action }) => {
      await ack();
      const actor = actorOf(body);
      const channelId = body.channel?.id;
      const at = new Date(Number(action.action_ts) * 1_000);
      const gesture = {
        actor,
        channelId,
        triggerId: body.trigger_id,
        value: chosenValue(action),
        at,
        view: body.view,
      };
      await admitted(desk, actor, () => handle(desk, gesture)).catch((error) =>
        failPrivately(desk, { userId: actor.userId, channelId }, error),
      );
    });
  }

  for (const [callbackId, submission] of Object.entries(surface.submissions)) {
    app.view({ callback_id: callbackId, type: 'view_submission' }, async ({ ack, body, view }) => {
      const gesture: SubmitGesture = { actor: actorOf(body), view };
      try {
        const next = await admitted(desk, gesture.actor, async () => {
          const further = await submission.askFurther?.(desk, gesture);
          if (further === undefined) await submission.handle(desk, gesture);
          return further;
        });
        if (next) return await ack({ response_action: 'update', view: next });
      } catch (error) {
        const blockOf = submission.blockOf?.(gesture.view) ?? (() => undefined);
        const firstInput = gesture.view.blocks.find((block) => block.type === 'input')?.block_id ?? '';
        return ack({ response_action: 'errors', errors: errorsFor(error, log, blockOf, firstInput) });
      }
      await ack();
    });
  }

  // Closing a modal keeps its draft: everything typed is there already.
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => ack());
}

/** Does something for somebody of our workspace, or in it through a shared channel. Throws RuleBroken for anybody else. */
async function admitted<T>({ ports }: Desk, { teamId }: Actor, act: () => Promise<T>): Promise<T> {
  if (teamId !== ports.chat.teamId) throw new RuleBroken({ code: 'other workspace' });
  return act();
}

function chosenValue(action: BlockAction['actions'][number]): string {
  if (action.type === 'button') return action.value ?? '';
  return action.type === 'overflow' ? action.selected_option.value : '';
}

async function failPrivately(
  { client, ports }: Desk,
  where: { userId: string; channelId: string | undefined },
  error: unknown,
): Promise<void> {
  await tellPrivately({ client, ...where }, answerFailure(error, ports.log), ports.log);
}

import { App, type BlockAction, type CustomRoute, type Logger, type ReceiverEvent } from '@slack/bolt';
import type { WebClientOptions } from '@slack/web-api';
import type { SlackConnection } from '../config.ts';
import { RuleBroken } from '../decision/rule-broken.ts';
import type { Actor, Log, Ports } from '../workflow/ports.ts';
import { actorOf } from './actor.ts';
import { errorsFor, tellPrivately, wordFailure } from './answer.ts';
import { escapeMrkdwn } from './blocks.ts';
import { SlackChat } from './chat.ts';
import { openConnection } from './connection.ts';
import type { Desk, SubmitGesture } from './gesture.ts';
import { surface } from './listeners.ts';
import { readReaction } from './reaction.ts';
import { RecentSight } from './sight.ts';

/** Slack as Gavel sees it: something to talk through, and something that listens. */
export interface Slack {
  readonly chat: SlackChat;
  readonly sight: RecentSight;
  readonly teamId: string;
  /** Hands the listeners what they work with, and begins to receive. Answers with the port. */
  listen(ports: Ports): Promise<number>;
  stop(): Promise<void>;
  isOpen(): boolean;
}

/** What Slack is connected with. */
export interface SlackParts {
  readonly slack: SlackConnection;
  readonly port: number;
  readonly routes: CustomRoute[];
  readonly logger: Logger;
  readonly log: Log;
  readonly now: () => Date;
  readonly onGap: () => void;
}

/**
 * Retries of a single call to Slack: long enough for a rate limit to pass, short enough for a job to be tried again
 * instead. Always set: Socket Mode would put a hundred retries in its place for every client.
 */
const retryConfig = { retries: 4, factor: 2, minTimeout: 300, maxTimeout: 5_000 };

/** Signs in to Slack. Throws what Slack says, if the token is not good. */
export async function connectSlack(parts: SlackParts): Promise<Slack> {
  const { slack, logger } = parts;
  const clientOptions: WebClientOptions = {
    retryConfig,
    logger,
    ...(slack.apiUrl ? { slackApiUrl: slack.apiUrl } : {}),
  };
  const connection = openConnection({ ...parts, clientOptions });
  const app = new App({
    token: slack.botToken,
    receiver: connection.receiver,
    clientOptions,
    logger,
    deferInitialization: true,
  });
  await app.init();

  const { user_id: botUserId, team_id: teamId, response_metadata } = await app.client.auth.test();
  if (!botUserId || !teamId) throw new Error('Slack did not say who we are: is SLACK_BOT_TOKEN a bot token?');
  // Slack names the scopes that were granted in a header; where it does not, we try.
  const mayReadFiles = response_metadata?.scopes?.includes('files:read') ?? true;
  const chat = new SlackChat(app.client, { botUserId, teamId });
  return {
    chat,
    sight: new RecentSight(chat, parts.now),
    teamId,
    listen: (ports) => {
      const desk = { ports, client: app.client, mayReadFiles };
      acknowledgeVotesLast(app, desk);
      listenTo(app, desk);
      return connection.start();
    },
    stop: () => connection.stop(),
    isOpen: () => connection.isOpen(),
  };
}

/**
 * Bolt acknowledges an event before any listener has seen it, so a crash in between would lose a vote. Here Slack
 * hears back when the listeners are done; if one fails, it hears nothing good, and delivers the event again. A
 * reaction goes straight to its listener: votes come by the thousand, and Bolt would offer each to all of them.
 */
function acknowledgeVotesLast(app: App, desk: Desk): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== 'event_callback') return process(event);
    const { name, gesture } = readReaction(event.body) ?? {};
    if (name === undefined || gesture === undefined) await process({ ...event, ack: async () => undefined });
    // Our own are the options' emoji, put there for others to find.
    else if (gesture.userId !== desk.ports.chat.botUserId) await surface.reactions[name](desk, gesture);
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
      const answer = await admitted(desk, actor, () => handle(desk, gesture)).catch((error) => ({
        text: escapeMrkdwn(wordFailure(error, log)),
      }));
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
  if (teamId !== ports.chat.teamId) throw new RuleBroken('I work for another workspace, so nothing was done.');
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
  const text = escapeMrkdwn(wordFailure(error, ports.log));
  await tellPrivately({ client, ...where }, text, ports.log);
}

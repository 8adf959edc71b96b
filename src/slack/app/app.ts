import { App, type BlockAction, type Logger, type ReceiverEvent, type RespondFn } from '@slack/bolt';
import type { SlackConnection } from '../../config.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { LanguageCode } from '../../decision/language-code.ts';
import type { Route } from '../../http/server.ts';
import type { Language } from '../../words/language.ts';
import { languages } from '../../words/languages.ts';
import { languageOfPerson } from '../../workflow/message/language.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import { ChatError } from '../../workflow/ports/chat/chat-error.ts';
import type { Log, Ports } from '../../workflow/ports/ports.ts';
import { readMessage } from '../shortcut/read-message.ts';
import { readReaction } from '../vote/reaction.ts';
import { actorOf } from './actor.ts';
import { type Answer, answerFailure, errorsFor, tellPrivately } from './answer.ts';
import type { Allowances } from './budget/allowance.ts';
import { CallBudget } from './budget/call-budget.ts';
import { clientOptions } from './client-options.ts';
import { openConnection } from './connection.ts';
import type { CommentsGesture, Desk } from './gesture.ts';
import { CommonHearing, type SlackHearing } from './hearing.ts';
import { surface } from './listeners.ts';

/** Gavel's app in Slack: the single entrance for all workspaces that it is installed in. */
export interface SlackApp {
  /** Handles Slack's requests in HTTP mode. */
  readonly routes: readonly Route[];
  /**
   * Accepts nothing from a workspace of ours yet: Slack is told so and delivers again later, and people are asked to
   * try again.
   */
  expect(teamId: string): void;
  /** From now on, hands over whatever comes from a workspace to its desk. */
  admit(desk: Desk, hearing: SlackHearing): void;
  /** What a workspace that is being served has; undefined for any other. */
  portsOf(teamId: string): Ports | undefined;
  /** The workspace is no longer ours: what still comes from it is refused. */
  dismiss(teamId: string): void;
  /** Starts receiving, as soon as Slack lets us. Throws TokenRefused. */
  listen(stopWanted: AbortSignal): Promise<void>;
  stop(): Promise<void>;
  /** Why no events can reach us now; undefined when they can. */
  whyClosed(): string | undefined;
}

/** How Slack reaches the app. */
export interface AppParts {
  readonly slack: SlackConnection;
  readonly logger: Logger;
  readonly log: Log;
  /** Called after each gap in a socket, when events may have been missed. */
  readonly onGap: () => void;
  /** How often each method may be called. */
  readonly allowances: Allowances;
  /** The clock that calls are counted by. */
  readonly now: () => Date;
  /** Called whenever Slack refuses a call because there are too many. */
  readonly onRefused: () => void;
  /** The language for people whose workspace we can't ask for theirs. */
  readonly language: LanguageCode;
}

/** How many comments Slack takes at a time, where it does not say so (Slack: entity_comments_requested). */
const mostComments = 100;

/** Slack: entity_comments_requested. */
interface CommentsRequested {
  readonly user: string;
  readonly external_ref?: CommentsGesture['ref'];
  readonly entity_url: string;
  readonly trigger_id: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Where to take what comes from a workspace. */
interface Destination {
  readonly desk: Desk;
  readonly hearing: SlackHearing;
}

/**
 * The destination for a workspace; undefined for one that is not ours. Throws ChatError for one that is about to be
 * served.
 */
type FindDestination = (teamId: string) => Destination | undefined;

/** Creates the app, without asking Slack anything yet. */
export function openSlackApp(parts: AppParts): SlackApp {
  const { slack, logger } = parts;
  // The only calls made for the app itself, and not for a workspace, open a socket and answer at a response_url.
  const budget = new CallBudget(parts.allowances, parts.now);
  const options = clientOptions({ ...parts, budget, urgency: 'awaited', apiUrl: slack.apiUrl });
  const hearings = new CommonHearing();
  const connection = openConnection({ ...parts, clientOptions: options, hearing: hearings });
  const destinations = new Map<string, Destination | 'expected'>();
  const findDestination: FindDestination = (teamId) => {
    const destination = destinations.get(teamId);
    if (destination === 'expected') throw new ChatError(new Error(`Slack has not let Gavel into ${teamId} yet.`));
    return destination;
  };
  const leave = (teamId: string) => {
    const destination = destinations.get(teamId);
    if (destination !== undefined && destination !== 'expected') hearings.leave(destination.hearing);
    destinations.delete(teamId);
  };

  return {
    routes: connection.routes,
    expect: (teamId) => {
      leave(teamId);
      destinations.set(teamId, 'expected');
    },
    admit: (desk, hearing) => {
      destinations.set(desk.ports.chat.teamId, { desk, hearing });
      hearings.join(hearing);
    },
    portsOf: (teamId) => {
      const destination = destinations.get(teamId);
      return destination === 'expected' ? undefined : destination?.desk.ports;
    },
    dismiss: leave,
    listen: async (stopWanted) => {
      // A listener calls Slack through its desk, so Bolt doesn't need any token.
      const authorize = async () => ({});
      const { receiver } = connection;
      const app = new App({ authorize, receiver, clientOptions: options, logger, deferInitialization: true });
      await app.init();
      acknowledgeVotesLast(app, findDestination);
      listenTo(app, findDestination, parts);
      await connection.start(stopWanted);
    },
    stop: async () => {
      budget.close();
      await connection.stop();
    },
    whyClosed: () => connection.whyClosed(),
  };
}

/**
 * Bolt acknowledges an event before any listener has seen it, so a crash in between would lose a vote. Here Slack gets
 * the acknowledgment when the listeners are done; if one fails, it gets an error and delivers the event again. A
 * reaction goes straight to its listener: votes come by the thousand, and Bolt would offer each one to all listeners.
 */
function acknowledgeVotesLast(app: App, findDestination: FindDestination): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== 'event_callback') return process(event);
    const { name, gesture } = readReaction(event.body) ?? {};
    if (name === undefined || gesture === undefined) await process({ ...event, ack: async () => undefined });
    else {
      const destination = findDestination(gesture.teamId);
      // Our own reactions are the options' emoji, put there so that people find them.
      if (destination !== undefined && gesture.userId !== destination.desk.ports.chat.botUserId) {
        await surface.reactions[name](destination.desk, gesture).catch((error) => {
          destination.hearing.miss();
          throw error;
        });
      }
    }
    await event.ack();
  };
  app.error(async (error) => {
    throw error;
  });
}

/** The language that somebody gets answers in. */
async function languageFor({ ports }: Desk, { userId }: Actor): Promise<Language> {
  return languages[await languageOfPerson(ports, userId)];
}

function listenTo(app: App, findDestination: FindDestination, parts: AppParts): void {
  const { log } = parts;
  /**
   * The desk that somebody's request is for. Throws RuleBroken if the workspace is not ours, and ChatError if it is
   * about to be served.
   */
  const deskOf = async ({ teamId }: Actor): Promise<Desk> => {
    const destination = findDestination(teamId);
    if (destination === undefined) throw new RuleBroken({ code: 'other workspace' });
    return destination.desk;
  };
  const answerThere = (respond: RespondFn, said: Answer & { readonly replace_original?: boolean }) =>
    respond({ response_type: 'ephemeral', ...said }).catch((error) =>
      log.warn({ error }, 'Somebody could not be answered.'),
    );

  for (const [name, handle] of Object.entries(surface.commands)) {
    app.command(name, async ({ ack, command, respond }) => {
      await ack();
      const actor = { teamId: command.team_id, userId: command.user_id };
      const words = command.text.trim().split(/\s+/).filter(Boolean);
      const { text, channel_id: channelId, trigger_id: triggerId } = command;
      let language = languages[parts.language];
      const answer = await deskOf(actor)
        .then(async (desk) => {
          language = await languageFor(desk, actor);
          return handle(desk, { actor, channelId, words, text, triggerId, language });
        })
        .catch((error) => answerFailure(language, error, log));
      if (answer) await answerThere(respond, answer);
    });
  }

  for (const [callbackId, handle] of Object.entries(surface.shortcuts)) {
    app.shortcut(callbackId, async ({ ack, shortcut, respond }) => {
      await ack();
      const actor = actorOf(shortcut);
      const isOnMessage = shortcut.type === 'message_action';
      const on = isOnMessage
        ? { channelId: shortcut.channel.id, message: readMessage(shortcut.message, shortcut.message_ts) }
        : undefined;
      await deskOf(actor).then(
        async (desk) => {
          const language = await languageFor(desk, actor);
          try {
            await handle(desk, { actor, triggerId: shortcut.trigger_id, on, language });
          } catch (error) {
            const where = { userId: actor.userId, channelId: on?.channelId };
            await failPrivately(desk, where, answerFailure(language, error, log));
          }
        },
        async (error) => {
          if (isOnMessage) await answerThere(respond, answerFailure(languages[parts.language], error, log));
        },
      );
    });
  }

  for (const [name, handle] of Object.entries(surface.homes)) {
    app.event(name as keyof typeof surface.homes, async ({ event, body }) => {
      const destination = findDestination(body.team_id);
      if (destination === undefined) return;
      await handle(destination.desk, { actor: { teamId: body.team_id, userId: event.user }, tab: event.tab ?? 'home' });
    });
  }

  for (const [name, handle] of Object.entries(surface.objects)) {
    app.event(name as keyof typeof surface.objects, async ({ event, body }) => {
      const destination = findDestination(body.team_id);
      if (destination === undefined) return;
      const actor = { teamId: body.team_id, userId: event.user };
      const language = await languageFor(destination.desk, actor);
      const { external_ref: ref, entity_url: url, trigger_id: triggerId } = event;
      await handle(destination.desk, { actor, ref, url, triggerId, language });
    });
  }

  for (const [name, handle] of Object.entries(surface.comments)) {
    // Bolt's types don't know the event yet.
    app.event(name as string, async ({ event, body }) => {
      const destination = findDestination(body.team_id);
      if (destination === undefined) return;
      const asked = event as typeof event & CommentsRequested;
      const actor = { teamId: body.team_id, userId: asked.user };
      const language = await languageFor(destination.desk, actor);
      const { external_ref: ref, entity_url: url, trigger_id: triggerId, cursor, limit = mostComments } = asked;
      await handle(destination.desk, { actor, ref, url, triggerId, language, cursor, limit });
    });
  }

  for (const [name, handle] of Object.entries(surface.links)) {
    app.event(name as keyof typeof surface.links, async ({ event, body }) => {
      const destination = findDestination(body.team_id);
      if (destination === undefined) return;
      const { channel: channelId, message_ts: messageTs, links, source } = event;
      const urls = links.map(({ url }) => url);
      await handle(destination.desk, {
        ...{ teamId: body.team_id, channelId, messageTs, urls },
        isDraft: source === 'composer',
      });
    });
  }

  for (const [actionId, handle] of Object.entries({ ...surface.actions, ...surface.answers })) {
    app.action<BlockAction>({ action_id: actionId, type: 'block_actions' }, async ({ ack, body, action, respond }) => {
      await ack();
      const actor = actorOf(body);
      const channelId = body.channel?.id ?? channelOfObject(body.container);
      const at = new Date(Number(action.action_ts) * 1_000);
      const gesture = {
        actor,
        channelId,
        triggerId: body.trigger_id,
        value: chosenValue(action),
        at,
        // The buttons of Home do what they do in a message: they open a modal.
        view: body.view?.type === 'home' ? undefined : body.view,
      };
      await deskOf(actor).then(
        async (desk) => {
          const language = await languageFor(desk, actor);
          try {
            const instead = await handle(desk, { ...gesture, language });
            if (instead) await answerThere(respond, { ...instead, replace_original: true });
          } catch (error) {
            await failPrivately(desk, { userId: actor.userId, channelId }, answerFailure(language, error, log));
          }
        },
        async (error) => {
          // Without a desk we can't write to anybody, but a message comes with an address for an answer.
          if (body.response_url) await answerThere(respond, answerFailure(languages[parts.language], error, log));
        },
      );
    });
  }

  for (const [prefix, handle] of Object.entries(surface.votes)) {
    const constraints = { action_id: new RegExp(`^${prefix}`), type: 'block_actions' } as const;
    app.action<BlockAction>(constraints, async ({ ack, body, action, respond }) => {
      const actor = actorOf(body);
      let language = languages[parts.language];
      const gesture = {
        actor,
        channelId: body.channel?.id ?? '',
        messageTs: body.message?.ts ?? '',
        value: chosenValue(action),
        actionTs: action.action_ts,
      };
      const said = await deskOf(actor)
        .then(async (desk) => {
          language = await languageFor(desk, actor);
          return handle(desk, { ...gesture, language });
        })
        .catch((error) => answerFailure(language, error, log));
      await ack();
      // Slack gives each press an address for answers, which needs no call of the few that we may make.
      if (said) await answerThere(respond, { ...said, replace_original: false });
    });
  }

  for (const [callbackId, submission] of Object.entries(surface.submissions)) {
    app.view({ callback_id: callbackId, type: 'view_submission' }, async ({ ack, body, view }) => {
      const actor = actorOf(body);
      let language = languages[parts.language];
      try {
        const desk = await deskOf(actor);
        language = await languageFor(desk, actor);
        const gesture = { actor, view, language };
        const further = await submission.askFurther?.(desk, gesture);
        if (further) return await ack({ response_action: 'update', view: further });
        const after = await submission.handle(desk, gesture);
        if (after) return await ack({ response_action: 'update', view: after });
      } catch (error) {
        const blockOf = submission.blockOf?.(view) ?? (() => undefined);
        const firstInput = view.blocks.find((block) => block.type === 'input')?.block_id ?? '';
        return ack({ response_action: 'errors', errors: errorsFor(language, error, log, blockOf, firstInput) });
      }
      await ack();
    });
  }

  // Closing a modal keeps its form: everything typed is there already.
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack, body, view }) => {
    await ack();
    const close = surface.closings[view.callback_id];
    if (close === undefined) return;
    const actor = actorOf(body);
    try {
      const desk = await deskOf(actor);
      await close(desk, { actor, view, language: await languageFor(desk, actor) });
    } catch (error) {
      log.warn({ error }, 'Somebody who closed a form could not be told that it is kept.');
    }
  });
}

/** The channel of the message whose Work Object somebody has open (Slack: Work Object actions, container). */
function channelOfObject(container: BlockAction['container'] | undefined): string | undefined {
  const id: unknown = container?.type === 'entity_detail' ? container.channel_id : undefined;
  return typeof id === 'string' ? id : undefined;
}

function chosenValue(action: BlockAction['actions'][number]): string {
  if (action.type === 'button') return action.value ?? '';
  if (action.type === 'plain_text_input') return action.value ?? '';
  if (action.type === 'conversations_select') return action.selected_conversation;
  return action.type === 'overflow' ? action.selected_option.value : '';
}

async function failPrivately(
  { client, ports }: Desk,
  where: { userId: string; channelId: string | undefined },
  answer: Answer,
): Promise<void> {
  await tellPrivately({ client, ...where }, answer, ports.log);
}

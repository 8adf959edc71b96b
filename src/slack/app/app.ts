import { App, type BlockAction, type Logger, type ReceiverEvent, type RespondFn } from '@slack/bolt';
import type { SlackConnection } from '../../config.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { LanguageCode } from '../../decision/language-code.ts';
import type { Route } from '../../http/server.ts';
import type { Language } from '../../words/language.ts';
import { languages } from '../../words/languages.ts';
import { languageOfPerson } from '../../workflow/message/language.ts';
import type { Actor } from '../../workflow/ports/actor.ts';
import { ChatError } from '../../workflow/ports/chat-error.ts';
import type { Log } from '../../workflow/ports/ports.ts';
import { readReaction } from '../vote/reaction.ts';
import { actorOf } from './actor.ts';
import { type Answer, answerFailure, errorsFor, tellPrivately } from './answer.ts';
import type { Allowances } from './budget/allowance.ts';
import { CallBudget } from './budget/call-budget.ts';
import { clientOptions } from './client-options.ts';
import { openConnection } from './connection.ts';
import type { Desk } from './gesture.ts';
import { CommonHearing, type SlackHearing } from './hearing.ts';
import { surface } from './listeners.ts';

/** Gavel's app in Slack: the one way in for all workspaces that it is installed in. */
export interface SlackApp {
  /** What answers Slack's requests in HTTP mode. */
  readonly routes: readonly Route[];
  /**
   * Takes nothing of a workspace yet, though it is ours: Slack hears so, and delivers again later. People are asked to try
   * again.
   */
  expect(teamId: string): void;
  /** Hands what comes from a workspace to its desk from now on. */
  admit(desk: Desk, hearing: SlackHearing): void;
  /** The workspace is not ours any more: what still comes from it is refused. */
  dismiss(teamId: string): void;
  /** Begins to receive, as soon as Slack lets us. Throws TokenRefused. */
  listen(stopWanted: AbortSignal): Promise<void>;
  stop(): Promise<void>;
  /** Why no events can reach us now; undefined when they can. */
  whyClosed(): string | undefined;
}

/** What Slack reaches the app by. */
export interface AppParts {
  readonly slack: SlackConnection;
  readonly logger: Logger;
  readonly log: Log;
  /** Called after each gap in a socket, when events may have been missed. */
  readonly onGap: () => void;
  /** How often each method may be called. */
  readonly allowances: Allowances;
  /** The clock by which calls are counted. */
  readonly now: () => Date;
  /** Called whenever Slack refuses a call because there are too many. */
  readonly onRefused: () => void;
  /** What those are answered in whose workspace we can't ask for their language. */
  readonly language: LanguageCode;
}

/** Where what comes from a workspace is taken to. */
interface Place {
  readonly desk: Desk;
  readonly hearing: SlackHearing;
}

/** The place of a workspace; undefined for one that is not ours. Throws ChatError for one that is expected. */
type FindPlace = (teamId: string) => Place | undefined;

/** Makes the app, without asking Slack anything yet. */
export function openSlackApp(parts: AppParts): SlackApp {
  const { slack, logger } = parts;
  // Of our own, and not a workspace's, are only the calls that open a socket and answer at a response_url.
  const budget = new CallBudget(parts.allowances, parts.now);
  const options = clientOptions({ ...parts, budget, urgency: 'awaited', apiUrl: slack.apiUrl });
  const hearings = new CommonHearing();
  const connection = openConnection({ ...parts, clientOptions: options, hearing: hearings });
  const places = new Map<string, Place | 'expected'>();
  const findPlace: FindPlace = (teamId) => {
    const place = places.get(teamId);
    if (place === 'expected') throw new ChatError(new Error(`Slack has not let Gavel into ${teamId} yet.`));
    return place;
  };
  const leave = (teamId: string) => {
    const place = places.get(teamId);
    if (place !== undefined && place !== 'expected') hearings.leave(place.hearing);
    places.delete(teamId);
  };

  return {
    routes: connection.routes,
    expect: (teamId) => {
      leave(teamId);
      places.set(teamId, 'expected');
    },
    admit: (desk, hearing) => {
      places.set(desk.ports.chat.teamId, { desk, hearing });
      hearings.join(hearing);
    },
    dismiss: leave,
    listen: async (stopWanted) => {
      // A listener calls Slack through its desk: Bolt need not know any token.
      const authorize = async () => ({});
      const { receiver } = connection;
      const app = new App({ authorize, receiver, clientOptions: options, logger, deferInitialization: true });
      await app.init();
      acknowledgeVotesLast(app, findPlace);
      listenTo(app, findPlace, parts);
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
 * Bolt acknowledges an event before any listener has seen it, so a crash in between would lose a vote. Here Slack
 * hears back when the listeners are done; if one fails, it hears nothing good, and delivers the event again. A
 * reaction goes straight to its listener: votes come by the thousand, and Bolt would offer each to all of them.
 */
function acknowledgeVotesLast(app: App, findPlace: FindPlace): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event: ReceiverEvent) => {
    if (event.body.type !== 'event_callback') return process(event);
    const { name, gesture } = readReaction(event.body) ?? {};
    if (name === undefined || gesture === undefined) await process({ ...event, ack: async () => undefined });
    else {
      const place = findPlace(gesture.teamId);
      // Our own are the options' emoji, put there for others to find.
      if (place !== undefined && gesture.userId !== place.desk.ports.chat.botUserId) {
        await surface.reactions[name](place.desk, gesture).catch((error) => {
          place.hearing.miss();
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

/** The language that somebody is answered in. */
async function languageFor({ ports }: Desk, { userId }: Actor): Promise<Language> {
  return languages[await languageOfPerson(ports, userId)];
}

function listenTo(app: App, findPlace: FindPlace, parts: AppParts): void {
  const { log } = parts;
  /** Whom somebody turned to. Throws RuleBroken where that is not ours, and ChatError where it is expected. */
  const deskOf = async ({ teamId }: Actor): Promise<Desk> => {
    const place = findPlace(teamId);
    if (place === undefined) throw new RuleBroken({ code: 'other workspace' });
    return place.desk;
  };
  const answerThere = (respond: RespondFn, said: Answer) =>
    respond({ response_type: 'ephemeral', ...said }).catch((error) =>
      log.warn({ error }, 'A command could not be answered.'),
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

  for (const [actionId, handle] of Object.entries(surface.actions)) {
    app.action<BlockAction>({ action_id: actionId, type: 'block_actions' }, async ({ ack, body, action, respond }) => {
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
      await deskOf(actor).then(
        async (desk) => {
          const language = await languageFor(desk, actor);
          await handle(desk, { ...gesture, language }).catch((error) =>
            failPrivately(desk, { userId: actor.userId, channelId }, answerFailure(language, error, log)),
          );
        },
        async (error) => {
          // Nobody can be written to without a desk, but a message comes with an address for an answer.
          if (body.response_url) await answerThere(respond, answerFailure(languages[parts.language], error, log));
        },
      );
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
        await submission.handle(desk, gesture);
      } catch (error) {
        const blockOf = submission.blockOf?.(view) ?? (() => undefined);
        const firstInput = view.blocks.find((block) => block.type === 'input')?.block_id ?? '';
        return ack({ response_action: 'errors', errors: errorsFor(language, error, log, blockOf, firstInput) });
      }
      await ack();
    });
  }

  // Closing a modal keeps its form: everything typed is there already.
  app.view({ callback_id: /.*/, type: 'view_closed' }, async ({ ack }) => ack());
}

function chosenValue(action: BlockAction['actions'][number]): string {
  if (action.type === 'button') return action.value ?? '';
  return action.type === 'overflow' ? action.selected_option.value : '';
}

async function failPrivately(
  { client, ports }: Desk,
  where: { userId: string; channelId: string | undefined },
  answer: Answer,
): Promise<void> {
  await tellPrivately({ client, ...where }, answer, ports.log);
}

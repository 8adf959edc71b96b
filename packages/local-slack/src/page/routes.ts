import { asObject, at, isObject, type JsonObject } from '@gavel/local-server/json.ts';
import { sendJson } from '@gavel/local-server/server.ts';
import { actRoute, readRoute } from '../control/guarded-route.ts';
import { text } from '../control/steps.ts';
import type { InteractionContext } from '../interaction/context.ts';
import type { Person } from '../person/person.ts';
import { type ElementAddress, useElement } from '../person/use-element.ts';
import type { Route } from '../server/server.ts';
import type { Slackbot } from '../slackbot/slackbot.ts';
import type { AppManifest } from '../workspace/manifest.ts';
import type { User } from '../workspace/state.ts';
import { fileShape } from '../world/file-shape.ts';
import { uploadFile } from '../world/files.ts';
import { findAsset } from './assets.ts';
import { pageDocument, securityHeadersFor } from './document.ts';
import { emojiTable } from './emoji-table.ts';
import { openRepository, type RepositoryScreen, type ShownRepository } from './repository-view.ts';
import { screenFor } from './screen.ts';
import { type SlackbotScreen, toolShown } from './slackbot-screen.ts';
import { timeSpans } from './time-spans.ts';

/** Everything that the page shows and controls. */
export interface PageSettings {
  readonly context: InteractionContext;
  readonly person: (name: string) => Person;
  /** What is said at the beginning of every channel. */
  readonly hint: string | undefined;
  /** The git repositories to show next to the workspace. */
  readonly repositories: readonly ShownRepository[];
  /** Slackbot as the client of the app's MCP server; undefined if the app has none that can be reached. */
  readonly slackbot: () => Slackbot | undefined;
  /** How to let time pass, in milliseconds; undefined if the app can't follow. */
  readonly passTime: () => ((milliseconds: number) => Promise<void>) | undefined;
}

/** A scope that the app may be without. */
export interface OptionalScope {
  readonly name: string;
  readonly isGranted: boolean;
}

/** How many exchanges of the wire log the page shows. */
const wireTail = 300;

/** The routes for the page, its files, and the controls that only the page needs. */
export function pageRoutes({ context, person, hint, repositories, slackbot, passTime }: PageSettings): Route[] {
  const { workspace } = context;
  const securityHeaders = securityHeadersFor(repositories.flatMap(({ reviews }) => reviews?.origin ?? []));
  const user = (name: string): User => {
    const found = workspace.user(person(name).id);
    if (found === undefined) throw new Error(`There is nobody called "${name}".`);
    return found;
  };
  return [
    {
      method: 'GET',
      // The links of messages, as `chat.getPermalink` returns them, open the page at the message.
      path: /^\/(?:archives\/[^/]+\/p\d+)?$/,
      handle: (_request, response) => {
        response.writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          ...securityHeaders,
        });
        response.end(pageDocument);
      },
    },
    {
      method: 'GET',
      path: /^\/(?:page\.js|style\.css|icon\.svg|emoji\.woff2)$/,
      handle: async (request, response) => {
        const asset = await findAsset(request.url.pathname);
        if (asset === undefined) sendJson(response, 404, { ok: false, error: 'The page has no such file.' });
        else
          response
            .writeHead(200, { 'content-type': asset.type, 'cache-control': 'no-cache', ...securityHeaders })
            .end(asset.body);
      },
    },
    readRoute(/^\/control\/people$/, (_request, response) => {
      const people = workspace.state.users.filter((each) => !each.isBot && !each.isDeactivated);
      sendJson(response, 200, { team: workspace.state.team.name, people: people.map((each) => each.displayName) });
    }),
    readRoute(/^\/control\/screen$/, (request, response) => {
      const reader = user(request.url.searchParams.get('as') ?? '');
      const settings = {
        hint,
        hasRepository: repositories.length > 0,
        hasSlackbot: slackbot() !== undefined,
        letsTimePass: passTime() !== undefined,
      };
      sendJson(response, 200, screenFor(workspace, reader, settings));
    }),
    readRoute(/^\/control\/wire$/, (_request, response) => {
      sendJson(response, 200, {
        entries: workspace.wire.entries().slice(-wireTail),
        faults: workspace.faults.settings(),
        scopes: optionalScopes(workspace.app),
      });
    }),
    readRoute(/^\/control\/emoji$/, (_request, response) => sendJson(response, 200, emojiTable())),
    readRoute(/^\/control\/repository$/, async ({ url, headers }, response) => {
      const shown = chooseRepository(repositories, url.searchParams.get('name'));
      const reader = user(url.searchParams.get('as') ?? '').displayName;
      const reviews = shown.reviews?.list(reader) ?? [];
      const answer: RepositoryScreen = {
        ...(await openRepository(shown.path).overview()),
        name: shown.name,
        reviews: reviews.map((review) => ({ ...review, url: onSameHost(review.url, headers.host) })),
        all: repositories.map(({ name, reviews: own }) => ({
          name,
          open: own?.list(reader).filter(({ state }) => state === 'open').length ?? 0,
        })),
      };
      sendJson(response, 200, answer);
    }),
    readRoute(/^\/control\/repository\/file$/, async ({ url }, response) => {
      const { path } = chooseRepository(repositories, url.searchParams.get('name'));
      sendJson(response, 200, { text: await openRepository(path).readFile(url.searchParams.get('path') ?? '') });
    }),
    readRoute(/^\/control\/slackbot$/, async (_request, response) => {
      const screen: SlackbotScreen = { tools: (await offered(slackbot()).tools()).map(toolShown) };
      sendJson(response, 200, screen);
    }),
    actRoute(/^\/control\/slackbot\/call$/, (body) =>
      offered(slackbot()).call(text(body, 'as'), text(body, 'tool'), asObject(body.input)),
    ),
    actRoute(/^\/control\/time$/, async (body) => {
      const pass = passTime();
      if (pass === undefined) throw new Error('Time can’t be moved here.');
      await pass(timeNamed(text(body, 'span')));
      workspace.changes.announce();
      return { now: workspace.clock.now().toISOString() };
    }),
    actRoute(/^\/control\/element$/, async (body) => {
      const problem = await useElement(
        context,
        user(text(body, 'as')),
        address(body),
        body.value,
        body.dispatches === true,
      );
      return problem === undefined ? {} : { problem };
    }),
    actRoute(/^\/control\/upload$/, (body) => {
      const content = Buffer.from(text(body, 'base64'), 'base64');
      const { id } = uploadFile(workspace, user(text(body, 'as')).id, text(body, 'name'), content);
      return fileShape(workspace, id);
    }),
  ];
}

function timeNamed(span: string): number {
  if (!Object.hasOwn(timeSpans, span)) throw new TypeError(`Time passes by ${Object.keys(timeSpans).join(', ')}.`);
  return timeSpans[span as keyof typeof timeSpans];
}

function offered(slackbot: Slackbot | undefined): Slackbot {
  if (slackbot === undefined) throw new Error('The app offers Slackbot no tools here.');
  return slackbot;
}

/** The optional scopes of the app, and whether it has them. */
function optionalScopes({ optionalScopes: names, botScopes }: AppManifest): OptionalScope[] {
  return [...names].map((name) => ({ name, isGranted: botScopes.has(name) }));
}

/** The repository of this name, or else the first one. */
function chooseRepository(repositories: readonly ShownRepository[], name: string | null): ShownRepository {
  const chosen = repositories.find((each) => each.name === name) ?? repositories[0];
  if (chosen === undefined) throw new Error('This local Slack was started without a repository to show.');
  return chosen;
}

/**
 * An address of this machine under the name by which the browser knows it, 127.0.0.1 or localhost: to a browser, these
 * are two sites, and a frame of another site keeps no cookies.
 */
function onSameHost(address: string, host: string | undefined): string {
  const url = new URL(address);
  if (url.hostname === '127.0.0.1' && host?.startsWith('localhost:')) url.hostname = 'localhost';
  return url.href;
}

function address(body: JsonObject): ElementAddress {
  const place = isObject(body.place) ? body.place : {};
  return {
    place:
      typeof at(place, 'view') === 'string'
        ? { view: text(place, 'view') }
        : { channel: text(place, 'channel'), ts: text(place, 'ts') },
    blockId: text(body, 'blockId'),
    actionId: text(body, 'actionId'),
  };
}

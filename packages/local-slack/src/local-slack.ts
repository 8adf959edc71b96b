import { Changes } from '@gavel/local-server/changes.ts';
import { Clock } from '@gavel/local-server/clock.ts';
import { listen } from '@gavel/local-server/server.ts';
import { StateFile } from '@gavel/local-server/state-file.ts';
import { waitUntil } from '@gavel/local-server/wait-until.ts';
import * as local from '@gavel/local-server/wire-log.ts';
import { Admin } from './control/admin.ts';
import { Faults } from './control/faults.ts';
import { controlRoutes } from './control/routes.ts';
import { acceptSockets } from './delivery/accept-sockets.ts';
import { Courier, type DeliveryMode } from './delivery/courier.ts';
import { deliverHappening, rateLimitedNotice } from './delivery/events.ts';
import { HttpTransport } from './delivery/http-transport.ts';
import { ResponseUrls } from './delivery/response-urls.ts';
import { type DisconnectReason, SocketTransport } from './delivery/socket-transport.ts';
import { Tickets } from './delivery/tickets.ts';
import type { ShownRepository } from './page/repository-view.ts';
import { type PageSettings, pageRoutes } from './page/routes.ts';
import { findChannel, findPerson } from './person/by-name.ts';
import { describeWorkspace } from './person/describe-workspace.ts';
import { Person } from './person/person.ts';
import type { SeenChannel } from './person/seen.ts';
import { createRoutedServer } from './server/server.ts';
import type { WireKind, WireLog } from './server/wire-log.ts';
import { wireRoutes } from './server/wire-routes.ts';
import { Slackbot } from './slackbot/slackbot.ts';
import { WebApi } from './web-api/web-api.ts';
import { buildState } from './workspace/build-state.ts';
import { readWorkspace } from './workspace/kept-state.ts';
import { readManifest } from './workspace/manifest.ts';
import { defaultWorkspace, type WorkspaceSeed } from './workspace/seed.ts';
import type { UseOfApp } from './workspace/use-of-app.ts';
import { Workspace } from './workspace/workspace.ts';
import { Triggers } from './world/triggers.ts';

/** The settings of a local Slack. */
export interface LocalSlackSettings {
  /** The app's parsed manifest.json. Its commands, events, scopes, shortcuts and bot name are granted. */
  readonly manifest: unknown;
  /** The optional scopes (Slack: `bot_optional`) that are declined when the app is installed. Defaults to none. */
  readonly declinedScopes?: readonly string[];
  /** Defaults to 0, which means any free port. */
  readonly port?: number;
  /** The URL for all HTTP deliveries: events, commands and interactivity. */
  readonly requestUrl?: string;
  /**
   * Forces HTTP or Socket Mode. By default, sockets are used if there is no request URL, or if the manifest enables
   * them and one is connected.
   */
  readonly mode?: DeliveryMode;
  /** The file that keeps the workspace across restarts. Without it, the workspace is only in memory. */
  readonly stateFile?: string;
  /** The initial workspace, unless the state file already has one. */
  readonly workspace?: WorkspaceSeed;
  /** The secret that signs deliveries, for an app that is in other workspaces too. Random by default. */
  readonly signingSecret?: string;
  /** False disables rate limits. */
  readonly rateLimits?: boolean;
  /**
   * Whether the app is sold outside the Slack Marketplace, so that it may read the history of channels and threads once a
   * minute, 15 messages at a time (Slack: rate limits). False by default, as for a team's own app.
   */
  readonly isUnlisted?: boolean;
  /** The time at the start. Defaults to the machine's time, and what the state file's clock was ahead of it. */
  readonly begins?: Date;
  /** A sentence for people who begin, which the page shows at the beginning of every channel. */
  readonly hint?: string;
  /** The git repositories that the page shows next to the workspace. */
  readonly repositories?: readonly ShownRepository[];
  /** What the app has reported lately, for the message when a wait fails. */
  readonly reported?: () => readonly string[];
}

/** A running local Slack. */
export interface LocalSlack {
  /** Without a trailing slash. */
  readonly url: string;
  /** The value for a client's `slackApiUrl`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly teamId: string;
  readonly botUserId: string;
  readonly appId: string;
  readonly clock: Clock;
  readonly faults: Faults;
  /** Every request, delivery and answer. */
  readonly wire: WireLog;
  /** What the app has made use of so far. */
  readonly use: UseOfApp;
  /** Whether a delivery would find the app now: it has a request URL, or holds a Socket Mode connection. */
  isAppReachable(): boolean;
  /** Does what an admin can do. */
  readonly admin: Admin;
  /** Finds a person by display name. Throws if there is none; the message lists all names. */
  person(name: string): Person;
  /** Finds a channel by name, with or without `#`. Throws if there is none. */
  channel(name: string): SeenChannel;
  /** Slackbot as the client of the app's MCP server, at this address in place of the one in the manifest. */
  slackbot(url: string): Slackbot;
  /** Shows Slackbot in the page, as the client of the app's MCP server at this address. */
  offerTools(url: string): void;
  /** Shows in the page how to let time pass, and does it this way; in milliseconds. */
  offerTime(pass: (milliseconds: number) => Promise<void>): void;
  /** Changes the request URL for HTTP deliveries. */
  deliverTo(requestUrl: string): void;
  /** Verifies the request URL, as Slack does when somebody enters it. Throws if the verification fails. */
  verifyRequestUrl(): Promise<void>;
  /** Asks every Socket Mode connection to reconnect, as Slack does every few hours. */
  refreshSockets(reason?: DisconnectReason): void;
  /** Delivers `app_rate_limited`, which has no inner event. */
  announceRateLimit(): void;
  /**
   * Resolves once `look` finds something. It is called after every change. Rejects after 60 s; `what` is for the
   * message.
   */
  until<T>(look: () => T | undefined | null | false, what: string): Promise<T>;
  /** Resolves when no delivery is in progress. Scheduled retries don't count. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a local Slack on 127.0.0.1. */
export async function startLocalSlack(settings: LocalSlackSettings): Promise<LocalSlack> {
  const manifest = readManifest(settings.manifest, settings.declinedScopes);
  const kept = settings.stateFile === undefined ? undefined : await readWorkspace(settings.stateFile);
  // Time that people have let pass is not taken back: their messages are from then.
  const clock = new Clock(settings.begins ?? new Date(Date.now() + (kept?.ahead ?? 0)));
  const changes = new Changes();
  const wire = new local.WireLog<WireKind>(() => clock.now());
  const faults = new Faults(() => changes.announce());
  wire.subscribe(() => changes.announce());

  const state =
    kept ?? buildState(settings.workspace ?? defaultWorkspace, manifest, clock.now(), settings.signingSecret);
  for (const secret of [state.app.botToken, state.app.appToken, state.app.signingSecret, state.app.verificationToken]) {
    wire.mask(secret);
  }
  const stateFile = settings.stateFile === undefined ? undefined : new StateFile(settings.stateFile, state);
  changes.subscribe(() => {
    state.ahead = Math.max(0, clock.ahead);
    stateFile?.changed();
  });

  const workspace = new Workspace({ state, app: manifest, clock, changes, wire, faults });
  const triggers = new Triggers(clock);
  const tickets = new Tickets(clock, (secret) => wire.mask(secret));
  const responseUrls = new ResponseUrls(workspace);
  const http = new HttpTransport(workspace, settings.requestUrl);
  const sockets = new SocketTransport(workspace);
  const courier = new Courier(workspace, http, sockets, settings.mode);
  workspace.onHappening((happening) => deliverHappening(workspace, courier, happening));

  const webApi = new WebApi({
    workspace,
    triggers,
    tickets,
    hasRateLimits: settings.rateLimits ?? true,
    isUnlisted: settings.isUnlisted ?? false,
  });
  const admin = new Admin(workspace);
  let slackbot: Slackbot | undefined;
  let passTime: ReturnType<PageSettings['passTime']>;
  const context = { workspace, courier, triggers, responseUrls };
  const until = <T>(look: () => T | undefined | null | false, what: string): Promise<T> =>
    waitUntil(changes, look, what, () => describeWorkspace(workspace, settings.reported?.() ?? []));
  const settled = async (): Promise<void> => {
    await until(() => courier.isIdle, 'all deliveries to end');
  };
  const person = (name: string): Person => new Person(findPerson(workspace, name), context, settled);
  const refreshSockets = (reason: DisconnectReason = 'refresh_requested'): void => sockets.disconnect(reason);
  const announceRateLimit = (): void => courier.deliverEvent('app_rate_limited', rateLimitedNotice(workspace));

  const server = createRoutedServer([
    ...wireRoutes(workspace, webApi, responseUrls),
    ...pageRoutes({
      context,
      person,
      hint: settings.hint,
      repositories: settings.repositories ?? [],
      slackbot: () => slackbot,
      passTime: () => passTime,
    }),
    ...controlRoutes({ workspace, admin, person, refreshSockets, announceRateLimit }),
  ]);
  const door = acceptSockets(server, {
    admit: (ticket) => tickets.use(ticket),
    connect: (webSocket) => sockets.connect(webSocket),
    onRefusal: () => wire.note('A WebSocket was refused: its ticket is unknown, used or expired'),
  });
  workspace.url = await listen(server, settings.port ?? 0);

  return {
    url: workspace.url,
    apiUrl: `${workspace.url}/api/`,
    botToken: state.app.botToken,
    appToken: state.app.appToken,
    signingSecret: state.app.signingSecret,
    teamId: state.team.id,
    botUserId: state.app.botUserId,
    appId: state.app.id,
    clock,
    faults,
    wire,
    use: workspace.use,
    isAppReachable: () => courier.isAppReachable,
    admin,
    person,
    channel: (name) => findChannel(workspace, name),
    slackbot: (url) => new Slackbot(workspace, url),
    offerTools: (url) => {
      slackbot = new Slackbot(workspace, url);
    },
    offerTime: (pass) => {
      passTime = pass;
    },
    deliverTo: (requestUrl) => {
      http.requestUrl = requestUrl;
    },
    verifyRequestUrl: async () => {
      if (http.requestUrl === undefined)
        throw new Error('There is no request URL to verify. Set one with deliverTo().');
      await http.verify(http.requestUrl);
    },
    refreshSockets,
    announceRateLimit,
    until,
    settled,
    stop: async () => {
      http.stop();
      await sockets.stop();
      door.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      clock.stop();
      await stateFile?.stop();
    },
  };
}

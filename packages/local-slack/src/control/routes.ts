import type { ServerResponse } from 'node:http';
import { sendJson } from '@gavel/local-server/server.ts';
import type { DisconnectReason } from '../delivery/socket-transport.ts';
import type { Person } from '../person/person.ts';
import type { Route } from '../server/server.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Admin } from './admin.ts';
import { readFaultSettings } from './faults.ts';
import { actRoute, readRoute } from './guarded-route.ts';
import { stateFor } from './state-for.ts';
import { adminSteps, personSteps, text } from './steps.ts';

/** Everything that the controls can change. */
export interface Controlled {
  readonly workspace: Workspace;
  readonly admin: Admin;
  readonly person: (name: string) => Person;
  readonly refreshSockets: (reason: DisconnectReason) => void;
  readonly announceRateLimit: () => void;
}

/** The controls for the page and for other processes: the methods of `Person` and `Admin` as JSON over HTTP. */
export function controlRoutes(controlled: Controlled): Route[] {
  const { workspace, admin, person } = controlled;
  const { faults, clock } = workspace;
  return [
    readRoute(/^\/control\/state$/, (request, response) => {
      const name = request.url.searchParams.get('as') ?? '';
      const user = workspace.user(person(name).id);
      if (user !== undefined) sendJson(response, 200, stateFor(workspace, user));
    }),
    readRoute(/^\/control\/events$/, (_request, response) => streamChanges(workspace, response)),
    actRoute(/^\/control\/person\/(\w+)$/, async (body, step) => {
      const run = Object.hasOwn(personSteps, step) ? personSteps[step] : undefined;
      if (run === undefined)
        throw new TypeError(`There is no step "${step}". The steps are ${Object.keys(personSteps).join(', ')}.`);
      return (await run(person(text(body, 'as')), body)) ?? {};
    }),
    actRoute(/^\/control\/admin\/(\w+)$/, (body, step) => {
      const run = Object.hasOwn(adminSteps, step) ? adminSteps[step] : undefined;
      if (run === undefined)
        throw new TypeError(`There is no step "${step}". The steps are ${Object.keys(adminSteps).join(', ')}.`);
      run(admin, body);
      return {};
    }),
    actRoute(/^\/control\/clock$/, (body) => {
      if (typeof body.advance === 'number') clock.advance(body.advance);
      if (typeof body.to === 'string') clock.set(new Date(body.to));
      workspace.changes.announce();
      return { now: clock.now().toISOString() };
    }),
    actRoute(/^\/control\/faults$/, (body) => {
      faults.set(readFaultSettings(body));
      return faults.settings();
    }),
    actRoute(/^\/control\/faults\/clear$/, () => {
      faults.clear();
      return faults.settings();
    }),
    actRoute(/^\/control\/faults\/fail$/, ({ method, error, status, times, retryAfter }) => {
      faults.failNext(typeof method === 'string' ? method : '*', {
        ...(typeof error === 'string' ? { error } : {}),
        ...(typeof status === 'number' ? { status } : {}),
        ...(typeof times === 'number' ? { times } : {}),
        ...(typeof retryAfter === 'number' ? { retryAfter } : {}),
      });
      return faults.settings();
    }),
    actRoute(/^\/control\/faults\/sockets$/, ({ reason }) => {
      const reasons: readonly DisconnectReason[] = [
        'warning',
        'refresh_requested',
        'link_disabled',
        'too_many_websockets',
      ];
      controlled.refreshSockets(reasons.find((each) => each === reason) ?? 'refresh_requested');
      return {};
    }),
    actRoute(/^\/control\/faults\/appRateLimited$/, () => {
      controlled.announceRateLimit();
      return {};
    }),
  ];
}

/** Sends a server-sent event after every change. Simultaneous changes are combined into one event. */
function streamChanges(workspace: Workspace, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write('data: hello\n\n');
  let isWaiting = false;
  const end = workspace.changes.subscribe(() => {
    if (isWaiting) return;
    isWaiting = true;
    setImmediate(() => {
      isWaiting = false;
      response.write('data: changed\n\n');
    });
  });
  response.on('close', end);
}

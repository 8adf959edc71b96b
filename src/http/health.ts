import type { ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Condition } from '../process/condition.ts';
import type { Route } from './server.ts';

/** The checks of everything that Gavel needs, by name. */
export type Checks = Readonly<Record<string, () => Promise<Condition> | Condition>>;

/** The responses to health checks. */
export interface Health {
  /** `GET /healthz` and `GET /readyz`, which has each check with its reason. */
  readonly routes: readonly Route[];
  /** Tells strangers whether Gavel is ready, and nothing else. */
  readonly briefRoutes: readonly Route[];
}

/** How long the result of the checks is reused, in milliseconds. */
const freshness = 500;

/** The longest time that a check may take, in milliseconds. Otherwise, it is down. */
const patience = 4_000;

/**
 * `GET /healthz`: the process is alive. `GET /readyz`: it can work (200) or not (503). It can work while no check is
 * `down`, because a load balancer must keep sending votes to a Gavel whose repository is unavailable.
 */
export function openHealth(checks: Checks): Health {
  let last: { readonly at: number; readonly seen: ReturnType<typeof look> } | undefined;
  const lookAround = () => {
    if (last === undefined || performance.now() - last.at > freshness)
      last = { at: performance.now(), seen: look(checks) };
    return last.seen;
  };
  const alive: Route = {
    method: 'GET',
    path: '/healthz',
    handle: (_, response) => sendJson(response, 200, { alive: true }),
  };
  const readiness = (isBrief: boolean): Route => ({
    method: 'GET',
    path: '/readyz',
    handle: async (_, response) => {
      const { ready, checks: seen } = await lookAround();
      sendJson(response, ready ? 200 : 503, isBrief ? { ready } : { ready, checks: seen });
    },
  });
  return { routes: [alive, readiness(false)], briefRoutes: [alive, readiness(true)] };
}

async function look(checks: Checks): Promise<{ ready: boolean; checks: Record<string, Condition> }> {
  const late = sleep(patience, undefined, { ref: false }).then(
    (): Condition => ({ state: 'down', reason: `no answer within ${patience / 1_000} seconds` }),
  );
  const seen = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const found = Promise.resolve()
        .then(check)
        .catch((error): Condition => ({ state: 'down', reason: shortReason(error) }));
      return [name, await Promise.race([found, late])] as const;
    }),
  );
  return { ready: seen.every(([, { state }]) => state !== 'down'), checks: Object.fromEntries(seen) };
}

/** The message of an error without its details, which are in the log. */
function shortReason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'it failed; the log says why';
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

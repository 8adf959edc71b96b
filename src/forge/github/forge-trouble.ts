import type { ForgeTrouble } from '../../decision/failure/forge-trouble.ts';
import { ForgeError } from '../../workflow/ports/forge/forge-error.ts';
import { oneLine } from '../said.ts';
import { appPermissions } from './app-needs.ts';
import { type Failure, readFailure } from './failure.ts';

/** What was asked, by whom, and what must not be told. */
export interface Asked {
  readonly place: string;
  /** What was tried, for logs: `open review`. */
  readonly doing: string;
  readonly key: 'token' | 'app';
  readonly secrets: readonly string[];
}

/** How long to wait for a limit that GitHub gives no time for, as its documentation asks. */
const secondaryLimitMs = 60_000;

/** An error of octokit's as a ForgeError. It holds nothing of the request. */
export function toForgeError(error: unknown, asked: Asked, now: Date = new Date()): ForgeError {
  const failure = readFailure(error);
  const said = oneLine(failure.said, asked.secrets);
  const trouble = troubleOf({ ...failure, said }, asked);
  const retryAt = trouble.code === 'forge unreachable' ? retryTime(failure, now) : undefined;
  return new ForgeError(trouble, { retryAt, cause: `${asked.doing}: HTTP ${failure.status ?? 'without an answer'}` });
}

function troubleOf(failure: Failure, { place, doing, key }: Asked): ForgeTrouble {
  const { status, said, types } = failure;
  if (status === undefined || status >= 500 || status === 408 || isLimit(failure)) {
    return { code: 'forge unreachable', place, said };
  }
  const isRefused = status === 401 || (status === 404 && said === 'Integration not found');
  if (isRefused) return { code: 'forge key refused', place, key, said };
  if (/suspended/iu.test(said) && status === 403) return { code: 'forge key refused', place, key, said };
  if (/archived/iu.test(said)) return { code: 'repository archived', place };
  const permission = missingPermission(failure);
  if (permission !== undefined) return { code: 'permission missing', place, permission };
  if (/rule violations/iu.test(said)) return { code: 'rule in the way', place, rule: 'ruleset', said };
  if (status === 404 || types.includes('NOT_FOUND')) return { code: 'repository unknown', place };
  return { code: 'forge refused', place, doing, said };
}

function isLimit({ status, headers, said, types }: Failure): boolean {
  if (types.includes('RATE_LIMITED') || status === 429) return true;
  return status === 403 && (headers['x-ratelimit-remaining'] === '0' || /rate limit/iu.test(said));
}

function retryTime(failure: Failure, now: Date): Date | undefined {
  const after = Number.parseInt(failure.headers['retry-after'] ?? '', 10);
  if (after > 0) return new Date(now.getTime() + after * 1000);
  if (!isLimit(failure)) return undefined;
  const reset = Number.parseInt(failure.headers['x-ratelimit-reset'] ?? '', 10);
  if (failure.headers['x-ratelimit-remaining'] === '0' && reset > 0) return new Date(reset * 1000);
  return new Date(now.getTime() + secondaryLimitMs);
}

/** Which permission an answer misses, as `pull_requests: write`; undefined if it is about something else. */
function missingPermission({ status, headers, said, types }: Failure): string | undefined {
  const isMissing =
    types.includes('INSUFFICIENT_SCOPES') || /not accessible by|must have .{1,200} (?:rights|access)/iu.test(said);
  if (!isMissing && !(status === 403 && headers['x-oauth-scopes'] === '')) return undefined;
  // Sets of permissions, any of which would do, divided by semicolons.
  const sets = (headers['x-accepted-github-permissions'] ?? '').split(';').map((set) => set.split(',').map(readGrant));
  const asked = sets.find((set) => set.every(({ name }) => Object.hasOwn(appPermissions, name))) ?? sets[0] ?? [];
  if (asked.some(({ name }) => name !== '')) return asked.map(({ name, access }) => `${name}: ${access}`).join(', ');
  return headers['x-accepted-oauth-scopes'] || said;
}

function readGrant(grant: string): { readonly name: string; readonly access: string } {
  const [name = '', access = ''] = grant.trim().split('=');
  return { name, access };
}

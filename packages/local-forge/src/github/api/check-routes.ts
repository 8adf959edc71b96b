import { asText, type JsonObject, at as valueAt } from '@gavel/local-server/json.ts';
import { noObject } from '../../git/bare-repository.ts';
import { checkReported, report } from '../../world/reviews.ts';
import type { App, Check, CheckRun } from '../../world/state.ts';
import { checkShape } from '../shapes/check-shape.ts';
import { type ApiRoute, answer, page, parameter, type RepositoryCall, repositoryRoute } from './call.ts';
import { ApiError, invalid, notFound } from './errors.ts';

const read = ['checks:read'] as const;
const write = ['checks:write'] as const;

const conclusions = ['action_required', 'cancelled', 'failure', 'neutral', 'success', 'skipped', 'timed_out'];
const passing = ['success', 'neutral', 'skipped'];
/** The most characters of a summary, and of a text. */
const longest = 65_535;

/** What Apps tell of commits. */
export const checkRoutes: readonly ApiRoute[] = [
  repositoryRoute('POST', '/check-runs', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const app = appIn(call);
    const sha = asText(body.head_sha) ?? '';
    const name = asText(body.name);
    if (name === undefined || name.trim() === '') {
      throw invalid({ resource: 'CheckRun', code: 'missing_field', field: 'name' });
    }
    if (!/^[0-9a-f]{40}$/.test(sha) || sha === noObject || !(await isCommit(call, sha))) {
      throw new ApiError(422, `No commit found for SHA: ${sha}`);
    }
    const run = readRun(body, { app: app.id, startedAt: world.now(), ...emptyRun });
    const check = report(world, repository, { sha, name, outcome: outcomeOf(run), run });
    return answer(checkShape(world, addresses, repository, app, check), 201);
  }),
  repositoryRoute('PATCH', '/check-runs/:id', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const app = appIn(call);
    const check = repository.checks.find(({ id, run }) => run && String(id) === parameter(call, 'id'));
    if (check?.run === undefined) throw notFound();
    if (check.run.app !== app.id)
      throw new ApiError(
        403,
        `Invalid app_id \`${String(app.id)}\` - check run can only be modified by the GitHub App that created it.`,
      );
    check.run = readRun(body, check.run);
    check.outcome = outcomeOf(check.run);
    check.at = world.now();
    checkReported(world, repository, check);
    return answer(checkShape(world, addresses, repository, app, check));
  }),
  repositoryRoute('GET', '/commits/:ref/check-runs', read, async (call) => {
    const { world, addresses, repository, request } = call;
    const ref = parameter(call, 'ref');
    const sha = /^[0-9a-f]{40}$/.test(ref) ? ref : await world.git(repository).branch(ref);
    const name = request.query.get('check_name');
    const wanted = request.query.get('app_id');
    const found = repository.checks
      .filter((check) => check.sha === sha && (name === null || check.name === name))
      .flatMap((check) => {
        const app = world.state.apps.find(({ id }) => id === check.run?.app);
        return app === undefined || (wanted !== null && String(app.id) !== wanted) ? [] : [{ app, check }];
      })
      .toReversed();
    return page(call, found, (shown) => ({
      total_count: found.length,
      check_runs: shown.map(({ app, check }) => checkShape(world, addresses, repository, app, check)),
    }));
  }),
];

const emptyRun = { status: 'queued', conclusion: undefined, detailsUrl: undefined, output: undefined } as const;

/** The App whose installation calls: people's tokens can't tell of checks. */
function appIn({ who, world }: RepositoryCall): App {
  const installation = who !== 'nobody' && 'caller' in who ? who.caller.token?.installation : undefined;
  const app = world.state.apps.find(({ installations }) => installations.some(({ id }) => id === installation));
  if (installation === undefined || app === undefined) {
    throw new ApiError(403, 'You must authenticate via a GitHub App.');
  }
  return app;
}

async function isCommit({ world, repository }: RepositoryCall, sha: string): Promise<boolean> {
  try {
    await world.git(repository).commit(sha);
    return true;
  } catch {
    return false;
  }
}

function readRun(body: JsonObject, before: CheckRun): CheckRun {
  const conclusion = asText(body.conclusion) ?? before.conclusion;
  if (conclusion !== undefined && !conclusions.includes(conclusion)) {
    throw invalid({ resource: 'CheckRun', code: 'invalid', field: 'conclusion' });
  }
  const asked = asText(body.status);
  const status = body.conclusion !== undefined ? 'completed' : (asked ?? before.status);
  if (status !== 'queued' && status !== 'in_progress' && status !== 'completed') {
    throw invalid({ resource: 'CheckRun', code: 'invalid', field: 'status' });
  }
  if (status === 'completed' && conclusion === undefined) {
    throw invalid({ resource: 'CheckRun', code: 'missing_field', field: 'conclusion' });
  }
  return {
    ...before,
    status,
    conclusion: status === 'completed' ? conclusion : undefined,
    detailsUrl: asText(body.details_url) ?? before.detailsUrl,
    output: body.output === undefined ? before.output : readOutput(body.output),
  };
}

function readOutput(output: unknown): NonNullable<CheckRun['output']> {
  const [title, summary] = [asText(valueAt(output, 'title')), asText(valueAt(output, 'summary'))];
  const text = asText(valueAt(output, 'text'));
  if (title === undefined || summary === undefined) {
    throw invalid({ resource: 'CheckRun', code: 'missing_field', field: title === undefined ? 'title' : 'summary' });
  }
  const tooLong = [summary, text ?? ''].some((each) => Buffer.byteLength(each) > longest);
  if (tooLong) throw new ApiError(422, `Only ${longest} characters are allowed; output is too long`);
  return { title, summary, text };
}

function outcomeOf({ status, conclusion = '' }: CheckRun): Check['outcome'] {
  if (status !== 'completed') return 'pending';
  return passing.includes(conclusion) ? 'success' : 'failure';
}

import { inspect } from 'node:util';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ForgeError } from '../../../src/workflow/ports/forge/forge-error.ts';
import { branch, openedReview, path, pushBranch, request, setStage } from './stage.ts';

afterEach(() => {
  vi.useRealTimers();
});

/** The error that a promise ends with. */
async function errorOf(promise: Promise<unknown>): Promise<ForgeError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof ForgeError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

describe('a failure of GitHub', () => {
  it('is asked about again when it may be over', async () => {
    await using stage = await setStage();
    await stage.gavel.gitToken();
    stage.forge.faults.failNext({ kind: 'status', status: 502 }, { times: 2 });
    expect((await stage.gavel.forge.askBranch('main')).takesCommits).toBe(true);
    stage.forge.faults.failNext({ kind: 'hang-up' });
    expect(await stage.gavel.forge.findReview(branch)).toBeUndefined();
  });

  it('is told when it stays', async () => {
    await using stage = await setStage();
    await stage.gavel.gitToken();
    stage.forge.faults.failNext({ kind: 'status', status: 503 }, { times: 100 });
    const error = await errorOf(stage.gavel.forge.askBranch('main'));
    expect(error.trouble).toEqual({ code: 'forge unreachable', place: stage.place, said: 'Server Error' });
    expect(stage.asked().filter((name) => name === `GET /repos/${path}`)).toHaveLength(3);
  });

  it('is told when the App can not even get a token', async () => {
    await using stage = await setStage();
    stage.forge.faults.failNext({ kind: 'hang-up' }, { times: 100 });
    expect((await errorOf(stage.gavel.forge.askBranch('main'))).trouble.code).toBe('forge unreachable');
  });

  it('does not open a second review', async () => {
    await using stage = await setStage();
    await pushBranch(stage);
    await stage.gavel.gitToken();
    stage.forge.faults.set({ failEvery: 2 });
    await stage.gavel.forge.openReview(request({ labels: ['adr'], reviewers: ['ben'] }));
    expect(stage.forge.reviews(path)).toHaveLength(1);
    expect(stage.forge.review(path, 1)).toMatchObject({ labels: ['adr'], reviewers: ['ben'] });
  });
});

describe('a limit', () => {
  it('is waited for if that does not take long', async () => {
    await using stage = await setStage();
    await stage.gavel.gitToken();
    stage.asked();
    stage.forge.faults.failNext({ kind: 'secondary-limit', retryAfter: 1 });
    const begins = performance.now();
    expect((await stage.gavel.forge.askBranch('main')).takesCommits).toBe(true);
    expect(performance.now() - begins).toBeGreaterThan(900);
    expect(stage.asked().filter((name) => name === `GET /repos/${path}`)).toHaveLength(2);
  });

  it('is told with its end if it takes longer, and not tried before', async () => {
    await using stage = await setStage();
    await stage.gavel.gitToken();
    stage.asked();
    stage.forge.faults.failNext({ kind: 'secondary-limit', retryAfter: 90 });
    const now = Date.now();
    const error = await errorOf(stage.gavel.forge.askBranch('main'));
    expect(error.trouble).toMatchObject({
      code: 'forge unreachable',
      said: expect.stringContaining('secondary rate limit'),
    });
    const wait = (error.retryAt?.getTime() ?? 0) - now;
    expect(wait).toBeGreaterThan(80_000);
    expect(wait).toBeLessThan(120_000);
    expect(stage.asked()).toHaveLength(1);
  });

  it('of an hour is told with its end', async () => {
    await using stage = await setStage();
    await stage.gavel.gitToken();
    stage.forge.faults.failNext({ kind: 'primary-limit' });
    const error = await errorOf(stage.gavel.forge.askBranch('main'));
    expect(error.trouble).toMatchObject({ code: 'forge unreachable', said: expect.stringContaining('API rate limit') });
    expect(error.retryAt?.getTime()).toBeGreaterThan(Date.now() + 50 * 60_000);
  });
});

describe('a token', () => {
  it('does all that an App does', async () => {
    await using stage = await setStage();
    const grants = ['contents:write', 'pull_requests:write'];
    const { secret } = stage.forge.admin.createToken('ben', { grants, repositories: [path] });
    const { forge } = stage.open({ credentials: { token: secret } });
    stage.protect({ approvals: 1 });
    await pushBranch(stage);
    expect((await forge.askBranch('main')).why.code).toBe('reviews only');
    const { review, refused } = await forge.openReview(request({ labels: ['adr'], reviewers: ['ann'] }));
    expect(refused).toEqual([]);
    expect(review.number).toBe(1);
    await forge.editReview(1, { title: 'Use SQLite', isDraft: true });
    expect(stage.forge.review(path, 1)).toMatchObject({ title: 'Use SQLite', isDraft: true, by: 'ben' });
  });

  it.each(['expireToken', 'revokeToken'] as const)('that is no good anymore is told (%s)', async (end) => {
    await using stage = await setStage();
    const { secret } = stage.forge.admin.createToken('ben');
    const { forge } = stage.open({ credentials: { token: secret } });
    await forge.askBranch('main');
    stage.forge.admin[end](secret);
    expect((await errorOf(forge.findReview(branch))).trouble).toEqual({
      code: 'forge key refused',
      place: stage.place,
      key: 'token',
      said: 'Bad credentials',
    });
  });

  it('that may do too little is told with the permission that is missing', async () => {
    await using stage = await setStage();
    const { secret } = stage.forge.admin.createToken('ben', { grants: ['contents:write', 'pull_requests:read'] });
    const { forge } = stage.open({ credentials: { token: secret } });
    await pushBranch(stage);
    expect((await errorOf(forge.openReview(request()))).trouble).toEqual({
      code: 'permission missing',
      place: stage.place,
      permission: 'pull_requests: write',
    });
  });

  it('does not find a repository that it may not see, or that is gone', async () => {
    await using stage = await setStage();
    const { secret } = stage.forge.admin.createToken('mallory');
    const { forge } = stage.open({ credentials: { token: secret } });
    const unknown = { code: 'repository unknown', place: stage.place };
    expect((await errorOf(forge.askBranch('main'))).trouble).toEqual(unknown);
    const { secret: other } = stage.forge.admin.createToken('ben');
    const gone = stage.open({ credentials: { token: other } });
    await gone.forge.askBranch('main');
    await stage.forge.admin.deleteRepository(path);
    expect((await errorOf(gone.forge.readReview(1))).trouble).toEqual(unknown);
  });
});

describe('an archived repository', () => {
  it('is told when something is written, and can still be read', async () => {
    await using stage = await setStage();
    const number = await openedReview(stage);
    stage.forge.admin.archive(path);
    const archived = { code: 'repository archived', place: stage.place };
    expect((await errorOf(stage.gavel.forge.editReview(number, { title: 'Later' }))).trouble).toEqual(archived);
    expect((await errorOf(stage.gavel.forge.closeReview(number))).trouble).toEqual(archived);
    expect(await stage.gavel.forge.readReview(number)).toMatchObject({ state: 'open' });
  });
});

describe('a secret', () => {
  it('is in no error, not even where the log tells everything', async () => {
    await using stage = await setStage();
    const { forge: server, gavel } = stage;
    const { secret } = server.admin.createToken('ben', { grants: ['contents:read'] });
    const poor = stage.open({ credentials: { token: secret } });
    await pushBranch(stage);
    const { password } = await gavel.gitToken();
    const errors: ForgeError[] = [
      await errorOf(poor.forge.openReview(request())),
      await errorOf(gavel.forge.openReview(request({ into: 'trunk' }))),
      await errorOf(gavel.forge.reopenReview(99)),
    ];
    for (const failure of [
      { kind: 'status', status: 500 },
      { kind: 'secondary-limit', retryAfter: 90 },
      { kind: 'hang-up' },
    ] as const) {
      server.faults.failNext(failure, { times: 100 });
      errors.push(await errorOf(gavel.forge.findReview(branch)), await errorOf(stage.open({}).gitToken()));
      server.faults.clear();
    }
    server.admin.revokeToken(secret);
    errors.push(await errorOf(poor.forge.findReview(branch)));
    const lines: string[] = [];
    const log = pino(
      { level: 'trace', serializers: { error: pino.stdSerializers.errWithCause } },
      { write: (line) => lines.push(line) },
    );
    for (const error of errors) log.trace({ error, everything: inspect(error, { depth: null, showHidden: true }) });
    expect(errors).toHaveLength(10);
    const told = lines.join('');
    const [, keyLine = ''] = stage.app.privateKey.split('\n');
    for (const hidden of [secret, password, keyLine, 'eyJ', 'authorization']) {
      expect(told.toLowerCase()).not.toContain(hidden.toLowerCase());
    }
  });
});

import { describe, expect, it } from 'vitest';
import { type Asked, toForgeError } from '../../../src/forge/github/forge-trouble.ts';

const now = new Date('2026-05-05T12:00:00Z');
const asked: Asked = { place: 'github.com/team/adr', doing: 'open review', key: 'app', secrets: ['ghs_secret'] };

/** What octokit throws for an answer; with everything that it knows of the request. */
function answer(status: number, data: unknown, headers: Readonly<Record<string, string>> = {}): Error {
  const request = { headers: { authorization: 'token ghs_secret' }, url: 'https://api.github.com/repos/team/adr' };
  return Object.assign(new Error('the message of octokit'), { status, request, response: { status, data, headers } });
}

const trouble = (error: unknown) => toForgeError(error, asked, now).trouble;

describe('toForgeError', () => {
  it('says what kept a request from being answered', () => {
    expect(trouble(new Error('connect ECONNREFUSED 127.0.0.1:1'))).toEqual({
      code: 'forge unreachable',
      place: asked.place,
      said: 'connect ECONNREFUSED 127.0.0.1:1',
    });
  });

  it.each([500, 502, 503, 504])('takes a %d for a failure of the server, whatever its page says', (status) => {
    expect(trouble(answer(status, '<html>Unicorn!</html>'))).toEqual({
      code: 'forge unreachable',
      place: asked.place,
      said: `HTTP ${status}`,
    });
  });

  it('waits as long as GitHub asks', () => {
    const secondary = answer(403, { message: 'You have exceeded a secondary rate limit.' }, { 'retry-after': '90' });
    expect(toForgeError(secondary, asked, now).retryAt).toEqual(new Date('2026-05-05T12:01:30Z'));
    const busy = answer(503, '', { 'retry-after': '10' });
    expect(toForgeError(busy, asked, now).retryAt).toEqual(new Date('2026-05-05T12:00:10Z'));
  });

  it('waits until the hour of a limit is over', () => {
    const reset = String(new Date('2026-05-05T12:40:00Z').getTime() / 1000);
    const limit = answer(
      403,
      { message: 'API rate limit exceeded for installation ID 1.' },
      { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset },
    );
    expect(toForgeError(limit, asked, now)).toMatchObject({
      trouble: { code: 'forge unreachable' },
      retryAt: new Date('2026-05-05T12:40:00Z'),
    });
  });

  it('waits a minute for a limit without a time', () => {
    const limit = answer(429, { message: 'Too many' });
    expect(toForgeError(limit, asked, now).retryAt).toEqual(new Date('2026-05-05T12:01:00Z'));
  });

  it('reads a limit of GraphQL', () => {
    const error = Object.assign(new Error('errors'), {
      errors: [{ type: 'RATE_LIMITED', message: 'API rate limit exceeded' }],
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1777983600' },
    });
    expect(toForgeError(error, asked, now)).toMatchObject({
      trouble: { code: 'forge unreachable' },
      retryAt: new Date(1777983600_000),
    });
  });

  it('says which key was refused', () => {
    expect(trouble(answer(401, { message: 'Bad credentials' }))).toEqual({
      code: 'forge key refused',
      place: asked.place,
      key: 'app',
      said: 'Bad credentials',
    });
    expect(trouble(answer(404, { message: 'Integration not found' })).code).toBe('forge key refused');
  });

  it('names the permission that is missing: if several would do, one that Gavel asks for', () => {
    const headers = { 'x-accepted-github-permissions': 'issues=write; pull_requests=write,contents=read' };
    expect(trouble(answer(403, { message: 'Resource not accessible by integration' }, headers))).toEqual({
      code: 'permission missing',
      place: asked.place,
      permission: 'pull_requests: write, contents: read',
    });
    const other = { 'x-accepted-github-permissions': 'administration=read; statuses=write' };
    expect(trouble(answer(403, { message: 'Resource not accessible by integration' }, other))).toMatchObject({
      permission: 'administration: read',
    });
    const scopes = { 'x-accepted-oauth-scopes': 'repo', 'x-oauth-scopes': '' };
    expect(trouble(answer(403, { message: 'Forbidden' }, scopes))).toMatchObject({ permission: 'repo' });
    const message = 'This field requires one of the following scopes: [repo]';
    const inGraphql = Object.assign(new Error('errors'), { errors: [{ type: 'INSUFFICIENT_SCOPES', message }] });
    expect(trouble(inGraphql)).toEqual({ code: 'permission missing', place: asked.place, permission: message });
  });

  it.each([
    [403, 'Repository was archived so is read-only.', 'repository archived'],
    [403, 'This installation has been suspended', 'forge key refused'],
    [403, 'Resource protected by organization SAML enforcement.', 'forge refused'],
    [404, 'Not Found', 'repository unknown'],
    [422, 'Repository rule violations found', 'rule in the way'],
    [409, 'Git Repository is empty.', 'forge refused'],
  ] as const)('reads %d %j as %j', (status, message, code) => {
    expect(trouble(answer(status, { message })).code).toBe(code);
  });

  it('says what was tried when it knows no better, with the details on one line', () => {
    const errors = [
      { resource: 'PullRequest', field: 'base', code: 'invalid' },
      { message: 'No commits\nbetween' },
      'x',
    ];
    expect(trouble(answer(422, { message: 'Validation Failed', errors }))).toEqual({
      code: 'forge refused',
      place: asked.place,
      doing: 'open review',
      said: 'Validation Failed: PullRequest base invalid; No commits between; x',
    });
  });

  it('tells no secret, and keeps nothing of the request', () => {
    const error = toForgeError(answer(422, { message: 'You sent ghs_secret' }), asked, now);
    expect(error.trouble).toMatchObject({ said: 'You sent ***' });
    expect(error.cause).toBe('open review: HTTP 422');
    expect(JSON.stringify([error.message, error.stack, error.cause])).not.toContain('ghs_secret');
  });

  it('cuts what is too long to be read, and not through a letter', () => {
    const { said } = { said: '', ...trouble(answer(422, { message: `a${'😀'.repeat(400)}` })) };
    expect(said.length).toBeLessThanOrEqual(300);
    expect(said.isWellFormed()).toBe(true);
  });
});

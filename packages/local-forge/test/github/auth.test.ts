import { describe, expect, it } from 'vitest';
import { clone, openTeam } from '../stage.ts';
import { clientOf, jwtOf, openGithub } from './stage.ts';

const repo = '/repos/team/adrs';

describe('an App', () => {
  it('is known by a JWT with its client id or its id', async () => {
    await using forge = await openGithub();
    for (const iss of [forge.app.clientId, String(forge.app.id)]) {
      const { json } = await clientOf(forge, await jwtOf(forge, forge.app, { iss })).get('/app');
      expect(json).toMatchObject({
        ...{ slug: 'recorder', client_id: forge.app.clientId, events: ['*'] },
        permissions: { contents: 'write', metadata: 'read', pull_requests: 'write' },
      });
    }
  });

  it('is refused with a JWT whose times, key, algorithm or issuer are wrong', async () => {
    await using forge = await openGithub();
    const other = await forge.admin.createApp({ name: 'Other', grants: [], events: [] });
    const now = Math.floor(forge.clock.now().getTime() / 1000);
    const ask = async (token: string) => {
      const { status, json } = await clientOf(forge, token).get('/app');
      return `${status} ${json.message}`;
    };
    const tell = async (wrong: Parameters<typeof jwtOf>[2], app = forge.app) => ask(await jwtOf(forge, app, wrong));
    expect(await tell({ exp: now + 660 })).toBe("401 'Expiration time' claim ('exp') is too far in the future");
    expect(await tell({ exp: now - 1 })).toMatch(/^401 'Expiration time' claim \('exp'\) must be a numeric value/);
    expect(await tell({ iat: now + 120 })).toMatch(/^401 'Issued at' claim \('iat'\) must be an Integer/);
    expect(await tell({ iss: 'Iv23unknown' })).toBe('404 Integration not found');
    expect(await tell({ iss: other.clientId })).toBe('401 A JSON web token could not be decoded');
    expect(await tell({ algorithm: 'PS256' })).toBe('401 A JSON web token could not be decoded');
    expect(await ask('ey.guessed.token')).toBe('401 A JSON web token could not be decoded');
    expect(await ask('ghs_guessed')).toBe('401 Bad credentials');
    expect(await ask(forge.admin.createToken('ann').secret)).toBe('401 A JSON web token could not be decoded');
  });

  it('finds its installation by the repository, if it is installed there', async () => {
    await using forge = await openGithub();
    await forge.admin.createRepository({ path: 'team/other', files: { 'a.md': 'A' } });
    await forge.admin.createRepository({ path: 'else/where', files: { 'a.md': 'A' } });
    const api = clientOf(forge, await jwtOf(forge, forge.app));
    forge.admin.chooseRepositories(forge.app, 'team', ['team/adrs']);
    expect((await api.get(`${repo}/installation`)).json).toMatchObject({
      account: { login: 'team', type: 'Organization' },
      repository_selection: 'selected',
    });
    expect((await api.get('/repos/team/other/installation')).status).toBe(404);
    expect((await api.get('/repos/else/where/installation')).status).toBe(404);
    forge.admin.uninstall(forge.app, 'team');
    expect((await api.get(`${repo}/installation`)).status).toBe(404);
    expect((await forge.api.get(repo)).json.message).toBe('Bad credentials');
  });

  it('gets tokens for an hour, for as much as it wants of what was granted', async () => {
    await using forge = await openGithub();
    await forge.admin.createRepository({ path: 'team/other', files: { 'a.md': 'A' } });
    const asApp = clientOf(forge, await jwtOf(forge, forge.app));
    const { json: installation } = await asApp.get(`${repo}/installation`);
    const path = `/app/installations/${installation.id}/access_tokens`;
    const narrow = { repositories: ['adrs'], permissions: { contents: 'read' } };
    const { status, json } = await asApp.post(path, narrow);
    expect(status).toBe(201);
    expect(json).toMatchObject({
      permissions: { contents: 'read', metadata: 'read' },
      repository_selection: 'selected',
      repositories: [{ full_name: 'team/adrs' }],
    });
    expect(json.token).toMatch(/^ghs_\d+_ey[\w-]+\.ey[\w-]+\.[\w-]+$/);
    expect(Date.parse(json.expires_at) - forge.clock.now().getTime()).toBeGreaterThan(3_590_000);
    const api = clientOf(forge, json.token);
    expect((await api.get(`${repo}/git/ref/heads/main`)).status).toBe(200);
    expect((await api.get('/repos/team/other')).status).toBe(404);
    const refused = await api.post(`${repo}/git/blobs`, { content: 'x' });
    expect(refused).toMatchObject({ status: 403, json: { message: 'Resource not accessible by integration' } });
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('contents=write');
    expect((await asApp.post(path, { permissions: { administration: 'write' } })).json.message).toBe(
      'The permissions requested are not granted to this installation.',
    );
    expect((await asApp.post(path, { repositories: ['nothing'] })).status).toBe(422);
    expect((await api.get('/installation/repositories')).json).toMatchObject({
      total_count: 1,
      repositories: [{ full_name: 'team/adrs' }],
    });
    forge.clock.advance(3_600_000);
    expect((await api.get(repo)).status).toBe(401);
  });

  it('pushes with its token, and not once it is suspended', async () => {
    await using forge = await openGithub();
    const token = await forge.newToken();
    await using work = await clone(forge.gitUrl('team/adrs', token));
    await work.commit('a.md', 'A\n');
    expect(await work.git('push', '--quiet', 'origin', 'HEAD:refs/heads/gavel/a')).toMatchObject({ status: 0 });
    forge.admin.suspend(forge.app, 'team');
    expect((await clientOf(forge, token).get(repo)).json.message).toBe('This installation has been suspended');
    expect((await work.git('push', '--quiet', 'origin', 'HEAD:refs/heads/gavel/b')).status).toBe(128);
  });

  it('is told which permission it lacks', async () => {
    await using forge = await openGithub({ grants: ['contents:write'] });
    const { status, json, headers } = await forge.api.get(`${repo}/pulls`);
    expect({ status, message: json.message }).toEqual({
      status: 403,
      message: 'Resource not accessible by integration',
    });
    expect(headers.get('x-accepted-github-permissions')).toBe('pull_requests=read');
  });
});

describe('a personal token', () => {
  it('may do what its person may, within what it was granted', async () => {
    await using forge = await openTeam();
    const clientFor = (login: string, grants?: readonly string[]) =>
      clientOf(forge, forge.admin.createToken(login, grants === undefined ? {} : { grants }).secret);
    expect((await clientFor('ben').get(repo)).json).toMatchObject({ permissions: { push: true, admin: false } });
    expect((await clientFor('stranger').get(repo)).status).toBe(404);
    const readOnly = await clientFor('ben', ['contents:read']).post(`${repo}/git/blobs`, { content: 'x' });
    expect(readOnly.json.message).toBe('Resource not accessible by personal access token');
    expect((await clientFor('eve').post(`${repo}/git/blobs`, { content: 'x' })).status).toBe(404);
    expect((await clientOf(forge).get(repo)).status).toBe(404);
  });
});

describe('a repository', () => {
  it('is found by its old name through a redirect', async () => {
    await using forge = await openGithub();
    const token = await forge.newToken();
    forge.admin.rename('team/adrs', 'team/decisions');
    const moved = await forge.api.get(`${repo}/branches?per_page=1`);
    expect(moved.status).toBe(301);
    const location = moved.headers.get('location') ?? '';
    expect(location).toMatch(/\/api\/v3\/repositories\/\d+\/branches\?per_page=1$/);
    const followed = await fetch(location, { headers: { authorization: `Bearer ${token}` } });
    expect(await followed.json()).toMatchObject([{ name: 'main' }]);
    expect((await forge.api.get('/repos/team/decisions')).json.full_name).toBe('team/decisions');
    expect((await forge.api.post(`${repo}/git/blobs`, { content: 'x' })).status).toBe(307);
  });

  it('sends those who ask for a branch by its old name to the new one, until there is such a branch', async () => {
    await using forge = await openGithub();
    await forge.admin.renameBranch('team/adrs', 'main', 'trunk');
    const { status, headers } = await forge.api.get(`${repo}/branches/main`);
    expect({ status, location: headers.get('location') }).toEqual({
      status: 301,
      location: `${forge.apiUrl}${repo}/branches/trunk`,
    });
    await forge.person('ann').commit('team/adrs', { branch: 'main', files: { 'a.md': 'A' } });
    expect((await forge.api.get(`${repo}/branches/main`)).json).toMatchObject({ name: 'main' });
  });

  it('is read-only once it is archived', async () => {
    await using forge = await openGithub();
    forge.admin.archive('team/adrs');
    expect((await forge.api.get(repo)).json.archived).toBe(true);
    const { status, json } = await forge.api.post(`${repo}/git/blobs`, { content: 'x' });
    expect({ status, message: json.message }).toEqual({
      status: 403,
      message: 'Repository was archived so is read-only.',
    });
  });
});

describe('limits', () => {
  it('are counted in headers, and a 304 costs nothing', async () => {
    await using forge = await openGithub();
    const first = await forge.api.get(repo);
    expect(first.headers.get('x-ratelimit-limit')).toBe('5000');
    const left = Number(first.headers.get('x-ratelimit-remaining'));
    const again = await forge.api.get(repo, { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again).toMatchObject({ status: 304, json: undefined });
    expect(Number(again.headers.get('x-ratelimit-remaining'))).toBe(left);
    forge.admin.configure('team/adrs', { allowsAutoMerge: true });
    expect((await forge.api.get(repo, { 'if-none-match': first.headers.get('etag') ?? '' })).status).toBe(200);
  });

  it('end an hour with 403, until it is over', async () => {
    await using forge = await openGithub();
    forge.faults.failNext({ kind: 'primary-limit' });
    const { status, json, headers } = await forge.api.get(repo);
    expect(status).toBe(403);
    expect(json.message).toMatch(/^API rate limit exceeded for installation ID \d+\.$/);
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    const reset = Number(headers.get('x-ratelimit-reset')) * 1000;
    expect((await forge.api.get(repo)).status).toBe(403);
    forge.clock.set(new Date(reset));
    // The token has expired meanwhile.
    expect((await clientOf(forge, await forge.newToken()).get(repo)).status).toBe(200);
  });

  it('refuse more than eighty writes in a minute', async () => {
    await using forge = await openGithub();
    const write = () => forge.api.call('DELETE', `${repo}/git/refs/heads/none`);
    for (let count = 0; count < 80; count++) expect((await write()).status).toBe(422);
    const { status, json, headers } = await write();
    expect(status).toBe(403);
    expect(json.message).toMatch(/^You have exceeded a secondary rate limit/);
    forge.clock.advance(Number(headers.get('retry-after')) * 1000);
    expect((await write()).status).toBe(422);
  });

  it('and failures can be injected', async () => {
    await using forge = await openGithub();
    forge.faults.failNext({ kind: 'status', status: 502 }, { path: '/pulls' });
    forge.faults.failNext({ kind: 'secondary-limit', retryAfter: 7 }, { method: 'POST' });
    expect((await forge.api.get(repo)).status).toBe(200);
    expect((await forge.api.get(`${repo}/pulls`)).status).toBe(502);
    expect((await forge.api.post(`${repo}/git/blobs`, { content: 'x' })).headers.get('retry-after')).toBe('7');
    forge.faults.set({ callDelay: 60_000 });
    const slow = forge.api.get(repo);
    await forge.until(() => forge.wire.entries().at(-1)?.status === undefined, 'the slow call to begin');
    forge.clock.advance(60_000);
    expect((await slow).status).toBe(200);
    forge.faults.set({ callDelay: 0 });
    forge.faults.failNext({ kind: 'hang-up', isAfterwards: true }, { path: '/git/refs' });
    const sha = await forge.tip('team/adrs', 'main');
    await expect(forge.api.post(`${repo}/git/refs`, { ref: 'refs/heads/lost', sha })).rejects.toThrow();
    expect(await forge.tip('team/adrs', 'lost')).toBe(sha);
  });
});

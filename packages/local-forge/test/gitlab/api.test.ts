import { describe, expect, it } from 'vitest';
import { listenForWebhooks, openTeam, type Stage } from '../stage.ts';

const project = 'projects/team%2Fadrs';

/** Calls the API, and returns the status and the body. */
async function call(forge: Stage, method: string, path: string, secret?: string, body?: object) {
  const response = await fetch(`${forge.apiUrl}/${path}`, {
    method,
    redirect: 'manual',
    headers: { ...(secret === undefined ? {} : { 'private-token': secret }), 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

async function open(grants?: readonly string[]): Promise<{ forge: Stage; secret: string } & AsyncDisposable> {
  const forge = await openTeam({ dialect: 'gitlab' });
  await forge.person('ann').commit('team/adrs', { branch: 'work', files: { a: 'b' } });
  const { secret } = forge.admin.createToken('ann', grants === undefined ? {} : { grants });
  return { forge, secret, [Symbol.asyncDispose]: () => forge[Symbol.asyncDispose]() };
}

describe('the API of GitLab', () => {
  it('knows who calls by the token, and says why it doesn’t', async () => {
    await using stage = await open();
    const { forge, secret } = stage;
    expect(await call(forge, 'GET', 'user', secret)).toMatchObject({ status: 200, body: { username: 'ann' } });
    expect(await call(forge, 'GET', 'user')).toMatchObject({ status: 401, body: { message: '401 Unauthorized' } });
    expect(await call(forge, 'GET', 'user', 'glpat-wrong')).toMatchObject({ status: 401 });
    forge.admin.revokeToken(secret);
    expect(await call(forge, 'GET', project, secret)).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
  });

  it('wants a scope, a role, and something that exists', async () => {
    await using stage = await open(['read_api']);
    const { forge, secret } = stage;
    const wanted = { title: 'A', source_branch: 'work', target_branch: 'main' };
    expect(await call(forge, 'POST', `${project}/merge_requests`, secret, wanted)).toMatchObject({
      status: 403,
      body: { error: 'insufficient_scope', scope: 'api' },
    });
    const eve = forge.admin.createToken('eve').secret;
    expect(await call(forge, 'POST', `${project}/merge_requests`, eve, wanted)).toMatchObject({
      status: 403,
      body: { message: '403 Forbidden' },
    });
    expect(await call(forge, 'GET', 'projects/team%2Fnone', secret)).toMatchObject({
      status: 404,
      body: { message: '404 Project Not Found' },
    });
    expect(await call(forge, 'GET', project)).toMatchObject({ body: { message: '404 Project Not Found' } });
    expect(await call(forge, 'GET', `${project}/repository/branches/none`, secret)).toMatchObject({
      body: { message: '404 Branch Not Found' },
    });
    expect(await call(forge, 'GET', 'nothing', secret)).toMatchObject({
      status: 404,
      body: { error: '404 Not Found' },
    });
  });

  it('says what is wrong with a new merge request', async () => {
    await using stage = await open();
    const { forge, secret } = stage;
    const post = (body: object) => call(forge, 'POST', `${project}/merge_requests`, secret, body);
    expect(await post({ title: 'A' })).toMatchObject({
      status: 400,
      body: { error: 'source_branch is missing, target_branch is missing' },
    });
    const wanted = { title: 'A', source_branch: 'work', target_branch: 'main' };
    expect(await post({ ...wanted, title: 'x'.repeat(256) })).toMatchObject({
      body: { message: { title: ['is too long (maximum is 255 characters)'] } },
    });
    expect(await post({ ...wanted, description: 'x'.repeat(1_048_577) })).toMatchObject({ status: 400 });
    expect(await post({ ...wanted, target_branch: 'work' })).toMatchObject({ status: 422 });
    expect(await post(wanted)).toMatchObject({ status: 201, body: { iid: 1, state: 'opened', draft: false } });
    expect(await post(wanted)).toMatchObject({
      status: 409,
      body: { message: ['Another open merge request already exists for this source branch: !1'] },
    });
  });

  it('merges by the method of the project, and not before it may', async () => {
    await using stage = await open();
    const { forge, secret } = stage;
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1 });
    await call(forge, 'POST', `${project}/merge_requests`, secret, {
      title: 'Draft: A',
      source_branch: 'work',
      target_branch: 'main',
    });
    const one = `${project}/merge_requests/1`;
    const status = async () => (await call(forge, 'GET', one, secret)).body.detailed_merge_status;
    expect(await status()).toBe('draft_status');
    expect(await call(forge, 'PUT', `${one}/merge`, secret)).toMatchObject({ status: 405 });
    await call(forge, 'PUT', one, secret, { title: 'A' });
    expect(await status()).toBe('not_approved');
    expect(await call(forge, 'POST', `${one}/approve`, secret, { sha: 'f'.repeat(40) })).toMatchObject({ status: 409 });
    const approvals = await call(forge, 'POST', `${one}/approve`, secret);
    expect(approvals.body).toMatchObject({ approvals_required: 1, approvals_left: 0 });
    expect(await status()).toBe('mergeable');
    const eve = forge.admin.createToken('eve').secret;
    expect(await call(forge, 'PUT', `${one}/merge`, eve)).toMatchObject({ status: 401 });
    expect(await call(forge, 'PUT', `${one}/merge`, secret, { sha: 'f'.repeat(40) })).toMatchObject({ status: 409 });
    const merged = await call(forge, 'PUT', `${one}/merge`, secret, { squash: true });
    expect(merged.body).toMatchObject({
      state: 'merged',
      merge_commit_sha: null,
      squash_commit_sha: await forge.tip('team/adrs', 'main'),
    });
    expect(await call(forge, 'PUT', one, secret, { state_event: 'reopen' })).toMatchObject({
      body: { state: 'merged' },
    });
    expect(await call(forge, 'PUT', one, secret, {})).toMatchObject({ status: 400 });
  });

  it('tells that a project has moved, to those that read', async () => {
    await using stage = await open();
    const { forge, secret } = stage;
    forge.admin.rename('team/adrs', 'team/decisions');
    const { id } = forge.admin.repository('team/decisions');
    const moved = await call(forge, 'GET', `${project}/merge_requests?state=opened`, secret);
    expect(moved.status).toBe(301);
    expect(moved.headers.get('location')).toBe(`${forge.apiUrl}/projects/${id}/merge_requests?state=opened`);
    expect(await call(forge, 'POST', `${project}/merge_requests`, secret, {})).toMatchObject({
      status: 405,
      body: { message: 'Non GET methods are not allowed for moved projects' },
    });
  });

  it('counts calls, and hands out lists in pages', async () => {
    await using stage = await open();
    const { forge, secret } = stage;
    await forge.person('ann').openReview('team/adrs', { title: 'A', head: 'work' });
    for (const text of ['a', 'b', 'c']) forge.person('ben').comment('team/adrs', 1, text);
    const first = await call(forge, 'GET', `${project}/merge_requests/1/notes?sort=asc&per_page=2`, secret);
    expect(first.body.map(({ body }: { body: string }) => body)).toEqual(['a', 'b']);
    expect(first.headers.get('x-total')).toBe('3');
    expect(first.headers.get('link')).toContain('per_page=2&page=2>; rel="next"');
    expect(Number(first.headers.get('ratelimit-remaining'))).toBeLessThan(2_000);
    forge.faults.failNext({ kind: 'primary-limit' });
    const refused = await call(forge, 'GET', project, secret);
    expect(refused).toMatchObject({ status: 429, body: 'Retry later\n' });
    expect(refused.headers.get('retry-after')).toBe('60');
  });
});

describe('what GitLab lets a bot tell', () => {
  it('is a note of its own, and the status of a commit', async () => {
    await using stage = await open();
    const { forge, secret } = stage;
    const { headSha } = await forge.person('ann').openReview('team/adrs', { title: 'A', head: 'work' });
    const at = `${project}/merge_requests/1`;
    const { body: made } = await call(forge, 'POST', `${at}/notes`, secret, { body: 'A' });
    const of = (id: number, as = secret) => call(forge, 'PUT', `${at}/notes/${id}`, as, { body: 'B' });
    expect(await of(made.id)).toMatchObject({ status: 200, body: { body: 'B', author: { username: 'ann' } } });
    expect(await of(made.id, forge.admin.createToken('ben').secret)).toMatchObject({ status: 403 });
    expect(await call(forge, 'DELETE', `${at}/notes/${made.id}`, secret)).toMatchObject({ status: 204 });
    expect(await of(made.id)).toMatchObject({ status: 404, body: { message: '404 Note Not Found' } });

    expect(await call(forge, 'GET', at, secret)).toMatchObject({ body: { changes_count: '1' } });
    expect(await call(forge, 'GET', `${at}/diffs?per_page=31`, secret)).toMatchObject({ status: 500 });
    expect(await call(forge, 'GET', `${at}/diffs?per_page=30`, secret)).toMatchObject({
      body: [{ old_path: 'a', new_path: 'a', new_file: true, collapsed: false }],
    });

    const tell = (sha: string, body: object) => call(forge, 'POST', `${project}/statuses/${sha}`, secret, body);
    expect(await tell(headSha, { state: 'neutral' })).toMatchObject({ status: 400 });
    expect(await tell('0'.repeat(40), { state: 'success' })).toMatchObject({ status: 404 });
    const said = { description: ['is too long (maximum is 255 characters)'] };
    expect(await tell(headSha, { state: 'failed', description: 'd'.repeat(256) })).toMatchObject({
      status: 400,
      body: { message: said },
    });
    for (const state of ['success', 'success', 'failed', 'pending'])
      expect(await tell(headSha, { state, name: 'c' })).toMatchObject({ status: 201, body: { status: state } });
    expect(await tell(headSha, { state: 'pending', name: 'c' })).toMatchObject({
      status: 400,
      body: { message: 'Cannot transition status via :enqueue from :pending' },
    });
  });
});

describe('a webhook of GitLab', () => {
  it('has its event, its token and what happened', async () => {
    await using stage = await open();
    await using receiver = await listenForWebhooks();
    const { forge } = stage;
    const hook = { url: receiver.url, events: ['Merge Request Hook'], secret: 'shared' };
    forge.admin.createHook('team/adrs', hook);
    await forge.person('ann').openReview('team/adrs', { title: 'A', head: 'work', isDraft: true });
    forge.person('ben').comment('team/adrs', 1, 'Not sent');
    await forge.settled();
    expect(receiver.received).toHaveLength(1);
    const [{ headers, payload } = { headers: {}, payload: {} }] = receiver.received;
    expect(headers).toMatchObject({ 'x-gitlab-event': 'Merge Request Hook', 'x-gitlab-token': 'shared' });
    expect(payload).toMatchObject({
      object_kind: 'merge_request',
      user: { username: 'ann' },
      project: { path_with_namespace: 'team/adrs', web_url: `${forge.url}/team/adrs` },
      object_attributes: {
        action: 'open',
        iid: 1,
        title: 'Draft: A',
        source_branch: 'work',
        state: 'opened',
        url: `${forge.url}/team/adrs/-/merge_requests/1`,
      },
    });
  });
});

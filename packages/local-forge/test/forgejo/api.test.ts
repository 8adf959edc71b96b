import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { listenForWebhooks, openTeam, type Stage } from '../stage.ts';

const home = 'repos/team/adrs';

/** Calls the API, and returns the status and the body. */
async function call(forge: Stage, method: string, path: string, secret?: string, body?: object) {
  const response = await fetch(`${forge.apiUrl}/${path}`, {
    method,
    redirect: 'manual',
    headers: secret === undefined ? {} : { authorization: `token ${secret}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
}

async function open(grants?: readonly string[]): Promise<{ forge: Stage; secret: string } & AsyncDisposable> {
  const forge = await openTeam({ dialect: 'forgejo' });
  await forge.person('ann').commit('team/adrs', { branch: 'work', files: { a: 'b' } });
  const { secret } = forge.admin.createToken('ann', grants === undefined ? {} : { grants });
  return { forge, secret, [Symbol.asyncDispose]: () => forge[Symbol.asyncDispose]() };
}

describe('the API of Forgejo', () => {
  it('knows who calls by the token, and what it is for', async () => {
    await using stage = await open(['read:repository']);
    const { forge, secret } = stage;
    expect(await call(forge, 'GET', home, secret)).toMatchObject({
      status: 200,
      body: { full_name: 'team/adrs', permissions: { admin: false, push: true, pull: true } },
    });
    const url = `${forge.url}/api/swagger`;
    expect(await call(forge, 'GET', home)).toMatchObject({ status: 404, body: { url } });
    expect(await call(forge, 'GET', home, 'wrong')).toMatchObject({ status: 401 });
    expect(await call(forge, 'GET', `${home}/labels`, secret)).toMatchObject({
      status: 403,
      body: { message: 'token does not have at least one of required scope(s): [read:issue]' },
    });
    expect(await call(forge, 'POST', `${home}/pulls`, secret, {})).toMatchObject({
      body: { message: 'token does not have at least one of required scope(s): [write:repository]' },
    });
    expect(await call(forge, 'GET', `${home}/branch_protections`, secret)).toMatchObject({ status: 403 });
    expect(await call(forge, 'GET', `${home}/branches/none`, secret)).toMatchObject({ status: 404 });
  });

  it('says what is wrong with a new pull request', async () => {
    await using stage = await open();
    const { forge, secret } = stage;
    const post = (body: object) => call(forge, 'POST', `${home}/pulls`, secret, body);
    const wanted = { title: '[WIP] A', head: 'work', base: 'main' };
    expect(await post({ ...wanted, title: '' })).toMatchObject({ status: 422 });
    expect(await post({ ...wanted, head: 'main' })).toMatchObject({ status: 422 });
    expect(await post({ ...wanted, head: 'none' })).toMatchObject({ status: 404 });
    expect(await post(wanted)).toMatchObject({ status: 201, body: { number: 1, state: 'open', draft: true } });
    const { id } = forge.admin.repository('team/adrs');
    expect(await post(wanted)).toMatchObject({
      status: 409,
      body: {
        message: [
          'pull request already exists for these targets [id: 1, issue_id: 1,',
          `head_repo_id: ${id}, base_repo_id: ${id}, head_branch: work, base_branch: main]`,
        ].join(' '),
      },
    });
  });

  it('merges what may be merged, and plans the rest', async () => {
    await using stage = await open();
    const { forge, secret } = stage;
    forge.admin.protect('team/adrs', { branch: 'main', approvals: 1 });
    await forge.person('ann').openReview('team/adrs', { title: 'A', head: 'work', isDraft: true });
    const merge = (body: object) => call(forge, 'POST', `${home}/pulls/1/merge`, secret, body);
    expect(await merge({ Do: 'merge' })).toMatchObject({
      status: 405,
      body: { message: 'Work in progress PRs cannot be merged' },
    });
    await call(forge, 'PATCH', `${home}/pulls/1`, secret, { title: 'A' });
    expect(await merge({ Do: 'merge' })).toMatchObject({
      body: { message: 'not allowed to merge [reason: Does not have enough approvals]' },
    });
    expect(await merge({ Do: 'octopus' })).toMatchObject({ status: 405 });
    const own = await call(forge, 'POST', `${home}/pulls/1/reviews`, secret, { event: 'APPROVED' });
    expect(own).toMatchObject({ status: 422, body: { message: 'approve your own pull is not allowed' } });
    const later = { Do: 'squash', merge_when_checks_succeed: true, delete_branch_after_merge: true };
    expect(await merge(later)).toMatchObject({ status: 201 });
    expect(await merge(later)).toMatchObject({ status: 409 });
    expect(await call(forge, 'GET', `${home}/pulls/1/merge`, secret)).toMatchObject({ status: 404 });
    const ben = forge.admin.createToken('ben').secret;
    await call(forge, 'POST', `${home}/pulls/1/reviews`, ben, { event: 'APPROVED', body: 'Fine' });
    await forge.settled();
    expect((await call(forge, 'GET', `${home}/pulls/1`, secret)).body).toMatchObject({
      merged: true,
      state: 'closed',
      merge_commit_sha: await forge.tip('team/adrs', 'main'),
      head: { label: 'work', ref: 'refs/pull/1/head' },
    });
    expect(await call(forge, 'PATCH', `${home}/pulls/1`, secret, { state: 'open' })).toMatchObject({ status: 412 });
  });

  it('leads from where a repository was to where it is', async () => {
    await using stage = await open();
    const { forge, secret } = stage;
    forge.admin.rename('team/adrs', 'team/decisions');
    const { status, headers } = await call(forge, 'GET', `${home}/pulls?state=all`, secret);
    expect(status).toBe(307);
    expect(headers.get('location')).toBe('/api/v1/repos/team/decisions/pulls?state=all');
  });
});

describe('what Forgejo lets a bot tell', () => {
  it('is a comment of its own, and the status of a commit', async () => {
    await using stage = await open(['write:repository', 'write:issue']);
    const { forge, secret } = stage;
    const { headSha } = await forge.person('ann').openReview('team/adrs', { title: 'A', head: 'work' });
    forge.person('ben').comment('team/adrs', 1, 'Mine');
    expect(await call(forge, 'GET', 'user', secret)).toMatchObject({ status: 403 });
    const { body: made } = await call(forge, 'POST', `${home}/issues/1/comments`, secret, { body: 'A' });
    const at = `${home}/issues/comments`;
    const of = (id: number) => call(forge, 'PATCH', `${at}/${id}`, secret, { body: 'B' });
    expect(await of(made.id)).toMatchObject({ status: 200, body: { body: 'B', user: { login: 'ann' } } });
    expect(await of(forge.reviews('team/adrs')[0]?.comments[0]?.id ?? 0)).toMatchObject({ status: 403 });
    expect(await call(forge, 'DELETE', `${at}/${made.id}`, secret)).toMatchObject({ status: 204 });
    expect(await of(made.id)).toMatchObject({ status: 404 });

    const files = await call(forge, 'GET', `${home}/pulls/1/files?limit=1`, secret);
    expect(files).toMatchObject({ status: 200, body: [{ filename: 'a', status: 'added', additions: 1 }] });
    expect(Object.fromEntries(files.headers)).toMatchObject({ 'x-total-count': '1', 'x-hasmore': 'false' });

    const tell = (sha: string, body: object) => call(forge, 'POST', `${home}/statuses/${sha}`, secret, body);
    expect(await tell(headSha, { state: 'neutral' })).toMatchObject({ status: 422 });
    expect(await tell('0'.repeat(40), { state: 'success' })).toMatchObject({ status: 404 });
    expect(await tell(headSha, { state: 'warning', context: 'c', description: 'd' })).toMatchObject({
      status: 201,
      body: { status: 'failure', context: 'c', description: 'd', creator: { login: 'ann' } },
    });
  });
});

describe('a webhook of Forgejo', () => {
  it('is signed, and has what happened', async () => {
    await using stage = await open();
    await using receiver = await listenForWebhooks();
    const { forge } = stage;
    const hook = { url: receiver.url, events: ['pull_request', 'pull_request_approved'], secret: 'shared' };
    forge.admin.createHook('team/adrs', hook);
    await forge.person('ann').openReview('team/adrs', { title: 'A', head: 'work' });
    forge.person('ben').comment('team/adrs', 1, 'Not sent');
    forge.person('ben').approve('team/adrs', 1, 'Fine');
    await forge.settled();
    expect(receiver.received.map(({ headers }) => headers['x-forgejo-event'])).toEqual(hook.events);
    for (const { headers, raw } of receiver.received) {
      const signature = createHmac('sha256', 'shared').update(raw).digest('hex');
      expect(headers).toMatchObject({
        'x-forgejo-signature': signature,
        'x-gitea-signature': signature,
        'x-hub-signature-256': `sha256=${signature}`,
      });
    }
    expect(receiver.received.map(({ payload }) => payload)).toMatchObject([
      {
        action: 'opened',
        number: 1,
        pull_request: { title: 'A', head: { label: 'work' }, merged: false },
        repository: { html_url: `${forge.url}/team/adrs` },
        sender: { login: 'ann' },
      },
      {
        action: 'reviewed',
        review: { type: 'pull_request_review_approved', content: 'Fine' },
        sender: { login: 'ben' },
      },
    ]);
  });
});

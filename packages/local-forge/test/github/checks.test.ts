import { describe, expect, it } from 'vitest';
import { clientOf, openGithub } from './stage.ts';

const repo = '/repos/team/adrs';
const grants = ['contents:write', 'pull_requests:write', 'checks:write'];

async function openPull(forge: Awaited<ReturnType<typeof openGithub>>, files: Readonly<Record<string, string>>) {
  await forge.person('ben').commit('team/adrs', { branch: 'change', files });
  await forge.person('ben').openReview('team/adrs', { title: 'Change', head: 'change' });
}

describe('a comment of an App', () => {
  it('names the App, and can be changed and taken away', async () => {
    await using forge = await openGithub({ grants });
    const { api } = forge;
    await openPull(forge, { 'src/a.ts': 'a' });
    const { json: made } = await api.post(`${repo}/issues/1/comments`, { body: 'One' });
    expect(made).toMatchObject({ body: 'One', performed_via_github_app: { slug: forge.app.slug } });
    const { json: changed } = await api.patch(`${repo}/issues/comments/${made.id}`, { body: 'Two' });
    expect(changed).toMatchObject({ id: made.id, body: 'Two' });
    expect((await api.get(`${repo}/issues/1/comments`)).json).toMatchObject([{ body: 'Two' }]);
    expect((await api.call('DELETE', `${repo}/issues/comments/${made.id}`)).status).toBe(204);
    expect((await api.get(`${repo}/issues/comments/${made.id}`)).status).toBe(404);
    expect((await api.call('DELETE', `${repo}/issues/comments/${made.id}`)).status).toBe(404);
    expect((await api.post(`${repo}/issues/1/comments`, { body: 'x'.repeat(65_537) })).status).toBe(422);
  });
});

describe('a check run', () => {
  it('is made and changed by its App, for a commit that is there', async () => {
    await using forge = await openGithub({ grants });
    const { api } = forge;
    await openPull(forge, { 'src/a.ts': 'a' });
    const { json: pull } = await api.get(`${repo}/pulls/1`);
    const { sha } = pull.head;
    const output = { title: 'One', summary: 'It governs **src**.' };
    const wanted = { name: 'Decisions', head_sha: sha, status: 'completed', conclusion: 'failure', output };
    const { json: made, status } = await api.post(`${repo}/check-runs`, wanted);
    expect(status).toBe(201);
    expect(made).toMatchObject({ head_sha: sha, conclusion: 'failure', output, app: { slug: forge.app.slug } });
    await api.patch(`${repo}/check-runs/${made.id}`, { conclusion: 'success' });
    const { json: found } = await api.get(`${repo}/commits/${sha}/check-runs?check_name=Decisions`);
    expect(found).toMatchObject({ total_count: 1, check_runs: [{ id: made.id, conclusion: 'success', output }] });
    expect((await api.post(`${repo}/check-runs`, { ...wanted, head_sha: '1'.repeat(40) })).status).toBe(422);
  });

  it('keeps a branch closed that wants it, until it has succeeded', async () => {
    await using forge = await openGithub({ grants });
    const { api } = forge;
    forge.admin.protect('team/adrs', { branch: 'main', checks: ['Decisions'] });
    await openPull(forge, { 'src/a.ts': 'a' });
    const { json: pull } = await api.get(`${repo}/pulls/1`);
    const check = { name: 'Decisions', head_sha: pull.head.sha, status: 'completed' };
    const { json: made } = await api.post(`${repo}/check-runs`, { ...check, conclusion: 'failure' });
    expect((await api.get(`${repo}/pulls/1`)).json.mergeable_state).toBe('blocked');
    await api.patch(`${repo}/check-runs/${made.id}`, { conclusion: 'neutral' });
    expect((await api.get(`${repo}/pulls/1`)).json.mergeable_state).toBe('clean');
  });

  it('is not for an App without the permission, nor for people', async () => {
    await using forge = await openGithub();
    await openPull(forge, { 'src/a.ts': 'a' });
    const { json: pull } = await forge.api.get(`${repo}/pulls/1`);
    const check = { name: 'Decisions', head_sha: pull.head.sha, status: 'completed', conclusion: 'success' };
    const refused = await forge.api.post(`${repo}/check-runs`, check);
    expect(refused).toMatchObject({ status: 403, json: { message: 'Resource not accessible by integration' } });
    const asBen = clientOf(forge, forge.admin.createToken('ben').secret);
    expect((await asBen.post(`${repo}/check-runs`, check)).status).toBe(403);
  });
});

import { describe, expect, it } from 'vitest';
import { clone, openTeam, runGit, type Stage } from '../stage.ts';

const open = () => openTeam({ dialect: 'forgejo' });

async function cloneAs(forge: Stage, login: string, grants?: readonly string[]) {
  const { secret } = forge.admin.createToken(login, grants === undefined ? {} : { grants });
  return await clone(forge.gitUrl('team/adrs', secret));
}

describe('a push to Forgejo', () => {
  it('to a protected branch is refused in Forgejo’s words', async () => {
    await using forge = await open();
    forge.admin.protect('team/adrs', { branch: 'main' });
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a');
    const { status, err } = await work.git('push', 'origin', 'HEAD:main');
    expect(status).toBe(1);
    expect(err).toContain('remote: Forgejo: Not allowed to push to protected branch main');
    expect((await work.git('push', 'origin', 'HEAD:refs/pull/1/head')).status).toBe(1);
  });

  it('needs a role and a scope', async () => {
    await using forge = await open();
    await using reader = await cloneAs(forge, 'eve');
    await reader.commit('a.txt', 'a');
    expect((await reader.git('push', 'origin', 'HEAD:x')).err).toContain('User permission denied for writing.');
    await using scoped = await cloneAs(forge, 'ann', ['read:repository']);
    await scoped.commit('a.txt', 'a');
    expect((await scoped.git('push', 'origin', 'HEAD:x')).status).not.toBe(0);
    const { secret } = forge.admin.createToken('ann', { grants: ['write:issue'] });
    expect((await runGit(forge.folder, ['ls-remote', forge.gitUrl('team/adrs', secret)])).status).not.toBe(0);
  });

  it('tells where to open a pull request, or where it is', async () => {
    await using forge = await open();
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a');
    const first = await work.git('push', 'origin', 'HEAD:work/a');
    expect(first.err).toContain("remote: Create a new pull request for 'work/a':");
    expect(first.err).toContain(`remote:   ${forge.url}/team/adrs/compare/main...work/a`);
    await forge.person('ann').openReview('team/adrs', { title: 'A', head: 'work/a' });
    await work.commit('b.txt', 'b');
    const second = await work.git('push', 'origin', 'HEAD:work/a');
    expect(second.err).toContain('remote: Visit the existing pull request:');
    expect(second.err).toContain(`remote:   ${forge.url}/team/adrs/pulls/1`);
  });
});

describe('AGit at Forgejo', () => {
  const push = (...options: readonly string[]) => ['push', ...options.flatMap((each) => ['-o', each]), 'origin'];

  it('opens a pull request without a branch, also for those who may not push one', async () => {
    await using forge = await open();
    forge.admin.protect('team/adrs', { branch: 'main' });
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a', 'The subject\n\nAnd more');
    const options = push('topic=gavel-12', 'title=WIP: ADR 12: “Go”', 'description=One line');
    const { status, err } = await work.git(...options, 'HEAD:refs/for/main');
    expect(err).toContain(`remote:   ${forge.url}/team/adrs/pulls/1`);
    expect(status).toBe(0);
    const wanted = { by: 'ann', title: 'ADR 12: “Go”', isDraft: true, body: 'One line', head: undefined, base: 'main' };
    expect(forge.review('team/adrs', 1)).toMatchObject({ ...wanted, topic: 'ann/gavel-12' });
    const listed = await work.git('ls-remote', 'origin', 'refs/pull/1/head');
    expect(listed.out).toContain((await work.git('rev-parse', 'HEAD')).out.trim());
    expect(await forge.tip('team/adrs', 'gavel-12')).toBeUndefined();
    await work.git(...push(), 'HEAD:refs/for/main/another');
    expect(forge.review('team/adrs', 2)).toMatchObject({
      title: 'The subject',
      body: 'And more',
      topic: 'ann/another',
    });
  });

  it('renews it, by force only if that is asked', async () => {
    await using forge = await open();
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a');
    const target = 'HEAD:refs/for/main/topic';
    await work.git(...push(), target);
    await work.commit('b.txt', 'b');
    const renewed = await work.git(...push('title=Newer'), target);
    expect(renewed.err).toContain('remote: Visit the existing pull request:');
    await work.git('commit', '--quiet', '--amend', '-m', 'Amended');
    const { status, err } = await work.git(...push(), target);
    expect(status).toBe(1);
    expect(err).toContain('request `force-push` push option');
    expect((await work.git(...push('force-push=true'), target)).status).toBe(0);
    const head = (await work.git('rev-parse', 'HEAD')).out.trim();
    expect(forge.reviews('team/adrs')).toMatchObject([{ headSha: head, title: 'Newer', state: 'open' }]);
  });

  it('says what is wrong', async () => {
    await using forge = await open();
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a');
    expect((await work.git(...push(), 'HEAD:refs/for/main')).err).toContain('topic-branch is not set');
    expect((await work.git(...push('topic=a'), 'HEAD:refs/for/nowhere')).err).toContain('base-ref does not exist');
    expect(forge.reviews('team/adrs')).toEqual([]);
  });
});

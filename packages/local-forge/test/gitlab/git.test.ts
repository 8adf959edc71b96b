import { describe, expect, it } from 'vitest';
import { clone, openTeam, runGit, type Stage } from '../stage.ts';

const open = () => openTeam({ dialect: 'gitlab' });

async function cloneAs(forge: Stage, login: string, grants?: readonly string[]) {
  const { secret } = forge.admin.createToken(login, grants === undefined ? {} : { grants });
  return await clone(forge.gitUrl('team/adrs', secret));
}

describe('a push to GitLab', () => {
  it('to a protected branch is refused in GitLab’s words', async () => {
    await using forge = await open();
    forge.admin.protect('team/adrs', { branch: 'main' });
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a');
    const { status, err } = await work.git('push', 'origin', 'HEAD:main');
    expect(status).toBe(1);
    expect(err).toContain('remote: GitLab: You are not allowed to push code to protected branches on this project.');
    expect(err).toContain('(pre-receive hook declined)');
  });

  it('that breaks a push rule is told the rule', async () => {
    await using forge = await open();
    const rules = { push: 'writers', messagePattern: '^ADR', restrictedPaths: ['secret/'] } as const;
    forge.admin.protect('team/adrs', { branch: 'main', ...rules });
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a', 'Write it');
    expect((await work.git('push', 'origin', 'HEAD:main')).err).toContain(
      "remote: GitLab: Commit message does not follow the pattern '^ADR'",
    );
  });

  it('needs a role and a scope', async () => {
    await using forge = await open();
    await using reader = await cloneAs(forge, 'eve');
    await reader.commit('a.txt', 'a');
    expect((await reader.git('push', 'origin', 'HEAD:x')).err).toContain(
      'You are not allowed to push code to this project.',
    );
    await using scoped = await cloneAs(forge, 'ann', ['read_repository']);
    await scoped.commit('a.txt', 'a');
    expect((await scoped.git('push', 'origin', 'HEAD:x')).status).not.toBe(0);
    await using writer = await cloneAs(forge, 'ann', ['write_repository']);
    await writer.commit('a.txt', 'a');
    expect((await writer.git('push', 'origin', 'HEAD:x')).status).toBe(0);
    const { secret } = forge.admin.createToken('ann', { grants: ['read_user'] });
    expect((await runGit(forge.folder, ['ls-remote', forge.gitUrl('team/adrs', secret)])).status).not.toBe(0);
  });

  it('tells where to open a merge request, or where it is', async () => {
    await using forge = await open();
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a');
    const first = await work.git('push', 'origin', 'HEAD:work/a');
    expect(first.err).toContain('remote: To create a merge request for work/a, visit:');
    expect(first.err).toContain(
      `${forge.url}/team/adrs/-/merge_requests/new?merge_request%5Bsource_branch%5D=work%2Fa`,
    );
    await forge.person('ann').openReview('team/adrs', { title: 'A', head: 'work/a' });
    await work.commit('b.txt', 'b');
    const second = await work.git('push', 'origin', 'HEAD:work/a');
    expect(second.err).toContain('remote: View merge request for work/a:');
    expect(second.err).toContain(`${forge.url}/team/adrs/-/merge_requests/1`);
  });
});

describe('push options of GitLab', () => {
  it('open a merge request', async () => {
    await using forge = await open();
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a', 'The subject');
    const options = [
      'merge_request.create',
      'merge_request.target=main',
      'merge_request.title=Draft: ADR 12: “Go”',
      'merge_request.description=One line\\nanother',
      'merge_request.label=adr',
      'merge_request.label=decision',
      'merge_request.remove_source_branch',
    ];
    const { err } = await work.git('push', ...options.flatMap((each) => ['-o', each]), 'origin', 'HEAD:gavel/12');
    expect(err).toContain(`remote:   ${forge.url}/team/adrs/-/merge_requests/1`);
    expect(forge.review('team/adrs', 1)).toMatchObject({
      by: 'ann',
      title: 'ADR 12: “Go”',
      isDraft: true,
      body: 'One line\nanother',
      labels: ['adr', 'decision'],
      head: 'gavel/12',
      base: 'main',
      removesHead: true,
    });
  });

  it('change the one that is open, and take the subject for a title', async () => {
    await using forge = await open();
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a', 'The subject\n\nAnd more');
    await work.git('push', '-o', 'merge_request.create', 'origin', 'HEAD:gavel/12');
    expect(forge.review('team/adrs', 1)).toMatchObject({ title: 'The subject', body: 'And more', removesHead: false });
    await work.commit('b.txt', 'b');
    await work.git('push', '-o', 'merge_request.create', '-o', 'merge_request.title=New', 'origin', 'HEAD:gavel/12');
    expect(forge.reviews('team/adrs')).toHaveLength(1);
    expect(forge.review('team/adrs', 1)).toMatchObject({ title: 'New', body: 'And more' });
    const again = await work.git('push', '-o', 'merge_request.title=Newer', 'origin', 'HEAD:gavel/12');
    expect(again.err).toContain('Everything up-to-date');
    expect(forge.review('team/adrs', 1)).toMatchObject({ title: 'New' });
  });

  it('are told what is wrong with them, and the push stays', async () => {
    await using forge = await open();
    await using work = await cloneAs(forge, 'ann');
    await work.commit('a.txt', 'a');
    const forgotten = await work.git('push', '-o', 'merge_request.title=X', 'origin', 'HEAD:x');
    expect(forgotten.err).toContain(
      'A merge_request.create push option is required to create a merge request for branch x',
    );
    await work.commit('b.txt', 'b');
    const nowhere = ['-o', 'merge_request.create', '-o', 'merge_request.target=nowhere'];
    const { status, err } = await work.git('push', ...nowhere, 'origin', 'HEAD:y');
    expect(status).toBe(0);
    expect(err).toContain('WARNINGS');
    expect(forge.reviews('team/adrs')).toEqual([]);
    expect(await forge.tip('team/adrs', 'y')).toBeDefined();
  });
});

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { informReview } from '../../../src/workflow/govern/inform-review.ts';
import type { OthersReviews } from '../../../src/workflow/ports/forge/forge.ts';
import type { RepositoryPorts } from '../../../src/workflow/ports/ports.ts';
import { hearForge } from '../../../src/workflow/publish/review/hear-forge.ts';
import { archiveFor, git, makeFolder } from '../../archive/workshop.ts';
import { openedReview, path, setStage } from '../../forge/github/stage.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const adr = (title: string, affects: string, status = 'Accepted') =>
  `---\naffects: ${affects}\n---\n\n# ${title}\n\nDate: 2026-03-02\n\nDeciders: Anna, Ben\n\n## Status\n\n${status}\n\n## Decision\n\nWe will do it with @everybody.\n`;

const files = {
  'docs/adr/0002-use-nats.md': adr('2. Use NATS', 'src/events/**'),
  'docs/adr/0003-use-kafka.md': adr('3. Use Kafka', 'src/queue/**', 'Superseded by [2](0002-use-nats.md)'),
  'docs/adr/0004-name-things.md': adr('4. Name things', '"**"'),
};

/** Gavel as an App at a GitHub whose repository has ADRs that govern something. */
async function openAt(settings: string) {
  const stage = await setStage();
  const { forge, app } = stage;
  forge.admin.grant(app, 'team', [...app.grants, 'checks:write']);
  const ann = forge.person('ann');
  await ann.commit(path, { files: { ...files, '.gavel.yml': settings } });
  const token = forge.admin.createToken('ann').secret;
  const archive = await archiveFor(forge.gitUrl(path), { folder: 'docs/adr', token, forgeKind: 'github' });
  const workshop = await openReviewWorkshop();
  const ports = workshop.openGavelAt({ archive, forge: stage.gavel.forge });
  const change = async (branch: string, changed: Readonly<Record<string, string>>) => {
    await forge.person('ben').commit(path, { branch, files: changed });
    return (await forge.person('ben').openReview(path, { title: branch, head: branch })).number;
  };
  const commentsOn = (number: number) =>
    (forge.reviews(path).find((one) => one.number === number)?.comments ?? []).filter(({ by }) => by.endsWith('[bot]'));
  const inform = (number: number, by: RepositoryPorts = ports) => informReview(by, { archive: archive.id, number });
  return { ...workshop, ...stage, archive, ports, change, commentsOn, inform };
}

/** A desk that dies once, before or after a comment was made. */
function losing(others: OthersReviews, when: 'before' | 'after'): OthersReviews {
  return {
    read: (number) => others.read(number),
    findComment: (number, marker) => others.findComment(number, marker),
    editComment: (id, body) => others.editComment(id, body),
    removeComment: (id) => others.removeComment(id),
    tellCheck: (check) => others.tellCheck(check),
    postComment: async (number, marker, body) => {
      if (when === 'after') await others.postComment(number, marker, body);
      throw new Error('Killed.');
    },
  };
}

describe('a review of others that changes what decisions govern', { timeout: 180_000 }, () => {
  it('gets one comment, which says what is true, and is gone when nothing is', async () => {
    await using at = await openAt('checks: comment\n');
    const { forge, inform, commentsOn } = at;
    const number = await at.change('change', { 'src/events/bus.ts': 'a', 'src/queue/q.ts': 'b', 'README.md': 'c' });
    forge.person('eve').comment(path, number, '<!-- gavel:decisions -->\nNot by Gavel.');

    // The answer is lost once before and once after the comment was made; then all goes well, twice.
    for (const when of ['before', 'after'] as const) {
      const { forge: github } = at.ports;
      if (github?.others === undefined) throw new Error('There is no GitHub.');
      const dying: RepositoryPorts = at.openGavelAt({
        archive: at.archive,
        forge: Object.defineProperty(Object.create(github), 'others', { value: losing(github.others, when) }),
      });
      await expect(inform(number, dying)).rejects.toThrow('Killed.');
    }
    await inform(number);
    await inform(number);
    const [comment, ...others] = commentsOn(number);
    expect(others).toEqual([]);
    const url = `${forge.url}/${path}/blob/main/docs/adr`;
    expect(comment?.body).toBe(
      [
        '<!-- gavel:decisions -->',
        'Decisions govern files that change here:',
        '',
        `- **[ADR-0002 Use NATS](${url}/0002-use-nats.md)**: We will do it with \`@everybody\`.  `,
        '  Decided by Anna, Ben on 2026-03-02.  ',
        '  Affects `src/events/**`. Changes `src/events/bus.ts`.',
        '',
      ].join('\n'),
    );

    at.asked();
    await inform(number);
    expect(at.asked().filter((call) => !call.startsWith('GET'))).toEqual([]);

    await forge.person('ben').commit(path, { branch: 'change', files: { 'src/events/two.ts': 'a' } });
    await inform(number);
    expect(commentsOn(number)).toMatchObject([{ id: comment?.id, body: expect.stringContaining('two.ts') }]);

    await forge.person('ann').commit(path, {
      files: { 'docs/adr/0002-use-nats.md': files['docs/adr/0002-use-nats.md'].replace('Accepted', 'Rejected') },
    });
    await inform(number);
    expect(commentsOn(number)).toMatchObject([{ body: expect.stringContaining('Superseded by') }]);
    await forge.person('ann').commit(path, { files: { '.gavel.yml': 'checks: off\n' } });
    await inform(number);
    expect(commentsOn(number)).toEqual([]);
  });

  it('gets none again once somebody took it away, nor one for what Gavel opens itself', async () => {
    await using at = await openAt('checks: comment\n');
    const { forge, inform, commentsOn } = at;
    const number = await at.change('change', { 'src/events/bus.ts': 'a' });
    await inform(number);
    const [comment] = commentsOn(number);
    forge.person('ben').deleteComment(path, number, comment?.id ?? 0);
    await forge.person('ben').commit(path, { branch: 'change', files: { 'src/events/two.ts': 'a' } });
    await inform(number);
    await inform(number);
    expect(commentsOn(number)).toEqual([]);

    const own = await openedReview(at);
    const decision = await at.decide({ archive: at.archive.id });
    await at.ports.store.read.reviews.save(decision, {
      ...{ archive: at.archive.id, branch: 'gavel/0012-use-postgres', into: 'main', namedAt: new Date() },
      ...{ why: { code: 'branch open', branch: 'main' }, proposal: undefined, number: own, url: undefined },
      ...{ seen: undefined, base: undefined, pushed: undefined, fileName: undefined, written: undefined },
      ...{ merged: undefined, openedAt: undefined, seenAt: undefined, nextLookAt: undefined, remindedAt: undefined },
      answer: undefined,
    });
    await forge.person('ann').commit(path, { branch: 'gavel/0012-use-postgres', files: { 'src/events/x.ts': 'x' } });
    await inform(own);
    expect(commentsOn(own)).toEqual([]);
    await inform(99);
  });

  it('gets a check, which fails until the decisions are named, where the team wants that', async () => {
    await using at = await openAt('checks: check\nenforce: true\n');
    const { forge, inform } = at;
    const place = at.archive.label;
    forge.admin.protect(path, { branch: 'main', checks: ['gavel/decisions'] });
    const number = await at.change('change', { 'src/events/bus.ts': 'a' });
    const found = () =>
      forge.admin.repository(path).checks.map(({ outcome, run }) => [outcome, run?.conclusion, run?.output?.title]);
    await inform(number);
    await inform(number);
    expect(found()).toEqual([['failure', 'failure', '1 decision to know']]);
    await forge.person('ben').edit(path, number, { body: 'As ADR-2 says.' });
    await inform(number);
    expect(found()).toEqual([['success', 'success', '1 decision to know']]);
    const other = await at.change('other', { 'README.md': 'x' });
    await inform(other);
    expect(found().at(-1)).toEqual(['success', 'success', 'No decision governs what changes here']);
    expect(at.commentsOn(number)).toEqual([]);

    // A delivery that comes twice leaves one job, and one from a fork is as good as any.
    for (const branch of ['change', undefined])
      await hearForge(at.ports, { kind: 'review', place, branch, changed: number });
    const jobs = await at.query("select key from graphile_worker.jobs where key like '%:inform-review:%'");
    expect(jobs).toHaveLength(1);
  });

  it('is looked at as far as GitHub lists its files', async () => {
    await using at = await openAt('checks: comment\n');
    const clone = join(await makeFolder(), 'clone');
    const { secret } = at.forge.admin.createToken('ben');
    await git('/', 'clone', '--quiet', at.forge.gitUrl(path).replace('://', `://ben:${secret}@`), clone);
    await mkdir(join(clone, 'src/events'), { recursive: true });
    for (let n = 0; n < 3_010; n += 1) await writeFile(join(clone, `src/events/${n}.ts`), `${n}`);
    await git(clone, 'add', '--all');
    await git(clone, 'commit', '--quiet', '--message', 'Add many');
    await git(clone, 'push', '--quiet', 'origin', 'HEAD:refs/heads/many');
    const { number } = await at.forge.person('ben').openReview(path, { title: 'Many', head: 'many' });
    at.asked();
    await at.inform(number);
    expect(at.asked().filter((call) => call.includes('/files'))).toHaveLength(30);
    const [comment] = at.commentsOn(number);
    expect(comment?.body).toContain('and 2,997 other files.');
    expect(comment?.body).toContain('Only the first 3,000 files were looked at.');
  });
});

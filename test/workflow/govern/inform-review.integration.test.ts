import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalForge } from '@gavel/local-forge/local-forge.ts';
import { effectsOf } from '@gavel/local-forge/world/effects.ts';
import { describe, expect, it } from 'vitest';
import { openForgejo } from '../../../src/forge/forgejo/open-forgejo.ts';
import { openGitLab } from '../../../src/forge/gitlab/open-gitlab.ts';
import { keepInStep } from '../../../src/workflow/follow/follow-archive.ts';
import { informReview } from '../../../src/workflow/govern/inform-review.ts';
import { informReviews } from '../../../src/workflow/govern/inform-reviews.ts';
import type { Forge, OthersReviews } from '../../../src/workflow/ports/forge/forge.ts';
import type { RepositoryPorts } from '../../../src/workflow/ports/ports.ts';
import { hearForge } from '../../../src/workflow/publish/review/hear-forge.ts';
import { archiveFor, git, makeFolder } from '../../archive/workshop.ts';
import { path, setStage } from '../../forge/github/stage.ts';
import { openStage, request, settingsFor } from '../../forge/local.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const adr = (title: string, affects: string, status = 'Accepted') =>
  `---\naffects: ${affects}\n---\n\n# ${title}\n\nDate: 2026-03-02\n\nDeciders: Anna, Ben\n\n## Status\n\n${status}\n\n## Decision\n\nWe will do it with @everybody.\n`;

const files = {
  'docs/adr/0002-use-nats.md': adr('2. Use NATS', 'src/events/**'),
  'docs/adr/0003-use-kafka.md': adr('3. Use Kafka', 'src/queue/**', 'Superseded by [2](0002-use-nats.md)'),
  'docs/adr/0004-name-things.md': adr('4. Name things', '"**"'),
};

const dialects = ['github', 'gitlab', 'forgejo'] as const;
type Dialect = (typeof dialects)[number];

/** Where a forge shows a file of `main`. */
const folders: Readonly<Record<Dialect, string>> = {
  github: 'blob/main/docs/adr',
  gitlab: '-/blob/main/docs/adr',
  forgejo: 'src/branch/main/docs/adr',
};

/** A forge with Gavel on it: as an App at GitHub, by a token elsewhere. */
async function openForgeAt(
  dialect: Dialect,
): Promise<{ local: LocalForge; forge: Forge; token: string } & AsyncDisposable> {
  if (dialect === 'github') {
    const stage = await setStage();
    stage.forge.admin.grant(stage.app, 'team', [...stage.app.grants, 'checks:write']);
    const token = stage.forge.admin.createToken('ann').secret;
    const { forge } = stage.gavel;
    return { local: stage.forge, forge, token, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() };
  }
  const stage = await openStage(dialect, path);
  const grants = dialect === 'gitlab' ? ['api', 'write_repository'] : ['write:repository', 'write:issue', 'read:user'];
  const token = stage.admin.createToken('gavel-bot', { grants }).secret;
  const settings = settingsFor(stage, path, token);
  const { forge } = dialect === 'gitlab' ? openGitLab(settings) : openForgejo(settings);
  return { local: stage, forge, token, [Symbol.asyncDispose]: () => stage[Symbol.asyncDispose]() };
}

/** A forge whose repository has ADRs that govern something, and Gavel there. */
async function openAt(dialect: Dialect, settings: string) {
  const { local, forge, token, ...stage } = await openForgeAt(dialect);
  await local.person('ann').commit(path, { files: { ...files, '.gavel.yml': settings } });
  const archive = await archiveFor(local.gitUrl(path), { folder: 'docs/adr', token, forgeKind: dialect });
  const workshop = await openReviewWorkshop();
  const ports = workshop.openGavelAt({ archive, forge });
  const ben = local.person('ben');
  const change = async (branch: string, changed: Readonly<Record<string, string>>) => {
    await ben.commit(path, { branch, files: changed });
    return (await ben.openReview(path, { title: branch, head: branch })).number;
  };
  const commentsOn = (number: number) =>
    (local.reviews(path).find((one) => one.number === number)?.comments ?? []).filter(({ by }) =>
      ['gavel-bot', 'gavel[bot]'].includes(by.toLowerCase()),
    );
  const inform = (number: number, by: RepositoryPorts = ports) => informReview(by, { archive: archive.id, number });
  let seen = 0;
  /** What was asked of the API since the last time. */
  const asked = () => {
    const entries = local.wire.entries().filter(({ kind, id }) => kind === 'api' && id > seen);
    seen = entries.at(-1)?.id ?? seen;
    return entries.map(({ name }) => name);
  };
  return { ...workshop, ...stage, local, forge, archive, ports, ben, change, commentsOn, inform, asked };
}

/** A desk that dies once, before or after a comment was made. */
function losing(others: OthersReviews, when: 'before' | 'after'): OthersReviews {
  return {
    showsSummaries: others.showsSummaries,
    listOpen: (most) => others.listOpen(most),
    read: (number) => others.read(number),
    findComment: (number, marker) => others.findComment(number, marker),
    editComment: (number, id, body) => others.editComment(number, id, body),
    removeComment: (number, id) => others.removeComment(number, id),
    tellCheck: (check) => others.tellCheck(check),
    postComment: async (number, marker, body) => {
      if (when === 'after') await others.postComment(number, marker, body);
      throw new Error('Killed.');
    },
  };
}

describe.each(dialects)(
  'a review of others at %s that changes what decisions govern',
  { timeout: 180_000 },
  (dialect) => {
    it('gets one comment, which says what is true, and is gone when nothing is', async () => {
      await using at = await openAt(dialect, 'checks: comment\n');
      const { local, forge, ben, inform, commentsOn } = at;
      const number = await at.change('change', { 'src/events/bus.ts': 'a', 'src/queue/q.ts': 'b', 'README.md': 'c' });
      local.person('ann').comment(path, number, '<!-- gavel:decisions -->\nNot by Gavel.');

      // The answer is lost once before and once after the comment was made; then all goes well, twice.
      for (const when of ['before', 'after'] as const) {
        if (forge.others === undefined) throw new Error('Nothing can be told on the reviews of others.');
        const dying: RepositoryPorts = at.openGavelAt({
          archive: at.archive,
          forge: Object.defineProperty(Object.create(forge), 'others', { value: losing(forge.others, when) }),
        });
        await expect(inform(number, dying)).rejects.toThrow('Killed.');
      }
      await inform(number);
      await inform(number);
      const [comment, ...others] = commentsOn(number);
      expect(others).toEqual([]);
      const url = `${local.url}/${path}/${folders[dialect]}`;
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
      const words = { title: '', body: comment?.body ?? '', messages: [] };
      expect(effectsOf(dialect, words)).toMatchObject({ mentions: [], closings: [], commands: [], images: [] });

      at.asked();
      await inform(number);
      expect(at.asked().filter((call) => !call.startsWith('GET'))).toEqual([]);

      await ben.commit(path, { branch: 'change', files: { 'src/events/two.ts': 'a' } });
      await inform(number);
      expect(commentsOn(number)).toMatchObject([{ id: comment?.id, body: expect.stringContaining('two.ts') }]);

      await local.person('ann').commit(path, {
        files: { 'docs/adr/0002-use-nats.md': files['docs/adr/0002-use-nats.md'].replace('Accepted', 'Rejected') },
      });
      await inform(number);
      expect(commentsOn(number)).toMatchObject([{ body: expect.stringContaining('Superseded by') }]);
      await local.person('ann').commit(path, { files: { '.gavel.yml': 'checks: off\n' } });
      await inform(number);
      expect(commentsOn(number)).toEqual([]);
    });

    it('gets none again once somebody took it away, nor one for what Gavel opens itself', async () => {
      await using at = await openAt(dialect, 'checks: comment\n');
      const { local, ben, inform, commentsOn } = at;
      const number = await at.change('change', { 'src/events/bus.ts': 'a' });
      await inform(number);
      const [comment] = commentsOn(number);
      ben.deleteComment(path, number, comment?.id ?? 0);
      await ben.commit(path, { branch: 'change', files: { 'src/events/two.ts': 'a' } });
      await inform(number);
      await inform(number);
      expect(commentsOn(number)).toEqual([]);

      await local.person('ann').commit(path, { branch: request.branch, files: { 'src/events/x.ts': 'x' } });
      const { number: own = 0 } = (await at.forge.openReview(request)).review;
      const decision = await at.decide({ archive: at.archive.id });
      await at.ports.store.read.reviews.save(decision, {
        ...{ archive: at.archive.id, branch: request.branch, into: 'main', namedAt: new Date() },
        ...{ why: { code: 'branch open', branch: 'main' }, proposal: undefined, number: own, url: undefined },
        ...{ seen: undefined, base: undefined, pushed: undefined, fileName: undefined, written: undefined },
        ...{ merged: undefined, openedAt: undefined, seenAt: undefined, nextLookAt: undefined, remindedAt: undefined },
        answer: undefined,
      });
      await inform(own);
      expect(commentsOn(own)).toEqual([]);
      await inform(99);
    });

    it('gets a check, which fails until the decisions are named, where the team wants that', async () => {
      await using at = await openAt(dialect, 'checks: check\nenforce: true\n');
      const { local, ben, inform, commentsOn } = at;
      const place = at.archive.label;
      local.admin.protect(path, { branch: 'main', checks: ['gavel/decisions'] });
      const number = await at.change('change', { 'src/events/bus.ts': 'a' });
      const found = () =>
        local.admin
          .repository(path)
          .checks.map(({ name, outcome, run, status }) => [name, outcome, run?.output?.title ?? status?.description]);
      await inform(number);
      await inform(number);
      const failed = ['gavel/decisions', 'failure', '1 decision to know'];
      expect(found()).toEqual([failed]);
      await ben.edit(path, number, { body: 'As ADR-2 says.' });
      await inform(number);
      const passed = ['gavel/decisions', 'success', '1 decision to know'];
      // GitHub keeps a check and changes it; elsewhere, the last one counts.
      expect(found()).toEqual(dialect === 'github' ? [passed] : [failed, passed]);
      const other = await at.change('other', { 'README.md': 'x' });
      await inform(other);
      expect(found().at(-1)).toEqual(['gavel/decisions', 'success', 'No decision governs what changes here']);

      // Where a check can't show what it is about, it leads to a comment that says it.
      const { checks } = local.admin.repository(path);
      const [comment] = commentsOn(number);
      if (dialect === 'github') expect(comment).toBeUndefined();
      else {
        expect(comment?.body).toContain('This passes once the description names each of them');
        expect(checks[1]?.status?.url).toMatch(new RegExp(`/${number}#(?:note_|issuecomment-)${comment?.id}$`));
      }
      expect(commentsOn(other)).toEqual([]);

      // A delivery that comes twice leaves one job, and one from a fork is as good as any.
      for (const branch of ['change', undefined])
        await hearForge(at.ports, { kind: 'review', place, branch, changed: number });
      const jobs = await at.query("select key from graphile_worker.jobs where key like '%:inform-review:%'");
      expect(jobs).toHaveLength(1);
    });

    it('is told again when a decision changes, without any webhook', async () => {
      await using at = await openAt(dialect, 'checks: comment\n');
      const { local, ben, inform, commentsOn, ports } = at;
      const ann = local.person('ann');
      const waiting = async () => {
        const jobs = await at.query<{ key: string }>(
          "select key from graphile_worker.jobs where key like '%:inform-review%' order by key",
        );
        return jobs.map(({ key }) => key.replace(/^.*:inform-/, '').replace(/:all$/, ''));
      };
      /** Looks through the open reviews, and does what comes of that. */
      const look = async () => {
        await informReviews(ports, { archive: at.archive.id });
        const found = (await waiting()).filter((job) => job.startsWith('review:'));
        await at.query("delete from graphile_worker._private_jobs where key like '%:inform-review%'");
        for (const job of found) await inform(Number(job.split(':')[1]));
        return found;
      };
      const governed = await at.change('governed', { 'src/events/bus.ts': 'a' });
      const free = await at.change('free', { 'README.md': 'c' });
      const both = [`review:${governed}`, `review:${free}`].toSorted();
      expect(await look()).toEqual(both);
      expect(commentsOn(governed)).toMatchObject([{ body: expect.stringContaining('ADR-0002') }]);
      // Our own comment changes nothing; whatever others write is no change either.
      ben.comment(path, governed, 'Hm.');
      at.asked();
      expect(await look()).toEqual([]);
      expect(at.asked()).toHaveLength(1);

      await ben.edit(path, free, { title: 'Another title' });
      expect(await look()).toEqual([`review:${free}`]);

      // The branch has moved: the reviews are looked through once, a while after the last of several commits.
      await ann.commit(path, { files: { 'docs/adr/0005-write-a-readme.md': adr('5. Write a README', 'README.md') } });
      await keepInStep(ports, at.archive.id, new AbortController().signal);
      await ann.commit(path, { files: { 'docs/adr/0003-use-kafka.md': undefined } });
      await keepInStep(ports, at.archive.id, new AbortController().signal);
      expect(await waiting()).toEqual(['reviews']);
      expect(await look()).toEqual(both);
      expect(commentsOn(free)).toMatchObject([{ body: expect.stringContaining('ADR-0005 Write a README') }]);
      // Other files of the branch are no reason.
      await ann.commit(path, { files: { 'src/main.ts': 'a' } });
      expect(await look()).toEqual([]);
      ben.close(path, free);

      // When the team wants it no more, what was told is taken back, and nothing else is asked.
      await ann.commit(path, { files: { '.gavel.yml': 'checks: off\n' } });
      await keepInStep(ports, at.archive.id, new AbortController().signal);
      expect(await waiting()).toEqual(['reviews']);
      expect(await look()).toEqual([`review:${governed}`]);
      expect(commentsOn(governed)).toEqual([]);
      expect(await look()).toEqual([]);
    });

    it('is left alone while the forge does not want to be asked, or does not let Gavel tell', async () => {
      await using at = await openAt(dialect, 'checks: comment\n');
      const { local, inform, ports } = at;
      const number = await at.change('change', { 'src/events/bus.ts': 'a' });
      local.faults.failNext({ kind: 'status', status: 502 }, { method: 'GET', times: 20 });
      await informReviews(ports, { archive: at.archive.id });
      await expect(inform(number)).rejects.toMatchObject({ trouble: { code: 'forge unreachable' } });
      local.faults.clear();
      local.faults.failNext({ kind: 'status', status: 403 }, { method: 'POST', path: /comments|notes/ });
      await inform(number);
      const states = await ports.store.read.informed.findStates('T1', at.archive.id, [number]);
      expect(states.get(number)?.seen).toBeDefined();
      expect(at.commentsOn(number)).toEqual([]);
    });

    it('is looked at as far as the forge lists its files', async () => {
      await using at = await openAt(dialect, 'checks: comment\n');
      const clone = join(await makeFolder(), 'clone');
      const { secret } = at.local.admin.createToken('ben');
      await git('/', 'clone', '--quiet', at.local.gitUrl(path).replace('://', `://ben:${secret}@`), clone);
      await mkdir(join(clone, 'src/events'), { recursive: true });
      for (let n = 0; n < 3_010; n += 1) await writeFile(join(clone, `src/events/${n}.ts`), `${n}`);
      await git(clone, 'add', '--all');
      await git(clone, 'commit', '--quiet', '--message', 'Add many');
      await git(clone, 'push', '--quiet', 'origin', 'HEAD:refs/heads/many');
      const { number } = await at.ben.openReview(path, { title: 'Many', head: 'many' });
      at.asked();
      await at.inform(number);
      const { pages, files: listed } = {
        github: { pages: 30, files: '3,000' },
        gitlab: { pages: 34, files: '1,000' },
        forgejo: { pages: 61, files: '3,000' },
      }[dialect];
      expect(at.asked().filter((call) => /\/(?:files|diffs)\b/.test(call))).toHaveLength(pages);
      const [comment] = at.commentsOn(number);
      expect(comment?.body).toContain(`and ${listed === '1,000' ? '997' : '2,997'} other files.`);
      expect(comment?.body).toContain(`Only the first ${listed} files were looked at.`);
    });
  },
);

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import type { PublishSetting } from '../../../src/decision/publication/publish-way.ts';
import { changeDecision } from '../../../src/workflow/change/change.ts';
import { ArchiveError } from '../../../src/workflow/ports/archive/archive-error.ts';
import { Repositories } from '../../../src/workflow/ports/archive/repositories.ts';
import { ForgeError } from '../../../src/workflow/ports/forge/forge-error.ts';
import type { RepositoryPorts } from '../../../src/workflow/ports/ports.ts';
import { proposeReview } from '../../../src/workflow/publish/propose/propose-review.ts';
import { publish } from '../../../src/workflow/publish/publish.ts';
import { git } from '../../archive/workshop.ts';
import { wonBy } from '../../decision/sample.ts';
import { makeDecision, makeOption, makeVoting } from '../../store/decision-samples.ts';
import { after } from '../../store/workshop.ts';
import { mergeBranch } from '../fake-forge.ts';
import { makeArgument } from '../publish-workshop.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

const branch = 'gavel/0002-choose-the-language';
const file = '0002-choose-the-language.md';
const refusal = new ArchiveError({ code: 'not authorized', place: 'forge.example', said: '' });

/** A team that wants drafts from the vote on, with a vote that has just opened. */
async function openDrafts(
  more: {
    readonly hasForge?: boolean;
    readonly isPrivate?: boolean;
    readonly publishesRejected?: boolean;
    readonly setting?: PublishSetting;
  } = {},
) {
  const { hasForge = true, isPrivate = false, publishesRejected = true } = more;
  const workshop = await openReviewWorkshop({ hasForge, publishing: { setting: more.setting ?? 'propose' } });
  const { chat, settings } = workshop.ports;
  const findChannel: typeof chat.findChannel = async (id) => {
    const channel = await chat.findChannel(id);
    return channel && { ...channel, isPrivate };
  };
  const ports: RepositoryPorts = {
    ...workshop.ports,
    chat: { ...chat, findChannel },
    settings: { ...settings, publishesRejected },
  };
  const { read } = ports.store;
  const change = async ({ id }: Decision, move: (before: Decision) => Partial<Decision>) => {
    workshop.pass(2);
    const kind = 'argument given';
    await changeDecision(ports, id, 'U1', (before) => ({ decision: { ...before, ...move(before) }, kind }));
  };
  return {
    ...workshop,
    ports,
    change,
    open: async (by: Partial<Decision> = {}): Promise<Decision> => {
      const options = [makeOption(0, 'Go'), makeOption(1, 'Rust')];
      const decision = makeDecision({
        ...{ title: 'Choose the language', timeZone: 'UTC', objections: [], archive: workshop.archive.id },
        ...{ options, voting: undefined, ...by },
      });
      await read.decisions.insert(decision);
      await read.cards.place(decision.id, { ts: decision.id, link: 'https://example.org/card' });
      await change(decision, () => ({ voting: makeVoting() }));
      return (await read.decisions.find(decision.id)) ?? decision;
    },
    argue: (decision: Decision, text: string) =>
      change(decision, ({ options: [option], arguments: all }) => ({
        arguments: [...all, makeArgument(option?.id ?? '', 'pro', text)],
      })),
    propose: (decision: Decision, by: RepositoryPorts = ports) => proposeReview(by, decision.id),
    /** `chosen`: the index of an option; null when all are rejected. */
    conclude: (decision: Decision, chosen: number | null = 0) =>
      change(decision, ({ options, voting }) => ({
        status: chosen === null ? 'rejected' : 'accepted',
        voting: voting && { ...voting, closedAt: after(3_600) },
        outcome: {
          chosenOptionId: chosen === null ? undefined : options[chosen]?.id,
          reason: { by: 'rule', verdict: wonBy(options[chosen ?? 0]?.title ?? '') },
          ...{ consequences: [], decidedBy: undefined, decidedAt: after(3_600), departures: [] },
        },
      })),
    jobs: async () =>
      (await workshop.query<{ key: string; run_at: Date }>('select key, run_at from graphile_worker.jobs'))
        .filter(({ key }) => key.includes('propose-review'))
        .map(({ run_at }) => run_at),
    publishNow: (decision: Decision) => publish(ports, decision.id),
    commits: () => git(workshop.remote, 'rev-list', '--count', `main..${branch}`),
    comment: (id: string, by: string, minute: number) =>
      workshop.forge.comments.push({
        ...{ number: 12, id, by, url: `https://forge.example/c/${id}`, text: 'Hm.' },
        at: new Date(workshop.now().getTime() + minute * 60_000),
      }),
  };
}

describe('a decision that is proposed in a review', { timeout: 180_000 }, () => {
  it('has a draft from the vote on, which follows the arguments and gets the outcome', async () => {
    const workshop = await openDrafts();
    const { forge, remote, ports } = workshop;
    const decision = await workshop.open();
    expect(await workshop.jobs()).toHaveLength(1);
    await workshop.propose(decision);
    await workshop.propose(decision);
    expect(forge.reviews()).toMatchObject([{ number: 12, branch, isDraft: true, state: 'open', reviewers: [] }]);
    expect(forge.reviews()[0]?.body).toContain('Nothing has been decided yet.');
    expect(await workshop.textOn(branch, file)).toContain('roposed');

    await workshop.argue(decision, 'It compiles fast');
    await workshop.propose(decision);
    expect(await workshop.textOn(branch, file)).toContain('compiles fast');
    expect(forge.reviews()[0]?.body).toContain('It compiles fast');
    expect(await workshop.commits()).toBe('1');
    expect(await workshop.publication(decision)).toMatchObject({ state: 'not yet', number: 2, fileName: file });

    await workshop.conclude(decision);
    await workshop.propose(decision);
    await workshop.publishNow(decision);
    expect(forge.reviews()).toMatchObject([{ number: 12, isDraft: false, state: 'open' }]);
    expect(forge.reviews()[0]?.body).toContain('Accepted: Go');
    expect(await workshop.textOn(branch, file)).toContain('ccepted');
    expect(await workshop.commits()).toBe('1');
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review', number: 2 });

    await forge.merge(12);
    await workshop.watch(decision, ports);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', number: 2, fileName: file });
    expect(await git(remote, 'show', `main:docs/decisions/${file}`)).toContain('ccepted');
    expect(await workshop.kinds(decision)).toEqual(['review proposed', 'review completed', 'published']);
  });

  it('has its line in an index above the folder, with the status that it has', async () => {
    const workshop = await openDrafts();
    const lines = ['one', 'two', 'three'].map(
      (title, at) => `| [${title}](docs/decisions/000${at + 1}-x.md) | Accepted |`,
    );
    await workshop.push({
      ...{
        '0001-use-git.md': undefined,
        '0001-x.md': '# 1. one\n',
        '0002-x.md': '# 2. two\n',
        '0003-x.md': '# 3. three\n',
      },
      '../../README.md': `# Ours\n\n| ADR | Status |\n|---|---|\n${lines.join('\n')}\n`,
    });
    await workshop.follow();
    const decision = await workshop.open();
    await workshop.propose(decision);
    const lineOnBranch = async () =>
      (await git(workshop.remote, 'show', 'gavel/0004-choose-the-language:README.md')).split('\n').at(-1);
    const way = 'docs/decisions/0004-choose-the-language.md';
    expect(await lineOnBranch()).toBe(`| [Choose the language](${way}) | Proposed |`);
    await workshop.conclude(decision, null);
    await workshop.publishNow(decision);
    expect(await lineOnBranch()).toBe(`| [Choose the language](${way}) | Rejected |`);
  });

  it('says once in the thread why there is no draft, or why it does not follow', async () => {
    const workshop = await openDrafts();
    const { forge, kinds } = workshop;
    const missing = { code: 'permission missing', place: 'forge.example', permission: 'pull_requests: write' } as const;
    forge.fault = (question) => (question === 'openReview' ? new ForgeError(missing) : undefined);
    const decision = await workshop.open();
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(workshop.propose(decision)).rejects.toThrow(ForgeError);
    expect(await workshop.told(decision)).toEqual([{ kind: 'not proposed', isOpen: false, trouble: missing }]);
    forge.fault = undefined;
    workshop.pass(1);
    await workshop.propose(decision);
    await workshop.argue(decision, 'It compiles fast');
    const unreachable = { code: 'forge unreachable', place: 'forge.example', said: 'HTTP 503' } as const;
    forge.fault = () => new ForgeError(unreachable);
    await expect(workshop.propose(decision)).rejects.toThrow(ForgeError);
    expect(await kinds(decision)).toEqual(['not proposed', 'review proposed']);
    workshop.pass(20);
    for (let attempt = 0; attempt < 3; attempt += 1)
      await expect(workshop.propose(decision)).rejects.toThrow(ForgeError);
    expect(await kinds(decision)).toEqual(['not proposed', 'review proposed', 'not proposed']);
    expect(await workshop.told(decision)).toContainEqual({ kind: 'not proposed', isOpen: true, trouble: unreachable });
  });

  it.each([{ isPrivate: true }, { setting: 'auto' }] as const)(
    'says nothing of trouble where there would be no draft: %j',
    async (where) => {
      const workshop = await openDrafts(where);
      const decision = await workshop.open();
      const ports = { ...workshop.ports, archive: { ...workshop.archive, fetch: () => Promise.reject(refusal) } };
      const repository = { ...ports.repositories.first, archive: ports.archive };
      const refused = { ...ports, repositories: new Repositories(repository) };
      await workshop.propose(decision, refused).catch(() => undefined);
      expect(await workshop.kinds(decision)).toEqual([]);
    },
  );

  it('is pushed once a minute at most', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    await workshop.propose(decision);
    const pushed = await workshop.review(decision);
    const { argue } = workshop;
    await Promise.all(['It is small', 'It is fast', 'It is known'].map((text) => argue(decision, text)));
    expect(await workshop.jobs()).toHaveLength(1);
    await workshop.propose(decision);
    expect(forgeCalls(workshop.forge.asked, 'editReview')).toBe(1);
    expect((await workshop.review(decision))?.pushed).not.toBe(pushed?.pushed);
  });

  it.each([
    ['findReview', 'before it is looked for'],
    ['openReview', 'before it is opened'],
    ['after openReview', 'when it is open'],
  ])('opens one draft when it is killed at %s, %s', async (at) => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    workshop.forge.fault = (question) => (question === at ? new Error('killed') : undefined);
    await expect(workshop.propose(decision)).rejects.toThrow('killed');
    workshop.forge.fault = undefined;
    await workshop.propose(decision);
    await workshop.propose(decision, await withChat(workshop.openGavel(), workshop.ports));
    expect(workshop.forge.reviews()).toHaveLength(1);
    expect(await workshop.kinds(decision)).toEqual(['review proposed']);
    expect(await workshop.branches()).toEqual([branch, 'main']);
  });

  it('tells the thread of each comment once, with a link, until there is an outcome', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    await workshop.propose(decision);
    workshop.comment('c1', 'ada', 0);
    await workshop.watch(decision, workshop.ports);
    await workshop.watch(decision, workshop.ports);
    for (const id of ['c2', 'c3', 'c4', 'c5', 'c6', 'c7', 'c8']) workshop.comment(id, 'ben', 0);
    await Promise.all([workshop.watch(decision, workshop.ports), workshop.watch(decision, workshop.ports)]);
    const told = (await workshop.told(decision)).filter((one) => 'comments' in one);
    expect(told).toMatchObject([
      { number: 12, comments: [{ by: 'ada', url: 'https://forge.example/c/c1' }], more: 0 },
      { comments: [{ by: 'ben' }, {}, {}, {}, {}], more: 2 },
    ]);
    await workshop.conclude(decision);
    await workshop.publishNow(decision);
    workshop.comment('c9', 'ada', 0);
    await workshop.watch(decision, workshop.ports);
    expect((await workshop.kinds(decision)).filter((kind) => kind === 'review comments')).toHaveLength(2);
  });

  it('keeps what others commit to it, before and with the outcome', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    await workshop.propose(decision);
    await workshop.commitTo(branch, (folder) => writeFile(join(folder, 'notes.txt'), 'Noted.\n'));
    await workshop.argue(decision, 'It compiles fast');
    await workshop.propose(decision);
    expect(await workshop.textOn(branch, file)).toContain('compiles fast');
    expect(await workshop.textOn(branch, 'notes.txt')).toBe('Noted.');
    await workshop.conclude(decision);
    await workshop.publishNow(decision);
    expect(await workshop.textOn(branch, file)).toContain('ccepted');
    expect(await workshop.textOn(branch, 'notes.txt')).toBe('Noted.');
    expect(await workshop.kinds(decision)).toEqual(['review proposed', 'review completed']);
  });

  it('leaves a file alone whose lines others have changed, and says so once', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    await workshop.propose(decision);
    await workshop.commitTo(branch, async (folder) => {
      const text = await readFile(join(folder, file), 'utf8');
      await writeFile(join(folder, file), text.replaceAll(/^(.+)$/gmu, '$1 (edited)'));
    });
    await workshop.argue(decision, 'It compiles fast');
    await workshop.propose(decision);
    await workshop.argue(decision, 'It is small');
    await workshop.propose(decision);
    expect(await workshop.textOn(branch, file)).toContain('(edited)');
    expect(await workshop.kinds(decision)).toEqual(['review proposed', 'review taken over']);
    await workshop.conclude(decision);
    await workshop.publishNow(decision);
    expect(await workshop.textOn(branch, file)).toContain('(edited)');
    expect(await workshop.kinds(decision)).toEqual(['review proposed', 'review taken over', 'review taken over']);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review' });
  });

  it.each(['withdrawn', 'rejected'] as const)(
    'is closed without a trace in the branches when it is %s',
    async (how) => {
      const workshop = await openDrafts({ publishesRejected: false });
      const decision = await workshop.open();
      await workshop.propose(decision);
      if (how === 'rejected') await workshop.conclude(decision, null);
      else await workshop.change(decision, () => ({ status: 'withdrawn' }));
      expect(await workshop.jobs()).toHaveLength(1);
      await workshop.propose(decision);
      await workshop.propose(decision);
      expect(workshop.forge.reviews()).toMatchObject([{ number: 12, state: 'closed' }]);
      expect(await workshop.branches()).toEqual(['main']);
      expect(await workshop.publication(decision)).toMatchObject({ number: undefined, fileName: undefined });
    },
  );

  it('waits for the outcome in a private channel', async () => {
    const workshop = await openDrafts({ isPrivate: true });
    const decision = await workshop.open();
    await workshop.propose(decision);
    expect(workshop.forge.reviews()).toEqual([]);
    expect(await workshop.branches()).toEqual(['main']);
    await workshop.conclude(decision);
    await workshop.publishNow(decision);
    expect(workshop.forge.reviews()).toMatchObject([{ isDraft: false, state: 'open' }]);
    expect(await workshop.kinds(decision)).toEqual(['review opened']);
  });

  it('says nothing of votes before the end', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    const optionId = decision.options[0]?.id ?? '';
    const vote = { optionId, userId: 'U1', isCast: true, score: 1, eventUs: 1, cardTs: decision.id };
    await workshop.ports.store.read.ballots.write(decision, [vote]);
    await workshop.propose(decision);
    const all = [await workshop.textOn(branch, file), workshop.forge.reviews()[0]?.body].join('\n');
    expect(all).not.toMatch(/\bvotes?\b:|1 vote/u);
    expect(await git(workshop.remote, 'log', '-1', '--format=%B', branch)).not.toContain('vote');
  });

  it('names nobody as a decider before there is an outcome', async () => {
    const workshop = await openDrafts();
    await workshop.push({ '0001-use-git.md': '---\nstatus: accepted\ndecision-makers: Dana\n---\n\n# Use git\n' });
    const decision = await workshop.open();
    await workshop.propose(decision);
    expect(await workshop.textOn(branch, file)).not.toMatch(/Alice|Ben|Chloe/u);
  });

  it('is one draft, told once, when two Gavels propose it at the same time', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    const other = await withChat(workshop.openGavel(), workshop.ports);
    const both = [workshop.propose(decision), workshop.propose(decision, other)];
    expect((await Promise.allSettled(both)).some(({ status }) => status === 'fulfilled')).toBe(true);
    await workshop.propose(decision, other);
    expect(workshop.forge.reviews()).toHaveLength(1);
    expect(await workshop.kinds(decision)).toEqual(['review proposed']);
  });

  it('waits while nobody votes, and goes on with the next round', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    await workshop.propose(decision);
    await workshop.change(decision, ({ voting }) => ({ voting: voting && { ...voting, closedAt: after(60) } }));
    await workshop.argue(decision, 'It compiles fast');
    await workshop.propose(decision);
    expect(await workshop.textOn(branch, file)).not.toContain('compiles fast');
    await workshop.change(decision, () => ({ voting: makeVoting({ round: 2 }) }));
    await workshop.propose(decision);
    expect(await workshop.textOn(branch, file)).toContain('compiles fast');
    expect(workshop.forge.reviews()).toMatchObject([{ state: 'open', isDraft: true }]);
  });

  it('is wanted by a team that says so in .gavel.yml, and by no other', async () => {
    const workshop = await openDrafts({ setting: 'auto' });
    const first = await workshop.open();
    expect(await workshop.jobs()).toHaveLength(1);
    await workshop.propose(first);
    expect(workshop.forge.reviews()).toEqual([]);
    await workshop.follow();
    await workshop.open();
    expect(await workshop.jobs()).toHaveLength(1);
    await workshop.push({ '.gavel.yml': 'publish: propose\n' });
    await workshop.follow();
    const second = await workshop.open();
    expect(await workshop.jobs()).toHaveLength(2);
    await workshop.propose(second);
    expect(workshop.forge.reviews()).toMatchObject([{ isDraft: true }]);
    expect(await workshop.review(second)).toMatchObject({ why: { in: '.gavel.yml', isProposed: true } });
  });

  it('is a branch where there is no API of a forge', async () => {
    const workshop = await openDrafts({ hasForge: false });
    const decision = await workshop.open();
    await workshop.propose(decision);
    await workshop.argue(decision, 'It compiles fast');
    await workshop.propose(decision);
    expect(await workshop.textOn(branch, file)).toContain('compiles fast');
    await workshop.conclude(decision);
    await workshop.publishNow(decision);
    expect(await workshop.textOn(branch, file)).toContain('ccepted');
    await mergeBranch(workshop.remote, branch, 'merge');
    await workshop.watch(decision, workshop.ports);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'merged', number: 2 });
  });

  it('gets another number when somebody takes its own', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    await workshop.propose(decision);
    await workshop.push({ '0002-use-tea.md': '# 2. Use tea\n\n## Status\n\nAccepted\n' });
    await workshop.follow();
    await workshop.watch(decision, workshop.ports);
    expect(await workshop.jobs()).toHaveLength(1);
    await workshop.propose(decision);
    expect(await workshop.textOn(branch, '0003-choose-the-language.md')).toContain('roposed');
    expect(workshop.forge.reviews()).toMatchObject([{ title: expect.stringContaining('0003') }]);
  });

  it('is opened again for the outcome after somebody closed it', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    await workshop.propose(decision);
    workshop.forge.change(12, { state: 'closed', endedBy: 'ada' });
    await workshop.watch(decision, workshop.ports);
    await workshop.argue(decision, 'It compiles fast');
    await workshop.propose(decision);
    expect(await workshop.textOn(branch, file)).not.toContain('compiles fast');
    await workshop.conclude(decision);
    await workshop.publishNow(decision);
    expect(workshop.forge.reviews()).toMatchObject([{ number: 12, state: 'open', isDraft: false }]);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review' });
  });

  it('publishes the outcome as an ADR of its own when the draft was merged before', async () => {
    const workshop = await openDrafts();
    const decision = await workshop.open();
    await workshop.propose(decision);
    await workshop.forge.merge(12);
    await workshop.watch(decision, workshop.ports);
    await workshop.watch(decision, workshop.ports);
    await workshop.conclude(decision);
    await workshop.publishNow(decision);
    expect(workshop.forge.reviews()).toMatchObject([{ state: 'merged' }, { state: 'open', isDraft: false }]);
    await workshop.watch(decision, workshop.ports);
    expect(await workshop.publication(decision)).toMatchObject({ state: 'in review', number: 3 });
    await workshop.forge.merge(13);
    await workshop.watch(decision, workshop.ports);
    const merged = { state: 'merged', number: 3, fileName: '0003-choose-the-language.md' };
    expect(await workshop.publication(decision)).toMatchObject(merged);
    const kinds = ['review proposed', 'proposal merged', 'review opened', 'published'];
    expect(await workshop.kinds(decision)).toEqual(kinds);
  });
});

function forgeCalls(asked: readonly string[], question: string): number {
  return asked.filter((one) => one === question).length;
}

async function withChat(gavel: Promise<RepositoryPorts>, { chat, settings }: RepositoryPorts) {
  return { ...(await gavel), chat, settings };
}

import type { LocalForge, LocalForgeSettings } from '@gavel/local-forge/local-forge.ts';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import { RuleBroken } from '../../../src/decision/failure/rule-broken.ts';
import { openForgejo } from '../../../src/forge/forgejo/open-forgejo.ts';
import { openGitHub } from '../../../src/forge/github/github.ts';
import { openGitLab } from '../../../src/forge/gitlab/open-gitlab.ts';
import { withdrawDecision } from '../../../src/workflow/decide/decide.ts';
import { followArchive } from '../../../src/workflow/follow/follow-archive.ts';
import type { Publishing } from '../../../src/workflow/ports/archive/publishing.ts';
import type { Forge } from '../../../src/workflow/ports/forge/forge.ts';
import { proposeReview } from '../../../src/workflow/publish/propose/propose-review.ts';
import { publish } from '../../../src/workflow/publish/publish.ts';
import { hearForge } from '../../../src/workflow/publish/review/hear-forge.ts';
import { reopenReview } from '../../../src/workflow/publish/review/review-ended.ts';
import { tellClosed } from '../../../src/workflow/publish/review/tell-closed.ts';
import { archiveFor } from '../../archive/workshop.ts';
import { wonBy } from '../../decision/sample.ts';
import { openStage, settingsFor } from '../../forge/local.ts';
import { makeDecision, makeOption, makeVoting } from '../../store/decision-samples.ts';
import { after } from '../../store/workshop.ts';
import { makeArgument } from '../publish-workshop.ts';
import { openReviewWorkshop } from '../review-workshop.ts';

type Dialect = LocalForgeSettings['dialect'];

const path = 'team/adrs';
const branch = 'gavel/0001-choose-the-language';
const file = 'docs/decisions/0001-choose-the-language.md';

const grants: Readonly<Record<Dialect, readonly string[] | undefined>> = {
  github: undefined,
  gitlab: ['api', 'write_repository'],
  forgejo: undefined,
};

/** The client of a forge, as Gavel has it. */
function connect(dialect: Dialect, stage: LocalForge & AsyncDisposable, secret: string): Forge {
  const { token, ...settings } = settingsFor(stage, path, secret);
  if (dialect === 'github') return openGitHub({ ...settings, credentials: { token } }).forge;
  return dialect === 'gitlab' ? openGitLab({ ...settings, token }).forge : openForgejo({ ...settings, token }).forge;
}

/** A Gavel at a local forge that lets nobody push to `main`. */
async function openAt(
  dialect: Dialect,
  stage: LocalForge & AsyncDisposable,
  alone?: { readonly opensBy: 'push options' | 'agit' | undefined },
  wanted: Partial<Publishing> = {},
) {
  // At GitHub, a bot is an App; a token is that of a person.
  const login = dialect === 'github' ? 'gavel' : 'gavel-bot';
  stage.person(login);
  stage.admin.setRole(path, login, 'write');
  const { secret } = stage.admin.createToken(login, grants[dialect] ? { grants: grants[dialect] } : {});
  stage.admin.protect(path, { branch: 'main', approvals: 1 });
  const archive = await archiveFor(stage.gitUrl(path), { token: secret, forgeKind: dialect });
  const workshop = await openReviewWorkshop();
  /** Gavel as it is after a start: what it knew of the forge may have been some minutes old. */
  const start = (change: (forge: Forge) => Forge = (forge) => forge) => {
    const forge = alone ? undefined : change(connect(dialect, stage, secret));
    return workshop.openGavelAt({ archive, forge, publishing: { ...alone, ...wanted } });
  };
  const ports = start();
  const decide = async (more: Partial<Decision> = {}): Promise<Decision> =>
    workshop.decide({ archive: archive.id, ...more });
  return { ...workshop, ports, start, decide, archive };
}

/** A client that dies when the forge has opened a review, before it granted anything for it. */
function diesOnceOpen(forge: Forge): Forge {
  const open = forge.openReview.bind(forge);
  forge.openReview = async (request) => {
    await open({ ...request, labels: [], reviewers: [], mergesItself: false });
    throw new Error('Killed.');
  };
  return forge;
}

/** A client that dies when the branch is pushed, before it opens a review. */
function diesBeforeOpening(forge: Forge): Forge {
  forge.openReview = async () => {
    throw new Error('Killed.');
  };
  return forge;
}

describe.each(['github', 'gitlab', 'forgejo'] as const)('a decision at %s', { timeout: 240_000 }, (dialect) => {
  it('goes to a protected branch by a review that people merge', async () => {
    await using stage = await openStage(dialect, path);
    const { ports, decide, publish, watch, publication, kinds, review } = await openAt(dialect, stage);
    const decision = await decide();
    await publish(decision, ports);
    const { number = 0, why, seen } = (await review(decision)) ?? {};
    expect(why).toMatchObject({ branch: 'main' });
    expect(seen).toMatchObject({ state: 'open', approvals: 0 });
    expect(stage.review(path, number)).toMatchObject({ state: 'open' });
    stage.person('ben').approve(path, number);
    await watch(decision, ports);
    expect((await review(decision))?.seen).toMatchObject({ approvals: 1 });
    await stage.person('ann').merge(path, number, 'squash');
    await stage.settled();
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'merged', number: 1 });
    expect(await kinds(decision)).toEqual(['review opened', 'published']);
    expect(await stage.file(path, 'main', file)).toContain('Choose the language');
    expect(await stage.tip(path, branch)).toBeUndefined();
  });

  it('gets one review, and its thread one message, when its forge was away for an hour meanwhile', async () => {
    await using stage = await openStage(dialect, path);
    const { ports, decide, publish, publication, kinds, pass } = await openAt(dialect, stage);
    const decision = await decide();
    // The last request reaches the forge, whose answer is lost.
    const opening = { method: 'POST', path: /\/(?:pulls|merge_requests)$/ };
    const away = { kind: 'status', status: 503 } as const;
    stage.faults.failNext({ kind: 'hang-up', isAfterwards: true }, opening);
    stage.faults.failNext(away, { ...opening, times: 10_000 });
    await publish(decision, ports).catch(() => undefined);
    stage.faults.failNext(away, { times: 10_000 });
    for (let minutes = 0; minutes < 60; minutes += 10) {
      await publish(decision, ports).catch(() => undefined);
      pass(10);
    }
    expect(await publication(decision)).toMatchObject({ state: 'not yet', trouble: { code: 'forge unreachable' } });
    expect(await kinds(decision)).toEqual(['not published']);
    stage.faults.clear();
    await publish(decision, ports);
    expect(stage.reviews(path)).toHaveLength(1);
    expect(await publication(decision)).toMatchObject({ state: 'in review', trouble: undefined });
    expect(await kinds(decision)).toEqual(['not published', 'review opened']);
  });

  it('is in the review that somebody has opened by hand for its branch', async () => {
    await using stage = await openStage(dialect, path);
    stage.admin.repository(path).labels.push({ id: 77, name: 'adr' });
    const { start, decide, publish, watch, publication, review } = await openAt(dialect, stage, undefined, {
      labels: ['adr'],
    });
    const decision = await decide();
    await expect(publish(decision, start(diesBeforeOpening))).rejects.toThrow('Killed.');
    await stage.person('ann').openReview(path, { title: 'The language', body: 'By hand.', head: branch });
    const ports = start();
    await publish(decision, ports);
    expect(stage.reviews(path)).toMatchObject([{ number: 1, by: 'ann', body: 'By hand.', labels: ['adr'] }]);
    expect(await review(decision)).toMatchObject({ number: 1 });
    stage.person('ben').approve(path, 1);
    await stage.person('ann').merge(path, 1);
    await stage.settled();
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'merged', number: 1 });
  });

  it('counts where somebody brought the same file by a review of their own, and then closes its own', async () => {
    await using stage = await openStage(dialect, path);
    const { ports, decide, publish, watch, publication, kinds } = await openAt(dialect, stage);
    const decision = await decide();
    await publish(decision, ports);
    const files = { [file]: (await stage.file(path, branch, file)) ?? '' };
    const ann = stage.person('ann');
    await ann.commit(path, { branch: 'by-hand', files });
    const { number } = await ann.openReview(path, { title: 'The language', body: '', head: 'by-hand' });
    stage.person('ben').approve(path, number);
    await ann.merge(path, number);
    await stage.settled();
    await followArchive(ports);
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'merged', number: 1 });
    expect(stage.reviews(path)).toMatchObject([
      { head: branch, state: 'closed' },
      { head: 'by-hand', state: 'merged' },
    ]);
    expect(await kinds(decision)).toEqual(['review opened', 'published']);
    expect(await stage.tip(path, branch)).toBeUndefined();
  });

  it('has all that a team wants for its review, though Gavel died when it had just been opened', async () => {
    await using stage = await openStage(dialect, path);
    stage.admin.configure(path, { allowsAutoMerge: true });
    stage.admin.repository(path).labels.push({ id: 77, name: 'adr' });
    const wishes = { labels: ['adr'], reviewers: ['ann'], mergesItself: true };
    const { start, decide, publish, kinds } = await openAt(dialect, stage, undefined, wishes);
    const decision = await decide();
    await expect(publish(decision, start(diesOnceOpen))).rejects.toThrow('Killed.');
    expect(stage.reviews(path)).toMatchObject([{ number: 1, labels: [], reviewers: [] }]);
    await publish(decision, start());
    expect(stage.reviews(path)).toMatchObject([{ number: 1, labels: ['adr'], reviewers: ['ann'] }]);
    stage.person('ben').approve(path, 1);
    await stage.settled();
    expect(stage.review(path, 1)).toMatchObject({ state: 'merged' });
    expect(await kinds(decision)).toEqual(['review opened']);
  });

  it('has a review as long as its forge takes, with a link to the rest, when there is more to say', async () => {
    await using stage = await openStage(dialect, path);
    const { ports, decide, publish, review } = await openAt(dialect, stage);
    const { longestBody = 0 } = ports.forge ?? {};
    const paragraph = (index: number) => `Paragraph ${index}: ${'we are tired of it, and have to choose. '.repeat(20)}`;
    const context = Array.from({ length: longestBody / 750 }, (_, index) => paragraph(index)).join('\n\n');
    const decision = await decide({ context });
    await publish(decision, ports);
    const { number = 0 } = (await review(decision)) ?? {};
    const { body } = stage.review(path, number);
    expect(body.length).toBeLessThanOrEqual(longestBody);
    expect(body.length).toBeGreaterThan(longestBody - 1_000);
    const [, cut, rest, after] = /^(.*)\n\n\[…[^\]]*\]\((.*)\)\n\n---\n\n(.*)$/s.exec(body) ?? [];
    expect(cut).toMatch(/have to choose\.$/);
    expect(rest).toMatch(new RegExp(`^${stage.url}/.*${branch}/${file}$`));
    expect(after).toContain('Gavel watches this');
    expect(await stage.file(path, branch, file)).toContain(paragraph(Math.floor(longestBody / 750) - 1).trim());
  });

  it('is asked about when its review is closed, and goes on when that is opened again', async () => {
    await using stage = await openStage(dialect, path);
    const { ports, decide, publish, watch, publication, kinds, review } = await openAt(dialect, stage);
    const decision = await decide();
    await publish(decision, ports);
    const { number = 0 } = (await review(decision)) ?? {};
    stage.person('ann').close(path, number);
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'closed without merging' });
    await stage.person('ann').reopen(path, number);
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'in review' });
    expect(await kinds(decision)).toEqual(['review opened', 'review closed', 'review reopened']);
  });

  it('waits while its repository is archived, and is seen under a new name of that', async () => {
    await using stage = await openStage(dialect, path);
    const { ports, decide, publish, watch, publication, kinds, review } = await openAt(dialect, stage);
    const decision = await decide();
    stage.admin.archive(path);
    await publish(decision, ports).catch(() => undefined);
    expect(await publication(decision)).toMatchObject({ trouble: { code: 'repository archived' } });
    stage.admin.unarchive(path);
    await publish(decision, ports);
    const { number = 0 } = (await review(decision)) ?? {};
    stage.admin.rename(path, 'team/decisions');
    stage.person('ben').approve('team/decisions', number);
    await watch(decision, ports);
    expect(await review(decision)).toMatchObject({ seen: { state: 'open', approvals: 1 } });
    expect(await publication(decision)).toMatchObject({ state: 'in review', trouble: undefined });
    expect(await kinds(decision)).toEqual(['not published', 'review opened']);
  });

  it('is merged into its branch where that was renamed meanwhile, and so is the next one', async () => {
    await using stage = await openStage(dialect, path);
    const { ports, decide, publish, watch, publication, review } = await openAt(dialect, stage);
    const decision = await decide();
    await publish(decision, ports);
    const { number = 0 } = (await review(decision)) ?? {};
    await stage.admin.renameBranch(path, 'main', 'trunk');
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'in review', trouble: undefined });
    stage.person('ben').approve(path, number);
    await stage.person('ann').merge(path, number);
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'merged', number: 1 });
    expect(await stage.file(path, 'trunk', file)).toContain('Choose the language');

    const next = await decide();
    await publish(next, ports);
    const second = (await review(next))?.number ?? 0;
    expect(stage.review(path, second)).toMatchObject({ base: 'trunk' });
    expect(await stage.tip(path, 'main')).toBeUndefined();
  });

  it('gets another number in its review when somebody has taken its own', async () => {
    await using stage = await openStage(dialect, path);
    const { ports, decide, publish, watch, publication, review } = await openAt(dialect, stage);
    const decision = await decide();
    await publish(decision, ports);
    const { number = 0 } = (await review(decision)) ?? {};
    await stage.person('ben').commitToReview(path, number, { 'docs/notes.md': 'Noted.\n' });
    stage.admin.unprotect(path, 'main');
    await stage.person('ann').commit(path, { files: { 'docs/decisions/0001-use-tea.md': '# 1. Use tea\n' } });
    await hearForge(ports, { kind: 'push', place: ports.archive.label, branch: 'main' });
    await watch(decision, ports);
    await followArchive(ports);
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'in review', number: 2 });
    const renamed = 'docs/decisions/0002-choose-the-language.md';
    expect(await stage.file(path, branch, renamed)).toContain('Choose the language');
    expect(await stage.file(path, branch, file)).toBeUndefined();
    expect(await stage.file(path, branch, 'docs/notes.md')).toBe('Noted.\n');
  });
});

describe.each(['github', 'gitlab', 'forgejo'] as const)(
  'a decision proposed at %s',
  { timeout: 240_000 },
  (dialect) => {
    it('is argued, commented on, decided and merged in one review', async () => {
      await using stage = await openStage(dialect, path);
      const publishing = { setting: 'propose' } as const;
      const { ports, watch, publication, kinds, review, told, archive } = await openAt(
        dialect,
        stage,
        undefined,
        publishing,
      );
      const options = [makeOption(0, 'Go'), makeOption(1, 'Rust')];
      const about = { title: 'Choose the language', timeZone: 'UTC', objections: [], archive: archive.id };
      const decision = makeDecision({ ...about, options, voting: makeVoting() });
      const { decisions } = ports.store.read;
      await decisions.insert(decision);
      await proposeReview(ports, decision.id);
      const { number = 0 } = (await review(decision)) ?? {};
      expect(stage.review(path, number)).toMatchObject({ state: 'open', isDraft: true });
      expect(await stage.file(path, branch, file)).toMatch(/proposed/iu);

      const reasons = [makeArgument(options[0]?.id ?? '', 'pro', 'It compiles fast')];
      await decisions.save({ ...decision, arguments: reasons });
      await proposeReview(ports, decision.id);
      expect(await stage.file(path, branch, file)).toContain('compiles fast');
      stage.person('ben').comment(path, number, 'What about Zig? @team');
      await watch(decision, ports);
      await watch(decision, ports);
      expect((await told(decision)).filter((one) => 'comments' in one)).toMatchObject([
        { comments: [{ by: 'ben', url: expect.stringContaining('http') }], more: 0 },
      ]);

      const latest = (await decisions.find(decision.id)) ?? decision;
      const verdict = wonBy('Go');
      const outcome = {
        chosenOptionId: options[0]?.id,
        reason: { by: 'rule', verdict },
        consequences: [],
        decidedBy: undefined,
        decidedAt: after(3_600),
        departures: [],
      } as const;
      await decisions.save({ ...latest, status: 'accepted', voting: makeVoting({ closedAt: after(3_600) }), outcome });
      await publish(ports, decision.id);
      expect(stage.reviews(path)).toHaveLength(1);
      expect(stage.review(path, number)).toMatchObject({ state: 'open', isDraft: false });
      expect(await stage.file(path, branch, file)).toMatch(/accepted/iu);
      stage.person('ben').approve(path, number);
      await stage.person('ann').merge(path, number, 'squash');
      await stage.settled();
      await watch(decision, ports);
      expect(await publication(decision)).toMatchObject({ state: 'merged', number: 1 });
      expect(await kinds(decision)).toEqual(['review proposed', 'review comments', 'review completed', 'published']);
      expect(await stage.file(path, 'main', file)).toMatch(/accepted/iu);
      expect(await stage.tip(path, branch)).toBeUndefined();
    });
  },
);

describe('without the API of the forge', { timeout: 240_000 }, () => {
  it.each([
    ['gitlab', 'push options'],
    ['forgejo', 'agit'],
  ] as const)('%s opens a review by %s, and git shows that it was merged', async (dialect, opensBy) => {
    await using stage = await openStage(dialect, path);
    const { ports, decide, publish, watch, publication, kinds, review } = await openAt(dialect, stage, { opensBy });
    const decision = await decide();
    await publish(decision, ports);
    expect(stage.reviews(path)).toHaveLength(1);
    const [opened] = stage.reviews(path);
    expect(await review(decision)).toMatchObject({ number: opened?.number, why: { code: 'push refused' } });
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'in review' });
    stage.person('ben').approve(path, opened?.number ?? 0);
    await stage.person('ann').merge(path, opened?.number ?? 0);
    await stage.settled();
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'merged' });
    expect(await kinds(decision)).toEqual(['review opened', 'published']);
  });

  it('a review that AGit opened gets another number, too', async () => {
    await using stage = await openStage('forgejo', path);
    const { ports, decide, publish, watch, publication, review } = await openAt('forgejo', stage, { opensBy: 'agit' });
    const decision = await decide();
    await publish(decision, ports);
    const { number = 0 } = (await review(decision)) ?? {};
    stage.admin.unprotect(path, 'main');
    await stage.person('ann').commit(path, { files: { 'docs/decisions/0001-use-tea.md': '# 1. Use tea\n' } });
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'in review', number: 2 });
    await stage.person('ann').merge(path, number);
    await stage.settled();
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'merged', number: 2 });
    expect(await stage.file(path, 'main', 'docs/decisions/0002-choose-the-language.md')).toContain('Choose');
  });

  it('a review that AGit opened is closed when people say so, and another one is opened in its place', async () => {
    await using stage = await openStage('forgejo', path);
    const { ports, decide, publish, watch, publication, kinds, review, told, pass } = await openAt('forgejo', stage, {
      opensBy: 'agit',
    });
    const decision = await decide({ proposerId: 'U1' });
    await publish(decision, ports);
    const { number = 0 } = (await review(decision)) ?? {};
    stage.person('ann').close(path, number);
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'in review' });
    pass(8 * 24 * 60);
    await watch(decision, ports);
    expect(await told(decision)).toContainEqual(expect.objectContaining({ kind: 'review waits', isUnseen: true }));

    const alice = { teamId: 'T1', userId: 'U1' };
    await expect(tellClosed(ports, { ...alice, userId: 'U3' }, decision.id)).rejects.toThrow(RuleBroken);
    pass(1);
    await tellClosed(ports, alice, decision.id);
    const tooLate = { refusal: { code: 'review not closed' } };
    await expect(tellClosed(ports, alice, decision.id)).rejects.toMatchObject(tooLate);
    for (let times = 0; times < 2; times += 1) await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'closed without merging' });
    expect(await told(decision)).toContainEqual(expect.objectContaining({ kind: 'review closed', toldBy: 'U1' }));
    expect(await told(decision)).not.toContainEqual(expect.objectContaining({ isUnseen: true }));

    await reopenReview(ports, alice, decision.id);
    await publish(decision, ports);
    expect(stage.reviews(path)).toMatchObject([{ state: 'closed' }, { state: 'open' }]);
    const next = (await review(decision))?.number ?? 0;
    expect(next).toBeGreaterThan(number);
    stage.person('ben').approve(path, next);
    await stage.person('ann').merge(path, next);
    await stage.settled();
    await watch(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'merged' });
    expect(await kinds(decision)).toEqual([
      'review opened',
      'review waits',
      'review closed',
      'review reopened',
      'published',
    ]);
  });

  it('a review that is merged all the same counts as merged, whatever people say', async () => {
    await using stage = await openStage('forgejo', path);
    const { ports, decide, publish, publication, review } = await openAt('forgejo', stage, { opensBy: 'agit' });
    const decision = await decide({ proposerId: 'U1' });
    await publish(decision, ports);
    const { number = 0 } = (await review(decision)) ?? {};
    stage.person('ben').approve(path, number);
    await stage.person('ann').merge(path, number);
    await stage.settled();
    await expect(tellClosed(ports, { teamId: 'T1', userId: 'U1' }, decision.id)).rejects.toThrow(RuleBroken);
    expect(await publication(decision)).toMatchObject({ state: 'merged' });
  });

  it.each([
    ['gitlab', 'push options', 0],
    ['gitlab', 'push options', 1],
    ['forgejo', 'agit', 0],
  ] as const)(
    '%s, by %s, with %i commits of others: a withdrawn review is closed, or people are asked to',
    async (dialect, opensBy, commits) => {
      await using stage = await openStage(dialect, path);
      const { ports, decide, publish, watch, publication, told, review } = await openAt(dialect, stage, { opensBy });
      const decision = await decide({ proposerId: 'U1' });
      await publish(decision, ports);
      const { number = 0 } = (await review(decision)) ?? {};
      if (commits > 0) await stage.person('ben').commitToReview(path, number, { 'docs/notes.md': 'Noted.\n' });
      await withdrawDecision(ports, decision.id, { teamId: 'T1', userId: 'U1' }, 'We think again.');
      for (let times = 0; times < 2; times += 1) await watch(decision, ports);
      await stage.settled();
      expect(await publication(decision)).toMatchObject({ state: 'closed without merging' });
      const isClosed = dialect === 'gitlab' && commits === 0;
      expect(await stage.tip(path, branch)).toEqual(commits > 0 ? expect.any(String) : undefined);
      const left = (await told(decision)).filter((one) => 'kind' in one && one.kind === 'review left open');
      expect(left).toMatchObject(isClosed ? [] : [{ number }]);
    },
  );

  it('GitHub has the branch, with a link to open the review by hand', async () => {
    await using stage = await openStage('github', path);
    const { ports, decide, publish, publication, review } = await openAt('github', stage, {
      opensBy: undefined,
    });
    const decision = await decide();
    await publish(decision, ports);
    expect(await publication(decision)).toMatchObject({ state: 'in review' });
    expect(await review(decision)).toMatchObject({ branch, number: undefined, url: expect.stringContaining(branch) });
  });
});

import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Decision } from '../../src/decision/decision.ts';
import { followArchive } from '../../src/workflow/follow/follow-archive.ts';
import type { Archive } from '../../src/workflow/ports/archive/archive.ts';
import type { RepositoryPorts } from '../../src/workflow/ports/ports.ts';
import { leaveReview, reopenReview } from '../../src/workflow/publish/review/review-ended.ts';
import { git } from '../archive/workshop.ts';
import type { FakeForge, MergeWay } from '../workflow/fake-forge.ts';
import { openReviewWorkshop } from '../workflow/review-workshop.ts';

const runs = 6 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

/** Where Gavel may be killed: before or after it has spoken to the forge or to git. */
const points = [
  ...['askBranch', 'findReview', 'openReview', 'after openReview', 'readReview', 'reopenReview', 'editReview'],
  ...['before pushReview', 'after pushReview', 'before updateReview', 'after updateReview', 'before fetchReview'],
] as const;

const anyWay = fc.constantFrom<MergeWay[]>('merge', 'squash', 'rebase');

const anyAct = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom({ act: 'publish' } as const, { act: 'watch' } as const) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('both' as const) }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('killed' as const), at: fc.constantFrom(...points) }) },
  { weight: 3, arbitrary: fc.constantFrom({ act: 'suggest' } as const, { act: 'take the number' } as const) },
  fc.constantFrom(
    { act: 'close' } as const,
    { act: 'reopen' } as const,
    { act: 'ask to reopen' } as const,
    { act: 'leave' } as const,
    { act: 'delete the branch' } as const,
    { act: 'wait' } as const,
  ),
  fc.record({ act: fc.constant('merge' as const), way: anyWay }),
);

type Act = typeof anyAct extends fc.Arbitrary<infer Drawn> ? Drawn : never;

class Killed extends Error {}

/** An archive that dies where the world says so. */
function frail(archive: Archive, world: { killAt: string | undefined }): Archive {
  const dieAt = (point: string) => {
    if (world.killAt !== point) return;
    world.killAt = undefined;
    throw new Killed(point);
  };
  return {
    ...archive,
    fetchReview: async (...asked) => {
      dieAt('before fetchReview');
      return archive.fetchReview(...asked);
    },
    pushReview: async (...asked) => {
      dieAt('before pushReview');
      const pushed = await archive.pushReview(...asked);
      dieAt('after pushReview');
      return pushed;
    },
    updateReview: async (...asked) => {
      dieAt('before updateReview');
      const pushed = await archive.updateReview(...asked);
      dieAt('after updateReview');
      return pushed;
    },
  };
}

/** What people and forges do is refused where it makes no sense; so are the calls of a Gavel that is killed. */
async function unlessRefused(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (error instanceof Error && /^(?:Killed|RuleBroken|ForgeError)$/.test(error.constructor.name)) return;
    if (error instanceof Error && 'cmd' in error) return;
    throw error;
  });
}

/** An index of ADRs, whose heading somebody has changed so often, far from the lines of its list. */
function indexOf(changes: number): string {
  const notes = Array.from({ length: 8 }, (_, at) => `Note ${at}.`);
  return `${[`# Decisions, edition ${changes}`, ...notes].join('\n\n')}\n\n- [1. Use git](0001-use-git.md)\n`;
}

/** The open review of the decision, or the last one. */
function lastReview(forge: FakeForge) {
  return forge.reviews().findLast(({ state }) => state === 'open') ?? forge.reviews().at(-1);
}

async function openWorld() {
  const workshop = await openReviewWorkshop();
  await workshop.push({ 'README.md': indexOf(0) });
  const world: { killAt: string | undefined } = { killAt: undefined };
  const { forge } = workshop;
  forge.fault = (point) => {
    if (world.killAt !== point) return undefined;
    world.killAt = undefined;
    return new Killed(point);
  };
  const one = workshop.openGavelAt({ archive: frail(workshop.archive, world) });
  const other = await workshop.openGavel();
  const decision = await workshop.decide({ proposerId: 'U1' });
  let taken = 0;
  let suggestions = 0;

  /** As the rounds do: first what is on the branch, then the review. */
  const look = async (by: RepositoryPorts) => {
    await followArchive(by);
    await workshop.watch(decision, by);
  };
  const work = async (by: RepositoryPorts) => {
    await workshop.publish(decision, by);
    await look(by);
  };
  const acts: { readonly [Name in Act['act']]: (act: Extract<Act, { act: Name }>) => Promise<unknown> } = {
    publish: () => workshop.publish(decision, one),
    watch: () => look(one),
    both: () => Promise.all([work(one), work(other)]),
    killed: async ({ at }) => {
      world.killAt = at;
      await work(one).finally(() => {
        world.killAt = undefined;
      });
    },
    suggest: async () => {
      const review = lastReview(forge);
      const { fileName } = (await workshop.review(decision)) ?? {};
      if (review?.state !== 'open' || fileName === undefined) return;
      const text = `\nSuggestion ${suggestions + 1}.\n`;
      await workshop.commitTo(review.branch, (folder) => appendFile(join(folder, fileName), text));
      suggestions += 1;
    },
    'take the number': async () => {
      taken += 1;
      const files = await git(workshop.remote, 'ls-tree', '--name-only', 'main:docs/decisions');
      const number = files.split('\n').length;
      const name = `${String(number).padStart(4, '0')}-theirs-${taken}.md`;
      await git(workshop.clone, 'fetch', '--quiet', 'origin');
      await git(workshop.clone, 'reset', '--quiet', '--hard', 'origin/main');
      await workshop.push({
        [name]: `# ${number}. Theirs ${taken}\n\n## Status\n\nAccepted\n`,
        // Until the ADR is in it, by which time only Gavel changes the list.
        ...(files.includes('choose-the-language') ? {} : { 'README.md': indexOf(taken) }),
      });
    },
    merge: async ({ way }) => {
      const review = lastReview(forge);
      if (review?.state !== 'open' || review.number === undefined) return;
      await forge.merge(review.number, way);
    },
    close: async () => {
      const review = lastReview(forge);
      if (review?.state === 'open') forge.change(review.number ?? 0, { state: 'closed', endedBy: 'ada' });
    },
    reopen: async () => {
      const review = lastReview(forge);
      const isThere = review && (await workshop.branches()).includes(review.branch);
      if (review?.state === 'closed' && isThere)
        forge.change(review.number ?? 0, { state: 'open', endedBy: undefined });
    },
    'ask to reopen': () => reopenReview(one, { teamId: 'T1', userId: 'U1' }, decision.id),
    leave: () => leaveReview(one, { teamId: 'T1', userId: 'U1' }, decision.id),
    'delete the branch': async () => {
      const review = lastReview(forge);
      if (review === undefined || review.state === 'merged') return;
      await git(workshop.remote, 'update-ref', '-d', `refs/heads/${review.branch}`);
      forge.change(review.number ?? 0, { state: 'closed', endedBy: 'ada' });
      suggestions = 0;
    },
    wait: async () => workshop.pass(24 * 60),
  };
  const perform = (act: Act) => unlessRefused((acts[act.act] as (one: Act) => Promise<unknown>)(act));
  return { workshop, decision, perform, look, suggestions: () => suggestions, other };
}

type World = Awaited<ReturnType<typeof openWorld>>;

/** Holds at every moment, whatever happened. */
async function checkAlways({ workshop, decision }: World, decided: Decision): Promise<void> {
  const { forge } = workshop;
  expect(forge.reviews().filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1);
  expect(forge.reviews().filter(({ state }) => state === 'merged').length).toBeLessThanOrEqual(1);
  const kinds = await workshop.kinds(decision);
  const publication = await workshop.publication(decision);
  expect(kinds.filter((kind) => kind === 'review opened').length).toBeLessThanOrEqual(1);
  expect(kinds.filter((kind) => kind === 'published')).toHaveLength(publication?.pushedAt === undefined ? 0 : 1);
  const files = (await git(workshop.remote, 'ls-tree', '--name-only', 'main:docs/decisions')).split('\n');
  if (publication?.pushedAt !== undefined) expect(files).toContain(publication.fileName);
  if (publication?.state === 'merged') expect(lastReview(forge)?.state).not.toBe('open');
  expect(await workshop.ports.store.read.decisions.find(decision.id)).toMatchObject({ status: decided.status });
}

it(
  'opens one review, announces it once and when it is merged, and loses nothing, whatever happens',
  async () => {
    const acts = fc.array(anyAct, { minLength: 4, maxLength: 14, size: 'max' });
    const law = fc.asyncProperty(acts, anyWay, async (drawn, way) => {
      const world = await openWorld();
      const { workshop, decision, other } = world;
      for (const act of drawn) {
        await world.perform(act);
        await checkAlways(world, decision);
      }
      // In the end, nothing goes wrong anymore, and people merge.
      const settle = async () => {
        await workshop.publish(decision, other);
        for (let times = 0; times < 3; times += 1) await world.look(other);
      };
      await settle();
      if ((await workshop.publication(decision))?.state === 'closed without merging') {
        await unlessRefused(reopenReview(other, { teamId: 'T1', userId: 'U1' }, decision.id));
        await world.perform({ act: 'reopen' });
        await settle();
      }
      await world.perform({ act: 'merge', way });
      await settle();
      await checkAlways(world, decision);
      const publication = await workshop.publication(decision);
      if (lastReview(workshop.forge)?.state !== 'merged') return;
      expect(publication?.state).toBe('merged');
      const text = await workshop.textOn('main', publication?.fileName ?? '');
      expect(text).toContain('Choose the language');
      const files = (await git(workshop.remote, 'ls-tree', '--name-only', 'main:docs/decisions')).split('\n');
      const ours = files.filter((name) => name.endsWith('-choose-the-language.md'));
      expect(ours).toEqual([publication?.fileName]);
      const index = await workshop.textOn('main', 'README.md');
      const listed = [...index.matchAll(/\((\d{4}-choose-the-language\.md)\)/g)].map(([, name]) => name);
      expect(listed).toEqual(ours);
      for (let n = 1; n <= world.suggestions(); n += 1) expect(text).toContain(`Suggestion ${n}.`);
    });
    await fc.assert(law, { numRuns: runs, endOnFailure: true });
  },
  180_000 + runs * 60_000,
);

import { join } from 'node:path';
import type { Decision } from '../../src/decision/decision.ts';
import type { Archive } from '../../src/workflow/ports/archive/archive.ts';
import { ArchiveMemory } from '../../src/workflow/ports/archive/archive-memory.ts';
import { type Publishing, usualPublishing } from '../../src/workflow/ports/archive/publishing.ts';
import { Repositories } from '../../src/workflow/ports/archive/repositories.ts';
import type { Forge } from '../../src/workflow/ports/forge/forge.ts';
import { inRepository, type RepositoryPorts } from '../../src/workflow/ports/ports.ts';
import { publish } from '../../src/workflow/publish/publish.ts';
import { watchReview } from '../../src/workflow/publish/review/watch-review.ts';
import { archiveFor, git, makeFolder, writeScript } from '../archive/workshop.ts';
import { FakeForge } from './fake-forge.ts';
import { openPublishWorkshop } from './publish-workshop.ts';

const aMinute = 60_000;

/** What a Gavel is given. */
interface GavelParts {
  readonly archive?: Archive;
  readonly publishing?: Partial<Publishing>;
  readonly hasForge?: boolean;
  /** In place of the one in memory. */
  readonly forge?: Forge | undefined;
}

/** A team's repository at a forge, with an ADR of theirs, and a Gavel that publishes into it by reviews. */
export async function openReviewWorkshop({ hasForge = true, publishing = {} }: Omit<GavelParts, 'archive'> = {}) {
  const workshop = await openPublishWorkshop();
  const remote = await git(workshop.clone, 'remote', 'get-url', 'origin');
  await workshop.push({ '0001-use-git.md': '# 1. Use git\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n' });
  const forge = new FakeForge(remote);
  let time = workshop.now().getTime();
  const { read } = workshop.ports.store;

  const openGavel = (parts: GavelParts = {}): RepositoryPorts => {
    const repository = {
      name: 'team',
      archive: parts.archive ?? workshop.ports.archive,
      memory: new ArchiveMemory(),
      channels: undefined,
      forge: 'forge' in parts ? parts.forge : (parts.hasForge ?? hasForge) ? forge : undefined,
      publishing: { ...usualPublishing, ...publishing, ...parts.publishing },
    };
    const ports = { ...workshop.ports, now: () => new Date(time), repositories: new Repositories(repository) };
    return inRepository(ports, repository);
  };
  const ports = openGavel();

  return {
    ...workshop,
    remote,
    forge,
    ports,
    /** A Gavel of its own on the same database, with an archive of its own unless it is given one. */
    openGavel: async (parts: GavelParts = {}) =>
      openGavel({ ...parts, archive: parts.archive ?? (await archiveFor(remote)) }),
    openGavelAt: openGavel,
    pass: (minutes: number) => {
      time += minutes * aMinute;
    },
    now: () => new Date(time),
    publish: (decision: Decision, by: RepositoryPorts = ports) => publish(by, decision.id),
    /** Looks at its review, a minute later. */
    watch: (decision: Decision, by: RepositoryPorts = ports) => {
      time += aMinute;
      return watchReview(by, decision.id);
    },
    publication: async ({ id }: Decision) => read.publications.find(id),
    review: async ({ id }: Decision) => read.reviews.find(id),
    /** The kinds of what the thread of a decision is told, in order. */
    kinds: async ({ id }: Decision) => {
      const rows = await workshop.query<{ body: { kind: string }; decision_id: string }>(
        'select decision_id, body from message order by written_at, key',
      );
      return rows.filter((row) => row.decision_id === id).map(({ body }) => body.kind);
    },
    /** Commits to a branch as somebody else would. */
    commitTo: async (branch: string, change: (folder: string) => Promise<void>, ...how: readonly string[]) => {
      const clone = await makeFolder();
      await git('/', 'clone', '--quiet', '--branch', branch, remote, clone);
      await change(join(clone, 'docs/decisions'));
      await git(clone, 'add', '--all');
      await git(clone, 'commit', '--quiet', '--message', 'Suggest something', ...how);
      await git(clone, 'push', '--quiet', '--force', 'origin', branch);
      return git(clone, 'rev-parse', 'HEAD');
    },
    /** From now on, nobody may push to `main`, in the words of a forge; `lift` ends that. */
    protect: async () => {
      const path = join(remote, 'hooks/update');
      const said = 'GH006: Protected branch update failed for refs/heads/main.';
      await writeScript(
        path,
        `[ "$1" != refs/heads/main ] || [ -e '${remote}/lifted' ] || { echo '${said}' >&2; exit 1; }`,
      );
    },
    branches: async () => (await git(remote, 'for-each-ref', '--format=%(refname:short)', 'refs/heads')).split('\n'),
    textOn: async (branch: string, name: string) => git(remote, 'show', `${branch}:docs/decisions/${name}`),
    waitingJobs: () =>
      workshop.query<{ key: string }>(
        "select key from graphile_worker.jobs where key like '%:watch-review:%' or key like '%:publish:%'",
      ),
  };
}

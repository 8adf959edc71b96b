import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { onTestFinished, vi } from 'vitest';
import type { Decision } from '../../src/decision/decision.ts';
import { type Following, followArchive, type Watch } from '../../src/workflow/follow/follow-archive.ts';
import type { RepositoryPorts } from '../../src/workflow/ports/ports.ts';
import { archiveFor, git, makeFolder, makeRemote } from '../archive/workshop.ts';
import { makeDecision } from '../store/decision-samples.ts';
import { now } from '../store/workshop.ts';
import { openPorts, withArchive } from '../support/ports.ts';
import { freshDatabase } from '../support/postgres.ts';

const folder = 'docs/decisions';
const teamId = 'T1';

/** Contents by name; undefined for files to delete. */
type Files = Readonly<Record<string, string | Uint8Array | undefined>>;

/** An ADR as adr-tools writes it. */
export function makeAdr(title: string, status = 'Accepted', more = ''): string {
  return `# ${title}\n\nDate: 2026-01-02\n\n## Status\n\n${status}\n\n## Context\n\nIt has to be decided.\n${more}`;
}

/** A team's repository with somebody's clone of it, and a Gavel that follows it on a real database. */
export async function openArchiveWorkshop() {
  const remote = await makeRemote();
  const clone = join(await makeFolder(), 'clone');
  await git('/', 'clone', '--quiet', remote, clone);
  await git(clone, 'checkout', '--quiet', '-B', 'main');
  const url = await freshDatabase();
  let time = now.getTime();

  /** A Gavel of its own on this repository, and by default on this database. */
  const openGavel = async (database = url): Promise<RepositoryPorts> => {
    const { ports, pool } = openPorts(database, async () => '1.2');
    onTestFinished(() => pool.end());
    const reader = { ...ports.reader, readEntries: vi.fn(ports.reader.readEntries) };
    return withArchive({ ...ports, reader, now: () => new Date(time) }, await archiveFor(remote));
  };
  const client = new pg.Pool({ connectionString: url, max: 1 });
  // The database goes away while the last connection to it is still closing.
  client.on('error', () => undefined);
  onTestFinished(() => client.end());
  const query = async <Row extends object>(text: string) => (await client.query<Row>(text)).rows;
  const ports = await openGavel();
  const { archive } = ports;
  const { read } = ports.store;

  /** Writes files of the folder, deletes those that are undefined, and commits. */
  const commit = async (files: Files): Promise<void> => {
    for (const [name, content] of Object.entries(files)) {
      const path = join(clone, folder, name);
      await mkdir(dirname(path), { recursive: true });
      await (content === undefined ? rm(path) : writeFile(path, content));
    }
    await git(clone, 'add', '--all');
    await git(clone, 'commit', '--quiet', '--allow-empty', '--message', 'Change ADRs');
  };

  const workshop = {
    ports,
    archive,
    clone,
    url,
    query,
    openGavel,
    commit,
    /** Commits as above, and pushes what is checked out to `main`; resolves to the commit. */
    push: async (files: Files, ...how: readonly '--force'[]): Promise<string> => {
      await commit(files);
      await git(clone, 'push', '--quiet', ...how, 'origin', 'HEAD:main');
      return git(clone, 'rev-parse', 'HEAD');
    },
    /** Follows, a day after the last time. */
    follow: (watch: Watch = {}, by = ports): Promise<Following> => {
      workshop.wait();
      return followArchive(by, watch);
    },
    /** A day goes by. */
    wait: () => {
      time += 24 * 60 * 60 * 1_000;
    },
    now: () => new Date(time),
    adrs: () => read.adrs.findAll(teamId, archive.id),
    /** What happened since the last call, in order: the file's present name and the event. */
    events: async () => {
      const rows = await query<{ told: string }>(
        `with told as (
           delete from adr_event where id > 0 returning id, adr_id, kind, before, after
         )
         select concat_ws(' ', file_name, kind, case when kind <> 'edited' then before end, '>',
           case when kind <> 'edited' then after end) as told
         from told join adr on adr.id = adr_id order by told.id`,
      );
      return rows.map(({ told }) => told.replace(/ >$/, ''));
    },
    /** How many files were read since the last call. */
    filesRead: (by = ports) => {
      const readEntries = vi.mocked(by.reader.readEntries);
      const count = readEntries.mock.calls.reduce((sum, [files]) => sum + files.length, 0);
      readEntries.mockClear();
      return count;
    },
    /** A decision of ours that is published as a file, whose content has yet to be pushed. */
    publish: async (fileName: string, number: number, more: Partial<Decision> = {}): Promise<Decision> => {
      const decision = makeDecision({ status: 'accepted', archive: archive.id, ...more });
      await read.decisions.insert(decision);
      await read.cards.place(decision.id, { ts: '1.1', link: 'https://example.org/card' });
      const pushedAt = new Date(time);
      const rest = { state: 'committed', commit: 'abc', commitUrl: undefined, trouble: undefined } as const;
      await read.publications.save(decision, { archive: archive.id, number, fileName, pushedAt, ...rest });
      return decision;
    },
    /** What is, or will be, said in threads. */
    announcements: () =>
      query<{ decision_id: string; body: object }>('select decision_id, body from message order by key'),
  };
  return workshop;
}

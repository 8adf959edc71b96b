import { openDatabase } from '../../../db/connect.ts';
import { migrate } from '../../../db/migrate.ts';
import { openArchive } from '../../../src/archive/archive.ts';
import { migrateJobs } from '../../../src/jobs/worker.ts';
import { listDecisions } from '../../../src/workflow/find/list.ts';
import type { ListPlace } from '../../../src/workflow/find/listed.ts';
import { followArchive } from '../../../src/workflow/follow/follow-archive.ts';
import type { RepositoryPorts } from '../../../src/workflow/ports/ports.ts';
import { openPorts, withArchive } from '../../support/ports.ts';
import { makeAdr } from './corpus.ts';
import { folder } from './repository.ts';

// Gavel without Slack, in a process of its own, so that its memory can be told: imports an archive and lists it.

/** What this process is asked to do, one thing at a time, and what each is answered with. */
export interface ImportOrders {
  prepare: { order: { databaseUrl: string; repository: string; cacheFolder: string }; answer: undefined };
  /** Brings the index in step with git; answers with the milliseconds that it took. */
  follow: { order: object; answer: number };
  /** Makes the first or the last page of the list; answers with the milliseconds that it took. */
  list: { order: { isLast: boolean; words: readonly string[] }; answer: number };
  /** How many of the ADRs 1 to `count` are in the list with another title than their own, or not at all. */
  check: { order: { count: number }; answer: number };
}

/** Milliseconds for one call of git, on a machine that is busy with everything else here. */
const patience = 600_000;

let ports: RepositoryPorts | undefined;

/** Behind the last line of the list, where nothing is. */
const theEnd: ListPlace = { side: 'before', part: 'elsewhere', id: '00000000-0000-0000-0000-000000000000', page: 1 };

function prepared(): RepositoryPorts {
  if (ports === undefined) throw new Error('Say “prepare” first.');
  return ports;
}

const obey: {
  [Name in keyof ImportOrders]: (order: ImportOrders[Name]['order']) => Promise<ImportOrders[Name]['answer']>;
} = {
  prepare: async ({ databaseUrl, repository, cacheFolder }) => {
    const opened = openPorts(databaseUrl, async () => '');
    await migrate(openDatabase(opened.pool));
    await migrateJobs(opened.pool);
    const author = { name: 'Gavel', email: 'gavel@example.org' };
    const archive = openArchive({ repository, folder, author, cacheFolder }, { timeout: patience });
    ports = withArchive(opened.ports, archive);
    return undefined;
  },
  follow: async () => {
    const start = performance.now();
    const { outcome } = await followArchive(prepared());
    if (outcome !== 'in step') throw new Error(`The reading ended ${outcome}.`);
    return performance.now() - start;
  },
  list: async ({ isLast, words }) => {
    const { teamId } = prepared().chat;
    const place = isLast ? theEnd : undefined;
    const start = performance.now();
    const { lines } = await listDecisions(prepared(), { teamId, userId: 'U1' }, { channelId: 'C1', words, place });
    if (lines.length === 0) throw new Error('The page is empty.');
    return performance.now() - start;
  },
  check: async ({ count }) => {
    const titles = new Map<number | undefined, string>();
    const {
      store: { read },
      chat: { teamId },
      archive,
    } = prepared();
    for (const { number, title } of await read.adrs.findAll(teamId, archive.id)) titles.set(number, title);
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    return numbers.filter((number) => titles.get(number) !== makeAdr(number).title).length;
  },
};

process.on('message', async ({ name, order }: { name: keyof ImportOrders | 'usage'; order: never }) => {
  if (name === 'usage') return; // for report-usage.ts
  try {
    process.send?.({ answer: await obey[name](order) });
  } catch (error) {
    process.send?.({ error: String(error) });
  }
});
process.on('disconnect', () => process.exit());

import { join } from 'node:path';
import { type Child, startChild } from '../votes/child.ts';
import type { Usage } from '../votes/report-usage.ts';
import { createDatabase, startOptions } from '../votes/run.ts';
import type { ImportOrders } from './import-process.ts';
import { changeOne, makeRepository } from './repository.ts';

/** What a run takes place in. */
export interface Scene {
  readonly databaseServer: string;
  readonly folder: string;
}

/** What came of the import of one archive; times in milliseconds. */
export interface Import {
  readonly files: number;
  readonly first: number;
  /** An archive in which nothing has changed, as every few minutes. */
  readonly unchanged: number;
  /** One file of them all was changed. */
  readonly oneChanged: number;
  /** Pages of the list of decisions: the first, the last, and the first of what has a word in it. */
  readonly firstPage: number;
  readonly lastPage: number;
  readonly search: number;
  /** The most memory held until the end of the import, with all threads, in bytes. */
  readonly peakMemory: number;
  /** ADRs that the index has not, or otherwise than they are; should be none. */
  readonly wrong: number;
}

const importProcess = new URL('./import-process.ts', import.meta.url);
const reportUsage = new URL('../votes/report-usage.ts', import.meta.url);

/** How often each short thing is done; the fastest counts. */
const tries = 5;

/** Imports an archive of `count` ADRs into a database of its own, and asks for it again in several ways. */
export async function runImport({ databaseServer, folder }: Scene, count: number): Promise<Import> {
  const name = `import_${count}`;
  const databaseUrl = await createDatabase(databaseServer, name);
  const repository = join(folder, `${name}.git`);
  await makeRepository(repository, count);

  const nodeOptions = [...(await startOptions()), '--import', reportUsage.href];
  await using gavel = startChild(importProcess, { nodeOptions });
  await ask(gavel, 'prepare', { databaseUrl, repository, cacheFolder: join(folder, `${name}-cache`) });
  const first = await ask(gavel, 'follow', {});
  const { peakMemory } = await gavel.ask<Usage>('usage');
  const wrong = await ask(gavel, 'check', { count });

  const unchanged = await fastest(() => ask(gavel, 'follow', {}));
  const list = (isLast: boolean, words: readonly string[]) => fastest(() => ask(gavel, 'list', { isLast, words }));
  const firstPage = await list(false, []);
  const lastPage = await list(true, []);
  const search = await list(false, ['small', 'trips']);
  await changeOne(repository, Math.ceil(count / 2));
  const oneChanged = await ask(gavel, 'follow', {});
  return {
    ...{ files: count, first, unchanged, oneChanged, firstPage, lastPage, search },
    ...{ peakMemory, wrong },
  };
}

function ask<Name extends keyof ImportOrders>(gavel: Child, name: Name, order: ImportOrders[Name]['order']) {
  return gavel.ask<ImportOrders[Name]['answer']>(name, order);
}

async function fastest(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < tries; turn += 1) times.push(await measure());
  return Math.min(...times);
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../../db/embedded.ts';
import { measureReading } from './read-speed.ts';
import { type Figures, printReport, summarize } from './report.ts';
import { runImport, type Scene } from './run.ts';

/**
 * How fast an archive of ADRs in all dialects is read and indexed, beside bare remark-parse over the same files, and
 * how much memory that takes. Everything is on this machine; git and PostgreSQL are real ones. Prints a table, then
 * JSON. `--files` says how many ADRs (1000,10000), `--rounds` how often they are read (3; the import is done once).
 * Fails when an ADR is wrong in the index, not when an aim was missed.
 */
export async function benchImport(): Promise<void> {
  const { values } = parseArgs({
    allowPositionals: true,
    options: { files: { type: 'string', default: '1000,10000' }, rounds: { type: 'string', default: '3' } },
  });
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  const postgres = await startEmbeddedPostgres(join(folder, 'postgres'));
  try {
    const scene: Scene = { databaseServer: postgres.url, folder };
    const figures: Figures[] = [];
    for (const count of values.files.split(',').map(Number)) {
      console.error(`${count} ADRs: reading …`);
      const reading = await measureReading(count, Number(values.rounds));
      console.error(`${count} ADRs: importing …`);
      figures.push(summarize({ count, reading, imported: await runImport(scene, count) }));
    }
    printReport(figures);
    if (figures.some(({ wrong }) => wrong > 0)) process.exitCode = 1;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

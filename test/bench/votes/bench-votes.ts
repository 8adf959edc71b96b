import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../../db/embedded.ts';
import { timeSyncs } from './postgres-usage.ts';
import { isRight, printReport, type Round, summarizeRounds } from './report.ts';
import { type Plan, runBareBolt, runGavel, type Scene } from './run.ts';

const plan: Plan = {
  warmUpSeconds: 2,
  saturationSeconds: 4,
  // Long enough for a disk that stalls for a quarter of a second now and then.
  steadySeconds: 15,
  steadyPerSecond: 1_000,
  events: 120_000,
};

/**
 * How many votes a second Gavel takes, and how soon it acknowledges them, beside a bare Bolt app under the same load:
 * in turn, several times, as the speed of a shared machine drifts. Everything is on this machine, PostgreSQL writes to
 * disk as it does in earnest, and Slack keeps to its rate limits: a round takes some three minutes, until the last of a
 * hundred cards is shown. Prints a table, then JSON. `--rounds` says how often (3). Fails when a vote was lost, not
 * when an aim was missed.
 */
export async function benchVotes(): Promise<void> {
  const { values } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string', default: '3' } } });
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  const postgres = await startEmbeddedPostgres(join(folder, 'postgres'));
  try {
    const postmaster = Number((await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0]);
    await timeSyncs(postgres.url);
    const scene: Scene = { databaseServer: postgres.url, postmaster, folder, plan };
    const rounds: Round[] = [];
    for (let number = 1; number <= Number(values.rounds); number += 1) {
      console.error(`Round ${number} of ${values.rounds} …`);
      const bolt = await runBareBolt(scene);
      const spread = await runGavel(scene, 'spread', number);
      const crowd = await runGavel(scene, 'crowd', number);
      rounds.push({ bolt, spread, crowd });
    }
    const figures = summarizeRounds(rounds);
    printReport(figures, plan);
    if (!figures.every(isRight)) process.exitCode = 1;
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

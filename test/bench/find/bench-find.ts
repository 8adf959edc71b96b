import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../../db/embedded.ts';
import { type Child, startChild } from '../votes/child.ts';
import type { Usage } from '../votes/report-usage.ts';
import { createDatabase, startOptions } from '../votes/run.ts';
import { type FindOrders, questions } from './find-process.ts';

const findProcess = new URL('./find-process.ts', import.meta.url);
const reportUsage = new URL('../votes/report-usage.ts', import.meta.url);

/**
 * How often each question is asked of each database, and how often before that: a process that has run for a while has
 * several connections, on each of which PostgreSQL plans a prepared statement anew for its first five times.
 */
const tries = { counted: 60, before: 40 };

/** A hundred times the decisions may take less than this many times as long. */
const mostGrowth = 2;

/** The most that the slowest of twenty answers may take, in milliseconds. */
const mostTaken = 15;

/** How long answers took, in milliseconds: half of them no longer than the first, 95 of 100 no longer than the second. */
interface Taken {
  readonly median: number;
  readonly p95: number;
}
type Times = Readonly<Record<(typeof questions)[number], Taken>>;

/**
 * How long searches, Home and lists take with 1,000 decisions and as many ADRs, and with 100,000, as ratios to a plain
 * query by primary key, and what a vote of 100,000 people takes to be opened and shown. PostgreSQL is a real one; Slack
 * and git are left out. Prints a table, then JSON. `--few` and `--many` say how many decisions, `--members` how many
 * people. Doesn't fail when an aim was missed.
 */
export async function benchFind(): Promise<void> {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      few: { type: 'string', default: '1000' },
      many: { type: 'string', default: '100000' },
      members: { type: 'string', default: '100000' },
    },
  });
  const [few, many, members] = [Number(values.few), Number(values.many), Number(values.members)];
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  const postgres = await startEmbeddedPostgres(join(folder, 'postgres'));
  try {
    const [less, more] = await measureAnswers(postgres.url, few, many);
    const vote = await measureVote(postgres.url, members);
    report({ few, many }, less, more);
    console.log(`A vote of ${members.toLocaleString('en')} people:`);
    print('  opening, ms', [vote.opening.toFixed(0)]);
    print('  showing its card once, ms', [vote.showing.toFixed(0)]);
    print('  peak memory, MB (at the start)', [`${vote.peak.toFixed(0)} (${vote.before.toFixed(0)})`]);
    console.log(`\n${JSON.stringify({ node: process.version, processors: availableParallelism(), less, more, vote })}`);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function report({ few, many }: { few: number; many: number }, less: Times, more: Times): void {
  const [fewer, all] = [few.toLocaleString('en'), many.toLocaleString('en')];
  const base = { less: less['primary key'].median, more: more['primary key'].median };
  print('decisions, and as many ADRs', [fewer, `p95`, all, 'p95', 'growth', 'to one key']);
  for (const question of questions) {
    const [one, other] = [less[question], more[question]];
    print(question, [
      ...[one.median.toFixed(1), one.p95.toFixed(1), other.median.toFixed(1), other.p95.toFixed(1)],
      (other.median / one.median).toFixed(2),
      `${(one.median / base.less).toFixed(0)} to ${(other.median / base.more).toFixed(0)}`,
    ]);
  }
  const slow = questions.filter((question) => more[question].p95 >= mostTaken);
  const grown = questions.filter((question) => more[question].median >= mostGrowth * less[question].median);
  console.log();
  tell(`95 of 100 answers take less than ${mostTaken} ms`, slow);
  tell(`each takes less than ${mostGrowth} times as long as with ${fewer} decisions`, grown);
  console.log();
}

function tell(aim: string, missed: readonly string[]): void {
  console.log(
    `${missed.length === 0 ? 'met   ' : 'MISSED'}  ${aim}${missed.length === 0 ? '' : `: ${missed.join('; ')}`}`,
  );
}

/** Asks each question of both databases in turn, so that a change in the machine's speed touches both. */
async function measureAnswers(server: string, few: number, many: number): Promise<readonly [Times, Times]> {
  await using less = await prepare(server, few);
  await using more = await prepare(server, many);
  const times = new Map<string, readonly [Taken, Taken]>();
  for (const question of questions) {
    const taken: [number[], number[]] = [[], []];
    for (let turn = -tries.before; turn < tries.counted; turn += 1) {
      const asked = { question, turn: turn + tries.before };
      const [first, second] = [await order(less, 'ask', asked), await order(more, 'ask', asked)];
      if (turn < 0) continue;
      taken[0].push(first);
      taken[1].push(second);
    }
    times.set(question, [sum(taken[0]), sum(taken[1])]);
  }
  const side = (place: 0 | 1) =>
    Object.fromEntries([...times].map(([question, both]) => [question, both[place]])) as unknown as Times;
  return [side(0), side(1)];
}

/** Times in milliseconds, memory in megabytes. */
async function measureVote(server: string, members: number) {
  await using child = await prepare(server, 0);
  const before = await peakOf(child);
  const opening = await order(child, 'open a vote', { members });
  const showing = await order(child, 'show the card', {});
  return { opening, showing, peak: await peakOf(child), before };
}

async function prepare(server: string, count: number): Promise<Child> {
  console.error(`${count.toLocaleString('en')} decisions: filling the database …`);
  const databaseUrl = await createDatabase(server, `find_${count}`);
  const nodeOptions = [...(await startOptions()), '--import', reportUsage.href];
  const child = startChild(findProcess, { nodeOptions });
  await order(child, 'prepare', { databaseUrl, count });
  return child;
}

async function peakOf(child: Child): Promise<number> {
  const { peakMemory } = await child.ask<Usage>('usage');
  return peakMemory / 2 ** 20;
}

function order<Name extends keyof FindOrders>(child: Child, name: Name, told: FindOrders[Name]['order']) {
  return child.ask<FindOrders[Name]['answer']>(name, told);
}

function sum(values: readonly number[]): Taken {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}

function print(label: string, cells: readonly string[]): void {
  console.log(label.padEnd(32) + cells.map((cell) => cell.padStart(12)).join(''));
}

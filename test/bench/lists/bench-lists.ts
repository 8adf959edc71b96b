import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../../db/embedded.ts';
import { type Child, startChild } from '../votes/child.ts';
import type { Usage } from '../votes/report-usage.ts';
import { createDatabase } from '../votes/run.ts';
import { type ListOrders, questions } from './lists-process.ts';

const listsProcess = new URL('./lists-process.ts', import.meta.url);
const reportUsage = new URL('../votes/report-usage.ts', import.meta.url);

/** How often each question is asked; the median counts. */
const tries = 15;

/** Ten times the decisions may take less than this many times as long. */
const mostGrowth = 2;

type Times = Readonly<Record<(typeof questions)[number], number>>;

/**
 * How long lists, a history and a digest take with 1,000 decisions and with 10,000, and what a vote of 100,000 people
 * takes to be opened and shown. PostgreSQL is a real one; Slack and git are left out. Prints a table, then JSON.
 * `--few` and `--many` say how many decisions, `--members` how many people. Doesn't fail when an aim was missed.
 */
export async function benchLists(): Promise<void> {
  const { values } = parseArgs({
    allowPositionals: true,
    options: {
      few: { type: 'string', default: '1000' },
      many: { type: 'string', default: '10000' },
      members: { type: 'string', default: '100000' },
    },
  });
  const [few, many, members] = [Number(values.few), Number(values.many), Number(values.members)];
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  const postgres = await startEmbeddedPostgres(join(folder, 'postgres'));
  try {
    const [less, more] = await measureLists(postgres.url, few, many);
    const vote = await measureVote(postgres.url, members);
    print('', [`${few.toLocaleString('en')} decisions`, `${many.toLocaleString('en')} decisions`, 'ratio']);
    for (const question of questions) {
      const ratio = more[question] / less[question];
      print(`${question}, ms`, [less[question].toFixed(1), more[question].toFixed(1), ratio.toFixed(2)]);
    }
    const isMet = questions.every((question) => more[question] / less[question] < mostGrowth);
    console.log(`\n${isMet ? 'met   ' : 'MISSED'}  each question takes less than ${mostGrowth} times as long\n`);
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

/** Asks each question of both databases in turn, so that a change in the machine's speed touches both. */
async function measureLists(server: string, few: number, many: number): Promise<readonly [Times, Times]> {
  await using less = await prepare(server, few);
  await using more = await prepare(server, many);
  const times: Record<string, [number[], number[]]> = {};
  for (const question of questions) {
    // The first answer of a process is slower than all that follow.
    for (const child of [less, more]) await order(child, 'ask', { question });
    const taken: [number[], number[]] = [[], []];
    for (let turn = 0; turn < tries; turn += 1) {
      taken[0].push(await order(less, 'ask', { question }));
      taken[1].push(await order(more, 'ask', { question }));
    }
    times[question] = taken;
  }
  const middle = (side: 0 | 1) =>
    Object.fromEntries(questions.map((question) => [question, median(times[question]?.[side] ?? [])])) as Times;
  return [middle(0), middle(1)];
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
  const databaseUrl = await createDatabase(server, `lists_${count}`);
  const child = startChild(listsProcess, { nodeOptions: ['--import', reportUsage.href] });
  await order(child, 'prepare', { databaseUrl, count });
  return child;
}

async function peakOf(child: Child): Promise<number> {
  const { peakMemory } = await child.ask<Usage>('usage');
  return peakMemory / 2 ** 20;
}

function order<Name extends keyof ListOrders>(child: Child, name: Name, told: ListOrders[Name]['order']) {
  return child.ask<ListOrders[Name]['answer']>(name, told);
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(label: string, cells: readonly string[]): void {
  console.log(label.padEnd(36) + cells.map((cell) => cell.padStart(20)).join(''));
}

import { readFile, rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readConfig } from '../config.ts';

/** Removes what `npm start` keeps, after asking; `--yes` for scripts. */
async function reset(): Promise<void> {
  const folder = resolve(readConfig(process.env).dataFolder);
  const isThere = await stat(folder).then(
    () => true,
    () => false,
  );
  if (!isThere) return console.log(`There is nothing to remove: ${folder} does not exist.`);
  if (await isRunning(folder))
    return console.log('Gavel is running from this folder. Stop it first (Ctrl-C), then run this again.');
  if (!process.argv.includes('--yes') && !(await confirm(folder))) return console.log('Nothing was removed.');
  await rm(folder, { recursive: true });
  console.log(`${folder} is gone; the next npm start begins anew.`);
}

/** Whether the database of this folder is running: its process is in the first line of postmaster.pid. */
async function isRunning(folder: string): Promise<boolean> {
  const pid = Number.parseInt(await readFile(`${folder}/postgres/postmaster.pid`, 'utf8').catch(() => ''), 10);
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function confirm(folder: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const question = `This removes ${folder}: the local database, repository and Slack, with all decisions in them. Type yes to go on: `;
  const answer = await terminal.question(question).catch(() => '');
  terminal.close();
  return answer.trim().toLowerCase() === 'yes';
}

await reset();

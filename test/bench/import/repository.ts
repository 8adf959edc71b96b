import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createLocalRepository } from '../../../src/archive/git/local-repository.ts';
import { makeAdr } from './corpus.ts';

/** Where the ADRs are in the repository. */
export const folder = 'docs/decisions';

/** Makes a bare repository with one commit of `count` ADRs, which like a forge gives single files on demand. */
export async function makeRepository(path: string, count: number): Promise<void> {
  await createLocalRepository(path);
  await runGit(path, ['config', 'uploadpack.allowFilter', 'true'], []);
  await runGit(path, ['fast-import', '--quiet'], commitOf(count));
}

/** Commits another text of one ADR on top. */
export async function changeOne(path: string, number: number): Promise<void> {
  const { name, text } = makeAdr(number);
  await runGit(
    path,
    ['fast-import', '--quiet'],
    [
      ...headOfCommit('Change one', 'from refs/heads/main^0\n'),
      ...fileInCommit(name, `${text}\nWe looked at it again.\n`),
    ],
  );
}

function* commitOf(count: number): Generator<string> {
  yield* headOfCommit('Begin', '');
  for (let number = 1; number <= count; number += 1) {
    const { name, text } = makeAdr(number);
    yield* fileInCommit(name, text);
  }
}

// The language of git fast-import.
function headOfCommit(message: string, parent: string): string[] {
  return [`commit refs/heads/main\ncommitter Ada <ada@example.org> 1700000000 +0000\n`, data(message), parent];
}

function fileInCommit(name: string, text: string): string[] {
  return [`M 100644 inline ${folder}/${name}\n`, data(text)];
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

async function runGit(path: string, args: readonly string[], input: Iterable<string>): Promise<void> {
  const git = spawn('git', ['-C', path, ...args], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(git, 'close');
  await pipeline(Readable.from(input), git.stdin);
  const [status] = await ended;
  if (status !== 0) throw new Error(`git ${args[0]} ended with ${status}.`);
}

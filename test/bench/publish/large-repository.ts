import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeAdr } from '../import/corpus.ts';

/** The size of a repository. */
export interface Size {
  readonly files: number;
  readonly commits: number;
  readonly adrs: number;
}

/** Where its ADRs are. */
export const adrFolder = 'docs/decisions';

/** Fills a bare repository with a company's code: files in many folders, a long history, and some ADRs. */
export async function fillRepository(gitFolder: string, size: Size): Promise<void> {
  await runGit(gitFolder, ['fast-import', '--quiet'], history(size));
  // As a forge keeps it: one pack, with an index of what each commit reaches.
  await runGit(gitFolder, ['repack', '-a', '-d', '-q', '--write-bitmap-index'], []);
  await runGit(gitFolder, ['config', 'uploadpack.allowFilter', 'true'], []);
}

/** Lets git push to it from the disk, without the forge. */
export async function openWithoutForge(gitFolder: string): Promise<void> {
  await runGit(gitFolder, ['config', 'core.hooksPath', '/dev/null'], []);
}

/** How many subfolders its ADRs are in. */
const areas = 20;

const filesInFolder = 40;
const foldersInService = 25;
const bornAt = 1_500_000_000;

function* history({ files, commits, adrs }: Size): Generator<string> {
  yield* headOfCommit(0, 'Begin');
  for (let file = 0; file < files; file += 1) yield* fileInCommit(pathOf(file), textOf(file, 0));
  for (let number = 1; number <= adrs; number += 1) {
    const { name, text } = makeAdr(number);
    yield* fileInCommit(`${adrFolder}/area-${number % areas}/${name}`, text);
  }
  for (let commit = 1; commit < commits; commit += 1) {
    yield* headOfCommit(commit, `Change ${commit}`);
    const file = (commit * 7_919) % files;
    yield* fileInCommit(pathOf(file), textOf(file, commit));
  }
}

function pathOf(file: number): string {
  const folder = Math.floor(file / filesInFolder);
  return `services/service-${Math.floor(folder / foldersInService)}/module-${folder % foldersInService}/file-${file}.ts`;
}

/** A few hundred bytes that differ from file to file, as code does. */
function textOf(file: number, version: number): string {
  const lines = Array.from({ length: 8 }, (_, line) => {
    const value = Math.imul(file * 31 + line + version * 7, 2_654_435_761) >>> 0;
    return `export const value${line} = call${value % 997}('${value.toString(36)}', ${value % 65_537});`;
  });
  return `${lines.join('\n')}\n`;
}

// The language of git fast-import. A commit without `from` goes on top of the last one.
function headOfCommit(number: number, message: string): string[] {
  return [`commit refs/heads/main\ncommitter Ada <ada@example.org> ${bornAt + number * 600} +0000\n`, data(message)];
}

function fileInCommit(path: string, text: string): string[] {
  return [`M 100644 inline ${path}\n`, data(text)];
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

async function runGit(gitFolder: string, args: readonly string[], input: Iterable<string>): Promise<void> {
  const git = spawn('git', ['--git-dir', gitFolder, ...args], { stdio: ['pipe', 'ignore', 'inherit'] });
  const ended = once(git, 'close');
  await pipeline(Readable.from(input), git.stdin);
  const [status] = await ended;
  if (status !== 0) throw new Error(`git ${args[0]} ended with ${status}.`);
}

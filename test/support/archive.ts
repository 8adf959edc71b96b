import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { Stage } from './gavel.ts';

const run = promisify(execFile);

/** Commits files to the folder of ADRs, as a colleague would. */
export async function addFiles({ folder, repository }: Stage, files: Readonly<Record<string, string>>): Promise<void> {
  const clone = join(folder, 'clone');
  const git = (...args: string[]) =>
    run('git', ['-C', clone, '-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...args]);
  await run('git', ['clone', '--quiet', repository, clone]);
  await git('checkout', '--quiet', '-B', 'main');
  for (const [name, content] of Object.entries(files)) {
    const path = join(clone, 'docs/decisions', name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  await git('add', '--all');
  await git('commit', '--quiet', '--message', 'Add ADRs');
  await git('push', '--quiet', 'origin', 'HEAD:main');
}

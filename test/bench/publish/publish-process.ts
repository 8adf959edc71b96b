import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openArchive } from '../../../src/archive/archive.ts';
import type { Archive } from '../../../src/workflow/ports/archive/archive.ts';
import { adrFolder } from './large-repository.ts';

// Publishes one ADR in a process of its own, so that its memory and that of its git can be told from everything else.

/** How to publish. */
export interface Task {
  readonly how: 'gavel' | 'shallow clone' | 'full clone';
  readonly url: string;
  readonly folder: string;
  /** Distinguishes this publication from others. */
  readonly turn: string;
}

const run = promisify(execFile);
let archive: Archive | undefined;

async function publishByGavel({ url, folder, turn }: Task): Promise<void> {
  archive ??= openArchive({
    repository: url,
    folder: adrFolder,
    author: { name: 'Gavel', email: 'gavel@example.com' },
    cacheFolder: folder,
  });
  const snapshot = await archive.fetch();
  const name = `area-1/9${turn}-use-${turn}.md`;
  // What is read before an ADR is written: its style, from the latest ones.
  await snapshot.read([...snapshot.files.keys()].slice(-8));
  await archive.commit(
    {
      decisionId: `decision-${turn}`,
      files: [{ name, content: `# Use ${turn}\n` }],
      subject: `Accept: use ${turn}`,
      body: [],
      at: new Date(),
      timeZone: 'UTC',
    },
    snapshot,
  );
}

async function publishByClone({ url, folder, turn }: Task, options: readonly string[]): Promise<void> {
  const clone = join(folder, turn);
  const git = (...args: string[]) => run('git', args, { maxBuffer: 1e8 });
  const inClone = (...args: string[]) =>
    git('-C', clone, '-c', 'user.name=Ada', '-c', 'user.email=a@example.org', ...args);
  await git('clone', '--quiet', ...options, url, clone);
  await writeFile(join(clone, adrFolder, 'area-1', `8${turn}-use-${turn}.md`), `# Use ${turn}\n`);
  await inClone('add', adrFolder);
  await inClone('commit', '--quiet', '-m', `Use ${turn}`);
  await inClone('push', '--quiet');
}

process.on('message', (task: Task) => {
  const work =
    task.how === 'gavel' ? publishByGavel(task) : publishByClone(task, task.how === 'full clone' ? [] : ['--depth=1']);
  work.then(
    () => process.send?.({ done: true }),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit());

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const program = join(import.meta.dirname, 'receive-hook.mjs');

/** Writes the hooks that all repositories of a forge share. */
export async function writeHooks(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const words = [process.execPath, program].map((word) => `'${word.replaceAll("'", `'\\''`)}'`);
  const script = `#!/bin/sh\nexec ${words.join(' ')} "$0"\n`;
  for (const name of ['pre-receive', 'post-receive', 'proc-receive']) {
    await writeFile(join(folder, name), script, { mode: 0o755 });
  }
}

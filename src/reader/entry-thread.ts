import { parentPort } from 'node:worker_threads';
import { readEntry } from '../adr/entry.ts';
import type { ArchiveFile } from '../adr/style/learn-style.ts';

// What a thread of the reader does: it answers files with their entries, in their order.

parentPort?.on('message', (files: readonly ArchiveFile[]) => {
  parentPort?.postMessage(files.map(({ name, text }) => readEntry(text, name)));
});

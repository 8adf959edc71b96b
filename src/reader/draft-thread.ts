import { parentPort } from 'node:worker_threads';
import { readDraft } from '../adr/read-draft.ts';

// What the reader's thread for drafts does: it answers the text of one with what it says.

parentPort?.on('message', (markdown: string) => {
  parentPort?.postMessage(readDraft(markdown));
});

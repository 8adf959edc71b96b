import { parentPort } from 'node:worker_threads';

// Breaks in place of an answer, as a lack of memory would make it.
parentPort?.on('message', () => {
  throw new Error('This thread is broken.');
});

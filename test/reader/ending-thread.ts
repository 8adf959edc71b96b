import { parentPort } from 'node:worker_threads';

// Ends without a word in place of an answer.
parentPort?.on('message', () => process.exit(0));

import { parentPort } from 'node:worker_threads';

// Never answers, as if it were at a text that takes for ever.
parentPort?.on('message', () => undefined);

import { getHeapStatistics } from 'node:v8';
import { parentPort, threadId } from 'node:worker_threads';
import { loaded } from '../../src/reader/thread.ts';

// Answers with its id and the most memory that its heap may take, in megabytes.
parentPort?.on('message', () => {
  parentPort?.postMessage({ threadId, megabytes: Math.round(getHeapStatistics().heap_size_limit / 2 ** 20) });
});
parentPort?.postMessage(loaded);

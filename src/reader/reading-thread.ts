import { parentPort } from 'node:worker_threads';
import { doTask, type Order, type Tasks } from './tasks.ts';
import { loaded } from './thread.ts';

// The code of a reader's thread: it does its tasks one after the other.

parentPort?.on('message', (order: Order<keyof Tasks>) => {
  parentPort?.postMessage(doTask(order));
});
parentPort?.postMessage(loaded);

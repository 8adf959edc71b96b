import { parentPort } from 'node:worker_threads';
import { doTask, type Order, type Tasks } from './tasks.ts';

// What a thread of the reader does: it does the tasks that it is given, one after the other.

parentPort?.on('message', (order: Order<keyof Tasks>) => {
  parentPort?.postMessage(doTask(order));
});

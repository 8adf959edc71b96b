import { type ChildProcess, fork } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CountingProxy } from './counting-proxy.ts';
import type { Task } from './publish-process.ts';

/** What one publication took. */
export interface Cost {
  readonly milliseconds: number;
  /** Over the wire, in both directions; 0 for a repository on the disk. */
  readonly bytes: number;
  /** The most that the process and its git held at a time, in megabytes. */
  readonly peakMegabytes: number;
  /** What it leaves on the disk, in megabytes. */
  readonly diskMegabytes: number;
}

/** A process that publishes. */
export class Publisher implements Disposable {
  readonly #proxy: CountingProxy | undefined;
  readonly #child: ChildProcess;

  /** `proxy`: what it reaches the repository through; undefined for one on the disk. */
  constructor(proxy: CountingProxy | undefined) {
    this.#proxy = proxy;
    const env = { ...process.env, ...(proxy ? { http_proxy: proxy.url } : {}) };
    this.#child = fork(join(import.meta.dirname, 'publish-process.ts'), { env });
  }

  /** Publishes once, and says what that took. */
  async publish(task: Task): Promise<Cost> {
    this.#proxy?.take();
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, memoryOf(this.#child.pid ?? 0));
    }, 50);
    const began = performance.now();
    try {
      const answer = await new Promise<{ failed?: string }>((resolve) => {
        this.#child.once('message', (message) => resolve(message as { failed?: string }));
        this.#child.send(task);
      });
      const milliseconds = performance.now() - began;
      if (answer.failed !== undefined) throw new Error(`${task.how}: ${answer.failed}`);
      const megabyte = 2 ** 20;
      return {
        milliseconds,
        bytes: this.#proxy?.take() ?? 0,
        peakMegabytes: peak / megabyte,
        diskMegabytes: sizeOf(task.folder) / megabyte,
      };
    } finally {
      clearInterval(watch);
    }
  }

  [Symbol.dispose](): void {
    this.#child.disconnect();
  }
}

/** The resident memory of a process and of everything that it started, in bytes (Linux: proc_pid_stat(5)). */
function memoryOf(pid: number): number {
  const parents = new Map<number, { parent: number; pages: number }>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ');
      parents.set(Number(name), { parent: Number(fields[1]), pages: Number(fields[21]) });
    } catch {
      // It has ended meanwhile.
    }
  }
  const isWithin = (id: number): boolean => id === pid || (parents.has(id) && isWithin(parents.get(id)?.parent ?? 0));
  const pageSize = 4_096;
  return [...parents].reduce((sum, [id, { pages }]) => sum + (isWithin(id) ? pages * pageSize : 0), 0);
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}

import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Where the processor time of a process stands, in clock ticks, behind its name (proc(5): /proc/pid/stat). */
const places = { parent: 1, user: 11, system: 12, endedChildrenUser: 13, endedChildrenSystem: 14 };

async function fieldsOf(pid: string): Promise<number[] | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  return text
    ?.slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
}

/**
 * Processor time in microseconds that a PostgreSQL has used so far: of the process that started it all, of those that it
 * has now, and of those that have ended. Undefined where there is no /proc.
 */
export async function readPostgresProcessor(postmaster: number): Promise<number | undefined> {
  const pids = await readdir('/proc').catch(() => []);
  if (pids.length === 0) return undefined;
  const ticksPerSecond = Number((await run('getconf', ['CLK_TCK'])).stdout);
  let ticks = 0;
  for (const pid of pids.filter((name) => /^\d+$/.test(name))) {
    const fields = await fieldsOf(pid);
    const at = (place: number) => fields?.[place] ?? 0;
    if (Number(pid) === postmaster) {
      ticks += at(places.user) + at(places.system) + at(places.endedChildrenUser) + at(places.endedChildrenSystem);
    } else if (at(places.parent) === postmaster) ticks += at(places.user) + at(places.system);
  }
  return (ticks * 1_000_000) / ticksPerSecond;
}

import { type Line, openLine } from './line.ts';

/** How a stretch of load was answered; times in milliseconds. */
export interface Stretch {
  readonly events: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Answers other than 200. */
  readonly refused: number;
}

/** Where requests come from, in order; undefined when there are no more. */
export interface Series {
  take(): Buffer | undefined;
}

const lineCount = 32;

/** The value below which a share of sorted values lies. */
function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function summarize(times: number[], seconds: number, refused: number): Stretch {
  const sorted = times.toSorted((a, b) => a - b);
  const [p50, p95, p99] = [percentile(sorted, 0.5), percentile(sorted, 0.95), percentile(sorted, 0.99)];
  return { events: times.length, perSecond: times.length / seconds, p50, p95, p99, refused };
}

async function openLines(port: number, onLost: (error: Error) => void): Promise<Line[]> {
  return Promise.all(Array.from({ length: lineCount }, () => openLine(port, onLost)));
}

/** Sends on every line as soon as the last answer is there, for so many seconds or until the series ends. */
export async function saturate(port: number, series: Series, seconds: number): Promise<Stretch> {
  const done = Promise.withResolvers<void>();
  const lines = await openLines(port, done.reject);
  const times: number[] = [];
  let refused = 0;
  let busy = lines.length;
  const start = performance.now();
  const next = (line: Line): void => {
    const sent = performance.now();
    const request = sent - start < seconds * 1_000 ? series.take() : undefined;
    if (request === undefined) {
      busy -= 1;
      if (busy === 0) done.resolve();
      return;
    }
    line.send(request, (status) => {
      times.push(performance.now() - sent);
      if (status !== 200) refused += 1;
      next(line);
    });
  };
  for (const line of lines) next(line);
  await done.promise;
  const took = (performance.now() - start) / 1_000;
  for (const line of lines) line.close();
  return summarize(times, took, refused);
}

/**
 * Sends so many events a second, however fast they are answered. An event that finds all lines busy waits for one, and
 * that wait is a part of its time, so that a bot that stalls is not spared the events of that while.
 */
export async function keepPace(port: number, series: Series, perSecond: number, seconds: number): Promise<Stretch> {
  const done = Promise.withResolvers<void>();
  const free = await openLines(port, done.reject);
  const all = [...free];
  const waiting: { request: Buffer; since: number }[] = [];
  const times: number[] = [];
  const total = perSecond * seconds;
  let refused = 0;
  let begun = 0;
  const start = performance.now();
  const send = (line: Line, { request, since }: { request: Buffer; since: number }): void => {
    line.send(request, (status) => {
      times.push(performance.now() - since);
      if (status !== 200) refused += 1;
      const next = waiting.shift();
      if (next) send(line, next);
      else free.push(line);
      if (times.length === total) done.resolve();
    });
  };
  const ticking = setInterval(() => {
    const since = performance.now();
    const due = Math.min(total, Math.floor(((since - start) / 1_000) * perSecond));
    for (; begun < due; begun += 1) {
      const request = series.take();
      if (request === undefined) return done.reject(new Error('There are not enough events in the series.'));
      // In turn: a server closes a connection that is idle for some seconds.
      const line = free.shift();
      if (line) send(line, { request, since });
      else waiting.push({ request, since });
    }
  }, 1);
  await done.promise.finally(() => clearInterval(ticking));
  const took = (performance.now() - start) / 1_000;
  for (const line of all) line.close();
  return summarize(times, took, refused);
}

// Loaded before a bot's own code, in the same way for each: tells how much memory and processor time the process uses.

/** What a process has used so far. */
export interface Usage {
  /** The most memory that it held, in bytes, looked at four times a second. */
  readonly peakMemory: number;
  /** Processor time in microseconds, of all its threads. */
  readonly processor: number;
}

// Not `resourceUsage().maxRSS`: on Linux that begins with what the parent held when it started this process.
let peakMemory = process.memoryUsage.rss();
setInterval(() => {
  peakMemory = Math.max(peakMemory, process.memoryUsage.rss());
}, 250).unref();

process.on('message', ({ name }: { name: string }) => {
  if (name !== 'usage') return;
  const { user, system } = process.cpuUsage();
  process.send?.({ answer: { peakMemory, processor: user + system } satisfies Usage });
});
process.on('disconnect', () => process.exit());

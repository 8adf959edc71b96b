import { heedSignals } from './process/signals.ts';

// Runs before anything that takes time is loaded: a signal at any moment stops Gavel in order, even as process 1.
const stopWanted = heedSignals();
const { run } = await import('./run.ts');
await run(stopWanted);

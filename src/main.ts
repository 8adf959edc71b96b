import { heedSignals } from './process/signals.ts';

// Before anything that takes time is loaded: a signal at any moment stops Gavel in order, also as process 1.
const stopWanted = heedSignals();
const { run } = await import('./run.ts');
await run(stopWanted);

import fc from 'fast-check';

/**
 * The source of random inputs for `npm test`: equal inputs each time, so that nothing fails by chance.
 * `GAVEL_SEED=random` draws different ones each time, and a number draws those that a failure named.
 */
const usualSeed = 20_261_120;

const wanted = process.env.GAVEL_SEED ?? String(usualSeed);
if (wanted !== 'random' && !/^-?\d+$/.test(wanted)) {
  throw new Error(`GAVEL_SEED is “${wanted}”. It can be “random”, or the seed that a failed law named.`);
}

/** How many times as many inputs each law is tried with. Laws that say nothing else take 100, as fast-check does. */
const factor = Number(process.env.GAVEL_RUNS_FACTOR ?? 1);
if (!Number.isInteger(factor) || factor < 1) {
  throw new Error(`GAVEL_RUNS_FACTOR is “${process.env.GAVEL_RUNS_FACTOR}”. It can be a whole number from 1.`);
}

// A law that fails prints its seed and path, which can be passed to `fc.assert` as they are.
fc.configureGlobal({ numRuns: 100 * factor, ...(wanted !== 'random' && { seed: Number(wanted) }) });

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
// A law that fails prints its seed and path, which can be passed to `fc.assert` as they are.
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });

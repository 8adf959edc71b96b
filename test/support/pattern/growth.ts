import { type Attack, attacksOn, writeAttack } from './attacks.ts';
import { SteppedPattern, TooManySteps } from './match-in-steps.ts';

/** A text on which a pattern works too hard, and how hard: the steps at 1,500 characters and at 3,000. */
export interface Offense {
  readonly attack: Attack;
  readonly steps: readonly [number, number];
}

/** Work that grows with the length doubles with it, and work that grows with its square quadruples. */
const tooSteep = 3;

/** More steps per character than this are too many, even if their number doesn't grow. */
const mostForOne = 1_500;

/** Finds a text for which the work of a pattern grows faster than the text; undefined if there is none. */
export function findOffense(pattern: RegExp): Offense | undefined {
  const stepped = new SteppedPattern(pattern);
  let suspects: readonly Attack[] = attacksOn(stepped.parsed.root, pattern);
  // Most attacks are harmless, as short lengths show; bounded ones turn out to be so at longer lengths.
  for (const [length, kept] of [
    [40, 24],
    [400, 4],
  ] as const) {
    suspects = suspects
      .map((attack) => ({ attack, growth: growthAt(stepped, attack, length) }))
      .filter(({ growth }) => growth > 2.5)
      .sort((one, other) => other.growth - one.growth)
      .slice(0, kept)
      .map(({ attack }) => attack);
  }
  for (const attack of suspects) {
    const short = count(stepped, attack, 1_500, mostForOne * 1_500);
    const long = count(stepped, attack, 3_000, Math.min(tooSteep * short, mostForOne * 3_000));
    if (short === Infinity || long === Infinity) return { attack, steps: [short, long] };
  }
  return undefined;
}

function growthAt(pattern: SteppedPattern, attack: Attack, length: number): number {
  const short = count(pattern, attack, length, 1_000_000);
  return short === Infinity ? Infinity : count(pattern, attack, 2 * length, 8 * short) / short;
}

/** The steps that a pattern takes for an attack; infinite if they exceed the maximum. */
function count(pattern: SteppedPattern, attack: Attack, length: number, most: number): number {
  try {
    return pattern.count(writeAttack(attack, length), most);
  } catch (error) {
    if (error instanceof TooManySteps) return Infinity;
    throw error;
  }
}

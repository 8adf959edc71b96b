import { type RawBuilder, sql } from 'kysely';
import type { Cut } from '../../workflow/ports/list.ts';

/** How to read a part of a list from a cut on, when the keys decrease from line to line. */
export interface Direction {
  /** What a key has to be, compared with the key of the line at the cut. */
  readonly than: RawBuilder<unknown>;
  /** The order that starts at the cut. */
  readonly order: RawBuilder<unknown>;
}

/** After a line, keys are smaller; before it they are larger, and the closest of them come first. */
export function directionOf({ side }: Pick<Cut<unknown>, 'side'>): Direction {
  return side === 'after' ? { than: sql`<`, order: sql`desc` } : { than: sql`>`, order: sql`asc` };
}

/** Lines read from a cut on, put back into the order of the list. */
export function inListOrder<Line>(lines: readonly Line[], { side }: Pick<Cut<unknown>, 'side'>): Line[] {
  return side === 'after' ? [...lines] : lines.toReversed();
}

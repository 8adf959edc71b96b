import type { JsonObject } from '../../../json.ts';
import type { Surface } from './surface.ts';

/** What a view of a block is given. */
export interface BlockProps {
  readonly surface: Surface;
  readonly block: JsonObject;
}

import type { JsonObject } from '../../../json.ts';
import type { Surface } from './surface.ts';

/** The props of a component for a block. */
export interface BlockProps {
  readonly surface: Surface;
  readonly block: JsonObject;
}

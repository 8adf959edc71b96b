import type { JsonObject } from '@gavel/local-server/json.ts';
import type { Surface } from './surface.ts';

/** The props of a component for a block. */
export interface BlockProps {
  readonly surface: Surface;
  readonly block: JsonObject;
}

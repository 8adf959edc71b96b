import type { StatedLink } from '../../warning.ts';
import type { Reference } from './marks.ts';

/** What a sentence says of an ADR: how it is related to this one, or that it is not, or only to another one. */
export type Statement = readonly [reference: Reference, kind: StatedLink | 'none'];

/** What the other ADR would say. */
export const opposite: Readonly<Record<StatedLink, StatedLink>> = {
  supersedes: 'superseded by',
  'superseded by': 'supersedes',
  amends: 'amended by',
  'amended by': 'amends',
};

/** Whether another ADR does something to this one. */
export function isBackward(kind: StatedLink): boolean {
  return kind.endsWith(' by');
}

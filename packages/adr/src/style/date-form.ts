import type { AdrDocument } from '../read/document.ts';
import type { HouseStyle } from './house-style.ts';
import { madrStyle } from './madr-style.ts';
import { commonValue } from './vote.ts';

/** How dates are written, as an example of `readDate`. */
export function dateFormOf(documents: readonly AdrDocument[]): HouseStyle['dateForm'] {
  return commonValue(documents, ({ dateForm }) => dateForm) ?? madrStyle.dateForm;
}

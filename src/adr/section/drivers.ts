import { cleanLine } from '../clean-text.ts';
import type { Section } from '../section.ts';
import { bulletList, heading } from '../tree.ts';

/** MADR 4.0.0, "Decision Drivers", if there are any. */
export const drivers: Section = (record) => {
  const items = record.drivers.map(cleanLine).filter((driver) => driver !== '');
  return items.length === 0 ? [] : [heading(2, 'Decision Drivers'), ...bulletList(items)];
};

import { cleanLine } from '../clean-text.ts';
import type { Section } from '../section.ts';
import { bulletList, heading } from '../tree.ts';

/** What an option without a title is called. */
export const untitledOption = 'Untitled option';

/** MADR 4.0.0, "Considered Options": their titles. */
export const consideredOptions: Section = (record) => [
  heading(2, 'Considered Options'),
  ...bulletList(record.options.map((option) => cleanLine(option.title) || untitledOption)),
];

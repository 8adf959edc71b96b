import { cleanLine } from '../clean-text.ts';
import type { Section } from '../section.ts';
import { heading } from '../tree.ts';

/** The first line after the front matter: the title, without a number (MADR 4.0.0). */
export const title: Section = (record) => [heading(1, cleanLine(record.title) || 'Untitled decision')];

import { embedMarkdown } from '../embed.ts';
import type { Section } from '../section.ts';
import { heading } from '../tree.ts';

/** MADR 4.0.0, "Context and Problem Statement": the proposer's Markdown. */
export const context: Section = (record) => [
  heading(2, 'Context and Problem Statement'),
  ...embedMarkdown(record.context),
];

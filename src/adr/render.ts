import { writeMarkdown } from './markdown.ts';
import type { AdrRecord } from './record.ts';
import { consideredOptions } from './section/considered-options.ts';
import { context } from './section/context.ts';
import { decisionOutcome } from './section/decision-outcome.ts';
import { drivers } from './section/drivers.ts';
import { frontMatter } from './section/front-matter.ts';
import { moreInformation } from './section/more-information.ts';
import { prosAndCons } from './section/pros-and-cons.ts';
import { title } from './section/title.ts';
import type { Section } from './section.ts';

/** MADR 4.0.0, in its order. */
const sections: readonly Section[] = [
  frontMatter,
  title,
  context,
  drivers,
  consideredOptions,
  decisionOutcome,
  prosAndCons,
  moreInformation,
];

/**
 * The text of the ADR file, in MADR 4.0.0 and the same for the same record. Plain texts enter as text and the context
 * as Markdown, so nothing that somebody typed becomes structure, HTML, a mention or front matter. Throws RangeError if
 * the date is not `YYYY-MM-DD`.
 */
export function renderAdr(record: AdrRecord): string {
  return writeMarkdown({ type: 'root', children: sections.flatMap((section) => section(record)) });
}

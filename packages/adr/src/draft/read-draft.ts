import type { AdrWarning } from '../read/warning.ts';
import type { DraftOption } from './draft-options.ts';
import type { Section } from './draft-sections.ts';
import { readDraftSource } from './draft-source.ts';

/** What a Markdown draft says, by the fields of a proposal. Title, drivers and options are plain text. */
export interface ReadDraft {
  readonly title: string;
  /** Markdown. */
  readonly context: string;
  readonly drivers: readonly string[];
  readonly options: readonly DraftOption[];
  /** Everything else, in its order: a heading in plain text, and Markdown. */
  readonly sections: readonly Section[];
  readonly warnings: readonly AdrWarning[];
}

/**
 * Reads a draft, whatever its dialect, into the fields of a proposal and sections of its own. Number, status, date and
 * people are left out, as the vote gives them; all else is there. Never throws.
 */
export function readDraft(markdown: string): ReadDraft {
  const { title, context, drivers, options, sections, warnings } = readDraftSource(markdown);
  return {
    title: title.plain,
    context: context.markdown,
    drivers: drivers.map(({ plain }) => plain),
    options: options.map(({ plain }) => plain),
    sections: sections.map(({ heading, markdown: text }) => ({ heading, markdown: text })),
    warnings,
  };
}

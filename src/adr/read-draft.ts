import type { Section } from '../decision/section.ts';
import { readDraftSource } from './draft/draft-source.ts';
import type { AdrWarning } from './read/found.ts';

/** A reason that a draft gives for, against or beside an option, in plain text on one line. */
export interface DraftArgument {
  readonly kind: 'pro' | 'con' | 'neutral';
  readonly text: string;
}

/** An option of a draft, in plain text. */
export interface DraftOption {
  readonly title: string;
  readonly description: string;
  readonly arguments: readonly DraftArgument[];
}

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

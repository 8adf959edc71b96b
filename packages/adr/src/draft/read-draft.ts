import type { AdrWarning } from '../read/warning.ts';
import type { DraftFacts } from './draft-facts.ts';
import type { DraftOption } from './draft-options.ts';
import type { SectionText } from './draft-sections.ts';
import { readDraftSource } from './draft-source.ts';
import type { DraftWords } from './draft-words.ts';

/** A pasted Markdown draft, split into the fields of a proposal. The title is plain text. */
export interface PastedDraft {
  readonly title: string;
  /** Markdown. */
  readonly context: string;
  readonly drivers: readonly DraftWords[];
  readonly options: readonly DraftOption[];
  readonly facts: DraftFacts;
  /** Everything else, in order: headings in plain text, each with its Markdown. */
  readonly sections: readonly SectionText[];
  readonly warnings: readonly AdrWarning[];
}

/**
 * Reads a draft of any dialect into the fields of a proposal and additional sections. Number, status, date and people
 * are left out, because the vote decides them. Nothing else is lost. Never throws.
 */
export function readDraft(markdown: string): PastedDraft {
  const { title, context, drivers, options, facts, sections, warnings } = readDraftSource(markdown);
  return {
    title: title.plain,
    context: context.markdown,
    drivers: drivers.map(({ inFields }) => inFields),
    options: options.map(({ inFields }) => inFields),
    facts,
    sections: sections.map(({ heading, markdown: text }) => ({ heading, markdown: text })),
    warnings,
  };
}

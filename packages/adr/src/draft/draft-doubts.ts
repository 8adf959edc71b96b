import type { AdrContent } from '../content/content.ts';
import type { AdrDocument } from '../read/document.ts';
import { doubtsAbout } from '../read/doubts.ts';
import { readFrontMatter } from '../read/metadata/front-matter.ts';
import type { AdrWarning } from '../read/warning.ts';

/** The doubts about a draft: those about any ADR, except on what the vote decides, and about what was lost. */
export function doubtsAboutDraft(document: AdrDocument, content: AdrContent): AdrWarning[] {
  const { outline, source } = document;
  const known = outline.frontMatter === undefined ? [] : readFrontMatter(source, outline.frontMatter).warnings;
  const accepted = { value: { word: 'accepted', remainder: '' }, foundIn: 'text', line: 1, start: 0, end: 0 } as const;
  const decided = { ...document, statuses: [accepted], number: undefined, headingNumber: undefined };
  const doubts = doubtsAbout(decided, known);
  if (content.frontMatter === undefined && content.metadata === undefined) return doubts;
  return [...doubts, { code: 'metadata not understood', line: 1, isError: false }];
}

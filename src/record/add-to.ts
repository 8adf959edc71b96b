import type { Markdown } from '@gavel/adr/content/content.ts';
import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import { joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import { placeOf } from '@gavel/adr/read/source/source.ts';

/** Adds blocks to a section, but not under a heading inside it. */
export function addTo(markdown: Markdown, added: Markdown): Markdown {
  const heading = parseMarkdown(markdown).children.find(({ type }) => type === 'heading');
  const end = heading === undefined ? markdown.length : placeOf(heading).start;
  return added === '' ? markdown : joinBlocks(markdown.slice(0, end).trimEnd(), added, markdown.slice(end));
}

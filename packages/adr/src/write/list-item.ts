import type { Markdown } from '../content/content.ts';

/** The text of a list item behind its marker, with its further lines set in by the marker's width. */
function listItem(marker: string, text: Markdown): Markdown {
  return `${marker} ${indent(text, marker.length + 1)}`;
}

/** A list; ordered ones count from 1. */
export function listOf(
  texts: readonly Markdown[],
  { bullet = '*', isOrdered = false, isLoose = false } = {},
): Markdown {
  const items = texts.map((text, index) => listItem(isOrdered ? `${index + 1}.` : bullet, text));
  return items.join(isLoose ? '\n\n' : '\n');
}

function indent(text: Markdown, width: number): Markdown {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}

import type { Markdown } from '../content/content.ts';

/** Writes a list item. Its later lines are indented by the width of the marker. */
function listItem(marker: string, text: Markdown): Markdown {
  return marker + indent(text, marker.length);
}

/** Writes a list. Ordered lists count from 1. */
export function listOf(
  texts: readonly Markdown[],
  { bullet = '*', bulletGap = ' ', isOrdered = false, isLoose = false } = {},
): Markdown {
  const items = texts.map((text, index) => listItem(isOrdered ? `${index + 1}. ` : bullet + bulletGap, text));
  return items.join(isLoose ? '\n\n' : '\n');
}

function indent(text: Markdown, width: number): Markdown {
  return text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}

import type { Markdown } from '../content/content.ts';
import { withoutBlanks } from '../read/source/source.ts';
import type { MarkdownMarks, Tightness } from '../style/house-style.ts';

/** Writes a heading. The text can end with anything, and a heading of several lines is underlined. */
export function headingText(depth: number, text: Markdown): Markdown {
  if (text.includes('\n') && depth < 3) return `${text}\n${depth === 1 ? '===' : '---'}`;
  // Number signs at the end would be read as a closing sequence.
  const end = /(?:^|[ \t])#+$/.test(text) ? ' #' : '';
  return withoutBlanks(`${'#'.repeat(depth)} ${text}${end}`);
}

/**
 * What is between a heading and the text under it, where a house has an own habit or else a general one: where a list is
 * apart, any text is, and where a text is not, no list is. A bold line would go on in a text right under it.
 */
export function gapUnder(
  isLine: boolean,
  body: Markdown,
  own: Tightness | undefined,
  { tight }: Pick<MarkdownMarks, 'tight'>,
): '\n' | '\n\n' {
  const list = own?.list ?? (own?.text === true ? true : tight.list);
  const text = own?.text ?? (own?.list === false ? false : tight.text);
  const isTight = /^(?:[-*+]|\d+\.) /.test(body) ? list : !isLine && /^[^\s#<]/.test(body) && text;
  return isTight === true ? '\n' : '\n\n';
}

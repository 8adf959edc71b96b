import type { Markdown } from '@gavel/adr/content/content.ts';
import { joinBlocks } from '@gavel/adr/markdown/to-markdown.ts';
import { readYStatement } from '@gavel/adr/read/y-statement.ts';
import { toPlainText } from '@gavel/adr/text/plain-text.ts';
import { typedLine } from '@gavel/adr/typed/embed-typed.ts';
import { addTo } from './add-to.ts';
import type { AdrRecord } from './record.ts';

/**
 * The context with the question that was decided at its end, as MADR suggests, unless the title or the context asks it
 * already. A sentence that states the whole decision follows the question.
 */
export function askedIn(context: Markdown, { title, question = title }: AdrRecord): Markdown {
  const asked = wordsOf(question);
  const isAsked = asked === wordsOf(title) || ` ${wordsOf(toPlainText(context))} `.includes(` ${asked} `);
  if (isAsked || asked === '') return context;
  const paragraph = typedLine(question);
  return readYStatement(context) ? joinBlocks(paragraph, context) : addTo(context, paragraph);
}

function wordsOf(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
}

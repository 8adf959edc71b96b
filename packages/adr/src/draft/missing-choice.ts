import type { Markdown } from '../content/content.ts';
import type { AdrDocument } from '../read/document.ts';
import type { AdrWarning } from '../read/warning.ts';
import { toPlainLine } from '../text/plain-text.ts';
import type { SourceOption } from './draft-options.ts';
import { toWords } from './draft-words.ts';

const bold =
  /\b(?:use|using|chose|choose|chosen|adopt|adopted|select|selected|go with|decided (?:for|on|to use)|pick|picked|standardi[sz]e on|write|build)\b[^.*_]{0,40}(?:\*\*|__)(?<title>[^*_\n]{1,80})(?:\*\*|__)/i;
const plain =
  /\b(?:will use|use|chose|choose|adopt|adopted|selected|go with|decided (?:for|on|to use)|picked|standardi[sz]e on)\s+(?<title>\S.{0,60}?)(?=\s+(?:as|for|to|because|since|with|in|over|instead|rather|from|across|throughout)\b|[.,;:\n]|$)/i;

/**
 * Finds the option that a draft chooses but does not list, as in drafts that list only the alternatives. Without it,
 * nobody could vote for that option.
 */
export function missingChoice(
  document: AdrDocument,
): { readonly option: SourceOption; readonly warnings: readonly AdrWarning[] } | undefined {
  const { outcome, chosen, options } = document;
  if (chosen !== undefined || outcome === undefined || options.length === 0) return undefined;
  const title = titleIn(outcome.value.chosen, outcome.value.text);
  if (title === undefined) return undefined;
  return {
    option: { written: undefined, inFields: { title, description: toWords(''), arguments: [] } },
    warnings: [{ code: 'choice not listed', title, line: outcome.line, isError: false }],
  };
}

function titleIn(chosen: Markdown | undefined, text: Markdown): string | undefined {
  const [lead = ''] = text.split('\n\n');
  const found = chosen ?? bold.exec(lead)?.groups?.title ?? plain.exec(lead)?.groups?.title;
  const title = found === undefined ? '' : toPlainLine(found);
  return title === '' || title.length > 80 ? undefined : title;
}

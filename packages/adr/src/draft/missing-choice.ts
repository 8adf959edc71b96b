import type { Markdown } from '../content/content.ts';
import { adrLanguages } from '../language/adr-language.ts';
import { type AdrWords, variantsOf } from '../language/adr-words.ts';
import { isDense, oneOf } from '../language/patterns.ts';
import { adrWords } from '../language/words.ts';
import type { AdrDocument } from '../read/document.ts';
import type { AdrWarning } from '../read/warning.ts';
import { toPlainLine } from '../text/plain-text.ts';
import type { SourceOption } from './draft-options.ts';
import { toWords } from './draft-words.ts';

/** A pattern for the words of an entry in all languages; `blank`: what follows them where a language has blanks. */
function anyOf(entryOf: (words: AdrWords) => string, blank = ''): string {
  const words = adrLanguages.flatMap((language) => variantsOf(entryOf(adrWords[language])));
  const spaced = oneOf(words.filter((word) => !isDense(word)));
  const dense = oneOf(words.filter(isDense));
  return `(?:(?<!\\p{L})(?:${spaced})(?!\\p{L})${blank}|(?:${dense})\\s?)`;
}

const choosing = anyOf(({ choosing: verbs, making }) => [verbs, making].filter((entry) => entry !== '').join(' | '));
const strong = '(?:\\*\\*|__)(?<title>[^*_\\n]{1,80})(?:\\*\\*|__)';
const boldBehind = new RegExp(`${choosing}[^.。*_]{0,40}${strong}`, 'iu');
/** Japanese, Korean and sometimes German say first what is chosen, and then that it is. */
const boldBefore = new RegExp(`${strong}[^.。*_]{0,40}${choosing}`, 'iu');
const next = anyOf(({ choosingNext }) => choosingNext, '\\s{1,9}');
const behind = anyOf(({ behindChoice }) => behindChoice);
const plain = new RegExp(`${next}(?<title>\\S.{0,60}?)(?=\\s{0,9}${behind}|[.,;:\\n。，、；：]|$)`, 'iu');

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
  const patterns = [boldBehind, boldBefore, plain];
  const found = chosen ?? patterns.map((pattern) => pattern.exec(lead)?.groups?.title).find((one) => one !== undefined);
  const title = found === undefined ? '' : toPlainLine(found);
  return title === '' || title.length > 80 ? undefined : title;
}

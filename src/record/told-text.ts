import { shieldMentions } from '@gavel/adr/markdown/mention.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { endSentence } from '@gavel/adr/text/sentence.ts';
import { embedTypedLine } from '@gavel/adr/typed/embed-typed.ts';
import type { PhrasingContent } from 'mdast';
import type { ToldSentence } from '../words/outcome-words.ts';
import type { Punctuation } from '../words/punctuation.ts';

/** A sentence on one line, with a period at its end. */
export function tidySentence({ text, reason = '' }: ToldSentence, { space }: Punctuation): ToldSentence {
  const typed = endSentence(cleanLine(reason));
  return typed === '' ? { text: endSentence(cleanLine(text)) } : { text: `${cleanLine(text)}${space}`, reason: typed };
}

/** Sentences as somebody reads them who sees no Markdown. */
export function listSentences(sentences: readonly ToldSentence[], punctuation: Punctuation): string {
  return sentences
    .map(({ text, reason = '' }, index) => `${spaceBefore(sentences, index, punctuation)}${text}${reason}`)
    .join('');
}

/** Sentences for an ADR: names and our own words letter by letter, and reasons as they were meant. */
export function embedSentences(sentences: readonly ToldSentence[], punctuation: Punctuation): PhrasingContent[] {
  return sentences.flatMap(({ text, reason = '' }, index) => [
    ...shieldMentions(`${spaceBefore(sentences, index, punctuation)}${text}`),
    ...embedTypedLine(reason).children,
  ]);
}

/** What stands before a sentence: a blank in any language, if somebody's words before it end as in the west. */
function spaceBefore(sentences: readonly ToldSentence[], index: number, { space }: Punctuation): string {
  const before = sentences[index - 1];
  if (before === undefined) return '';
  return /\p{ASCII}$/u.test(before.reason ?? '') ? ' ' : space;
}

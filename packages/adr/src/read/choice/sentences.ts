import type { Markdown } from '../../content/content.ts';

/** How much of a text is read: in UTF-16 units, and in blocks. */
const read = { text: 4_000, blocks: 8 };

/** The first sentences of a text, without tables, code and headings. */
export function sentencesOf(text: Markdown): string[] {
  return text
    .slice(0, read.text)
    .split('\n\n')
    .slice(0, read.blocks)
    .filter((block) => !/^(?:#|```|~~~|\|| {4})/.test(block))
    .flatMap((block) => block.replaceAll(/\n(?! {0,3}(?:[-*+]|\d{1,3}[.)]) )/g, ' ').split('\n'))
    .map((line) => line.replace(/^ {0,3}(?:[-*+]|\d{1,3}[.)]) +/, ''))
    .flatMap((line) => joinBold(line.split(/(?<=[.!?;。])(?<!(?<!\p{L})\p{L}{1,2}\.)\s+|(?<=。)/u)))
    .filter((sentence) => sentence !== '');
}

/** A period inside of bold words, as in “**Go e.g. Gin**”, ends no sentence. */
function joinBold(pieces: readonly string[]): string[] {
  const joined: string[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1) ?? '';
    const isOpen = (last.match(/\*\*|__/g) ?? []).length % 2 === 1;
    if (isOpen) joined[joined.length - 1] = `${last} ${piece}`;
    else joined.push(piece);
  }
  return joined;
}

/** Where a text has some words that are not part of longer words; -1 if it doesn't. */
export function findPhrase(text: string, phrase: string): number {
  const isPart = (character: string | undefined) =>
    character !== undefined && /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]/u.test(character);
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (!isPart(text[at - 1]) && !isPart(text[at + phrase.length])) return at;
  }
  return -1;
}

/** The letters and digits of a text, to compare it by. */
export const plain = (text: string) => text.toLowerCase().replaceAll(/[^\p{L}\p{N}+#]+/gu, '');

/** A text without the marks of Markdown and quotation marks. */
export function withoutMarks(text: Markdown): string {
  return (
    text
      .replaceAll(/\[|\]\([^()\n]{0,400}\)|\]/g, '')
      .replaceAll('’', "'")
      // An apostrophe inside of a word is no quotation mark: “l'option 2”.
      .replaceAll(/["“”„«»「」『』`*_]|(?<!\p{L})'|'(?!\p{L})/gu, '')
      .trim()
  );
}

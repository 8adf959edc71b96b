/** The words of a title, in lower case. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}.+#]+/gu, ' ')
      .split(' ')
      .map((word) => word.replace(/(?<!\.)\.+$/, ''))
      .filter((word) => /[\p{L}\p{N}]/u.test(word)),
  );
}

/** Whether all of these words are among the others. */
export function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].every((word) => others.has(word));
}

/** Whether two titles mean the same option: all the words of one of them are in the other. */
export function isSameOption(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  return words.size > 0 && others.size > 0 && (isWithin(words, others) || isWithin(others, words));
}

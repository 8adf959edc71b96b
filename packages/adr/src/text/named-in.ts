/** Where a text names an option: its words from `from` to `to`. */
interface Named {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** The options that a plain text names, in the order in which they are. All words of a title must be there. */
export function namedIn(text: string, titles: readonly string[]): Named[] {
  const told = wordsOf(text);
  const named = titles.flatMap((title): Named[] => {
    const words = wordsOf(withoutNotes(title));
    const places = words.map((word) => told.indexOf(word));
    if (words.length === 0 || places.includes(-1)) return [];
    const phrase = told.findIndex((_, at) => words.every((word, index) => told[at + index] === word));
    const [from, to] = phrase === -1 ? [Math.max(...places), Math.max(...places)] : [phrase, phrase + words.length - 1];
    return [{ title, from, to }];
  });
  // “We use Go with gRPC” doesn't name “Go”.
  const isWithin = (one: Named) =>
    named.some((other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from);
  return named.filter((one) => !isWithin(one)).toSorted((one, other) => one.to - other.to);
}

function withoutNotes(title: string): string {
  return title.replace(/(?<!\s)\s+\([^()]*\)$/, '') || title;
}

function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}.+#]*/gu) ?? []).map((word) =>
    word.replace(/(?<!\.)\.+$/, ''),
  );
}

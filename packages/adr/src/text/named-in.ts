/** Where a text names an option: from its word number `from` to number `to`. */
interface Named {
  readonly title: string;
  readonly from: number;
  readonly to: number;
}

/** The options that a plain text names, in order of their occurrence. All words of a title must occur. */
export function namedIn(text: string, titles: readonly string[]): Named[] {
  const all = wordsOf(text);
  const named = titles.flatMap((title): Named[] => {
    const words = wordsOf(withoutNotes(title));
    const places = words.map((word) => all.indexOf(word));
    if (words.length === 0 || places.includes(-1)) return [];
    const phrase = all.findIndex((_, at) => words.every((word, index) => all[at + index] === word));
    const [from, to] = phrase === -1 ? [Math.max(...places), Math.max(...places)] : [phrase, phrase + words.length - 1];
    return [{ title, from, to }];
  });
  // “We use Go with gRPC” doesn't name the option “Go” if there is an option “Go with gRPC”.
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

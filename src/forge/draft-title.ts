/** How a forge marks a draft: by the beginning of its title. */
export interface DraftMark {
  /** What Gavel puts before a title. */
  readonly prefix: string;
  /** Everything at the beginning of a title that makes it a draft. */
  readonly pattern: RegExp;
}

/** A title that makes a review a draft, or doesn't, whatever it begins with. */
export function markedTitle(title: string, isDraft: boolean, mark: DraftMark): string {
  const plain = title.replace(mark.pattern, '').trim();
  // A title must not be empty.
  const kept = plain === '' ? title.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim() : plain;
  return isDraft ? `${mark.prefix}${kept}` : kept;
}

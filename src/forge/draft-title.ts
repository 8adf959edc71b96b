/** How a forge marks a draft: by the beginning of its title. */
export interface DraftMark {
  /** What Gavel puts before a title. */
  readonly prefix: string;
  /** Everything at the beginning of a title that makes it a draft. */
  readonly pattern: RegExp;
}

/** The longest title that GitLab, Forgejo and Gitea take, in characters. */
const longestTitle = 255;

/** A title that makes a review a draft, or doesn't, whatever it begins with. It is cut if it is too long. */
export function markedTitle(title: string, isDraft: boolean, mark: DraftMark): string {
  const plain = title.replace(mark.pattern, '').trim();
  // A title must not be empty.
  const kept = plain === '' ? title.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim() : plain;
  const marked = isDraft ? `${mark.prefix}${kept}` : kept;
  return marked.length > longestTitle ? `${marked.slice(0, longestTitle - 1).toWellFormed()}…` : marked;
}

/** How a piece looks. */
interface Style {
  readonly bold?: boolean;
  readonly code?: boolean;
  readonly italic?: boolean;
  readonly strike?: boolean;
}

/** A part of a sentence that is shown in its own way. A text shows letter by letter: nothing in it is markup. */
export type Piece =
  | { readonly kind: 'text'; readonly text: string; readonly style?: Style | undefined }
  | { readonly kind: 'link'; readonly url: string; readonly text: string; readonly style?: Style | undefined }
  | { readonly kind: 'emoji'; readonly name: string }
  | { readonly kind: 'person'; readonly userId: string }
  /** Shown in each reader's own time zone. */
  | { readonly kind: 'moment'; readonly at: Date };

/** What Gavel says, in pieces, whatever shows it. */
export type Words = readonly Piece[];

/** What can stand in a sentence: a text, shown as it is and on one line; a figure; a moment; or other words. */
export type Said = string | number | Date | Words;

/** A sentence. The template's text and line breaks are ours; inserted values show as they are. */
export function say(template: TemplateStringsArray, ...said: readonly Said[]): Words {
  return join(template.flatMap((text, index) => [...textOf(text), ...piecesOf(said[index] ?? '')]));
}

/** Words on lines of their own, leaving out empty ones. */
export function lines(...all: readonly Words[]): Words {
  const spoken = all.filter((line) => line.length > 0);
  return join(spoken.flatMap((line, index) => (index === 0 ? line : [...textOf('\n'), ...line])));
}

/** Words one after the other, with our `separator` between them. */
export function joinWords(all: readonly Said[], separator: string): Words {
  return join(all.flatMap((said, index) => [...textOf(index === 0 ? '' : separator), ...piecesOf(said)]));
}

export function bold(...said: readonly Said[]): Words {
  return withStyle(said, { bold: true });
}

/** Something to type, or a name that programs use. */
export function code(...said: readonly Said[]): Words {
  return withStyle(said, { code: true });
}

/** A text that is a link. */
export function link(url: string, text: string): Words {
  return [{ kind: 'link', url, text: onOneLine(text) || url }];
}

export function emoji(name: string): Words {
  return [{ kind: 'emoji', name }];
}

/** Mentions a person at the beginning of a sentence, so that they are notified; empty if there is none. */
export function speakTo(userId: string | undefined): Words {
  return userId === undefined ? [] : say`${[{ kind: 'person', userId }]} `;
}

/** Mentions people, so that they are notified. */
export function mention(userIds: readonly string[]): Words {
  return joinWords(
    userIds.map((userId) => [{ kind: 'person', userId }]),
    ' ',
  );
}

/** The pieces of what is said. */
export function piecesOf(said: Said): Words {
  if (typeof said === 'string') return textOf(onOneLine(said));
  if (typeof said === 'number') return textOf(String(said));
  return said instanceof Date ? [{ kind: 'moment', at: said }] : said;
}

/** Words in a style, besides those that they have. */
export function withStyle(said: readonly Said[], style: Style): Words {
  return join(said.flatMap(piecesOf)).map((piece) =>
    piece.kind === 'text' || piece.kind === 'link' ? { ...piece, style: { ...piece.style, ...style } } : piece,
  );
}

function textOf(text: string): Words {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** Text that somebody typed never starts a line of its own, since a reader could take that for ours. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\n\r\u2028\u2029]+/g, ' ');
}

/** Joins neighbors of one style into one piece. */
function join(pieces: Words): Words {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text' && isAlike(last.style, piece.style)) {
      joined[joined.length - 1] = { ...last, text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}

const styles = ['bold', 'code', 'italic', 'strike'] as const;

function isAlike(one: Style | undefined, other: Style | undefined): boolean {
  return styles.every((style) => one?.[style] === other?.[style]);
}

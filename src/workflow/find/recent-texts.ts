import type { Archive } from '../ports/archive.ts';

/** How many files are kept, and how long each may be: who turns pages reads one or two. */
const most = 30;
const longest = 300_000;

const textsOf = new WeakMap<Archive, Map<string, string>>();

/** A text that was read from an archive lately, by git's id of it, which stands for the same text for ever. */
export function recallText(archive: Archive, blob: string): string | undefined {
  return textsOf.get(archive)?.get(blob);
}

/** Keeps a text for whoever turns its pages, so that git is not asked for each of them. */
export function keepText(archive: Archive, blob: string, text: string): void {
  if (text.length > longest) return;
  const texts = textsOf.get(archive) ?? new Map<string, string>();
  textsOf.set(archive, texts);
  texts.set(blob, text);
  const [oldest] = texts.keys();
  if (texts.size > most && oldest !== undefined) texts.delete(oldest);
}

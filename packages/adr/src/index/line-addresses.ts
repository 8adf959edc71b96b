import { pathAlong } from '../name/adr-path.ts';
import { linkedFile } from '../read/links/linked-file.ts';
import { folderIn, withoutExtension } from './find-listed.ts';
import type { IndexEntry } from './index-entry.ts';

/** What an address leads to: the file of an ADR, with or without its extension, or its folder, with or without a slash. */
export type Destination = 'file' | 'bare file' | 'folder' | 'folder/';

/**
 * What an address in an index leads to, if it is that of an ADR. One in another folder is that of another file, but what
 * is written in code may begin where the repository does.
 */
export function destinationOf(url: string, entry: IndexEntry, isCode = false): Destination | undefined {
  const way = linkedFile(url);
  const path = way === undefined ? decode(url) : pathAlong('', way);
  const isAt = (place: string) => path === place || ((way === undefined || isCode) && path.endsWith(`/${place}`));
  if (isAt(entry.file)) return 'file';
  const folder = folderIn(entry);
  if (way === undefined && isAt(`${folder}/`)) return 'folder/';
  if (isAt(folder)) return way?.endsWith('/') ? 'folder/' : 'folder';
  return isAt(withoutExtension(entry.file)) ? 'bare file' : undefined;
}

/** The end of an address that leads to an ADR. */
export function pathTo(to: Destination, entry: IndexEntry): string {
  if (to === 'file') return entry.file;
  return to === 'bare file' ? withoutExtension(entry.file) : folderIn(entry) + (to === 'folder/' ? '/' : '');
}

function decode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** An address that at least this share of the lines have is part of their form. */
const mostOfThem = 0.8;

/**
 * Whether a line for an ADR has only addresses of which its index shows that they are right: those of the ADR, those
 * that nearly all of its lines have, those of images that some have, and those that the line had `before`. What a number
 * or a word was put into may lead nowhere, or to something else.
 */
export function hasKnownAddresses(
  line: string,
  entry: IndexEntry,
  others: readonly string[],
  before: string = '',
): boolean {
  const urls = addressesIn(line);
  if (urls.length === 0) return true;
  const kept = new Set(addressesIn(before));
  const known = others.map((other) => new Set(addressesIn(other)));
  return urls.every((url) => {
    if (kept.has(url) || destinationOf(url, entry) !== undefined) return true;
    const having = known.filter((urls) => urls.has(url)).length;
    return having > 0 && (isImage(url) || having >= known.length * mostOfThem);
  });
}

const isImage = (url: string) => /\.(?:svg|png|gif|jpe?g|webp)(?:$|[?#])|\/badge\//i.test(url);

/** The addresses of links and images in a line, in Markdown and in HTML. */
function addressesIn(line: string): string[] {
  const found = line.matchAll(
    /\]\(<?(?<link>[^)\s>]{1,1000})|(?:href|src)=["']?(?<html>[^"'\s>]{1,1000})|<(?<bare>https?:[^>\s]{1,1000})>/gi,
  );
  return [...found].map(({ groups: { link, html, bare } = {} }) => link ?? html ?? bare ?? '');
}

import { pathAlong } from '../../name/adr-path.ts';
import { linkedFile } from './linked-file.ts';

/** Where a link of a file leads, as a path from the archive's folder; undefined for addresses elsewhere. */
export function targetOf(file: string, { url }: { readonly url: string }): string | undefined {
  const way = linkedFile(url);
  return way === undefined ? undefined : pathAlong(file, way);
}

const ofMarkdown = /^(?:https?:\/\/[^/?#]+)?\/(?!\/)(?<path>[^?#]{1,1000})\.(?:md|markdown)(?=$|[?#])/i;

/**
 * The page that an address leads to, without an extension: one of the same site, as sites show Markdown, with “.html” or
 * not, or a Markdown file anywhere on the web or below the top of a repository; undefined for any other.
 */
export function pageOf(url: string): string | undefined {
  const file = ofMarkdown.exec(url)?.groups?.path;
  if (file !== undefined) return linkedFile(file);
  const path = linkedFile(url.replace(/^\/(?!\/)/, ''));
  const page = path?.replace(/\/$|\.html?$/i, '');
  return page === undefined || page === '' || /\.\w{1,10}$/.test(page) ? undefined : page;
}

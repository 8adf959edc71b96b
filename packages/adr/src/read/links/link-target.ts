import { pathAlong } from '../../name/adr-path.ts';
import { linkedFile } from './linked-file.ts';

/** Where a link of a file leads, as a path from the archive's folder; undefined for addresses elsewhere. */
export function targetOf(file: string, { url }: { readonly url: string }): string | undefined {
  const way = linkedFile(url);
  return way === undefined ? undefined : pathAlong(file, way);
}

/** The page that an address of the same site leads to, as sites show Markdown: without an extension; undefined for any other. */
export function pageOf(url: string): string | undefined {
  const path = linkedFile(url.replace(/^\/(?!\/)/, ''));
  const page = path?.replace(/\/$/, '');
  return page === undefined || page === '' || /\.\w{1,10}$/.test(page) ? undefined : page;
}

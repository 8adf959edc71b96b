import { type AdrLink, linkedFile } from '../read/links.ts';

/** The folder of a path, with its last slash; '' for a file in the archive's own folder. */
export const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/') + 1);

/** Where a link leads, as a path relative to the archive's folder; undefined for addresses elsewhere. */
export function targetOf(file: string, link: AdrLink): string | undefined {
  const path = linkedFile(link.url);
  if (path === undefined) return undefined;
  const parts: string[] = [];
  for (const part of (folderOf(file) + path).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

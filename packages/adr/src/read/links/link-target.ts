import { pathAlong } from '../../name/adr-path.ts';
import { linkedFile } from './linked-file.ts';

/** Where a link of a file leads, as a path from the archive's folder; undefined for addresses elsewhere. */
export function targetOf(file: string, { url }: { readonly url: string }): string | undefined {
  const way = linkedFile(url);
  return way === undefined ? undefined : pathAlong(file, way);
}

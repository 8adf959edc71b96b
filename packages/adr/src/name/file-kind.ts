import { isMarked } from './adr-mark.ts';
import { adrPathOf, baseName, isMarkdown } from './adr-path.ts';

const templateName =
  /^(?:[0nx]+[-_ ])?(?:m?adr[-_ ])?template(?:[-_ ](?:m?adr|bare|minimal|full|short|long)){0,2}\.(?:md|markdown)$/i;
const noAdr = /^(?:readme|index|changelog|contributing|license|toc|summary)\.(?:md|markdown)$/i;
const anIndex = /^(?:readme|index|toc|summary)\.(?:md|markdown)$/i;

/** Whether a file is the archive's template, such as `template.md`, `adr-template.md` or `0000-TEMPLATE.md`. */
export function isTemplate(path: string): boolean {
  return templateName.test(baseName(path));
}

/**
 * Whether a file may be an ADR, by its own path: Markdown, and neither a template nor an index, unless it is the index of
 * a folder with a number or a date. `sortFiles` knows more, since it sees the others, too.
 */
export function isAdrFile(path: string): boolean {
  if (!isMarkdown(path) || isTemplate(path)) return false;
  return !noAdr.test(baseName(path)) || hasOwnFolder(path);
}

/** Whether a file is called like an index of the archive, or of a folder in it. */
export function isIndexName(path: string): boolean {
  return anIndex.test(baseName(path));
}

/** Whether the folder of a file is that of a single ADR, as its number or date shows. */
export function hasOwnFolder(path: string): boolean {
  const { name, within } = adrPathOf(path);
  return within !== undefined && isMarked(name);
}

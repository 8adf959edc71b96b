import { isMarked } from './adr-mark.ts';
import { adrPathOf, baseName, isMarkdown } from './adr-path.ts';
import { type NamedKind, namedKind } from './file-words.ts';

function kindOf(path: string): NamedKind | undefined {
  return namedKind(baseName(path).replace(/\.[^.]*$/, ''));
}

/** Whether a file is the archive's template, such as `template.md`, `_adr-template.md` or `0000-modele-adr.md`. */
export function isTemplate(path: string): boolean {
  return kindOf(path) === 'template';
}

/**
 * Whether a file may be an ADR, by its own path: Markdown, and neither a template nor an index nor a checklist, unless it
 * is the index of a folder with a number or a date. `sortFiles` knows more, since it sees the others, too.
 */
export function isAdrFile(path: string): boolean {
  if (!isMarkdown(path)) return false;
  const kind = kindOf(path);
  return kind === undefined || (kind !== 'template' && hasOwnFolder(path));
}

/** Whether a file is called like an index of the archive, or of a folder in it. */
export function isIndexName(path: string): boolean {
  return kindOf(path) === 'index';
}

/** Whether the folder of a file is that of a single ADR, as its number or date shows. */
export function hasOwnFolder(path: string): boolean {
  const { name, within } = adrPathOf(path);
  return within !== undefined && isMarked(name);
}

import type { AdrDocument } from '../read/document.ts';
import { urlOfFile } from '../read/links.ts';

/** Another ADR, as a link names it. `file` is the path from the folder of the file that links. */
export interface LinkedAdr {
  readonly number: number | undefined;
  readonly title: string;
  readonly file: string;
}

/** A link in the file of `document`, under the name by which that house calls the other ADR. */
export function linkTo(document: AdrDocument, to: LinkedAdr): string {
  return `[${nameIn(document, to)}](${urlOfFile(to.file)})`;
}

/** How a file of this house names another one: as its headings are numbered. */
function nameIn(document: AdrDocument, { number, title, file }: LinkedAdr): string {
  const { before, width, after } = document.titleForm;
  const text = title.replaceAll(/[\\[\]<>*_`|]/g, '\\$&').replaceAll(/\s+/g, ' ');
  const isInYaml = document.outline.frontMatter !== undefined;
  // log4brains takes the words of the link for the name of the file; a title may be something else in YAML.
  const isByFile = isInYaml ? number === undefined : isMadr2(document) && /^\d{8}-/.test(file);
  if (isByFile) return file.replace(/\.md$/, '').replaceAll(/[\\[\]<>*`|]/g, '\\$&');
  if (number === undefined) return text;
  const isLettered = /\p{L}/u.test(before);
  if (!isInYaml && width > 0 && !isLettered && /^\\?\. /.test(after)) return `${number}. ${text}`;
  const digits = String(number).padStart(width > 1 ? width : 4, '0');
  return width > 0 && isLettered && !after.startsWith(']') ? before + digits : `ADR-${digits}`;
}

/** Whether a file is one of MADR 2 or log4brains, in which links have a section of their own. */
export function isMadr2({ dialect }: AdrDocument): boolean {
  return dialect === 'MADR 2' || dialect === 'log4brains';
}

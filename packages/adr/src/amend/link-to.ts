import { adrPathOf } from '../name/adr-path.ts';
import type { AdrDocument } from '../read/document.ts';
import { urlOfFile } from '../read/links/linked-file.ts';

/** The target of a link. `file` is the way to it from the linking file (`pathFrom`). */
export interface LinkedAdr {
  readonly number: number | undefined;
  readonly title: string;
  readonly file: string;
}

/** A link to another ADR, with the link text that the house style uses. */
export function linkTo(document: AdrDocument, to: LinkedAdr): string {
  return `[${nameIn(document, to)}](${urlOfFile(to.file)})`;
}

/** The name of another ADR in a file of this house, numbered like its headings. */
function nameIn(document: AdrDocument, { number, title, file }: LinkedAdr): string {
  const { before, width, after } = document.titleForm;
  const text = title.replaceAll(/[\\[\]<>*_`|]/g, '\\$&').replaceAll(/\s+/g, ' ');
  const { name } = adrPathOf(file);
  const isInYaml = document.outline.frontMatter !== undefined;
  // log4brains reads the link text as the file name. In YAML, a title could mean something else.
  const isByFile = isInYaml ? number === undefined : isMadr2(document) && /^\d{8}-/.test(name);
  if (isByFile) return name.replaceAll(/[\\[\]<>*`|]/g, '\\$&');
  if (number === undefined) return text;
  const isLettered = /\p{L}/u.test(before);
  if (!isInYaml && width > 0 && !isLettered && /^\\?\. /.test(after)) return `${number}. ${text}`;
  return referenceTo(document, { number });
}

/** The number of another ADR as text, like the headings of the file. */
export function referenceTo({ titleForm }: AdrDocument, { number }: Pick<LinkedAdr, 'number'>): string {
  const { before, width, after } = titleForm;
  const digits = String(number).padStart(width > 1 ? width : 4, '0');
  return width > 0 && /\p{L}/u.test(before) && !after.startsWith(']') ? before + digits : `ADR-${digits}`;
}

/** Whether a file follows MADR 2 or log4brains, which have a section for links. */
export function isMadr2({ dialect }: AdrDocument): boolean {
  return dialect === 'MADR 2' || dialect === 'log4brains';
}

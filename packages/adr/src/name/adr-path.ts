import { isMarked, readNameNumber } from './adr-mark.ts';

/** The folder of a path, with its last slash; '' for a file in the archive's own folder. */
export const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

/** The name of a file without its folders. */
export const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const extension = /\.(?:md|markdown|rst|adoc|asciidoc)$/i;

/** Whether a file is Markdown, by its name. */
export const isMarkdown = (path: string) => /\.(?:md|markdown)$/i.test(path);

/** The formats other than Markdown that teams write ADRs in. */
export type OtherFormat = 'reStructuredText' | 'AsciiDoc';

/** ADRs of one format that is not read. `files` are the first of them. */
export interface UnreadFormat {
  readonly format: OtherFormat;
  readonly count: number;
  readonly files: readonly string[];
}

/** The format of a file by its name, if it is one of those that are known and not read. */
export function formatOf(path: string): OtherFormat | undefined {
  if (/\.rst$/i.test(path)) return 'reStructuredText';
  return /\.(?:adoc|asciidoc)$/i.test(path) ? 'AsciiDoc' : undefined;
}

/** The name of the only file that counts in a folder of any name, and of one in a folder with a number or a date. */
const anyMain = /^(?:readme|index)\.(?:md|markdown)$/i;
const markedMain = /^(?:adr|decision)\.(?:md|markdown)$/i;

/** Where the name of an ADR is in its path: that of its file, or of a folder of its own. */
export interface AdrPath {
  /** The folder that the name is in, with its last slash; '' for the archive's own. */
  readonly area: string;
  /** Without the extension: `0007-use-go` for `0007-use-go.md` as for `0007-use-go/README.md`. */
  readonly name: string;
  /** The file in a folder of its own, such as `README.md`; undefined for an ADR that is a file among others. */
  readonly within: string | undefined;
  /** Its folder has only the number, and the file in it the name: `0007/0007-use-go.md`. */
  readonly isInNumber: boolean;
}

/** Takes the path of an ADR apart. */
export function adrPathOf(path: string): AdrPath {
  const [folder, base] = [folderOf(path), baseName(path)];
  const name = base.replace(extension, '');
  const own = baseName(folder.slice(0, -1));
  if (own === '') return { area: folder, name, within: undefined, isInNumber: false };
  const area = folder.slice(0, -own.length - 1);
  if (isNumberOf(own, name)) return { area, name, within: base, isInNumber: true };
  const isMain =
    anyMain.test(base) || (isMarked(own) && (markedMain.test(base) || name.toLowerCase() === own.toLowerCase()));
  return isMain
    ? { area, name: own, within: base, isInNumber: false }
    : { area: folder, name, within: undefined, isInNumber: false };
}

/** Whether the name of a folder is only the number in the name of a file. */
function isNumberOf(folder: string, name: string): boolean {
  const number = isMarked(folder) ? readNameNumber(folder) : undefined;
  if (number === undefined || number.title !== '' || name === folder) return false;
  return Number(readNameNumber(name)?.digits) === Number(number.digits);
}

/** The path of an ADR with another name; a file that is called like its folder is renamed with it. */
export function renameAdr(path: string, name: string): string {
  const { area, name: before, within, isInNumber } = adrPathOf(path);
  const ending = extension.exec(path)?.[0] ?? '';
  if (within === undefined) return area + name + ending;
  if (isInNumber) return `${area}${numberOf(name)}/${name}${ending}`;
  return `${area}${name}/${within.toLowerCase() === (before + ending).toLowerCase() ? name + ending : within}`;
}

/** The number in a name, with what is before it. */
function numberOf(name: string): string {
  const { before, digits } = readNameNumber(name) ?? { before: '', digits: name };
  return before + digits;
}

/** The way from a file to another one, both by their paths from one folder: what a link between them says. */
export function pathFrom(from: string, to: string): string {
  const [own, parts] = [folderOf(from).split('/').slice(0, -1), to.split('/')];
  let shared = 0;
  while (shared < own.length && shared < parts.length - 1 && own[shared] === parts[shared]) shared += 1;
  return [...own.slice(shared).map(() => '..'), ...parts.slice(shared)].join('/');
}

/** Where a way from a file leads: the opposite of `pathFrom`. It begins with `../` if it leads out of the folder. */
export function pathAlong(from: string, way: string): string {
  const parts: string[] = [];
  for (const part of (folderOf(from) + way).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

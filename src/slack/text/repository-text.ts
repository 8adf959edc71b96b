import type { AdrChange } from '../../decision/digest/digest.ts';
import { cleanLine } from '../../decision/text.ts';
import type { Language } from '../../words/language.ts';
import { code, link, say, type Words } from '../../words/say.ts';
import { shorten } from './blocks.ts';

const longestName = 120;
const longestStatus = 80;

/** A file of the repository by its name, on one line whatever the name contains. */
export function nameFile(fileName: string): Words {
  return code(shorten(cleanLine(fileName), longestName));
}

/** The name of a repository after the word of a command, if there is one. */
export function readRepositoryName(words: readonly string[]): string | undefined {
  return words.slice(1).join(' ') || undefined;
}

/** Says that several files share a number. */
export function wordSharedNumber({ repository }: Language, number: number, fileNames: readonly string[]): Words {
  return repository.sharedNumber(number, fileNames.map(nameFile));
}

/** What somebody did in the repository: “ADR 0003 Use Go: accepted → deprecated, renamed from `0003-go.md`”. */
export function wordAdrChange({ repository }: Language, change: AdrChange): Words {
  const { kind, number, title, formerName, url, before = '', after } = change;
  const name = `${number === undefined ? '' : `ADR ${String(number).padStart(4, '0')} `}${shorten(title, longestName)}`;
  return repository.adrChange({
    kind,
    name: url ? link(url, name) : say`${name}`,
    before: cutStatus(before),
    after: cutStatus(after),
    formerFile: formerName === undefined ? undefined : nameFile(formerName),
  });
}

function cutStatus(text: string): string {
  return shorten(`${text.slice(0, 1).toLowerCase()}${text.slice(1)}`, longestStatus);
}

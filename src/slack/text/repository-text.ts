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

/** A commit as people write it. */
export function abbreviate(commit: string): string {
  return commit.slice(0, 7);
}

/** The name of a repository after the word of a command, if there is one. */
export function readRepositoryName(words: readonly string[]): string | undefined {
  return words.slice(1).join(' ') || undefined;
}

/** Says that several files share a number; `name` is that of their repository, if there are several. */
export function wordSharedNumber(
  { repository }: Language,
  number: number,
  fileNames: readonly string[],
  name?: string,
): Words {
  return repository.sharedNumber(number, fileNames.map(nameFile), name);
}

/** What stands behind the name of an ADR, where that is told beside those of other repositories: “ (platform)”. */
export function behindName(repository: string | undefined): string {
  return repository === undefined ? '' : ` (${repository})`;
}

/** What somebody did in the repository: “ADR 0003 Use Go: accepted → deprecated, renamed from `0003-go.md`”. */
export function wordAdrChange({ repository: words }: Language, change: AdrChange): Words {
  const { kind, number, title, formerName, url, before = '', after, repository } = change;
  const name = `${number === undefined ? '' : `ADR ${String(number).padStart(4, '0')} `}${shorten(title, longestName)}`;
  return words.adrChange({
    kind,
    name: say`${url ? link(url, name) : name}${behindName(repository)}`,
    before: cutStatus(before),
    after: cutStatus(after),
    formerFile: formerName === undefined ? undefined : nameFile(formerName),
  });
}

function cutStatus(text: string): string {
  return shorten(`${text.slice(0, 1).toLowerCase()}${text.slice(1)}`, longestStatus);
}

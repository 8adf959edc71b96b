import type { AdrChange } from '../decision/digest.ts';
import { listNames } from '../decision/person.ts';
import { cleanLine } from '../decision/text.ts';
import { escapeMrkdwn, shorten } from './blocks.ts';

const longestName = 120;
const longestStatus = 80;

/** A file of the repository by its name, on one line whatever is in it. */
export function nameFile(fileName: string): string {
  return `\`${escapeMrkdwn(shorten(cleanLine(fileName).replaceAll('`', 'ˋ'), longestName))}\``;
}

/** That a number was given twice. */
export function wordSharedNumber(number: number, fileNames: readonly string[]): string {
  const files = listNames(fileNames.map(nameFile), 5);
  const times = fileNames.length === 2 ? 'twice' : `${fileNames.length} times`;
  return `Number ${number} is taken ${times}: ${files}. \`/adr doctor\` proposes a renumbering.`;
}

/** What somebody did in the repository: “ADR 0003 Use Go: accepted → deprecated”. */
export function wordAdrChange({ number, title, before, after }: AdrChange): string {
  const name = `${number === undefined ? '' : `ADR ${String(number).padStart(4, '0')} `}${shorten(title, longestName)}`;
  const now = wordStatus(after);
  const how = before === undefined ? (after === '' ? 'new' : `new, ${now}`) : `${wordStatus(before)} → ${now}`;
  return `${escapeMrkdwn(name)}: ${how}`;
}

function wordStatus(text: string): string {
  if (text === '') return 'no status';
  return escapeMrkdwn(shorten(`${text.slice(0, 1).toLowerCase()}${text.slice(1)}`, longestStatus));
}

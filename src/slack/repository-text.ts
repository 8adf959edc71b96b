import type { AdrChange } from '../decision/digest.ts';
import { listNames } from '../decision/person.ts';
import { cleanLine } from '../decision/text.ts';
import { escapeMrkdwn, link, shorten } from './blocks.ts';

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

const newsOf: { readonly [Kind in AdrChange['kind']]: (change: AdrChange) => string } = {
  added: ({ after }) => (after === '' ? 'new' : `new, ${wordStatus(after)}`),
  returned: ({ after }) => (after === '' ? 'back again' : `back again, ${wordStatus(after)}`),
  status: ({ before = '', after }) => `${wordStatus(before)} → ${wordStatus(after)}`,
  renamed: () => '',
  removed: () => 'removed',
};

/** What somebody did in the repository: “ADR 0003 Use Go: accepted → deprecated, renamed from `0003-go.md`”. */
export function wordAdrChange(change: AdrChange): string {
  const { kind, number, title, formerName, url } = change;
  const name = `${number === undefined ? '' : `ADR ${String(number).padStart(4, '0')} `}${shorten(title, longestName)}`;
  const renamed = formerName === undefined ? '' : `renamed from ${nameFile(formerName)}`;
  const news = [newsOf[kind](change), renamed].filter(Boolean).join(', ');
  return `${url ? link(url, name) : escapeMrkdwn(name)}: ${news}`;
}

function wordStatus(text: string): string {
  if (text === '') return 'no status';
  return escapeMrkdwn(shorten(`${text.slice(0, 1).toLowerCase()}${text.slice(1)}`, longestStatus));
}

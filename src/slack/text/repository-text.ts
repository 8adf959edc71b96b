import type { AdrChange } from '../../decision/digest.ts';
import { cleanLine } from '../../decision/text.ts';
import { listWords } from '../../words/en/grammar.ts';
import { code, joinWords, link, say, type Words } from '../../words/say.ts';
import { shorten } from './blocks.ts';

const longestName = 120;
const longestStatus = 80;

/** A file of the repository by its name, on one line whatever is in it. */
export function nameFile(fileName: string): Words {
  return code(shorten(cleanLine(fileName), longestName));
}

/** That a number was given twice. */
export function wordSharedNumber(number: number, fileNames: readonly string[]): Words {
  const times = fileNames.length === 2 ? 'twice' : `${fileNames.length} times`;
  const files = listWords(fileNames.map(nameFile), 5);
  return say`Number ${number} is taken ${times}: ${files}. ${code('/adr doctor')} proposes a renumbering.`;
}

const newsOf: { readonly [Kind in AdrChange['kind']]: (change: AdrChange) => string } = {
  added: ({ after }) => (after === '' ? 'new' : `new, ${wordStatus(after)}`),
  returned: ({ after }) => (after === '' ? 'back again' : `back again, ${wordStatus(after)}`),
  status: ({ before = '', after }) => `${wordStatus(before)} → ${wordStatus(after)}`,
  renamed: () => '',
  removed: () => 'removed',
};

/** What somebody did in the repository: “ADR 0003 Use Go: accepted → deprecated, renamed from `0003-go.md`”. */
export function wordAdrChange(change: AdrChange): Words {
  const { kind, number, title, formerName, url } = change;
  const name = `${number === undefined ? '' : `ADR ${String(number).padStart(4, '0')} `}${shorten(title, longestName)}`;
  const news = newsOf[kind](change);
  const renamed = formerName === undefined ? [] : [say`renamed from ${nameFile(formerName)}`];
  return say`${url ? link(url, name) : name}: ${joinWords([...(news === '' ? [] : [news]), ...renamed], ', ')}`;
}

function wordStatus(text: string): string {
  if (text === '') return 'no status';
  return shorten(`${text.slice(0, 1).toLowerCase()}${text.slice(1)}`, longestStatus);
}

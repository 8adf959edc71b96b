import { formerStatuses } from '../read/metadata/status.ts';

/**
 * Where the word for a status is between its marks, such as “**” or the brackets of a link, which stay. A sign such as an
 * emoji belongs to the word. Undefined if there are no letters.
 */
export function coreOf(word: string): { readonly from: number; readonly to: number } | undefined {
  const former = formerStatuses(word).length;
  const from = former + (/^[*_`~[(<>"'|\s]*/.exec(word.slice(former))?.[0].length ?? 0);
  // Only a word whose bracket begins it is inside one.
  const bracket = word.slice(former, from).includes('[') ? word.indexOf(']', from) : -1;
  const core = word.slice(from, bracket === -1 ? undefined : bracket).replace(/(?<![^\p{L}])[^\p{L}]+$/u, '');
  return /\p{L}/u.test(core) ? { from, to: from + core.length } : undefined;
}

/** The word for a status without the marks around it. */
export function bareWord(word: string): string {
  const core = coreOf(word);
  return core === undefined ? word : word.slice(core.from, core.to);
}

import { doubtsInEnglish, wordDoubt } from '@gavel/adr/doctor/warning-words.ts';
import type { AdrDoubt } from '@gavel/adr/read/warning.ts';

/** What doubts are about, in the sentences that people read. */
export function inEnglish(doubts: readonly AdrDoubt[]): string[] {
  return doubts.map((doubt) => wordDoubt(doubtsInEnglish, doubt).message);
}

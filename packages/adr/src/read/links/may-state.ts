import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { mayHave } from '../../language/phrase-signs.ts';
import { foldWord } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';

/** What says how ADRs are related, folded, and as a name such as `supersededBy` has it. */
const phrases = adrLanguages.flatMap((language) => {
  const { links, superseding, statuses, relates, headings } = adrWords[language];
  const all = [...Object.values(links), superseding, relates, headings.related, headings.references];
  const spoken = [...all.flatMap(variantsOf), ...variantsOf(statuses.superseded.replaceAll('/', ' | '))];
  const parts = spoken.map((phrase) => foldWord(phrase.split('…').find((part) => part.trim() !== '') ?? ''));
  return parts.flatMap((part) => [part, part.replaceAll(' ', '')]);
});
const mayHavePhrase = mayHave(phrases);

/** Whether a block may say how ADRs are related. Most blocks with links and numbers have no word for that. */
export function mayState(written: string): boolean {
  return mayHavePhrase(foldWord(written.replaceAll(/[*`]/g, '')));
}

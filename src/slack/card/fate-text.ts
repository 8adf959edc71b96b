import type { AdrFate } from '../../decision/publication/adr-fate.ts';
import type { Language } from '../../words/language.ts';
import type { Words } from '../../words/say.ts';
import { nameLinked } from '../text/adr-link.ts';

/** What became of the ADR of a decision, with links to the ADRs that did it; undefined if it stands as it was decided. */
export function wordFate({ card }: Language, fate: AdrFate | undefined): Words | undefined {
  return fate && card.fate(fate.kind, fate.by.map(nameLinked));
}

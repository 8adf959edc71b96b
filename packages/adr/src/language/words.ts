import type { AdrLanguage } from './adr-language.ts';
import type { AdrWords } from './adr-words.ts';
import { da } from './da.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { ko } from './ko.ts';
import { nb } from './nb.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { withReadOnly } from './read-only.ts';
import { ru } from './ru.ts';
import { sv } from './sv.ts';
import { zh } from './zh.ts';
import { zhHant } from './zh-hant.ts';

/** The words of each language. */
export const adrWords: Readonly<Record<AdrLanguage, AdrWords>> = withReadOnly({
  en,
  de,
  fr,
  es,
  pt,
  it,
  nl,
  pl,
  ru,
  ja,
  zh,
  'zh-Hant': zhHant,
  ko,
  nb,
  da,
  sv,
});

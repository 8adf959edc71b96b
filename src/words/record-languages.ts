import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import { de } from './de/de.ts';
import { en } from './en/en.ts';
import type { RecordLanguage } from './record-language.ts';
import { composeLanguage } from './records/compose-language.ts';
import { da } from './records/da.ts';
import { es } from './records/es.ts';
import { fr } from './records/fr.ts';
import { it } from './records/it.ts';
import { ja } from './records/ja.ts';
import { ko } from './records/ko.ts';
import { nb } from './records/nb.ts';
import { nl } from './records/nl.ts';
import { pl } from './records/pl.ts';
import { pt } from './records/pt.ts';
import { ru } from './records/ru.ts';
import { sv } from './records/sv.ts';
import { zh } from './records/zh.ts';
import { zhHant } from './records/zh-hant.ts';

/** What Gavel writes into records, by language. */
export const recordLanguages: Readonly<Record<AdrLanguage, RecordLanguage>> = {
  en,
  de,
  fr: composeLanguage(fr),
  es: composeLanguage(es),
  pt: composeLanguage(pt),
  it: composeLanguage(it),
  nl: composeLanguage(nl),
  pl: composeLanguage(pl),
  ru: composeLanguage(ru),
  ja: composeLanguage(ja),
  zh: composeLanguage(zh),
  'zh-Hant': composeLanguage(zhHant),
  ko: composeLanguage(ko),
  nb: composeLanguage(nb),
  da: composeLanguage(da),
  sv: composeLanguage(sv),
};

import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { RecordLanguage } from '../words/record-language.ts';
import { recordLanguages } from '../words/record-languages.ts';
import type { AdrRecord, NamedPerson } from './record.ts';

/** What is needed to tell a record. */
export function languageOf({ language }: AdrRecord): RecordLanguage {
  return recordLanguages[language];
}

/** How many people an ADR names in one place before it says how many more there are. */
const mostNamed = 200;

/** Somebody's name on one line, or a plain placeholder for somebody whom Slack no longer tells us about. */
export function nameIn({ people }: RecordLanguage, name: NamedPerson): string {
  return cleanLine(name ?? people.gone);
}

/** Names, and how many more there are if there are very many. */
export function namesIn(language: RecordLanguage, names: readonly NamedPerson[]): string[] {
  const others = names.length - mostNamed;
  const shown = names.slice(0, mostNamed).map((name) => nameIn(language, name));
  return [...shown.filter((name) => name !== ''), ...(others > 0 ? [language.record.others(others)] : [])];
}

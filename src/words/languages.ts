import type { LanguageCode } from '../decision/language-code.ts';
import { de } from './de/de.ts';
import { en } from './en/en.ts';
import type { Language } from './language.ts';

/** Everything that Gavel says to people in Slack, by language. */
export const languages: Readonly<Record<LanguageCode, Language>> = { en, de };

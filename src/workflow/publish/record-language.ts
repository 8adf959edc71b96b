import type { LanguageCode } from '../../decision/language-code.ts';

/** The language that ADRs are written in: for now the same everywhere. */
export const recordLanguage: LanguageCode = 'en';

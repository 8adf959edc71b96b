import { en } from '../../words/en/en.ts';
import type { Language } from '../../words/language.ts';

/** The language that people are answered in: for now the same for everybody. */
export const language: Language = en;

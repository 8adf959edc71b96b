import { en } from '../en/en.ts';
import type { Language } from '../language.ts';

/** German, with an informal “du”. What it does not name is not translated yet, and said in English. */
export const de: Language = {
  ...en,
  code: 'de',
};

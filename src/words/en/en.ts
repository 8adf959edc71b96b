import type { Language } from '../language.ts';
import { rules } from './rules.ts';
import { verdicts } from './verdicts.ts';

/** American English. */
export const en: Language = { verdicts, rules };

import type { AdrOutcome, Markdown } from '../content/content.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import { adrWords } from '../language/words.ts';
import type { OutcomeForm } from '../style/house-style.ts';
import { withoutStrong } from './without-strong.ts';

/** Writes the answer in MADR's sentence if the house uses it, or else in the decision's own words. */
export function writeOutcome(outcome: AdrOutcome, form: OutcomeForm | undefined, language: AdrLanguage): Markdown {
  return [sentenceOf(outcome, form, language), outcome.text].filter((text) => text !== '').join('\n\n');
}

/** The answer in a sentence, where the house has no form for it. The reason has its own punctuation. */
function choose(language: AdrLanguage, chosen: Markdown, reason: Markdown | undefined): Markdown {
  const { alone, because } = adrWords[language].chose;
  const said = (reason === undefined ? alone : because).replace('…', () => withoutStrong(chosen));
  return reason === undefined ? said : said.replace(/…$/, () => reason);
}

function sentenceOf(
  { chosen, reason, text }: AdrOutcome,
  form: OutcomeForm | undefined,
  language: AdrLanguage,
): Markdown {
  if (chosen === undefined) return reason ?? '';
  if (form !== undefined && reason !== undefined) return form.before + chosen + form.between + reason;
  if (form !== undefined) {
    const end = /[、，]/.test(form.between) ? '。' : '.';
    return text === '' ? `${form.before}${chosen}${form.between.replace(/[,、，].*$/s, '')}${end}` : '';
  }
  return reason !== undefined || text === '' ? choose(language, chosen, reason) : '';
}

import type { AdrOutcome, Markdown } from '../content/content.ts';
import type { OutcomeForm } from '../style/house-style.ts';
import type { AdrLanguage } from '../text/guess-language.ts';

/** Writes the answer in MADR's sentence if the house uses it, or else in the decision's own words. */
export function writeOutcome(
  outcome: AdrOutcome,
  form: OutcomeForm | undefined,
  language: AdrLanguage = 'en',
): Markdown {
  return [sentenceOf(outcome, form, language), outcome.text].filter((text) => text !== '').join('\n\n');
}

/** The answer in a sentence, where the house has no form for it. The reason has its own punctuation. */
const sentences: Readonly<Record<AdrLanguage, (chosen: Markdown, reason: Markdown | undefined) => Markdown>> = {
  en: (chosen, reason) => `We chose **${chosen}**${reason === undefined ? '.' : `, because ${reason}`}`,
  de: (chosen, reason) => `Gewählt wurde **${chosen}**${reason === undefined ? '.' : `, denn ${reason}`}`,
};

function sentenceOf(
  { chosen, reason, text }: AdrOutcome,
  form: OutcomeForm | undefined,
  language: AdrLanguage,
): Markdown {
  if (chosen === undefined) return reason ?? '';
  if (form !== undefined && reason !== undefined) return form.before + chosen + form.between + reason;
  if (form !== undefined) return text === '' ? `${form.before}${chosen}${form.between.replace(/,.*$/s, '')}.` : '';
  return reason !== undefined || text === '' ? sentences[language](chosen, reason) : '';
}

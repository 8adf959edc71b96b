import type { AdrOutcome, Markdown } from '../content/content.ts';
import type { OutcomeForm } from '../style/house-style.ts';

/** Writes the answer in MADR's sentence if the house uses it, or else in the decision's own words. */
export function writeOutcome(outcome: AdrOutcome, form: OutcomeForm | undefined): Markdown {
  return [sentenceOf(outcome, form), outcome.text].filter((text) => text !== '').join('\n\n');
}

function sentenceOf({ chosen, reason, text }: AdrOutcome, form: OutcomeForm | undefined): Markdown {
  if (chosen === undefined) return reason ?? '';
  if (form !== undefined && reason !== undefined) return form.before + chosen + form.between + reason;
  if (form !== undefined) return text === '' ? `${form.before}${chosen}${form.between.replace(/,.*$/s, '')}.` : '';
  if (reason !== undefined) return `We chose **${chosen}**, because ${reason}`;
  return text === '' ? `We chose **${chosen}**.` : '';
}

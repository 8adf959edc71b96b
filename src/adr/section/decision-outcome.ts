import { cleanLine, cleanText } from '../clean-text.ts';
import { stripBecause, wordReason } from '../reason.ts';
import type { AdrRecord } from '../record.ts';
import type { Section } from '../section.ts';
import { endSentence } from '../sentence.ts';
import { bulletList, heading, paragraphs } from '../tree.ts';

const withoutOption: Readonly<Record<AdrRecord['status'], string>> = {
  accepted: 'Accepted as proposed',
  rejected: 'No option was chosen',
};

/**
 * MADR 4.0.0, "Decision Outcome": which option was chosen and why, and under it the consequences, if any. Where no
 * option was chosen, a sentence of the same build says so.
 */
export const decisionOutcome: Section = ({ outcome, status, consequences }) => {
  const chosen = cleanLine(outcome.chosen ?? '');
  const lead = chosen === '' ? withoutOption[status] : `Chosen option: "${chosen}"`;
  const justification = stripBecause(cleanText(outcome.justification).trim());
  const sentence = justification === '' ? lead : `${lead}, because ${justification}`;
  const items = consequences.map(({ kind, text }) => wordReason(kind, text)).filter((item) => item !== '');
  return [
    heading(2, 'Decision Outcome'),
    ...paragraphs(endSentence(sentence)),
    ...(items.length === 0 ? [] : [heading(3, 'Consequences'), ...bulletList(items)]),
  ];
};

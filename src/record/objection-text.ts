import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { endSentence } from '@gavel/adr/text/sentence.ts';
import type { Language } from '../words/language.ts';
import { languageOf, nameIn } from './names.ts';
import type { AdrObjection, AdrRecord } from './record.ts';

const clean = (typed: string) => endSentence(cleanLine(typed));

/** What became of an objection; empty if it was a hold and its time was up. */
function wordFate(language: Language, { kind, resolution }: AdrObjection): string {
  const { record } = language;
  if (resolution === undefined) return kind === 'hold' ? record.decidedBefore : record.notResolved;
  if (resolution.kind === 'ended') return '';
  const reason = clean(resolution.reason);
  const by = nameIn(language, resolution.by);
  return resolution.kind === 'resolved' ? record.resolved(by, reason) : record.overridden(by, reason);
}

/**
 * Who objected or needed time, why, and what became of it: one sentence for each, in plain text, and how many more
 * there were.
 */
export function wordObjections(record: AdrRecord): string[] {
  const { objections = [], moreObjections = 0 } = record;
  const language = languageOf(record);
  const told = objections.map((objection) => {
    const { by, until, isAdvice, reason } = objection;
    const stance = language.record.objected({
      name: nameIn(language, by),
      until: until === undefined ? undefined : cleanLine(until),
      isAdvice,
      reason: clean(reason),
    });
    return `${stance} ${wordFate(language, objection)}`.trimEnd();
  });
  return moreObjections > 0 ? [...told, language.record.moreObjections(moreObjections)] : told;
}

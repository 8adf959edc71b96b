import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { ToldSentence } from '../words/outcome-words.ts';
import type { RecordLanguage } from '../words/record-language.ts';
import { languageOf, nameIn } from './names.ts';
import type { AdrObjection, AdrRecord } from './record.ts';
import { tidySentence } from './told-text.ts';

/** What became of an objection; nothing if it was a hold and its time was up. */
function wordFate(language: RecordLanguage, { kind, resolution }: AdrObjection): ToldSentence[] {
  const { record } = language;
  if (resolution === undefined) return [{ text: kind === 'hold' ? record.decidedBefore : record.notResolved }];
  if (resolution.kind === 'ended') return [];
  const { reason } = resolution;
  const by = nameIn(language, resolution.by);
  return [resolution.kind === 'resolved' ? record.resolved(by, reason) : record.overridden(by, reason)];
}

/** Who objected or needed time, why, and what became of it: some sentences for each, and how many more there were. */
export function wordObjections(record: AdrRecord): readonly ToldSentence[][] {
  const { objections = [], moreObjections = 0 } = record;
  const language = languageOf(record);
  const told = objections.map((objection) => {
    const { by, until, isAdvice, reason } = objection;
    const stance = language.record.objected({
      name: nameIn(language, by),
      until: until === undefined ? undefined : cleanLine(until),
      isAdvice,
      reason,
    });
    return [stance, ...wordFate(language, objection)].map((sentence) =>
      tidySentence(sentence, language.record.punctuation),
    );
  });
  return moreObjections > 0 ? [...told, [{ text: language.record.moreObjections(moreObjections) }]] : told;
}

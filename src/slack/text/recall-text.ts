import { hasRevisit, type Recall } from '../../decision/recall/recall.ts';
import type { Language } from '../../words/language.ts';
import { bold, code, joinWords, say, type Words } from '../../words/say.ts';
import { typed } from '../../words/typed.ts';

/** By what a decision is met again: a line each for its tags, the paths that it governs, and when to look again. */
export function wordRecall({ recall }: Language, { tags, affects, revisit }: Recall): readonly Words[] {
  const { on, when } = revisit;
  const patterns = affects.map((pattern) => code(pattern));
  return [
    ...(tags.length === 0 ? [] : [say`${bold(`${recall.labels.tags}:`)} ${tags.join(', ')}`]),
    ...(affects.length === 0 ? [] : [say`${bold(`${recall.labels.affects}:`)} ${joinWords(patterns, ', ')}`]),
    ...(hasRevisit(revisit) ? [recall.revisit(on, when === undefined ? undefined : typed(when))] : []),
  ];
}

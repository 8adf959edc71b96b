import type { Decision } from '../../decision/decision.ts';
import { findVerdictFacts } from '../../decision/outcome/judge.ts';
import type { Tally } from '../../decision/tally/tally.ts';
import type { UndatedVotes } from '../../decision/vote/undated.ts';
import type { Language } from '../../words/language.ts';
import type { UndatedChange } from '../../words/turnout-words.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { nameOf } from '../text/people-text.ts';

/** For the card: changes that are not counted, by name, at most so many of them. */
export function wordUncounted(
  language: Language,
  { decision, people }: CardView,
  { changes }: UndatedVotes,
  most: number,
): string {
  const told = changes.slice(0, most).map(({ userId, optionId, isCast }): UndatedChange => {
    const title = decision.options.find(({ id }) => id === optionId)?.title;
    return { name: nameOf(language, people, userId), title, isCast };
  });
  return language.turnout.notCountedUndated(told, changes.length - told.length);
}

/** The result of a vote that people have to settle: without and with the votes of unclear timing. */
export function explainEnd(
  { turnout, verdicts }: Language,
  decision: Decision,
  tally: Tally,
  undated: UndatedVotes | undefined,
): string {
  const without = verdicts.explain(findVerdictFacts(decision, tally));
  if (undated === undefined || undated.isSettled) return without;
  return turnout.endedEitherWay(without, verdicts.explain(findVerdictFacts(decision, undated.tally)));
}

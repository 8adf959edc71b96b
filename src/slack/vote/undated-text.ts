import type { Decision } from '../../decision/decision.ts';
import { findVerdictFacts } from '../../decision/judge.ts';
import type { People } from '../../decision/person.ts';
import type { Tally } from '../../decision/tally.ts';
import type { UndatedVotes } from '../../decision/undated.ts';
import type { Language } from '../../words/language.ts';
import { lines, say, speakTo, type Words } from '../../words/say.ts';
import type { UndatedChange } from '../../words/turnout-words.ts';
import type { Announcement, ToldChange } from '../../workflow/message/announcement.ts';
import type { CardView } from '../../workflow/ports/chat.ts';
import { nameOf } from '../text/people-text.ts';

type Of<Kind extends Announcement['kind']> = Extract<Announcement, { kind: Kind }>;

function nameChanges(language: Language, changes: readonly ToldChange[], people: People): UndatedChange[] {
  return changes.map(({ userId, title, isCast }) => ({ name: nameOf(language, people, userId), title, isCast }));
}

/** That some votes are not counted, as nobody can tell whether they were in time; it makes no difference. */
export function wordUndatedVotes(language: Language, { changes, more }: Of<'undated votes'>, people: People): Words {
  const told = language.turnout.undated(nameChanges(language, changes, people), more);
  return say`When voting ended I had missed some of what happened before. Slack’s list of reactions says besides: ${told}. Nobody can tell whether that was in time, so it is not counted; the result is the same either way.`;
}

/** Tells of undated votes that would change the result, and asks the proposer and the deciders. */
export function wordUndatedVotesDecide(
  language: Language,
  { changes, more, without, with: withAll }: Of<'undated votes decide'>,
  people: People,
  proposerId: string | undefined,
): Words {
  const told = language.turnout.undated(nameChanges(language, changes, people), more);
  return lines(
    say`${speakTo(proposerId)}Voting ended while I was away, and I can’t tell how. Since the last event that I have, Slack’s list of reactions says: ${told}. Nobody can tell whether that was in time, all of it or some.`,
    say`Without it: ${language.verdicts.explain(without)}`,
    say`With all of it: ${language.verdicts.explain(withAll)}`,
    say`Please decide: you and the deciders can record the outcome on the card, or have everyone vote again.`,
  );
}

/** For the card: changes that are not counted, by name, so many of them. */
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

/** How a vote ended that people are asked about: without and with what nobody can tell to have been in time. */
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

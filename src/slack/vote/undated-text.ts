import type { Decision } from '../../decision/decision.ts';
import { findVerdictFacts } from '../../decision/judge.ts';
import { nameOf, type People } from '../../decision/person.ts';
import type { Tally } from '../../decision/tally.ts';
import type { UndatedVotes } from '../../decision/undated.ts';
import { lines, say, speakTo, type Words } from '../../words/say.ts';
import type { Announcement, ToldChange } from '../../workflow/message/announcement.ts';
import type { CardView } from '../../workflow/ports/chat.ts';
import { language } from '../app/language.ts';

type Of<Kind extends Announcement['kind']> = Extract<Announcement, { kind: Kind }>;

/** “Ben for Go”, “Chloe no longer for Rust”, “Dev abstaining”. */
function wordChange({ userId, title, isCast }: ToldChange, people: People): string {
  const what = title === undefined ? 'abstaining' : `for ${title}`;
  return `${nameOf(people, userId)} ${isCast ? '' : 'no longer '}${what}`;
}

/** Changes by name, as many as there are, and how many more. */
function listChanges(changes: readonly ToldChange[], more: number, people: People): string {
  const words = changes.map((change) => wordChange(change, people));
  return [...words, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

/** That some votes are not counted, as nobody can tell whether they were in time; it makes no difference. */
export function wordUndatedVotes({ changes, more }: Of<'undated votes'>, people: People): Words {
  return say`When voting ended I had missed some of what happened before. Slack’s list of reactions says besides: ${listChanges(changes, more, people)}. Nobody can tell whether that was in time, so it is not counted; the result is the same either way.`;
}

/** Tells of undated votes that would change the result, and asks the proposer and the deciders. */
export function wordUndatedVotesDecide(
  { changes, more, without, with: withAll }: Of<'undated votes decide'>,
  people: People,
  proposerId: string | undefined,
): Words {
  const told = listChanges(changes, more, people);
  return lines(
    say`${speakTo(proposerId)}Voting ended while I was away, and I can’t tell how. Since the last event that I have, Slack’s list of reactions says: ${told}. Nobody can tell whether that was in time, all of it or some.`,
    say`Without it: ${language.verdicts.explain(without)}`,
    say`With all of it: ${language.verdicts.explain(withAll)}`,
    say`Please decide: you and the deciders can record the outcome on the card, or have everyone vote again.`,
  );
}

/** For the card: changes that are not counted, by name, so many of them. */
export function wordUncounted({ decision, people }: CardView, { changes }: UndatedVotes, most: number): string {
  const told = changes.slice(0, most).map(({ userId, optionId, isCast }): ToldChange => {
    const title = decision.options.find(({ id }) => id === optionId)?.title;
    return title === undefined ? { userId, isCast } : { userId, isCast, title };
  });
  const names = listChanges(told, changes.length - told.length, people);
  return `Not counted, as nobody can tell whether it was in time: ${names}`;
}

/** How a vote ended that people are asked about: without and with what nobody can tell to have been in time. */
export function explainEnd(decision: Decision, tally: Tally, undated: UndatedVotes | undefined): string {
  const without = language.verdicts.explain(findVerdictFacts(decision, tally));
  if (undated === undefined || undated.isSettled) return without;
  const withAll = language.verdicts.explain(findVerdictFacts(decision, undated.tally));
  return `Voting ended while I was away. Without the votes that nobody can tell to have been in time: ${without} With them: ${withAll}`;
}

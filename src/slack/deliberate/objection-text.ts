import type { Objection } from '../../decision/decision.ts';
import { listNames, nameOf, type People } from '../../decision/person.ts';
import { emoji, lines, say, speakTo, type Words } from '../../words/say.ts';
import type { Weight } from '../../workflow/deliberate/object.ts';
import type { Announcement } from '../../workflow/message/announcement.ts';
import { language } from '../app/language.ts';

/** What becomes of an objection, or a hold, by what it does; said to those who read it in the thread. */
const consequences: Readonly<Record<Weight, string>> = {
  block:
    'Nothing is accepted over it until it is resolved by who raised it, or overridden by the proposer or a decider: “Resolve objection” on the card.',
  warn: 'Under the rule it blocks nothing; it is told with the outcome and goes into the record.',
  advice: 'It comes from somebody who does not decide here, so it is advice; it goes into the record.',
};

/** What an objection will do, told to somebody who is about to object. */
export const objectionHelp: Readonly<Record<Weight, string>> = {
  block:
    'Under the rule of this decision nothing is accepted over an objection of yours, until you resolve it, or the proposer or a decider overrides it by name and with a reason. If you only need time, voting stays open until then.',
  warn: 'Under the rule of this decision an objection blocks nothing; it is told with the outcome, with your name, and goes into the record. If you only need time, voting stays open until then.',
  advice:
    'You are not one of the deciders here: your objection is shown as advice, with your name, and goes into the record. It blocks nothing and moves no deadline.',
};

/** The head of the sentence in which somebody's objection is told: “objects”, “needs time until …”. */
function wordStance(objection: { readonly kind: Objection['kind']; readonly until: Date | undefined }): Words {
  return objection.until === undefined ? say`objects` : say`needs time until ${objection.until}`;
}

type Of<Kind extends Announcement['kind']> = Extract<Announcement, { kind: Kind }>;

/** Somebody objects, or needs time. The proposer alone is mentioned, unless it is they. */
export function wordRaised(raised: Of<'objection raised'>, author: string, proposerId: string | undefined): Words {
  const { objection: kind, reason, weight, by, closesAt } = raised;
  const until = raised.until === undefined ? undefined : new Date(raised.until);
  const mention = speakTo(proposerId === by ? undefined : proposerId);
  const moved = closesAt === undefined ? '' : say` Voting stays open for that: it closes ${new Date(closesAt)}.`;
  const said = say`${mention}${emoji('raised_hand')} ${author} ${wordStance({ kind, until })}: ${reason}`;
  return lines(said, say`${consequences[weight]}${moved}`);
}

/** An objection was resolved, or overridden, or a hold lifted. */
export function wordSettled(
  { objection, how, reason, isClear }: Of<'objection settled'>,
  { by, author, proposerId }: { readonly by: string; readonly author: string; readonly proposerId: string | undefined },
): Words {
  const what = objection === 'hold' ? 'request for time' : 'objection';
  const done = {
    resolved: objection === 'hold' ? `${by} needs no more time` : `${by} resolved their objection`,
    overridden: `${by} overrode the ${what} of ${author}`,
  }[how];
  const next =
    isClear && proposerId ? say`${speakTo(proposerId)}Nothing blocks it any more: you can record the outcome.` : [];
  return lines(say`${done}: ${reason}`, next);
}

/** Voting has closed, and what would be accepted is blocked. */
export function wordBlocked(
  { verdict, objections, more = 0 }: Of<'blocked'>,
  people: People,
  proposerId: string | undefined,
): Words {
  const shown = objections.slice(0, 5);
  const stances = shown.map(
    ({ authorId, reason }) => say`${emoji('raised_hand')} ${nameOf(people, authorId)}: ${reason}`,
  );
  const left = objections.length - shown.length + more;
  const rest = left > 0 ? say`and ${left} more` : [];
  const settled = objections.length + more === 1 ? 'it is' : 'they are';
  const next = `Once ${settled} resolved or overridden, with “Resolve objection” on the card, you and the deciders can record the outcome, or let voting go on by moving the deadline.`;
  return lines(
    say`${speakTo(proposerId)}Voting has closed. ${language.verdicts.explain(verdict)}`,
    ...stances,
    rest,
    say`${next}`,
  );
}

/** Voting opened with a later deadline than was chosen. */
export function wordHeld({ authors, closesAt }: Of<'voting held'>, people: People): Words {
  const names = authors.map((id) => nameOf(people, id));
  const need = names.length === 1 ? 'needs' : 'need';
  return say`${listNames(names, 4)} ${need} time: voting stays open until ${new Date(closesAt)}.`;
}

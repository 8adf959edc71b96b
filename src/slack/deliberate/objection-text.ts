import type { People } from '../../decision/person.ts';
import type { Overrider } from '../../decision/rule/rule.ts';
import type { Language } from '../../words/language.ts';
import { lines, type Words } from '../../words/say.ts';
import type { Announcement } from '../../workflow/message/announcement.ts';
import { listNames, nameFirst, nameOf } from '../text/people-text.ts';

const objectionsShown = 5;
const namesShown = 4;

type Of<Kind extends Announcement['kind']> = Extract<Announcement, { kind: Kind }>;

/** Who is asked what to do next, and who else may. */
interface Asked {
  readonly proposerId: string | undefined;
  /** Who may decide in place of the vote. */
  readonly overriders: readonly Overrider[];
  readonly needsSecond: boolean;
}

function toDate(moment: string | undefined): Date | undefined {
  return moment === undefined ? undefined : new Date(moment);
}

/** Somebody objects, or needs time. Only the proposer is mentioned, unless they are the objector. */
export function wordRaised(
  language: Language,
  { by, until, closesAt, reason, weight }: Of<'objection raised'>,
  people: People,
  proposerId: string | undefined,
): Words {
  return language.objections.raised({
    proposerId: proposerId === by ? undefined : proposerId,
    name: nameFirst(language, people, by),
    until: toDate(until),
    reason,
    weight,
    closesAt: toDate(closesAt),
  });
}

/** An objection was resolved or overridden, or a hold was lifted. */
export function wordSettled(
  language: Language,
  { objection, how, reason, isClear, next, by, authorId }: Of<'objection settled'>,
  people: People,
  { proposerId, overriders }: Asked,
): Words {
  const { objections } = language;
  const isHold = objection === 'hold';
  return lines(
    objections.settled({ by: nameFirst(language, people, by), authorId, isHold, how, reason }),
    isClear && proposerId ? objections.isClear({ proposerId, next, overriders }) : [],
  );
}

/** Tells one person that somebody else put their objection aside. */
export function wordOverridden(
  { announcements, objections, people: words }: Language,
  { by, objection, title, link, reason }: Of<'objection overridden'>,
  people: People,
): Words {
  return objections.overriddenToYou({
    by: nameFirst({ people: words }, people, by),
    isHold: objection === 'hold',
    decision: announcements.decisionName(title, link),
    reason,
  });
}

/** Voting has closed, and what would be accepted is blocked. */
export function wordBlocked(
  language: Language,
  { verdict, objections, more = 0 }: Of<'blocked'>,
  people: People,
  asked: Asked,
): Words {
  const shown = objections.slice(0, objectionsShown);
  return language.objections.blocked({
    ...asked,
    unconfirmed: verdict.kind === 'told before' ? 0 : (verdict.objections.unconfirmed ?? 0),
    verdict: language.verdicts.explain(verdict),
    objections: shown.map(({ authorId, reason }) => ({ name: nameOf(language, people, authorId), reason })),
    more: objections.length - shown.length + more,
  });
}

/** Voting opened with a later deadline than was chosen. */
export function wordHeld(language: Language, { authors, closesAt }: Of<'voting held'>, people: People): Words {
  const names = authors.map((id) => nameOf(language, people, id));
  return language.objections.held(listNames(language, names, namesShown), names.length, new Date(closesAt));
}

import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import { adrName } from '@gavel/adr/name/adr-name.ts';
import { type Decision, hidesTally, type Objection, type Outcome, titleOfRecord } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import { renamePeople } from '../../decision/outcome/departure.ts';
import { decisionMakers, isByVote } from '../../decision/outcome/find-departures.ts';
import { countsForVerdict, findVerdictFacts, pickObjections } from '../../decision/outcome/judge.ts';
import type { People } from '../../decision/person.ts';
import { changesBoundAdr } from '../../decision/proposal/bond.ts';
import { listWithdrawn, type Option } from '../../decision/proposal/option.ts';
import { findAgainstAll, type OptionTally } from '../../decision/tally/tally.ts';
import { dayIn } from '../../decision/time/day.ts';
import { knownZone } from '../../decision/time/time-zone.ts';
import { isScored } from '../../decision/vote/score.ts';
import type { AdrObjection, AdrRecord, NamedPerson } from '../../record/record.ts';
import type { CardView } from '../ports/chat/chat.ts';

/** How many votes of unclear timing the record names. */
const undatedNamed = 50;

/** What an archive decides about a record: its language, and the time zone of its dates. */
export interface RecordPlace {
  readonly language: AdrLanguage;
  readonly timeZone: string;
}

/** A decision as its ADR tells it: with names, never ids. `informed` is the channel, if it may be named. */
export function toAdrRecord(view: CardView, informed: string | undefined, place: RecordPlace): AdrRecord {
  const { language, timeZone } = place;
  const { decision, people } = view;
  const name = (id: string) => nameIn(people, id);
  const names = (ids: readonly string[]) => [...new Set(ids.map(name))];
  const { outcome } = decision;
  const { decided, consulted } = decisionMakers(decision, view.tally);
  const objections = pickObjections(decision, decision.objections, limits.objectionsInRecord);
  return {
    language,
    title: titleOfRecord(decision),
    question: decision.title,
    status: outcome === undefined ? 'proposed' : decision.status === 'accepted' ? 'accepted' : 'rejected',
    date: dayIn(timeZone, outcome?.decidedAt ?? decision.proposedAt),
    decisionMakers: names(decided),
    consulted: names(consulted),
    informed: informed ? [informed] : [],
    context: decision.context,
    drivers: decision.drivers,
    options: [
      ...decision.options.map((option) => toAdrOption(decision, option, name)),
      ...listWithdrawn(decision.withdrawn.options).map((option) => {
        const withdrawn = { by: name(option.withdrawal.by), votes: option.votes };
        return { ...toAdrOption(decision, option, name), withdrawn };
      }),
    ],
    outcome: {
      chosen: decision.options.find((option) => option.id === outcome?.chosenOptionId)?.title,
      reason: outcome?.reason,
      ...(outcome ? { decided: toAdrDecided(outcome, name) } : {}),
      keptAdr: nameKeptAdr(decision),
    },
    recall: { tags: decision.tags, affects: decision.affects, revisit: decision.revisit },
    sections: decision.sections,
    draft: decision.draft,
    consequences: outcome?.consequences ?? [],
    votes: hidesTally(decision) ? undefined : toAdrVotes(view, names, timeZone),
    objections: objections.map((objection) => toAdrObjection(decision, objection, name, timeZone)),
    moreObjections: decision.objections.length - objections.length,
    discussionUrl: decision.card?.link,
  };
}

function toAdrOption(
  decision: Decision,
  { id, title, description }: Pick<Option, 'id' | 'title' | 'description'>,
  name: (id: string) => NamedPerson,
): AdrRecord['options'][number] {
  const reasons = decision.arguments.filter(({ optionId }) => optionId === id);
  return {
    title,
    description,
    arguments: reasons.map(({ kind, text, authorId }) => ({ kind, text, by: name(authorId) })),
  };
}

function toAdrDecided(
  { decidedBy, confirmedBy, departures }: Outcome,
  name: (id: string) => NamedPerson,
): NonNullable<AdrRecord['outcome']['decided']> {
  return {
    by: decidedBy === undefined ? undefined : name(decidedBy),
    ...(confirmedBy === undefined ? {} : { confirmedBy: name(confirmedBy) }),
    departures: renamePeople(departures, name),
  };
}

function nameIn(people: People, id: string): NamedPerson {
  return people.get(id)?.name ?? null;
}

function toAdrVotes(
  { decision, tally, people, takenBack = 0, undated }: CardView,
  names: (ids: readonly string[]) => NamedPerson[],
  timeZone: string,
): AdrRecord['votes'] {
  const { voting } = decision;
  if (tally === undefined || voting === undefined) return undefined;
  const isByPoints = isScored(voting.rule);
  const list = (ids: readonly string[], { points }: OptionTally) =>
    isByPoints
      ? { by: ids.map((id) => nameIn(people, id)), points: ids.map((id) => points.get(id) ?? 0) }
      : { by: names(ids) };
  return {
    rule: voting.rule,
    closed: dayIn(timeZone, voting.closedAt ?? decision.closesAt),
    ...(voting.finalComments
      ? {
          finalComments: {
            from: dayIn(timeZone, voting.finalComments.beganAt),
            to: dayIn(timeZone, voting.closedAt ?? decision.closesAt),
            timesAnew: voting.finalComments.timesAnew,
          },
        }
      : {}),
    shortened: voting.shortenings.map(({ by, from, to, reason }) => ({
      by: nameIn(people, by),
      from: momentIn(timeZone, from),
      to: `${momentIn(timeZone, to)} (${knownZone(timeZone)})`,
      reason,
    })),
    tally: tally.options.map((one) => ({
      option: one.option.title,
      votes: one.votes,
      ...list(one.voters, one),
    })),
    unit: isByPoints ? 'point' : 'vote',
    notVoted: names(tally.notVoted),
    abstained: names(tally.abstained),
    notCounted: names(tally.notCounted),
    takenOut: names(tally.takenOut),
    handedOver: tally.handedOver.map(({ from, to }) => ({ from: nameIn(people, from), to: nameIn(people, to) })),
    backedNone: names(findAgainstAll(tally)),
    undated: (undated?.changes ?? []).slice(0, undatedNamed).map(({ userId, optionId, isCast }) => {
      const option = decision.options.find(({ id }) => id === optionId)?.title;
      return { by: nameIn(people, userId), isCast, ...(option === undefined ? {} : { option }) };
    }),
    moreUndated: Math.max(0, (undated?.changes.length ?? 0) - undatedNamed),
    verdictWithUndated: undated && !undated.isSettled ? findVerdictFacts(decision, undated.tally) : undefined,
    verdict: findVerdictFacts(decision, tally),
    // If somebody decided otherwise, the rule's verdict only says how the vote stood.
    isDecidedByRule: decision.outcome === undefined || isByVote(decision.outcome),
    takenBack,
    advisory: tally.options
      .filter(({ advisers }) => advisers.length > 0)
      .map((one) => ({ option: one.option.title, ...list(one.advisers, one) })),
  };
}

function toAdrObjection(
  decision: Decision,
  objection: Objection,
  name: (id: string) => NamedPerson,
  timeZone: string,
): AdrObjection {
  const { kind, authorId, reason, until, resolution } = objection;
  return {
    by: name(authorId),
    kind,
    reason,
    until: until && dayIn(timeZone, until),
    isAdvice: !countsForVerdict(decision, authorId),
    resolution:
      resolution?.kind === 'ended' || resolution === undefined
        ? resolution
        : { ...resolution, by: name(resolution.by) },
  };
}

/** The ADR that a decision could have changed and leaves alone; undefined if there is none. */
function nameKeptAdr(decision: Decision): string | undefined {
  const { bond, outcome } = decision;
  return bond === undefined || outcome === undefined || changesBoundAdr(decision) ? undefined : adrName(bond);
}

/** A moment in a time zone: YYYY-MM-DD HH:MM. */
function momentIn(timeZone: string, at: Date): string {
  const format = { timeZone: knownZone(timeZone), dateStyle: 'short', timeStyle: 'short' } as const;
  return new Intl.DateTimeFormat('sv-SE', format).format(at);
}

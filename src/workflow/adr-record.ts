import type { AdrRecord } from '../adr/record.ts';
import { nameOf } from '../decision/person.ts';
import { describeRule } from '../decision/rule.ts';
import type { CardView } from './ports.ts';

/** A decision as its ADR tells it: names, never ids. `informed` is the channel, where it may be named. */
export function toAdrRecord({ decision, tally, people }: CardView, informed: string | undefined): AdrRecord {
  const name = (id: string) => nameOf(people, id);
  const names = (ids: readonly string[]) => [...new Set(ids.map(name))];
  const { outcome, voting } = decision;
  const deciders = voting?.deciders ?? [outcome?.decidedBy ?? decision.proposerId];
  const authors = decision.arguments.map((argument) => argument.authorId);
  return {
    title: decision.title,
    status: decision.status === 'accepted' ? 'accepted' : 'rejected',
    date: dateIn(decision.timeZone, outcome?.decidedAt ?? decision.proposedAt),
    decisionMakers: names(deciders),
    consulted: names(authors.filter((id) => !deciders.includes(id))),
    informed: informed ? [informed] : [],
    context: decision.context,
    drivers: decision.drivers,
    options: decision.options.map((option) => ({
      title: option.title,
      description: option.description,
      arguments: decision.arguments
        .filter((argument) => argument.optionId === option.id)
        .map(({ kind, text, authorId }) => ({ kind, text, by: name(authorId) })),
    })),
    outcome: {
      chosen: decision.options.find((option) => option.id === outcome?.chosenOptionId)?.title,
      justification: outcome?.justification ?? '',
    },
    consequences: outcome?.consequences ?? [],
    votes: tally &&
      voting && {
        rule: describeRule(voting.rule),
        closed: dateIn(decision.timeZone, voting.closedAt ?? decision.closesAt),
        tally: tally.options.map(({ option, voters }) => ({
          option: option.title,
          votes: voters.length,
          by: names(voters),
        })),
        notVoted: names(tally.notVoted),
        advisory: tally.options
          .filter(({ advisers }) => advisers.length > 0)
          .map(({ option, advisers }) => ({ option: option.title, by: names(advisers) })),
      },
    discussion: decision.card && { label: 'Discussion in Slack', url: decision.card.link },
  };
}

/** The calendar day of a moment in a time zone: YYYY-MM-DD. */
function dateIn(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
}

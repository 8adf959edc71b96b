import type { Decision, Outcome } from '../../decision/decision.ts';
import { type Departure, renamePeople } from '../../decision/outcome/departure.ts';
import type { People } from '../../decision/person.ts';
import type { Language } from '../../words/language.ts';
import type { Words } from '../../words/say.ts';
import { ownReason, tellDecision, wordTold } from '../../words/tell-outcome.ts';
import { shorten } from '../text/blocks.ts';
import { nameOf } from '../text/people-text.ts';

/** How much of an outcome is shown: characters of the reason and of a title, and how many objections are named. */
export interface OutcomeDetail {
  readonly excerpt: number;
  readonly objections: number;
  readonly title?: number;
}

/** How many characters of an option's title are shown beside its votes, unless it is said. */
const titleShown = 40;

/** What was chosen, who decided and against what, and why; nothing before there is an outcome. */
export function wordOutcome(
  language: Language,
  { decision, people }: { readonly decision: Decision; readonly people: People },
  detail: OutcomeDetail,
): Words {
  const { options, outcome } = decision;
  if (outcome === undefined) return [];
  return language.card.outcome({
    chosen: options.find(({ id }) => id === outcome.chosenOptionId)?.title,
    decided: decidedSentences(language, outcome, people, detail),
    why: shorten(ownReason(outcome.reason), detail.excerpt),
  });
}

/** Who decided and against what, in sentences. */
export function decidedSentences(
  language: Language,
  outcome: Pick<Outcome, 'decidedBy' | 'confirmedBy' | 'departures'> & Partial<Pick<Outcome, 'reason'>>,
  people: People,
  detail: OutcomeDetail,
): readonly Words[] {
  const { reason, decidedBy, confirmedBy } = outcome;
  const departures = outcome.departures.map((departure) => shortenDeparture(departure, detail));
  const told = { reason, decidedBy, confirmedBy, departures };
  return tellDecision(language, told, (id) => nameOf(language, people, id)).map(wordTold);
}

/** A departure with texts cut to what is shown, and at most so many objections. */
export function shortenDeparture<Who>(
  departure: Departure<Who>,
  { excerpt, objections: most, title = titleShown }: OutcomeDetail,
): Departure<Who> {
  const cut = (text: string) => shorten(text, excerpt);
  switch (departure.kind) {
    case 'against the vote': {
      const counts = departure.counts.map((one) => ({ ...one, option: shorten(one.option, title) }));
      return { ...departure, counts };
    }
    case 'objections standing': {
      const { objections, more } = departure;
      const shown = objections.slice(0, most).map((one) => ({ ...one, reason: cut(one.reason) }));
      return { ...departure, objections: shown, more: more + objections.length - shown.length };
    }
    case 'objections overridden': {
      const { objections, more } = departure;
      const shown = objections.slice(0, most).map((one) => ({ ...one, because: cut(one.because) }));
      return { ...departure, objections: shown, more: more + objections.length - shown.length };
    }
    default:
      return departure;
  }
}

/** What an outcome goes against, in a phrase; '' if nothing. */
export function wordAgainst(
  language: Language,
  { departures }: Pick<Outcome, 'departures'>,
  people: People,
  detail: OutcomeDetail,
): string {
  const shown = departures.map((departure) => shortenDeparture(departure, detail));
  return language.outcomes.against(renamePeople(shown, (id) => nameOf(language, people, id)));
}

import type { Departure, DepartureOf } from '../../decision/outcome/departure.ts';
import { isScored } from '../../decision/vote/score.ts';
import type { RecordOutcomeWords, ToldSentence } from '../outcome-words.ts';
import type { RecordGrammar } from './record-grammar.ts';
import type { RecordPhrases } from './record-phrases.ts';

type Kind = Departure['kind'];

/** Makes sentences about who decided, and against what, of a language's phrases. */
export function composeOutcomes(
  grammar: RecordGrammar,
  { outcome: phrases, vote, notes, review }: Omit<RecordPhrases, 'code' | 'punctuation'>,
): RecordOutcomeWords {
  const { number, count, list, label, aside, comma, semicolon, sentence } = grammar;

  const wordCounts = ({ method, counts }: DepartureOf<'against the vote'>) =>
    counts
      .map(({ option, votes }) => label(option, isScored({ method }) ? count(votes, vote.points) : number(votes)))
      .join(comma);

  const wordStanding = ({ objections, more }: DepartureOf<'objections standing'>) => {
    const authors = (isHold: boolean) => [
      ...new Set(objections.filter((one) => one.isHold === isHold).map(({ author }) => author)),
    ];
    const objecting = [...authors(false), ...(more > 0 ? [count(more, notes.others)] : [])];
    const holding = authors(true);
    return [
      ...(objecting.length > 0 ? [label(phrases.openObjections, list(objecting))] : []),
      ...(holding.length > 0 ? [label(phrases.openHolds, list(holding))] : []),
    ].join(semicolon);
  };

  const missing = { chosen: '', blocked: '', ...phrases.noWinner };
  const against: { readonly [K in Kind]: (departure: DepartureOf<K>) => string } = {
    'before voting': () => phrases.beforeVoting,
    'nobody voted': () => phrases.nobodyVoted,
    'against the vote': (departure) => `${phrases.againstVote}${aside(wordCounts(departure))}`,
    'no winner': ({ verdict }) => missing[verdict.kind],
    'votes unclear': () => phrases.votesUnclear,
    'before the deadline': () => phrases.beforeDeadline,
    'objections standing': wordStanding,
    'objections overridden': () => '',
  };
  const wordDeparture = (departure: Departure) => {
    const word = against[departure.kind] as (departure: Departure) => string;
    return word(departure);
  };

  const wordOverridden = (departure: Departure): ToldSentence[] => {
    if (departure.kind !== 'objections overridden') return [];
    const { objections, more } = departure;
    return [
      ...objections.map(({ author, isHold, by, because }) => {
        return { text: `${phrases.overridden(author, isHold, by)}${grammar.colon}`, reason: because };
      }),
      ...(more > 0 ? [{ text: `${label(phrases.moreOverridden, more)}${grammar.stop}` }] : []),
    ];
  };

  return {
    decided: ({ by, confirmedBy, isByVote, figures, departures }) => {
      const who = [
        isByVote ? phrases.byVote : phrases.decidedBy(by ?? notes.gone),
        isByVote && by !== undefined ? phrases.recordedBy(by) : '',
        confirmedBy === undefined ? '' : phrases.confirmedBy(confirmedBy),
      ]
        .filter(Boolean)
        .join(comma);
      const departed = departures.map(wordDeparture).filter(Boolean);
      const overridden = departures.flatMap(wordOverridden);
      if (figures === '') return [{ text: sentence([who, ...departed]) }, ...overridden];
      if (departed.length === 0) return [{ text: label(grammar.capitalize(who), figures) }, ...overridden];
      return [{ text: sentence([who, ...departed]) }, { text: label(review.headings.vote, figures) }, ...overridden];
    },
  };
}

import type { Departure, DepartureOf } from '../../decision/outcome/departure.ts';
import type { OutcomeWords, ToldSentence } from '../outcome-words.ts';
import { count, list, number } from './grammar.ts';
import { people } from './people.ts';
import { countVotes } from './rules.ts';

type Kind = Departure['kind'];

/** “Keep 3, Drop it 1”. */
function wordCounts({ method, counts }: DepartureOf<'against the vote'>): string {
  const isScored = method === 'score';
  return counts
    .map(({ option, votes }) => `${option} ${isScored ? countVotes({ method }, votes) : number(votes)}`)
    .join(', ');
}

const missing: { readonly [K in DepartureOf<'no winner'>['verdict']['kind']]: string } = {
  chosen: '',
  blocked: '',
  tied: 'the vote was tied',
  'threshold missed': 'no option had enough votes',
  'no quorum': 'too few had voted',
  'no votes': 'nobody backed an option',
};

/** “the objection of Ben”, “the objections of Ben and Chloe”. */
function wordObjections({ objections, more }: DepartureOf<'objections standing' | 'objections overridden'>): string {
  const authors = [...new Set(objections.map(({ author }) => author))];
  const what = objections.length + more === 1 ? 'the objection' : 'the objections';
  return `${what} of ${people.list(authors, more)}`;
}

/** “over the objection of Ben, while Chloe needed time”. */
function wordStanding({ objections, more }: DepartureOf<'objections standing'>): string {
  const holds = objections.filter(({ isHold }) => isHold).map(({ author }) => author);
  const others = objections.filter(({ isHold }) => !isHold);
  const over = { kind: 'objections standing', objections: others, more } as const;
  const told = [
    others.length + more > 0 ? `over ${wordObjections(over)}` : '',
    holds.length > 0 ? `while ${people.list([...new Set(holds)])} needed more time` : '',
  ];
  return told.filter(Boolean).join(', ');
}

const phrases: { readonly [K in Kind]: (departure: DepartureOf<K>) => string } = {
  'before voting': () => 'before voting opened',
  'nobody voted': () => 'without a single vote',
  'against the vote': (departure) => `against the vote (${wordCounts(departure)})`,
  'no winner': ({ verdict }) => `although ${missing[verdict.kind]}`,
  'votes unclear': () => 'although nobody can tell which votes were in time',
  'before the deadline': () => 'before the deadline',
  'objections standing': wordStanding,
  'objections overridden': () => '',
};

function wordPhrase(departure: Departure): string {
  const word = phrases[departure.kind] as (departure: Departure) => string;
  return word(departure);
}

function wordPhrases(departures: readonly Departure[]): string {
  return departures.map(wordPhrase).filter(Boolean).join(', ');
}

/** Who put the objections aside, each once. */
function overridersIn({ objections }: DepartureOf<'objections overridden'>): string[] {
  return [...new Set(objections.map(({ by }) => by))];
}

function against(departures: readonly Departure[]): string {
  const overridden = departures.flatMap((one) =>
    one.kind === 'objections overridden'
      ? [`with ${wordObjections(one)} overridden by ${people.list(overridersIn(one))}`]
      : [],
  );
  return [wordPhrases(departures), ...overridden].filter(Boolean).join(', ');
}

function wordOverridden(departures: readonly Departure[]): ToldSentence[] {
  return departures.flatMap((departure) => {
    if (departure.kind !== 'objections overridden') return [];
    const told = departure.objections.map(({ author, isHold, by, because }) => {
      return {
        text: `${by} overrode the ${isHold ? 'request for time' : 'objection'} of ${author}: `,
        reason: because,
      };
    });
    const { more } = departure;
    const others = `${count(more, 'more objection was', 'more objections were')} overridden.`;
    return more === 0 ? told : [...told, { text: others }];
  });
}

const warnings: { readonly [K in Kind]: (departure: DepartureOf<K>) => readonly ToldSentence[] } = {
  'before voting': () => [{ text: 'Voting has not opened yet.' }],
  'nobody voted': () => [{ text: 'Nobody has voted.' }],
  'against the vote': (departure) => [{ text: `This goes against the vote: ${wordCounts(departure)}.` }],
  'no winner': ({ verdict }) => [{ text: `The rule chooses no option: ${wordMissing(verdict)}.` }],
  'votes unclear': () => [{ text: 'Nobody can tell which votes were in time.' }],
  'before the deadline': () => [{ text: 'People can still vote.' }],
  'objections standing': ({ objections, more }) => [
    ...objections.map(({ author, isHold, reason }) => {
      return { text: `${author} ${isHold ? 'needs more time' : 'objects'}: `, reason };
    }),
    ...(more === 0 ? [] : [{ text: `${count(more, 'more objection stands', 'more objections stand')}.` }]),
  ],
  'objections overridden': (departure) => wordOverridden([departure]),
};

function wordMissing(verdict: DepartureOf<'no winner'>['verdict']): string {
  if (verdict.kind === 'tied') return `${list(verdict.options, 4)} are tied`;
  if (verdict.kind === 'threshold missed') return 'none has enough votes';
  return verdict.kind === 'no quorum' ? 'too few have voted' : 'nobody backs one';
}

/** Who decided, and against what, in English. */
export const outcomes: OutcomeWords = {
  decided: ({ by, confirmedBy, isByVote, figures, departures }) => {
    const recorded = by === undefined ? '' : `, recorded by ${by}`;
    const confirmed = confirmedBy === undefined ? '' : `, confirmed by ${confirmedBy}`;
    const who = isByVote ? `Decided by vote${recorded}` : `Decided by ${by}`;
    const how = against(departures.filter(({ kind }) => kind !== 'objections overridden'));
    const separator = isByVote || confirmed !== '' ? ', ' : ' ';
    const first = `${who}${confirmed}${how === '' ? '' : `${separator}${how}`}`;
    return [{ text: figures === '' ? `${first}.` : `${first}: ${figures}` }, ...wordOverridden(departures)];
  },
  decidedBriefly: ({ by, confirmedBy, isByVote, departures }) => {
    const how = against(departures);
    const who = isByVote ? '' : `decided by ${by}`;
    if (confirmedBy !== undefined) return [who, `confirmed by ${confirmedBy}`, how].filter(Boolean).join(', ');
    return [who, how].filter(Boolean).join(' ');
  },
  against,
  warnings: (departures) =>
    departures.flatMap((departure) => {
      const warn = warnings[departure.kind] as (departure: Departure) => readonly ToldSentence[];
      return warn(departure);
    }),
  sayWhy:
    'Please say why. Your reason and your name stand with the outcome: on the card, in the thread, and in the ADR.',
};

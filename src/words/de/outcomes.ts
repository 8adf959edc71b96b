import type { Departure, DepartureOf } from '../../decision/outcome/departure.ts';
import type { OutcomeWords, ToldSentence } from '../outcome-words.ts';
import { count, list, number, plural } from './grammar.ts';
import { people } from './people.ts';
import { rules } from './rules.ts';

type Kind = Departure['kind'];

/** “Behalten 3, Abschaffen 1”. */
function wordCounts({ method, counts }: DepartureOf<'against the vote'>): string {
  const isScored = method === 'score';
  return counts
    .map(({ option, votes }) => `${option} ${isScored ? rules.countVotes({ method }, votes) : number(votes)}`)
    .join(', ');
}

const missing: { readonly [K in DepartureOf<'no winner'>['verdict']['kind']]: string } = {
  chosen: '',
  blocked: '',
  tied: 'die Abstimmung unentschieden ausging',
  'threshold missed': 'keine Option genug Stimmen hatte',
  'no quorum': 'zu wenige abgestimmt hatten',
  'no votes': 'niemand für eine der Optionen war',
};

/** “den Einwand von Ben”, “die Einwände von Ben und Chloe”. */
function wordObjections({ objections, more }: DepartureOf<'objections standing' | 'objections overridden'>): string {
  const authors = [...new Set(objections.map(({ author }) => author))];
  const what = objections.length + more === 1 ? 'den Einwand' : 'die Einwände';
  const all = more > 0 ? [...authors, count(more, 'weiteren Person', 'weiteren')] : authors;
  return `${what} von ${people.list(all)}`;
}

/** “gegen den Einwand von Ben, obwohl Chloe um Bedenkzeit gebeten hatte”. */
function wordStanding({ objections, more }: DepartureOf<'objections standing'>): string {
  const holds = [...new Set(objections.filter(({ isHold }) => isHold).map(({ author }) => author))];
  const others = objections.filter(({ isHold }) => !isHold);
  const over = { kind: 'objections standing', objections: others, more } as const;
  const told = [
    others.length + more > 0 ? `gegen ${wordObjections(over)}` : '',
    holds.length > 0
      ? `obwohl ${people.list(holds)} um Bedenkzeit gebeten ${plural(holds.length, 'hatte', 'hatten')}`
      : '',
  ];
  return told.filter(Boolean).join(', ');
}

const phrases: { readonly [K in Kind]: (departure: DepartureOf<K>) => string } = {
  'before voting': () => 'bevor die Abstimmung geöffnet war',
  'nobody voted': () => 'ohne eine einzige Stimme',
  'against the vote': (departure) => `entgegen der Abstimmung (${wordCounts(departure)})`,
  'no winner': ({ verdict }) => `obwohl ${missing[verdict.kind]}`,
  'votes unclear': () => 'obwohl niemand sagen kann, welche Stimmen rechtzeitig waren',
  'before the deadline': () => 'vor Ablauf der Frist',
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

function against(departures: readonly Departure[]): string {
  const overridden = departures.flatMap((one) => {
    if (one.kind !== 'objections overridden') return [];
    const who = [...new Set(one.objections.map(({ by }) => by))];
    return [`wobei ${people.list(who)} ${wordObjections(one)} ${who.length === 1 ? 'überging' : 'übergingen'}`];
  });
  return [wordPhrases(departures), ...overridden].filter(Boolean).join(', ');
}

function wordOverridden(departures: readonly Departure[]): ToldSentence[] {
  return departures.flatMap((departure) => {
    if (departure.kind !== 'objections overridden') return [];
    const told = departure.objections.map(({ author, isHold, by, because }) => {
      return {
        text: `${by} hat ${isHold ? 'die Bedenkzeit' : 'den Einwand'} von ${author} übergangen: `,
        reason: because,
      };
    });
    const { more } = departure;
    const others = `${count(more, 'weiterer Einwand wurde', 'weitere Einwände wurden')} übergangen.`;
    return more === 0 ? told : [...told, { text: others }];
  });
}

const warnings: { readonly [K in Kind]: (departure: DepartureOf<K>) => readonly ToldSentence[] } = {
  'before voting': () => [{ text: 'Die Abstimmung ist noch nicht geöffnet.' }],
  'nobody voted': () => [{ text: 'Niemand hat abgestimmt.' }],
  'against the vote': (departure) => [{ text: `Das widerspricht der Abstimmung: ${wordCounts(departure)}.` }],
  'no winner': ({ verdict }) => [{ text: `Nach der Regel gewinnt keine Option: ${wordMissing(verdict)}.` }],
  'votes unclear': () => [{ text: 'Niemand kann sagen, welche Stimmen rechtzeitig waren.' }],
  'before the deadline': () => [{ text: 'Die Abstimmung läuft noch.' }],
  'objections standing': ({ objections, more }) => [
    ...objections.map(({ author, isHold, reason }) => {
      return { text: `${author} ${isHold ? 'braucht Bedenkzeit' : 'erhebt Einwand'}: `, reason };
    }),
    ...(more === 0 ? [] : [{ text: `${count(more, 'weiterer Einwand steht', 'weitere Einwände stehen')} noch.` }]),
  ],
  'objections overridden': (departure) => wordOverridden([departure]),
};

function wordMissing(verdict: DepartureOf<'no winner'>['verdict']): string {
  if (verdict.kind === 'tied') return `${list(verdict.options, 4)} liegen gleichauf`;
  if (verdict.kind === 'threshold missed') return 'Keine hat genug Stimmen';
  return verdict.kind === 'no quorum' ? 'Zu wenige haben abgestimmt' : 'Niemand ist für eine davon';
}

/** Who decided, and against what, in German. */
export const outcomes: OutcomeWords = {
  decided: ({ by, confirmedBy, isByVote, figures, departures }) => {
    const recorded = by === undefined ? '' : `festgehalten von ${by}`;
    const first = [
      isByVote ? 'Durch Abstimmung entschieden' : `Entschieden von ${by}`,
      isByVote ? recorded : '',
      confirmedBy === undefined ? '' : `bestätigt von ${confirmedBy}`,
      against(departures.filter(({ kind }) => kind !== 'objections overridden')),
    ];
    const told = first.filter(Boolean).join(', ');
    return [{ text: figures === '' ? `${told}.` : `${told}: ${figures}` }, ...wordOverridden(departures)];
  },
  decidedBriefly: ({ by, confirmedBy, isByVote, departures }) => {
    const who = isByVote ? '' : `entschieden von ${by}`;
    const confirmed = confirmedBy === undefined ? '' : `bestätigt von ${confirmedBy}`;
    return [who, confirmed, against(departures)].filter(Boolean).join(', ');
  },
  against,
  warnings: (departures) =>
    departures.flatMap((departure) => {
      const warn = warnings[departure.kind] as (departure: Departure) => readonly ToldSentence[];
      return warn(departure);
    }),
  sayWhy:
    'Bitte sag, warum. Deine Begründung und dein Name stehen dann beim Ergebnis: auf der Karte, im Thread und im ADR.',
};

import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import type {
  ArgumentFormWords,
  ObjectionFormWords,
  SettleFormWords,
  WholeDecisionWords,
} from '../deliberate-words.ts';
import { say } from '../say.ts';
import { number, quote } from './grammar.ts';
import { people } from './people.ts';

/** The form for an argument in German. */
export const argumentForm: ArgumentFormWords = {
  title: 'Pro / Contra ergänzen',
  option: 'Option',
  kind: 'Das Argument ist',
  kinds: { pro: 'Pro: spricht dafür', con: 'Contra: spricht dagegen', neutral: 'Neutral: gut zu wissen' },
  example: 'Ein Argument, in einem Satz',
};

/** The form for an objection in German. */
export const objectionForm: ObjectionFormWords = {
  kind: 'Worum es geht',
  kinds: { objection: 'Ich erhebe einen Einwand', hold: 'Ich brauche Bedenkzeit' },
  example: 'Was sich ändern muss oder was du brauchst',
  until: 'Bis',
  untilHint: (days) => `Nur wenn du Bedenkzeit brauchst: höchstens ${number(days)} Tage von jetzt an.`,
};

/** The form in which an objection is settled, in German. */
export const settleForm: SettleFormWords = {
  submit: { author: 'Ausräumen', others: 'Übergehen', both: 'Klären' },
  introduction:
    'Ein eigener Einwand ist damit ausgeräumt; ein fremder wird übergangen, unter deinem Namen. Beides steht dann im Thread und wird mit der Entscheidung festgehalten.',
  objection: 'Einwand',
  stance: (kind, name, reason) => {
    const what = kind === 'hold' ? 'Bedenkzeit' : 'Einwand';
    return name === undefined ? `Du (${what}): ${reason}` : `${name} (${what}): ${reason}`;
  },
  more: (count) => `und noch ${number(count)}, sobald einige davon geklärt sind`,
  change: 'Was sich geändert hat',
  changeExample: 'In einem Satz',
  becauseExample: 'Was sich geändert hat oder warum es trotzdem weitergeht',
};

const kinds: Readonly<Record<ArgumentKind, string>> = { pro: 'Pro', con: 'Contra', neutral: 'Neutral' };

/** What “Read more” says in German. */
export const wholeDecision: WholeDecisionWords = {
  title: 'Die ganze Entscheidung',
  drivers: 'Entscheidungskriterien',
  argument: (kind, text, name) => say`${kinds[kind]}: ${text} (${name})`,
  votes: (names) => `Stimmen: ${names}`,
  points: (names) => `Punkte: ${names}`,
  contextCut: 'Das ist der Anfang; im ADR steht alles.',
  sectionCut: (length) => `Das ist der Anfang; der Abschnitt im ADR ist um ${number(length)} Zeichen länger.`,
  sectionsLeft: (headings, others) =>
    `Im ADR stehen auch diese Abschnitte: ${people.list(headings.map(quote), others)}.`,
  mayVote: (count, names) =>
    count === 1 ? `Eine Person darf abstimmen: ${names}.` : `${number(count)} dürfen abstimmen: ${names}.`,
  willVote: (names) =>
    names === undefined
      ? 'Sobald die Abstimmung offen ist, dürfen alle im Kanal abstimmen.'
      : `Wer abstimmen darf, sobald die Abstimmung offen ist: ${names}.`,
};

import { endSentence } from '@gavel/adr/text/sentence.ts';
import type { ExclusionReason, Gone } from '../../decision/decision.ts';
import { isLeftToAll } from '../../decision/rule/rule.ts';
import { emoji, say } from '../say.ts';
import type { NextSteps, TurnoutWords, UndatedChange } from '../turnout-words.ts';
import { card } from './card.ts';
import { count, quote, times } from './grammar.ts';
import { allowOnly, askSecondIf } from './rules.ts';

const excluded: Readonly<Record<ExclusionReason, readonly [one: string, many: string]>> = {
  bot: ['Bot', 'Bots'],
  deactivated: ['geschlossenes Konto', 'geschlossene Konten'],
  guest: ['Gast', 'Gäste'],
  outsider: ['Person aus einer anderen Organisation', 'Personen aus anderen Organisationen'],
  unknown: ['Person, die Slack mir nicht zeigt', 'Personen, die Slack mir nicht zeigt'],
};

const departures: Readonly<Record<Gone['why'], string>> = {
  left: 'nicht mehr im Kanal',
  deactivated: 'Konto geschlossen',
};

/** “Ben ist für Go”, “Chloe ist nicht mehr für Rust”, “Dev enthält sich”. */
export function wordChange({ name, title, isCast }: UndatedChange): string {
  if (title === undefined) return `${name} enthält sich${isCast ? '' : ' nicht mehr'}`;
  return `${name} ist ${isCast ? '' : 'nicht mehr '}für ${title}`;
}

function undated(changes: readonly UndatedChange[], more: number): string {
  const rest = more > 0 ? [`und ${count(more, 'weitere Änderung', 'weitere Änderungen')}`] : [];
  return [...changes.map(wordChange), ...rest].join('; ');
}

const always = 'die Abstimmung weiterlaufen oder alle neu abstimmen lassen';

/** What there is to do under a rule that lets only some decide in place of the vote. */
function wordLimited({ blocking, overriders, needsSecond, followable: { accept, reject } }: NextSteps): string {
  const rest = reject ? 'eine Option annehmen' : 'ein Ergebnis festhalten';
  if (accept && blocking > 0) {
    const [settled, them] =
      blocking === 1 ? ['der Einwand ausgeräumt ist', 'ihn'] : ['alle Einwände ausgeräumt sind', 'sie'];
    return `Sobald ${settled}, kann die Option angenommen werden, die gewonnen hat. Wer vorgeschlagen hat oder abstimmen darf, kann auch ${always}. ${allowOnly(overriders, `${them} übergehen oder anders entscheiden`)}${needsSecond && overriders.length > 0 ? ` ${askSecondIf(`${them} übergeht oder anders entscheidet`)}` : ''}`;
  }
  const open = [accept ? 'die siegreiche Option annehmen' : '', reject ? 'alle Optionen ablehnen' : ''].filter(Boolean);
  return `Wer vorgeschlagen hat oder abstimmen darf, kann ${[...open, always].join(', ')}. ${allowOnly(overriders, accept ? 'anders entscheiden' : rest)}`;
}

/** The state of a vote, in German. */
export const turnout: TurnoutWords = {
  notOpenYet: 'Die Abstimmung ist noch nicht offen. Bis dahin kannst du Optionen und Argumente ergänzen.',
  oneVoteEach: 'Alle haben eine Stimme: Deine letzte zählt.',
  scoresOnly: `Stimm mit ${quote(card.buttons.giveScores)} ab; Reaktionen zählen nicht.`,
  abstaining: (emojiName) => say`${emoji(emojiName)} ist eine Enthaltung.`,
  excluded: (counts) => {
    const reasons = Object.entries(excluded) as [ExclusionReason, readonly [string, string]][];
    const told = reasons.flatMap(([why, words]) => (counts[why] ? [count(counts[why], ...words)] : []));
    return told.length === 0 ? '' : `Nicht mitgezählt: ${told.join(', ')}`;
  },
  gone: (name, why) => `${name} (${departures[why]})`,
  noLongerCounted: (names) => `Nicht mehr mitgezählt: ${names}`,
  votesThatStand: (names) => `Stimmen, die weiter gelten: ${names}`,
  finalComments: (option, timesAnew) =>
    `${quote(option)} hat gewonnen und ist nach den letzten Anmerkungen angenommen, wenn es dabei bleibt.${timesAnew === 0 ? '' : ` Die Zeit dafür hat ${times(timesAnew)} von vorn begonnen.`}`,
  shortened: (name, from) => say`${name} hat die Frist vorgezogen; vorher galt ${from}`,
  why: (reason) => `Grund: ${reason}`,
  waitingFor: (names) => `noch offen: ${names}`,
  severalReactions: (names) => `mehrere Reaktionen von ${names}: Bitte nur die stehen lassen, die zählt`,
  theVote: (verdict) => `Die Abstimmung: ${verdict}`,
  discussedOn: (name, reason) =>
    `Die Abstimmung ist geschlossen, und ${name} möchte weiterdiskutieren${reason === '' ? '.' : `: ${endSentence(reason)}`}`,
  nextSteps: (steps) => {
    const { blocking, overriders, needsSecond } = steps;
    if (!isLeftToAll(overriders)) return wordLimited(steps);
    if (blocking === 0) return `Wer vorgeschlagen hat oder abstimmen darf, kann ein Ergebnis festhalten, ${always}.`;
    const [all, are, them] = blocking === 1 ? ['der Einwand', 'ist', 'ihn'] : ['alle Einwände', 'sind', 'sie'];
    const settled = `${all} ausgeräumt ${needsSecond ? '' : 'oder übergangen '}${are}`;
    const second = needsSecond ? ` ${askSecondIf(`${them} übergeht oder anders entscheidet`)}` : '';
    return `Sobald ${settled}, kann eine Option angenommen werden. Wer vorgeschlagen hat oder abstimmen darf, kann auch jede ablehnen, ${always}.${second}`;
  },
  advice: (given) =>
    `Als Rat, nicht mitgezählt: ${given.map(({ names, option }) => `${names} für ${option}`).join('; ')}`,
  undated,
  notCountedUndated: (changes, more) =>
    `Nicht mitgezählt, weil niemand sagen kann, ob es rechtzeitig war: ${undated(changes, more)}`,
  endedEitherWay: (without, withAll) =>
    `Die Abstimmung ging zu Ende, während ich weg war. Ohne die Stimmen, von denen niemand sagen kann, ob sie rechtzeitig waren: ${without} Mit ihnen: ${withAll}`,
  gaveNoPoints: (names) => `Keine Punkte vergeben: ${names}.`,
  abstained: (names) => `Enthaltung: ${names}.`,
  noneCounts: (names) => `Mehrere Reaktionen, von denen keine zählt: ${names}.`,
  notCounted: (names) => `Nicht mehr mitgezählt: ${names}.`,
  silent: (names, { isOpen, countedFor }) => {
    const counted = countedFor === undefined ? '' : ` und für ${countedFor} gezählt`;
    return `${isOpen ? 'Noch nicht abgestimmt' : 'Nicht abgestimmt'}${counted}: ${names}.`;
  },
};

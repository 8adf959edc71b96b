import type { ConfirmationWords } from '../confirmation-words.ts';
import { bold, emoji, lines, say, speakTo } from '../say.ts';
import { typedLines } from '../typed.ts';
import { card } from './card.ts';
import { quote } from './grammar.ts';
import { allowTwo, rules } from './rules.ts';

const awaitsInShort: ConfirmationWords['awaitsInShort'] = ({ by, chosen, against }) => {
  const outcome =
    chosen === undefined
      ? 'festgehalten, dass alle Optionen abgelehnt sind'
      : `${quote(chosen)} als Ergebnis festgehalten`;
  const departing = against === '' ? '' : `, ${against}`;
  return say`${emoji('hourglass')} ${bold('Wartet auf eine zweite Person:')} ${by} hat ${outcome}${departing}.`;
};

/** What is said in German where the rule asks for a second person. */
export const confirmation: ConfirmationWords = {
  confirm: 'Bestätigen',
  decline: 'Ablehnen',
  areYouSure: {
    title: 'Dieses Ergebnis bestätigen?',
    text: 'Damit ist endgültig entschieden. Dein Name steht dann neben dem der Person, die das Ergebnis festgehalten hat.',
    cancel: 'Noch nicht',
  },
  awaits: ({ reason, overriders, isVotingOpen, ...recorded }) => {
    const { by } = recorded;
    const why = reason === '' ? [] : say`${bold('Begründung:')} ${typedLines(reason)}`;
    const meanwhile = isVotingOpen ? ' Bis dahin läuft die Abstimmung weiter.' : '';
    return lines(
      awaitsInShort(recorded),
      why,
      say`Bestätigen oder ablehnen kann das, wer ${rules.nameOverriders(overriders)}, außer ${by}.${meanwhile}`,
    );
  },
  awaitsInShort,
  waitedBefore: (by) =>
    say`${by} hat ein Ergebnis festgehalten, das eine zweite Person bestätigen musste. Es wartet nicht mehr.`,
  declined: ({ by, recordedBy, isOwn }) =>
    isOwn
      ? say`${by} hat das Ergebnis zurückgenommen, das auf eine zweite Person wartete. Die Entscheidung ist offen wie zuvor.`
      : say`${by} hat das Ergebnis abgelehnt, das ${recordedBy} festgehalten hat. Die Entscheidung ist offen wie zuvor.`,
  overtaken: (recordedBy) =>
    say`Das Ergebnis, das ${recordedBy} festgehalten hat, wartet nicht mehr auf eine zweite Person: Seitdem hat sich die Abstimmung oder die Frage geändert. Wenn es noch gilt, halt es bitte noch einmal fest.`,
  secondNeeded: ({ proposerId, verdict, overriders }) =>
    say`${speakTo(proposerId)}Die Abstimmung ist beendet. ${verdict} ${allowTwo(overriders, ` mit ${quote(card.buttons.recordOutcome)} auf der Karte`)}`,
  mayWait:
    'Wie abgestimmt wurde, ist bis zum Ende der Abstimmung verborgen. Widerspricht das den Stimmen, muss eine zweite Person es bestätigen, und bis dahin gilt es noch nicht.',
  willWait: 'Nach der Regel muss eine zweite Person das bestätigen. Bis dahin gilt es noch nicht.',
  list: 'Ergebnisse, die du bestätigen kannst',
};

import type { OutcomeFormWords, WithdrawFormWords } from '../decide-words.ts';
import { quote } from './grammar.ts';

/** The form for an outcome in German. */
export const outcomeForm: OutcomeFormWords = {
  title: 'Ergebnis festhalten',
  submit: 'Festhalten',
  noVote: 'Darüber wurde noch nicht abgestimmt.',
  hidden: (progress) => `${progress.join(': ')}.`,
  outcome: 'Ergebnis',
  answers: { accept: 'Eine Option annehmen', reject: 'Ablehnen: keine davon', discuss: 'Weiterdiskutieren' },
  chosen: 'Gewählte Option',
  recordTitle: 'Titel des ADR',
  recordTitleHint: 'Damit im Archiv Antworten stehen. Lässt du das Feld leer, bleibt es bei der Frage.',
  becauseExample: 'Was den Ausschlag gab',
  becauseHint: 'Für alle, die das in zwei Jahren nachlesen.',
  discussExample: 'Was noch offen ist',
  discussHint: 'Das steht dann im Thread und im Verlauf.',
  consequences: {
    good: { label: 'Gute Folgen', example: 'Was besser wird' },
    bad: { label: 'Schlechte Folgen', example: 'Was schwieriger wird' },
    neutral: { label: 'Weitere Folgen', example: 'Was sich sonst ändert' },
  },
};

/** The form that withdraws a decision, in German. */
export const withdrawForm: WithdrawFormWords = {
  consequence: (title, isDecided) =>
    isDecided
      ? `Was zu ${quote(title)} entschieden wurde, gilt dann nicht mehr. Karte und Stimmen bleiben lesbar; das Review wird geschlossen, und veröffentlicht wird nichts.`
      : `${quote(title)} wird damit ohne Ergebnis geschlossen. Karte und Stimmen bleiben lesbar; veröffentlicht wird nichts.`,
  whyExample: 'Für alle, die dabei waren',
};

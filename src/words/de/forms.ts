import type { FormWords } from '../form-words.ts';
import { number } from './grammar.ts';

/** What all forms say in German. */
export const forms: FormWords = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  save: 'Speichern',
  add: 'Hinzufügen',
  back: 'Zurück',
  next: 'Weiter',
  loading: 'Einen Moment …',
  page: (page, pages) => `Seite ${number(page)}${pages === undefined ? '' : ` von ${number(pages)}`}`,
  more: (count) => `und noch ${number(count)}`,
  oneToALine: 'Eine Zeile pro Punkt.',
  why: 'Warum',
  because: 'Begründung',
  rule: 'Regel',
  repository: 'Repository',
  repositoryHint: 'Wohin das ADR kommt, wenn entschieden ist.',
  repositoryOfChannelHint: 'Wohin kommt, was hier vorgeschlagen wird, wenn nichts anderes gewählt ist.',
  ruleHint: 'Wie die Stimmen entscheiden.',
};

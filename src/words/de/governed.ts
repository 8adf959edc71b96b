import type { GovernedWords } from '../governed-words.ts';
import { count, number } from './grammar.ts';

/** What is said in German, outside Slack, about decisions that govern something. */
export const governed: GovernedWords = {
  heading: 'Entscheidungen',
  intro:
    'Diese Entscheidungen gelten in diesem Repository. Lies, was für einen Teil entschieden ist, bevor du ihn änderst.',
  affects: (paths) => `Gilt für ${paths}`,
  touched: 'Für Dateien, die sich hier ändern, gelten Entscheidungen:',
  decided: (names, day) =>
    ['Entschieden', names && `von ${names}`, day && `am ${day}`].filter(Boolean).join(' ').concat('.'),
  superseded: (by) => (by === '' ? 'Abgelöst.' : `Abgelöst durch ${by}.`),
  files: (paths, more) =>
    `Geändert: ${paths}${more > 0 ? ` und ${count(more, 'weitere Datei', 'weitere Dateien')}` : ''}.`,
  firstFiles: (files) => `Angesehen wurden nur die ersten ${number(files)} Dateien.`,
  nameThem: 'Das ist erledigt, sobald die Beschreibung jede davon nennt, etwa als „ADR-0007“.',
  ungoverned: 'Für diese Änderung gilt keine Entscheidung',
  governed: (decisions) => `${count(decisions, 'Entscheidung', 'Entscheidungen')} zu beachten`,
  more: (more) => `${count(more, 'weitere Entscheidung', 'weitere Entscheidungen')}`,
};

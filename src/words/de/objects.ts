import type { ObjectWords } from '../object-words.ts';
import { statuses } from './card.ts';
import { count, plural } from './grammar.ts';

/** A decision as a thing of its own, in German. */
export const objects: ObjectWords = {
  decision: 'Entscheidung',
  labels: {
    status: 'Stand',
    rule: 'Regel',
    closes: 'Abstimmung endet',
    decided: 'Entschieden',
    turnout: 'Stimmen',
    outcome: 'Ergebnis',
    repository: 'Repository',
    supersedes: 'Ersetzt',
    amends: 'Ergänzt',
    deprecates: 'Erklärt für veraltet',
    since: 'Seither',
    tags: 'Schlagwörter',
    affects: 'Betrifft',
    revisit: 'Wiedervorlage am',
    changeOfMind: 'Wir würden umdenken, wenn …',
    context: 'Kontext',
    objections: 'Einwände',
  },
  statuses: {
    discussing: 'In Diskussion',
    voting: 'Abstimmung läuft',
    counting: 'Wird ausgezählt',
    'earlier round': 'Neue Abstimmung',
    undecided: 'Noch nicht entschieden',
    'in review': 'Im Review',
    ...statuses,
  },
  noneChosen: 'Keine der Optionen',
  objections: (standing) => `${count(standing, 'Einwand', 'Einwände')} ${plural(standing, 'steht', 'stehen')} noch`,
};

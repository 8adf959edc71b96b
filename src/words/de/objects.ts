import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import type { ObjectWords } from '../object-words.ts';
import { say } from '../say.ts';
import { statuses } from './card.ts';
import { count, plural, quote } from './grammar.ts';

const stances: Readonly<Record<ArgumentKind, string>> = { pro: 'Für', con: 'Gegen', neutral: 'Zu' };

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
  comment: (kind, option, text) => say`${stances[kind]} ${quote(option)}: ${text}`,
  noComments: 'Ich finde diese Entscheidung nicht, oder du kannst sie nicht sehen.',
  objections: (standing) => `${count(standing, 'Einwand', 'Einwände')} ${plural(standing, 'steht', 'stehen')} noch`,
};

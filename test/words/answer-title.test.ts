import { expect, it } from 'vitest';
import { answerTitle as inGerman } from '../../src/words/de/answer-title.ts';
import { answerTitle as inEnglish } from '../../src/words/en/answer-title.ts';

it.each([
  [
    'Which message queue do we use between ingestion and workers?',
    'NATS JetStream',
    'Use NATS JetStream between ingestion and workers',
  ],
  ['Which language for the backend?', 'Go', 'Use Go for the backend'],
  ['Which database should we use?', 'PostgreSQL', 'Use PostgreSQL'],
  ['Which queue do we use?', 'Keep ADR 0007 as it is', 'Keep ADR 0007 as it is'],
  ['What do we do about flaky tests?', 'Quarantine them', 'Quarantine them'],
  ['Where do feature flags live?', 'A table in PostgreSQL', undefined],
  ['Where do feature flags live?', 'Unleash', undefined],
  ['Do we move to Kubernetes?', 'Yes', undefined],
  ['Do we move to Kubernetes', 'Move the stateless services only', 'Move the stateless services only'],
  ['Choose the backend language', 'Go', undefined],
])('%j, answered %j: %j', (question, option, title) => {
  expect(inEnglish(question, option)).toBe(title);
});

it.each([
  ['Welche Queue nutzen wir zwischen Annahme und Workern?', 'NATS', 'NATS zwischen Annahme und Workern einsetzen'],
  ['Welche Datenbank wollen wir für Rechnungen nehmen?', 'PostgreSQL', 'PostgreSQL für Rechnungen einsetzen'],
  ['Welche Sprache?', 'Go', 'Go einsetzen'],
  ['Welche Queue nutzen wir?', 'ADR 0007 so lassen', 'ADR 0007 so lassen'],
  ['Was tun wir gegen wacklige Tests?', 'In Quarantäne stecken', 'In Quarantäne stecken'],
  ['Wo liegen die Schalter?', 'Eine Tabelle in PostgreSQL', undefined],
  ['Ziehen wir zu Kubernetes um?', 'Nein', undefined],
  ['Sprache des Backends', 'Go', undefined],
])('auf %j die Antwort %j: %j', (question, option, title) => {
  expect(inGerman(question, option)).toBe(title);
});

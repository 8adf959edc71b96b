import type { Cadence } from '../../decision/digest/cadence.ts';
import type { AdrFate } from '../../decision/publication/adr-fate.ts';
import { knownZone } from '../../decision/time/time-zone.ts';
import type { DigestWords } from '../digest-words.ts';
import { bold, code, joinWords, say, type Words } from '../say.ts';
import { count, listWords, number } from './grammar.ts';

const weekdays = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'];

function wordDay({ every, weekday }: Pick<Cadence, 'every' | 'weekday'>): string {
  return every === 'week' ? (weekdays[weekday - 1] ?? 'Montag') : 'Tag';
}

/** “jeden Montag um 09:00 Uhr (Europe/Lisbon)”. */
function wordCadence(cadence: Cadence): string {
  return `jeden ${wordDay(cadence)} um ${cadence.timeOfDay} Uhr (${knownZone(cadence.timeZone)})`;
}

const fates: Readonly<Record<AdrFate['kind'], readonly [alone: string, before: string, after: string]>> = {
  superseded: ['inzwischen ersetzt', 'inzwischen ersetzt durch ', ''],
  deprecated: ['inzwischen veraltet', 'inzwischen für veraltet erklärt durch ', ''],
  amended: ['inzwischen geändert', 'inzwischen geändert durch ', ''],
};

function wordFate(kind: AdrFate['kind'], by: readonly Words[]): Words {
  const [alone, before, after] = fates[kind];
  return by.length === 0 ? say`${alone}` : say`${before}${listWords(by)}${after}`;
}

/** Digests in German. */
export const digest: DigestWords = {
  title: 'Entscheidungen',
  summary: ({ accepted, rejected, open, inReview, stalled, revisits, inRepository, areSeveral }) => {
    const where = areSeveral ? 'in den Repositorys' : 'im Repository';
    const news = inRepository === 0 ? '' : `; ${count(inRepository, 'Änderung', 'Änderungen')} ${where}`;
    const waiting = [
      inReview === 0 ? '' : `, ${number(inReview)} im Review`,
      stalled === 0 ? '' : `, ${number(stalled)} ins Stocken geraten`,
      revisits === 0 ? '' : `, ${number(revisits)} zur Wiedervorlage`,
    ].join('');
    const votes = count(open, 'offene Abstimmung', 'offene Abstimmungen');
    return `Entscheidungen: ${number(accepted)} angenommen, ${number(rejected)} abgelehnt, ${votes}${waiting}${news}`;
  },
  period: (from, to) => say`${from} bis ${to}`,
  accepted: 'Angenommen',
  inReview: 'Angenommen, im Review',
  rejected: 'Abgelehnt',
  votingIsOpen: 'Abstimmung läuft',
  stalled: 'Ins Stocken geraten',
  inRepository: 'Im Repository',
  inRepositories: 'In den Repositorys',
  decidedLine: ({ name, chosen, decided, reason, supersedes, fate, file }) =>
    joinWords(
      [
        chosen === undefined ? name : say`${name}: ${bold(chosen)}`,
        decided,
        reason.replace(/\.$/, ''),
        supersedes.length === 0 ? '' : say`ersetzt ${listWords(supersedes)}`,
        fate === undefined ? '' : wordFate(fate.kind, fate.by),
        file ?? '',
      ].filter((part) => part.length > 0),
      ' · ',
    ),
  openLine: (name, closesAt, isFinal) => say`${name}, ${isFinal ? 'Zeit für letzte Anmerkungen ' : ''}bis ${closesAt}`,
  more: (more) => say`und ${number(more)} mehr: siehe ${code('/adr list')}`,
  nothing: 'Nichts wurde entschieden, und keine Abstimmung läuft.',
  isOff: 'Dieser Kanal bekommt keine Zusammenfassung mehr.',
  isOn: (cadence, next, channel = 'Dieser Kanal') =>
    say`${channel} bekommt jetzt ${wordCadence(cadence)} eine Zusammenfassung: die nächste ${next}, wenn es etwas zu berichten gibt.`,
  form: {
    title: 'Zusammenfassung',
    channelHint: 'Du und ich müssen beide dabei sein: Tipp im Kanal „/invite @Gavel“.',
    often: 'Wie oft',
    oftenHint:
      'Um 09:00 Uhr. Für eine andere Zeit tipp im Kanal „/adr digest weekly freitag 16:30“; „/adr digest off“ beendet sie.',
  },
  everySoOften: (frequency) => `Jeden ${wordDay(frequency)}`,
};

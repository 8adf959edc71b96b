import type { HomeWords } from '../home-words.ts';
import { bold, code, say } from '../say.ts';
import { list, number, quote } from './grammar.ts';

const channelsNamed = 10;

/** Somebody's Home, in German. */
export const home: HomeWords = {
  propose: 'Entscheidung vorschlagen',
  search: 'Entscheidung suchen',
  waiting: 'Wartet auf dich',
  forms: 'Angefangene Vorschläge',
  untitled: 'Ein Entwurf ohne Titel',
  leftAt: (at) => say`zuletzt bearbeitet ${at}`,
  openCard: 'Karte öffnen',
  openReview: 'Review öffnen',
  notOpenYet: 'in Diskussion, Abstimmung noch nicht geöffnet',
  more: (count) => say`und ${number(count)} weitere: ${code('/adr waiting')}`,
  open: 'Offen in deinen Kanälen',
  noneOpen: say`In deinen Kanälen läuft keine Abstimmung.`,
  vote: ({ decision, channel, closesAt, progress }) => {
    const where = channel === '' ? '' : ` in ${channel}`;
    return say`${decision}${where}: endet ${closesAt}${progress === '' ? '' : ` · ${progress}`}`;
  },
  moreOpen: (count) => say`und ${number(count)} weitere: ${code('/adr list')}`,
  decided: 'In den letzten zwei Wochen entschieden',
  noneDecided: say`In den letzten zwei Wochen wurde nichts entschieden.`,
  decision: ({ decision, channel, status, chosen, at }) => {
    const where = channel === '' ? '' : ` in ${channel}`;
    const outcome = chosen === '' ? say`${bold(status)}` : say`${bold(status)}, ${quote(chosen)}`;
    return at === undefined ? say`${decision}${where}: ${outcome}` : say`${decision}${where}: ${outcome} · ${at}`;
  },
  register: 'Alle Entscheidungen',
  columns: {
    number: 'Nummer',
    title: 'Titel',
    status: 'Status',
    date: 'Datum',
    channel: 'Kanal',
    tags: 'Schlagwörter',
    repository: 'Repository',
  },
  setup: 'Was noch fehlt',
  noChannel: say`Ich bin noch in keinem Kanal. Tippe ${code('/invite @Gavel')} in einem Kanal, in dem dein Team entscheidet, und dann ${code('/adr propose')}.`,
  noRepository: (channels) =>
    say`Entscheidungen aus ${list(channels, channelsNamed)} kommen in kein Repository. Wer mich betreibt, kann für ${channels.length === 1 ? 'diesen Kanal' : 'diese Kanäle'} eines in der Datei von ${code('GAVEL_CONFIG')} nennen.`,
  noDigest: say`Kein Kanal bekommt eine Zusammenfassung der Entscheidungen.`,
  tryAgain: 'Noch einmal versuchen',
  setUpDigest: 'Zusammenfassung einrichten',
};

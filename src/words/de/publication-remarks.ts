import type { PublicationRemark } from '../../decision/publication/publication-remark.ts';
import type { PublicationRemarkWords } from '../language.ts';
import { list, quote } from './grammar.ts';
import { list as listWords } from './list.ts';

const statuses: Readonly<Record<string, string>> = listWords.statuses;

const agentsTroubles: Readonly<Record<Extract<PublicationRemark, { code: 'agents file left' }>['why'], string>> = {
  markers: 'hat nicht genau ein Paar Markierungen dafür (<!-- gavel:decisions --> und <!-- /gavel:decisions -->)',
  'no file': 'ist ein Link oder ein Ordner, oder liegt in etwas, das kein Ordner ist',
  'no text': 'ist kein Text in UTF-8 oder zu lang',
};

/** What else is said about a publication, in German. */
export const publicationRemarks: PublicationRemarkWords = {
  'sections left out': ({ headings }) => {
    const names = list(headings.map(quote));
    return headings.length === 1
      ? `Der Abschnitt ${names} spricht für etwas anderes, als entschieden wurde, und steht deshalb nicht im ADR.`
      : `Die Abschnitte ${names} sprechen für etwas anderes, als entschieden wurde, und stehen deshalb nicht im ADR.`;
  },
  'branch made': ({ branch, from }) =>
    `Im Repository gab es keinen Branch ${branch}; ich habe ihn von ${from} abgezweigt.`,
  'bound ADR gone': ({ adr }) => `${adr} ist nicht mehr im Repository; daran wurde nichts geändert.`,
  'bound ADR too long': ({ adr }) =>
    `${adr} ist länger, als ein ADR sein sollte; deshalb wurde es nicht gelesen und bleibt, wie es ist. Bitte ändere den Status von Hand.`,
  'bound ADR not UTF-8': ({ adr }) =>
    `${adr} ist kein Text in UTF-8; deshalb bleibt es, wie es ist. Bitte ändere den Status von Hand.`,
  'bound ADR without status': ({ adr }) =>
    `${adr} ist zu lang, um es bis zum Ende zu lesen, und ein Status war nicht zu finden; deshalb bleibt es, wie es ist. Bitte ändere es von Hand.`,
  'bound ADR without room': ({ adr }) =>
    `In ${adr} habe ich keine Stelle für einen Link gefunden; deshalb bleibt es, wie es ist. Bitte ändere es von Hand.`,
  'bound ADR changed already': ({ adr, status, statusText }) =>
    `${adr} ist schon ${statuses[status] ?? status} (${quote(statusText)}); deshalb bleibt es, wie es ist.`,
  'index generated': ({ file }) =>
    `${quote(file)} schreibt ein Werkzeug; die Liste der ADRs darin bleibt deshalb ihm überlassen.`,
  'index unclear': ({ file }) =>
    `Wo ein neues ADR in ${quote(file)} stehen soll, ist nicht klar; deshalb bleibt die Datei, wie sie ist. Bitte trage das ADR von Hand ein.`,
  'index unclear in part': ({ file }) =>
    `${quote(file)} listet ADRs mehrmals auf, und nicht überall ist klar, wo ein neues stehen soll. Bitte trage das ADR dort ein, wo es fehlt.`,
  'index irregular': ({ file }) =>
    `Die neuesten Zeilen in ${quote(file)} sind anders, als ich sie schreiben würde; deshalb bleibt die Datei, wie sie ist. Bitte trage das ADR von Hand ein.`,
  'index gaps': ({ file, columns }) =>
    `${quote(file)} listet das ADR auf, aber unter ${list(columns.map(quote))} steht noch nichts. Bitte ergänze das.`,
  'agents file left': ({ file, why }) =>
    `${quote(file)} ${agentsTroubles[why]}; die Liste der Entscheidungen für Agenten bleibt deshalb, wie sie ist.`,
  'other format': ({ format }) =>
    `Die meisten ADRs dieses Repositorys sind in ${format}, das ich nicht schreibe; dieses ist deshalb in Markdown. Bitte wandle es um, wenn es wie die anderen sein soll.`,
  'told before': ({ text }) => text,
};

import type { DoubtTable, DoubtWords } from '@gavel/adr/doctor/warning-words.ts';
import { adrLanguages } from '@gavel/adr/language/adr-language.ts';
import type { StatedLink } from '@gavel/adr/read/warning.ts';
import type { FaultReason, SettingName } from '@gavel/adr/style/settings-file.ts';
import type { DoctorWords } from '../doctor-words.ts';
import { count, list, number, quote } from './grammar.ts';

function megabytes(bytes: number): string {
  return `${number(Math.round((bytes / 1024 ** 2) * 10) / 10)} MB`;
}

const faults: { readonly [Kind in FaultReason['kind']]: (reason: Extract<FaultReason, { kind: Kind }>) => string } = {
  'not YAML': () => 'ist kein gültiges YAML',
  'too long': ({ most }) => `hat mehr als ${number(most)} Zeichen und wird deshalb nicht gelesen`,
  'too deep': ({ most }) => `hat mehr als ${number(most)} Ebenen und wird deshalb nicht gelesen`,
  'too slow': () => 'lässt sich nicht schnell genug lesen',
};

/** What a setting takes. */
const allowed: Readonly<Record<SettingName, string>> = {
  template: '„madr“, oder nichts, wenn das Gelernte bleiben soll',
  bullet: '„*“, „-“ oder „+“',
  emphasis: '„*“ oder „_“',
  wrap: 'eine Zahl von Spalten zwischen 40 und 400, „sentences“ oder false',
  votes: '„section“ oder „commit“',
  language: `den Code einer Sprache: ${adrLanguages.join(', ')}`,
  names: 'true oder false',
  gap: 'true oder false',
  rules: 'true oder false',
  date: 'ein Beispiel wie „2024-12-27“ oder „27.12.2024“',
  zone: 'eine Zeitzone wie „Europe/Berlin“ oder „+02:00“',
  statuses: 'Wörter je Status, etwa „accepted: Angenommen“',
  heading: 'ein Muster wie „ADR-NNN: TITLE“ oder „TITLE“',
  file: 'ein Muster wie „NNNN-title.md“, „YYYYMMDD-title.md“, „storage/NNNN-title.md“ oder „NNNN-title/README.md“',
  subfolders: 'true, false oder eine Liste von Ordnern wie „[accepted, teams/*]“',
  index: 'true oder false',
  sections: 'eine Liste von Überschriften in ihrer Reihenfolge',
};

/** A setting that is left as it was learned, and why. */
function leave(why: string): DoubtWords {
  return { message: `.gavel.yml: ${why}`, advice: 'Es bleibt, wie es gelernt wurde.' };
}

/** What one ADR says of another, and what that one does not say. */
const oneWay: Readonly<Record<StatedLink, (file: string, target: string) => string>> = {
  supersedes: (file, target) => `${file} ersetzt ${target}, aber dort steht davon nichts.`,
  'superseded by': (file, target) => `${file} ist durch ${target} ersetzt, aber dort steht davon nichts.`,
  amends: (file, target) => `${file} ändert ${target}, aber dort steht davon nichts.`,
  'amended by': (file, target) => `${file} ist durch ${target} geändert, aber dort steht davon nichts.`,
};

const statusWords = ['draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn'];

const doubts: DoubtTable = {
  'empty file': () => ({
    message: 'Die Datei ist leer.',
    advice: 'Schreib die Entscheidung auf, oder lösch die Datei.',
  }),
  'file too long': ({ bytes, most }) => ({
    message: `Die Datei hat ${megabytes(bytes)} und wurde nicht gelesen; erlaubt sind ${megabytes(most)}.`,
    advice: 'Leg Bilder und Ähnliches in eigenen Dateien ab und verlinke sie.',
  }),
  'not UTF-8': () => ({
    message: 'Hier stehen Bytes, die kein UTF-8-Text sind.',
    advice: 'Speichere die Datei als UTF-8.',
  }),
  'control character': () => ({ message: 'Hier steht ein Steuerzeichen.', advice: 'Lösch es.' }),
  'byte order mark': () => ({
    message: 'Die Datei beginnt mit einem Byte Order Mark.',
    advice: 'Manche Programme übersehen dann den Titel; speichere sie ohne.',
  }),
  'open comment': () => ({
    message: 'Hier beginnt ein Kommentar, der nicht endet; alles danach ist unsichtbar.',
    advice: 'Beende ihn mit „-->“.',
  }),
  'not lossless': () => ({
    message: 'Diese Datei sähe neu geschrieben anders aus.',
    advice: 'Gavel ändert darin nur einzelne Zeilen. Bitte melde uns die Datei.',
  }),
  'name leads out': () => ({
    message: 'Der Name der Datei führt aus dem Ordner hinaus.',
    advice: 'Benenn sie um, ohne „..“.',
  }),
  'hidden characters in the name': () => ({
    message: 'Im Namen der Datei stehen unsichtbare Zeichen.',
    advice: 'Benenn sie um.',
  }),
  'name too long': ({ bytes, most }) => ({
    message: `Der Name der Datei hat ${number(bytes)} Bytes; erlaubt sind ${number(most)}.`,
    advice: 'Gib ihr einen kürzeren Namen.',
  }),
  'no title': () => ({
    message: 'Der Titel fehlt.',
    advice: 'Beginn mit einer Überschrift wie „# Welche Queue?“.',
  }),
  'second title': ({ heading }) => ({
    message: `Eine zweite Überschrift der Ebene 1: ${quote(heading)}.`,
    advice: 'Behalte einen Titel, und nimm ## für Abschnitte.',
  }),
  'no status': () => ({
    message: 'Es wurde kein Status gefunden.',
    advice: 'Ergänze ihn wie in den anderen Dateien; ohne ihn gilt das ADR manchen als angenommen.',
  }),
  'unknown status': ({ word }) => ({
    message: `Den Status ${quote(word)} gibt es nicht. Es gibt ${list(statusWords)}.`,
    advice: 'Nimm eines dieser Wörter; dahinter ist Platz für eigene Bemerkungen.',
  }),
  'status told twice': ({ first, firstLine, second }) => ({
    message: `Der Status steht zweimal da: ${quote(first)} in Zeile ${number(firstLine)}, ${quote(second)} hier.`,
    advice: 'Lass einen davon stehen.',
  }),
  'numbers differ': ({ inName, inHeading }) => ({
    message: `Die Datei hat die Nummer ${inName}, ihre Überschrift die Nummer ${inHeading}.`,
    advice: 'Berichtige eine davon.',
  }),
  'unreadable date': ({ text }) => ({
    message: `${quote(text)} ist nicht als Datum zu lesen.`,
    advice: 'Schreib es wie 2026-11-20.',
  }),
  'nested too deeply': ({ most, others }) => ({
    message:
      others === 0
        ? `Diese Zeile steht in mehr als ${number(most)} Zitaten oder Listen und gilt als einfacher Text.`
        : `Diese Zeile und ${number(others)} weitere stehen in mehr als ${number(most)} Zitaten oder Listen und gelten als einfacher Text.`,
    advice: 'Verschachtele sie weniger tief.',
  }),
  'too many marks': ({ others }) => ({
    message:
      others === 0
        ? 'Dieser Absatz hat zu viele Markdown-Zeichen wie „*“ oder „[“ und gilt als einfacher Text.'
        : `Dieser Absatz und ${others === 1 ? '1 weiterer' : `${number(others)} weitere`} haben zu viele Markdown-Zeichen wie „*“ oder „[“ und gelten als einfacher Text.`,
    advice: 'Teile ihn durch Leerzeilen, oder mach einen Codeblock daraus.',
  }),
  'text too long': ({ read, characters }) => ({
    message: `Nur die ersten ${number(read)} von ${number(characters)} Zeichen werden gelesen; der Rest ist zu viel.`,
    advice: 'Verschiebe Anhänge, lange Listen und lange Tabellen an eine andere Stelle.',
  }),
  'front matter not YAML': ({ said }) => ({
    message: `Das Front Matter ist kein gültiges YAML: ${said}.`,
    advice: 'Berichtige es dort; ein Wert mit „: “ oder „#“ braucht Anführungszeichen.',
  }),
  'front matter too long': ({ most }) => ({
    message: 'Das Front Matter ist zu lang und wird nicht gelesen.',
    advice: `Kürze es auf höchstens ${number(most)} Zeichen.`,
  }),
  'comments left out': ({ count: comments }) => ({
    message: comments === 1 ? 'Ein Kommentar wurde weggelassen.' : `${number(comments)} Kommentare wurden weggelassen.`,
    advice: 'Niemand könnte sie sehen; schreib als Text, was bleiben soll.',
  }),
  'metadata not understood': () => ({
    message: 'Nicht alle Metadaten waren zu verstehen.',
    advice: 'Einfache Einträge wie „Ticket: SHOP-12“ bleiben; schreib den Rest in einen Abschnitt.',
  }),
  'choice not listed': ({ title }) => ({
    message: `Der Entwurf entscheidet sich für ${quote(title)}, das nicht unter seinen Optionen steht.`,
    advice: 'Es wurde ergänzt; benenn es um, wie du magst.',
  }),
  'settings unusable': ({ reason }) => {
    const fault = faults[reason.kind] as (facts: FaultReason) => string;
    return {
      message: `.gavel.yml ${fault(reason)}.`,
      advice: 'Berichtige das dort; bis dahin gilt der gelernte Stil, und Abstimmungen laufen ohne diese Datei.',
    };
  },
  'unknown setting': ({ name, known }) =>
    leave(`Eine Einstellung ${quote(name)} gibt es nicht. Es gibt ${list(known)}.`),
  'unusable setting': ({ name }) => leave(`Möglich für ${quote(name)}: ${allowed[name]}.`),
  'style without names': () => leave('Unter „style“ steht jede Einstellung mit ihrem Namen in einer eigenen Zeile.'),
  'setting beside style': ({ name }) => leave(`${quote(name)} gehört unter „style:“.`),
  'duplicate number': ({ number: taken, files, count: all, newNumber, newFile }) => ({
    message: `Die Nummer ${taken} ist ${all === 2 ? 'doppelt' : `${number(all)}-mal`} vergeben: ${files.join(', ')}${all > files.length ? ` und ${number(all - files.length)} weitere` : ''}.`,
    advice: `Gib diesem ADR die Nummer ${newNumber}: ${newFile}.`,
  }),
  gap: ({ before, after }) => ({
    message:
      after - before === 2
        ? `Zwischen ${before} und ${after} fehlt die Nummer ${before + 1}.`
        : `Zwischen ${before} und ${after} fehlen die Nummern ${before + 1} bis ${after - 1}.`,
    advice: 'Wenn die ADRs absichtlich gelöscht wurden, ist nichts zu tun.',
  }),
  'other format': ({ format, count: all, files }) => ({
    message: `${count(all, 'ADR', 'ADRs')} in ${format}, das Gavel nicht liest: ${files.join(', ')}${all > files.length ? ` und ${number(all - files.length)} weitere` : ''}.`,
    advice: 'Wandle sie in Markdown um; bis dahin zählen nur ihre Nummern.',
  }),
  'broken link': ({ url }) => ({
    message: `Der Link auf ${url} führt ins Leere.`,
    advice: 'Berichtige den Pfad, oder nimm den Link heraus.',
  }),
  'governs everything': ({ pattern }) => ({
    message: `${quote(pattern)} betrifft jede Datei des Repositorys.`,
    advice: 'Wer eine Datei ändert, erfährt von so einer Entscheidung nichts. Nenne die Ordner, um die es geht.',
  }),
  'governs nothing': ({ pattern }) => ({
    message: `${quote(pattern)} betrifft keine Datei des Repositorys.`,
    advice: 'Berichtige das Muster, falls die Dateien umgezogen sind. Muster beginnen an der Wurzel des Repositorys.',
  }),
  'superseded without a link': () => ({
    message: 'Dieses ADR ist ersetzt, aber nirgends steht, wodurch.',
    advice: 'Verlinke das ADR, das an seine Stelle getreten ist.',
  }),
  'one-way link': ({ file, kind, target }) => ({
    message: oneWay[kind](file, target),
    advice: 'Ergänze dort den Link zurück.',
  }),
  'circle of supersedes': ({ files }) => ({
    message: `Diese ADRs ersetzen einander im Kreis: ${[...files, ...files.slice(0, 1)].join(' → ')}.`,
    advice: 'Nimm den Link heraus, der falsch ist.',
  }),
};

function heading(name: string): (lines: number) => string {
  return (lines) => (lines === 1 ? name : `${name} (${number(lines)})`);
}

/** How many places with a link are named. */
const placesTold = 8;

/** `/adr doctor` in German. */
export const doctor: DoctorWords = {
  title: 'Zustand der ADRs',
  reading: (files) => `Ich lese ${number(files)} Dateien. Das kann eine Minute dauern; das Ergebnis erscheint hier.`,
  summary: ({ adrs, lost, errors }) =>
    `${count(adrs, 'ADR', 'ADRs')}, ${lost === 0 ? 'alle' : `${number(adrs - lost)} davon`} verlustfrei lesbar, ${count(errors, 'Fehler', 'Fehler')}.`,
  parts: { errors: heading('Fehler'), numbers: heading('Vorschläge für Nummern'), warnings: heading('Warnungen') },
  nothingToMend: 'Es gibt nichts zu verbessern.',
  doubts,
  atLine: (line, doubt) => `Zeile ${line}: ${doubt}`,
  renumbering: ({ file, number: newNumber, newFile, isInHeading, links }) => {
    const places = links.map((link) => `${link.file} Zeile ${link.line}`);
    const changes = [
      ...(isInHeading ? ['die Nummer in der Überschrift'] : []),
      ...(places.length > 0
        ? [`${places.length === 1 ? 'der Link' : 'die Links'} in ${list(places, placesTold)}`]
        : []),
    ];
    const then = changes.length > 0 ? `Mit zu ändern: ${changes.join(' und ')}.` : 'Es führt kein Link darauf.';
    return `${file} → Nummer ${newNumber}: ${newFile}. ${then}`;
  },
};

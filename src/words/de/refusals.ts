import type {
  AllowedValue,
  BondVerb,
  HeadingOwner,
  IndexGap,
  LongPart,
  ManagedAct,
  MissingPart,
  OverrideAct,
  PatternFault,
  Refusal,
  UnfitReceiver,
} from '../../decision/failure/refusal.ts';
import { splitGaps } from '../gaps.ts';
import { type RefusalWords, wordTrouble } from '../language.ts';
import { card } from './card.ts';
import { choice, count, day, list, number, plural, quote, writeDay } from './grammar.ts';
import { list as listWords } from './list.ts';
import { repository } from './repository.ts';
import { rules } from './rules.ts';
import { troubles } from './troubles.ts';
import { usages } from './usages.ts';

const missing: Readonly<Record<MissingPart, string>> = {
  title: 'Bitte gib der Entscheidung einen Titel: die Frage in wenigen Worten.',
  context: 'Bitte schreib in ein, zwei Sätzen, was das Problem ist.',
  'option name': 'Bitte gib dieser Option einen Namen.',
  heading: 'Bitte gib diesem Abschnitt eine Überschrift.',
  'rule name': 'Bitte gib dieser Regel einen Namen.',
  reason: 'Bitte begründe das in einem Satz.',
  justification: 'Bitte begründe das für alle, die es in zwei Jahren lesen.',
  'reason for less time': 'Bitte begründe das für alle, die mit mehr Zeit gerechnet haben.',
  'what has changed': 'Bitte schreib, was sich geändert hat.',
  'reason to override': 'Bitte begründe, warum die Entscheidung trotzdem weitergeht.',
  deadline: 'Bitte gib an, wann die Abstimmung endet.',
  'end of the hold': 'Bitte gib an, bis wann du Bedenkzeit brauchst.',
  option: 'Bitte gib an, um welche Option es geht.',
  'chosen option': 'Bitte gib an, welche Option gewählt ist, oder lehn die Entscheidung ab.',
  objection: 'Bitte gib an, um welchen Einwand es geht.',
  score: 'Bitte gib mindestens einer Option Punkte. Bist du für keine, gib 0.',
  draft: 'Bitte füg einen Entwurf ein, oder wähl eine Datei.',
  channel: 'Bitte wähl den Kanal, der entscheidet.',
};

const longParts: Readonly<Record<LongPart, string>> = {
  title: 'Dieser Titel',
  context: 'Der Kontext',
  driver: 'Eine dieser Zeilen',
  'option name': 'Dieser Name',
  'option description': 'Diese Beschreibung',
  reason: 'Diese Begründung',
  consequence: 'Eine der Folgen',
  heading: 'Diese Überschrift',
  section: 'Dieser Abschnitt',
  'rule name': 'Dieser Name',
  tag: 'Eins dieser Schlagwörter',
  pattern: 'Eins dieser Muster',
  condition: 'Diese Bedingung',
  note: 'Diese Notiz',
};

const manyParts: Readonly<Record<Extract<Refusal, { code: 'too many' }>['what'], string>> = {
  drivers: 'Entscheidungskriterien',
  options: 'Optionen',
  sections: 'Abschnitte',
  consequences: 'Folgen',
  tags: 'Schlagwörter',
  patterns: 'Muster',
};

const patternFaults: Readonly<Record<PatternFault, string>> = {
  'not a path of git': 'Ein Muster beginnt im Wurzelverzeichnis des Repositorys, mit „/“ zwischen den Ordnern',
  'leads outside': 'Ein Muster beginnt im Wurzelverzeichnis des Repositorys und kann nicht mit „..“ hinausführen',
  'says what not': 'Ein Muster sagt, welche Pfade die Entscheidung betrifft, und nicht, welche nicht',
  'open bracket': 'Zu einer Klammer fehlt die andere',
};

const headingOwners: Readonly<Record<HeadingOwner, string>> = {
  status: 'den Status, der sich aus der Abstimmung ergibt',
  date: 'das Datum, das sich aus der Abstimmung ergibt',
  people: 'die Beteiligten, die sich aus der Abstimmung ergeben',
  context: 'den Kontext, für den es ein eigenes Feld gibt',
  drivers: 'die Entscheidungskriterien, für die es ein eigenes Feld gibt',
  options: 'die Optionen, für die es eigene Felder gibt',
};

/** What one person has added, and what to do instead. */
const ownShares: {
  readonly [What in Extract<Refusal, { code: 'own share used' }>['what']]: (count: number) => string;
} = {
  options: (own) =>
    `Du hast schon ${count(own, 'Option', 'Optionen')} ergänzt; mehr gehen pro Person nicht. Bitte schlag diese im Thread vor.`,
  reasons: (own) =>
    `Du hast hier schon ${count(own, 'Argument', 'Argumente')} genannt; mehr gehen pro Person nicht. Bitte mach im Thread weiter.`,
  objections: (own) =>
    `Du hast zu dieser Entscheidung schon ${count(own, 'Einwand', 'Einwände')} erhoben; mehr gehen pro Person nicht. Bitte mach im Thread weiter.`,
  'standing objections': (own) =>
    `Von dir ${own === 1 ? 'steht' : 'stehen'} noch ${count(own, 'Einwand', 'Einwände')}; mehr gehen pro Person nicht. Bitte räum erst einen aus, oder mach im Thread weiter.`,
};

/** What only some may do, to go before “darf nur” and “dürfen nur”. */
const acts: Readonly<Record<ManagedAct, string>> = {
  'open voting': 'Die Abstimmung öffnen',
  'open voting again': 'Die Abstimmung neu öffnen',
  'move the deadline': 'Die Frist verschieben',
  'make the deadline earlier': 'Die Frist vorziehen',
  'take out who is away': 'Abwesende herausnehmen',
  edit: 'Das bearbeiten',
  'leave it open': 'Das offen lassen',
  'look again': 'Sagen, ob das noch richtig ist,',
  'override an objection': 'Den Einwand einer anderen Person übergehen',
  'record the outcome': 'Das Ergebnis festhalten',
  withdraw: 'Den Vorschlag zurückziehen',
  publish: 'Das veröffentlichen lassen',
};

const overrides: Readonly<Record<OverrideAct, string>> = {
  'decide in place of the vote': 'Anstelle der Abstimmung oder vor ihrem Ende entscheiden',
  'override an objection': 'Den Einwand einer anderen Person übergehen',
  'make the deadline earlier': 'Die Frist vorziehen',
  'end the vote': 'Die Abstimmung vor ihrer Frist beenden',
  'confirm the outcome': 'Ein Ergebnis bestätigen',
};

const managers = {
  'proposer and deciders': 'vorgeschlagen hat, abstimmen darf, den Kanal angelegt hat oder Admin ist',
  proposer: 'vorgeschlagen hat, den Kanal angelegt hat oder Admin ist',
} as const;

const notInChannel = {
  propose:
    'Du bist nicht mehr in diesem Kanal; deshalb lässt sich die Entscheidung dort nicht vorschlagen. Dein Entwurf bleibt erhalten.',
  import: 'Du bist nicht mehr in diesem Kanal; deshalb kann ich hier nicht zeigen, wie weit ich bin.',
  digest: 'Du bist nicht in diesem Kanal; deshalb kann ich dir seine Zusammenfassung nicht zeigen.',
} as const;

/** What can be done with an ADR, at the end of a sentence with “zu” and behind an object. */
const verbs: Readonly<Record<BondVerb, { readonly infinitive: string; readonly object: string }>> = {
  supersede: { infinitive: 'zu ersetzen', object: 'ersetzen' },
  amend: { infinitive: 'zu ändern', object: 'ändern' },
  deprecate: { infinitive: 'für veraltet zu erklären', object: 'für veraltet erklären' },
};

function wordGap(gap: IndexGap): string {
  const called = gap.repository === undefined ? '' : ` ${quote(gap.repository)}`;
  const name = gap.repository === undefined ? '' : ` ${gap.repository}`;
  switch (gap.kind) {
    case 'away':
      return wordTrouble({ troubles }, gap.trouble);
    case 'being read':
      return `Das Repository${called} wird noch gelesen; es kann also mehr geben.`;
    case 'stopped':
      return `Das Lesen des Repositorys${called} wurde angehalten; es kann also mehr geben. „/adr import${name}“ macht damit weiter.`;
  }
}

function wordGaps(gaps: readonly IndexGap[]): string[] {
  const { told, others } = splitGaps(gaps);
  return [...told.map(wordGap), ...(others.length > 0 ? [repository.othersToo(others)] : [])];
}

/** How many names a sentence lists before it counts the others. */
const namesListed = { people: 4, files: 5 };

/** The length at which typed text is cut. */
const longestQuote = { value: 60, fileName: 80 };

/** A value as the reader will find it in their settings. */
function quoteValue(value: unknown): string {
  const text = typeof value === 'string' ? quote(value) : (JSON.stringify(value) ?? 'nichts');
  return text.length > longestQuote.value ? `${text.slice(0, longestQuote.value - 1).toWellFormed()}…` : text;
}

function wordAllowed(allowed: AllowedValue): string {
  switch (allowed.kind) {
    case 'one of':
      return choice(allowed.words.map(quote));
    case 'list of':
      return `eine Liste aus ${choice(allowed.words.map(quote))}`;
    case 'whole number':
      return `eine ganze Zahl von ${number(allowed.least)} bis ${number(allowed.most)}`;
    case 'true or false':
      return 'true oder false';
    case 'quorum':
      return '„none“, eine Anzahl von Personen, ein Anteil wie „1/2“, „2/3“ oder „60%“, oder „all“';
    case 'threshold':
      return '„most votes“, oder „at least“ oder „more than“ mit einem Anteil der Stimmen, die „eligible“, „cast“ oder „decisive“ sind, etwa „more than 1/2 of decisive“';
    case 'length of time':
      return 'eine Dauer bis zu einem Jahr, etwa „0 minutes“, „90 minutes“, „2 hours“ oder „3 days“';
    case 'months':
      return 'Monate oder Jahre, bis zu 20 Jahren, etwa „18 months“ oder „2 years“';
  }
}

function sizeOf(bytes: number): string {
  return bytes >= 1_000_000
    ? `${number(Math.ceil(bytes / 100_000) / 10)} MB`
    : `${number(Math.ceil(bytes / 1_000))} kB`;
}

/** The sentences about an open proposal for an ADR: what comes before its name, and what comes after. */
export function aroundOpenProposal(adr: string): readonly [before: string, after: string] {
  const before = `Zu ${adr} gibt es schon einen offenen Vorschlag: `;
  return [before, '. Diskutiere und stimm dort ab, oder warte, bis er entschieden oder zurückgezogen ist.'];
}

/** Why somebody can't vote for another. */
const unfit: Readonly<Record<UnfitReceiver, string>> = {
  yourself: 'Dich selbst kannst du nicht vertreten.',
  'no decider': 'Diese Person darf hier nicht abstimmen.',
  gone: 'Diese Person kann nicht mehr abstimmen.',
  away: 'Diese Person ist bis nach dem Ende der Abstimmung abwesend.',
  'taken out': 'Diese Person ist abwesend und wurde aus der Zählung genommen.',
  'handed over': 'Diese Person hat die eigene Stimme übertragen.',
};

/** What is said to people in German when Gavel doesn't do what they ask. */
export const refusals: RefusalWords = {
  // What was typed
  missing: ({ what }) => missing[what],
  'section without text': ({ heading }) =>
    `Bitte schreib etwas unter ${quote(heading)}, oder lösch auch die Überschrift.`,
  'too long': ({ what, length, characters, most }) => {
    const note = characters < length ? ' (ein Emoji zählt mehrfach)' : '';
    return `${longParts[what]} hat ${number(length)} Zeichen${note}; höchstens ${number(most)} sind möglich. Bitte kürz den Text.`;
  },
  'too many': ({ what, count: there, most }) =>
    `Höchstens ${number(most)} ${manyParts[what]} sind möglich; hier sind es ${number(there)}.`,
  'heading taken': ({ heading, by }) =>
    `${quote(heading)} bezeichnet ${headingOwners[by]}. Bitte gib diesem Abschnitt eine andere Überschrift.`,

  // Tags, affected paths, and when to look again
  'unusable tag': ({ tag, strange }) => {
    const why =
      strange.length === 0
        ? 'braucht einen Buchstaben oder eine Ziffer'
        : `kann ${list(strange.map(quote))} nicht enthalten`;
    return `Ein Schlagwort ${why}, wie hier: ${quote(tag)}. Schlagwörter sind Wörter mit Kommas dazwischen: „storage, event-sourcing, c++“.`;
  },
  'unusable pattern': ({ pattern, fault }) =>
    `${quote(pattern)} geht nicht. ${patternFaults[fault]}. Ein Beispiel: „src/store/**“.`,
  'not a day': ({ typed }) => `${quote(typed)} ist kein Tag im Kalender. Bitte wähl einen, zum Beispiel „2027-11-30“.`,
  'day has passed': () => 'Bitte wähl einen Tag, der noch kommt.',
  'day too far away': ({ years }) =>
    `Das ist in mehr als ${count(years, 'Jahr', 'Jahren')}. Bitte wähl einen früheren Tag.`,
  'looked again already': ({ by, next }) =>
    `${by ?? 'Jemand'} war schneller: Sie ist noch richtig${next === undefined ? '' : `, nächste Wiedervorlage am ${day(next)}`}. Es ist nichts mehr zu tun.`,
  'nothing to look at again': () =>
    'Inzwischen ist etwas anderes an ihre Stelle getreten, oder sie wurde zurückgenommen. Es gibt nichts mehr zu prüfen.',
  'ADR absent': () =>
    'Ihr ADR ist nicht im Repository oder noch nicht, deshalb kann kein Vorschlag es ändern. Versuch es wieder, sobald er dort ist.',

  // Options and what people add
  'too few options': ({ least }) =>
    `Eine Entscheidung braucht mindestens ${count(least, 'Option', 'Optionen')}; „alles lassen, wie es ist“ kann eine davon sein.`,
  'options full': ({ most }) =>
    `Diese Entscheidung hat schon ${count(most, 'Option', 'Optionen')}; mehr sind nicht möglich.`,
  'option name taken': ({ name, position }) => {
    const twin =
      position === undefined
        ? `Eine Option ${quote(name)} gibt es schon.`
        : `Option ${position + 1} heißt schon ${quote(name)}.`;
    return `${twin} Bitte gib dieser einen anderen Namen.`;
  },
  'own share used': ({ what, count: own }) => ownShares[what](own),
  'option withdrawn': ({ name }) => `${quote(name)} ist inzwischen zurückgezogen und deshalb keine Option mehr.`,
  'reason withdrawn': () => 'Dieses Argument ist inzwischen zurückgezogen.',
  'reason given already': () => 'Dieses Argument gibt es schon, Wort für Wort.',
  'too late to correct': () =>
    'Die Abstimmung ist beendet, deshalb bleibt stehen, worüber abgestimmt wurde. Wenn alle neu abstimmen, lässt es sich ändern, bis auch diese Abstimmung endet.',
  'too few options left': ({ least }) =>
    `Eine Entscheidung braucht mindestens ${count(least, 'Option', 'Optionen')}. Ergänz zuerst eine andere, oder zieh die ganze Entscheidung zurück.`,
  'silence counts for the option': () =>
    'Nach dieser Regel zählen alle, die nicht abstimmen, für diese Option. Solange die Abstimmung offen ist, lässt sie sich deshalb nicht zurückziehen; du kannst nur die ganze Entscheidung zurückziehen.',
  'option deprecates the ADR': () =>
    'Diese Option erklärt das ADR für veraltet, deshalb lässt sie sich nicht zurückziehen. Zieh stattdessen die ganze Entscheidung zurück.',
  'nothing to correct': () =>
    'Hier gibt es nichts von dir, was du ändern könntest. Optionen und Argumente ändern oder zurückziehen kann, wer sie ergänzt oder die Entscheidung vorgeschlagen hat.',
  'not yours to correct': ({ what, names }) => {
    const [thing, it] = what === 'option' ? ['Diese Option', 'sie'] : ['Dieses Argument', 'es'];
    return names.length > 0
      ? `${thing} ${plural(names.length, 'kann', 'können')} nur ${list(names, namesListed.people)} ändern oder zurückziehen.`
      : `${thing} ändern oder zurückziehen kann nur, wer ${it} ergänzt oder die Entscheidung vorgeschlagen hat.`;
  },

  // Drafts and files
  'nothing in the draft': () =>
    'Darin habe ich nichts gefunden, was ich verwenden kann. Ein Entwurf beginnt mit einer Überschrift, etwa „# Welche Queue?“.',
  'drafted reason too long': ({ beginning, length, most }) =>
    `Ein Argument im Entwurf hat ${number(length)} Zeichen (${quote(`${beginning}…`)}); höchstens ${number(most)} sind möglich. Bitte kürz es im Entwurf, und füg ihn noch einmal ein.`,
  'too many drafted reasons': ({ count: there, most }) =>
    `Der Entwurf nennt ${count(there, 'Argument', 'Argumente')}; höchstens ${number(most)} sind möglich. Bitte lass einige weg, und füg ihn noch einmal ein.`,
  'draft and file': () => 'Bitte wähl eins von beiden: den Text oben oder eine Datei.',
  'other kind of file': () => 'Das ist eine andere Art von Datei. Ein Entwurf hat die Endung .md, .markdown oder .txt.',
  'file too large': ({ bytes, most }) => `Diese Datei hat ${sizeOf(bytes)}; höchstens ${sizeOf(most)} sind möglich.`,
  'file empty': () => 'Diese Datei ist leer.',
  'file not text': () =>
    'Diese Datei ist kein Text in UTF-8; deshalb kann ich sie nicht lesen. Bitte speichere sie als UTF-8-Text, oder füg den Entwurf oben ein.',
  'file not readable here': () =>
    'Ich darf hier keine Dateien lesen. Bitte füg den Entwurf oben ein; wer Gavel betreibt, kann ihm den Scope files:read geben.',
  'file not handed over': () =>
    'Slack hat mir die Datei nicht gegeben. Bitte versuch es noch einmal, oder füg den Entwurf oben ein.',

  // Deadlines
  'time has passed': () => 'Dieser Zeitpunkt ist vorbei. Bitte wähl einen, der noch kommt.',
  'more than a year away': () => 'Das ist in mehr als einem Jahr. Bitte wähl einen früheren Zeitpunkt.',
  'hold too long': ({ mostDays }) =>
    `Mehr als ${count(mostDays, 'Tag', 'Tage')} gehen nicht. Bitte wähl einen früheren Zeitpunkt.`,
  'open too briefly': ({ leastMinutes, isOpen }) => {
    const since = isOpen ? ', vom Öffnen an gerechnet' : '';
    return `Nach ihrer Regel bleibt diese Abstimmung mindestens ${rules.duration(leastMinutes)} offen${since}. Bitte wähl einen späteren Zeitpunkt.`;
  },
  'final comments too brief': ({ leastMinutes }) =>
    `Nach der Regel dieser Abstimmung bleiben für letzte Anmerkungen mindestens ${rules.duration(leastMinutes)}. Bitte wähl einen späteren Zeitpunkt.`,
  'hold lasts longer': () =>
    'Jemand braucht zum Abstimmen länger Bedenkzeit. Bitte wähl einen späteren Zeitpunkt, oder übergeh zuerst die Bedenkzeit.',
  'shortened too often': ({ times }) =>
    `Die Frist dieser Abstimmung wurde schon ${number(times)}-mal vorgezogen. Bitte lass sie, wie sie ist, oder halt das Ergebnis fest.`,
  'deadline moved meanwhile': () =>
    'Die Frist wurde inzwischen verschoben. Bitte schließ das hier, und sieh sie dir noch einmal an.',

  // Voting
  'voting not open yet': () => 'Die Abstimmung ist noch nicht offen.',
  'voting open already': () => 'Die Abstimmung ist schon offen; nichts wurde geändert.',
  'voting never open': () => 'Die Abstimmung war noch nie offen; bitte öffne sie.',
  'voting still open': () =>
    'Die Abstimmung ist noch offen. Verschieb die Frist, oder lass diese Runde erst zu Ende gehen.',
  'voting closed before': () => 'Die Abstimmung ist beendet. Wenn du die Frist verschiebst, läuft sie weiter.',
  'voting over': () => 'Die Abstimmung ist beendet; nichts wurde geändert.',
  'round over': () =>
    `Seit du das geöffnet hast, hat eine neue Runde begonnen. Bitte schließ es, und drück ${quote(card.buttons.giveScores)} auf der neuen Karte.`,
  'votes by reaction': () => 'Hier stimmt man ab, indem man auf die Karte mit dem Emoji einer Option reagiert.',
  'no abstaining': () => 'Nach dieser Regel gibt es keine Enthaltung. Du kannst deine Stimme zurücknehmen.',
  'nobody can vote': ({ areNamed }) =>
    areNamed
      ? 'Davon kann niemand abstimmen: Bots und geschlossene Konten dürfen es nie. Bitte nenn jemanden.'
      : 'Davon kann niemand abstimmen: Bots und geschlossene Konten dürfen es nie, Gäste und Personen aus anderen Organisationen nur, wenn sie namentlich genannt sind. Bitte nenn jemanden.',
  'several deciders': ({ count: could }) =>
    `Nach der Regel entscheidet eine Person, und ${number(could)} kämen infrage. Bitte nenn eine davon.`,
  'no single decider': ({ chosen }) => {
    const remedy =
      chosen === 'deciders' ? 'Bitte nenn eine einzige Person und keine Gruppe.' : 'Bitte wähl eine andere Regel.';
    return `Nach dieser Regel entscheidet eine Person, die genannt sein muss. ${remedy}`;
  },
  'not away': () => 'Jemand davon ist wieder da oder hat abgestimmt. Bitte öffne dieses Formular noch einmal.',
  'nobody left': () => 'Jemand muss übrig bleiben, der abstimmen kann. Bitte lass mindestens eine Person drin.',
  'no handing over': () => 'Nach der Regel dieser Abstimmung überträgt niemand seine Stimme. Bitte stimm selbst ab.',
  'no vote to hand over': () => 'Eine Stimme übertragen kann nur, wer hier abstimmen darf.',
  'voted already': () =>
    'Du hast abgestimmt, und deine eigene Stimme zählt. Nimm sie erst zurück, wenn dich jemand vertreten soll.',
  'unfit to vote for you': ({ why }) => `${unfit[why]} Bitte wähl jemand anderen, oder stimm selbst ab.`,
  'nobody to hand over to': () =>
    'Niemand kann dich vertreten: Alle anderen sind weg oder abwesend oder haben die eigene Stimme übertragen. Bitte stimm selbst ab.',
  'group gone': ({ handle, wasOpen }) => {
    const remedy = wasOpen
      ? 'schlag das noch einmal vor und bestimm anders, wer abstimmen darf'
      : `bestimm anders, wer abstimmen darf, mit ${quote(card.buttons.edit)} auf der Karte`;
    return `Die Gruppe @${handle} gibt es nicht mehr. Bitte ${remedy}.`;
  },

  // Objections
  'objections stand': ({ names, count: standing }) => {
    const of = list(
      names.map((name) => name ?? 'jemand von früher'),
      namesListed.people,
    );
    return standing === 1
      ? `Ein Einwand steht noch (${of}), und nach der Regel wird dagegen nichts angenommen. Räum ihn aus oder übergeh ihn zuerst, mit ${quote(card.buttons.settleObjection)} auf der Karte.`
      : `Einwände stehen noch (${of}), und nach der Regel wird dagegen nichts angenommen. Räum sie aus oder übergeh sie zuerst, mit ${quote(card.buttons.settleObjection)} auf der Karte.`;
  },
  'objections not asked for': () =>
    'Die Regel sieht keine Einwände vor. Bitte ergänz ein Contra, oder mach im Thread weiter.',
  'objection settled already': () => 'Dieser Einwand steht nicht mehr; nichts wurde geändert.',
  'no objection stands': () => 'Gegen diese Entscheidung steht kein Einwand mehr.',

  // Outcomes and edits
  'decided already': ({ status }) =>
    `Diese Entscheidung ist schon ${listWords.statuses[status]}; nichts wurde geändert.`,
  'nothing to publish': ({ status }) =>
    `Diese Entscheidung ist ${listWords.statuses[status]}; deshalb gibt es nichts zu veröffentlichen.`,
  'review not closed': ({ isNote }) =>
    `Hier gibt es nichts mehr zu wählen: Das Review ist wieder offen oder gemergt, oder jemand hat schon gesagt, wie es weitergeht.${isNote ? '' : ' Die Karte zeigt den Stand.'}`,
  'own outcome': () =>
    'Dieses Ergebnis hast du selbst festgehalten; bestätigen muss es jemand anderes. Mit „Ablehnen“ nimmst du es zurück.',
  'outcome not awaited': () => 'Dieses Ergebnis wartet auf niemanden mehr; nichts wurde geändert.',
  'vote changed meanwhile': () =>
    'Die Abstimmung oder die Frage hat sich geändert, seit dieses Ergebnis festgehalten wurde. Deshalb ist es nicht bestätigt und wartet nicht mehr. Wenn es noch gilt, kann es noch einmal festgehalten werden.',
  'edited meanwhile': () =>
    'Während du daran gearbeitet hast, hat jemand anders eine Änderung gespeichert. Bitte kopier deinen Text, schließ das hier, und bearbeite es noch einmal.',
  'voting opened meanwhile': () =>
    'Während du daran gearbeitet hast, wurde die Abstimmung geöffnet: Optionen und Abschnitte bleiben, wie sie sind, ebenso, wer abstimmen darf. Bitte kopier deinen Text, schließ das hier, und bearbeite es noch einmal.',

  // Rules
  'unusable part of a rule': ({ part, value, allowed }) =>
    `${quoteValue(value)} passt nicht zu ${quote(part)} in einer Regel. Möglich: ${wordAllowed(allowed)}.`,
  'unknown rule': ({ value, known }) =>
    `Eine Regel ${quoteValue(value)} kenne ich nicht. Möglich: ${choice(known.map(quote))}.`,
  'unknown part of a rule': ({ part, known }) =>
    `Eine Regel hat keinen Teil ${quoteValue(part)}. Sie hat ${list(known)}.`,
  'threshold counts abstentions': () =>
    'Eine Schwelle „of cast“ zählt auch Enthaltungen; dazu passt „quorum only“ nicht. Bitte nimm „of decisive“, oder setz „abstain“ auf „against“.',
  'more in favor than deciders': () =>
    'Eine einzelne Person hat eine Stimme: „least in favour“ kann nicht über 1 liegen, wenn „deciders“ auf „one“ steht.',
  'no second person': () =>
    'Über diese Regel könnte sich nur eine Person hinwegsetzen; dann wäre niemand da, der es bestätigt. Bitte nimm weitere Personen in „override“ auf, oder setz „second person“ auf false.',
  'handover with one decider': () =>
    'Wenn nur eine Person entscheidet, kann sie ihre Stimme niemandem übertragen: Bitte setz „handover“ auf false oder „deciders“ auf „any number“.',
  'no such repository': ({ name, names }) => `Dieser Kanal hat kein Repository ${quote(name)}. Er hat ${list(names)}.`,
  'chosen repository gone': () => 'Dieser Kanal hat dieses Repository nicht mehr. Bitte wähl ein anderes.',
  'ADR elsewhere': ({ adr }) =>
    `Die Entscheidungen dieses Kanals kommen nicht in das Repository, in dem ${adr} steht. Bitte wähl einen anderen Kanal.`,
  'draft over': () => 'Dieser Entwurf wurde schon vorgeschlagen oder verworfen. „/adr propose“ beginnt einen neuen.',
  'thread closed': () =>
    'Diesen Thread kann ich nicht lesen: Ich muss in seinem Kanal sein und dort Nachrichten lesen dürfen.',
  'thread gone': () => 'Diesen Thread gibt es nicht mehr. Was du daraus übernommen hast, steht im Formular.',
  'chosen rule gone': () => 'Diese Regel wurde inzwischen entfernt. Bitte wähl eine andere.',
  'own rule gone': () => 'Diese Regel wurde inzwischen entfernt.',
  'rule name taken': ({ name }) => `Eine Regel ${quote(name)} gibt es schon. Bitte gib dieser einen anderen Namen.`,
  'rules full': ({ most }) =>
    `Mehr als ${count(most, 'Regel', 'Regeln')} sind nicht möglich. Bitte entfern zuerst eine.`,

  // Who may do what
  'decision not found': () => 'Diese Entscheidung finde ich nicht, oder sie ist in einem Kanal, in dem du nicht bist.',
  'other workspace': () => 'Ich arbeite für einen anderen Workspace; deshalb ist nichts geschehen.',
  'people of the workspace only': () => 'Darum können mich nur Personen aus diesem Workspace bitten.',
  'no tools': () =>
    'Editoren und Agenten können bei mir noch keine Entscheidungen lesen: Wer mich betreibt, schaltet das mit MCP_URL ein.',
  'tools of members only': () =>
    'Nur Mitglieder dieses Workspace, keine Gäste, können ihre Editoren und Agenten hier lesen lassen.',
  'channel not seen': ({ name }) =>
    `Einen Kanal ${quote(name)}, in dem sowohl diese Person als auch ich sind, gibt es nicht. Lass den Kanal weg: Er lässt sich im Formular wählen.`,
  'forms prepared already': ({ most }) =>
    `Auf diese Person warten schon ${count(most, 'Formular', 'Formulare')} von Editoren oder Agenten, mehr gehen nicht. Erst muss sie in Slack eines davon vorschlagen oder verwerfen.`,
  'members only': () =>
    'Das Lesen des Repositorys können nur Mitglieder dieses Workspaces starten und anhalten, Gäste nicht.',
  'not a manager': ({ act, managers: circle, names }) => {
    const ask =
      names.length === 0
        ? 'Frag, wer den Kanal angelegt hat, oder Admins.'
        : `Frag zum Beispiel ${list(names, namesListed.people)}.`;
    return `${acts[act]} darf nur, wer ${managers[circle]}. ${ask}`;
  },
  'not an overrider': ({ act, overriders, names }) => {
    if (overriders.length === 0)
      return `${overrides[act]} darf nach der Regel dieser Entscheidung niemand: Die Abstimmung entscheidet.`;
    const ask = names.length === 0 ? '' : ` Frag zum Beispiel ${list(names, namesListed.people)}.`;
    return `${overrides[act]} darf nach der Regel dieser Entscheidung nur, wer ${rules.nameOverriders(overriders)}.${ask}`;
  },
  'not invited': ({ channel }) =>
    `Ich bin noch nicht in #${channel}. Tipp dort „/invite @Gavel“, und versuch es noch einmal.`,
  'direct message': () =>
    'Das ist eine Direktnachricht. Bitte tipp das in dem Kanal, um den es geht. Ich muss auch dort sein: „/invite @Gavel“ holt mich dazu.',
  'cannot post here': () =>
    'Das ist ein privater Kanal oder eine Gruppennachricht, in der ich nicht bin; hier kann ich nichts posten. Tipp in einem Kanal „/invite @Gavel“, und versuch es noch einmal.',
  'not in the channel': ({ wanted }) => notInChannel[wanted],
  'members of the channel only': ({ what }) =>
    what === 'revisit'
      ? 'Ob das noch richtig ist, können nur Personen sagen, die in dem Kanal sind, in dem ich gefragt habe, und keine Gäste.'
      : `${what === 'settings' ? 'Die Einstellungen dieses Kanals' : 'Die Zusammenfassung dieses Kanals'} können nur Personen ändern, die in ihm und keine Gäste sind.`,

  // ADRs in git, and decisions by their names
  'no such ADR': ({ reference, gaps }) => {
    const because = wordGaps(gaps);
    if ('number' in reference)
      return [
        `Ein ADR mit der Nummer ${reference.number} gibt es nicht.`,
        ...because,
        '„/adr list“ zeigt, welche es gibt.',
      ].join(' ');
    const name = reference.fileName.slice(0, longestQuote.fileName).toWellFormed();
    return [
      `Ein ADR ${quote(name)} gibt es nicht. Gemeint ist eins mit seiner Nummer oder dem Namen seiner Datei.`,
      ...because,
      `„/adr list ${name}“ sucht danach.`,
    ].join(' ');
  },
  'ADR gone': () => 'Dieses ADR ist nicht mehr im Repository.',
  'ADR unnamed': ({ command }) =>
    `Bitte sag, welches: „/adr ${command} 7“, oder mit dem Namen einer Datei. „/adr list“ zeigt, welche es gibt.`,
  'decision not named': () => 'Bitte sag, welche: „/adr history 7“, oder „/adr history“ mit Wörtern aus ihrem Titel.',
  'no decision with these words': ({ words }) =>
    `Eine Entscheidung ${quote(words.join(' '))} finde ich nicht, oder sie ist in einem privaten Kanal, in dem du nicht bist.`,
  'number taken by several': ({ number: taken, fileNames, verb }) => {
    const times = fileNames.length === 2 ? 'doppelt' : `${number(fileNames.length)}-mal`;
    return `Die Nummer ${taken} ist ${times} vergeben: ${list(fileNames, namesListed.files)}. Tipp „/adr ${verb}“ und den Namen der Datei; „/adr doctor“ schlägt neue Nummern vor.`;
  },
  'ADR taken': ({ adr, title }) => aroundOpenProposal(adr).join(title),
  'ADR fallen': ({ adr, status, statusText }) =>
    `${adr} ist schon ${listWords.statuses[status]} (${quote(statusText)}).`,
  'ADR superseded': ({ adr, successor, reference, verb }) =>
    `${adr} ist schon ersetzt, und zwar durch ${successor}. Willst du das ${verbs[verb].object}, tipp „/adr ${verb} ${reference}“.`,
  'ADR rejected': ({ adr, status, verb }) =>
    `${adr} ist ${listWords.statuses[status]}; da gibt es nichts ${verbs[verb].infinitive}. „/adr propose“ beginnt etwas Neues.`,
  'import ended already': () => 'Das ist schon zu Ende. „/adr import“ beginnt von vorn.',

  // Commands
  'unknown word': ({ word, command }) => `${quote(word)} kenne ich nicht. So geht es: ${usages[command]}`,
  'unknown time zone': ({ name }) =>
    `Die Zeitzone ${quote(name)} kenne ich nicht. Bitte gib einen Namen wie „Europe/Lisbon“ an.`,
  'not followed': ({ tag }) =>
    `${quote(tag)} folgt hier niemand. /adr follow zeigt, welchen Tags gefolgt wird; mit „me“ dahinter, welchen du allein folgst.`,
  'too many followed': ({ most }) => `Mehr als ${number(most)} Tags gehen nicht. Beende erst eines: ${usages.unfollow}`,
  'unreadable day': ({ word }) =>
    `${quote(word)} kann ich nicht als Tag lesen. Nenn einen Wochentag oder ein Datum: /adr away until freitag, /adr away until 24.12.`,
  'day not to come': ({ day }) => `${writeDay(day)} kommt nicht mehr. Bitte sag, wann du wieder da bist.`,
  'unreadable cadence': ({ word }) =>
    `${quote(word)} kann ich nicht als Tag („Freitag“), Uhrzeit („16:30“) oder Zeitzone („Europe/Lisbon“) lesen. So geht es: ${usages.digest}`,
};

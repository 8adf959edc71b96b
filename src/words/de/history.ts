import type { HandoverEnd } from '../../decision/vote/hand-over.ts';
import type { EventFacts, HistoryWords, ToldTally } from '../history-words.ts';
import { code, joinWords, type Said, say, type Words } from '../say.ts';
import { typed } from '../typed.ts';
import { count, day, number, quote } from './grammar.ts';
import { list } from './list.ts';
import { people as names } from './people.ts';
import { rules } from './rules.ts';

/** `lead` with what follows it, if anything does. */
function withLead(text: string, lead = ': '): string {
  return text === '' ? '' : `${lead}${text}`;
}

/** As `withLead`, for what somebody typed. */
function withTyped(text: string): Words {
  return text === '' ? [] : say`: ${typed(text)}`;
}

function date(at: Date | undefined, lead: string): Words {
  return at === undefined ? [] : say`${lead}${at}`;
}

function inParentheses(said: string | Words): Said {
  return said.length === 0 ? '' : say` (${said})`;
}

function people(value: number): string {
  return count(value, 'Person', 'Personen');
}

/** Whose it was, if somebody else changed it: “ von Ben”. */
function ofAuthor(author: string): string {
  return author === '' ? '' : ` von ${author}`;
}

const stances = { pro: 'dafür', con: 'dagegen', neutral: 'ohne Wertung' } as const;

/** “Go 5, Rust 4, 1 Enthaltung”. */
function wordTally({ rule, options, abstained, withdrawn }: ToldTally): string {
  const standing = options.map(
    ({ title, votes }) => `${title} ${rule.method === 'score' ? rules.countVotes(rule, votes) : number(votes)}`,
  );
  const gone = withdrawn.map((title) => `${title} zurückgezogen`);
  return [...standing, ...gone, ...(abstained > 0 ? [count(abstained, 'Enthaltung', 'Enthaltungen')] : [])].join(', ');
}

/** „, wie von Ana festgehalten, entgegen der Abstimmung (Behalten 3, Abschaffen 1): …“. */
function wordOutcome({ reason, against, recordedBy }: EventFacts['accepted']): Words {
  const recorded = recordedBy === '' ? '' : `, wie von ${recordedBy} festgehalten`;
  return say`${recorded}${withLead(against, ', ')}${withTyped(reason)}`;
}

function nameReview(sign: string | undefined): string {
  return sign === undefined ? 'ein Review' : `Review ${sign}`;
}

const ends: Readonly<Record<HandoverEnd, string>> = {
  gone: 'nicht mehr abstimmen kann',
  'taken out': 'aus der Zählung genommen wurde',
  'handed on': 'die eigene Stimme übertragen hat',
  declined: 'sie zurückgegeben hat',
};

/** The history of a decision in German. */
export const history: HistoryWords = {
  title: 'Verlauf',
  which: 'Mehrere Entscheidungen haben das im Titel. Welche meinst du?',
  show: list.show,
  moreMatches: 'Es gibt noch mehr; mit einem weiteren Wort aus dem Titel werden es weniger.',
  adr: {
    intro: (file) =>
      say`${file} wurde nicht mit mir entschieden. Das hier weiß ich davon; der Rest steht in der Historie von git.`,
    nothing: say`Damit ist nichts geschehen, seit ich es zum ersten Mal gelesen habe.`,
    events: {
      added: ({ after }) => say`hat es neu im Repository gefunden${withLead(after)}`,
      status: ({ before, after }) =>
        say`hat einen anderen Status gefunden: ${after === '' ? 'keiner' : after}${withLead(before, ' statt ')}`,
      renamed: ({ before, after }) =>
        say`hat es unter einem anderen Namen gefunden: ${code(after)} statt ${code(before)}`,
      edited: () => say`hat es bearbeitet vorgefunden`,
      removed: () => say`hat die Datei nicht mehr gefunden`,
      returned: () => say`hat die Datei wieder gefunden`,
    },
    commit: (commit) => say`, Commit ${commit}`,
    noted: (state, review) => {
      if (state === 'on branch') return say`Das steht im ADR.`;
      if (state === 'not yet') return say`Im ADR steht das noch nicht.`;
      if (state === 'in review')
        return say`Im ADR steht das noch nicht: Der Vermerk wartet in ${review ?? 'seinem Review'}.`;
      return review === undefined
        ? say`Im ADR steht das nicht.`
        : say`Im ADR steht das nicht: ${review} wurde nicht übernommen.`;
    },
  },
  proposed: (at) => say`vorgeschlagen ${at}`,
  status: (status) => list.statuses[status],
  votes: ({ round, isOver, count: counted, tally }) => {
    const name = round === undefined ? '' : `Runde ${number(round)}: `;
    if (counted === undefined) {
      return `${name}${isOver ? 'Es wurden keine Stimmen abgegeben' : 'Es wurden noch keine Stimmen abgegeben'}.`;
    }
    const { cast, takenBack } = counted;
    const all = `${count(cast, 'Stimme', 'Stimmen')} abgegeben`;
    const back = takenBack === 0 ? 'keine zurückgenommen' : `${number(takenBack)} zurückgenommen`;
    return `${name}${all}, ${back}${tally === undefined ? '' : `: ${wordTally(tally)}`}.`;
  },
  events: {
    draft: () => say`hat einen Entwurf daraus gemacht`,
    proposed: ({ options }) => say`hat das vorgeschlagen${withLead(options, ', mit den Optionen ')}`,
    'argument given': ({ stance, option, text }) =>
      say`hat ein Argument zu ${quote(option)} genannt (${stances[stance]})${withTyped(text)}`,
    'argument corrected': ({ author, option, before, after }) => {
      const [was, is] =
        before.kind === after.kind ? ['', ''] : [` (${stances[before.kind]})`, ` (${stances[after.kind]})`];
      return say`hat ein Argument${ofAuthor(author)} zu ${quote(option)} geändert: ${quote(typed(after.text))}${is}, vorher ${quote(typed(before.text))}${was}`;
    },
    'argument withdrawn': ({ author, option, reason: { kind, text } }) =>
      say`hat ein Argument${ofAuthor(author)} zu ${quote(option)} zurückgezogen: ${quote(typed(text))} (${stances[kind]})`,
    'option added': ({ title }) => say`hat die Option ${quote(title)} ergänzt`,
    'option corrected': ({ author, before, after }) => {
      const renamed =
        before.title === after.title
          ? say`hat die Option ${quote(after.title)}${ofAuthor(author)} geändert`
          : say`hat die Option ${quote(before.title)}${ofAuthor(author)} in ${quote(after.title)} umbenannt`;
      if (before.description === after.description) return renamed;
      const was = before.description === '' ? say`ohne Beschreibung` : say`${quote(typed(before.description))}`;
      const is = after.description === '' ? say`ohne Beschreibung` : say`${quote(typed(after.description))}`;
      return say`${renamed}; jetzt ${is}, vorher ${was}`;
    },
    'option withdrawn': ({ author, option: { title, description } }) =>
      say`hat die Option ${quote(title)}${ofAuthor(author)} zurückgezogen${withTyped(description)}`,
    edited: () => say`hat die Frage bearbeitet`,
    'recall changed': ({ tags, affects, on, when }) => {
      const what = [
        ...(tags === '' ? [] : [say`Schlagwörter: ${tags}`]),
        ...(affects === '' ? [] : [say`betroffene Pfade: ${affects}`]),
        ...(on === '' ? [] : [say`Wiedervorlage am ${day(on)}`]),
        ...(when === '' ? [] : [say`Wiedervorlage, wenn ${quote(when)}`]),
      ];
      return what.length === 0
        ? say`hat Schlagwörter, betroffene Pfade und Wiedervorlage entfernt`
        : say`hat geändert, wie man sie wiederfindet: ${joinWords(what, '; ')}`;
    },
    'deciders named': ({ names: named, others }) =>
      say`hat neu bestimmt, wer abstimmen darf: ${named.length === 0 ? 'alle im Kanal' : names.list(named, others)}`,
    'voting asked for': ({ closesAt, rule }) =>
      say`wollte eine Abstimmung${date(closesAt, ' bis ')}${withLead(rule && quote(rule), ', nach einer anderen Regel: ')}`,
    'voting opened': ({ deciders, closesAt }) =>
      say`hat die Abstimmung für ${people(deciders)} geöffnet${date(closesAt, ', bis ')}`,
    'reopening asked for': ({ closesAt, reason }) =>
      say`wollte eine neue Abstimmung${date(closesAt, ' bis ')}${withTyped(reason)}`,
    'voting reopened': ({ round, deciders, closesAt, reason }) =>
      say`hat Runde ${number(round)} der Abstimmung für ${people(deciders)} geöffnet${date(closesAt, ', bis ')}${withTyped(reason)}`,
    'stall asked': () => say`hat nachgefragt, was daraus werden soll, da es nichts Neues gab`,
    'left open': () => say`lässt es noch zwei Wochen offen`,
    'revisit asked': ({ on }) =>
      say`hat gefragt, ob sie noch richtig ist${on === '' ? '' : ` (Wiedervorlage am ${day(on)})`}`,
    'still right': ({ next, note }) =>
      say`hat sie noch einmal geprüft: noch richtig${next === '' ? '' : `, nächste Wiedervorlage am ${day(next)}`}${withTyped(note)}`,
    'revisit day found': ({ from, to }) =>
      to === ''
        ? say`hat im ADR keine Wiedervorlage mehr gefunden`
        : say`hat im ADR eine ${from === '' ? '' : 'andere '}Wiedervorlage gefunden: ${day(to)}${from === '' ? '' : ` statt ${day(from)}`}`,
    'taken out': ({ out, back }) =>
      say`hat ${[
        ...(out + back === 0 ? ['geändert, auf wen gewartet wird'] : []),
        ...(out > 0 ? [`${people(out)} wegen Abwesenheit aus der Zählung genommen`] : []),
        ...(back > 0 ? [`${people(back)} wieder in die Zählung aufgenommen`] : []),
      ].join(' und ')}`,
    'handed over': ({ to }) => say`hat die eigene Stimme ${to} übertragen`,
    'handover taken back': ({ to }) => say`hat die eigene Stimme von ${to} zurückgeholt`,
    'handover declined': ({ from }) => say`hat ${from} die übertragene Stimme zurückgegeben`,
    'handovers ended': ({ count: votes, why }) =>
      say`hat ${votes === 1 ? 'eine übertragene Stimme' : `${number(votes)} übertragene Stimmen`} zurückgegeben${why === '' ? '' : `, da die Vertretung ${ends[why]}`}`,
    'deciders changed': ({ left, returned }) =>
      say`hat bemerkt: ${[
        ...(left > 0 ? [`${people(left)} ${left === 1 ? 'kann' : 'können'} nicht mehr abstimmen`] : []),
        ...(returned > 0 ? [`${people(returned)} ${returned === 1 ? 'kann' : 'können'} wieder abstimmen`] : []),
      ].join(', ')}`,
    extended: ({ closesAt, reason }) => say`hat die Frist verschoben${date(closesAt, ', auf ')}${withTyped(reason)}`,
    shortened: ({ from, closesAt, reason }) =>
      say`hat die Frist vorgezogen${date(from, ', von ')}${date(closesAt, ' auf ')}${withTyped(reason)}`,
    'final comments': ({ option, closesAt, isAnew }) =>
      say`hat ${isAnew ? 'wieder von vorn ' : ''}um letzte Anmerkungen zu ${quote(option)} gebeten${date(closesAt, ', bis ')}`,
    nudged: ({ missing }) => say`hat ${people(missing)} ans Abstimmen erinnert`,
    'ballots reconciled': ({ added, removed }) =>
      say`hat die Stimmen mit der Liste von Slack abgeglichen: ${number(added)} ergänzt, ${number(removed)} entfernt`,
    'objection raised': ({ isHold, until, reason, closesAt }) => {
      const what = isHold ? say`hat um Bedenkzeit gebeten${date(until, ', bis ')}` : 'hat einen Einwand erhoben';
      return say`${what}${withTyped(reason)}${inParentheses(date(closesAt, 'die Abstimmung endet '))}`;
    },
    'objection resolved': ({ isHold, about, reason }) =>
      say`${isHold ? 'braucht keine Bedenkzeit mehr' : 'hat den eigenen Einwand ausgeräumt'}${inParentheses(typed(about))}${withTyped(reason)}`,
    'objection overridden': ({ isHold, about, reason }) =>
      say`hat ${isHold ? 'eine Bedenkzeit' : 'einen Einwand'} übergangen${inParentheses(typed(about))}${withTyped(reason)}`,
    'hold ended': ({ reason }) => say`hat bemerkt, dass eine Bedenkzeit abgelaufen ist${withTyped(reason)}`,
    'outcome awaits': ({ chosen, against, reason }) =>
      say`hat ${chosen === '' ? 'festgehalten, dass alle Optionen abgelehnt sind' : `${quote(chosen)} als Ergebnis festgehalten`}${withLead(against, ', ')}${chosen === '' || against !== '' ? ',' : ''} und braucht dafür die Bestätigung einer zweiten Person${withTyped(reason)}`,
    'outcome declined': () => say`hat das Ergebnis abgelehnt, das auf eine zweite Person wartete`,
    'outcome overtaken': () =>
      say`hat bemerkt, dass das Ergebnis, das auf eine zweite Person wartete, nicht mehr zur Abstimmung oder zur Frage passt`,
    'voting closed': ({ blocking, unconfirmed, figures }) => {
      const overridden = unconfirmed === 1 ? 'einen Einwand' : `${number(unconfirmed)} Einwände`;
      if (blocking === 0 && unconfirmed > 0)
        return say`hat die Abstimmung geschlossen, und eine zweite Person muss das Ergebnis bestätigen, denn ${overridden} hat nur eine Person übergangen${withLead(figures)}`;
      if (blocking === 0) return say`hat die Abstimmung ohne Ergebnis geschlossen${withLead(figures)}`;
      const stand = blocking === 1 ? 'ein Einwand steht' : `${number(blocking)} Einwände stehen`;
      return say`hat die Abstimmung geschlossen, ${stand} noch${withLead(figures)}`;
    },
    'discussed on': ({ isClosed, reason }) =>
      say`${isClosed ? 'hat die Abstimmung geschlossen, um weiterzudiskutieren' : 'möchte weiterdiskutieren'}${withLead(reason)}`,
    'undated votes': ({ added, removed }) =>
      say`hat nicht gezählt, was vielleicht zu spät kam: ${number(added)} in der Liste von Slack ergänzt, ${number(removed)} entfernt`,
    accepted: (outcome) => say`hat das angenommen${wordOutcome(outcome)}`,
    rejected: (outcome) => say`hat das abgelehnt${wordOutcome(outcome)}`,
    withdrawn: ({ reason }) => say`hat das zurückgezogen${withTyped(reason)}`,
    published: ({ path, commit, wasThere }) =>
      say`${wasThere ? 'hat das ADR im Repository gefunden' : 'hat das veröffentlicht'}${withLead(path, ', als ')}${withLead(commit, ', Commit ')}`,
    'not published': ({ trouble }) => say`konnte das nicht veröffentlichen${withLead(trouble)}`,
    'review proposed': ({ sign }) => say`hat ${nameReview(sign)} mit dem Entwurf des ADRs geöffnet`,
    'review commented': ({ sign, count: comments }) =>
      say`hat ${count(comments, 'neuen Kommentar', 'neue Kommentare')} in ${nameReview(sign)} gefunden`,
    'proposal closed': ({ sign }) => say`hat ${nameReview(sign)} mit dem Entwurf des ADRs geschlossen`,
    'proposal merged': ({ sign }) => say`hat ${nameReview(sign)} vor dem Ergebnis gemergt vorgefunden`,
    'review completed': ({ sign }) => say`hat das Ergebnis in ${nameReview(sign)} gebracht`,
    'review opened': ({ sign }) => say`hat ${nameReview(sign)} mit dem ADR geöffnet`,
    'review closed': ({ sign, closedBy }) =>
      say`hat ${nameReview(sign)} ohne Merge geschlossen vorgefunden${withLead(closedBy, ', von ')}`,
    'review reopened': ({ sign }) => say`hat ${nameReview(sign)} wieder geöffnet`,
    'review left': ({ sign }) => say`hat ${nameReview(sign)} geschlossen gelassen`,
    'review renumbered': ({ before, after }) => say`hat ${before} im Review eine andere Nummer gegeben: ${after}`,
    'edited in review': ({ chosen, status }) => {
      const says = [
        ...(chosen === '' ? [] : [`sagt jetzt, dass ${quote(chosen)} gewählt wurde`]),
        ...(status === undefined
          ? []
          : [status === '' ? 'hat keinen Status mehr' : `hat jetzt den Status ${quote(status)}`]),
      ];
      return say`hat das ADR im Review geändert vorgefunden${withLead(says.join(', und '), '; es ')}`;
    },
    deprecated: ({ reason }) => say`hat das als veraltet markiert${withTyped(reason)}`,
    superseded: ({ reason }) => say`hat das als ersetzt markiert${withTyped(reason)}`,
    'card gone': () => say`hat die Karte gelöscht vorgefunden und neu gepostet`,
  },
};

import { isLeftToAll } from '../../decision/rule/rule.ts';
import type { HandoverEnd } from '../../decision/vote/hand-over.ts';
import type { VotingState } from '../../decision/vote/voting-state.ts';
import type { AnnouncementWords, ChangedDeciders, ClosedReview, ToldAnswer, WayToVote } from '../announcement-words.ts';
import { linked } from '../linked.ts';
import { reviewKindAt } from '../review-kind.ts';
import { bold, code, emoji, joinWords, lines, link, mention, say, speakTo, type Words } from '../say.ts';
import { typed } from '../typed.ts';
import { card } from './card.ts';
import { number, quote } from './grammar.ts';
import { people } from './people.ts';
import { reviewNouns, wordReason } from './review-text.ts';
import { nameReview, wordProgress } from './reviews.ts';
import { allowOnly } from './rules.ts';
import { turnout } from './turnout.ts';

const changes: Readonly<Record<ChangedDeciders['group'], readonly [one: string, several: string]>> = {
  left: [
    'ist nicht mehr im Kanal und wird nicht mehr mitgezählt',
    'sind nicht mehr im Kanal und werden nicht mehr mitgezählt',
  ],
  leftVoting: [
    'ist nicht mehr im Kanal; die Stimme gilt weiter',
    'sind nicht mehr im Kanal; ihre Stimmen gelten weiter',
  ],
  deactivated: [
    'hat ein geschlossenes Konto und wird nicht mehr mitgezählt',
    'haben geschlossene Konten und werden nicht mehr mitgezählt',
  ],
  deactivatedVoting: [
    'hat ein geschlossenes Konto; die Stimme gilt weiter',
    'haben geschlossene Konten; ihre Stimmen gelten weiter',
  ],
  returned: ['darf wieder abstimmen', 'dürfen wieder abstimmen'],
};

/** The ADR names another option than was decided, or none. */
function wordOtherChoice({ from, to }: { readonly from: string | undefined; readonly to: string | undefined }): string {
  const decided =
    from === undefined ? 'Entschieden wurde, alle Optionen abzulehnen' : `Entschieden wurde ${quote(from)}`;
  return to === undefined
    ? `${decided}; im ADR steht nicht mehr, welche Option gewählt wurde.`
    : `${decided}; im ADR steht jetzt, dass ${quote(to)} gewählt wurde.`;
}

function wordOtherStatus({ from, to }: { readonly from: string; readonly to: string }): string {
  const was = from === '' ? '' : ` statt ${quote(from)}`;
  return to === '' ? `Der Status ${quote(from)} steht nicht mehr darin.` : `Der Status ist jetzt ${quote(to)}${was}.`;
}

function wordChanged({ group, names, others }: ChangedDeciders): string {
  const [one, several] = changes[group];
  return `${people.list(names, others)} ${names.length + others === 1 ? one : several}.`;
}

/** What to do, to follow a colon. */
const ways: Readonly<Record<WayToVote, string>> = {
  reactions: 'Reagiere auf die Karte mit dem Emoji jeder Option, für die du bist.',
  buttons: 'Drück auf der Karte den Knopf jeder Option, für die du bist, oder reagiere mit ihrem Emoji.',
  scores: `Sag mit ${quote(card.buttons.giveScores)} auf der Karte, wie gut du jede Option findest.`,
};

const counting: Readonly<Record<WayToVote, string>> = {
  reactions: 'Reaktionen',
  buttons: 'Stimmen',
  scores: 'Punkte',
};

function inCommit(path: string, url: string | undefined, commit: string): Words {
  return say`${url ? link(url, path) : code(path)} in Commit ${code(commit)}`;
}

/** What became of a closed review. */
function wordAnswer({ what, by }: ToldAnswer): string {
  switch (what) {
    case 'reopened':
      return by === undefined ? 'Inzwischen ist das wieder offen.' : `${by} lässt das wieder öffnen.`;
    case 'left':
      return `${by} lässt es so.`;
    case 'withdrawn':
      return `${by} hat die Entscheidung zurückgezogen.`;
    case 'arrived':
      return 'Inzwischen ist das ADR im Repository.';
  }
}

/** That a review was closed without merging. */
function wordClosed({ closedBy, toldBy, ...review }: ClosedReview): Words {
  if (toldBy !== undefined) {
    const it = review.number === undefined ? say`Das Review zu ${nameReview(review)}` : nameReview(review);
    return say`${toldBy} sagt: ${it} wurde ohne Merge geschlossen.`;
  }
  if (review.number === undefined) return say`${nameReview(review)} ist weg und wurde nicht gemergt.`;
  return say`${nameReview(review)} wurde${closedBy === undefined ? '' : ` von ${closedBy}`} ohne Merge geschlossen.`;
}

function because(reason: string): Words {
  return reason === '' ? say`.` : say`: ${typed(reason)}`;
}

/** How a vote stands that is open no longer, or not until then. */
function wordState(title: string, now: VotingState): Words {
  switch (now.kind) {
    case 'open':
      return say`Die Abstimmung über ${quote(title)} läuft bis ${now.closesAt}.`;
    case 'awaiting':
      return say`Die Abstimmung über ${quote(title)} ist beendet. Das Ergebnis muss noch eine zweite Person bestätigen.`;
    case 'discussing':
      return say`Die Abstimmung über ${quote(title)} läuft nicht mehr. Die Diskussion geht weiter.`;
    case 'later round':
      return say`Diese Abstimmung über ${quote(title)} ist beendet. Alle stimmen neu ab, auf einer neuen Karte.`;
    case 'undecided':
      return now.isBlocked
        ? say`Die Abstimmung über ${quote(title)} ist beendet. Ein Einwand steht noch; entschieden ist noch nichts.`
        : say`Die Abstimmung über ${quote(title)} ist beendet. Entschieden ist noch nichts.`;
    case 'decided':
      return say`Die Abstimmung über ${quote(title)} ist beendet. ${accepted(now.chosen)}`;
    case 'withdrawn':
      return say`Die Abstimmung über ${quote(title)} ist beendet. Der Vorschlag wurde zurückgezogen.`;
  }
}

function accepted(chosen: string | undefined): Words {
  return chosen === undefined ? bold('Abgelehnt.') : bold('Angenommen: ', chosen, '.');
}

function inFile(record: { readonly fileName: string; readonly url: string | undefined } | undefined): Words {
  if (record === undefined) return [];
  return say`Das ADR: ${record.url ? link(record.url, record.fileName) : code(record.fileName)}`;
}

/** Why somebody can't vote for another anymore. */
const returns: Readonly<Record<HandoverEnd, string>> = {
  gone: 'kann nicht mehr abstimmen',
  'taken out': 'ist abwesend und wurde aus der Zählung genommen',
  'handed on': 'hat die eigene Stimme übertragen und gibt deine deshalb zurück',
  declined: 'hat deine Stimme zurückgegeben',
};

/** What Gavel says by itself, in German. */
export const announcements: AnnouncementWords = {
  welcome: lines(
    say`Hallo! Ich helfe Teams, in Slack Entscheidungen zu treffen und in git aufzubewahren.`,
    say`•  ${code('/adr propose')} stellt einem Kanal eine Frage. Alle können Optionen, Pro und Contra ergänzen und mit einer Reaktion abstimmen.`,
    say`•  ${code('/adr waiting')} zeigt, was auf dich wartet, und ${code('/adr list')}, was entschieden wurde.`,
    say`•  ${code('/adr help')} zeigt, was ich sonst noch kann.`,
    say`Nachrichten kann ich nicht lesen, weder hier noch in Kanälen. Du erreichst mich also nur über diese Befehle.`,
  ),
  votingOpened: ({ title, now, way }) =>
    now.kind === 'open'
      ? say`Die Abstimmung über ${quote(title)} läuft bis ${now.closesAt}: ${ways[way]}`
      : wordState(title, now),
  votingNotOpened: (why) => say`Die Abstimmung konnte nicht geöffnet werden. ${why}`,
  decidersUnknown: 'Slack hat mir nicht gesagt, wer abstimmen darf. Ich versuche es weiter.',
  optionAdded: ({ by, title, emoji: name, isScored }) => {
    const added = say`${by} hat während der Abstimmung eine Option ergänzt: ${emoji(name)} ${bold(title)}`;
    return isScored
      ? lines(added, say`Noch hat sie keine Punkte: Mit ${quote(card.buttons.giveScores)} gibst du ihr welche.`)
      : added;
  },
  edited: (by) => say`${by} hat während der Abstimmung die Frage bearbeitet; die Optionen sind, wie sie waren.`,
  votingReopened: ({ by, reason, closesAt, way }) =>
    say`${by} hat die Abstimmung neu geöffnet, ganz von vorn${because(reason)}
Abgestimmt wird bis ${closesAt}. Es zählen nur ${counting[way]} auf dieser neuen Karte.`,
  extended: ({ by, reason, closesAt }) =>
    say`${by} hat die Frist verschoben: Abgestimmt wird bis ${closesAt}.${reason === '' ? '' : say` ${typed(reason)}`}`,
  shortened: ({ by, from, closesAt, reason, title, now }) =>
    now === undefined
      ? say`${by} hat die Frist vorgezogen: Abgestimmt wird bis ${closesAt} statt bis ${from}. Grund: ${typed(reason)}`
      : lines(
          say`${by} hat die Frist vorgezogen, von ${from} auf ${closesAt}. Grund: ${typed(reason)}`,
          wordState(title, now),
        ),
  extendedByRule: (verdict, closesAt) =>
    say`${verdict || 'Nach der Regel gewinnt noch keine Option.'} Die Abstimmung läuft dieses eine Mal weiter, bis ${closesAt}.`,
  finalComments: ({ option, closesAt, isAnew, canBlock }) => {
    if (isAnew)
      return say`Die Zeit für letzte Anmerkungen zu ${quote(option)} beginnt von vorn. Sie endet ${closesAt}.`;
    const anew = canBlock ? 'sich ihr Text ändert oder ein Einwand erhoben oder erledigt wird' : 'sich ihr Text ändert';
    return say`${quote(option)} hat gewonnen. Bis ${closesAt} ist Zeit für letzte Anmerkungen; dann ist die Option angenommen, wenn sie immer noch gewinnt: Stimmen zählen bis zum Schluss. Wenn ${anew}, beginnt diese Zeit von vorn.`;
  },
  outcomeRecorded: ({ by, title, chosen, decided, why, closesAt, record }) =>
    lines(
      say`${by} hat das Ergebnis zu ${quote(title)} festgehalten. ${accepted(chosen)}`,
      ...decided.map((sentence) => say`${sentence}`),
      why === '' ? [] : say`Begründung: ${typed(why)}`,
      closesAt === undefined ? [] : say`Die Abstimmung wäre noch bis ${closesAt} gelaufen.`,
      inFile(record),
    ),
  countingLater: (endedAt, until) =>
    say`Abgestimmt wurde bis ${endedAt}. Von dem, was um diese Zeit geschah, habe ich einiges verpasst; deshalb warte ich bis ${until} auf Stimmen, die noch zu mir unterwegs sind.`,
  undatedVotes: (undated, more) =>
    say`Als die Abstimmung endete, hatte ich einiges von dem verpasst, was davor geschah. Slacks Liste der Reaktionen sagt außerdem: ${turnout.undated(undated, more)}. Niemand kann sagen, ob das rechtzeitig war, deshalb zählt es nicht; das Ergebnis ist so oder so dasselbe.`,
  undatedVotesDecide: ({ proposerId, changes: undated, more, without, withAll, overriders }) =>
    lines(
      say`${speakTo(proposerId)}Die Abstimmung ging zu Ende, während ich weg war, und ich kann nicht sagen, wie. Seit dem letzten Ereignis, das ich kenne, sagt Slacks Liste der Reaktionen: ${turnout.undated(undated, more)}. Niemand kann sagen, ob das rechtzeitig war, ganz oder zum Teil.`,
      say`Ohne das: ${without}`,
      say`Mit alldem: ${withAll}`,
      isLeftToAll(overriders)
        ? say`Bitte entscheide: Du und alle, die abstimmen dürfen, könnt auf der Karte das Ergebnis festhalten oder alle neu abstimmen lassen.`
        : say`${allowOnly(overriders, 'auf der Karte das Ergebnis festhalten')} Du und alle, die abstimmen dürfen, könnt alle neu abstimmen lassen.`,
    ),
  votingClosed: ({ title, chosen, verdict, departed, record }) =>
    lines(
      say`Die Abstimmung über ${quote(title)} ist beendet. ${accepted(chosen)}`,
      say`${verdict}`,
      ...departed.map((sentence) => say`${sentence}`),
      inFile(record),
    ),
  discussedOn: ({ by, reason, isClosed }) =>
    isClosed
      ? say`${by} hat die Abstimmung ohne Ergebnis beendet, um weiterzudiskutieren${because(reason)}`
      : say`${by} möchte weiterdiskutieren${because(reason)}`,
  decidersChanged: (groups) => say`${groups.map(wordChanged).join(' ')}`,
  takenOut: ({ by, out, back }) =>
    lines(
      ...(out === ''
        ? []
        : [
            say`${by} hat ${out} wegen Abwesenheit aus der Zählung genommen. Die nötige Beteiligung wird entsprechend berechnet; eine Stimme, die doch noch kommt, zählt.`,
          ]),
      ...(back === '' ? [] : [say`${by} hat ${back} wieder in die Zählung aufgenommen.`]),
    ),
  lateVote: (title) =>
    say`Die Abstimmung über ${quote(title)} war schon beendet, als du reagiert hast. Deshalb zählt deine Stimme nicht.`,
  nudge: ({ names, others, closesAt }) =>
    say`Noch nicht abgestimmt: ${people.list(names, others)}. Abgestimmt wird bis ${closesAt}.`,
  directNudge: (decision, closesAt) =>
    say`Deine Stimme fehlt: ${decision}
Abgestimmt wird bis ${closesAt}. ${code('/adr nudges off')} stellt diese Erinnerungen ab.`,
  askedToVote: ({ by, decision, closesAt }) =>
    say`${by} bittet dich um deine Stimme: ${decision}
Abgestimmt wird bis ${closesAt}. ${code('/adr nudges off')} stellt diese Nachrichten ab.`,
  voteReceived: ({ by, decision, closesAt }) =>
    say`${by} hat dir die eigene Stimme übertragen: ${decision}
Was du dort wählst, zählt für euch beide, es sei denn, ${by} stimmt selbst ab. Möchtest du das nicht, gib sie zurück. Abgestimmt wird bis ${closesAt}. ${code('/adr nudges off')} stellt diese Nachrichten ab.`,
  voteReturned: ({ by, why, decision, closesAt }) =>
    say`Über deine Stimme verfügst du wieder selbst: ${decision}
${by} ${returns[why]}. Bitte stimm selbst ab, oder übertrag deine Stimme jemand anderem, mit ${quote(card.buttons.handOver)} im Menü der Karte. Abgestimmt wird bis ${closesAt}.`,
  decisionName: (title, url) => {
    const name = title ?? 'eine Entscheidung in einem privaten Kanal';
    if (url) return link(url, name);
    return say`${title === undefined ? name : quote(name)}`;
  },
  nobodyLeads: ({ proposerId, verdict, overriders, canReject }) => {
    const ended = say`${speakTo(proposerId)}Die Abstimmung ist beendet, und keine Option hat gewonnen. ${verdict}`;
    if (isLeftToAll(overriders))
      return say`${ended} Du und alle, die abstimmen dürfen, könnt auf der Karte ein Ergebnis festhalten oder die Frist verschieben, damit die Abstimmung weiterläuft.`;
    const [open, rest] = canReject
      ? ['alle Optionen ablehnen oder ', 'eine Option annehmen']
      : ['', 'ein Ergebnis festhalten'];
    return say`${ended} Du und alle, die abstimmen dürfen, könnt ${open}die Frist verschieben, damit die Abstimmung weiterläuft. ${allowOnly(overriders, rest)}`;
  },
  withdrawn: (by, reason) => say`${by} hat diesen Vorschlag zurückgezogen${because(reason)}`,
  published: ({ path, url, commit, more, review }) =>
    lines(
      review === undefined
        ? say`Das ADR ist veröffentlicht: ${inCommit(path, url, commit)}.`
        : say`${nameReview(review)} wurde${review.mergedBy ? ` von ${review.mergedBy}` : ''} gemergt. Das ADR ist veröffentlicht: ${inCommit(path, url, commit)}.`,
      ...more.map((line) => say`${line}`),
    ),
  recordFound: ({ path, url, commit }) =>
    say`Das Repository hat schon ein ADR zu dieser Entscheidung: ${inCommit(path, url, commit)}. Es war vor diesem Ergebnis da und gilt so, wie es ist; ich habe nichts daran geändert.`,
  notPublished: (trouble) =>
    say`${emoji('warning')} Die Entscheidung gilt, aber ihr ADR ist noch nicht im Repository. ${linked(trouble)} Ich versuche es weiter.`,
  branchRules: ({ way, branch, kind, more }) =>
    say`Das ADR kommt per ${way === 'commit' ? 'Commit' : reviewNouns[kind].noun} nach ${code(branch)}. ${more.join(' ')}`,
  reviewProposed: ({ more, ...review }) =>
    lines(
      review.number === undefined
        ? say`Das ADR folgt dieser Diskussion auf ${nameReview(review)}. Das Ergebnis vervollständigt es.`
        : say`Das ADR folgt dieser Diskussion als Entwurf in ${nameReview(review)}. Dort könnt ihr den Text kommentieren. Das Ergebnis vervollständigt ihn.`,
      ...more.map((one) => say`${one}`),
    ),
  notProposed: ({ isOpen, trouble }) =>
    say`${emoji('warning')} ${isOpen ? 'Der Entwurf des ADRs folgt dieser Diskussion gerade nicht.' : 'Den Entwurf des ADRs konnte ich noch nicht öffnen.'} ${linked(trouble)} Ich versuche es weiter.`,
  reviewComments: ({ comments, more, ...review }) => {
    const all = comments.length + more;
    const named = comments.map(({ by, url }) => (url === undefined ? say`${by}` : link(url, by)));
    const others = more === 0 ? '' : ` und ${number(more)} weitere`;
    const what = all === 1 ? 'Ein neuer Kommentar' : `${number(all)} neue Kommentare`;
    return say`${what} in ${nameReview(review)}: ${joinWords(named, ', ')}${others}.`;
  },
  reviewTakenOver: ({ fileName, ...review }) =>
    say`${emoji('warning')} Andere haben in ${nameReview(review)} dieselben Zeilen von ${code(fileName)} geändert wie diese Diskussion. Ich habe die Datei dort so gelassen. Bitte bringt sie von Hand auf den neuesten Stand.`,
  proposalMerged: ({ into, ...review }) =>
    say`${emoji('warning')} ${nameReview(review)} wurde nach ${code(into)} gemergt, bevor es ein Ergebnis gab. In der Datei dort steht noch „vorgeschlagen“. Das Ergebnis bekommt ein eigenes ADR mit der nächsten Nummer; bitte entfernt das andere dann.`,
  reviewCompleted: ({ more, ...review }) =>
    lines(
      review.number === undefined
        ? say`Das Ergebnis steht jetzt auf ${nameReview(review)}. Bitte öffnet dafür ein Review, falls es noch keins gibt; den Merge bekomme ich mit.`
        : say`Das Ergebnis steht jetzt in ${nameReview(review)}. Mit dem Merge ist es veröffentlicht.`,
      ...more.map((one) => say`${one}`),
    ),
  reviewOpened: ({ why, more, ...review }) => {
    const reason = wordReason(why, reviewKindAt(review.url));
    return lines(
      review.number === undefined
        ? say`${reason}, deshalb habe ich das ADR auf ${nameReview(review)} gepusht. Bitte öffne dafür ein Review; den Merge bekomme ich mit.`
        : say`${reason}, deshalb habe ich ${nameReview(review)} mit dem ADR geöffnet. Mit dem Merge ist es veröffentlicht.`,
      ...more.map((line) => say`${line}`),
    );
  },
  reviewClosed: ({ asked, answer, ...closed }) => {
    const to = asked.length === 0 || answer ? [] : say`${mention(asked)} `;
    if (answer) return say`${wordClosed(closed)} ${wordAnswer(answer)}`;
    return say`${to}${wordClosed(closed)} Die Entscheidung gilt, aber ihr ADR ist nicht im Repository. Wie soll es weitergehen?`;
  },
  reviewReopened: ({ by, ...review }) => {
    if (review.number === undefined)
      return say`${nameReview(review)} ist wieder da. Bitte öffne dafür ein Review, falls es noch keins gibt.`;
    return by === undefined
      ? say`${nameReview(review)} ist wieder offen.`
      : say`${by} hat ${nameReview(review)} wieder öffnen lassen.`;
  },
  reviewLeft: ({ by, ...review }) =>
    say`${by} lässt ${nameReview(review)} ${review.number === undefined ? 'so stehen' : 'geschlossen'}. Die Entscheidung gilt, ohne ADR im Repository.`,
  reviewLeftOpen: (review) =>
    review.number === undefined
      ? say`${nameReview(review)} ist noch da; ich lasse ihn stehen. Bitte löscht ihn, damit ihn niemand versehentlich mergt.`
      : say`${nameReview(review)} kann ich von hier aus nicht schließen. Bitte macht das von Hand, damit niemand versehentlich mergt.`,
  reviewWaits: ({ since, progress, isUnseen, ...review }) => {
    const waits =
      review.number === undefined
        ? say`${nameReview(review)} wartet seit ${since} auf den Merge.`
        : say`${nameReview(review)} ist seit ${since} offen: ${wordProgress(progress)}.`;
    return isUnseen
      ? say`${waits} Den Merge bekomme ich mit, ein Schließen ohne Merge aber nicht. Sagt mir bitte Bescheid, falls das schon passiert ist.`
      : waits;
  },
  editedInReview: ({ fileName, chosen, status, isOpen, ...review }) => {
    const differences = [...(chosen ? [wordOtherChoice(chosen)] : []), ...(status ? [wordOtherStatus(status)] : [])];
    if (isOpen)
      return differences.length === 0
        ? say`${code(fileName)} wurde bearbeitet (${nameReview(review)}). Die gewählte Option und der Status sind wie entschieden. Es gilt, was gemergt wird.`
        : say`${emoji('warning')} ${code(fileName)} wurde bearbeitet (${nameReview(review)}). ${differences.join(' ')} Es gilt, was gemergt wird. Wenn ihr das so nicht wollt, ändert es dort bitte vor dem Merge.`;
    return differences.length === 0
      ? say`${code(fileName)} wurde vor dem Merge noch bearbeitet (${nameReview(review)}). Es gilt, was gemergt wurde.`
      : say`${emoji('warning')} ${code(fileName)} wurde vor dem Merge noch bearbeitet (${nameReview(review)}). ${differences.join(' ')}`;
  },
  reviewRenumbered: ({ before, after, ...review }) =>
    say`Die Nummer von ${code(before)} hat inzwischen ein anderes ADR. Unseres habe ich umbenannt (${nameReview(review)}); es heißt jetzt ${code(after)}.`,
  reviewConflict: ({ into, branch, ...review }) =>
    say`${emoji('warning')} ${nameReview({ ...review, branch })} hat einen Konflikt mit ${code(into)}: Beide haben dieselben Zeilen geändert, und ich kann nicht wissen, welche stimmen. Bitte merge ${code(into)} in ${code(branch)} und löse den Konflikt dort. Was du committest, behalte ich.`,
  fileGone: (file) =>
    say`${emoji('warning')} Das ADR zu dieser Entscheidung, ${file}, ist nicht mehr im Repository. Wenn es wiederkommt, mache ich damit weiter wie zuvor.`,
  archiveRead: (total, example) => {
    const [list, show] = [code('/adr list'), code('/adr show ', example)];
    return total === 1
      ? say`Übrigens: Ich habe das ADR gelesen, das in eurem Repository liegt. ${list} führt es auf, und ${show} zeigt es.`
      : say`Übrigens: Ich habe die ${number(total)} ADRs gelesen, die in eurem Repository liegen. ${list} führt sie alle auf, und ${show} zeigt eins.`;
  },
};

import type { CommandWords, PublishNowWords, WaitingWords } from '../command-words.ts';
import { linked } from '../linked.ts';
import { code, emoji, say } from '../say.ts';
import { card } from './card.ts';
import { number, quote } from './grammar.ts';
import { usages } from './usages.ts';

/** The help of `/adr` in German. */
export const commands: CommandWords = {
  title: 'Gavel trifft mit euch Entscheidungen in Slack und bewahrt sie in git auf.',
  commands: {
    propose: {
      usage: '/adr propose [Titel]',
      does: 'diesem Kanal eine Entscheidung vorschlagen; ein ADR dahinter füllt das Formular aus',
    },
    find: { usage: '/adr find Wörter', does: 'was Entscheidungen und ADRs zu etwas sagen' },
    list: {
      usage: '/adr list [Wörter]',
      does: 'was offen ist und was entschieden wurde, oder wo diese Wörter vorkommen',
    },
    show: { usage: '/adr show N', does: 'das ADR mit der Nummer N, wie es in git steht' },
    supersede: { usage: '/adr supersede N', does: 'eine Entscheidung vorschlagen, die ADR N ersetzt' },
    amend: { usage: '/adr amend N', does: 'eine vorschlagen, die einen Teil davon ändert' },
    deprecate: { usage: '/adr deprecate N', does: 'vorschlagen, dass es nicht mehr gilt' },
    style: {
      usage: '/adr style',
      usageOfSeveral: '/adr style [Repository]',
      does: 'wie eure ADRs geschrieben sind und wie deines aussehen wird',
    },
    doctor: {
      usage: '/adr doctor',
      usageOfSeveral: '/adr doctor [Repository]',
      does: 'was an den ADRs in git nicht stimmt und was hilft',
    },
    history: {
      usage: '/adr history N',
      does: 'alles, was mit einer Entscheidung geschah; Wörter aus ihrem Titel gehen auch',
    },
    waiting: { usage: '/adr waiting', does: 'Abstimmungen, Vorschläge und Reviews, die auf dich warten' },
    nudges: {
      usage: usages.nudges,
      does: 'ob ich dir schreibe, wenn deine Stimme fehlt oder dein Einwand übergangen wird',
    },
    away: {
      usage: usages.away,
      does: 'keine Erinnerungen, bis du wieder da bist; ohne weiteres Wort: ob du abwesend bist',
    },
    back: { usage: '/adr back', does: 'du bist früher wieder da' },
    settings: {
      usage: '/adr settings',
      does: 'wie Abstimmungen in diesem Kanal entscheiden: nach welcher Regel, auch nach eigenen',
    },
    digest: {
      usage: usages.digest,
      does: 'wie oft dieser Kanal hört, was entschieden wurde; ohne weiteres Wort siehst du es jetzt',
    },
    follow: {
      usage: usages.follow,
      does: 'diesem Channel, oder nur dir, sofort sagen, wenn etwas mit diesem Tag entschieden ist; ohne Tag zeigt es, welchen gefolgt wird',
    },
    unfollow: { usage: usages.unfollow, does: 'das beenden' },
    import: {
      usage: '/adr import',
      usageOfSeveral: '/adr import [Repository]',
      does: 'die ADRs des Repositorys jetzt lesen; ich sehe auch von selbst alle paar Minuten nach',
    },
    token: { usage: '/adr token', does: 'deinen Editor oder Agenten lesen lassen, was du hier lesen kannst' },
    help: { usage: '/adr help [Thema]', does: 'was ich alles kann' },
  },
  how: [
    say`${code('/adr propose [Titel]')} stellt einem Kanal eine Frage und nennt die Optionen.`,
    say`Alle können auf der Karte Optionen, Pro und Contra ergänzen und mit einer Begründung Einwand erheben.`,
    say`Zum Abstimmen reagierst du auf die Karte mit dem Emoji jeder Option, für die du bist; nimmst du es weg, ist die Stimme zurückgenommen. Wo eine Regel nach Punkten fragt, drück ${quote(card.buttons.giveScores)}.`,
    say`Aus dem Ergebnis wird ein ADR in Markdown in eurem git-Repository.`,
  ],
  topics: {
    decide: 'Vorschlagen und abstimmen',
    find: 'Entscheidungen finden',
    rules: 'Wie Stimmen entscheiden',
    channel: 'Dieser Kanal',
    repository: 'Das Repository',
  },
  unknown: (typed, usage) => {
    const guess = usage === undefined ? '' : say` Meinst du ${code(usage)}?`;
    return say`${quote(typed)} kenne ich nicht.${guess} ${code('/adr help')} zeigt alles, was ich kenne.`;
  },
};

/** What waits for somebody, in German. */
export const waiting: WaitingWords = {
  nothing: say`Nichts wartet auf dich. Schönen Tag noch!`,
  votes: 'Abstimmungen, die auf dich warten',
  proposals: 'Deine Vorschläge',
  reviews: 'ADRs, die im Review warten',
  objections: 'Einwände gegen deine Vorschläge',
  more: (count) => (count === undefined ? 'und viele weitere' : `und ${number(count)} weitere`),
  vote: (decision, closesAt) => say`bis ${closesAt}: ${decision}`,
  proposal: (decision, undecided = 'in Diskussion, Abstimmung noch nicht geöffnet') => say`${undecided}: ${decision}`,
  review: (decision, review, progress) => say`${decision}: ${review}, ${progress}`,
  nudgesOn: say`Wenn du namentlich abstimmen sollst, schreibe ich dir, sobald die Abstimmung läuft. Fehlt deine Stimme, erinnere ich dich zur Halbzeit und einen Tag vor dem Ende. Ich schreibe dir auch, wenn jemand deinen Einwand übergeht. ${code('/adr nudges off')} stellt das alles ab.`,
  nudgesOff: say`Ich schreibe dir nicht, wenn Abstimmungen auf dich warten oder jemand deinen Einwand übergeht; ${code('/adr waiting')} zeigt dir, was wartet. Mit ${code('/adr nudges on')} schreibe ich wieder.`,
};

/** “Publish now” in German. */
export const publishNow: PublishNowWords = {
  published: (file) => say`Jetzt ist es veröffentlicht, als ${file}.`,
  underWay: say`Es ist unterwegs; im Thread steht, sobald es angekommen ist.`,
  inReview: (review, progress) => say`Es liegt in ${review}: ${progress}. Mit dem Merge ist es veröffentlicht.`,
  closed: (review) =>
    say`Es lag in ${review}, und das wurde ohne Merge geschlossen. Im Thread sind Knöpfe, um es wieder zu öffnen oder so zu lassen.`,
  notPublished: (trouble) => say`${emoji('warning')} Es ist noch immer nicht veröffentlicht. ${linked(trouble)}`,
};

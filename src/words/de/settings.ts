import { abstentionEmoji } from '../../decision/vote/ballot.ts';
import { bold, code, emoji, say } from '../say.ts';
import type { OwnRuleFormWords, RuleHelpWords, SettingsFormWords } from '../settings-words.ts';
import { quote } from './grammar.ts';
import { rules } from './rules.ts';

/** The settings of a channel in German. */
export const settingsForm: SettingsFormWords = {
  title: 'Kanal-Einstellungen',
  whichChannel: 'Welchen Kanal willst du einrichten?',
  scope: (channelName) => `Für alle in #${channelName}. Laufende Abstimmungen behalten ihre Regel.`,
  firstRule: 'Regel, die zuerst angeboten wird',
  firstRuleHint: `Wer vorschlägt, kann eine andere wählen. Nennt das Repository keine, ist es ${quote(rules.presets.plurality.title)}.`,
  inherited: 'Die aus dem Repository',
  voting: 'Wie abgestimmt wird',
  votingHint:
    'Drückst du auf einen Knopf, siehst nur du die Bestätigung. „Mehr lesen“ zeigt so oder so, wer wofür gestimmt hat. Das gilt für Abstimmungen, die von jetzt an beginnen.',
  votesByReaction: 'Mit einer Reaktion auf die Karte',
  votesByButton: 'Mit einer Reaktion oder einem Knopf auf der Karte',
  language: 'Sprache',
  languageHint: 'Für alles, was der ganze Kanal liest. Was nur du liest, ist in der Sprache deines Slack.',
  inheritedLanguage: (name) => `Die des Workspace (${name})`,
  timeZone: 'Zeitzone',
  timeZoneHint: (inherited) =>
    `Für das Datum in ADRs, wenn im Repository keine Zeitzone steht, und für die Uhrzeit der Zusammenfassungen. Bleibt das Feld leer, gilt ${inherited ?? 'die Zeitzone der Person, die vorschlägt oder die Zusammenfassungen einstellt'}.`,
  addRule: 'Regel hinzufügen',
  changeRule: 'Ändern',
  removeRule: 'Entfernen',
  unusableRule: 'So lässt sie sich nicht anwenden.',
  changedBy: (name, at) => say`Geändert von ${name} ${at}`,
};

/** The form for a rule of one's own in German. What is typed into it are the words of `.gavel.yml`. */
export const ownRuleForm: OwnRuleFormWords = {
  title: 'Eine eigene Regel',
  introduction: 'Sie geht von einer vorhandenen Regel aus. Auf den folgenden Seiten sagst du, was bei ihr anders ist.',
  name: 'Name',
  preset: 'Grundlage',
  presetHint: 'Was du auf den folgenden Seiten leer lässt, bleibt wie in dieser Regel.',
  asPreset: 'Wie in der Grundlage',
  pages: {
    basis: 'Name und Grundlage',
    voting: 'Wie abgestimmt wird',
    winning: 'Was eine Option braucht',
    ending: 'Wann die Abstimmung endet',
    overriding: 'Wer sich darüber hinwegsetzen darf',
  },
  soFar: (sentences) => say`${bold('Bisher:')} ${sentences}`,
  parts: {
    method: {
      label: 'Wie abgestimmt wird',
      hint: 'Punkte vergibt man in einem Formular, das sich von der Karte aus öffnet.',
    },
    quorum: {
      label: 'Quorum',
      hint: 'Wie viele abstimmen müssen: „none“, eine Zahl oder ein Anteil wie „1/2“, „60%“ oder „all“.',
    },
    threshold: {
      label: 'Schwelle',
      hint: 'Was eine Option braucht: „most votes“ oder zum Beispiel „more than 1/2 of decisive“ oder „at least 2/3 of eligible“. „eligible“ sind alle, die abstimmen dürfen, „cast“ alle, die abgestimmt haben, „decisive“ alle davon, die sich nicht enthalten haben.',
    },
    abstain: { label: 'Enthaltung', hint: 'Wer sich enthält, nimmt ein eigenes Emoji, bei Punkten das Formular.' },
    objections: { label: 'Einwände', hint: 'Was ein Einwand bewirkt, der am Ende noch steht.' },
    'minimum open': {
      label: 'Mindestdauer',
      hint: 'Wie lange die Abstimmung mindestens offen bleibt, etwa „2 hours“ oder „3 days“.',
    },
    'final comments': {
      label: 'Letzte Anmerkungen',
      hint: 'Wie lange eine Option, die gewonnen hat, noch auf Einwände wartet, bevor sie angenommen ist, etwa „10 days“.',
    },
    'closes early': { label: 'Vorzeitiges Ende', hint: 'Wann die Abstimmung schon vor ihrer Frist endet.' },
    tie: { label: 'Bei Gleichstand', hint: 'Wenn mehrere Optionen gleich viele Stimmen haben.' },
    'no quorum': { label: 'Ohne Quorum', hint: 'Wenn zu wenige abgestimmt haben oder niemand.' },
    'votes after leaving': {
      label: 'Stimmen nach einem Weggang',
      hint: 'Wenn jemand nach dem Abstimmen den Kanal verlässt oder das Konto geschlossen wird.',
    },
    handover: {
      label: 'Stimme übertragen',
      hint: 'Wer verhindert ist, nennt jemand anderen, der auch abstimmen darf und dann für beide abstimmt.',
    },
    'hidden tally': {
      label: 'Zahlen auf der Karte',
      hint: 'Die Reaktionen unter der Karte zeigt Slack trotzdem, Punkte nicht.',
    },
    override: {
      label: 'Anstelle der Abstimmung entscheiden',
      hint: 'Wer etwas anderes oder vor dem Ende der Abstimmung entscheiden, einen Einwand übergehen oder die Frist vorziehen darf.',
    },
    'second person': {
      label: 'Eine zweite Person',
      hint: 'Was eine Person so entscheidet, wartet dann, bis eine andere es bestätigt.',
    },
  },
  methods: {
    approval: 'Für beliebig viele Optionen',
    single: 'Für eine Option',
    score: 'Mit 0 bis 3 Punkten für jede Option',
  },
  abstentions: {
    none: 'Gibt es nicht',
    'quorum only': 'Zählt nur für das Quorum',
    excluded: 'Zählt gar nicht mit',
    against: 'Zählt gegen jede Option',
  },
  objections: {
    block: 'Blockieren, bis sie geklärt sind',
    warn: 'Werden genannt und festgehalten',
    none: 'Sind nicht vorgesehen',
  },
  earlyEnds: {
    never: 'Nie',
    'all voted': 'Wenn alle abgestimmt haben',
    decided: 'Wenn die übrigen Stimmen nichts mehr ändern',
  },
  endings: {
    'extend once': 'Einmal um die gleiche Zeit verlängern, dann nachfragen',
    ask: 'Alle fragen, die sich darüber hinwegsetzen dürfen',
    reject: 'Den Vorschlag ablehnen',
  },
  votesAfterLeaving: {
    stand: 'Zählen weiter',
    lapse: 'Zählen nicht mehr',
  },
  handovers: {
    forbidden: 'Ist nicht möglich',
    allowed: 'An jemanden, der auch abstimmen darf',
  },
  tally: {
    shown: 'Sichtbar, während abgestimmt wird',
    hidden: 'Verborgen bis zum Ende der Abstimmung',
  },
  overriders: {
    all: 'Wer vorgeschlagen hat, wer abstimmen darf, und Admins',
    proposer: 'Wer vorgeschlagen hat, und Admins',
    deciders: 'Wer abstimmen darf, und Admins',
    admins: 'Admins',
    nobody: 'Niemand: Die Abstimmung entscheidet',
  },
  seconds: {
    alone: 'Wird nicht gebraucht',
    together: 'Muss es bestätigen',
  },
};

/** What `/adr help rules` says in German. */
export const ruleHelp: RuleHelpWords = {
  title: 'Wie Abstimmungen entscheiden',
  more: [
    say`${bold('Enthaltung')}: Wo eine Regel sie kennt, reagiere mit ${emoji(abstentionEmoji)}. Sie zählt für das Quorum und ist weder für noch gegen etwas. Bei Punkten steht sie im Formular.`,
    say`${bold('Quorum')}: Wie viele abstimmen müssen, damit das Ergebnis gilt. Wer nicht mehr im Kanal ist, zählt nur mit, wenn schon eine Stimme da ist.`,
    say`${bold('Wer abstimmt')}: Alle im Kanal oder die Personen und Gruppen, die du nennst. Bots nie; Gäste und Personen aus anderen Organisationen nur, wenn du sie nennst.`,
    say`${bold('Bis wann')}: Die Abstimmung endet mit ihrer Frist. Unter den meisten Regeln endet sie, sobald alle abgestimmt haben, frühestens nach einer Stunde.`,
    say`${bold('Verborgene Zahlen')}: Eine Regel kann den Stand von der Karte fernhalten, bis die Abstimmung beendet ist. Slack zeigt trotzdem, wer womit reagiert hat, aber keine Punkte.`,
    say`Regel und Stimmrecht stehen fest, sobald die Abstimmung offen ist. ${code('/adr settings')} legt fest, welche Regel hier zuerst angeboten wird, und hat Platz für eigene Regeln.`,
  ],
};

import { adrNumber } from '@gavel/adr/name/adr-name.ts';
import type { BondKind } from '../../decision/decision.ts';
import type {
  BondWords,
  BoundAdr,
  DraftFormWords,
  EditFormWords,
  OptionFormWords,
  ProposeFormWords,
  SectionFormKind,
  SectionFormWords,
  ToldObstacle,
} from '../propose-words.ts';
import { bold, code, say, type Words } from '../say.ts';
import { number, quote } from './grammar.ts';
import { people } from './people.ts';

/** The form of a proposal in German. */
export const proposeForm: ProposeFormWords = {
  title: 'Entscheidung vorschlagen',
  submit: 'Vorschlagen',
  close: 'Als Entwurf behalten',
  channel: 'Kanal',
  noChannel: 'Kanal wählen',
  channelHint: 'Wo diskutiert und abgestimmt wird. Ich muss dort auch dabei sein: Tipp im Kanal „/invite @Gavel“.',
  keptAsTyped: say`Was du tippst, wird laufend gesichert.`,
  question: 'Frage',
  alike: (name, facts) => say`💡 Dazu gibt es schon eine Entscheidung: ${bold(name)} (${facts}).`,
  supersede: 'Ersetzen',
  questionExample: 'Die Backend-Sprache wählen für …',
  context: 'Kontext und Problemstellung',
  contextExample: 'Was ist das Problem, und warum jetzt?',
  contextTooLong: (length) =>
    `Der Entwurf hat hier ${number(length)} Zeichen, mehr als hineinpassen. Sie bleiben, wie sie sind; zum Ändern brauchst du einen neuen Entwurf.`,
  drivers: 'Entscheidungskriterien',
  driversExample: 'Was eine gute Antwort erfüllen muss',
  option: (position) => `Option ${position}`,
  optionExample: 'Eine mögliche Antwort',
  aboutOption: (position) => `Zu Option ${position}`,
  aboutOptionExample: 'Was sie bedeuten würde, in ein, zwei Sätzen',
  describeOption: 'Beschreiben',
  changeDescription: 'Beschreibung ändern',
  hideDescription: 'Beschreibung ausblenden',
  moveUp: 'Nach oben',
  moveDown: 'Nach unten',
  removeOption: 'Entfernen',
  keepOption: 'Doch behalten',
  bringBack: (title) => (title === '' ? 'Entfernte Option zurückholen' : `${quote(title)} zurückholen`),
  keepingOption: (position) => `Option ${position}: das ADR belassen`,
  keepingOptionExample: 'Es belassen, wie es ist',
  keepingOptionHint:
    'Wird diese Option gewählt, ändert sich am ADR nichts. Lass das Feld leer, wenn das nicht infrage kommt.',
  reasonsGiven: (reasons) => `Argumente: ${reasons}`,
  noMoreOptions: 'Mehr als zehn Optionen gehen nicht.',
  addOption: 'Option hinzufügen',
  addSection: 'Abschnitt hinzufügen',
  addMarkdownSection: 'Abschnitt in Markdown hinzufügen',
  entryHint: 'Das steht in den anderen ADRs dieses Repositorys am Anfang.',
  sectionHint: 'Diesen Abschnitt haben die anderen ADRs dieses Repositorys.',
  metadata: 'Metadaten',
  useDraft: 'Markdown-Entwurf nutzen',
  deciders: 'Wer abstimmen darf',
  everyone: 'Alle im Kanal',
  decidersHint: 'Lass das Feld leer, wenn alle im Kanal abstimmen dürfen.',
  groups: 'Gruppen, die abstimmen dürfen',
  noGroup: 'Keine Gruppe',
  groupsHint: 'Wer beim Öffnen der Abstimmung zur Gruppe gehört, darf abstimmen; Gäste nur, wenn du sie oben nennst.',
  deadline: 'Abstimmung bis',
  voting: 'Abstimmung',
  voteNow: 'Jetzt abstimmen',
  voteLater: 'Erst diskutieren, später abstimmen',
  rulesLater: 'Welche Regeln es gibt, hängt vom Kanal ab. Wähl oben einen, dann stehen sie hier.',
  rulesChanged:
    'Dort, wo du das jetzt vorschlagen willst, gelten andere Regeln. Bitte sieh nach, welche gewählt ist, und drück noch einmal auf „Vorschlagen“.',
  unfinished: (title, savedAt, channelName) => {
    const where = channelName === undefined ? 'Hier' : `In #${channelName}`;
    return title === ''
      ? say`${where} liegt noch dein unfertiger Entwurf ohne Titel (${savedAt}).`
      : say`${where} liegt noch dein unfertiger Entwurf ${quote(title)} (${savedAt}).`;
  },
  resume: 'Daran weiterarbeiten',
  startAfresh: 'Neu anfangen',
  discard: 'Verwerfen',
  discardTitle: 'Entwurf verwerfen?',
  discardQuestion: (title) =>
    title === '' ? 'Ich biete ihn dir dann nicht mehr an.' : `Ich biete dir ${quote(title)} dann nicht mehr an.`,
  kept: (title, channelName) => {
    const draft = title === '' ? 'Dein Entwurf' : `Dein Entwurf ${quote(title)}`;
    const where = channelName === undefined ? 'hier' : `in #${channelName}`;
    return say`${draft} ist gesichert; nur du siehst ihn. Mit ${code('/adr propose')} ${where} oder mit dem Knopf holst du ihn zurück.`;
  },
};

const wayOut: Readonly<Record<SectionFormKind, string>> = {
  propose: 'Zum Ändern brauchst du einen neuen Entwurf.',
  edit: 'Zum Ändern zieh diese Entscheidung zurück und schlag sie mit einem neuen Entwurf noch einmal vor.',
};

/** The inputs for sections in German. */
export const sectionForm: SectionFormWords = {
  heading: (position) => `Abschnitt ${position}`,
  headingExample: 'Eine Überschrift, zum Beispiel Begründung',
  text: (position, part, parts) =>
    parts === 1 ? `Text von Abschnitt ${position}` : `Text von Abschnitt ${position}, Teil ${part} von ${parts}`,
  textExample: 'Was dort im ADR steht',
  hint: 'Haben eure ADRs schon einen Abschnitt mit dieser Überschrift, etwa „Rationale“ oder „References“, kommt er an dessen Stelle.',
  markdownHint: 'Markdown; das kann mehr als der Editor von Slack, zum Beispiel Tabellen und Überschriften.',
  partsHint: (length, parts) =>
    `Markdown. Der Text hat ${number(length)} Zeichen, mehr als in ein Feld passen; deshalb steht er in ${parts}.`,
  tooLong: (heading, length, form) =>
    `Der Abschnitt ${quote(heading)} hat ${number(length)} Zeichen, mehr als hier hineinpassen. Er bleibt, wie er ist. ${wayOut[form]}`,
  left: (headings, others, form) =>
    `Außerdem aus dem Entwurf und unverändert behalten: ${people.list(headings.map(quote), others)}. ${wayOut[form]}`,
};

/** The form for a Markdown draft in German. */
export const draftForm: DraftFormWords = {
  title: 'Markdown-Entwurf nutzen',
  submit: 'Formular ausfüllen',
  introduction: 'Was der Entwurf enthält, ersetzt den Inhalt des Formulars; alles andere bleibt dort, wie es ist.',
  draft: 'Entwurf',
  draftExample: '# Die Backend-Sprache wählen\n\n## Context\n\n…',
  draftHint: (most, takesFiles) =>
    `Markdown, höchstens ${number(most)} Zeichen; ein längerer Entwurf passt ${takesFiles ? 'in eine Datei' : 'hinter `/adr propose`'}.`,
  file: 'Oder eine Datei',
  fileHint: 'Eine Datei mit der Endung .md, .markdown oder .txt, höchstens 1 MB.',
};

/** The form that edits a decision in German. */
export const editForm: EditFormWords = {
  fixed:
    'Die Abstimmung hat begonnen. Deshalb bleiben die Optionen und Abschnitte, wie sie zur Abstimmung stehen, und es bleibt dabei, wer abstimmen darf.',
  contextTooLong: `Dieser Text ist länger, als hier hineinpasst, und bleibt, wie er ist. ${wayOut.edit}`,
  removedOption: 'Wird entfernt',
  aboutRemovedOption: 'Zur Option, die entfernt wird',
  removedHint: 'Sie fällt mit allem Pro und Contra weg, sobald du speicherst. Im Verlauf bleibt sie stehen.',
};

/** The form for one more option in German. */
export const optionForm: OptionFormWords = {
  title: 'Option hinzufügen',
  option: 'Option',
  optionExample: 'Eine mögliche Antwort',
  about: 'Beschreibung',
  aboutExample: 'Was sie bedeuten würde',
};

/** “ADR 0003 „Use Go“”. */
function nameAdr({ number: given, title }: BoundAdr): string {
  return given === undefined ? `das ADR ${quote(title)}` : `${adrNumber(given)} ${quote(title)}`;
}

function capitalize(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

const questions: Readonly<Record<BondKind, (name: string) => string>> = {
  supersedes: (name) => `${name} ersetzen?`,
  amends: (name) => `${name} ändern?`,
  deprecates: (name) => `${name} für veraltet erklären?`,
};

const changes: Readonly<Record<BondKind, (adr: Words) => Words>> = {
  supersedes: (adr) => say`Ersetzt ${adr}`,
  amends: (adr) => say`Ändert ${adr}`,
  deprecates: (adr) => say`Erklärt ${adr} für veraltet`,
};

const withAnyOption =
  'Das gilt bei jeder Option: Soll es bleiben, wie es ist, muss der Vorschlag abgelehnt oder zurückgezogen werden.';
const unlessKept = 'außer es wird die Option gewählt, es zu belassen';

const announcements: Readonly<Record<BondKind, (name: string, offersToKeep: boolean) => string>> = {
  supersedes: (name, offersToKeep) =>
    offersToKeep
      ? `${capitalize(name)} wird ersetzt, ${unlessKept}.`
      : `Bei Annahme wird ${name} ersetzt. ${withAnyOption}`,
  amends: (name, offersToKeep) =>
    offersToKeep
      ? `${capitalize(name)} wird geändert, ${unlessKept}.`
      : `Bei Annahme wird ${name} geändert. ${withAnyOption}`,
  deprecates: (name) => `Wird die erste Option gewählt, gilt ${name} als veraltet.`,
};

/** “ADR 0003 Use Go ist schon ersetzt, und zwar durch ADR 0010 Use Rust”. */
function wordObstacle(adr: Words, { kind, by }: ToldObstacle): Words {
  if (kind === 'gone') return wordGone(adr);
  const is = say`${adr} ist schon ${kind === 'superseded' ? 'ersetzt' : 'veraltet'}`;
  return by === undefined ? is : say`${is}, und zwar durch ${by}`;
}

function wordGone(adr: Words): Words {
  return say`${adr} ist nicht mehr im Repository`;
}

/** What is said in German about the ADR that a proposal is bound to. */
export const bonds: BondWords = {
  ask: (kind, { number: given, title }) => {
    if (!title.endsWith('?')) return questions[kind](quote(title));
    if (kind === 'supersedes') return title;
    return questions[kind](given === undefined ? quote(title) : adrNumber(given));
  },
  keep: ({ number: given, title }) => `${given === undefined ? quote(title) : adrNumber(given)} belassen, wie es ist`,
  deprecate: ['Für veraltet erklären', 'Beibehalten'],
  announce: (kind, adr, offersToKeep) => announcements[kind](nameAdr(adr), offersToKeep),
  proposed: (kind, adr, when) => {
    const does = changes[kind](adr);
    if (when === undefined) return say`${does}, wenn der Vorschlag angenommen wird`;
    return 'chosen' in when
      ? say`${does}, wenn ${quote(when.chosen)} gewählt wird`
      : say`${does}, wenn der Vorschlag angenommen und nicht ${quote(when.notChosen)} gewählt wird`;
  },
  proposedInVain: (adr, obstacle) => say`${wordObstacle(adr, obstacle)}. Eine Annahme ändert daran nichts.`,
  gone: wordGone,
  kept: (adr) => say`${adr} bleibt, wie es ist`,
  overtaken: (adr, obstacle) => say`${wordObstacle(adr, obstacle)}, und dabei bleibt es`,
  pending: (kind, adr) => say`${changes[kind](adr)}, sobald der Eintrag im Repository ist`,
  done: (kind, adr) => changes[kind](adr),
  keptIfChosen: (adr) => `Wird diese Option gewählt, bleibt ${adr}, wie es ist.`,
  deprecatedIfChosen: (adr) => `Wird diese Option gewählt, gilt ${adr} als veraltet.`,
};

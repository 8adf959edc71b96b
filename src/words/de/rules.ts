import type { Progress } from '../../decision/outcome/progress.ts';
import type { Need } from '../../decision/outcome/verdict-facts.ts';
import type { NamedRule } from '../../decision/rule/named-rule.ts';
import { type PresetName, presetNames } from '../../decision/rule/preset.ts';
import {
  type Abstention,
  type EarlyClose,
  everyOverrider,
  type Otherwise,
  type Overrider,
  type Quorum,
  type Rule,
  type Threshold,
  type ThresholdBase,
} from '../../decision/rule/rule.ts';
import type { Share } from '../../decision/rule/share.ts';
import { isScored, mostPoints } from '../../decision/vote/score.ts';
import type { RuleWords } from '../language.ts';
import { card } from './card.ts';
import { choice, count, list, number, plural, quote } from './grammar.ts';

const presets: RuleWords['presets'] = {
  plurality: {
    title: 'Die meisten Stimmen',
    sentence: 'Die Option mit den meisten Stimmen gewinnt, wie viele auch abstimmen.',
    purpose:
      'Schnell und für die meisten Fragen genug: Schon eine Stimme entscheidet. Bei Gleichstand oder ganz ohne Stimmen wird gefragt, wer vorgeschlagen hat.',
  },
  majority: {
    title: 'Mehrheit',
    sentence: 'Die Hälfte stimmt ab, und davon ist mehr als die Hälfte für die Option.',
    purpose:
      'Für alles, womit viele leben müssen. Stimmen zu wenige ab oder steht es gleich, wird einmal um die gleiche Zeit verlängert.',
  },
  'two-thirds': {
    title: 'Zwei Drittel',
    sentence: 'Zwei Drittel stimmen ab, und davon sind zwei Drittel für die Option.',
    purpose:
      'Für alles, was sich schwer zurücknehmen lässt. Wie bei der Mehrheit wird einmal um die gleiche Zeit verlängert. Wer anders entscheiden will als die Abstimmung, braucht eine zweite Person.',
  },
  unanimous: {
    title: 'Einstimmig',
    sentence: 'Alle stimmen für dieselbe Option oder gar nicht; ein Einwand blockiert.',
    purpose:
      'Für alles, wozu niemand gezwungen werden darf. Wer nicht dafür sein kann, erhebt einen Einwand und sagt, warum. Wer anders oder vorzeitig entscheiden will, braucht eine zweite Person.',
  },
  scores: {
    title: 'Punkte',
    sentence: 'Die Hälfte gibt jeder Option 0 bis 3 Punkte; die meisten Punkte gewinnen.',
    purpose: `Wenn mehreres infrage kommt und ihr das sucht, womit die meisten leben können. ${quote(card.buttons.giveScores)} steht auf der Karte; was du einer Option gibst, nimmst du keiner anderen weg.`,
  },
  'lazy-consensus': {
    title: 'Stille Zustimmung',
    sentence: 'Nach mindestens drei Tagen gewinnt die erste Option, außer bei Einwänden.',
    purpose:
      'Für alles, was höchstwahrscheinlich in Ordnung ist. Setz deinen Vorschlag an die erste Stelle; wer nicht abstimmt, ist einverstanden. Ein Einwand hält ihn auf; wer ihn übergehen will, braucht eine zweite Person.',
  },
  advice: {
    title: 'Eine Person, nach Rat',
    sentence: 'Eine Person hört einen Tag lang den Rat der anderen und entscheidet dann.',
    purpose:
      'Für alles, was am Ende eine Person verantworten muss. Benenne genau diese eine; Reaktionen und Argumente der anderen sind Rat.',
  },
  'easy-to-undo': {
    title: 'Leicht rückgängig zu machen',
    sentence: 'Nach mindestens einem Tag gewinnt die erste Option, außer bei Einwänden.',
    purpose: 'Für alles, was ihr leicht zurücknehmen könnt. Setz auch hier deinen Vorschlag an die erste Stelle.',
  },
  'hard-to-undo': {
    title: 'Schwer rückgängig zu machen',
    sentence: 'Zwei Drittel stimmen ab und sind dafür; dann bleiben 10 Tage für Einwände.',
    purpose:
      'Für alles, womit ihr lange leben müsst. Abgestimmt wird mindestens fünf Tage lang. Die zehn Tage beginnen von vorn, wenn sich der Text der Option ändert oder ein Einwand erhoben oder erledigt wird. Wer anders entscheiden will, braucht eine zweite Person.',
  },
};

const bases: Record<ThresholdBase, string> = {
  eligible: 'Stimmberechtigten',
  cast: 'Abstimmenden samt Enthaltungen',
  decisive: 'Abstimmenden',
};

const methods: Record<Rule['method'], string> = {
  approval: '',
  single: 'Alle haben eine Stimme: von mehreren Reaktionen zählt die letzte.',
  score: `Alle geben jeder Option 0 bis ${mostPoints} Punkte.`,
};

const abstentions: Record<Abstention, string> = {
  none: '',
  'quorum only': 'Eine Enthaltung zählt nur für das Quorum.',
  excluded: 'Wer sich enthält, zählt gar nicht.',
  against: 'Eine Enthaltung zählt gegen jede Option.',
};

const earlyCloses: Record<EarlyClose, string> = {
  decided: 'die übrigen Stimmen nichts mehr ändern',
  unreachable: 'keine Option mehr gewinnen kann',
  'all voted': 'alle abgestimmt haben',
};

/** By default, those are asked who may override the rule. */
const endings: readonly (readonly [Otherwise, string])[] = [
  ['extend once', 'wird die Abstimmung einmal um dieselbe Zeit verlängert'],
  ['reject', 'wird die Entscheidung abgelehnt'],
];

const shares: ReadonlyMap<string, string> = new Map([
  ['1/2', 'die Hälfte'],
  ['1/3', 'ein Drittel'],
  ['2/3', 'zwei Drittel'],
  ['1/4', 'ein Viertel'],
  ['3/4', 'drei Viertel'],
]);

const needs: Record<Threshold['needs'], string> = { 'at least': 'mindestens', 'more than': 'mehr als' };

/** “zwei Drittel”, “60 %”, “3/7”. */
export function nameShare({ parts, of }: Share): string {
  return shares.get(`${parts}/${of}`) ?? (of === 100 ? `${parts}\u00a0%` : `${parts}/${of}`);
}

const isAll = ({ parts, of }: Share): boolean => parts === of;

/** “mehr als die Hälfte der Abstimmenden”; if options are scored, of the points that they can give. */
export function nameThreshold({ needs: which, share, of }: Threshold, method: Rule['method']): string {
  const whole = isScored({ method }) ? `möglichen Punkte der ${bases[of]}` : bases[of];
  return `${isAll(share) ? 'alle' : `${needs[which]} ${nameShare(share)} der`} ${whole}`;
}

/** How many have to back an option: “3 Stimmen”, “Punkte von 2 Personen”. */
function nameLeast(need: Need): string {
  return isScored(need)
    ? `Punkte von ${count(need.leastInFavour, 'Person', 'Personen')}`
    : count(need.leastInFavour, 'Stimme', 'Stimmen');
}

/** What an option needs, and how many have to back it if it is more than one. */
export function addLeast(what: string, need: Need): string {
  if (need.leastInFavour <= 1) return what;
  return `${what}, dazu ${isScored(need) ? '' : 'mindestens '}${nameLeast(need)}`;
}

/** The votes for an option, in a rule's unit: “1 Stimme”, “11 Punkte”. */
function countVotes(rule: Pick<Rule, 'method'>, votes: number): string {
  return isScored(rule) ? count(votes, 'Punkt', 'Punkte') : count(votes, 'Stimme', 'Stimmen');
}

/** `countVotes` after “mit” or “von”: “11 Punkten”. */
export function countVotesInDative(rule: Pick<Rule, 'method'>, votes: number): string {
  return isScored(rule) ? count(votes, 'Punkt', 'Punkten') : countVotes(rule, votes);
}

function wordQuorum(quorum: Quorum): string {
  if (quorum === 0) return 'es gibt kein Quorum';
  if (typeof quorum === 'number') return `mindestens ${number(quorum)} müssen abstimmen`;
  if (isAll(quorum)) return 'alle müssen abstimmen';
  return `mindestens ${nameShare(quorum)} ${quorum.parts === 1 ? 'muss' : 'müssen'} abstimmen`;
}

/** Minutes in the largest unit that fits: “3 Tage”, “1 Stunde”, “90 Minuten”. */
function duration(minutes: number): string {
  const units = [
    [24 * 60, 'Tag', 'Tage'],
    [60, 'Stunde', 'Stunden'],
  ] as const;
  const unit = units.find(([least]) => minutes >= least && minutes % least === 0);
  const [size, one, many] = unit ?? ([1, 'Minute', 'Minuten'] as const);
  return count(Math.floor(minutes / size), one, many);
}

function wordEndings(rule: Rule): string[] {
  const { quorum, tie, noQuorum, thresholdMissed } = rule;
  const cases: readonly (readonly [Otherwise, string])[] = [
    [tie, 'Gleichstand'],
    [noQuorum, quorum === 0 ? 'ausbleibenden Stimmen' : 'verfehltem Quorum'],
    [thresholdMissed, `zu wenigen ${isScored(rule) ? 'Punkten' : 'Stimmen'} für jede Option`],
  ];
  return endings.flatMap(([ending, follows]) => {
    const what = choice(cases.filter(([one]) => one === ending).map(([, name]) => name));
    return what === '' ? [] : [`Bei ${what} ${follows}.`];
  });
}

/** Says only what differs from the plainest rule. */
function wordFinalComments({ finalCommentMinutes, objections }: Rule): string {
  if (finalCommentMinutes === 0) return '';
  const anew =
    objections === 'block'
      ? 'sich ihr Text ändert oder ein Einwand erhoben oder erledigt wird'
      : 'sich ihr Text ändert';
  return `Hat eine Option gewonnen, bleibt noch Zeit für letzte Anmerkungen (${duration(finalCommentMinutes)}); dann ist sie angenommen. Diese Zeit beginnt von vorn, wenn ${anew}.`;
}

function describe(rule: Rule): string {
  const { threshold, quorum, leastInFavour, method } = rule;
  const wins = `Die Option mit den meisten ${isScored(rule) ? 'Punkten' : 'Stimmen'} gewinnt`;
  const has = isScored(rule) ? 'hat' : 'hinter sich hat';
  const ifIt = threshold === 'most votes' ? '' : `, wenn sie ${nameThreshold(threshold, method)} ${has}`;
  const least = isScored(rule)
    ? `Punkte von mindestens ${number(leastInFavour)} Personen`
    : `mindestens ${number(leastInFavour)} Stimmen`;
  const early = choice(rule.closesEarly.map((reason) => earlyCloses[reason]));
  return [
    rule.deciders === 'one' ? 'Eine Person entscheidet und hört vorher den Rat der anderen.' : '',
    `${wins}${ifIt}; ${wordQuorum(quorum)}.`,
    leastInFavour > 1 ? `Sie braucht ${least}.` : '',
    methods[method],
    abstentions[rule.abstain],
    rule.silence === 'assent' ? 'Wer nicht abstimmt, zählt für die erste Option.' : '',
    rule.objections === 'block'
      ? 'Ein Einwand einer stimmberechtigten Person blockiert sie, bis er ausgeräumt oder übergangen ist.'
      : '',
    rule.minimumOpenMinutes > 0 ? `Die Abstimmung bleibt mindestens ${duration(rule.minimumOpenMinutes)} offen.` : '',
    early ? `Sie endet vorzeitig, wenn ${early}.` : '',
    wordFinalComments(rule),
    ...wordEndings(rule),
    rule.votesAfterLeaving === 'lapse'
      ? 'Die Stimme von Personen, die nicht mehr im Kanal sind oder deren Konto geschlossen ist, zählt nicht.'
      : '',
    rule.allowsHandover
      ? 'Wer abstimmen darf, kann die eigene Stimme jemandem übertragen, der auch abstimmen darf und dann für beide abstimmt.'
      : '',
    rule.isTallyHidden ? 'Die Karte zeigt keinen Stand, bis die Abstimmung beendet ist.' : '',
    ...wordOverride(rule),
  ]
    .filter(Boolean)
    .join(' ');
}

const overriderNames: Readonly<Record<Overrider, readonly string[]>> = {
  proposer: ['vorgeschlagen hat'],
  deciders: ['abstimmen darf'],
  admins: ['den Kanal angelegt hat', 'Admin ist'],
};

/** “vorgeschlagen hat, abstimmen darf oder Admin ist”, to follow “wer”. */
export function nameOverriders(overriders: readonly Overrider[]): string {
  return choice(overriders.flatMap((one) => overriderNames[one]));
}

/** “Nur wer abstimmen darf, kann eine Option annehmen.” */
export function allowOnly(overriders: readonly Overrider[], what: string): string {
  return overriders.length === 0
    ? `Nach der Regel kann niemand ${what}.`
    : `Nur wer ${nameOverriders(overriders)}, kann ${what}.`;
}

/** “Wer abstimmen darf oder Admin ist, kann das Ergebnis festhalten; eine zweite dieser Personen muss es bestätigen.” */
export function allowTwo(overriders: readonly Overrider[], how = ''): string {
  return overriders.length === 0
    ? allowOnly(overriders, 'das Ergebnis festhalten')
    : `Wer ${nameOverriders(overriders)}, kann${how} das Ergebnis festhalten; eine zweite dieser Personen muss es bestätigen.`;
}

/** Where a rule asks for a second person: “Wenn jemand ihn übergeht, muss eine zweite Person das Ergebnis bestätigen.” */
export function askSecondIf(somebody: string): string {
  return `Wenn jemand ${somebody}, muss eine zweite Person das Ergebnis bestätigen.`;
}

/** Who may override the rule, where that is not everybody who manages the decision; and that a second has to confirm. */
function wordOverride({ overriders, needsSecond }: Rule): string[] {
  if (overriders.length === 0) return ['Niemand darf anstelle der Abstimmung oder vor ihrem Ende entscheiden.'];
  const isUsual = overriders.length === everyOverrider.length;
  if (!isUsual) {
    const who = `Anstelle der Abstimmung oder vor ihrem Ende entscheiden darf nur, wer ${nameOverriders(overriders)}`;
    return [needsSecond ? `${who}, und eine zweite Person muss es bestätigen.` : `${who}.`];
  }
  return needsSecond
    ? ['Was jemand anstelle der Abstimmung oder vor ihrem Ende entscheidet, muss eine zweite Person bestätigen.']
    : [];
}

function isPreset(id: string): id is PresetName {
  return presetNames.some((name) => name === id);
}

function nameOf({ id, name }: Pick<NamedRule, 'id' | 'name'>): string {
  if (name !== undefined) return name;
  return isPreset(id) ? presets[id].title : 'Die Regel des Repositorys';
}

function introduce({ id, rule }: NamedRule): string {
  return isPreset(id) ? presets[id].sentence : describe(rule);
}

/** “Go führt mit 2 von 5 und braucht mehr als die Hälfte der Abstimmenden”. */
function wordLead({ options, votes, need, base, lacks }: NonNullable<Progress['lead']>): string {
  const isAlone = options.length === 1;
  const isPlain = need.threshold === 'most votes' && !isScored(need);
  const of = isScored(need) ? countVotesInDative(need, base) : number(base);
  const figures = isPlain ? '' : ` mit ${isAlone ? '' : 'je '}${number(votes)} von ${of}`;
  const has = `${list(options, 3)} ${isAlone ? `führt${figures}` : `liegen${figures} gleichauf`}`;
  if (lacks === 'nothing') return has;
  const verb = isAlone ? 'braucht' : 'brauchen';
  if (need.threshold === 'most votes') return `${has} und ${verb} ${nameLeast(need)}`;
  const threshold = nameThreshold(need.threshold, need.method);
  return `${has} und ${verb} ${lacks === 'people' ? addLeast(threshold, need) : threshold}`;
}

/** “das Quorum von 4 ist erreicht”, “noch 2 Stimmen bis zum Quorum von 4”. */
function wordQuorumProgress({ least, missing }: NonNullable<Progress['quorum']>): string {
  return missing > 0
    ? `noch ${count(missing, 'Stimme', 'Stimmen')} bis zum Quorum von ${number(least)}`
    : `das Quorum von ${number(least)} ist erreicht`;
}

function progress(vote: Progress): string[] {
  const has = plural(vote.voted, 'hat', 'haben');
  const turnout = `${number(vote.voted)} von ${number(vote.deciders)} ${has} abgestimmt`;
  if (vote.isHidden) return [turnout, 'der Stand wird gezeigt, wenn die Abstimmung beendet ist'];
  const { abstained = 0, quorum, assent, lead } = vote;
  return [
    turnout,
    abstained > 0 ? `${number(abstained)} davon ${plural(abstained, 'enthält', 'enthalten')} sich` : '',
    quorum ? wordQuorumProgress(quorum) : '',
    assent === undefined ? '' : `wer nicht abstimmt, zählt für ${assent}`,
    lead ? wordLead(lead) : '',
  ].filter(Boolean);
}

/** Rules, and the progress of votes under them, in German. */
export const rules: RuleWords = {
  presets,
  describe,
  nameOf,
  introduce,
  countVotes,
  nameOverriders,
  duration,
  progress,
};

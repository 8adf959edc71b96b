import type { Reason } from '../../decision/decision.ts';
import type { FactsOf, KeptVerdict, Need, VerdictFacts } from '../../decision/outcome/verdict-facts.ts';
import { isScored } from '../../decision/vote/score.ts';
import type { VerdictWords } from '../language.ts';
import { count, list, number, plural } from './grammar.ts';
import { addLeast, countVotesInDative, nameThreshold } from './rules.ts';

type Kind = VerdictFacts['kind'];

/** How many options are named when several are tied. */
const mostNamed = 4;

/** “5 von 7 Stimmberechtigten haben abgestimmt (Quorum 4, 1 Enthaltung)”. */
function wordTurnout({ deciders, voted, abstained, quorum, assent }: VerdictFacts): string {
  const notes = [
    quorum === undefined ? '' : `Quorum ${number(quorum)}`,
    abstained > 0 ? count(abstained, 'Enthaltung', 'Enthaltungen') : '',
  ].filter(Boolean);
  const silent = assent?.silent ?? 0;
  const counted = assent && silent > 0 ? `, ${wordSilent(silent, deciders - voted)} für ${assent.option}` : '';
  const has = plural(voted, 'hat', 'haben');
  const noted = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  return `${number(voted)} von ${number(deciders)} Stimmberechtigten ${has} abgestimmt${noted}${counted}`;
}

/** “die übrigen 4 zählen”, of those who did not vote. */
function wordSilent(silent: number, others: number): string {
  if (silent < others) return `${number(silent)} der übrigen ${plural(silent, 'zählt', 'zählen')}`;
  return silent === 1 ? 'die fehlende Stimme zählt' : `die übrigen ${number(silent)} zählen`;
}

/** What the votes for an option are compared with, after “von”: “5”, “15 Punkten”. */
function wordBase({ need, base }: VerdictFacts): string {
  return isScored(need) ? countVotesInDative(need, base) : number(base);
}

/** “mehr als die Hälfte der Abstimmenden”, “mehr als jede andere Option”. */
function wordNeed(need: Need): string {
  const most =
    need.threshold === 'most votes' ? 'mehr als jede andere Option' : nameThreshold(need.threshold, need.method);
  return addLeast(most, need);
}

function wordObjections({ standing, resolved, overridden = 0 }: VerdictFacts['objections']): string {
  const all = standing + resolved + overridden;
  if (all === 0) return '';
  const whole = { 'nicht ausgeräumt': standing, ausgeräumt: resolved, übergangen: overridden };
  const same = Object.entries(whole).find(([, of]) => of === all)?.[0];
  const parts = [
    resolved > 0 ? `${number(resolved)} davon ausgeräumt` : '',
    overridden > 0 ? `${number(overridden)} ${resolved > 0 ? '' : 'davon '}übergangen` : '',
  ];
  return `; ${count(all, 'Einwand', 'Einwände')}, ${same ?? parts.filter(Boolean).join(', ')}`;
}

function wordWinner(facts: FactsOf<'chosen' | 'blocked'>, objections = wordObjections(facts.objections)): string {
  const has = `${facts.option} hat ${number(facts.votes)} von ${wordBase(facts)}`;
  const need = wordNeed(facts.need);
  const needs = facts.need.threshold === 'most votes' ? `, ${need}` : ` (braucht ${need})`;
  return `${wordTurnout(facts)}, ${has}${needs}${objections}.`;
}

/** For a winner that objections block; the objections are told before it. */
function wordBlocked(facts: FactsOf<'blocked'>): string {
  const { resolved, overridden = 0 } = facts.objections;
  return wordWinner(facts, resolved + overridden > 0 ? wordObjections(facts.objections) : '');
}

function wordLevel({ options, votes, ...facts }: FactsOf<'threshold missed'>): string {
  const has = options.length > 1 ? 'haben je' : 'hat';
  const needs = options.length > 1 ? 'brauchen' : 'braucht';
  const figures = `${number(votes)} von ${wordBase({ options, votes, ...facts })}`;
  return `${list(options, mostNamed)} ${has} ${figures} (${needs} ${wordNeed(facts.need)})`;
}

function wordTie({ options, need, votes }: FactsOf<'tied'>): string {
  return `${list(options, mostNamed)} liegen mit je ${countVotesInDative(need, votes)} gleichauf`;
}

/** What keeps a winner from being accepted: objections that stand, or that only one person has overridden. */
function wordObstacle({ objections: { standing, unconfirmed = 0 } }: FactsOf<'blocked'>): string {
  if (standing > 0) return `Durch ${count(standing, 'Einwand', 'Einwände')} blockiert`;
  const overridden = count(unconfirmed, 'Einwand', 'Einwände');
  return `Bis zur Bestätigung durch eine zweite Person blockiert, denn ${overridden} hat nur eine Person übergangen`;
}

const explanations: { readonly [K in Kind]: (facts: FactsOf<K>) => string } = {
  chosen: (facts) => wordWinner(facts),
  blocked: (facts) => `${wordObstacle(facts)}: ${wordBlocked(facts)}`,
  tied: (facts) => `${wordTie(facts)}; ${wordTurnout(facts)}.`,
  'threshold missed': (facts) => `Nicht genug ${countedAs(facts.need)}: ${wordTurnout(facts)}, ${wordLevel(facts)}.`,
  'no quorum': (facts) => `Quorum verfehlt: ${wordTurnout(facts)}.`,
  'no votes': (facts) => {
    const { need, deciders, voted } = facts;
    if (voted > 0 && isScored(need)) return `Keine Option hat Punkte: ${wordTurnout(facts)}.`;
    if (voted > 0) {
      const have = plural(voted, 'hat', 'haben');
      return `Niemand ist für eine der Optionen: ${number(voted)} von ${number(deciders)} ${have} sich enthalten.`;
    }
    return deciders > 0
      ? 'Von den Stimmberechtigten hat niemand abgestimmt.'
      : 'Es gibt niemanden mehr, der abstimmen darf.';
  },
};

function countedAs(need: Need): string {
  return isScored(need) ? 'Punkte' : 'Stimmen';
}

function explain(verdict: KeptVerdict): string {
  if (verdict.kind === 'told before') return verdict.text;
  const explain = explanations[verdict.kind] as (facts: VerdictFacts) => string;
  return explain(verdict);
}

function conclude(verdict: KeptVerdict): string {
  return verdict.kind === 'chosen' ? `Angenommen: ${explain(verdict)}` : explain(verdict);
}

function figures(verdict: KeptVerdict): string {
  return verdict.kind === 'blocked' ? wordBlocked(verdict) : explain(verdict);
}

function justify(verdict: VerdictFacts): string {
  if (verdict.kind !== 'chosen') return '';
  const { need, abstained, votes, assent } = verdict;
  const has = `${number(votes)} von ${wordBase(verdict)}`;
  if (assent) return `kein Einwand steht dagegen, und ${has} ${plural(votes, 'zählt', 'zählen')} dafür.`;
  if (isScored(need)) return `${need.threshold === 'most votes' ? 'die meisten Punkte, ' : ''}${has}.`;
  const voted = verdict.voted - abstained;
  if (voted === 1) return 'die einzige Stimme war dafür.';
  const voters = `${number(voted)}, die ${abstained > 0 ? 'sich nicht enthalten' : 'abgestimmt'} haben`;
  if (votes === voted) return `alle ${voters}, waren dafür.`;
  return need.threshold === 'most votes'
    ? `die meisten Stimmen, ${number(votes)} der ${voters}.`
    : `${number(votes)} der ${voters}, ${plural(votes, 'war', 'waren')} dafür.`;
}

const rejections: { readonly [K in Kind]: (facts: FactsOf<K>) => string } = {
  chosen: () => '',
  blocked: ({ objections: { standing, unconfirmed = 0 } }) => {
    const all = standing + unconfirmed;
    return `${count(all, 'Einwand', 'Einwände')} ${plural(all, 'stand', 'standen')} dagegen.`;
  },
  tied: (facts) => `${wordTie(facts)}.`,
  'threshold missed': (facts) => `keine Option hat genug ${countedAs(facts.need)}; ${wordLevel(facts)}.`,
  'no quorum': (facts) => `zu wenige haben abgestimmt; ${wordTurnout(facts)}.`,
  'no votes': ({ need }) =>
    isScored(need)
      ? 'niemand hat einer der Optionen einen Punkt gegeben.'
      : 'niemand hat für eine der Optionen gestimmt.',
};

function reject(verdict: VerdictFacts): string {
  const explain = rejections[verdict.kind] as (facts: VerdictFacts) => string;
  return explain(verdict);
}

function giveReason(reason: Reason): string {
  if (reason.by !== 'rule') return reason.text;
  return reason.verdict.kind === 'chosen' ? justify(reason.verdict) : reject(reason.verdict);
}

/** Verdicts in German. Reasons follow a colon. */
export const verdicts: VerdictWords = { explain, conclude, figures, justify, reject, giveReason };

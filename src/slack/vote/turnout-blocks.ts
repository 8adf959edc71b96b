import type { KnownBlock } from '@slack/types';
import { abstentionEmoji } from '../../decision/ballot.ts';
import {
  type Decision,
  type ExclusionReason,
  type Gone,
  hidesTally,
  phaseOf,
  type Voting,
} from '../../decision/decision.ts';
import { findVerdictFacts } from '../../decision/judge.ts';
import { listNames, nameOf } from '../../decision/person.ts';
import { findPreset } from '../../decision/preset.ts';
import { findProgress } from '../../decision/progress.ts';
import type { Rule } from '../../decision/rule.ts';
import { isScored, nameWithPoints } from '../../decision/score.ts';
import { findSilent, type Tally } from '../../decision/tally.ts';
import type { VerdictFacts } from '../../decision/verdict-facts.ts';
import type { CardView } from '../../workflow/ports/chat.ts';
import { language } from '../app/language.ts';
import { boldPrint, context, marked, print, shorten } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { scoreTitle } from './score-view.ts';
import { explainEnd, wordUncounted } from './undated-text.ts';

/** How much is shown: names, and characters of a note. */
export interface TurnoutDetail {
  readonly names: number;
  readonly note: number;
}

/** A rule as a card has it: a preset by its title and its one sentence, another by what it says. */
function wordRule(rule: Rule): string {
  const name = findPreset(rule);
  return name === undefined
    ? language.rules.describe(rule)
    : `${boldPrint(`${language.rules.presets[name].title}.`).text} ${language.rules.presets[name].sentence}`;
}

/** What people have to know of a rule while they vote, beyond what `wordRule` says. */
function voteHints({ rule }: Voting): string[] {
  return [
    rule.method === 'single' && findPreset(rule) !== undefined
      ? 'Everyone has one vote: your latest reaction counts.'
      : '',
    isScored(rule) ? `Press “${scoreTitle}” to vote; reactions don’t count.` : '',
    rule.abstain === 'none' || isScored(rule) ? '' : `:${abstentionEmoji}: abstains.`,
  ];
}

const exclusions: Readonly<Record<ExclusionReason, readonly [one: string, more: string]>> = {
  bot: ['bot', 'bots'],
  deactivated: ['closed account', 'closed accounts'],
  guest: ['guest', 'guests'],
  outsider: ['person of another organization', 'people of other organizations'],
  unknown: ['person whom Slack does not show me', 'people whom Slack does not show me'],
};

const canBeNamed: ReadonlySet<ExclusionReason> = new Set(['guest', 'outsider']);

/** “Not counted: 1 bot, 2 guests (name them to let them vote)”; nothing where everybody is. */
function wordExcluded({ excluded }: Voting): string {
  const reasons = Object.entries(exclusions) as [ExclusionReason, readonly [string, string]][];
  const counted = reasons.flatMap(([reason, [one, more]]) => {
    const count = excluded.filter(({ why }) => why === reason).length;
    const hint = canBeNamed.has(reason) ? ` (name ${count === 1 ? 'this one' : 'them'} to let them vote)` : '';
    return count === 0 ? [] : [`${count} ${count === 1 ? one : more}${hint}`];
  });
  return counted.length === 0 ? '' : `Not counted: ${counted.join(', ')}`;
}

const departures: Readonly<Record<Gone['why'], string>> = {
  left: 'no longer in the channel',
  deactivated: 'account closed',
};

/** What a card tells of the vote: its rule, how far it is or how it ended, who advises, who is not counted. */
export function turnoutBlocks(view: CardView, detail: TurnoutDetail): KnownBlock[] {
  const { decision, tally, people } = view;
  const phase = phaseOf(decision);
  const note = (text: string) => context(shorten(text, detail.note));
  if (tally === undefined || decision.voting === undefined) {
    if (phase !== 'discussing') return [];
    const next = 'Voting is not open yet. Add options, pros and cons until it is.';
    return [context(print(wordRule(decision.rule), next))];
  }
  const { voting } = decision;
  const names: Names = (ids, points) =>
    listNames(
      ids.map((id) => nameWithPoints(people, id, points)),
      detail.names,
    );
  const notes =
    phase === 'voting' || phase === 'undecided' ? [wordExcluded(voting), ...wordGone(view, tally, detail)] : [];
  return [
    ...(phase === 'voting' ? [context(print(wordRule(voting.rule), ...voteHints(voting)))] : []),
    ...standing(view, tally, names, detail),
    ...(view.undated ? [note(wordUncounted(view, view.undated, detail.names))] : []),
    ...advice(decision, tally, names).map(note),
    ...(phase === 'voting' || phase === 'undecided' ? shorteningBlocks(view, detail) : []),
    ...notes.filter(Boolean).map(note),
  ];
}

/** That the deadline was made earlier, the last time if more than once. */
function shorteningBlocks({ decision: { voting }, people }: CardView, { note }: TurnoutDetail): KnownBlock[] {
  const last = voting?.shortenings.at(-1);
  if (last === undefined) return [];
  const what = `${nameOf(people, last.by)} made the deadline earlier: it was`;
  return [context(what, marked`${last.from}`, `Why: ${shorten(last.reason, note / 2)}`)];
}

/** Who can’t take part any more, and what becomes of their votes. */
function wordGone({ decision: { voting }, people }: CardView, tally: Tally, { names }: TurnoutDetail): string[] {
  const { gone = [] } = voting ?? {};
  const isOut = new Set(tally.notCounted);
  const list = (part: readonly Gone[]) =>
    listNames(
      part.map(({ id, why }) => `${nameOf(people, id)} (${departures[why]})`),
      names,
    );
  const [out, standing] = [gone.filter(({ id }) => isOut.has(id)), gone.filter(({ id }) => !isOut.has(id))];
  return [
    out.length === 0 ? '' : `No longer counted: ${list(out)}`,
    standing.length === 0 ? '' : `Votes that stand: ${list(standing)}`,
  ];
}

type Names = (ids: readonly string[], points?: ReadonlyMap<string, number>) => string;

/** How far an open vote is, in phrases; nothing where none is open. */
export function progressIn(decision: Decision, tally: Tally): string[] {
  const progress = findProgress(decision, tally);
  return progress ? language.rules.progress(progress) : [];
}

/** How far the vote is; when it is over, how it ended. */
function standing(view: CardView, tally: Tally, names: Names, detail: TurnoutDetail): KnownBlock[] {
  const { decision, undated } = view;
  const phase = phaseOf(decision);
  if (phase === 'voting') {
    const isSilenceHeard = decision.voting?.rule.silence === 'assent';
    const waiting = isSilenceHeard ? [] : findSilent(tally);
    const [turnout = '', ...more] = progressIn(decision, tally);
    const parts = [
      turnout,
      ...(waiting.length > 0 ? [`waiting for ${names(waiting)}`] : []),
      ...(tally.unclear.length > 0
        ? [`several reactions of ${names(tally.unclear)}: please leave the one that counts`]
        : []),
      ...more,
    ];
    return [context(shorten(parts.join(' · '), detail.note))];
  }
  const verdict = findVerdictFacts(decision, tally);
  if (phase === 'undecided') {
    return [paragraph(`${shorten(explainEnd(decision, tally, undated), detail.note)} ${nextSteps(verdict)}`)];
  }
  const isByRule = decision.outcome !== undefined && decision.outcome.decidedBy === undefined;
  const words = isByRule ? language.verdicts.conclude(verdict) : `The vote: ${language.verdicts.explain(verdict)}`;
  return [context(shorten(words, detail.note))];
}

/** What can be done about a vote that has closed without an outcome. */
function nextSteps(verdict: VerdictFacts): string {
  if (verdict.kind !== 'blocked') {
    return 'The proposer and the deciders can record an outcome, let voting go on, or have everyone vote again.';
  }
  const settled = verdict.objections.standing === 1 ? 'the objection is' : 'the objections are';
  return `Once ${settled} resolved or overridden, the proposer and the deciders can accept an option; they can also reject all, let voting go on, or have everyone vote again.`;
}

/** Those who back something without being deciders; who they are for is a figure too, so a hidden tally hides it. */
function advice(decision: Decision, { options }: Tally, names: Names): string[] {
  if (hidesTally(decision)) return [];
  const given = options
    .filter(({ advisers }) => advisers.length > 0)
    .map(({ option, advisers, points }) => `${names(advisers, points)} for ${option.title}`);
  return given.length === 0 ? [] : [`Advisory, not counted: ${given.join('; ')}`];
}

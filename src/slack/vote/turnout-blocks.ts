import type { KnownBlock } from '@slack/types';
import { type Decision, type Gone, hidesTally, phaseOf, type Voting } from '../../decision/decision.ts';
import { findFollowable } from '../../decision/outcome/confirmation.ts';
import { isByVote } from '../../decision/outcome/find-departures.ts';
import { findVerdictFacts } from '../../decision/outcome/judge.ts';
import { findProgress } from '../../decision/outcome/progress.ts';
import { findPreset } from '../../decision/rule/preset.ts';
import type { Rule } from '../../decision/rule/rule.ts';
import { findSilent, type Tally } from '../../decision/tally/tally.ts';
import { abstentionEmoji } from '../../decision/vote/ballot.ts';
import { findForOthers } from '../../decision/vote/hand-over.ts';
import { isScored } from '../../decision/vote/score.ts';
import type { Language } from '../../words/language.ts';
import { bold, joinWords, say, type Words } from '../../words/say.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { context, shorten } from '../text/blocks.ts';
import { listNames, nameOf, nameWithPoints } from '../text/people-text.ts';
import { paragraph, printed, splitPrint } from '../text/words.ts';
import { forOthersBlocks } from './hand-over-view.ts';
import { awayBlocks } from './take-out-view.ts';
import { explainEnd, wordUncounted } from './undated-text.ts';

/** How much is shown: names, and characters of a note. */
export interface TurnoutDetail {
  readonly names: number;
  readonly note: number;
}

/** A rule as a card shows it: a preset by its title and its sentence, any other rule by what it says. */
function wordRule({ rules }: Language, rule: Rule): Words {
  const name = findPreset(rule);
  if (name === undefined) return say`${rules.describe(rule)}`;
  const { title, sentence } = rules.presets[name];
  return say`${bold(`${title}.`)} ${sentence}`;
}

/** What people have to know about a rule while they vote, beyond what `wordRule` says. */
function voteHints({ turnout }: Language, { rule }: Voting): Words[] {
  return [
    ...(rule.method === 'single' && findPreset(rule) !== undefined ? [say`${turnout.oneVoteEach}`] : []),
    ...(isScored(rule) ? [say`${turnout.scoresOnly}`] : []),
    ...(rule.abstain === 'none' || isScored(rule) ? [] : [turnout.abstaining(abstentionEmoji)]),
  ];
}

/** What a card says about the vote: its rule, its progress or how it ended, who advises, who is not counted. */
export function turnoutBlocks(language: Language, view: CardView, detail: TurnoutDetail): KnownBlock[] {
  const { decision, tally, people } = view;
  const phase = phaseOf(decision);
  const note = (text: string) => context(shorten(text, detail.note));
  if (tally === undefined || decision.voting === undefined) {
    if (phase !== 'discussing') return [];
    const next = say`${language.turnout.notOpenYet}`;
    return [context(printed(joinWords([wordRule(language, decision.rule), next], ' ')))];
  }
  const { voting } = decision;
  const names: Names = (ids, points) =>
    listNames(
      language,
      ids.map((id) => nameWithPoints(language, people, id, points)),
      detail.names,
    );
  const isUndone = phase === 'voting' || phase === 'undecided';
  const excluded = Object.groupBy(voting.excluded, ({ why }) => why);
  const counts = Object.fromEntries(Object.entries(excluded).map(([why, all]) => [why, all.length]));
  const notes = isUndone ? [language.turnout.excluded(counts), ...wordGone(language, view, tally, detail)] : [];
  const rule = joinWords([wordRule(language, voting.rule), ...voteHints(language, voting)], ' ');
  return [
    ...(phase === 'voting' ? [context(printed(rule))] : []),
    ...finalBlocks(language, decision, detail),
    ...standingBlocks(language, view, tally, names, detail),
    ...forOthersBlocks(language, view, detail),
    ...awayBlocks(language, view, detail.names),
    ...(view.undated ? [note(wordUncounted(language, view, view.undated, detail.names))] : []),
    ...advice(language, decision, tally, names).map(note),
    ...(isUndone ? shorteningBlocks(language, view, detail) : []),
    ...notes.filter(Boolean).map(note),
  ];
}

/** Says which option has won and is open to final comments. */
function finalBlocks({ turnout }: Language, decision: Decision, { note }: TurnoutDetail): KnownBlock[] {
  const { finalComments } = decision.voting ?? {};
  const option = decision.options.find(({ id }) => id === finalComments?.optionId)?.title;
  if (finalComments === undefined || option === undefined || phaseOf(decision) !== 'voting') return [];
  return [context(shorten(turnout.finalComments(option, finalComments.timesAnew), note))];
}

/** Says that the deadline was moved to an earlier time; if more than once, only the last time. */
function shorteningBlocks(language: Language, view: CardView, { note }: TurnoutDetail): KnownBlock[] {
  const last = view.decision.voting?.shortenings.at(-1);
  if (last === undefined) return [];
  const { turnout } = language;
  const moved = turnout.shortened(nameOf(language, view.people, last.by), last.from);
  return [context(...splitPrint(moved), turnout.why(shorten(last.reason, note / 2)))];
}

/** Who can no longer take part, and what happens to their votes. */
function wordGone(language: Language, view: CardView, tally: Tally, { names }: TurnoutDetail): string[] {
  const { turnout } = language;
  const { gone = [] } = view.decision.voting ?? {};
  const isOut = new Set(tally.notCounted);
  const list = (part: readonly Gone[]) =>
    listNames(
      language,
      part.map(({ id, why }) => turnout.gone(nameOf(language, view.people, id), why)),
      names,
    );
  const [out, standing] = [gone.filter(({ id }) => isOut.has(id)), gone.filter(({ id }) => !isOut.has(id))];
  return [
    out.length === 0 ? '' : turnout.noLongerCounted(list(out)),
    standing.length === 0 ? '' : turnout.votesThatStand(list(standing)),
  ];
}

type Names = (ids: readonly string[], points?: ReadonlyMap<string, number>) => string;

/** The progress of an open vote, in phrases; empty if none is open. */
export function progressIn({ rules }: Language, decision: Decision, tally: Tally): string[] {
  const progress = findProgress(decision, tally);
  return progress ? rules.progress(progress) : [];
}

/** The progress of the vote, or how it ended. */
function standingBlocks(
  language: Language,
  { decision, undated, people }: CardView,
  tally: Tally,
  names: Names,
  detail: TurnoutDetail,
): KnownBlock[] {
  const { turnout, verdicts } = language;
  const phase = phaseOf(decision);
  if (phase === 'voting') {
    const isSilenceHeard = decision.voting?.rule.silence === 'assent';
    const isByAnother = new Set(findForOthers(decision, tally).map(({ from }) => from));
    const own = (ids: readonly string[]) => ids.filter((id) => !isByAnother.has(id));
    const waiting = isSilenceHeard ? [] : own(findSilent(tally));
    const unclear = own(tally.unclear);
    const [voted = '', ...more] = progressIn(language, decision, tally);
    const parts = [
      voted,
      ...(waiting.length > 0 ? [turnout.waitingFor(names(waiting))] : []),
      ...(unclear.length > 0 ? [turnout.severalReactions(names(unclear))] : []),
      ...more,
    ];
    return [context(shorten(parts.join(' · '), detail.note))];
  }
  const verdict = findVerdictFacts(decision, tally);
  if (phase === 'undecided') {
    const { discussedOn } = decision.voting ?? {};
    const told = discussedOn
      ? turnout.discussedOn(nameOf(language, people, discussedOn.by), discussedOn.reason)
      : explainEnd(language, decision, tally, undated);
    const end = shorten(told, detail.note);
    const blocking = verdict.kind === 'blocked' ? verdict.objections.standing : 0;
    const by = { decidedBy: decision.proposerId, decidedAt: decision.closesAt };
    const followable = findFollowable(decision, by, { tally, isUnclear: undated?.isSettled === false });
    const { overriders, needsSecond } = decision.voting?.rule ?? decision.rule;
    const steps = { blocking, overriders, needsSecond, followable };
    return [paragraph(`${end} ${turnout.nextSteps(steps)}`)];
  }
  const isByRule = decision.outcome !== undefined && isByVote(decision.outcome);
  const words = isByRule ? verdicts.conclude(verdict) : turnout.theVote(verdicts.explain(verdict));
  return [context(shorten(words, detail.note))];
}

/** Those who back something without being deciders. What they back is a figure too, so a hidden tally hides it. */
function advice({ turnout }: Language, decision: Decision, { options }: Tally, names: Names): string[] {
  if (hidesTally(decision)) return [];
  const given = options
    .filter(({ advisers }) => advisers.length > 0)
    .map(({ option, advisers, points }) => ({ names: names(advisers, points), option: option.title }));
  return given.length === 0 ? [] : [turnout.advice(given)];
}

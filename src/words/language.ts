import type { Reason } from '../decision/decision.ts';
import type { NamedRule } from '../decision/named-rule.ts';
import type { PresetName } from '../decision/preset.ts';
import type { Progress } from '../decision/progress.ts';
import type { Rule } from '../decision/rule.ts';
import type { KeptVerdict, VerdictFacts } from '../decision/verdict-facts.ts';

/** What a verdict is told with. */
export interface VerdictWords {
  /** A verdict with the figures that it rests on, in a sentence. */
  explain(verdict: KeptVerdict): string;
  /** The same where it is the last word. */
  conclude(verdict: KeptVerdict): string;
  /** The figures that a verdict rests on, without the objections that stand against it. */
  figures(verdict: KeptVerdict): string;
  /** The reason that a verdict gives by itself, to stand after “because”. '' where there is no winner. */
  justify(verdict: VerdictFacts): string;
  /** Why a rule rejects a decision, to stand after “because”. '' where there is a winner. */
  reject(verdict: VerdictFacts): string;
  /** What stands after “because” for an outcome. */
  giveReason(reason: Reason): string;
}

/** What rules are told with, and how far a vote under one is. */
export interface RuleWords {
  /** A preset's title, and its sentence of 75 characters at the most. */
  readonly presets: Readonly<Record<PresetName, { readonly title: string; readonly sentence: string }>>;
  /** A rule in a few plain sentences, for any parameters. */
  describe(rule: Rule): string;
  /** What a rule is called. */
  nameOf(rule: Pick<NamedRule, 'id' | 'name'>): string;
  /** What a rule says, in a sentence or a few. */
  introduce(rule: NamedRule): string;
  /** “1 vote”, “11 points”. */
  countVotes(rule: Pick<Rule, 'method'>, votes: number): string;
  /** Minutes in words. */
  duration(minutes: number): string;
  /** How far an open vote is, in phrases. */
  progress(vote: Progress): string[];
}

/** Everything that Gavel says, in one language. The type checker names what a language lacks. */
export interface Language {
  readonly verdicts: VerdictWords;
  readonly rules: RuleWords;
}

import type { Otherwise, Rule } from '../decision/rule/rule.ts';
import type { Words } from './say.ts';

/** What the form of `/adr settings` says. */
export interface SettingsFormWords {
  readonly title: string;
  /** Asked where somebody is not in a channel. */
  readonly whichChannel: string;
  /** What is set here, for the channel with this name. */
  scope(channelName: string): string;
  readonly firstRule: string;
  readonly firstRuleHint: string;
  /** The choice that leaves the first rule to the repository. */
  readonly inherited: string;
  /** How people vote on cards. */
  readonly voting: string;
  readonly votingHint: string;
  readonly votesByReaction: string;
  readonly votesByButton: string;
  /** What Gavel speaks in the channel. */
  readonly language: string;
  readonly languageHint: string;
  /** The choice that leaves the language to the operator: that language's name for itself. */
  inheritedLanguage(name: string): string;
  /** Which days and times count in the channel. */
  readonly timeZone: string;
  /** `inherited`: the time zone that it has otherwise; undefined if that is a person's. */
  timeZoneHint(inherited: string | undefined): string;
  readonly addRule: string;
  readonly changeRule: string;
  readonly removeRule: string;
  /** The placeholder for a rule that can't be read. */
  readonly unusableRule: string;
  changedBy(name: string, at: Date): Words;
}

/** The parts of a rule that a form asks for, by their names in `.gavel.yml`. */
export type RulePartName =
  | 'method'
  | 'quorum'
  | 'threshold'
  | 'abstain'
  | 'objections'
  | 'minimum open'
  | 'final comments'
  | 'closes early'
  | 'tie'
  | 'no quorum'
  | 'votes after leaving'
  | 'handover'
  | 'hidden tally'
  | 'override'
  | 'second person';

/** The pages of the form for a rule: a few fields each. */
export type OwnRulePage = 'basis' | 'voting' | 'winning' | 'ending' | 'overriding';

/** What the form for a channel's own rule says. Choices have at most 75 characters (Slack: option object). */
export interface OwnRuleFormWords {
  readonly title: string;
  readonly introduction: string;
  readonly name: string;
  readonly preset: string;
  readonly presetHint: string;
  /** Shown where nothing is chosen. */
  readonly asPreset: string;
  readonly pages: Readonly<Record<OwnRulePage, string>>;
  /** What the rule says with what is chosen so far, in sentences. */
  soFar(sentences: string): Words;
  readonly parts: Readonly<Record<RulePartName, { readonly label: string; readonly hint: string }>>;
  readonly methods: Readonly<Record<Rule['method'], string>>;
  readonly abstentions: Readonly<Record<Rule['abstain'], string>>;
  readonly objections: Readonly<Record<Rule['objections'], string>>;
  readonly earlyEnds: Readonly<Record<'never' | 'all voted' | 'decided', string>>;
  /** What happens after a tie, or without a quorum. */
  readonly endings: Readonly<Record<Otherwise, string>>;
  readonly votesAfterLeaving: Readonly<Record<Rule['votesAfterLeaving'], string>>;
  readonly handovers: Readonly<Record<'forbidden' | 'allowed', string>>;
  readonly tally: Readonly<Record<'shown' | 'hidden', string>>;
  /** Who may decide in place of the vote. */
  readonly overriders: Readonly<Record<'all' | 'proposer' | 'deciders' | 'admins' | 'nobody', string>>;
  readonly seconds: Readonly<Record<'alone' | 'together', string>>;
}

/** What `/adr help rules` says besides the presets. */
export interface RuleHelpWords {
  readonly title: string;
  /** What is true of all rules, one line each. */
  readonly more: readonly Words[];
}
